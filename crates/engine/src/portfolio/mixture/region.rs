//! Regions: choices of how many applications each specialty has, within which no fee falls.
//!
//! One fee may pay for thirty applications at once. A bound that lets a list pay a thirtieth of it
//! for one of them is far above every list that exists. So the counts of each specialty are cut into
//! spans where a fee is dearer than the one after it, and every list is in one choice of a span for
//! each specialty: the largest of the choices' bounds is a bound on all lists.
//!
//! Nor does a bound profit from money that buys nothing: of a budget of $41 and applications at $11
//! only $33 can be spent. So each region has the most that whole applications of it can cost.

use crate::portfolio::instance::{Bounds, Instance};

/// More choices are not told apart: each specialty then has its whole range.
const MOST: usize = 64;

/// Numbers of applications, both ends among them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Span {
    pub(super) least: usize,
    pub(super) most: usize,
}

/// A span for each specialty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Region {
    spans: Vec<Span>,
    budget: u64,
}

impl Region {
    /// Those that a list may be in, as far as their fewest applications are allowed and paid for.
    pub(super) fn all(instance: &Instance) -> Vec<Region> {
        let spans: Vec<Vec<Span>> = instance.specialties.iter().map(spans).collect();
        let count = spans
            .iter()
            .fold(1usize, |n, of| n.saturating_mul(of.len()));
        if count > MOST || instance.budget == u64::MAX {
            let whole = |bounds: &Bounds| Span {
                least: bounds.least,
                most: bounds.most,
            };
            return vec![Region {
                spans: instance.specialties.iter().map(whole).collect(),
                budget: instance.budget,
            }];
        }
        let mut all = vec![Vec::new()];
        for of in &spans {
            let longer = |before: Vec<Span>| {
                of.iter().map(move |span| {
                    let mut choice = before.clone();
                    choice.push(*span);
                    choice
                })
            };
            all = all.into_iter().flat_map(longer).collect();
        }
        let open = all.into_iter().filter_map(|spans| {
            let count: usize = spans.iter().map(|span| span.least).sum();
            let budget = spent(&instance.specialties, &spans, instance.budget)?;
            (count <= instance.most).then_some(Region { spans, budget })
        });
        open.collect()
    }

    /// Of each specialty.
    pub(super) fn spans(&self) -> &[Span] {
        &self.spans
    }

    /// The most that a list of the region can cost within the instance's budget.
    pub(super) fn budget(&self) -> u64 {
        self.budget
    }
}

/// The most that counts within the spans cost together without exceeding the budget; `None` if the
/// fewest of them cost more. Of a very large budget no sums are taken: there it is the budget.
fn spent(specialties: &[Bounds], spans: &[Span], budget: u64) -> Option<u64> {
    /// Sums that are told apart.
    const LARGEST: usize = 20_000;
    let cost = |count: fn(&Span) -> usize| {
        let each = specialties.iter().zip(spans);
        each.fold(0u64, |sum, (bounds, span)| {
            sum.saturating_add(bounds.cost(count(span)))
        })
    };
    let (least, most) = (cost(|span| span.least), cost(|span| span.most));
    let end = usize::try_from(budget).ok().filter(|end| *end <= LARGEST);
    let Some(end) = end.filter(|_| least <= budget) else {
        return (least <= budget).then_some(budget);
    };
    if most <= budget {
        return Some(most);
    }
    let mut sums = vec![false; end + 1];
    sums[0] = true;
    for (bounds, span) in specialties.iter().zip(spans) {
        let mut costs: Vec<usize> = (span.least..=span.most)
            .filter_map(|count| usize::try_from(bounds.cost(count)).ok())
            .take_while(|cost| *cost <= end)
            .collect();
        costs.dedup();
        let before = std::mem::replace(&mut sums, vec![false; end + 1]);
        for (sum, _) in before.iter().enumerate().filter(|(_, is)| **is) {
            for cost in costs.iter().take_while(|cost| sum + **cost <= end) {
                sums[sum + cost] = true;
            }
        }
    }
    let most = sums.iter().rposition(|is| *is)?;
    u64::try_from(most).ok()
}

/// The spans of a specialty, from the fewest applications that it must have to the most.
fn spans(bounds: &Bounds) -> Vec<Span> {
    let fee = |count: usize| bounds.cost(count).saturating_sub(bounds.cost(count - 1));
    let mut least = bounds.least;
    let mut spans = Vec::new();
    for count in bounds.least + 1..bounds.most {
        if fee(count) > fee(count + 1) {
            let most = count - 1;
            spans.push(Span { least, most });
            least = count;
        }
    }
    let most = bounds.most;
    spans.push(Span { least, most });
    spans
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bounds(totals: &[u64]) -> Bounds {
        Bounds {
            minimum: 0,
            least: 0,
            most: totals.len() - 1,
            slots: [usize::MAX, 0, 0],
            totals: totals.to_vec(),
            programs: Vec::new(),
        }
    }

    #[test]
    fn money_that_buys_nothing_is_no_budget() {
        let (each, flat) = (bounds(&[0, 11, 22, 33, 44]), bounds(&[0, 99, 99, 99]));
        let all = [each, flat];
        let spans = |flat: Span| [Span { least: 0, most: 4 }, flat];
        let (none, some) = (Span { least: 0, most: 0 }, Span { least: 1, most: 3 });
        assert_eq!(spent(&all, &spans(none), 41), Some(33));
        assert_eq!(spent(&all, &spans(none), 500), Some(44));
        assert_eq!(spent(&all, &spans(some), 130), Some(121));
        assert_eq!(spent(&all, &spans(some), 98), None);
        assert_eq!(spent(&all, &spans(some), 1 << 40), Some(1 << 40));
    }

    #[test]
    fn a_fee_that_pays_for_more_begins_a_span() {
        let span = |least, most| Span { least, most };
        // 99 for three, then 20 each.
        let flat = spans(&bounds(&[0, 99, 99, 99, 119, 139]));
        assert_eq!(flat, [span(0, 0), span(1, 5)]);
        // The same price each, or dearer ones later: nothing to cut.
        assert_eq!(spans(&bounds(&[0, 11, 22, 33])), [span(0, 3)]);
        assert_eq!(spans(&bounds(&[0, 11, 22, 52, 82])), [span(0, 4)]);
        // A second packet of three.
        let twice = spans(&bounds(&[0, 99, 99, 99, 189, 189, 189]));
        assert_eq!(twice, [span(0, 0), span(1, 3), span(4, 6)]);
        // Nothing can be sent.
        assert_eq!(spans(&bounds(&[0])), [span(0, 0)]);
    }
}
