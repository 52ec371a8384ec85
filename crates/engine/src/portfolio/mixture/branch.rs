//! The proven best list of a small instance: branch and bound.
//!
//! A node of the search tree leaves some programs undecided. Its bound is that of the certificate with what is
//! decided as pins and exclusions; the node with the highest bound is split on a program, into one
//! node for each thing that may be done with it. So the highest bound left is always a bound on
//! the whole, also when the work is cut short.

use std::cmp::Ordering;
use std::collections::BinaryHeap;

use super::account;
use super::builder::{Builder, Measure, Rule, Signals};
use super::certificate::Certificate;
use super::search::Search;
use super::solution::Solution;
use crate::ordering;
use crate::portfolio::instance::Instance;
use crate::portfolio::level::Level;

/// Steps of the certificate's tangent in each node.
const TANGENT_STEPS: usize = 4;

/// A list, and what is proven about it.
#[derive(Clone, Debug, PartialEq)]
pub struct Proof {
    /// The best list found: programs by their index in the draft, by falling utility.
    pub list: Vec<(usize, Level)>,
    /// Expected utility of the best success.
    pub value: f64,
    /// No list within the limits is worth more; `None` if there is no proof.
    pub bound: Option<f64>,
}

/// Searches, then branches until the best list is proven, into at most so many nodes of the search tree.
/// Each costs some passes over all programs and nodes of strength: this is for small instances.
#[must_use]
pub fn prove(instance: &Instance, most_nodes: usize) -> Proof {
    let found = Search::new(instance).finish();
    let list = found.picks.iter().map(|pick| (pick.program, pick.level));
    let mut list: Vec<(usize, Level)> = list.collect();
    ordering::sort_by_key(&mut list, |(origin, _)| instance.index_of(*origin));
    let value = found.value;
    let Some(bound) = found.bound else {
        let bound = None;
        return Proof { list, value, bound };
    };
    let mut search = BranchAndBound {
        work: instance.clone(),
        list,
        value,
        queue: BinaryHeap::new(),
        made: 0,
    };
    let bound = search.run(bound, most_nodes).min(bound).max(search.value);
    Proof {
        list: search.list,
        value: search.value,
        bound: Some(bound),
    }
}

/// A node of the search tree, which is a part of all lists: for each program what may still be done
/// with it.
#[derive(Clone, Debug)]
struct Node {
    bound: f64,
    /// Nodes in the order made, so that equal bounds have an order.
    number: usize,
    open: Vec<u8>,
    /// The program to split on; `None` if all is decided.
    split: Option<usize>,
}

impl Ord for Node {
    fn cmp(&self, other: &Self) -> Ordering {
        let by_bound = self.bound.total_cmp(&other.bound);
        by_bound.then(self.number.cmp(&other.number))
    }
}

impl PartialOrd for Node {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Node {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Node {}

/// The search tree's open nodes, and the best list so far.
struct BranchAndBound {
    /// The instance with the decisions of the node at hand.
    work: Instance,
    list: Vec<(usize, Level)>,
    value: f64,
    queue: BinaryHeap<Node>,
    made: usize,
}

impl BranchAndBound {
    /// Splits until nothing better can be left, or as many nodes as asked for are made; gives the bound.
    fn run(&mut self, bound: f64, most_nodes: usize) -> f64 {
        if self.is_beaten(bound) || most_nodes == 0 {
            return bound;
        }
        let open = self.work.items.iter().map(|item| item.open).collect();
        self.look(open, bound);
        while let Some(node) = self.queue.pop() {
            // Every other node has a lower bound still.
            if self.is_beaten(node.bound) || self.made >= most_nodes {
                return node.bound;
            }
            self.split(&node);
        }
        self.value
    }

    /// Whether a bound leaves nothing to find, but for rounding.
    fn is_beaten(&self, bound: f64) -> bool {
        bound <= self.value * (1.0 + 4e-12)
    }

    fn split(&mut self, node: &Node) {
        let Some(program) = node.split else {
            return;
        };
        for bit in (0..u8::BITS).map(|bit| 1u8 << bit) {
            if node.open[program] & bit != 0 {
                let mut open = node.open.clone();
                open[program] = bit;
                self.look(open, node.bound);
            }
        }
    }

    /// Bounds a node, and keeps it if it may hold something better.
    fn look(&mut self, open: Vec<u8>, bound: f64) {
        self.made += 1;
        for (item, open) in self.work.items.iter_mut().zip(&open) {
            item.open = *open;
        }
        if self.work.refit().is_err() {
            return;
        }
        let rule = Rule {
            measure: Measure::Gain,
            signals: Signals::Together,
        };
        let mut builder = Builder::new(Solution::of_pins(&self.work), rule, None);
        while builder.pick() {}
        let solution = builder.into_solution();
        let mut evaluations = 0;
        let order = account::ordered(&solution, &mut evaluations);
        let value = solution.value();
        if value > self.value && solution.is_complete() {
            self.value = value;
            let members = solution.members().iter();
            let list = members.map(|m| (self.work.items[m.program].origin, m.level));
            self.list = list.collect();
        }
        let undecided = |program: usize| open[program].count_ones() > 1;
        let Some(mut certificate) = Certificate::new(&self.work, &order, value, TANGENT_STEPS)
        else {
            return;
        };
        while !self.is_beaten(certificate.bound().min(bound)) {
            if !certificate.advance(&mut evaluations) {
                break;
            }
        }
        let bound = certificate.bound().min(bound);
        if self.is_beaten(bound) {
            return;
        }
        // What is most in doubt at the tangent's point; the first of those.
        let doubt = |program: &usize| {
            let share = certificate.tangent().share(*program);
            (share - 0.5).abs()
        };
        let candidates = (0..open.len()).filter(|program| undecided(*program));
        let split = candidates.min_by(|a, b| doubt(a).total_cmp(&doubt(b)).then(a.cmp(b)));
        let number = self.made;
        self.queue.push(Node {
            bound,
            number,
            open,
            split,
        });
    }
}
