//! What the data files hold, counted. A change of these numbers is a change of the data.

use std::collections::BTreeSet;

use engine::calendar::Season;
use engine::catalog::details::ProgramDetails;
use engine::fact::{Fact, Origin, RecordField};
use engine::policy::{Policy, Scope};
use engine::program::{Program, SpecialtyCode};
use engine::season::{Allotment, SeasonEvent};
use engine::vocabulary::Route;

use crate::samples::CATALOG;

fn count(has: impl Fn(&Program) -> bool) -> usize {
    CATALOG.programs().iter().filter(|p| has(p)).count()
}

/// Programs for which one value stands, and for which values conflict.
fn states<T>(fact: impl Fn(&Policy) -> &Fact<T>) -> (usize, usize) {
    let stated = count(|p| matches!(fact(p.policy()), Fact::Stated(_)));
    let conflicting = count(|p| matches!(fact(p.policy()), Fact::Conflicting(_)));
    (stated, conflicting)
}

#[test]
fn programs_and_routes() {
    assert_eq!(CATALOG.programs().len(), 5960);
    assert_eq!(CATALOG.specialties().len(), 53);
    let by_route = |route| {
        count(|p| {
            let specialty = CATALOG.specialty(p.specialty());
            specialty.is_some_and(|s| s.route == route)
        })
    };
    let routes: Vec<usize> = Route::ALL.iter().map(|route| by_route(*route)).collect();
    assert_eq!(routes, [5362, 280, 219, 99]);
}

#[test]
fn records() {
    assert_eq!(count(|p| p.in_2025_directory), 5656);
    assert_eq!(count(|p| p.point.is_none()), 11);
    let details = &CATALOG.details().unwrap().programs;
    let told = |has: fn(&ProgramDetails) -> bool| details.iter().filter(|d| has(d)).count();
    assert_eq!(told(|d| !d.websites.is_empty()), 4055);
    assert_eq!(told(|d| d.websites.len() == 2), 69);
    assert_eq!(told(|d| d.sponsor.is_some()), 3189);
    assert_eq!(told(|d| d.sites.is_some()), 284);
    assert_eq!(
        told(|d| d.filing.as_ref().is_some_and(|f| f.pay.is_some())),
        1657
    );
    assert_eq!(count(|p| p.hospital.is_some()), 5337);
    assert_eq!(CATALOG.hospitals().len(), 972);
    assert_eq!(count(|p| p.is_new_2026), 14);
    assert_eq!(count(|p| !p.unfilled_2026.is_empty()), 666);
    let codes = CATALOG.programs().iter().map(|p| p.unfilled_2026.len());
    assert_eq!(codes.sum::<usize>(), 698);
    assert_eq!(count(|p| p.accreditation.is_some()), 284);
    assert_eq!(count(|p| p.eras_2021.is_some()), 4825);
    assert_eq!(count(|p| p.h1b_filing.is_some()), 2449);
    assert_eq!(count(|p| p.teaching_health_center), 23);
    assert_eq!(count(|p| p.is_military), 107);
    assert_eq!(count(|p| !p.nrmp_codes.is_empty()), 4553);
    assert_eq!(count(|p| !p.history.is_empty()), 3495);
}

#[test]
fn statements_and_what_stands_after_precedence() {
    let statements = CATALOG.statements();
    assert_eq!(statements.len(), 554);
    let own = statements.iter().filter(|s| s.scope == Scope::Program);
    assert_eq!(own.count(), 423);
    let covered: BTreeSet<_> = statements.iter().flat_map(|s| &s.programs).collect();
    assert_eq!(covered.len(), 2249);

    assert_eq!(states(|policy| &policy.j1), (2139, 0));
    assert_eq!(states(|policy| &policy.h1b), (1568, 239), "1,060 in all");
    assert_eq!(states(|policy| &policy.step1_minimum), (45, 0));
    assert_eq!(states(|policy| &policy.step2_minimum), (50, 0));
    assert_eq!(states(|policy| &policy.max_attempts), (133, 0));
    assert_eq!(states(|policy| &policy.max_attempts_step1), (9, 0));
    assert_eq!(states(|policy| &policy.graduation), (303, 0));
    assert_eq!(states(|policy| &policy.experience), (268, 0));
    // Pages on 646 programs speak of the certificate; the others do not say by when.
    assert_eq!(states(|policy| &policy.ecfmg), (289, 0));
    assert_eq!(states(|policy| &policy.img_percent), (4, 0));
}

