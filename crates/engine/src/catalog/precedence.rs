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

use crate::ordering;
use std::cmp::Reverse;

use crate::fact::{Evidence, Fact, Origin, PageYears, StatementIndex};
use crate::policy::{Policy, Scope, Statement};
use crate::program::{FilingNearness, Program};
use crate::vocabulary::H1bPolicy;

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
            .is_some_and(|department| department != program.specialty());
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

/// Gives each program that a statement covers its policy. Programs are sorted by id; a
/// statement's program that is not among them is passed over.
pub(super) fn resolve(programs: &mut [Program], statements: &[Statement]) {
    let mut covered: Vec<(usize, u16)> = Vec::new();
    for (index, statement) in (0u16..).zip(statements) {
        for id in &statement.programs {
            if let Ok(at) = programs.binary_search_by_key(id, |program| program.id) {
                covered.push((at, index));
            }
        }
    }
    ordering::sort_by(&mut covered, Ord::cmp);
    covered.dedup();
    for group in covered.chunk_by(|a, b| a.0 == b.0) {
        let Some((at, _)) = group.first().copied() else {
            continue;
        };
        if let Some(program) = programs.get_mut(at) {
            let voices: Vec<Voice<'_>> = group
                .iter()
                .filter_map(|(_, index)| {
                    let statement = statements.get(usize::from(*index))?;
                    Some(Voice::new(statement, StatementIndex(*index), program))
                })
                .collect();
            program.stated = Some(Box::new(policy_of(program, &voices)));
        }
    }
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
    let said = heard(voices, &|statement| value(statement).is_some());
    let mut evidence = said.iter().filter_map(|voice| {
        Some(Evidence {
            value: value(voice.statement)?,
            origin: voice.origin,
        })
    });
    let Some(first) = evidence.next() else {
        return Fact::NotStated;
    };
    let rest: Vec<Evidence<T>> = evidence.collect();
    if rest.iter().all(|other| other.value == first.value) {
        return Fact::Stated(first);
    }
    let mut all = vec![first];
    all.extend(rest);
    Fact::Conflicting(all.into())
}

/// The voices that have a say in a question, the freshest first: those of the highest rank, of
/// which none is surely newer than another. Apart from [`standing`], so that it is compiled once.
fn heard<'a>(voices: &[Voice<'a>], speaks: &dyn Fn(&Statement) -> bool) -> Vec<Voice<'a>> {
    let speaking = voices.iter().filter(|voice| speaks(voice.statement));
    let mut said: Vec<Voice<'a>> = speaking.copied().collect();
    let Some(top) = said.iter().map(|voice| voice.rank).max() else {
        return said;
    };
    said.retain(|voice| voice.rank == top);
    let ages: Vec<PageYears> = said.iter().map(|voice| voice.statement.years).collect();
    said.retain(|voice| {
        let years = voice.statement.years;
        !ages.iter().any(|other| surely_newer(*other, years))
    });
    // The sort is stable, so of two pages of one age the first in policies.csv leads.
    ordering::sort_by_key(&mut said, |voice| {
        Reverse((voice.statement.years.from, voice.statement.years.to))
    });
    said
}

fn surely_newer(a: PageYears, b: PageYears) -> bool {
    matches!((a.from, b.to), (Some(from), Some(to)) if from > to)
}

