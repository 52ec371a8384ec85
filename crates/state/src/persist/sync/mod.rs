//! When to save, when to take over another tab's work, when to ask, and what is never written over.
//!
//! All tabs keep one text on the device. A tab writes only over what it has read itself: it reads,
//! compares and writes while no other tab does (`browser::storage`), and each save has a
//! [`Stamp`](super::save::Stamp) of its own, so that a save that another tab made at the same moment,
//! or that the browser tells of late, shows. Newer work is taken over where nothing would be lost by
//! it; otherwise the visitor is asked, and nothing is written until the answer.
//!
//! | on the device | this tab | then |
//! | --- | --- | --- |
//! | nothing, or what this tab last saw | nothing new | nothing |
//! | nothing, or what this tab last saw | an unsaved edit | write |
//! | a later save | nothing new | take it over |
//! | a later save | an unsaved edit | ask |
//! | a save that does not know ours | other work | ask |
//! | a save with the same work | the same work | take its stamp over |
//! | of a newer version, or it cannot be read now | any | write nothing, say so, try again |
//! | damaged | any | put it aside ([`aside`]), then as if there were nothing |
//! | damaged, and it cannot be put aside | any | write nothing, say so |
//! | rows that this version leaves out | an unsaved edit | put it aside, then write |
//!
//! Nothing here touches the browser.

pub mod aside;
mod desk;
mod keeper;

pub use desk::{Desk, Keeping, Store, SyncStatus, Turn};
pub use keeper::{Keeper, Step};

#[cfg(test)]
mod tests;
