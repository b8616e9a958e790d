//! What a sheet is written as.

/// The largest file that is read, in bytes.
pub const MAX_SHEET: u64 = 16 << 20;

/// What a sheet is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SheetFormat {
    /// A workbook of Excel.
    Xlsx,
    /// A table of text, with commas.
    Csv,
}

impl SheetFormat {
    /// The format that the name of a file says.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        match name.rsplit_once('.')?.1.to_ascii_lowercase().as_str() {
            "xlsx" => Some(Self::Xlsx),
            "csv" => Some(Self::Csv),
            _ => None,
        }
    }
}
