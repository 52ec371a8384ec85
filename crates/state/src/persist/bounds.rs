//! How much of each kind of answer is kept.
//!
//! Far more than anyone types, and little enough that a page of it answers at once, whoever wrote the
//! file or the link that it came from. What a file holds beyond is left out, counted and said
//! ([`super::save`]); a box takes no more than its bound. Lists have theirs in [`crate::lists`], journal
//! and contacts in [`crate::notebook`].
//!
//! | what | bound |
//! | --- | --- |
//! | an answer of one line, a name, a day, an amount | [`LINE`] characters |
//! | a note, a draft, an entry of the journal | [`TEXT`] characters |
//! | stretches of experience; ties to programs | [`ROWS`] each |
//! | settings of lists | [`SETTINGS`] |
//! | programs with a note or a finding, pinned, hidden, on one list | [`PROGRAMS`] each |
//! | boxes of the tools that are ticked; that are typed into | [`BOXES`] each |

/// Most characters of an answer in one line.
pub const LINE: usize = 1_000;
/// Most characters of a text in many lines: four personal statements.
pub const TEXT: usize = 20_000;
/// Most rows of a question that is answered row by row.
pub const ROWS: usize = 100;
/// Most settings of lists that are typed or chosen: all of them for every specialty.
pub const SETTINGS: usize = 1_000;
/// Most programs in one set: more than there are.
pub const PROGRAMS: usize = 10_000;
/// Most boxes of the guide's tools: every box for every program of a long list.
pub const BOXES: usize = 5_000;
