//! Builds a list by adding, again and again, what adds most.
//!
//! What an element adds never grows while the list does, so an old figure is a bound, and only
//! the leader of each heap is worked out anew (Minoux, Accelerated greedy algorithms, 1978).

use std::cmp::Ordering;
use std::collections::BinaryHeap;

use super::heap_entry::HeapEntry;
use super::profile::Member;
use super::solution::Solution;
use crate::portfolio::level::{LEVELS, Level};

/// Which of the things that can be added comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Measure {
    /// The one that adds most.
    Gain,
    /// The one that adds most for its price.
    GainForPrice,
}

/// When signals are given out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Signals {
    /// With the applications: an application with a signal is one of the things to add.
    Together,
    /// When the programs are chosen.
    After,
}

/// A way to build a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Rule {
    pub(super) measure: Measure,
    pub(super) signals: Signals,
}

/// A list that grows.
#[derive(Clone, Debug)]
pub(super) struct Builder<'a> {
    solution: Solution<'a>,
    rule: Rule,
    /// A heap for each specialty and level.
    heaps: Vec<BinaryHeap<HeapEntry>>,
    changes: usize,
    /// A program that must not come in.
    barred: Option<usize>,
    /// How many applications each specialty has before all have their turn; empty for no such turn.
    first: Vec<usize>,
    room: Vec<f64>,
    evaluations: usize,
}

#[derive(Clone, Copy, Debug)]
struct Lead {
    member: Member,
    gain: f64,
    price: u64,
}

impl<'a> Builder<'a> {
    /// Goes on from a list; `barred` stays out.
    pub(super) fn new(solution: Solution<'a>, rule: Rule, barred: Option<usize>) -> Builder<'a> {
        let instance = solution.instance;
        let mut gains = Vec::new();
        solution.gains(&mut gains);
        let mut entries: Vec<Vec<HeapEntry>> = Vec::new();
        entries.resize_with(instance.specialties.len() * LEVELS, Vec::new);
        for (program, (item, gains)) in instance.items.iter().zip(gains.chunks(LEVELS)).enumerate()
        {
            for (level, gain) in gains.iter().enumerate() {
                if *gain >= 0.0 && !item.is_excluded() {
                    let gain = *gain;
                    let seen = 0;
                    entries[item.specialty * LEVELS + level].push(HeapEntry {
                        gain,
                        program,
                        seen,
                    });
                }
            }
        }
        Builder {
            room: vec![0.0; instance.nodes()],
            evaluations: gains.len(),
            heaps: entries.into_iter().map(BinaryHeap::from).collect(),
            solution,
            rule,
            changes: 0,
            barred,
            first: Vec::new(),
        }
    }

    /// The same with so many applications of each specialty first, as far as they are allowed. Where
    /// the first application of a specialty pays for many, or money is short, what adds most at each
    /// step need not lead to the best list: a list may have to begin with what looks dear.
    pub(super) fn beginning_with(self, first: &[usize]) -> Builder<'a> {
        Builder {
            first: first.to_vec(),
            ..self
        }
    }

    /// The list as it is.
    pub(super) fn into_solution(self) -> Solution<'a> {
        self.solution
    }

    /// Evaluations of a gain since the last call.
    pub(super) fn take_evaluations(&mut self) -> usize {
        std::mem::take(&mut self.evaluations)
    }

    /// Adds one element; false if there is none to add.
    pub(super) fn pick(&mut self) -> bool {
        let together = self.rule.signals == Signals::Together;
        let plain_only = |level: Level| level == Level::Plain;
        let lead = if together {
            self.lead(|_| true)
        } else {
            self.lead(plain_only).or_else(|| self.lead(|_| true))
        };
        let Some(lead) = lead else {
            // What comes first is full: now the others.
            let others_wait = !self.first.is_empty();
            self.first.clear();
            return others_wait;
        };
        self.solution.put(lead.member);
        self.changes += 1;
        true
    }

    /// The best element at the levels asked for that may be added.
    fn lead(&mut self, wanted: impl Fn(Level) -> bool) -> Option<Lead> {
        let mut lead: Option<Lead> = None;
        for specialty in 0..self.solution.instance.specialties.len() {
            let count = self.solution.counts()[specialty];
            if self
                .first
                .get(specialty)
                .is_some_and(|first| count >= *first)
            {
                continue;
            }
            let can_add = self.solution.can_add(specialty);
            for level in Level::ALL.into_iter().filter(|level| wanted(*level)) {
                if !self.solution.has_slot(specialty, level, None) {
                    continue;
                }
                if let Some(rival) = self.leader_of(specialty, level, can_add)
                    && lead.is_none_or(|lead| self.is_better(rival, lead))
                {
                    lead = Some(rival);
                }
            }
        }
        lead
    }

    fn is_better(&self, a: Lead, b: Lead) -> bool {
        let (a_key, b_key) = match self.rule.measure {
            Measure::Gain => (a.gain, b.gain),
            // Cross-multiplied, so that what is free comes first.
            Measure::GainForPrice => (a.gain * b.price as f64, b.gain * a.price as f64),
        };
        let by_gain = || a.gain.total_cmp(&b.gain);
        let by_program = || b.member.program.cmp(&a.member.program);
        let order = a_key
            .total_cmp(&b_key)
            .then_with(by_gain)
            .then_with(by_program);
        order == Ordering::Greater
    }

    /// The best of one specialty at one level, worked out for the list as it is.
    fn leader_of(&mut self, specialty: usize, level: Level, can_add: bool) -> Option<Lead> {
        let bounds = &self.solution.instance.specialties[specialty];
        let is_short = self.solution.counts()[specialty] < bounds.least;
        let heap = self.heaps.get_mut(specialty * LEVELS + level.index())?;
        loop {
            let entry = *heap.peek()?;
            let present = self.solution.level(entry.program);
            let is_new = present.is_none();
            // What can no longer be added, and a level that is reached, do not come back.
            let is_gone = if is_new {
                !can_add
            } else {
                present >= Some(level)
            };
            if is_gone || self.barred == Some(entry.program) {
                heap.pop();
                continue;
            }
            if entry.seen < self.changes {
                heap.pop();
                let gain = self
                    .solution
                    .gain(entry.program, level, &mut self.room)
                    .max(0.0);
                let seen = self.changes;
                heap.push(HeapEntry {
                    gain,
                    seen,
                    ..entry
                });
                self.evaluations += 1;
                continue;
            }
            // What adds nothing is worth its fee only to meet a minimum.
            let is_wanted = entry.gain > 0.0 || (is_new && is_short);
            let price = if is_new {
                self.solution.price(specialty)
            } else {
                0
            };
            let member = Member {
                program: entry.program,
                level,
            };
            let gain = entry.gain;
            return is_wanted.then_some(Lead {
                member,
                gain,
                price,
            });
        }
    }
}
