//! Which statement stands for each program.
//!
//! 1. A statement of the program beats one of its institution, which beats one of another
//!    department.
//! 2. Of the same rank, a page that is surely newer beats an older one: its earliest possible
//!    year is after the other's latest. Pages whose years may overlap, undated ones among
//!    them, are of one age.
//! 3. What is left either agrees, and the freshest carries the value, or is conflicting.
//! 4. A "no" on H-1B is conflicting where the employer filed H-1B for residents.
//!
//! A page that does not mention a question has no say in it. Age lowers the weight of what
//! stands; that is the odds' business, not this module's.

use std::cmp::Reverse;

use super::{Policy, Scope, Statement};
use crate::engine::fact::{Evidence, Fact, Origin, PageYears, StatementIndex};
use crate::engine::program::{FilingStrength, Program};
use crate::engine::vocabulary::H1bPolicy;

/// One statement that covers a program, as it bears on that program.
#[derive(Clone, Copy)]
struct Voice<'a> {
    statement: &'a Statement,
    origin: Origin,
    rank: Rank,
}

/// Who is heard first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    OtherDepartment,
    Institution,
    Program,
}

impl<'a> Voice<'a> {
    fn new(statement: &'a Statement, index: StatementIndex, program: &Program) -> Self {
        let other_department = statement
            .specialty
            .is_some_and(|department| department != program.specialty);
        let (origin, rank) = match statement.scope {
            _ if other_department => (Origin::Borrowed(index), Rank::OtherDepartment),
            Scope::Institution => (Origin::Institution(index), Rank::Institution),
            Scope::Program => (Origin::Program(index), Rank::Program),
        };
        Voice {
            statement,
            origin,
            rank,
        }
    }
}

/// The policies of the programs, in their order. Programs are sorted by id; a statement's
/// program that is not among them is passed over.
pub(crate) fn resolve(programs: &[Program], statements: &[Statement]) -> Vec<Policy> {
    let mut covered: Vec<(usize, u16)> = Vec::new();
    for (index, statement) in (0u16..).zip(statements) {
        for id in &statement.programs {
            if let Ok(at) = programs.binary_search_by_key(id, |program| program.id) {
                covered.push((at, index));
            }
        }
    }
    covered.sort_unstable();
    covered.dedup();
    let mut policies = vec![Policy::default(); programs.len()];
    for group in covered.chunk_by(|a, b| a.0 == b.0) {
        let Some((at, _)) = group.first().copied() else {
            continue;
        };
        if let (Some(program), Some(policy)) = (programs.get(at), policies.get_mut(at)) {
            let voices: Vec<Voice<'_>> = group
                .iter()
                .filter_map(|(_, index)| {
                    let statement = statements.get(usize::from(*index))?;
                    Some(Voice::new(statement, StatementIndex(*index), program))
                })
                .collect();
            *policy = policy_of(program, &voices);
        }
    }
    policies
}

fn policy_of(program: &Program, voices: &[Voice<'_>]) -> Policy {
    Policy {
        j1: standing(voices, |s| s.j1),
        h1b: against_filing(program, standing(voices, |s| s.h1b)),
        step1_minimum: standing(voices, |s| s.step1_minimum),
        step2_minimum: standing(voices, |s| s.step2_minimum),
        max_attempts: standing(voices, |s| s.max_attempts),
        max_attempts_step1: standing(voices, |s| s.max_attempts_step1),
        graduation: standing(voices, |s| s.graduation),
        experience: standing(voices, |s| s.experience),
        ecfmg: standing(voices, |s| s.ecfmg),
        img_percent: standing(voices, |s| s.img_percent),
    }
}

fn standing<T: Copy + PartialEq>(
    voices: &[Voice<'_>],
    value: impl Fn(&Statement) -> Option<T>,
) -> Fact<T> {
    let mut said: Vec<(Voice<'_>, T)> = voices
        .iter()
        .filter_map(|voice| Some((*voice, value(voice.statement)?)))
        .collect();
    let Some(top) = said.iter().map(|(voice, _)| voice.rank).max() else {
        return Fact::NotStated;
    };
    said.retain(|(voice, _)| voice.rank == top);
    let ages: Vec<PageYears> = said
        .iter()
        .map(|(voice, _)| voice.statement.years)
        .collect();
    said.retain(|(voice, _)| {
        let years = voice.statement.years;
        !ages.iter().any(|other| surely_newer(*other, years))
    });
    // The sort is stable, so of two pages of one age the first in policies.csv leads.
    said.sort_by_key(|(voice, _)| Reverse((voice.statement.years.from, voice.statement.years.to)));
    let evidence: Vec<Evidence<T>> = said
        .iter()
        .map(|(voice, value)| Evidence {
            value: *value,
            origin: voice.origin,
        })
        .collect();
    match evidence.first().copied() {
        None => Fact::NotStated,
        Some(first) if evidence.iter().all(|e| e.value == first.value) => Fact::Stated(first),
        Some(_) => Fact::Conflicting(evidence.into()),
    }
}

fn surely_newer(a: PageYears, b: PageYears) -> bool {
    matches!((a.from, b.to), (Some(from), Some(to)) if from > to)
}

fn against_filing(program: &Program, fact: Fact<H1bPolicy>) -> Fact<H1bPolicy> {
    let filing = match &program.h1b_filing {
        Some(filing) if filing.strength == FilingStrength::ResidentTitle => filing,
        Some(_) | None => return fact,
    };
    let pages = fact.evidence();
    if !pages.iter().any(|page| page.value == H1bPolicy::No) {
        return fact;
    }
    let mut all = pages.to_vec();
    all.push(Evidence {
        value: H1bPolicy::Yes,
        origin: Origin::Record(filing.source),
    });
    Fact::Conflicting(all.into())
}
