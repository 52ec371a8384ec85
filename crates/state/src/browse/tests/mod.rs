mod world;

use super::*;
use engine::applicant::Entry;
use engine::band::Band;
use engine::catalog::ProgramIndex;
use engine::catalog::details::{Details, ProgramDetails, StatementDetails, Website};
use engine::geography::{Point, UsState};
use engine::notice::Notice;
use engine::preference::Nearness;
use engine::search::Spelling;
use engine::vocabulary::Setting;

use world::{World, id, ranked, world};

#[test]
fn each_program_is_shown_in_exactly_one_of_the_four_standings() {
    let world = world();
    let shows = [Show::Ranked, Show::Shut, Show::NotModelled, Show::Elsewhere];
    let all: Vec<Vec<u32>> = shows
        .into_iter()
        .map(|show| {
            world.shown(&Browse {
                show,
                ..Browse::default()
            })
        })
        .collect();
    assert_eq!(all, [vec![2, 0, 1], vec![4], vec![3], vec![5]]);
    let counts = view(&world.input(), &Browse::default()).counts;
    assert_eq!(shows.map(|show| counts.of(show)), [3, 1, 1, 1]);
}

#[test]
fn hidden_leaves_the_others_and_keeps_places() {
    let mut world = world();
    world.hidden.insert(id(2));
    world.pinned.insert(id(1));
    let view_of = |show| {
        view(
            &world.input(),
            &Browse {
                show,
                ..Browse::default()
            },
        )
    };
    let first = view_of(Show::Ranked).rows[0];
    assert_eq!(first.place().map(|place| place.at), Some(2));
    assert_eq!(view_of(Show::Ranked).counts.ranked, 2);
    assert_eq!(view_of(Show::Hidden).rows.len(), 1);
    assert_eq!(view_of(Show::Pinned).rows[0].program, ProgramIndex(1));
}

#[test]
fn a_row_has_the_places_of_its_band() {
    let mut world = world();
    let alone = |at| Place {
        at,
        first: at,
        last: at,
    };
    let places = |world: &World| -> Vec<Place> {
        let rows = view(&world.input(), &Browse::default()).rows;
        rows.iter().filter_map(Row::place).collect()
    };
    assert_eq!(places(&world), [alone(1), alone(2), alone(3)]);
    world.bands = vec![Band { first: 0, last: 0 }, Band { first: 1, last: 2 }];
    let shared = |at| Place {
        at,
        first: 2,
        last: 3,
    };
    let found = places(&world);
    assert_eq!(found, [alone(1), shared(2), shared(3)]);
    let words: Vec<_> = found.iter().map(|place| place.words()).collect();
    assert_eq!(words, ["1", "2 to 3", "2 to 3"]);
    assert!(found[1].is_shared_with(found[2]));
    assert!(!found[0].is_shared_with(found[0]), "a band of one");
    let of = |program| Place::find(&world.ranking, &world.bands, ProgramIndex(program));
    assert_eq!((of(1), of(4)), (Some(shared(3)), None));
}

#[test]
fn the_file_has_the_band_and_what_the_chances_leave_out() {
    let mut world = world();
    world.bands = vec![Band { first: 0, last: 1 }, Band { first: 2, last: 2 }];
    world.notices = vec![Notice::Late];
    let lines = |show| {
        let browse = Browse {
            show,
            ..Browse::default()
        };
        let rows = view(&world.input(), &browse).rows;
        let file = crate::browse::export::programs_csv(&world.input(), &rows);
        file.lines().map(str::to_owned).collect::<Vec<_>>()
    };
    let late = Notice::Late.label();
    let ranked = lines(Show::Ranked);
    for (line, places) in ranked.iter().skip(1).zip(["1,2", "1,2", "3,3"]) {
        assert!(line.contains(&format!(",{places},\"{late}\",")), "{line}");
    }
    assert!(!lines(Show::Shut)[1].contains(late), "it has no chance");
}

#[test]
fn sorts() {
    let mut world = world();
    let by = |world: &World, sort| {
        world.shown(&Browse {
            sort,
            ..Browse::default()
        })
    };
    assert_eq!(by(&world, Sort::Interview), [2, 0, 1]);
    assert_eq!(by(&world, Sort::Preference), [2, 1, 0]);
    assert_eq!(by(&world, Sort::Name), [0, 1, 2]);
    assert_eq!(by(&world, Sort::State), [0, 2, 1]);
    assert_eq!(
        by(&world, Sort::Distance),
        [2, 0, 1],
        "no place: order of value"
    );
    world.preferences.near = Some(Nearness {
        label: "Boston".into(),
        point: Point::new(42.36, -71.06).unwrap(),
        miles: 100,
    });
    assert_eq!(
        by(&world, Sort::Distance),
        [0, 2, 1],
        "no coordinates: last"
    );
}

#[test]
fn search_puts_the_best_text_match_first() {
    let mut world = world();
    world.ranking.ranked.push(ranked(5, 0.01, 1.0));
    let browse = |query: &str| Browse {
        query: query.into(),
        ..Browse::default()
    };
    assert_eq!(world.shown(&browse("boston")), [0, 5]);
    assert_eq!(world.shown(&browse("cleveland boston")), Vec::<u32>::new());
    assert_eq!(world.shown(&browse(" ,")), [2, 0, 1, 5]);
    let near = view(&world.input(), &browse("bostno"));
    assert_eq!(near.spelling, Spelling::Near);
    assert_eq!(near.rows.len(), 2);
}

