//! A list at every node of strictness and strength, so that a question about one program asks
//! for its sponsor's programs alone again.

use super::belief::{Belief, STRICTNESS};
use super::group::{Group, groups, success};
use super::outcome::group_of_each;
use super::{Application, Prospect, Prospects};

/// A list laid out.
pub(super) struct Table {
    /// The applications as they are sent.
    pub(super) list: Vec<Prospect>,
    pub(super) groups: Vec<Group>,
    /// Of each application the group.
    of_member: Vec<usize>,
    /// For each strictness and node: its weight times the chance that nothing comes of the
    /// whole list.
    missed: Vec<[f64; 9]>,
    /// The chance to match.
    pub(super) now: f64,
    /// Chance that the applications are read at all.
    read: f64,
}

impl Table {
    pub(super) fn of(prospects: &Prospects<'_>, list: &[Application]) -> Self {
        let list = prospects.at(list);
        let groups = groups(&list);
        let of_member = group_of_each(&groups, list.len());
        let mut table = Table {
            missed: Vec::new(),
            now: 0.0,
            read: prospects.read(),
            list,
            groups,
            of_member,
        };
        table.missed = STRICTNESS
            .iter()
            .map(|(score, likely)| {
                let mut missed = prospects.weights().map(|weight| weight * likely);
                for (node, left) in missed.iter_mut().enumerate() {
                    for group in &table.groups {
                        *left *= table.none(group, *score, node);
                    }
                }
                missed
            })
            .collect();
        table.now = table.read - table.missed.iter().flatten().sum::<f64>();
        table
    }

    /// The chance to match without one of the applications.
    pub(super) fn without(&self, member: usize) -> f64 {
        self.changed(member, |_| 0.0)
    }

    /// The chance to match if one program were sent otherwise.
    pub(super) fn sent_as(&self, member: usize, other: &Prospect) -> f64 {
        self.changed(member, |node| success(other)[node])
    }

    fn changed(&self, changed: usize, chance: impl Fn(usize) -> f64) -> f64 {
        let group = &self.groups[self.of_member[changed]];
        self.with_group(group, |score, node| {
            group.none(
                score,
                |member| self.list[member].belief,
                |member| {
                    if member == changed {
                        chance(node)
                    } else {
                        success(&self.list[member])[node]
                    }
                },
            )
        })
    }

    /// The chance to match with other beliefs about one group, while others miss with the chance
    /// that `spare` gives at a node.
    pub(super) fn believed(
        &self,
        group: usize,
        belief: impl Fn(usize) -> Belief,
        spare: impl Fn(usize) -> f64,
    ) -> f64 {
        let group = &self.groups[group];
        self.with_group(group, |score, node| {
            let none = group.none(score, &belief, |member| success(&self.list[member])[node]);
            none * spare(node)
        })
    }

    /// The chance to match where a group comes to nothing with another chance.
    fn with_group(&self, group: &Group, none: impl Fn(f64, usize) -> f64) -> f64 {
        let mut missed = 0.0;
        for ((score, _), at) in STRICTNESS.iter().zip(&self.missed) {
            for (node, whole) in at.iter().enumerate() {
                let before = self.none(group, *score, node);
                if before > 0.0 {
                    missed += whole / before * none(*score, node);
                }
            }
        }
        self.read - missed
    }

    fn none(&self, group: &Group, score: f64, node: usize) -> f64 {
        let belief = |member: usize| self.list[member].belief;
        group.none(score, belief, |member| success(&self.list[member])[node])
    }
}

/// By how much the chance to match would fall without each of the applications.
#[must_use]
pub fn each_brings(prospects: &Prospects<'_>, list: &[Application]) -> Vec<f64> {
    let table = Table::of(prospects, list);
    (0..table.list.len())
        .map(|member| table.now - table.without(member))
        .collect()
}

/// By how much the chance to match would fall if each application were sent without its signal.
#[must_use]
pub fn each_signal_brings(prospects: &Prospects<'_>, list: &[Application]) -> Vec<f64> {
    let table = Table::of(prospects, list);
    let plain = |at: usize| prospects.sent(Application::plain(list.get(at)?.index));
    (0..table.list.len())
        .map(|member| plain(member).map_or(0.0, |plain| table.now - table.sent_as(member, &plain)))
        .collect()
}
