//! The value of a list continued to fractions, and planes that lie above it.
//!
//! With `a = -ln(1 - p)`, the chance at a node that everything worth more than `s` fails is
//! `exp(-sum of a x)`, where `x` says of each program and level whether it is in the list. So
//!
//! `phi(x) = sum over nodes w * integral of (1 - exp(-sum over t > s of a x)) ds`
//!
//! is the value of the list for whole `x`, and it is concave for all `x`. Every tangent plane lies
//! above it: for any `y` and any feasible list `T`,
//! `v(T) <= phi(y) - grad(y) y + (sum of grad(y) over T)`, and the last is at most the ceiling of
//! the figures `grad(y)`. The plane at a good list is already tight, because it allows for what
//! leaves the list. Conditional-gradient steps (Frank and Wolfe, 1956) move `y` to where it is
//! tightest.
//!
//! A sure success has no finite `a`. It is taken as one that fails once in `1 / LEAST_FAIL`
//! cases; the value of a list of `n` falls by at most `n * LEAST_FAIL * max t`, which is added.

use super::ceiling::{Ceiling, Curves};
use super::profile::Member;
use super::region::Region;
use crate::portfolio::instance::Instance;
use crate::portfolio::level::{LEVELS, Level};

/// The least chance to fail that has a logarithm here.
const LEAST_FAIL: f64 = 1e-12;

/// Halvings of the step's length.
const HALVINGS: usize = 6;

/// A point with the plane that touches there.
#[derive(Debug)]
pub(super) struct Tangent<'a> {
    instance: &'a Instance,
    /// `a` by program, level and node, as far as it is worked out.
    logs: Vec<f64>,
    /// The point: by program and level.
    at: Vec<f64>,
    /// What is added for sure successes.
    slack: f64,
    gradient: Vec<f64>,
}

