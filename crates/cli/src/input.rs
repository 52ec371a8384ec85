//! The input of `rank` as it stands in the file: words and numbers, not yet checked.
//!
//! Every field but `today`, `season` and the specialties may be absent or `null`: unknown.

use serde::Deserialize;
use serde_json::Value;

use super::wire::Whole;
use super::{InputError, MAX_INPUT_BYTES, text};

/// A question.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RankInput {
    /// The person who applies.
    pub applicant: ApplicantInput,
    /// What they want.
    pub preferences: PreferencesInput,
    /// What they found out about programs.
    pub entries: Option<Vec<EntryInput>>,
    /// Most ranked programs to print; absent prints all.
    pub limit: Option<Whole>,
}

/// The person who applies, and when.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ApplicantInput {
    /// Code of the applicant type.
    #[serde(rename = "type")]
    pub kind: Option<String>,
    /// Country, in the applicant's own words. Informs; changes no number.
    pub citizenship: Option<String>,
    /// Code of the visa needed.
    pub visa: Option<String>,
    /// The day, `YYYY-MM-DD`.
    pub today: String,
    /// The year in which training starts.
    pub season: Whole,
    /// Where the applicant stands in the season.
    pub stage: Option<String>,
    /// Year of graduation from medical school.
    pub grad_year: Option<Whole>,
    /// USMLE Step 1.
    pub step1: Option<StepInput>,
    /// USMLE Step 2 CK.
    pub step2ck: Option<Step2Input>,
    /// USMLE Step 3.
    pub step3: Option<StepInput>,
    /// COMLEX-USA Level 1.
    pub comlex1: Option<Comlex1Input>,
    /// COMLEX-USA Level 2-CE.
    pub comlex2: Option<Comlex2Input>,
    /// Code of the ECFMG standing.
    pub ecfmg: Option<String>,
    /// US clinical experience; an empty list is none.
    pub usce: Option<Vec<ExperienceInput>>,
    /// Letters.
    pub letters: Option<LettersInput>,
    /// Earlier residency training.
    pub prior_gme: Option<PriorInput>,
    /// States with a tie.
    pub ties: Option<Vec<String>>,
    /// Ties to programs.
    pub connections: Option<Vec<ConnectionInput>>,
    /// Languages, ISO 639-1.
    pub languages: Option<Vec<String>>,
    /// Code of the military standing.
    pub military: Option<String>,
    /// Whether the applicant matches as one of a couple.
    pub couple: Option<bool>,
}

/// Step 1 or Step 3.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StepInput {
    /// Code of the result.
    pub result: Option<String>,
    /// Three-digit score.
    pub score: Option<Whole>,
    /// Times taken.
    pub attempts: Option<Whole>,
}

/// Step 2 CK.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step2Input {
    /// Whether it was taken.
    pub taken: Option<bool>,
    /// Three-digit score.
    pub score: Option<Whole>,
    /// Day of the exam.
    pub date: Option<String>,
    /// Times taken.
    pub attempts: Option<Whole>,
}

/// COMLEX-USA Level 1.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Comlex1Input {
    /// Code of the result.
    pub result: Option<String>,
    /// Times taken.
    pub attempts: Option<Whole>,
}

/// COMLEX-USA Level 2-CE.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Comlex2Input {
    /// Score.
    pub score: Option<Whole>,
    /// Times taken.
    pub attempts: Option<Whole>,
}

/// One stretch of US clinical experience.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExperienceInput {
    /// Code of the kind.
    pub kind: String,
    /// Months.
    pub months: Whole,
    /// Day on which it ended.
    pub ended: Option<String>,
    /// Specialty.
    pub specialty: Option<String>,
}

/// Letters of recommendation.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LettersInput {
    /// From US physicians.
    pub from_us: Option<Whole>,
    /// Of those, in the first-choice specialty.
    pub in_specialty: Option<Whole>,
}

/// Earlier residency training.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PriorInput {
    /// In an accredited US program.
    pub us: Option<bool>,
    /// Outside the US.
    pub abroad: Option<bool>,
    /// Months of accredited US training.
    pub us_months: Option<Whole>,
}

/// A tie to one program.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConnectionInput {
    /// ACGME id.
    pub program: String,
    /// Code of the kind of tie.
    pub kind: String,
}

