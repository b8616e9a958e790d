//! Answers to requests: a value, or why there is none.

use lsp_server::{ErrorCode, ResponseError};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;
use std::fmt;

/// Why a request is not answered.
#[derive(Debug)]
pub(super) struct Refusal {
    code: ErrorCode,
    message: String,
}

impl Refusal {
    pub(super) fn new(code: ErrorCode, message: impl Into<String>) -> Self {
        Self { code, message: message.into() }
    }

    /// Of parameters that are not those of the method.
    fn of_params(error: &serde_json::Error) -> Self {
        Self::new(ErrorCode::InvalidParams, error.to_string())
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl From<Refusal> for ResponseError {
    fn from(refusal: Refusal) -> Self {
        Self { code: refusal.code as i32, message: refusal.message, data: None }
    }
}

/// The parameters of a message.
pub(super) fn params<T: DeserializeOwned>(value: Value) -> Result<T, Refusal> {
    serde_json::from_value(value).map_err(|error| Refusal::of_params(&error))
}

/// An answer as JSON.
pub(super) fn value(answer: impl Serialize) -> Result<Value, Refusal> {
    let value = serde_json::to_value(answer);
    value.map_err(|error| Refusal::new(ErrorCode::InternalError, error.to_string()))
}
