use super::*;
use crate::catalog::{Catalog, CatalogParts, Specialty};
use crate::geography::UsState;
use crate::program::{Program, ProgramId, SpecialtyCode};
use proptest::prelude::*;

fn program(number: u64, name: &str, institution: &str, city: &str, state: UsState) -> Program {
    let id = ProgramId::from_number(1_400_000_000 + number).unwrap();
    Program {
        institution: (!institution.is_empty()).then(|| institution.into()),
        ..Program::new(id, name, city, state)
    }
}

fn catalog(programs: Vec<Program>) -> Catalog {
    Catalog::new(CatalogParts {
        programs,
        specialties: vec![Specialty {
            aliases: Box::new(["IM".into()]),
            ..Specialty::new(
                SpecialtyCode::from_number(140).unwrap(),
                "Internal Medicine",
            )
        }],
        ..CatalogParts::default()
    })
    .unwrap()
}

fn some_programs() -> Catalog {
    catalog(vec![
        program(
            1,
            "Boston University Medical Center",
            "",
            "Boston",
            UsState::Ma,
        ),
        program(
            2,
            "Massachusetts General Hospital",
            "Harvard",
            "Boston",
            UsState::Ma,
        ),
        program(
            3,
            "St. Luke’s Hospital – Anderson Campus",
            "",
            "Easton",
            UsState::Pa,
        ),
        program(4, "Mayagüez Medical Center", "", "Mayagüez", UsState::Pr),
        program(
            5,
            "Saint Mary's Hospital",
            "Boston Scientific Trust",
            "Waterbury",
            UsState::Ct,
        ),
        program(
            6,
            "Cleveland Clinic Foundation",
            "",
            "Cleveland",
            UsState::Oh,
        ),
        program(7, "Gaston Memorial", "", "Gastonia", UsState::Nc),
    ])
}

/// The search once it is forgiving.
fn search(catalog: &Catalog, query: &str, within: impl Fn(ProgramIndex) -> bool) -> Matches {
    let search = ProgramSearch::default();
    search.forgive();
    search.search(catalog, query, within)
}

fn found(query: &str) -> (Vec<u32>, Spelling) {
    let matches = search(&some_programs(), query, |_| true);
    let all = matches.hits.iter().map(|hit| hit.program.0 + 1).collect();
    (all, matches.spelling)
}

#[test]
fn a_name_beats_an_institution_beats_a_city() {
    assert_eq!(found("boston"), (vec![1, 5, 2], Spelling::AsTyped));
}

#[test]
fn a_whole_word_beats_its_beginning() {
    // `ma` is the state of 1 and 2 and begins names of 2, 4 and 5.
    assert_eq!(found("MA").0, vec![1, 2, 4, 5]);
}

#[test]
fn every_word_must_be_there() {
    assert_eq!(found("boston general").0, vec![2]);
    assert_eq!(found("Boston, MA").0, vec![1, 2, 5]);
    assert_eq!(found("boston cleveland").0, Vec::<u32>::new());
}

#[test]
fn accents_apostrophes_and_saints_are_forgiven() {
    assert_eq!(found("mayaguez").0, vec![4]);
    assert_eq!(found("saint lukes").0, vec![3]);
    assert_eq!(found("st mary").0, vec![5]);
}

#[test]
fn a_typing_error_is_forgiven_only_when_nothing_matches_as_typed() {
    assert_eq!(found("clevland"), (vec![6], Spelling::Near));
    assert_eq!(found("masachu gen"), (vec![2], Spelling::Near));
    assert_eq!(found("gasotn").0, vec![7]);
    assert_eq!(found("bostno").0, vec![1, 5, 2]);
    // Near neighbours of a word that matches are left alone.
    assert_eq!(found("gaston").0, vec![7]);
    assert_eq!(found("mry").0, Vec::<u32>::new());
}

#[test]
fn specialty_alias_and_id_are_searched() {
    assert_eq!(found("IM ohio").0, vec![6]);
    assert_eq!(found("1400000006").0, vec![6]);
    assert_eq!(found("1400000099").0, Vec::<u32>::new());
}

#[test]
fn small_words_are_left_out_unless_alone() {
    assert_eq!(found("the clinic of cleveland").0, vec![6]);
    assert!(SearchIndex::says_something("the"));
    assert!(!SearchIndex::says_something(" - "));
    assert_eq!(found("").0, Vec::<u32>::new());
}

