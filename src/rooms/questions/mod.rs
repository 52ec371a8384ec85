//! The questions as they stand on a page: bound to their answers, in groups that fold, with what they do to
//! the ranking beside them.

pub mod form;
pub mod ranking_status;
pub mod sections;
pub mod shared;
