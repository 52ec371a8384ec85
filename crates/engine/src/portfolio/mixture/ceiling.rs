//! The most that a feasible list can collect of given figures, one for each program and level.
//!
//! Within a specialty the answer is exact ([`super::assign`]). Across specialties the total of
//! applications is exact where fees do not fall, and the budget is priced: for every price `m`
//! of money at or above zero, any list within the budget collects at most
//! `m * budget + max(figures - m * fees)`, so the least over `m` is a bound too, and so is any
//! value on the way. Minimums and pins are obeyed.
//!
//! Only lists of one region are asked for ([`super::region`]): within it no fee falls, so that no list
//! pays a thirtieth of a fee for one of the thirty applications that it pays for.

use super::assign::{self, Curve};
use super::region::Region;
use crate::ordering;
use crate::portfolio::instance::Instance;
use crate::portfolio::level::Level;

/// Prices that are tried at most; each is one sort of some hundred numbers.
const MOST_PRICES: usize = 24;

/// What each specialty can collect, for bounds on lists of any region.
#[derive(Clone, Debug)]
pub(super) struct Curves<'a> {
    instance: &'a Instance,
    each: Vec<Curve>,
}

/// A bound, and figures that reach it or nearly.
#[derive(Clone, Debug)]
pub(super) struct Ceiling {
    pub(super) sum: f64,
    /// Counts by specialty, each with its share; shares sum to one.
    mixes: Vec<(f64, Vec<usize>)>,
}

impl<'a> Curves<'a> {
    /// Of figures by program and level, none negative but minus infinity where a level is not
    /// offered.
    pub(super) fn of(instance: &'a Instance, figures: &[f64]) -> Curves<'a> {
        let mut is_in = vec![false; instance.items.len()];
        let specialties = 0..instance.specialties.len();
        let curve = |s| assign::curve(instance, s, figures, &mut is_in);
        Curves {
            instance,
            each: specialties.map(curve).collect(),
        }
    }

    /// Finds the bound for lists of a region.
    pub(super) fn ceiling(&self, region: &Region) -> Ceiling {
        let dual = LagrangianDual {
            instance: self.instance,
            curves: &self.each,
            region,
        };
        let (sum, mixes) = dual.least();
        Ceiling { sum, mixes }
    }

    /// The elements that a bound collects, each with its share.
    pub(super) fn chosen(&self, ceiling: &Ceiling, mut each: impl FnMut(usize, Level, f64)) {
        for (share, counts) in &ceiling.mixes {
            for (curve, count) in self.each.iter().zip(counts) {
                curve.chosen(*count, |program, level| each(program, level, *share));
            }
        }
    }
}

impl Ceiling {
    /// How many applications of each specialty the bound collects: one choice, or the two that cost
    /// the budget together.
    pub(super) fn counts(&self) -> Vec<Vec<usize>> {
        self.mixes
            .iter()
            .map(|(_, counts)| counts.clone())
            .collect()
    }
}

/// The ceiling of a region as a function of the price of money: the dual of the budget.
struct LagrangianDual<'a> {
    instance: &'a Instance,
    curves: &'a [Curve],
    region: &'a Region,
}

/// The bound at one price of money.
#[derive(Clone, Debug)]
struct Quote {
    price: f64,
    sum: f64,
    /// Money left over, negative if the choice costs more than the budget: the slope of `sum`.
    left: f64,
    counts: Vec<usize>,
}

/// An application more, or several that belong together, in one specialty.
#[derive(Clone, Copy, Debug)]
struct Rise {
    /// What each adds, less its fee at the price of money.
    each: f64,
    specialty: usize,
    applications: usize,
}

