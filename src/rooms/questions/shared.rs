//! The questions that more than one room asks: specialty, applicant type, visa, Step 2 CK.

use engine::ordering;
use std::rc::Rc;

use yew::prelude::*;

use super::form::{Asked, Form, Offer, offers};
use crate::kit::{Combobox, Suggestion};
use engine::catalog::Catalog;
use engine::vocabulary::{ApplicantType, Route, VisaNeed};
use state::questions::{COMLEX2_SCORE, KIND, STEP2, STEP2_SCORE, VISA, naming};
use state::questions::{SpecialtyAnswer, Step2Answer};
use state::{Edit, Field};

/// Every specialty as a suggestion; the ones that the Main Match fills come first.
#[hook]
pub(crate) fn use_specialties(form: &Form) -> Rc<[Suggestion]> {
    let pack = form.state.pack.clone();
    (*use_memo(pack, |pack| {
        pack.ready()
            .map(|loaded| specialties(&loaded.catalog))
            .unwrap_or_default()
    }))
    .clone()
}

fn specialties(catalog: &Catalog) -> Rc<[Suggestion]> {
    let mut all: Vec<_> = catalog.specialties().iter().collect();
    ordering::sort_by(&mut all, |a, b| (a.route, &a.name).cmp(&(b.route, &b.name)));
    let training = all.iter().map(|s| Suggestion {
        label: s.name.to_string().into(),
        also: s.aliases.join(";").into(),
        detail: (s.route != Route::MainMatch).then(|| s.route.label().into()),
    });
    let with_one_year = all.iter().filter(|s| !s.one_year.is_empty());
    let one_year = with_one_year.map(|s| Suggestion {
        label: format!("{}{}", s.name, naming::PRELIMINARY).into(),
        also: format!("Preliminary {}", s.aliases.join(";Preliminary ")).into(),
        detail: Some("One year".into()),
    });
    training.chain(one_year).collect()
}

/// The specialty at a place of the order, from 0.
pub(crate) fn specialty(
    form: &Form,
    index: usize,
    asked: Asked,
    suggestions: &Rc<[Suggestion]>,
    error: Option<AttrValue>,
) -> Html {
    let Some(field) = Field::SPECIALTIES.get(index).copied() else {
        return Html::default();
    };
    // As typed, even where it names a specialty: a box that rewrites itself loses the next key.
    let answer = form.answers().specialties.get(index);
    let value = answer.map_or_else(String::new, |answer| answer.typed.clone());
    let loaded = form.state.pack.ready().cloned();
    let on_type = form.edit(move |typed| {
        let catalog = loaded.as_ref().map(|loaded| &loaded.catalog);
        Edit::specialty(index, naming::specialty_answer(catalog, typed))
    });
    let (names, loaded) = (suggestions.clone(), form.state.pack.ready().cloned());
    let on_choose = form.edit(move |at: usize| {
        let label = names.get(at).map(|s| s.label.to_string());
        let catalog = loaded.as_ref().map(|loaded| &loaded.catalog);
        Edit::specialty(
            index,
            label.map_or_else(SpecialtyAnswer::default, |label| {
                naming::specialty_answer(catalog, label)
            }),
        )
    });
    html! {
        <Combobox
            id={field.code()} label={asked.question} hint={asked.hint} {value}
            suggestions={suggestions.clone()} {error} {on_type} {on_choose}
        />
    }
}

impl Form {
    /// The catalog, once it is here.
    pub(crate) fn catalog(&self) -> Option<&Catalog> {
        self.state.pack.ready().map(|loaded| &loaded.catalog)
    }
}

const TYPES: [Offer<ApplicantType>; 6] = [
    (
        ApplicantType::NonUsImg,
        "IMG, not a US citizen",
        Some(
            "Medical school outside the US and Puerto Rico. Permanent residents of the US belong here. So do graduates of Canadian schools who graduated after 1 July 2025.",
        ),
    ),
    (
        ApplicantType::UsImg,
        "IMG, US citizen",
        Some("US citizen with a medical school outside the US."),
    ),
    (
        ApplicantType::UsMdSenior,
        "US MD senior",
        Some("In the final year of an MD school in the US."),
    ),
    (
        ApplicantType::UsMdGrad,
        "US MD graduate",
        Some("MD degree from a US school in an earlier year."),
    ),
    (
        ApplicantType::UsDoSenior,
        "US DO senior",
        Some("In the final year of an osteopathic school."),
    ),
    (
        ApplicantType::UsDoGrad,
        "US DO graduate",
        Some("DO degree in an earlier year."),
    ),
];

/// Applicant type.
pub(crate) fn kind(form: &Form, asked: Asked) -> Html {
    form.radios(KIND, asked, &TYPES)
}

const VISAS: [Offer<VisaNeed>; 4] = [
    (
        VisaNeed::None,
        "No visa needed",
        Some("Citizen, permanent resident, or another status that allows the training."),
    ),
    (
        VisaNeed::J1,
        "J-1",
        Some("Sponsored by ECFMG. You return home for two years afterwards, or get a waiver."),
    ),
    (
        VisaNeed::H1b,
        "H-1B only",
        Some("Sponsored by the program. It needs a Step 3 pass."),
    ),
    (
        VisaNeed::Either,
        "J-1 or H-1B",
        Some("Whichever the program offers."),
    ),
];

/// Visa; not asked of US citizens.
pub(crate) fn visa(form: &Form, asked: Asked) -> Html {
    if form.answers().get(KIND) == Some(ApplicantType::UsImg) {
        return Html::default();
    }
    form.radios(VISA, asked, &VISAS)
}

/// Step 2 CK, COMLEX Level 2-CE, or neither yet; each with its score below.
pub(crate) fn step2(form: &Form, asked: Asked, score_extra: impl Fn() -> Html) -> Html {
    let mut all = offers(Step2Answer::ALL, Step2Answer::label);
    let answers = form.answers();
    let osteopathic = answers.get(KIND).is_none_or(ApplicantType::is_osteopathic);
    if !osteopathic && answers.get(STEP2) != Some(Step2Answer::Comlex) {
        all.retain(|(word, ..)| *word != Step2Answer::Comlex);
    }
    form.radios_revealing(
        STEP2,
        asked,
        &all,
        |word| match word {
            Step2Answer::Score => Some(html! {
                <>
                    { form.number(STEP2_SCORE, Asked::hinted("Step 2 CK score", "Three digits, such as 235")) }
                    { score_extra() }
                </>
            }),
            Step2Answer::Comlex => Some(html! {
                <>
                    { form.number(COMLEX2_SCORE, Asked::hinted(
                        "COMLEX Level 2-CE score",
                        "It is never converted to a USMLE score: your chance is your type's average, with a wider range",
                    )) }
                </>
            }),
            Step2Answer::NotYet => None,
        },
    )
}
