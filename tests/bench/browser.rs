//! How long the same work takes in Chromium, in the wasm that visitors run.
//!
//! `cargo xtask bench` runs it in the release profile and reads the lines that start with "bench:".
#![cfg(target_arch = "wasm32")]

use std::any::Any;

use wasm_bindgen_test::{console_log, wasm_bindgen_test, wasm_bindgen_test_configure};

#[allow(
    clippy::expect_used,
    missing_debug_implementations,
    unreachable_pub,
    reason = "shared by two benchmarks"
)]
#[path = "lists.rs"]
mod lists;
#[allow(
    clippy::expect_used,
    missing_debug_implementations,
    unreachable_pub,
    reason = "shared by two benchmarks"
)]
#[path = "work.rs"]
mod work;

wasm_bindgen_test_configure!(run_in_browser);

const ROUNDS: usize = 60;

#[wasm_bindgen_test]
fn measure() {
    let pack = include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/target/pack/pack.bin"));
    let bench = work::Bench::new(pack.to_vec());
    for (at, name) in work::NAMES.iter().enumerate() {
        clocked(name, || bench.run(at));
    }
    let lists = lists::Lists::new();
    for (at, name) in lists::NAMES.iter().enumerate() {
        clocked(name, || lists.run(at));
    }
}

fn clocked(name: &str, work: impl Fn() -> Box<dyn Any>) {
    let clock = web_sys::window().and_then(|window| window.performance());
    let now = || clock.as_ref().map_or(0.0, web_sys::Performance::now);
    // The browser's clock ticks in tenths of a millisecond: measure ten runs together.
    let mut millis: Vec<f64> = (0..ROUNDS)
        .map(|_| {
            let mut made = Vec::with_capacity(10);
            let start = now();
            for _ in 0..10 {
                made.push(std::hint::black_box(work()));
            }
            (now() - start) / 10.0
        })
        .collect();
    millis.sort_by(f64::total_cmp);
    let (median, p95) = (millis[ROUNDS / 2], millis[ROUNDS * 95 / 100]);
    console_log!("bench: {name}: median {median:.3} ms, p95 {p95:.3} ms");
}
