//! What is wrong with a data file, and where.

/// What is wrong with a data file, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceError {
    /// Name of the file in `data/`.
    pub file: &'static str,
    /// Line, from 1; 0 if the whole file is meant.
    pub line: u64,
    /// Column: for a CSV file the number of the cell in its row, for others that of the
    /// character in its line; both from 1, 0 if the whole line is meant.
    pub column: u64,
    /// Heading of the column or name of the key; may be empty.
    pub name: String,
    /// What is wrong.
    pub message: String,
}

impl SourceError {
    pub(super) fn whole(file: &'static str, message: String) -> Self {
        SourceError {
            file,
            line: 0,
            column: 0,
            name: String::new(),
            message,
        }
    }

    /// At a byte of a text.
    pub(super) fn at_byte(
        file: &'static str,
        text: &str,
        byte: usize,
        name: &str,
        message: String,
    ) -> Self {
        let before = text.get(..byte).unwrap_or(text);
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        let in_line = before.get(line_start..).unwrap_or_default();
        SourceError {
            file,
            line: before.matches('\n').count() as u64 + 1,
            column: in_line.chars().count() as u64 + 1,
            name: name.to_owned(),
            message,
        }
    }
}

impl std::fmt::Display for SourceError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.file)?;
        if self.line > 0 {
            write!(f, ":{}", self.line)?;
        }
        if self.column > 0 {
            write!(f, ":{}", self.column)?;
        }
        if !self.name.is_empty() {
            write!(f, " ({})", self.name)?;
        }
        write!(f, ": {}", self.message)
    }
}

impl std::error::Error for SourceError {}
