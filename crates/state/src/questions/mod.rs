//! The questions of profile and preferences, what was answered, and what that means.
//!
//! ```text
//! table: one row a question --> Edit --> Answers, as typed --read--> Applicant, Preferences, Problems
//!                                             +--wording--> what the check-answers page says
//!                                             +--crate::persist::save--> the saved file, by code
//! ```

mod answer;
mod answers;
mod codes;
pub mod days;
mod edit;
mod kind;
pub mod naming;
pub mod preliminary;
mod problem;
pub mod read;
mod rows;
mod section;
mod table;
mod wording;

pub use answer::{Answer, Miles, Month, Percent, SoughtAfter};
pub use answers::Answers;
pub use edit::Edit;
pub use kind::{Choice, Number, Set, Text};
#[cfg(test)]
pub(crate) use kind::{Kind, Words};
pub use problem::Problem;
pub use rows::{
    ConnectionAnswer, ExperienceAnswer, Language, NearAnswer, Pathway, SpecialtyAnswer, Step2Answer,
};
pub use section::Section;
pub use table::*;
