//! How an application is sent.

/// With no signal or with one; ordered by strength.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Without a signal.
    Plain,
    /// With a silver signal, or with the only kind that a specialty has.
    Silver,
    /// With a gold signal.
    Gold,
}

/// How many levels there are.
pub(super) const LEVELS: usize = Level::ALL.len();

impl Level {
    /// Every level, from the weakest.
    pub const ALL: [Level; 3] = [Level::Plain, Level::Silver, Level::Gold];

    /// The word for files.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Level::Plain => "plain",
            Level::Silver => "silver",
            Level::Gold => "gold",
        }
    }

    /// The level that a word names.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Level> {
        Level::ALL.into_iter().find(|level| level.code() == code)
    }

    /// Its index in [`Level::ALL`].
    pub(crate) fn index(self) -> usize {
        match self {
            Level::Plain => 0,
            Level::Silver => 1,
            Level::Gold => 2,
        }
    }
}
