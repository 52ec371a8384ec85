//! How much better than a list any list can be.
//!
//! Bounds of two kinds, each valid by itself, so the least of all is one. The parent module has
//! the proofs.

use super::ceiling::Ceiling;
use super::profile::Member;
use super::standing::Standing;
use super::tangent::Tangent;
use crate::engine::ordering;
use crate::engine::portfolio::instance::Instance;

/// How many beginnings of the list are looked at.
const PREFIXES: usize = 8;

/// Longer lists get no certificate: pairing programs and signals would take too long.
const MOST_APPLICATIONS: usize = 4096;

/// Programs whose logarithms are worked out in one go.
const PROGRAMS_A_TIME: usize = 1000;

/// Relative allowance for rounding, far above what some thousands of sums can lose.
const ROUNDING: f64 = 1e-12;

/// A bound that falls as more is looked at.
#[derive(Debug)]
pub(super) struct Certificate<'a> {
    instance: &'a Instance,
    order: Vec<Member>,
    value: f64,
    /// Lengths of the beginnings still to be looked at.
    prefixes: Vec<usize>,
    tangent: Tangent<'a>,
    is_prepared: bool,
    steps_left: usize,
    bound: f64,
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
        Some(Certificate {
            instance,
            order: order.to_vec(),
            value,
            prefixes,
            tangent: Tangent::new(instance, order),
            is_prepared: false,
            steps_left: steps,
            bound: f64::INFINITY,
        })
    }

    /// The least bound so far, never under the value of the list itself.
    pub(super) fn bound(&self) -> f64 {
        self.bound.max(self.value)
    }

    pub(super) fn tangent(&self) -> &Tangent<'a> {
        &self.tangent
    }

    /// Whether the list is shown to be the best, but for rounding.
    pub(super) fn is_closed(&self) -> bool {
        self.bound <= self.value * (1.0 + 2.0 * ROUNDING)
    }

    /// Works out one more bound; false when there is none left that could help.
    pub(super) fn advance(&mut self, evaluations: &mut usize) -> bool {
        if self.is_closed() {
            return false;
        }
        let elements = self.instance.rows.len() * crate::engine::portfolio::level::LEVELS;
        if let Some(length) = self.prefixes.pop() {
            *evaluations += 2 * elements;
            let mut members = self.order[..length].to_vec();
            ordering::sort_by_key(&mut members, |member| member.program);
            let standing = Standing::of(self.instance, &members);
            let mut gains = Vec::new();
            standing.gains(&mut gains);
            self.offer(standing.value() + Ceiling::of(self.instance, &gains).sum);
            return true;
        }
        if !self.is_prepared {
            *evaluations += PROGRAMS_A_TIME.min(self.instance.rows.len());
            self.is_prepared = !self.tangent.prepare(PROGRAMS_A_TIME);
            return true;
        }
        if self.steps_left == 0 {
            return false;
        }
        self.steps_left -= 1;
        *evaluations += 4 * elements;
        let bound = self.tangent.bound_and_step();
        self.offer(bound);
        true
    }

    fn offer(&mut self, bound: f64) {
        let bound = bound + ROUNDING * bound.abs();
        self.bound = self.bound.min(bound);
    }
}
