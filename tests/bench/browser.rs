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

/// Most samples of one piece of work.
const ROUNDS: usize = 60;
/// Fewest.
const FEWEST: usize = 12;
/// Milliseconds after which a piece of work has been measured long enough.
const ENOUGH: f64 = 2_000.0;
/// Runs together, as the browser's clock ticks in tenths of a millisecond.
const TOGETHER: usize = 10;

#[wasm_bindgen_test]
async fn measure() {
    let pack = include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/target/pack/pack.bin"));
    let bench = work::Bench::new(pack.to_vec());
    for (at, name) in work::NAMES.iter().enumerate() {
        clocked(name, &|| bench.run(at));
        breathe().await;
    }
    let lists = lists::Lists::new();
    for (name, find) in lists.each() {
        clocked(name, find);
        breathe().await;
    }
}

/// A page that never answers its driver is given up.
async fn breathe() {
    yew::platform::time::sleep(std::time::Duration::ZERO).await;
}

fn clocked(name: &str, work: &dyn Fn() -> Box<dyn Any>) {
    let clock = web_sys::window().and_then(|window| window.performance());
    let now = || clock.as_ref().map_or(0.0, web_sys::Performance::now);
    let began = now();
    let mut millis: Vec<f64> = Vec::with_capacity(ROUNDS);
    while millis.len() < ROUNDS && (millis.len() < FEWEST || now() - began < ENOUGH) {
        let mut made = Vec::with_capacity(TOGETHER);
        let start = now();
        for _ in 0..TOGETHER {
            made.push(std::hint::black_box(work()));
        }
        millis.push((now() - start) / TOGETHER as f64);
    }
    millis.sort_by(f64::total_cmp);
    let (median, p95) = (millis[millis.len() / 2], millis[millis.len() * 95 / 100]);
    console_log!("bench: {name}: median {median:.3} ms, p95 {p95:.3} ms");
}
