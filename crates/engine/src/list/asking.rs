//! "Worth checking": which open question, once answered, would change a list most.

use super::belief::Belief;
use super::table::Table;
use super::{Application, Prospects};
use crate::catalog::ProgramIndex;
use crate::eligibility::{Circumstances, Gate, GateReading, GateState};
use crate::ordering;

/// A question that a program, or its sponsor, could answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Ask {
    /// Where the question is open.
    pub reading: GateReading,
    /// The programs of the list that the answer is for; the question goes to the first.
    pub programs: Vec<ProgramIndex>,
    /// Belief that the answer is yes, 0 to 1.
    pub belief: f64,
    /// The list's chance to match as it is, gates believed.
    pub now: f64,
    /// The same after a yes.
    pub if_open: f64,
    /// The same after a no, before anything is sent instead.
    pub if_shut: f64,
    /// What knowing gains on average: after a no, the next best program is sent to instead.
    pub gain: f64,
}

impl Ask {
    /// How far a yes and a no lie apart.
    #[must_use]
    pub fn change(&self) -> f64 {
        self.if_open - self.if_shut
    }
}

/// Every open question about a list, from the one whose answer gains most.
#[must_use]
pub fn asks(prospects: &Prospects<'_>, list: &[Application]) -> Vec<Ask> {
    let table = Table::of(prospects, list);
    let next_best = next_best(prospects, list);
    let circumstances = Circumstances::of(prospects.input);
    let mut found = Vec::new();
    for (index, group) in table.groups.iter().enumerate() {
        for (at, member) in group.members.iter().enumerate() {
            let prospect = &table.list[*member];
            let Some(program) = prospects.input.catalog.get(prospect.program) else {
                continue;
            };
            let open = circumstances.readings(program).filter(is_open_question);
            for reading in open {
                let of_sponsor = reading.gate == Gate::Visa;
                // The sponsor is asked once, for all its programs.
                if of_sponsor && at > 0 {
                    continue;
                }
                let scope = if of_sponsor {
                    Scope::Sponsor
                } else {
                    Scope::Program(*member)
                };
                found.push(ask(&table, &next_best, index, scope, reading));
            }
        }
    }
    ordering::sort_by(&mut found, |a, b| {
        b.gain
            .total_cmp(&a.gain)
            .then_with(|| b.change().total_cmp(&a.change()))
            .then_with(|| a.programs.cmp(&b.programs))
    });
    found
}

/// Whether the program could say what it has not said.
#[must_use]
pub fn is_open_question(reading: &GateReading) -> bool {
    let is_silent = matches!(reading.state, GateState::NotStated | GateState::Conflicting);
    // A licence is the state board's, not the program's.
    is_silent && reading.gate != Gate::Licence && reading.pass.mid < 1.0 && reading.pass.mid > 0.0
}

/// At each node, the chance that no program that is not on the list comes to anything: the best
/// one, the two best, and so on.
fn next_best(prospects: &Prospects<'_>, list: &[Application]) -> Vec<[f64; 9]> {
    /// No sponsor has more programs on a list that an answer could free.
    const MOST: usize = 8;
    let others = prospects.rows().iter().enumerate();
    let others = others
        .filter(|(index, _)| list.iter().all(|on| on.index != *index))
        .take(MOST);
    let mut missed = [1.0; 9];
    others
        .map(|(_, prospect)| {
            for (left, chance) in missed.iter_mut().zip(prospect.chances.success) {
                *left *= 1.0 - prospect.belief.whole() * chance;
            }
            missed
        })
        .collect()
}

/// Whom an answer is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Scope {
    /// All members of the group.
    Sponsor,
    /// One of them.
    Program(usize),
}

fn ask(
    table: &Table,
    next_best: &[[f64; 9]],
    group: usize,
    scope: Scope,
    reading: GateReading,
) -> Ask {
    let members = &table.groups[group].members;
    let yes = reading.pass.mid;
    let answered = |yes: Option<f64>, spare: usize| {
        let others = spare
            .checked_sub(1)
            .and_then(|last| next_best.get(last).or(next_best.last()));
        table.believed(
            group,
            |member| scope.answered(table.list[member].belief, member, yes),
            |node| others.map_or(1.0, |others| others[node]),
        )
    };
    let concerned: Vec<usize> = match scope {
        Scope::Sponsor => members.clone(),
        Scope::Program(member) => vec![member],
    };
    let if_shut = answered(None, 0);
    Ask {
        reading,
        belief: yes,
        now: table.now,
        if_open: answered(Some(yes), 0),
        if_shut,
        gain: (1.0 - yes) * (answered(None, concerned.len()) - if_shut),
        programs: concerned
            .iter()
            .map(|member| table.list[*member].program)
            .collect(),
    }
}

impl Scope {
    /// A member's belief after an answer: yes to a question believed with `yes`, or no.
    fn answered(self, belief: Belief, member: usize, yes: Option<f64>) -> Belief {
        match (self, yes) {
            (Scope::Sponsor, Some(_)) => Belief {
                sponsor: 1.0,
                moves: 0.0,
                ..belief
            },
            (Scope::Sponsor, None) => Belief {
                sponsor: 0.0,
                ..belief
            },
            (Scope::Program(asked), _) if asked != member => belief,
            (Scope::Program(_), Some(yes)) => Belief {
                own: (belief.own / yes).min(1.0),
                moves: 0.0,
                ..belief
            },
            (Scope::Program(_), None) => Belief { own: 0.0, ..belief },
        }
    }
}
