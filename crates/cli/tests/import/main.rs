//! Lists as people have them, read on the real catalog: official names, spreadsheets without zeros,
//! codes of the Match, tables with two headings; and four thousand names as they are written and
//! mistyped.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "functions that tests share may stop the test"
)]

#[path = "../dataset/mod.rs"]
mod dataset;
mod rates;
mod writing;

use engine::linkage::list::{List, ListReader, Taken};
use engine::program::{ProgramId, SpecialtyCode};
use engine::search::{ProgramSearch, Spelling};

fn read_in(text: &str, specialties: &[&str]) -> List {
    let search = ProgramSearch::default();
    let chosen: Vec<_> = specialties
        .iter()
        .map(|code| SpecialtyCode::parse(code).unwrap())
        .collect();
    ListReader::new(
        search.linkage(dataset::embedded().catalog),
        text,
        &chosen,
        usize::MAX,
    )
    .finish()
}

fn read(text: &str) -> List {
    read_in(text, &[])
}

/// The id of a program that is found, with a `?` before it where it is asked first; empty where it is unknown.
fn said(list: &List) -> Vec<(usize, String)> {
    let catalog = dataset::embedded().catalog;
    let id = |program| catalog.get(program).unwrap().id;
    let said = list.lines.iter().map(|line| {
        let taken = match &line.taken {
            Taken::Surely(program) => id(*program).to_string(),
            Taken::Perhaps(programs) => format!("?{}", id(programs[0])),
            Taken::Unknown => String::new(),
        };
        (line.number, taken)
    });
    said.collect()
}

fn names(list: &List) -> Vec<Vec<String>> {
    let catalog = dataset::embedded().catalog;
    let lines = list.lines.iter().map(|line| match &line.taken {
        Taken::Surely(program) => vec![catalog.get(*program).unwrap().name.to_string()],
        Taken::Perhaps(programs) => {
            let names = programs
                .iter()
                .map(|p| catalog.get(*p).unwrap().name.to_string());
            names.collect()
        }
        Taken::Unknown => Vec::new(),
    });
    lines.collect()
}

#[test]
fn ids_without_their_zero_are_found() {
    let text = include_str!("../fixtures/lists/ids-without-zero.txt");
    let found = said(&read(text));
    assert_eq!(found.len(), text.lines().count());
    for ((number, id), line) in found.iter().zip(text.lines()) {
        let written = line.rsplit(['(', ')']).nth(1).unwrap();
        assert_eq!(
            (id.as_str(), ProgramId::parse(id).is_some()),
            (&*format!("0{written}"), true),
            "line {number}"
        );
    }
}

#[test]
fn official_names_are_found_where_the_specialty_is_known_and_asked_where_it_is_not() {
    let text = include_str!("../fixtures/lists/official-names.txt");
    let chosen = names(&read_in(text, &["140"]));
    // One of them is the name of several programs, in different cities.
    let one = chosen.iter().filter(|offered| offered.len() == 1).count();
    assert_eq!((one, chosen.len()), (11, 12));
    let list = chosen
        .iter()
        .chain(&names(&read(text)))
        .cloned()
        .collect::<Vec<_>>();
    for (line, offered) in text.lines().chain(text.lines()).zip(list) {
        let first = offered.first().map(|name| format!("{name} Program"));
        assert_eq!(first.as_deref(), Some(line));
    }
}

#[test]
fn codes_of_the_match_are_found_in_any_column_with_unseen_blanks() {
    let text = include_str!("../fixtures/lists/nrmp-codes.csv");
    let catalog = dataset::embedded().catalog;
    let list = read(text);
    assert_eq!(list.lines.len(), text.lines().count() - 1);
    for line in &list.lines {
        let Taken::Surely(program) = line.taken else {
            panic!("{line:?}");
        };
        let codes = catalog.get(program).unwrap().nrmp_codes.iter();
        let has = codes
            .map(ToString::to_string)
            .any(|code| line.text.contains(&code));
        assert!(has, "{line:?}");
    }
    let elsewhere = read("St Barnabas,,see 1826140c0\u{200b}");
    assert!(matches!(elsewhere.lines[0].taken, Taken::Surely(_)));
}

#[test]
fn headings_and_groups_are_no_programs_and_a_program_counts_once() {
    let two = read(include_str!("../fixtures/lists/two-headings.csv"));
    assert_eq!(
        said(&two),
        [(3, "1400121020"), (4, "1400121022"), (5, "1400100900")].map(|(n, id)| (n, id.to_owned()))
    );
    let once = read(include_str!("../fixtures/lists/three-times.txt"));
    assert_eq!(said(&once), [(1, "1400100901".to_owned())]);
}