fn against_filing(program: &Program, fact: Fact<H1bPolicy>) -> Fact<H1bPolicy> {
    // Residents of other specialties are no word against this program's page.
    let filing = match program.h1b_filing {
        Some(filing) if filing.nearness <= FilingNearness::Residents => filing,
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fact::SourceIndex;
    use crate::geography::UsState;
    use crate::program::{H1bFiling, ProgramId, SpecialtyCode};

    const MEDICINE: u16 = 140;
    const NEUROLOGY: u16 = 180;

    fn program(filing: Option<FilingNearness>) -> Program {
        let id = ProgramId::from_number(1_400_000_001).unwrap();
        Program {
            h1b_filing: filing.map(|nearness| H1bFiling {
                nearness,
                year: 2025,
                source: SourceIndex(7),
            }),
            ..Program::new(id, "Example", "Example", UsState::Ny)
        }
    }

    fn says(scope: Scope, department: u16, years: (Option<u16>, Option<u16>)) -> Statement {
        Statement {
            id: "X".into(),
            scope,
            specialty: match scope {
                Scope::Program => SpecialtyCode::from_number(department),
                Scope::Institution => None,
            },
            programs: Box::new([program(None).id]),
            j1: None,
            h1b: None,
            step1_minimum: None,
            step2_minimum: None,
            max_attempts: None,
            max_attempts_step1: None,
            graduation: None,
            experience: None,
            ecfmg: None,
            img_percent: None,
            years: PageYears {
                from: years.0,
                to: years.1,
            },
        }
    }

    fn j1(
        scope: Scope,
        department: u16,
        years: (Option<u16>, Option<u16>),
        yes: bool,
    ) -> Statement {
        Statement {
            j1: Some(yes),
            ..says(scope, department, years)
        }
    }

    fn h1b(policy: H1bPolicy) -> Statement {
        Statement {
            h1b: Some(policy),
            ..says(Scope::Program, MEDICINE, UNDATED)
        }
    }

    fn resolved(filing: Option<FilingNearness>, statements: &[Statement]) -> Policy {
        let mut programs = [program(filing)];
        resolve(&mut programs, statements);
        programs[0].policy().clone()
    }

    const UNDATED: (Option<u16>, Option<u16>) = (None, None);
    const BEFORE_2020: (Option<u16>, Option<u16>) = (None, Some(2019));
    const SINCE_2023: (Option<u16>, Option<u16>) = (Some(2023), None);
    const SINCE_2022: (Option<u16>, Option<u16>) = (Some(2022), None);

    #[track_caller]
    fn stands(statements: &[Statement], value: bool, by: usize) {
        match resolved(None, statements).j1 {
            Fact::Stated(evidence) => {
                assert_eq!(evidence.value, value);
                assert_eq!(
                    evidence.origin.statement().map(|s| usize::from(s.0)),
                    Some(by)
                );
            }
            other => panic!("{other:?}"),
        }
    }

    #[track_caller]
    fn conflicts(statements: &[Statement]) {
        let fact = resolved(None, statements).j1;
        assert!(
            matches!(&fact, Fact::Conflicting(all) if all.len() == 2),
            "{fact:?}"
        );
    }

    #[test]
    fn nobody_says() {
        assert_eq!(resolved(None, &[]), Policy::default());
        let silent = says(Scope::Program, MEDICINE, SINCE_2023);
        assert_eq!(resolved(None, &[silent]).j1, Fact::NotStated);
    }

    #[test]
    fn the_program_beats_its_institution_even_when_older() {
        stands(
            &[
                j1(Scope::Institution, MEDICINE, SINCE_2023, false),
                j1(Scope::Program, MEDICINE, BEFORE_2020, true),
            ],
            true,
            1,
        );
    }

    #[test]
    fn a_program_that_is_silent_leaves_the_word_to_its_institution() {
        let statements = [
            j1(Scope::Institution, MEDICINE, UNDATED, false),
            says(Scope::Program, MEDICINE, SINCE_2023),
        ];
        stands(&statements, false, 0);
        let fact = resolved(None, &statements).j1;
        assert_eq!(
            fact.evidence()[0].origin,
            Origin::Institution(StatementIndex(0))
        );
    }

    #[test]
    fn another_department_is_heard_last_and_marked() {
        stands(
            &[
                j1(Scope::Program, NEUROLOGY, SINCE_2023, true),
                j1(Scope::Institution, MEDICINE, BEFORE_2020, false),
            ],
            false,
            1,
        );
        let alone = [j1(Scope::Program, NEUROLOGY, SINCE_2023, true)];
        let fact = resolved(None, &alone).j1;
        assert_eq!(
            fact.evidence()[0].origin,
            Origin::Borrowed(StatementIndex(0))
        );
    }

    #[test]
    fn a_surely_newer_page_beats_an_older_one() {
        let old = j1(Scope::Program, MEDICINE, BEFORE_2020, false);
        let new = j1(Scope::Program, MEDICINE, SINCE_2023, true);
        stands(&[old.clone(), new.clone()], true, 1);
        stands(&[new, old], true, 0);
    }

    #[test]
    fn pages_of_one_age_that_differ_are_conflicting() {
        let page = |years, yes| j1(Scope::Program, MEDICINE, years, yes);
        conflicts(&[page(UNDATED, true), page(UNDATED, false)]);
        conflicts(&[page(UNDATED, true), page(SINCE_2023, false)]);
        conflicts(&[page(SINCE_2022, true), page(SINCE_2023, false)]);
    }

    #[test]
    fn of_pages_that_agree_the_freshest_carries_the_value() {
        let page = |years| j1(Scope::Program, MEDICINE, years, true);
        stands(
            &[page(UNDATED), page(SINCE_2022), page(SINCE_2023)],
            true,
            2,
        );
    }

    #[test]
    fn a_no_against_a_filing_for_residents_is_conflicting() {
        let filed = Some(FilingNearness::Residents);
        let fact = resolved(filed, &[h1b(H1bPolicy::No)]).h1b;
        let origins: Vec<_> = fact
            .evidence()
            .iter()
            .map(|e| (e.value, e.origin))
            .collect();
        assert_eq!(
            origins,
            [
                (H1bPolicy::No, Origin::Program(StatementIndex(0))),
                (H1bPolicy::Yes, Origin::Record(SourceIndex(7))),
            ]
        );
        assert_eq!(fact.stated(), None);
    }

    #[test]
    fn a_filing_contradicts_nothing_but_a_no_and_only_if_it_names_residents() {
        let filed = Some(FilingNearness::Residents);
        let weak = Some(FilingNearness::Physicians);
        let stated = |filing, policy| resolved(filing, &[h1b(policy)]).h1b.stated();
        assert_eq!(stated(filed, H1bPolicy::Limited), Some(H1bPolicy::Limited));
        assert_eq!(stated(filed, H1bPolicy::Yes), Some(H1bPolicy::Yes));
        assert_eq!(stated(weak, H1bPolicy::No), Some(H1bPolicy::No));
        assert_eq!(stated(None, H1bPolicy::No), Some(H1bPolicy::No));
        assert_eq!(resolved(filed, &[]).h1b, Fact::NotStated);
    }
}
