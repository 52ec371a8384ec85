//! ListSettings of the field beside the forms and results that use them: each opens its explanation at
//! the word.

use yew::prelude::*;

use crate::routing::location::Location;
use crate::routing::route::{Route, Slug};
use state::Section;

/// A term: its name in the glossary, and the word on the page.
type Word = (&'static str, &'static str);

/// A result whose words want explaining.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Result {
    /// A program's facts.
    Program,
    /// Signals of a list.
    Signals,
    /// A first year for advanced positions.
    FirstYear,
    /// What a list comes to.
    List,
}

impl Result {
    const ALL: [Result; 4] = [
        Result::Program,
        Result::Signals,
        Result::FirstYear,
        Result::List,
    ];

    fn words(self) -> &'static [Word] {
        match self {
            Result::Program => &[
                ("requirement", "requirement"),
                ("quota", "quota"),
                ("fill-rate", "fill rate"),
                ("track", "track"),
                ("sponsoring-institution", "sponsoring institution"),
                ("fmg", "FMG"),
            ],
            Result::Signals => &[
                ("signal", "signal"),
                ("gold-signal", "gold"),
                ("silver-signal", "silver"),
                ("home-program", "home program"),
            ],
            Result::FirstYear => &[
                ("advanced-position", "advanced"),
                ("preliminary-position", "preliminary"),
                ("transitional-year", "transitional year"),
                ("categorical-position", "categorical"),
            ],
            Result::List => &[
                ("contiguous-ranks", "contiguous ranks"),
                ("match-rate", "match rate"),
                ("rank-order-list", "rank order list"),
            ],
        }
    }
}

fn of_section(section: Section) -> &'static [Word] {
    match section {
        Section::Person => &[
            ("applicant-type", "applicant type"),
            ("img", "IMG"),
            ("j-1", "J-1"),
            ("h-1b", "H-1B"),
        ],
        Section::Graduation => &[("year-of-graduation", "year of graduation")],
        Section::Exams => &[
            ("step-1", "Step 1"),
            ("step-2-ck", "Step 2 CK"),
            ("step-3", "Step 3"),
            ("comlex-usa", "COMLEX"),
            ("attempt", "attempt"),
        ],
        Section::Ecfmg => &[
            ("ecfmg-certification", "certification"),
            ("pathway", "Pathway"),
        ],
        Section::Experience => &[
            ("us-clinical-experience", "US clinical experience"),
            ("clerkship", "clerkship"),
            ("externship", "externship"),
            ("observership", "observership"),
        ],
        Section::Record => &[("lor", "letter")],
        Section::Training => &[("residency", "residency"), ("pgy", "PGY")],
        Section::Ties => &[("home-program", "home program")],
        Section::Path => &[("couples-match", "Couples Match"), ("hpsp", "HPSP")],
        _ => &[],
    }
}

/// Names of every term that forms and results use.
#[must_use]
pub fn names() -> Vec<&'static str> {
    let forms = Section::ALL.iter().flat_map(|section| of_section(*section));
    let results = Result::ALL.iter().flat_map(|result| result.words());
    forms.chain(results).map(|(name, _)| *name).collect()
}

/// What the words of a group of questions mean.
pub(crate) fn section_terms(section: Section) -> Html {
    line(of_section(section))
}

/// What the words of a result mean.
pub(crate) fn result_terms(result: Result) -> Html {
    line(result.words())
}

fn line(words: &'static [Word]) -> Html {
    let Some(slug) = Slug::parse("glossary").filter(|_| !words.is_empty()) else {
        return html! {};
    };
    html! {
        <p class="muted small no-print">
            { "What it means: " }
            { for words.iter().enumerate().map(|(at, (name, word))| {
                let location = Location {
                    route: Route::Article { slug: slug.clone() },
                    target: Some((*name).into()),
                };
                html! { <>{ if at > 0 { ", " } else { "" } }<a class="term" data-term={*name} href={location.address()}>{ *word }</a></> }
            }) }
        </p>
    }
}
