//! What the app fetches once it is asked for, as the build writes it: the guide's pages and passages, the
//! texts of its tools. Their formats, both ways; what is in them is written by the crate `guide`.

pub mod fragment;
pub mod guide;
pub mod slug;
pub mod tools;
