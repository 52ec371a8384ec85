//! How much better than a list any list can be.
//!
//! Bounds of two kinds, each valid by itself, so the least of all is one. The parent module has
//! the proofs.

use super::ceiling::Curves;
use super::profile::Member;
use super::region::Region;
use super::solution::Solution;
use super::tangent::Tangent;
use crate::ordering;
use crate::portfolio::instance::Instance;

/// How many beginnings of the list are looked at.
const PREFIXES: usize = 8;

/// Longer lists get no certificate: pairing programs and signals would take too long.
const MOST_APPLICATIONS: usize = 4096;

/// Programs whose logarithms are worked out in one go.
const PROGRAMS_A_TIME: usize = 1000;

/// Relative allowance for rounding, far above what some thousands of sums can lose.
const ROUNDING: f64 = 1e-12;

/// A bound on every list: that of the region ([`super::region`]) that reaches highest. It falls as more
/// is looked at.
#[derive(Debug)]
pub(super) struct Certificate<'a> {
    instance: &'a Instance,
    order: Vec<Member>,
    value: f64,
    /// Lengths of the beginnings still to be looked at, for all regions together.
    prefixes: Vec<usize>,
    /// Steps of the tangent's point in each region.
    steps: usize,
    tangent: Tangent<'a>,
    is_prepared: bool,
    /// Regions still to be looked at, the last first.
    looks: Vec<Look>,
    /// The largest bound of the regions that are done.
    done: f64,
    hints: Vec<Vec<usize>>,
}

/// A region that is looked at.
#[derive(Debug)]
struct Look {
    region: Region,
    steps_left: usize,
    bound: f64,
    /// How many applications of each specialty the last plane would send.
    counts: Vec<Vec<usize>>,
}

impl<'a> Certificate<'a> {
    /// A certificate for a list in some order; `steps` are those of the tangent's point. `None`
    /// if a list may be too long for one.
    pub(super) fn new(
        instance: &'a Instance,
        order: &[Member],
        value: f64,
        steps: usize,
    ) -> Option<Certificate<'a>> {
        let longest: usize = instance.specialties.iter().map(|s| s.most).sum();
        if longest.min(instance.most) > MOST_APPLICATIONS {
            return None;
        }
        let mut prefixes: Vec<usize> = (0..=PREFIXES)
            .map(|part| order.len() * part / PREFIXES)
            .collect();
        prefixes.dedup();
        let look = |region| Look {
            region,
            steps_left: steps,
            bound: f64::INFINITY,
            counts: Vec::new(),
        };
        Some(Certificate {
            instance,
            order: order.to_vec(),
            value,
            prefixes,
            steps,
            tangent: Tangent::new(instance),
            is_prepared: false,
            looks: Region::all(instance).into_iter().map(look).collect(),
            done: f64::NEG_INFINITY,
            hints: Vec::new(),
        })
    }

    /// The least bound so far, never under the value of the list itself.
    pub(super) fn bound(&self) -> f64 {
        let bounds = self.looks.iter().map(|look| look.bound);
        bounds.fold(self.done, f64::max).max(self.value)
    }

    pub(super) fn tangent(&self) -> &Tangent<'a> {
        &self.tangent
    }

    /// How many applications of each specialty a better list may have: where the planes of regions
    /// that may hold one collect most.
    pub(super) fn hints(&self) -> &[Vec<usize>] {
        &self.hints
    }

    /// Works out one more bound; false when there is none left that could help.
    pub(super) fn advance(&mut self, evaluations: &mut usize) -> bool {
        let elements = self.instance.items.len() * crate::portfolio::level::LEVELS;
        // A bound below this changes nothing: the list is the best of the region but for rounding,
        // or another region reaches higher.
        let enough = self.done.max(self.value * (1.0 + 2.0 * ROUNDING));
        if let Some(length) = self.prefixes.pop() {
            if self.looks.iter().all(|look| look.bound <= enough) {
                return false;
            }
            *evaluations += 2 * elements;
            let mut members = self.order[..length].to_vec();
            ordering::sort_by_key(&mut members, |member| member.program);
            let solution = Solution::of(self.instance, &members);
            let mut gains = Vec::new();
            solution.gains(&mut gains);
            let curves = Curves::of(self.instance, &gains);
            for look in &mut self.looks {
                look.offer(solution.value() + curves.ceiling(&look.region).sum);
            }
            return true;
        }
        if !self.is_prepared {
            *evaluations += PROGRAMS_A_TIME.min(self.instance.items.len());
            self.is_prepared = !self.tangent.prepare(PROGRAMS_A_TIME);
            return true;
        }
        let is_open = |look: &&mut Look| look.bound > enough && look.steps_left > 0;
        let Some(look) = self.looks.last_mut().filter(is_open) else {
            self.close_last();
            return !self.looks.is_empty();
        };
        if look.steps_left == self.steps {
            self.tangent.start_at(&self.order);
        }
        look.steps_left -= 1;
        *evaluations += 4 * elements;
        let (bound, counts) = self.tangent.bound_and_step(&look.region);
        look.counts = counts;
        look.offer(bound);
        true
    }

    /// The last region is done.
    fn close_last(&mut self) {
        if let Some(look) = self.looks.pop() {
            self.done = self.done.max(look.bound);
            if look.bound > self.value {
                self.hints.extend(look.counts);
            }
        }
    }
}

impl Look {
    fn offer(&mut self, bound: f64) {
        self.bound = self.bound.min(bound + ROUNDING * bound.abs());
    }
}
