//! Whole lists: where US seniors are sent once a match is all but sure, and what IMGs may hope for
//! in a field that takes few of them.
//!
//! Nobody states a wish, save where the row says so. A hospital that trains many specialties is
//! what tells an academic centre from a community hospital in these data.

use serde::Serialize;

use super::short;
use crate::{FitError, Fitted};
use data::specialty_of;
use engine::applicant::{Applicant, Comlex, ComlexScore, Entries, Score, Step2};
use engine::list::{
    Allowance, Application, Bounds, Limits, Making, Prospects, Recommended, Signalling, outcome,
};
use engine::odds::reference::reference_applicant;
use engine::preference::{Preferences, Share, SpecialtyChoice};
use engine::ranking::{RankInput, rank};
use engine::vocabulary::{ApplicantType, Setting};

/// A hospital that trains so many specialties is broad.
const BROAD: u8 = 12;
/// As many programs as a reader looks at first.
const FIRST: usize = 20;
/// Applications of an IMG in orthopaedics: about the mean that is published.
const ORTHOPAEDIC: usize = 88;

/// One person's list.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ListCheck {
    /// Who asks.
    pub who: String,
    /// Code of the applicant type.
    pub kind: &'static str,
    /// The specialty.
    pub name: &'static str,
    /// The setting that the person asks for; `None` without a wish.
    pub wish: Option<&'static str>,
    /// Applications: as many as are recommended, or as others send where so many were asked for.
    pub sent: usize,
    /// Of them at hospitals that train twelve specialties and more.
    pub broad: usize,
    /// Of the first twenty programs, how many had positions left in the Match of 2026.
    pub unfilled: usize,
    /// Chance to match with the list, 0 to 1.
    pub p_match: f64,
    /// The same of the likeliest list of the same length.
    pub likeliest: f64,
}

/// A person and what is asked for them.
struct Asks {
    applicant: Applicant,
    who: String,
    name: &'static str,
    wish: Option<Setting>,
    sent: Option<usize>,
}

/// Every list.
pub(super) fn all(fitted: &Fitted) -> Result<Vec<ListCheck>, FitError> {
    let md = |score, name, wish| {
        let applicant = Applicant {
            step2: Step2 {
                taken: Some(true),
                score: Score::new(score),
                ..Step2::default()
            },
            ..reference_applicant(ApplicantType::UsMdSenior)
        };
        let who = format!("US MD senior, Step 2 CK {score}");
        (applicant, who, name, wish, None)
    };
    let osteopathic = Applicant {
        comlex: Comlex {
            level2: ComlexScore::new(560),
            ..Comlex::default()
        },
        ..reference_applicant(ApplicantType::UsDoSenior)
    };
    let blank = |kind: ApplicantType, who: &str| {
        let who = format!("{who}, nothing else answered");
        let name = "Orthopaedic Surgery";
        (
            reference_applicant(kind),
            who,
            name,
            None,
            Some(ORTHOPAEDIC),
        )
    };
    let internal = "Internal Medicine";
    [
        md(262, internal, None),
        md(262, internal, Some(Setting::Community)),
        md(235, internal, None),
        md(250, "Dermatology", None),
        (
            osteopathic,
            "US DO senior, COMLEX Level 2 560".to_owned(),
            "Emergency Medicine",
            None,
            None,
        ),
        blank(ApplicantType::NonUsImg, "Non-US IMG, J-1"),
        blank(ApplicantType::UsImg, "US IMG"),
    ]
    .into_iter()
    .map(|(applicant, who, name, wish, sent)| {
        let asks = Asks {
            applicant,
            who,
            name,
            wish,
            sent,
        };
        check(fitted, asks)
    })
    .collect()
}

fn check(fitted: &Fitted, asks: Asks) -> Result<ListCheck, FitError> {
    let code =
        specialty_of(asks.name).ok_or_else(|| FitError::UnknownName(asks.name.to_owned()))?;
    let entries = Entries::default();
    let preferences = Preferences {
        specialties: vec![SpecialtyChoice::training(code)],
        setting: asks.wish,
        ..Preferences::default()
    };
    let input = RankInput {
        catalog: &fitted.catalog,
        model: Some(&fitted.model),
        applicant: &asks.applicant,
        preferences: &preferences,
        entries: &entries,
        moment: fitted.moment,
    };
    let prospects = Prospects::of(&input, &rank(&input));
    let most = asks
        .sent
        .unwrap_or_else(|| Recommended::of(&prospects, &[], &[]).number);
    let list = best(&prospects, most)?;
    let anywhere = Preferences {
        lambda: Share::new(0.0),
        ..preferences.clone()
    };
    let anywhere = RankInput {
        preferences: &anywhere,
        ..input
    };
    let of_chance = Prospects::of(&anywhere, &rank(&anywhere));
    let likeliest = best(&of_chance, most)?;
    let programs = || {
        let sent = list
            .iter()
            .filter_map(|sent| prospects.rows().get(sent.index));
        sent.filter_map(|row| fitted.catalog.get(row.program))
    };
    let broad = programs().filter(|program| {
        let hospital = fitted.catalog.general_hospital(program);
        hospital.is_some_and(|hospital| hospital.specialties >= BROAD)
    });
    let unfilled = programs()
        .take(FIRST)
        .filter(|program| program.unfilled_share_2026() > 0.0);
    Ok(ListCheck {
        kind: asks.applicant.kind.map_or("", ApplicantType::code),
        who: asks.who,
        name: asks.name,
        wish: asks.wish.map(Setting::label),
        sent: list.len(),
        broad: broad.count(),
        unfilled: unfilled.count(),
        p_match: short(outcome(&prospects, &list).figures.p_match),
        likeliest: short(outcome(&of_chance, &likeliest).figures.p_match),
    })
}

/// The best list of so many applications with the season's signals, in its own order.
fn best(prospects: &Prospects<'_>, most: usize) -> Result<Vec<Application>, FitError> {
    let choices = prospects.input.preferences.specialties.iter();
    let bounds = choices.map(|choice| Bounds {
        signals: Allowance::of(prospects.input, choice.code, Signalling::default())
            .unwrap_or_default(),
        ..Bounds::default()
    });
    let limits = Limits {
        most,
        bounds: bounds.collect(),
        plain_only: prospects.plain_only(&[]),
        ..Limits::default()
    };
    let found = Making::of(prospects, &limits).and_then(Making::finish);
    let found = found.map_err(|fault| FitError::NoList(fault.reason.to_string()))?;
    Ok(prospects.list_of(&found))
}
