//! What a list is worth with one program in the place of another.

use super::Listed;
use crate::list::belief::STRICTNESS;
use crate::list::{Application, Prospect, Prospects};
use crate::odds::quadrature::NINE;
use crate::ordering;
use crate::portfolio::Level;

/// Nodes of strictness and strength together.
const NODES: usize = STRICTNESS.len() * NINE.len();

/// A program as the solver sees it: what it is worth, and its chance at each node.
#[derive(Clone, Copy, Debug)]
struct Seen {
    t: f64,
    success: [f64; NODES],
}

impl Seen {
    fn of(prospect: &Prospect) -> Seen {
        let mut success = [0.0; NODES];
        let at = STRICTNESS.iter().flat_map(|(score, _)| {
            let (sponsor, own) = prospect.belief.at(*score);
            prospect
                .chances
                .success
                .map(|chance| sponsor * own * chance)
        });
        success
            .iter_mut()
            .zip(at)
            .for_each(|(slot, chance)| *slot = chance);
        Seen {
            t: prospect.t,
            success,
        }
    }
}

/// A list laid out so that what one program more or less makes of its worth takes one look.
#[derive(Debug)]
struct Layout {
    /// From the program that is worth most.
    members: Vec<Seen>,
    weights: [f64; NODES],
    /// At each place and node: what the members before it come to, the chance that none of them
    /// does, and what those from it on come to by themselves.
    before: Vec<[f64; NODES]>,
    missed: Vec<[f64; NODES]>,
    rest: Vec<[f64; NODES]>,
}

impl Layout {
    /// Of members from the one that is worth most.
    fn of(members: Vec<Seen>, weights: [f64; NODES]) -> Layout {
        let count = members.len();
        let mut before = vec![[0.0; NODES]; count + 1];
        let mut missed = vec![[1.0; NODES]; count + 1];
        let mut rest = vec![[0.0; NODES]; count + 1];
        for (at, member) in members.iter().enumerate() {
            for (node, success) in member.success.iter().enumerate() {
                let left = missed[at][node];
                before[at + 1][node] = before[at][node] + left * success * member.t;
                missed[at + 1][node] = left * (1.0 - success);
            }
        }
        for (at, member) in members.iter().enumerate().rev() {
            for (node, success) in member.success.iter().enumerate() {
                let after = rest[at + 1][node];
                rest[at][node] = success * member.t + (1.0 - success) * after;
            }
        }
        Layout {
            members,
            weights,
            before,
            missed,
            rest,
        }
    }

    fn worth(&self) -> f64 {
        let nodes = self.weights.iter().zip(&self.rest[0]);
        nodes.map(|(weight, rest)| weight * rest).sum()
    }

    fn without(&self, at: usize) -> f64 {
        self.weighed(|node| self.before[at][node] + self.missed[at][node] * self.rest[at + 1][node])
    }

    fn with(&self, joins: &Seen) -> f64 {
        let at = self.members.partition_point(|member| member.t >= joins.t);
        self.weighed(|node| {
            let success = joins.success[node];
            let then = success * joins.t + (1.0 - success) * self.rest[at][node];
            self.before[at][node] + self.missed[at][node] * then
        })
    }

    fn weighed(&self, worth: impl Fn(usize) -> f64) -> f64 {
        let nodes = self.weights.iter().enumerate();
        nodes.map(|(node, weight)| weight * worth(node)).sum()
    }
}

/// A list without its weakest program, of each chosen specialty.
#[derive(Debug)]
pub(super) struct Exchange {
    now: f64,
    /// By choice; `None` where no program of it can leave.
    without_weakest: Vec<Option<Layout>>,
}

impl Exchange {
    /// Lays out a list.
    pub(super) fn of(prospects: &Prospects<'_>, list: &Listed<'_>) -> Exchange {
        let mut weights = [0.0; NODES];
        let nodes = STRICTNESS.iter();
        let nodes = nodes.flat_map(|(_, likely)| prospects.weights().map(|weight| weight * likely));
        weights
            .iter_mut()
            .zip(nodes)
            .for_each(|(slot, weight)| *slot = weight);

        let sent = |application: &Application| Some((*application, prospects.sent(*application)?));
        let mut members: Vec<(Application, Prospect)> =
            list.applications.iter().filter_map(sent).collect();
        ordering::sort_by(&mut members, |(_, a), (_, b)| b.t.total_cmp(&a.t));
        let seen: Vec<Seen> = members.iter().map(|(_, sent)| Seen::of(sent)).collect();
        let whole = Layout::of(seen.clone(), weights);
        let can_leave = |(application, sent): &(Application, Prospect)| {
            application.level == Level::Plain && list.pinned.binary_search(&sent.program).is_err()
        };
        let without_weakest = |choice: usize| {
            let of_choice = members.iter().enumerate();
            let of_choice =
                of_choice.filter(|(_, member)| member.1.choice == choice && can_leave(member));
            let left = of_choice.map(|(at, _)| (at, whole.without(at)));
            let (at, _) = left.reduce(|best, other| if other.1 > best.1 { other } else { best })?;
            let mut others = seen.clone();
            others.remove(at);
            Some(Layout::of(others, weights))
        };
        Exchange {
            now: whole.worth(),
            without_weakest: (0..prospects.choices()).map(without_weakest).collect(),
        }
    }

    /// By how much the list is worth more with this program in the place of the weakest of its
    /// specialty; `None` where it is not.
    pub(super) fn gain(&self, joins: &Prospect) -> Option<f64> {
        /// What rounding leaves of none.
        const NONE: f64 = 1e-12;
        let others = self.without_weakest.get(joins.choice)?.as_ref()?;
        let gain = others.with(&Seen::of(joins)) - self.now;
        (gain > NONE).then_some(gain)
    }
}