impl LagrangianDual<'_> {
    /// The least bound over prices of money. The bound is convex and made of lines in the price,
    /// so the crossing of the lines at both ends is the next place to look.
    fn least(&self) -> (f64, Vec<(f64, Vec<usize>)>) {
        let mut low = self.quote(0.0);
        if low.left >= 0.0 {
            return (low.sum, vec![(1.0, low.counts)]);
        }
        let mut high = self.quote(self.top_price());
        let mut least = low.sum.min(high.sum);
        for _ in 0..MOST_PRICES {
            let fall = low.left - high.left;
            if high.left < 0.0 || fall >= 0.0 {
                break;
            }
            let crossing = high.sum - low.sum + low.left * low.price - high.left * high.price;
            let price = crossing / fall;
            let line = low.sum + low.left * (price - low.price);
            if !(price > low.price && price < high.price) {
                break;
            }
            let quote = self.quote(price);
            least = least.min(quote.sum);
            let is_bottom = quote.sum <= line + 1e-12 * line.abs();
            if quote.left < 0.0 {
                low = quote;
            } else {
                high = quote;
            }
            if is_bottom {
                break;
            }
        }
        (least, mixed(low, high))
    }

    /// A price at which no fee is worth paying.
    fn top_price(&self) -> f64 {
        let mut top = 0.0f64;
        for (bounds, curve) in self.instance.specialties.iter().zip(self.curves) {
            let sums = || curve.sums.iter();
            let all = sums().fold(0.0f64, |most, sum| most.max(*sum));
            let fees = bounds.totals.windows(2).map(|pair| pair[1] - pair[0]);
            if let Some(fee) = fees.filter(|fee| *fee > 0).min() {
                top = top.max(2.0 * all / fee as f64);
            }
        }
        top
    }

    fn quote(&self, price: f64) -> Quote {
        let mut counts = Vec::with_capacity(self.curves.len());
        let mut rises = Vec::new();
        let mut sum = 0.0;
        let each = self.instance.specialties.iter().zip(self.curves);
        for ((s, span), (bounds, curve)) in (0..).zip(self.region.spans()).zip(each) {
            let net = |count: usize| {
                let sum = curve.sums.get(count - curve.pins).copied();
                sum.unwrap_or(f64::NEG_INFINITY) - price * bounds.cost(count) as f64
            };
            sum += net(span.least);
            counts.push(span.least);
            let most = span.most.min(curve.pins + curve.sums.len() - 1);
            hull(s, span.least, most, net, &mut rises);
        }
        // Rises of one specialty never grow, so the largest of all are each specialty's first.
        ordering::sort_by(&mut rises, |a: &Rise, b| {
            b.each
                .total_cmp(&a.each)
                .then(a.specialty.cmp(&b.specialty))
        });
        let mut unused = self.instance.most - counts.iter().sum::<usize>().min(self.instance.most);
        for rise in rises.iter().take_while(|rise| rise.each > 0.0) {
            let taken = rise.applications.min(unused);
            unused -= taken;
            sum += rise.each * taken as f64;
            counts[rise.specialty] += taken;
        }
        let costs = self.instance.specialties.iter().zip(&counts);
        let cost = costs.fold(0u64, |cost, (bounds, n)| {
            cost.saturating_add(bounds.cost(*n))
        });
        let budget = self.region.budget();
        let left = if budget == u64::MAX {
            0.0
        } else {
            sum += price * budget as f64;
            budget as f64 - cost as f64
        };
        Quote {
            price,
            sum,
            left,
            counts,
        }
    }
}

/// Two choices in the shares in which they cost the budget together.
fn mixed(low: Quote, high: Quote) -> Vec<(f64, Vec<usize>)> {
    let over = -low.left;
    let under = high.left;
    if over <= 0.0 || under < 0.0 {
        return vec![(1.0, low.counts)];
    }
    let share = under / (over + under);
    vec![(share, low.counts), (1.0 - share, high.counts)]
}

/// The rises of the smallest concave curve above `net`, from the least count to the most.
fn hull(
    specialty: usize,
    least: usize,
    most: usize,
    net: impl Fn(usize) -> f64,
    rises: &mut Vec<Rise>,
) {
    let start = rises.len();
    let mut before = net(least);
    for count in least + 1..=most {
        let now = net(count);
        let mut last = Rise {
            each: now - before,
            specialty,
            applications: 1,
        };
        before = now;
        // A rise larger than the one before it is shared with it.
        while rises.len() > start {
            let Some(previous) = rises.last().filter(|previous| previous.each < last.each) else {
                break;
            };
            let applications = previous.applications + last.applications;
            let total =
                previous.each * previous.applications as f64 + last.each * last.applications as f64;
            last.each = total / applications as f64;
            last.applications = applications;
            rises.pop();
        }
        rises.push(last);
    }
}