/// What the applicant wants.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PreferencesInput {
    /// Specialties in order of choice.
    pub specialties: Vec<SpecialtyInput>,
    /// Preferred states.
    pub states: Option<Vec<String>>,
    /// Preferred Census divisions.
    pub divisions: Option<Vec<String>>,
    /// Preferred nearness to a place.
    pub near: Option<NearInput>,
    /// Preferred setting.
    pub setting: Option<String>,
    /// Preferred size.
    pub size: Option<String>,
    /// Demands.
    pub must: Option<Vec<String>>,
    /// Dealbreakers.
    pub never: Option<Vec<String>>,
    /// Weights.
    pub weights: Option<WeightsInput>,
    /// From 0, match somewhere, to 1, match where I want to be; absent depends on how likely a
    /// match is.
    pub lambda: Option<f64>,
    /// Whether being sought after counts where a match is all but sure, beside what is stated;
    /// absent is yes.
    pub sought_after: Option<bool>,
}

/// One specialty.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SpecialtyInput {
    /// ACGME code, full name or alias.
    pub code: String,
    /// Which of its positions; full training if absent.
    pub positions: Option<String>,
    /// Worth of matching in it, 0 to 1.
    pub worth: Option<f64>,
}

/// Nearness to a place.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NearInput {
    /// What the applicant calls it.
    pub label: Option<String>,
    /// Degrees north.
    pub latitude: f64,
    /// Degrees east.
    pub longitude: f64,
    /// At this many miles the wish is half met.
    pub miles: Whole,
}

/// Weights of the preferences, 0 to 10.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WeightsInput {
    /// States and divisions.
    pub place: Option<Whole>,
    /// Nearness.
    pub nearness: Option<Whole>,
    /// Setting.
    pub setting: Option<Whole>,
    /// Size.
    pub size: Option<Whole>,
}

/// What the applicant found out about one program; overrides the catalog.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EntryInput {
    /// ACGME id.
    pub program: String,
    /// J-1 accepted.
    pub j1: Option<bool>,
    /// Code of the H-1B policy.
    pub h1b: Option<String>,
    /// Lowest Step 2 CK score.
    pub step2_minimum: Option<Whole>,
    /// Most attempts at any Step.
    pub max_attempts: Option<Whole>,
    /// Most years since graduation, as a cutoff.
    pub graduation_years: Option<Whole>,
    /// Code of how firmly US clinical experience is asked for.
    pub usce: Option<String>,
    /// Code of when the ECFMG certificate must be in hand.
    pub ecfmg: Option<String>,
    /// Code of the setting.
    pub setting: Option<String>,
    /// Figures from the applicant's own Residency Explorer account.
    pub residency_explorer: Option<FiguresInput>,
}

/// What the applicant read in their own Residency Explorer account about one program.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FiguresInput {
    /// Share of applicants without a signal who were interviewed, 0 to 1.
    pub rate: Option<f64>,
    /// The same with a signal.
    pub rate_signalled: Option<f64>,
    /// Applicants behind the rate.
    pub applicants: Option<Whole>,
    /// Share of the applicant's own type among the applicants, 0 to 1.
    pub type_applied: Option<f64>,
    /// The same among the interviewed.
    pub type_interviewed: Option<f64>,
    /// 25th percentile of Step 2 CK among the interviewed.
    pub step2_25: Option<Whole>,
    /// 50th percentile.
    pub step2_50: Option<Whole>,
    /// 75th percentile.
    pub step2_75: Option<Whole>,
}

/// Reads the text into words and numbers.
///
/// # Errors
/// [`InputError`] with the field at which reading stopped.
pub fn parse(text: &str) -> Result<RankInput, InputError> {
    let parsed = text::read(text, MAX_INPUT_BYTES)?;
    match misplaced_list(text) {
        Some(field) => Err(InputError::new(field, text::MISPLACED)),
        None => Ok(parsed),
    }
}

/// The keys whose values are lists.
const LISTS: [&str; 10] = [
    "connections",
    "divisions",
    "entries",
    "languages",
    "must",
    "never",
    "specialties",
    "states",
    "ties",
    "usce",
];

/// Where a list stands in place of an object: serde would take its entries for the object's
/// fields in their order, which no schema allows.
fn misplaced_list(text: &str) -> Option<String> {
    let whole: Value = serde_json::from_str(text).ok()?;
    let mut left = vec![(String::new(), false, &whole)];
    while let Some((path, may_be_list, value)) = left.pop() {
        match value {
            Value::Array(_) if !may_be_list => return Some(path),
            Value::Array(entries) => left.extend(
                (0..)
                    .zip(entries)
                    .map(|(i, entry)| (format!("{path}[{i}]"), false, entry)),
            ),
            Value::Object(fields) => left.extend(fields.iter().map(|(key, value)| {
                let dot = if path.is_empty() { "" } else { "." };
                let listed = LISTS.contains(&key.as_str());
                (format!("{path}{dot}{key}"), listed, value)
            })),
            _ => {}
        }
    }
    None
}
