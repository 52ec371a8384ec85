//! What one person's order looks like: how many chances differ, and how many programs share one.
//!
//! The person needs a J-1 visa, has 245 in Step 2 CK, graduated in 2021 and holds the ECFMG
//! certificate.

use serde::Serialize;

use super::short;
use crate::{FitError, Fitted};
use data::specialty_of;
use engine::applicant::{Applicant, EcfmgStatus, Entries, Score, Step2};
use engine::band::bands;
use engine::preference::{Preferences, SpecialtyChoice};
use engine::ranking::{RankInput, rank};
use engine::vocabulary::{ApplicantType, VisaNeed};

const SPECIALTIES: [&str; 3] = ["Internal Medicine", "Family Medicine", "Psychiatry"];
const SCORE: u16 = 245;
const GRADUATION: u16 = 2021;
/// Chances closer than this are one: sums in another order differ by less.
const SAME: f64 = 1e9;

/// The order in one specialty.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PersonaCheck {
    /// The specialty.
    pub name: &'static str,
    /// Who asks.
    pub who: String,
    /// Programs with a rank.
    pub ranked: usize,
    /// Different chances of an interview.
    pub different: usize,
    /// Programs in the largest group that share one.
    pub largest_tie: usize,
    /// The chance that they share, 0 to 1.
    pub tied_at: f64,
    /// Bands: ranks between which the order sees a difference.
    pub bands: usize,
    /// Programs in the largest of them.
    pub largest_band: usize,
    /// Chance of an interview at the first program.
    pub first: f64,
    /// At the one in the middle.
    pub middle: f64,
    /// At the last.
    pub last: f64,
}

/// The person in every specialty.
pub(super) fn all(fitted: &Fitted) -> Result<Vec<PersonaCheck>, FitError> {
    SPECIALTIES
        .into_iter()
        .map(|name| check(fitted, name))
        .collect()
}

fn person() -> Applicant {
    Applicant {
        kind: Some(ApplicantType::NonUsImg),
        visa: Some(VisaNeed::J1),
        graduation_year: Some(GRADUATION),
        step2: Step2 {
            taken: Some(true),
            score: Score::new(SCORE),
            ..Step2::default()
        },
        ecfmg: Some(EcfmgStatus::Certified),
        ..Applicant::default()
    }
}

fn check(fitted: &Fitted, name: &'static str) -> Result<PersonaCheck, FitError> {
    let code = specialty_of(name).ok_or_else(|| FitError::UnknownName(name.to_owned()))?;
    let (applicant, entries) = (person(), Entries::default());
    let preferences = Preferences {
        specialties: vec![SpecialtyChoice::training(code)],
        ..Preferences::default()
    };
    let input = RankInput {
        catalog: &fitted.catalog,
        model: Some(&fitted.model),
        applicant: &applicant,
        preferences: &preferences,
        entries: &entries,
        moment: fitted.moment,
    };
    let ranking = rank(&input);
    let bands = bands(&input, &ranking);
    let chances = ranking.ranked.iter().map(|row| row.p_interview);
    let mut keys: Vec<i64> = chances.map(|p| (p * SAME).round() as i64).collect();
    keys.sort_unstable_by(|a, b| b.cmp(a));
    let groups: Vec<&[i64]> = keys.chunk_by(|a, b| a == b).collect();
    let largest = groups.iter().max_by_key(|group| group.len());
    let at = |index: usize| keys.get(index).map_or(0.0, |key| short(*key as f64 / SAME));
    Ok(PersonaCheck {
        name,
        who: format!(
            "Non-US IMG, J-1, Step 2 CK {SCORE}, graduated {GRADUATION}, certified by ECFMG"
        ),
        ranked: keys.len(),
        different: groups.len(),
        largest_tie: largest.map_or(0, |group| group.len()),
        tied_at: largest.map_or(0.0, |group| {
            group.first().map_or(0.0, |key| short(*key as f64 / SAME))
        }),
        bands: bands.len(),
        largest_band: bands.iter().map(|band| band.count()).max().unwrap_or(0),
        first: at(0),
        middle: at(keys.len() / 2),
        last: at(keys.len().saturating_sub(1)),
    })
}
