//! How long the work takes natively, on the real data pack.
#![allow(missing_docs, reason = "criterion's macros make undocumented items")]

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};

#[allow(
    clippy::expect_used,
    missing_debug_implementations,
    unreachable_pub,
    reason = "shared by two benchmarks"
)]
mod lists;
#[allow(
    clippy::expect_used,
    missing_debug_implementations,
    unreachable_pub,
    reason = "shared by two benchmarks"
)]
mod work;

fn all(c: &mut Criterion) {
    let pack = concat!(env!("CARGO_MANIFEST_DIR"), "/target/pack/pack.bin");
    let bench = work::Bench::new(std::fs::read(pack).unwrap_or_default());
    for (at, name) in work::NAMES.iter().enumerate() {
        c.bench_function(name, |b| {
            b.iter_with_large_drop(|| black_box(bench.run(at)))
        });
    }
    let lists = lists::Lists::new();
    for (name, find) in lists.each() {
        c.bench_function(name, |b| b.iter(|| black_box(find())));
    }
    let mut slow = c.benchmark_group("offline");
    slow.sample_size(10);
    slow.bench_function("fit the model", |b| {
        b.iter(|| black_box(fit::fit(&data::folder())))
    });
}

criterion_group!(benches, all);
criterion_main!(benches);
