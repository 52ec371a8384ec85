//! Apply first, apply, ask first, skip: the rules of the buckets on the real catalog, and held against
//! the solver.
#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "functions that tests share may stop the test"
)]

mod dataset;

use engine::applicant::{Applicant, Entries, Entry, Moment, Score};
use engine::band::bands;
use engine::calendar::{Date, Season};
use engine::catalog::ProgramIndex;
use engine::eligibility::{Gate, GateReading};
use engine::list::bucket::{Bucket, Buckets, Listed, Why};
use engine::list::lever::{Lever, Missing, chance, levers, pull};
use engine::list::{Application, Bounds, Limits, Making, Prospects};
use engine::policy::GraduationLimit;
use engine::portfolio::Level;
use engine::preference::{Preferences, SpecialtyChoice};
use engine::program::SpecialtyCode;
use engine::ranking::{RankInput, Ranking, rank};
use engine::vocabulary::{ApplicantType, Strength, VisaNeed};

/// Applications on the lists of these tests.
const MOST: usize = 60;
/// Signals of internal medicine.
const SIGNALS: engine::list::Allowance = engine::list::Allowance {
    gold: 3,
    silver: 12,
};

fn img() -> Applicant {
    let mut applicant = Applicant {
        kind: Some(ApplicantType::NonUsImg),
        visa: Some(VisaNeed::J1),
        graduation_year: Some(2019),
        ..Applicant::default()
    };
    applicant.step2.score = Score::new(245);
    applicant
}

