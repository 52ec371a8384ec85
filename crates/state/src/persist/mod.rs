//! How work is kept: the saved file, how much of it is kept, what tabs do with it on one device, and the
//! link that shares it.

pub mod bounds;
pub mod save;
pub mod share;
pub mod sync;
