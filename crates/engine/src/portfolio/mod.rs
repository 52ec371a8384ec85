//! Which programs to apply to, and where to send signals.
//!
//! The applicant goes to the best program that takes them, so a list is worth the expected utility
//! of its best success. What can be found exactly depends on what limits the list:
//!
//! | module | limits | chances | result |
//! | --- | --- | --- | --- |
//! | [`greedy`] | a number | independent | the best list of every length |
//! | [`exact`] | a budget, whole costs | independent | the best list |
//! | [`signals`] | a number, gold and silver | independent | the best list of every length |
//! | [`specialties`] | caps and tiered fees by specialty | independent | the best list, or a bound |
//! | [`latent`] | a number | hang together | a list and a bound, or the best list |
//! | [`mixture`] | all of these, minimums, pins, exclusions | hang together | a list and a bound |
//!
//! [`evaluate`] says what any list is worth. Chances are from 0 to 1, utilities not under 0 with
//! no success worth 0, money in whole units of the caller's choice (say cents), programs counted
//! from 0 in the order of the input. Nothing here reads a clock, and the same input gives the same
//! bits. An [`Instance`] can only be made from numbers that make sense; what a caller gives to the
//! other solvers is checked by them, and a [`Fault`] names the field and the entry.

mod decision_bits;
pub mod evaluate;
pub mod exact;
pub mod fault;
pub mod fees;
pub mod greedy;
pub mod instance;
mod ladder;
pub mod latent;
pub mod level;
pub mod mixture;
pub mod signals;
pub mod specialties;

pub use fault::{Fault, Reason};
pub use fees::{Fees, Tier};
pub use instance::{Chances, Draft, Instance, Program, Specialty, Wish};
pub use level::Level;