/// Asks about an applicant to these specialties who entered this of programs.
fn with<T>(
    applicant: &Applicant,
    codes: &[u16],
    entries: &Entries,
    look: impl FnOnce(&RankInput<'_>, &Ranking) -> T,
) -> T {
    let choices = codes
        .iter()
        .map(|code| SpecialtyCode::from_number(*code).unwrap());
    let preferences = Preferences {
        specialties: choices.map(SpecialtyChoice::training).collect(),
        ..Preferences::default()
    };
    let question = RankInput {
        catalog: dataset::embedded().catalog,
        model: dataset::embedded().model,
        applicant,
        preferences: &preferences,
        entries,
        moment: Moment {
            today: Date::new(2026, 9, 15).unwrap(),
            season: Season(2027),
            stage: None,
        },
    };
    look(&question, &rank(&question))
}

/// The best list of [`MOST`] and the buckets by it; programs in `excluded`, ascending, are put aside.
fn sorted(
    question: &RankInput<'_>,
    ranking: &Ranking,
    excluded: &[ProgramIndex],
) -> (Vec<(ProgramIndex, Level)>, Buckets) {
    let prospects = Prospects::of(question, ranking);
    let bounds = Bounds {
        signals: SIGNALS,
        ..Bounds::default()
    };
    let limits = Limits {
        most: MOST,
        bounds: vec![bounds; prospects.choices()],
        excluded: excluded.to_vec(),
        ..Limits::default()
    };
    let found = Making::of(&prospects, &limits).unwrap().finish().unwrap();
    let list: Vec<Application> = prospects.list_of(&found);
    let listed = Listed {
        applications: &list,
        kept: &[],
        pinned: &[],
    };
    let bands = bands(question, ranking);
    let buckets = Buckets::of(&prospects, ranking, &listed, excluded, &bands);
    let sent = list
        .iter()
        .map(|sent| (prospects.rows()[sent.index].program, sent.level));
    (sent.collect(), buckets)
}

#[test]
fn every_program_of_the_chosen_specialties_is_in_exactly_one_bucket() {
    let blank = Applicant::default();
    let mut senior = Applicant {
        kind: Some(ApplicantType::UsMdSenior),
        ..Applicant::default()
    };
    senior.step2.score = Score::new(255);
    // Internal medicine; with family medicine; orthopaedics; ophthalmology, which has another match.
    for (applicant, codes) in [
        (&img(), &[140][..]),
        (&img(), &[140, 120]),
        (&senior, &[260]),
        (&senior, &[240]),
        (&blank, &[140]),
    ] {
        with(
            applicant,
            codes,
            &Entries::default(),
            |question, ranking| {
                let (list, buckets) = sorted(question, ranking, &[]);
                let mut once: Vec<ProgramIndex> =
                    buckets.all().iter().map(|placed| placed.program).collect();
                once.sort_unstable();
                let mut chosen: Vec<ProgramIndex> = codes
                    .iter()
                    .flat_map(|code| {
                        question
                            .catalog
                            .indexed(SpecialtyCode::from_number(*code).unwrap())
                    })
                    .map(|(index, _)| index)
                    .collect();
                chosen.sort_unstable();
                assert_eq!(once, chosen, "{codes:?}");
                let count = |bucket| buckets.programs(bucket).len();
                assert_eq!(count(Bucket::ApplyFirst) + count(Bucket::Apply), list.len());
                for placed in buckets.all() {
                    assert_eq!(buckets.find(placed.program), Some(placed));
                    let has_signal = |level: &Level| *level > Level::Plain;
                    let is_right = match &placed.why {
                        Why::Listed(level) if has_signal(level) => {
                            placed.bucket == Bucket::ApplyFirst
                        }
                        Why::Listed(_) | Why::Kept => placed.bucket == Bucket::Apply,
                        Why::Open { questions, gain } => {
                            placed.bucket == Bucket::AskFirst
                                && !questions.is_empty()
                                && *gain > 0.0
                        }
                        Why::AddsLess | Why::Shut(_) | Why::PutAside => {
                            placed.bucket == Bucket::Skip
                        }
                        Why::NoChance(_) => placed.bucket == Bucket::NotCompared,
                    };
                    assert!(is_right, "{placed:?}");
                }
            },
        );
    }
}

#[test]
fn what_is_put_aside_is_skipped_and_says_so() {
    with(&img(), &[140], &Entries::default(), |question, ranking| {
        let best = ranking.ranked[0].program;
        let (list, buckets) = sorted(question, ranking, &[best]);
        assert!(list.iter().all(|(program, _)| *program != best));
        assert_eq!(buckets.find(best).unwrap().why, Why::PutAside);
    });
}

#[test]
fn a_band_that_the_list_cuts_is_told() {
    with(&img(), &[140], &Entries::default(), |question, ranking| {
        let (list, buckets) = sorted(question, ranking, &[]);
        let cut = buckets.cut.expect("sixty of 649 programs cut a band");
        assert!(cut.listed < cut.of && cut.listed <= list.len(), "{cut:?}");
    });
}

/// Yes to everything that the visitor can enter an answer to; nothing where a question is open that
/// no entry answers.
fn yes(questions: &[GateReading]) -> Option<Entry> {
    let mut entry = Entry::default();
    for reading in questions {
        match reading.gate {
            Gate::Visa => entry.j1 = Some(true),
            Gate::Graduation => {
                entry.graduation = Some(GraduationLimit {
                    years: None,
                    strength: Strength::NotRequired,
                });
            }
            _ => return None,
        }
    }
    Some(entry)
}

/// The rule against the thing itself: the list is made again with the answer entered. The solver may
/// rearrange more than one program, so not each is held to it, but nearly all.
#[test]
fn a_yes_brings_those_to_ask_onto_the_list_and_no_other() {
    let (asked, others) = with(&img(), &[140], &Entries::default(), |question, ranking| {
        let (_, buckets) = sorted(question, ranking, &[]);
        let mut asked = Vec::new();
        for placed in buckets.programs(Bucket::AskFirst) {
            let Why::Open { questions, .. } = &placed.why else {
                panic!("{placed:?}");
            };
            asked.extend(yes(questions).map(|entry| (placed.program, entry)));
        }
        // The best of those that are skipped though something is open: the hardest to tell.
        let prospects = Prospects::of(question, ranking);
        let circumstances = engine::eligibility::Circumstances::of(question);
        let skipped = prospects.rows().iter().filter(|row| {
            buckets.find(row.program).map(|placed| &placed.why) == Some(&Why::AddsLess)
        });
        let mut others = Vec::new();
        for row in skipped {
            let program = question.catalog.get(row.program).unwrap();
            let open: Vec<GateReading> = circumstances
                .readings(program)
                .filter(engine::list::is_open_question)
                .collect();
            if !open.is_empty() {
                others.extend(yes(&open).map(|entry| (row.program, entry)));
            }
        }
        (asked, others)
    });
    let is_on_list_after = |(program, entry): &(ProgramIndex, Entry)| {
        let id = dataset::embedded().catalog.get(*program).unwrap().id;
        let mut entries = Entries::default();
        entries.set(id, entry.clone());
        with(&img(), &[140], &entries, |question, ranking| {
            let (list, _) = sorted(question, ranking, &[]);
            list.iter().any(|(listed, _)| listed == program)
        })
    };
    let ends = |all: &[(ProgramIndex, Entry)]| -> Vec<(ProgramIndex, Entry)> {
        let (first, last) = (all.iter().take(8), all.iter().rev().take(8));
        first.chain(last).cloned().collect()
    };
    let (asked, others) = (ends(&asked), ends(&others));
    assert!(
        asked.len() >= 8 && others.len() >= 8,
        "{} {}",
        asked.len(),
        others.len()
    );
    let joined = asked.iter().filter(|one| is_on_list_after(one)).count();
    let wrongly = others.iter().filter(|one| is_on_list_after(one)).count();
    println!(
        "of {} to ask {joined} join after a yes; of {} skipped {wrongly}",
        asked.len(),
        others.len()
    );
    assert!(joined + 1 >= asked.len(), "{joined} of {}", asked.len());
    assert!(wrongly <= 1, "{wrongly} of {}", others.len());
}

#[test]
fn what_would_help_is_measured_against_the_same_person() {
    let mut applicant = img();
    applicant.graduation_year = None;
    with(&applicant, &[140], &Entries::default(), |question, _| {
        let all = levers(question);
        for missing in [Missing::GraduationYear, Missing::Ecfmg, Missing::Attempts] {
            assert!(all.contains(&Lever::Answer(missing)), "{missing:?}");
        }
        assert!(!all.contains(&Lever::Answer(Missing::Step2Score)));
        let now = chance(question, MOST);
        for lever in all {
            let pull = pull(question, lever, MOST);
            let [low, high] = pull.p_match;
            assert!(
                (0.0..=1.0).contains(&low) && (0.0..=1.0).contains(&high),
                "{pull:?}"
            );
            // The favourable answer is never the worse one.
            assert!(high >= low - 1e-9, "{pull:?}");
            assert!(pull.size(now) >= -1e-9, "{pull:?}");
        }
    });
    // Once answered, it is asked no more.
    with(&img(), &[140], &Entries::default(), |question, _| {
        assert!(!levers(question).contains(&Lever::Answer(Missing::GraduationYear)));
    });
}