impl<'a> Tangent<'a> {
    /// The point that is no list. Its logarithms are still to be worked out.
    pub(super) fn new(instance: &'a Instance) -> Tangent<'a> {
        let at = vec![0.0; instance.items.len() * LEVELS];
        Tangent {
            instance,
            logs: Vec::with_capacity(at.len() * instance.nodes()),
            at,
            slack: 0.0,
            gradient: Vec::new(),
        }
    }

    /// Moves the point back to a list.
    pub(super) fn start_at(&mut self, members: &[Member]) {
        self.at.fill(0.0);
        for member in members {
            self.at[member.program * LEVELS + member.level.index()] = 1.0;
        }
    }

    /// Works out the logarithms of the next programs, so many; false when all are done.
    pub(super) fn prepare(&mut self, programs: usize) -> bool {
        let done = self.logs.len() / (LEVELS * self.instance.nodes());
        let end = self.instance.items.len().min(done + programs);
        for program in done..end {
            for level in Level::ALL {
                let p = self.instance.success(program, level);
                let log = |p: &f64| -libm::log1p(-p.min(1.0 - LEAST_FAIL));
                self.logs.extend(p.iter().map(log));
            }
        }
        if end < self.instance.items.len() {
            return true;
        }
        self.slack = self.slack_of_sure();
        false
    }

    fn slack_of_sure(&self) -> f64 {
        let sure = |program: &usize| {
            let nodes = Level::ALL.map(|level| self.instance.success(*program, level));
            nodes.concat().iter().any(|p| *p > 1.0 - LEAST_FAIL)
        };
        let count = (0..self.instance.items.len()).filter(sure).count();
        let most: usize = self.instance.specialties.iter().map(|s| s.most).sum();
        let top = self.instance.items.first().map_or(0.0, |item| item.t);
        count.min(most) as f64 * LEAST_FAIL * top
    }

    fn log(&self, program: usize, level: usize) -> &[f64] {
        let nodes = self.instance.nodes();
        let start = (program * LEVELS + level) * nodes;
        &self.logs[start..start + nodes]
    }

    /// The bound on lists of a region by the plane at the point; then moves the point along it.
    /// Also how many applications of each specialty the plane would send.
    pub(super) fn bound_and_step(&mut self, region: &Region) -> (f64, Vec<Vec<usize>>) {
        let phi = self.work_out_gradient();
        let figures: Vec<f64> = self
            .gradient
            .iter()
            .enumerate()
            .map(|(element, figure)| {
                let item = &self.instance.items[element / LEVELS];
                let is_open = item.offers(Level::ALL[element % LEVELS]);
                if is_open { *figure } else { f64::NEG_INFINITY }
            })
            .collect();
        let curves = Curves::of(self.instance, &figures);
        let ceiling = curves.ceiling(region);
        let here: f64 = self.at.iter().zip(&self.gradient).map(|(x, g)| x * g).sum();
        self.step(&curves, &ceiling);
        (phi + (ceiling.sum - here) + self.slack, ceiling.counts())
    }

    /// How far the point is from the whole numbers at a program: its share in the list.
    pub(super) fn share(&self, program: usize) -> f64 {
        let start = program * LEVELS;
        self.at[start..start + LEVELS].iter().sum()
    }

    /// `phi` at the point, and its gradient.
    fn work_out_gradient(&mut self) -> f64 {
        let nodes = self.instance.nodes();
        let items = &self.instance.items;
        let mut phi = 0.0;
        let mut load = vec![0.0; nodes];
        let mut clear = self.instance.weights.clone();
        let mut clears = Vec::with_capacity(items.len() * nodes);
        for program in 0..items.len() {
            if self.add_load(program, &self.at, &mut load) {
                for ((clear, load), weight) in
                    clear.iter_mut().zip(&load).zip(&self.instance.weights)
                {
                    *clear = weight * libm::exp(-load);
                }
            }
            let stretch = self.stretch(program);
            let weights = self.instance.weights.iter();
            let taken: f64 = weights
                .zip(&clear)
                .map(|(weight, clear)| weight - clear)
                .sum();
            phi += stretch * taken;
            clears.extend_from_slice(&clear);
        }
        self.gradient.clear();
        self.gradient.resize(self.at.len(), 0.0);
        let mut room = vec![0.0; nodes];
        for (program, clear) in clears.chunks_exact(nodes).enumerate().rev() {
            let stretch = self.stretch(program);
            for (room, clear) in room.iter_mut().zip(clear) {
                *room += stretch * clear;
            }
            for level in 0..LEVELS {
                let figure = super::profile::dot(self.log(program, level), &room);
                self.gradient[program * LEVELS + level] = figure;
            }
        }
        phi
    }

    /// From a program's utility down to the next.
    fn stretch(&self, program: usize) -> f64 {
        let items = &self.instance.items;
        items[program].t - items.get(program + 1).map_or(0.0, |item| item.t)
    }

    /// Adds a program's part at a point; false if it has none.
    fn add_load(&self, program: usize, point: &[f64], load: &mut [f64]) -> bool {
        let mut is_there = false;
        for level in 0..LEVELS {
            let x = point[program * LEVELS + level];
            if x != 0.0 {
                is_there = true;
                for (load, log) in load.iter_mut().zip(self.log(program, level)) {
                    *load += x * log;
                }
            }
        }
        is_there
    }

    /// Moves towards what the ceiling collects, as far as `phi` rises.
    fn step(&mut self, curves: &Curves<'_>, ceiling: &Ceiling) {
        let mut target = vec![0.0; self.at.len()];
        curves.chosen(ceiling, |program, level, share| {
            target[program * LEVELS + level.index()] += share;
        });
        let path = self.path(&target);
        let (mut low, mut high) = (0.0, 1.0);
        if self.slope(&path, 1.0) >= 0.0 {
            low = 1.0;
        } else {
            for _ in 0..HALVINGS {
                let middle = (low + high) / 2.0;
                if self.slope(&path, middle) >= 0.0 {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            low = (low + high) / 2.0;
        }
        for (at, target) in self.at.iter_mut().zip(&target) {
            *at += low * (target - *at);
        }
    }

    /// The stretches between programs that stand in either point, each with its loads here and
    /// there, node by node.
    fn path(&self, target: &[f64]) -> Path {
        let nodes = self.instance.nodes();
        let mut path = Path::default();
        let (mut here, mut there) = (vec![0.0; nodes], vec![0.0; nodes]);
        for program in 0..self.instance.items.len() {
            let changes = self.add_load(program, &self.at, &mut here)
                | self.add_load(program, target, &mut there);
            if changes {
                path.loads
                    .extend(here.iter().copied().zip(there.iter().copied()));
                path.stretches.push(0.0);
            }
            if let Some(stretch) = path.stretches.last_mut() {
                *stretch += self.stretch(program);
            }
        }
        path
    }

    /// How `phi` rises at a part of the path.
    fn slope(&self, path: &Path, part: f64) -> f64 {
        let weights = &self.instance.weights;
        let rows = path.loads.chunks_exact(weights.len()).zip(&path.stretches);
        rows.map(|(loads, stretch)| {
            let terms = loads.iter().zip(weights).map(|((here, there), weight)| {
                let change = there - here;
                weight * libm::exp(-(here + part * change)) * change
            });
            stretch * terms.sum::<f64>()
        })
        .sum()
    }
}

/// Two points, laid side by side.
#[derive(Debug, Default)]
struct Path {
    stretches: Vec<f64>,
    loads: Vec<(f64, f64)>,
}