#[test]
fn a_telephone_number_before_the_id_does_not_hide_it() {
    for row in [
        "2125551234 Baptist Health 1400121020",
        "Baptist Health,(212) 555-1234,1400121020,4155550000",
        "\"Baptist\nHealth\";+1 2125551234;ACGME 1400121020",
        "Anesthesiology;6175550000;403500184",
    ] {
        let id = if row.contains("Anes") {
            "0403500184"
        } else {
            "1400121020"
        };
        assert_eq!(said(&read(row)), [(1, id.to_owned())], "{row}");
    }
}

#[test]
fn brackets_slashes_and_nicknames_lead_to_their_program() {
    for (row, id) in [
        ("St Barnabas (SBH) Bronx", "1403521485"),
        ("Mount Sinai Elmhurst / Queens", "1403511268"),
        ("wyckoff hights", "1403521520"),
        ("BIDMC Boston", "1402421162"),
    ] {
        let list = read_in(row, &["140"]);
        let id = ProgramId::parse(id).unwrap();
        let (program, _) = dataset::embedded().catalog.find(id).unwrap();
        let first = match &list.lines[0].taken {
            Taken::Surely(one) => Some(*one),
            Taken::Perhaps(all) => all.first().copied(),
            Taken::Unknown => None,
        };
        assert_eq!(first, Some(program), "{row}: {:?}", names(&list));
    }
    let both = read_in("Mount Sinai Elmhurst / Queens", &["140"]);
    assert!(
        names(&both)[0]
            .iter()
            .any(|name| name.ends_with("(Queens)"))
    );
}

#[test]
fn a_section_says_where_the_lines_below_it_are_sought() {
    let list = read(
        "Family Medicine\nTidalHealth Program\n\nInternal Medicine:\nTidalHealth\nReach\nGarnet Health",
    );
    assert_eq!(
        said(&list)[..2],
        [(2, "1202300001".to_owned()), (5, "1402300001".to_owned())]
    );
    assert_eq!(list.lines.len(), 3);
    // A row that names its specialty is believed over the choice.
    let named = read_in("TidalHealth,Family Medicine", &["140"]);
    assert_eq!(said(&named), [(1, "1202300001".to_owned())]);
}

#[test]
fn what_no_program_is_named_like_is_unknown_and_another_city_is_asked() {
    let list = read("nowhere at all\n9999999999\nHospital of Atlantis\nProgram");
    assert_eq!(
        said(&list),
        [(1, String::new()), (2, String::new()), (3, String::new())]
    );
    let elsewhere = read_in("Garnet Health Medical Center,Springfield,IL", &["140"]);
    assert_eq!(said(&elsewhere), [(1, "?1403500928".to_owned())]);
    // An id that the catalog does not have is no proof of anything, whatever name stands beside it.
    let stranger = read_in("Garnet Health Medical Center,1409999999", &["140"]);
    assert_eq!(said(&stranger), [(1, "?1403500928".to_owned())]);
}

#[test]
fn the_search_reads_like_the_import() {
    let catalog = dataset::embedded().catalog;
    let search = ProgramSearch::default();
    let found = |query: &str| {
        let matches = search.search(catalog, query, |_| true);
        let ids = matches
            .hits
            .iter()
            .map(|hit| catalog.get(hit.program).unwrap().id.to_string());
        (ids.collect::<Vec<_>>(), matches.spelling)
    };
    // What the first download finds.
    assert!(
        found("TidalHealth Residency Program")
            .0
            .contains(&"1402300001".to_owned())
    );
    assert_eq!(found("wyckoff hights").0, Vec::<String>::new());
    search.forgive();
    assert!(found("wyckoff hights").0.contains(&"1403521520".to_owned()));
    assert_eq!(found("wyckoff hights").1, Spelling::Near);
    assert_eq!(
        found("403500184"),
        (vec!["0403500184".to_owned()], Spelling::AsTyped)
    );
    assert_eq!(found("1826140C0\u{200b}").0.len(), 1);
    assert!(
        found("St Barnabas (SBH) Bronx")
            .0
            .contains(&"1403521485".to_owned())
    );
    assert_eq!(found("zzzzqqqq").0, Vec::<String>::new());
    assert_eq!(found("boston cleveland").0, Vec::<String>::new());
}