#[test]
fn filters_are_or_within_a_group_and_and_between_groups() {
    let world = world();
    let with = |facets: &[Facet]| {
        let mut browse = Browse::default();
        for facet in facets {
            browse.edit(BrowseEdit::Toggle(*facet));
        }
        world.shown(&browse)
    };
    assert_eq!(with(&[Facet::State(UsState::Ma)]), [0]);
    assert_eq!(
        with(&[Facet::State(UsState::Ma), Facet::State(UsState::Oh)]),
        [0, 1]
    );
    assert_eq!(
        with(&[
            Facet::State(UsState::Ma),
            Facet::Setting(Setting::University)
        ]),
        Vec::<u32>::new()
    );
    assert_eq!(with(&[Facet::Chance(ChanceClass::Target)]), [0]);
    assert_eq!(with(&[Facet::Visa(VisaWord::StatedYes)]), [0]);
    assert_eq!(with(&[Facet::Size(None)]), [2, 0, 1]);
    assert_eq!(with(&[Facet::Evidence(EvidenceKind::Nothing)]), [2, 1]);
    assert_eq!(
        with(&[Facet::State(UsState::Ma), Facet::State(UsState::Ma)]),
        [2, 0, 1]
    );
}

#[test]
fn the_tally_of_a_group_ignores_its_own_filters() {
    let world = world();
    let mut browse = Browse::default();
    browse.edit(BrowseEdit::Toggle(Facet::State(UsState::Ma)));
    let tally = tally(&world.input(), &browse);
    assert_eq!(tally.of(Facet::State(UsState::Oh)), 1);
    assert_eq!(tally.of(Facet::Chance(ChanceClass::Target)), 1);
    assert_eq!(tally.of(Facet::Chance(ChanceClass::Likely)), 0);
}

#[test]
fn own_entries_override_visa_and_setting() {
    let mut world = world();
    let entry = Entry {
        j1: Some(false),
        setting: Some(Setting::University),
        ..Entry::default()
    };
    world.entries.set(id(0), entry);
    let mut browse = Browse::default();
    browse.edit(BrowseEdit::Toggle(Facet::Visa(VisaWord::StatedNo)));
    browse.edit(BrowseEdit::Toggle(Facet::Setting(Setting::University)));
    browse.edit(BrowseEdit::Toggle(Facet::Evidence(EvidenceKind::Own)));
    assert_eq!(world.shown(&browse), [0]);
}

#[test]
fn a_frozen_order_holds_still_and_says_that_it_is_old() {
    let mut world = world();
    let rows = |world: &World| view(&world.input(), &Browse::default()).rows;
    let frozen = FrozenOrder::of(&rows(&world));
    assert!(!frozen.arrange(&rows(&world)).is_stale);
    world.ranking.ranked.swap(0, 2);
    let arranged = frozen.arrange(&rows(&world));
    assert!(arranged.is_stale);
    let order: Vec<u32> = arranged.rows.iter().map(|row| row.program.0).collect();
    assert_eq!(order, [2, 0, 1]);
    assert_eq!(arranged.rows[0].place().map(|place| place.at), Some(3));
    world.hidden.insert(id(0));
    assert_eq!(frozen.arrange(&rows(&world)).rows.len(), 2);
}

#[test]
fn a_program_that_is_new_follows_the_frozen_ones() {
    let world = world();
    let rows = view(&world.input(), &Browse::default()).rows;
    let frozen = FrozenOrder::of(&rows[1..]);
    let order: Vec<u32> = frozen
        .arrange(&rows)
        .rows
        .iter()
        .map(|r| r.program.0)
        .collect();
    assert_eq!(order, [0, 1, 2]);
}

#[test]
fn a_fifth_program_is_not_compared() {
    let mut browse = Browse::default();
    for number in 0..5 {
        browse.edit(BrowseEdit::Compare(id(number)));
    }
    assert_eq!(browse.compare, [id(0), id(1), id(2), id(3)]);
    browse.edit(BrowseEdit::Compare(id(1)));
    assert_eq!(browse.compare, [id(0), id(2), id(3)]);
}

#[test]
fn the_file_has_a_row_for_each_program_and_one_for_the_headings() {
    let mut world = world();
    world.pinned.insert(id(2));
    world.listed.insert(id(2), engine::portfolio::Level::Gold);
    world.notes.insert(id(0), "=cmd".to_owned());
    let rows = view(&world.input(), &Browse::default()).rows;
    let file = crate::browse::export::programs_csv(&world.input(), &rows);
    let lines: Vec<&str> = file.trim_end().split("\r\n").collect();
    assert_eq!(lines.len(), 4);
    assert!(lines[0].starts_with("\u{feff}Place,Program,Institution,Specialty,City,State,"));
    assert_eq!(
        lines[1],
        "1,Zion Medical Center,,Internal Medicine,Town,NY,ACGME 1400000002,Ranked,Not stated,\
         0.4000,0.4000,0.4000,0.2000,0.2000,0.2000,1.0000,0.0800,1,1,,Not stated,,,,yes,gold,"
    );
    assert!(lines[2].ends_with(",'=cmd"));
}

#[test]
fn the_file_has_the_newest_website_once_the_details_are_here() {
    let world = world();
    let row = || {
        let rows = view(&world.input(), &Browse::default()).rows;
        let file = crate::browse::export::programs_csv(&world.input(), &rows);
        file.lines().nth(1).unwrap_or_default().to_owned()
    };
    assert!(!row().contains("https://"));
    let site = |url: &str, year| Website {
        url: url.into(),
        year,
    };
    let mut programs = vec![ProgramDetails::default(); 6];
    programs[2].websites = Box::new([
        site("https://old.example.org", 2021),
        site("https://new.example.org", 2022),
    ]);
    let details = Details {
        programs,
        statements: vec![StatementDetails::default()],
        ..Details::default()
    };
    world.catalog.add_details(details).unwrap();
    assert!(row().contains(",https://new.example.org,"));
}