#[test]
fn a_no_where_the_employer_filed_for_residents_is_conflicting() {
    let against = |own: bool| {
        count(|p| {
            let evidence = p.policy().h1b.evidence();
            let record = evidence
                .iter()
                .any(|e| matches!(e.origin, Origin::Record(_)));
            let page = evidence
                .iter()
                .any(|e| matches!(e.origin, Origin::Program(_)));
            record && page == own
        })
    };
    assert_eq!((against(true), against(false)), (51, 153));
}

#[test]
fn every_record_field_has_a_source() {
    let program = CATALOG.programs().first().unwrap();
    for field in RecordField::ALL {
        let source = CATALOG.record_source(program, *field).unwrap();
        assert!(CATALOG.source(source).is_some(), "{field:?}");
    }
    let outside = CATALOG.programs().iter().find(|p| !p.in_2025_directory);
    let source = CATALOG.record_source(outside.unwrap(), RecordField::Name);
    let source = CATALOG.source(source.unwrap()).unwrap();
    assert_eq!(&*source.key, "eras_list_2021");
}

#[test]
fn signals_and_days_of_the_season() {
    let of = |code| {
        let code = SpecialtyCode::parse(code).unwrap();
        CATALOG.signals(Season(2027), code).map(|s| s.allotment)
    };
    assert_eq!(
        of("140"),
        Some(Allotment::Tiered {
            gold: 3,
            silver: 12
        })
    );
    assert_eq!(of("120"), Some(Allotment::Single(5)));
    assert_eq!(of("220"), Some(Allotment::NotStated));
    assert_eq!(of("240"), Some(Allotment::None));
    assert_eq!(of("700"), Some(Allotment::Single(5)));
    assert_eq!(of("705"), None, "no figure");
    let day = |event| {
        let date = CATALOG.season_date(Season(2027), event);
        date.map(|date| date.day.to_string())
    };
    let review = day(SeasonEvent::ProgramsReview);
    assert_eq!(review.as_deref(), Some("2026-09-23"));
    assert_eq!(day(SeasonEvent::MatchDay).as_deref(), Some("2027-03-19"));
    assert_eq!(day(SeasonEvent::ErasEnds), None);
}

/// The state reckons these days by their weekday, since it needs them before the data are here.
#[test]
fn the_days_that_the_app_reckons_are_the_published_ones() {
    use state::season::{match_day, review_opens};
    let mut compared = 0;
    for date in CATALOG.season_dates() {
        let reckoned = match date.event {
            SeasonEvent::ProgramsReview => review_opens(date.season),
            SeasonEvent::MatchDay => match_day(date.season),
            _ => continue,
        };
        assert_eq!(reckoned, Some(date.day), "{:?}", date.event);
        compared += 1;
    }
    assert_eq!(compared, 4);
}

#[test]
fn only_rules_on_the_training_licence_are_gates() {
    let rules = CATALOG.licence_rules();
    let gates = rules.iter().filter(|rule| rule.for_training);
    let mut states: Vec<&str> = gates.map(|rule| rule.state.code()).collect();
    states.dedup();
    assert_eq!(states, ["CA", "PA", "PR", "TX"]);
    let table = rules.iter().filter(|rule| &*rule.as_of == "November 2017");
    let table: Vec<_> = table.collect();
    assert_eq!(table.len(), 52);
    assert!(table.iter().all(|rule| !rule.for_training));
}
