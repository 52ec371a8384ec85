//! The list that the product ships: chances that hang together through a shared strength, several
//! specialties, signals, tiered fees, pins.
//!
//! # What is maximised
//!
//! An element is a program at a level. At node `k` of strength programs succeed independently,
//! and the value of a set of elements is the mean over nodes of the expected utility of the best
//! success.
//!
//! # It is monotone and submodular on elements
//!
//! At a node give every program one uniform number; the program succeeds at a level if its number
//! is at most the chance there. Success is then nested: whoever succeeds plain succeeds with
//! silver, and with silver with gold, as the chances rise with the level. For fixed numbers the
//! value of a set is the largest utility among its successful elements. A largest number never
//! falls when a set grows, and a new element raises it by less the more is there. Means keep both.
//! A set that holds a program at several levels is worth what it is with the highest alone, so
//! what an element adds when its program is there at a lower level is the chance between the two
//! levels, times what sure success would add beside the others.
//!
//! # The certificate
//!
//! Write OPT for a best list.
//!
//! 1. For any set `S`, feasible or not: `v(OPT) <= v(S + OPT) <= v(S) + sum over OPT of what each
//!    element adds to S`, the first as `v` is monotone, the second as it is submodular (Nemhauser,
//!    Wolsey and Fisher, 1978). OPT holds at most one level of a program and keeps every limit, so
//!    the sum is at most the ceiling: the largest sum of such figures over lists that keep the
//!    limits, or over more lists than those (`ceiling`). Taken at beginnings of the list.
//! 2. `v` has a concave continuation `phi` to fractions, and a tangent plane lies above it
//!    (`tangent`): `v(OPT) <= phi(y) - grad(y) y + ceiling(grad(y))` for every point `y`. This
//!    counts what would have to leave the list, so it is far tighter near a good list.
//!
//! Lists are told apart by how many applications each specialty has, so that no fee falls among
//! those of one region (`region`); the bound is that of the region that reaches highest.
//!
//! Each is a bound with all constraints on, so the least of them is. Nothing is assumed of how the
//! list was found. A relative 1e-12 is added for rounding. Where a list may have more than 4,096
//! applications no bound is given.
//!
//! # The method
//!
//! Lists are built by what adds most (and by what adds most for its price, with signals given out
//! last, and where money is limited with each set of specialties filled first), exchanged until no
//! exchange of one program or one signal helps, rebuilt one specialty at a time by the exact dynamic
//! program on mean chances, and refilled without each member in turn. Where the certificate leaves
//! room, lists are built once more, beginning with the counts that its planes would send. All are
//! valued under the mixture and the best is kept. With a limit on the number alone, the first of
//! them has at least `1 - 1/e` of the best value.

mod account;
mod assign;
mod blocks;
mod branch;
mod builder;
mod ceiling;
mod certificate;
mod found;
mod heap_entry;
mod local_search;
mod profile;
mod region;
mod search;
mod solution;
mod tangent;
mod ways;

pub use account::{Next, Pick, RunnerUp, SignalWorth};
pub use branch::{Proof, prove};
pub use found::{Portfolio, Progress, Stage};
pub use search::Search;

#[cfg(test)]
mod tests;