#[test]
fn near_spellings_are_sought_where_the_strict_match_is_not_admitted() {
    let matches = search(&some_programs(), "gaston", |program| program.0 != 6);
    assert_eq!(matches.spelling, Spelling::Near);
    assert_eq!(
        matches.hits.iter().map(|h| h.program.0).collect::<Vec<_>>(),
        [2]
    );
}

proptest! {
    #[test]
    fn any_beginning_of_any_name_word_finds_its_program(
        names in prop::collection::vec("[A-Z][a-zé]{1,8}( [A-Z][a-z’]{1,8}){0,3}", 1..8),
        pick in any::<prop::sample::Index>(),
        cut in 1_usize..9,
    ) {
        let programs = (0..).zip(&names).map(|(i, name)| program(i, name, "", "X", UsState::Ny));
        let catalog = catalog(programs.collect());
        let at = pick.index(names.len());
        let query: Vec<String> = names[at]
            .split(' ')
            .map(|word| word.chars().take(cut).collect())
            .collect();
        let query = query.join(" ");
        if SearchIndex::says_something(&query) {
            let matches = search(&catalog, &query, |_| true);
            prop_assert_eq!(matches.spelling, Spelling::AsTyped);
            prop_assert!(matches.hits.iter().any(|hit| hit.program.0 as usize == at));
        }
    }

    #[test]
    fn one_letter_left_out_of_a_long_word_still_finds_it(
        name in "[a-z]{5,12}", gap in 0_usize..12,
    ) {
        let catalog = catalog(vec![program(0, &name, "", "X", UsState::Ny)]);
        let typed: String = name
            .chars()
            .enumerate()
            .filter(|(at, _)| *at != gap % name.len())
            .map(|(_, letter)| letter)
            .collect();
        prop_assert_eq!(search(&catalog, &typed, |_| true).hits.len(), 1);
    }

    #[test]
    fn hits_are_best_first_and_each_once(query in "\\PC{0,20}") {
        let Matches { hits, spelling } = search(&some_programs(), &query, |_| true);
        prop_assert!(hits.is_sorted_by_key(|hit| hit.rank));
        if spelling == Spelling::AsTyped {
            prop_assert!(hits.is_sorted_by_key(|hit| (hit.rank, hit.program)));
        }
        let mut programs: Vec<_> = hits.iter().map(|hit| hit.program).collect();
        programs.sort_unstable();
        programs.dedup();
        prop_assert_eq!(programs.len(), hits.len());
    }

    #[test]
    fn a_longer_query_never_finds_more_as_typed(a in "[a-z]|[a-z]{4,6}", b in "[a-z]|[a-z]{4,6}") {
        let one = search(&some_programs(), &a, |_| true);
        let two = search(&some_programs(), &format!("{a} {b}"), |_| true);
        if two.spelling == Spelling::AsTyped && !two.hits.is_empty()
            && one.spelling == Spelling::AsTyped {
            prop_assert!(two.hits.iter().all(|h| one.hits.iter().any(|o| o.program == h.program)));
        }
    }
}

#[test]
fn passages_are_found_by_title_part_and_words() {
    let passages = [
        ["Visas", "The J-1", "sponsor home rule two years"],
        ["Letters", "", "writer physician recommend"],
        ["Money", "Scams", "letter guaranteed"],
    ];
    let index = SearchIndex::of_passages(passages.into_iter());
    let found = |query: &str| -> Vec<usize> {
        let hits = index.passages(query).into_iter();
        hits.map(|(at, _)| at).collect()
    };
    assert_eq!(found("spons"), [0]);
    // The title weighs more than a word of the text.
    assert_eq!(found("letter"), [1, 2]);
    // One typing error.
    assert_eq!(found("physicain"), [1]);
    assert_eq!(found("visas j-1"), [0]);
    assert_eq!(found("visas J1"), [0]);
    // What nobody writes as one word is two.
    assert_eq!(found("years2"), Vec::<usize>::new());
    let steps = SearchIndex::of_passages([["Step 2 CK", "", "exam"]].into_iter());
    assert_eq!(steps.passages("step2").len(), 1);
    assert!(found("  ").is_empty());
}
