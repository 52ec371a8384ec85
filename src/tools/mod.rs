//! What the guide's tools work out: pure, from the tool book, the visitor's answers and notebook.
//!
//! ```text
//! interchange::tools::ToolBook --+
//! engine, state ----------------+--> tools --> ui::tools
//! ```

pub mod costs;
pub mod experience;
pub mod ics;
pub mod journal;
pub mod pack;
pub mod practice;
pub mod timeline;
pub mod who;
