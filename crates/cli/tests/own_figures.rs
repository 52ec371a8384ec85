//! The laws of figures that visitors type from their own Residency Explorer account, on the real
//! catalog and model.
#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "functions that tests share may stop the test"
)]

mod dataset;

use std::collections::BTreeMap;

use engine::aim::Aim;
use engine::applicant::{Applicant, Entries, Entry, Moment, Score};
use engine::calendar::{Date, Season};
use engine::catalog::ProgramIndex;
use engine::eligibility::{Band, Gate, GateState};
use engine::explain::{ChanceParts, Explanation, Factor, explain};
use engine::preference::{Preferences, SpecialtyChoice};
use engine::program::SpecialtyCode;
use engine::ranking::{RankInput, rank};
use engine::residency_explorer::{Figures, Permille, Update, score_ratio};
use engine::vocabulary::{ApplicantType, H1bPolicy, VisaNeed};
use engine::what_if::{Difference, what_if};
use proptest::option;
use proptest::prelude::*;

fn somebody(score: Option<u16>) -> Applicant {
    let mut applicant = Applicant {
        kind: Some(ApplicantType::NonUsImg),
        visa: Some(VisaNeed::J1),
        ..Applicant::default()
    };
    applicant.step2.score = score.and_then(Score::new);
    applicant
}

