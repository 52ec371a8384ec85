//! What the guide's tools work out: pure, from the tool book, the visitor's answers and notebook.
//!
//! ```text
//! content::tools::ToolBook ----+
//! the work, the engine --------+--> tools --> the app
//! ```

pub mod application_checklist;
pub mod costs;
pub mod experience;
pub mod ics;
pub mod journal;
pub mod practice;
pub mod timeline;
pub mod who;
