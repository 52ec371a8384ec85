//! Builds, checks and serves the house.
fn main() {}