/// Asks about internal medicine.
fn ask<T>(applicant: &Applicant, entries: &Entries, answer: impl FnOnce(&RankInput<'_>) -> T) -> T {
    let dataset = dataset::embedded();
    let code = SpecialtyCode::from_number(140).unwrap();
    answer(&RankInput {
        catalog: dataset.catalog,
        model: dataset.model,
        applicant,
        preferences: &Preferences {
            specialties: vec![SpecialtyChoice::training(code)],
            ..Preferences::default()
        },
        entries,
        moment: Moment {
            today: Date::new(2026, 9, 15).unwrap(),
            season: Season(2027),
            stage: None,
        },
    })
}

fn entered(program: ProgramIndex, explorer: Figures) -> Entries {
    let mut entries = Entries::default();
    let id = dataset::embedded().catalog.get(program).unwrap().id;
    let entry = Entry {
        explorer,
        ..Entry::default()
    };
    entries.set(id, entry);
    entries
}

fn explained(applicant: &Applicant, entries: &Entries, program: ProgramIndex) -> Explanation {
    ask(applicant, entries, |question| {
        let aim = Aim::at_first(question.preferences);
        explain(question, &aim, program)
    })
    .unwrap()
}

fn parts(applicant: &Applicant, figures: Figures, program: ProgramIndex) -> ChanceParts {
    let entries = entered(program, figures);
    explained(applicant, &entries, program).chance.unwrap()
}

fn updated(applicant: &Applicant, figures: Figures, program: ProgramIndex) -> Update {
    parts(applicant, figures, program).update.unwrap()
}

fn rate(tenths: u16, applicants: u16) -> Figures {
    Figures {
        rate: Permille::new(tenths),
        applicants: Some(applicants),
        ..Figures::default()
    }
}

/// A program at this place of the ranking without figures.
fn placed(at: usize) -> ProgramIndex {
    let ranking = ask(&somebody(Some(240)), &Entries::default(), rank);
    ranking.ranked[at].program
}

/// The first program of the ranking whose explanation shows this.
fn first(shows: impl Fn(&Explanation) -> bool) -> ProgramIndex {
    let (applicant, none) = (somebody(Some(240)), Entries::default());
    let ranking = ask(&applicant, &none, rank);
    let mut programs = ranking.ranked.iter().map(|row| row.program);
    let found = programs.find(|program| shows(&explained(&applicant, &none, *program)));
    found.unwrap()
}

fn width(band: Band) -> f64 {
    let logit = |p: f64| (p / (1.0 - p)).ln();
    logit(band.hi) - logit(band.lo)
}

fn percentile() -> impl Strategy<Value = Option<u16>> {
    option::of(200_u16..285)
}

fn any_figures() -> impl Strategy<Value = Figures> {
    let share = || option::of((0_u16..=1000).prop_map(|tenths| Permille::new(tenths).unwrap()));
    let applicants = option::of(1_u16..=20_000);
    let steps = (percentile(), percentile(), percentile());
    (0_u16..=1000, applicants, share(), share(), steps).prop_map(
        |(rate, applicants, type_applied, type_interviewed, steps)| Figures {
            rate: Permille::new(rate),
            rate_signalled: None,
            applicants,
            type_applied,
            type_interviewed,
            step2: [steps.0, steps.1, steps.2],
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn the_chance_lies_between_model_and_figure_and_no_doubt_is_added(
        figures in any_figures(),
        score in option::of(219_u16..290),
        at in 0_usize..400,
    ) {
        let applicant = somebody(score);
        let program = placed(at);
        let with = parts(&applicant, figures, program);
        let update = with.update.unwrap();
        let (low, high) = (update.before.min(update.seen), update.before.max(update.seen));
        prop_assert!(low - 1e-12 <= update.after && update.after <= high + 1e-12, "{update:?}");
        prop_assert!(update.worth >= 1.0 && update.weight > 0.0);
        // The list shows what the update says, times the gates and the chance to be read at all.
        let shown = with.p_interview;
        let read = with.read;
        prop_assert!(read > 0.8 && read <= 1.0);
        prop_assert!((shown.mid - read * update.after * with.gates_open.mid).abs() < 1e-9);
        prop_assert!(0.0 <= shown.lo && shown.lo <= shown.mid && shown.mid <= shown.hi && shown.hi <= 1.0);
        let sum: f64 = with.parts.iter().map(|part| part.points).sum();
        prop_assert!((sum - shown.mid).abs() < 1e-12);
    }

    #[test]
    fn more_applicants_pull_harder(
        figures in any_figures(),
        fewer in 1_u16..10_000,
        more in 1_u16..10_000,
        at in 0_usize..400,
    ) {
        let (applicant, program) = (somebody(Some(240)), placed(at));
        let of = |applicants| updated(
            &applicant,
            Figures { applicants: Some(applicants), ..figures },
            program,
        );
        let (few, many) = (of(fewer), of(fewer + more));
        prop_assert!(few.weight < many.weight);
        let away = |update: Update| (update.after - update.seen).abs();
        prop_assert!(away(many) <= away(few) + 1e-12, "{few:?} {many:?}");
    }

    #[test]
    fn a_higher_score_never_lowers_the_chance(
        figures in any_figures(),
        score in 219_u16..280,
        points in 1_u16..20,
        at in 0_usize..400,
    ) {
        let program = placed(at);
        let of = |score| updated(&somebody(Some(score)), figures, program).after;
        prop_assert!(of(score) <= of(score + points) + 1e-12);
    }

    #[test]
    fn the_ratio_of_densities_is_bounded_and_never_falls(
        score in 150.0..300.0,
        points in 0.0..40.0,
        interviewed in (200.0..290.0, 0.0..60.0),
        pool in (200.0..290.0, 5.0..30.0),
    ) {
        let ratio = |score: f64| score_ratio(score, interviewed, pool);
        let (low, high) = (ratio(score), ratio(score + points));
        prop_assert!((0.1..=10.0).contains(&low) && (0.1..=10.0).contains(&high));
        prop_assert!(low <= high * (1.0 + 1e-9), "{low} {high}");
    }
}

#[test]
fn a_figure_that_agrees_moves_nothing_and_narrows_the_range() {
    // Without a score and ties the applicant is the average one, so the model's chance is its rate.
    let applicant = somebody(None);
    let open = |explanation: &Explanation| {
        let chance = explanation.chance.as_ref().unwrap();
        chance.gates_open == Band::exactly(1.0)
    };
    let program = first(open);
    let before = explained(&applicant, &Entries::default(), program);
    let before = before.chance.unwrap().p_interview;
    let agreed = (before.mid * 1000.0).round() as u16;
    let mut last = width(before);
    for applicants in [1, 10, 100, 1_000, 10_000] {
        let mut figures = rate(agreed, applicants);
        figures.type_applied = Permille::new(500);
        figures.type_interviewed = Permille::new(500);
        let with = parts(&applicant, figures, program);
        assert!((with.p_interview.mid - before.mid).abs() < 0.0006);
        assert!(width(with.p_interview) <= last * (1.0 + 1e-3));
        last = width(with.p_interview);
    }
    assert!(last < 0.5 * width(before));
}

/// On the scale of log odds, where gates are open.
#[test]
fn the_range_never_grows() {
    let applicant = somebody(Some(240));
    let program = first(|e| e.chance.as_ref().unwrap().gates_open == Band::exactly(1.0));
    let before = explained(&applicant, &Entries::default(), program);
    let before = width(before.chance.unwrap().p_interview);
    for tenths in [0, 1, 5, 20, 100, 300, 700, 1000] {
        for applicants in [1, 30, 300, 20_000] {
            let with = parts(&applicant, rate(tenths, applicants), program);
            let now = width(with.p_interview);
            assert!(
                now <= before * 1.05,
                "{tenths} {applicants}: {before} {now}"
            );
        }
    }
}

#[test]
fn figures_move_their_program_alone_and_the_explanation_names_them() {
    let applicant = somebody(Some(240));
    let chances = |entries: &Entries| {
        let ranking = ask(&applicant, entries, rank);
        let rows = ranking.ranked.iter();
        rows.map(|row| (row.program, ranking.chance(row).p_interview))
            .collect::<BTreeMap<_, _>>()
    };
    let before = chances(&Entries::default());
    let program = placed(40);
    let after = chances(&entered(program, rate(600, 500)));
    assert!(after[&program].mid > before[&program].mid);
    for (other, band) in &before {
        assert!(*other == program || after[other] == *band);
    }
    let with = parts(&applicant, rate(600, 500), program);
    assert_eq!(with.p_interview, after[&program]);
    assert!(with.parts.iter().any(|part| part.factor == Factor::Entered));
}

/// What the page says of a known answer is what the chance becomes once it is entered.
#[test]
fn an_answer_of_the_program_is_worth_what_was_said() {
    let is_open = |e: &Explanation| {
        let mut gates = e.gates.iter();
        gates.any(|g| g.gate == Gate::Visa && g.state == GateState::NotStated)
    };
    let (applicant, program) = (somebody(Some(240)), first(is_open));
    let id = dataset::embedded().catalog.get(program).unwrap().id;
    let mut entries = entered(program, rate(600, 5_000));
    let before = explained(&applicant, &entries, program);
    let mut changes = before.changes.iter();
    let visa = changes
        .find(|change| change.gate.gate == Gate::Visa)
        .unwrap();
    let promised = visa.p_interview_if_open.unwrap();
    let mut entry = entries.get(id).unwrap().clone();
    entry.j1 = Some(true);
    entries.set(id, entry.clone());
    let now = explained(&applicant, &entries, program)
        .chance
        .unwrap()
        .p_interview;
    assert!((now.mid - promised).abs() < 1e-9, "{now:?} {promised}");
    assert!(now.mid > 1.02 * before.chance.unwrap().p_interview.mid);
    // And a no shuts it, whatever the figures say.
    entry.j1 = Some(false);
    entry.h1b = Some(H1bPolicy::No);
    entries.set(id, entry);
    let ranking = ask(&applicant, &entries, rank);
    assert!(ranking.shut.iter().any(|row| row.program == program));
}

#[test]
fn a_rate_with_a_signal_changes_what_a_signal_says_and_nothing_else() {
    let (applicant, program) = (somebody(Some(240)), placed(40));
    let signalled = |figures: Figures| {
        let entries = entered(program, figures);
        let rows = ask(&applicant, &entries, |q| what_if(q, program))
            .unwrap()
            .unwrap();
        let row = rows.iter().find(|row| row.difference == Difference::Gold);
        row.unwrap().p_interview.unwrap()
    };
    let plain = rate(100, 500);
    let both = |tenths| Figures {
        rate_signalled: Permille::new(tenths),
        ..plain
    };
    let chance = |figures| parts(&applicant, figures, program).p_interview;
    assert_eq!(chance(plain), chance(both(900)));
    assert!(signalled(both(900)).mid > signalled(plain).mid);
    assert!(signalled(both(10)).mid < signalled(plain).mid);
    // Alone, it leaves the chance without a signal to the model.
    let alone = Figures {
        rate: None,
        ..both(900)
    };
    assert_eq!(chance(alone), chance(Figures::default()));
    assert_eq!(parts(&applicant, alone, program).update, None);
}

/// Without it a figure about everybody would make everybody equal.
#[test]
fn without_percentiles_the_models_own_odds_ratio_stands_in() {
    let program = placed(40);
    let logit = |p: f64| (p / (1.0 - p)).ln();
    let of = |score| updated(&somebody(Some(score)), rate(200, 5_000), program);
    let (low, high) = (of(225), of(265));
    let model = logit(high.before) - logit(low.before);
    let figure = logit(high.seen) - logit(low.seen);
    assert!(
        model > 0.5 && (model - figure).abs() < 1e-9,
        "{model} {figure}"
    );
}

/// A figure about all applicant types never counts as many as one about the applicant's own.
#[test]
fn a_figure_about_all_types_counts_less() {
    let (applicant, program) = (somebody(Some(240)), placed(40));
    let all = updated(&applicant, rate(200, 20_000), program);
    let own = Figures {
        type_applied: Permille::new(400),
        type_interviewed: Permille::new(400),
        ..rate(200, 20_000)
    };
    let own = updated(&applicant, own, program);
    assert!((own.weight - 2_000.0).abs() < 1e-9);
    assert!(all.weight < 20.0, "{}", all.weight);
}
