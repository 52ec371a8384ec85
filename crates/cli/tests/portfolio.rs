//! Which programs to apply to: published examples, and the solvers against every list there is.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that cannot go on says so by stopping"
)]

#[path = "portfolio/cases.rs"]
mod cases;
#[path = "portfolio/made_up.rs"]
mod made_up;
#[path = "portfolio/mixture.rs"]
mod mixture;
#[path = "portfolio/proofs.rs"]
mod proofs;
#[path = "portfolio/refused.rs"]
mod refused;
#[path = "portfolio/solvers.rs"]
mod solvers;
