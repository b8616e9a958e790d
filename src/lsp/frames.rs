//! Messages as they come: each with a header that tells its length.

use lsp_server::Message;
use std::io::{self, BufRead, Cursor, Read};

/// The longest message, in bytes: a file of the largest size, with every character escaped.
const MAX_MESSAGE: usize = 128 << 20;

/// The longest header, in bytes.
const MAX_HEADER: u64 = 4096;

/// Reads the next message; nothing at the end of the input.
///
/// # Errors
///
/// Those of the input, and what is no message. The length is looked at first: the library makes room for whatever it says.
pub(super) fn read(input: &mut impl BufRead) -> io::Result<Option<Message>> {
    let header = header(input)?;
    if header.is_empty() {
        return Ok(None);
    }
    let length = length(&header)?;
    if length > MAX_MESSAGE {
        return Err(broken(format!("a message of {length} bytes is longer than {} MiB", MAX_MESSAGE >> 20)));
    }
    Message::read(&mut Cursor::new(header).chain(input))
}

/// The lines of a header with the empty one that ends it.
fn header(input: &mut impl BufRead) -> io::Result<Vec<u8>> {
    let mut header = Vec::new();
    let mut lines = input.take(MAX_HEADER);
    loop {
        let before = header.len();
        if lines.read_until(b'\n', &mut header)? == 0 {
            return if before == 0 {
                Ok(header)
            } else {
                Err(broken("the header of a message does not end"))
            };
        }
        if matches!(&header[before..], b"\r\n") {
            return Ok(header);
        }
    }
}

fn length(header: &[u8]) -> io::Result<usize> {
    let lines = header.split(|byte| *byte == b'\n').filter_map(|line| str::from_utf8(line).ok());
    let mut values = lines.filter_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.eq_ignore_ascii_case("Content-Length").then_some(value.trim())
    });
    let value = values.next().ok_or_else(|| broken("the header of a message has no Content-Length"))?;
    value.parse().map_err(|_| broken(format!("`{value}` is not the length of a message")))
}

fn broken(message: impl Into<String>) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, message.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(input: &str) -> Result<Option<String>, String> {
        let method = |message| match message {
            Message::Notification(it) => it.method,
            _ => String::new(),
        };
        let read = read(&mut input.as_bytes()).map(|message| message.map(method));
        read.map_err(|error| error.to_string())
    }

    #[test]
    fn a_message_is_read_by_its_length() {
        assert_eq!(
            said("content-length: 17\r\nX: y\r\n\r\n{\"method\":\"exit\"}{"),
            Ok(Some("exit".to_owned()))
        );
        assert_eq!(said(""), Ok(None));
    }

    #[test]
    fn what_is_no_message_is_refused_before_room_is_made_for_it() {
        let refused = |input: &str| said(input).err().unwrap_or_default();
        assert_eq!(
            refused("Content-Length: 18446744073709551615\r\n\r\n{}"),
            "a message of 18446744073709551615 bytes is longer than 128 MiB"
        );
        assert_eq!(refused("Content-Length: x\r\n\r\n{}"), "`x` is not the length of a message");
        assert_eq!(refused("Type: x\r\n\r\n{}"), "the header of a message has no Content-Length");
        assert_eq!(refused("hello"), "the header of a message does not end");
        assert_eq!(refused(&"x".repeat(10_000)), "the header of a message does not end");
    }
}
