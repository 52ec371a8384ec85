//! The data files and the pack: what they hold, and what happens when they are damaged.
#![allow(
    clippy::unwrap_used,
    reason = "a test that cannot build its sample has failed"
)]

#[path = "pack/counts.rs"]
mod counts;
#[path = "pack/damage.rs"]
mod damage;
#[path = "pack/mistakes.rs"]
mod mistakes;
#[path = "pack/round_trip.rs"]
mod round_trip;
#[path = "pack/samples.rs"]
mod samples;
