//! Addresses: the pages they name, the links that lead to them, and the page on show.

pub mod link;
pub mod location;
pub mod route;
