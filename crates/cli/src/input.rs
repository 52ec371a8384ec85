//! The input of `rank` as it stands in the file: words and numbers, not yet checked.
//!
//! Every field but `today`, `season` and the specialties may be absent or `null`: unknown. The
//! published schema is made of these types, and what they say of themselves is what it says.

use serde::Deserialize;
use serde_json::Value;

#[cfg(feature = "command")]
use schemars::JsonSchema;

use super::entry_input::{EntryInput, FactsInput};
use super::wire::{AcgmeId, Fraction, GraduationYear, LetterCount, Miles, Number, Printed};
use super::word::Word;
use super::{InputError, MAX_INPUT_BYTES, text};
use engine::applicant::{
    Attempts, ComlexScore, ConnectionKind, EcfmgStatus, ExamResult, MilitaryStatus, Months, Score,
};
use engine::calendar::{Season, Stage};
use engine::geography::{Division, UsState};
#[cfg(feature = "command")]
use engine::preference::Preferences;
use engine::preference::{Positions, Property, Size, Weight};
use engine::vocabulary::{ApplicantType, ExperienceKind, Setting, VisaNeed};

/// The longest country name that is read, in characters.
pub(crate) const LONGEST_COUNTRY: u8 = 80;

/// Degrees from the equator to a pole.
pub(crate) const MOST_LATITUDE: i16 = 90;

/// Degrees from Greenwich to the other side.
pub(crate) const MOST_LONGITUDE: i16 = 180;

/// A question.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "command", derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RankInput {
    /// The person who applies. Absent or null is unknown.
    pub applicant: ApplicantInput,
    /// What the applicant wants.
    pub preferences: PreferencesInput,
    /// Your own findings about programs, each program once.
    pub entries: Option<Vec<EntryInput>>,
    /// Facts files of others, each name once. Your own findings go first, then the newest file.
    #[cfg_attr(feature = "command", schemars(length(max = engine::applicant::Entries::MOST_FILES)))]
    pub facts: Option<Vec<FactsInput>>,
    /// Most ranked programs to print; absent prints all. The other two lists are always whole.
    pub limit: Option<Number<Printed>>,
}

/// The person who applies, and when.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "command", derive(JsonSchema), schemars(inline))]
#[serde(deny_unknown_fields)]
pub struct ApplicantInput {
    /// By school and degree. A permanent resident who studied abroad is nonus_img.
    #[serde(rename = "type")]
    pub kind: Option<Word<ApplicantType>>,
    /// Country, in your own words. Informs; changes no number.
    #[cfg_attr(feature = "command", schemars(length(min = 1, max = LONGEST_COUNTRY)))]
    pub citizenship: Option<String>,
    /// Visa needed for training. h1b: H-1B only. either: J-1 or H-1B, whichever the program
    /// offers.
    pub visa: Option<Word<VisaNeed>>,
    /// The day that ages and deadlines count from, YYYY-MM-DD.
    #[cfg_attr(feature = "command", schemars(regex(pattern = crate::schema::DAY)))]
    pub today: String,
    /// The season applied for, by the year in which training starts.
    pub season: Number<Season>,
    /// Where you stand in that season.
    pub stage: Option<Word<Stage>>,
    /// Year of graduation from medical school, past or expected.
    pub grad_year: Option<Number<GraduationYear>>,
    /// USMLE Step 1. A score only if taken before 26 January 2022.
    pub step1: Option<StepInput>,
    /// USMLE Step 2 CK.
    pub step2ck: Option<Step2Input>,
    /// USMLE Step 3. Its score changes no number.
    pub step3: Option<StepInput>,
    /// COMLEX-USA Level 1.
    pub comlex1: Option<Comlex1Input>,
    /// COMLEX-USA Level 2-CE. Never converted to a USMLE score.
    pub comlex2: Option<Comlex2Input>,
    /// How ECFMG certification stands.
    pub ecfmg: Option<Word<EcfmgStatus>>,
    /// US clinical experience. An empty list is none; absent is not answered. Kind and months
    /// count; ended and specialty change no number.
    pub usce: Option<Vec<ExperienceInput>>,
    /// Letters of recommendation in hand or promised. Informs; changes no number.
    pub letters: Option<LettersInput>,
    /// Residency training before this application. Whether it was in the US opens positions that
    /// ask for it; the rest changes no number.
    pub prior_gme: Option<PriorInput>,
    /// States with a tie: lived, studied, family.
    #[cfg_attr(feature = "command", schemars(extend("uniqueItems" = true)))]
    pub ties: Option<Vec<StateInput>>,
    /// Ties to programs. rotation and home_program count; contact and school_graduate change no
    /// number.
    pub connections: Option<Vec<ConnectionInput>>,
    /// Languages spoken well enough for patients, ISO 639-1. Only es, Spanish, and whether the
    /// question was answered count.
    #[cfg_attr(feature = "command", schemars(inner(regex(pattern = crate::schema::LANGUAGE))))]
    pub languages: Option<Vec<String>>,
    /// Military standing, which opens military programs.
    pub military: Option<Word<MilitaryStatus>>,
    /// Whether you match as one of a couple. Informs; changes no number.
    pub couple: Option<bool>,
}

/// Postal code of a state, DC or PR.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "command", derive(JsonSchema), schemars(rename = "state"))]
#[serde(transparent)]
pub struct StateInput(pub Word<UsState>);

/// Step 1 or Step 3.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "command", derive(JsonSchema), schemars(rename = "step"))]
#[serde(deny_unknown_fields)]
pub struct StepInput {
    /// How it stands.
    pub result: Option<Word<ExamResult>>,
    /// Three-digit score.
    pub score: Option<Number<Score>>,
    /// Times taken, the last included.
    pub attempts: Option<Number<Attempts>>,
}

/// Step 2 CK.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "command", derive(JsonSchema), schemars(rename = "step2ck"))]
#[serde(deny_unknown_fields)]
pub struct Step2Input {
    /// false: not taken yet. A score implies true.
    pub taken: Option<bool>,
    /// Three-digit score.
    pub score: Option<Number<Score>>,
    /// Day of the exam, which decides the pass mark.
    #[cfg_attr(feature = "command", schemars(regex(pattern = crate::schema::DAY)))]
    pub date: Option<String>,
    /// Times taken, the last included.
    pub attempts: Option<Number<Attempts>>,
}

/// COMLEX-USA Level 1.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "command", derive(JsonSchema), schemars(rename = "comlex1"))]
#[serde(deny_unknown_fields)]
pub struct Comlex1Input {
    /// How it stands.
    pub result: Option<Word<ExamResult>>,
    /// Times taken, the last included.
    pub attempts: Option<Number<Attempts>>,
}

/// COMLEX-USA Level 2-CE.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "command", derive(JsonSchema), schemars(rename = "comlex2"))]
#[serde(deny_unknown_fields)]
pub struct Comlex2Input {
    /// Score.
    pub score: Option<Number<ComlexScore>>,
    /// Times taken, the last included.
    pub attempts: Option<Number<Attempts>>,
}

/// One stretch of US clinical experience.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    feature = "command",
    derive(JsonSchema),
    schemars(rename = "experience")
)]
#[serde(deny_unknown_fields)]
pub struct ExperienceInput {
    /// Kind.
    pub kind: Word<ExperienceKind>,
    /// How long.
    pub months: Number<Months>,
    /// Day on which it ended.
    #[cfg_attr(feature = "command", schemars(regex(pattern = crate::schema::DAY)))]
    pub ended: Option<String>,
    /// ACGME code, full name or alias.
    pub specialty: Option<String>,
}

/// Letters of recommendation.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "command", derive(JsonSchema), schemars(rename = "letters"))]
#[serde(deny_unknown_fields)]
pub struct LettersInput {
    /// From US physicians.
    pub from_us: Option<Number<LetterCount>>,
    /// Of those, in the first-choice specialty.
    pub in_specialty: Option<Number<LetterCount>>,
}

/// Earlier residency training.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    feature = "command",
    derive(JsonSchema),
    schemars(rename = "prior_gme")
)]
#[serde(deny_unknown_fields)]
pub struct PriorInput {
    /// In an accredited US program.
    pub us: Option<bool>,
    /// Outside the US.
    pub abroad: Option<bool>,
    /// Months of accredited US training.
    pub us_months: Option<Number<Months>>,
}

/// A tie to one program.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    feature = "command",
    derive(JsonSchema),
    schemars(rename = "connection")
)]
#[serde(deny_unknown_fields)]
pub struct ConnectionInput {
    /// The program.
    pub program: AcgmeId,
    /// What ties you to it.
    pub kind: Word<ConnectionKind>,
}

/// What the applicant wants.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "command", derive(JsonSchema), schemars(inline))]
#[serde(deny_unknown_fields)]
pub struct PreferencesInput {
    /// Specialties in order of choice, each once.
    #[cfg_attr(feature = "command", schemars(length(min = Preferences::SPECIALTIES.least(), max = Preferences::SPECIALTIES.most())))]
    pub specialties: Vec<SpecialtyInput>,
    /// Preferred states.
    #[cfg_attr(feature = "command", schemars(extend("uniqueItems" = true)))]
    pub states: Option<Vec<StateInput>>,
    /// Preferred Census divisions.
    #[cfg_attr(feature = "command", schemars(extend("uniqueItems" = true)))]
    pub divisions: Option<Vec<Word<Division>>>,
    /// Preferred nearness to a place.
    pub near: Option<NearInput>,
    /// Preferred setting, as it is measured by how many specialties train at the hospital.
    pub setting: Option<Word<Setting>>,
    /// Preferred size, by the quota of the 2020 Match.
    pub size: Option<Word<Size>>,
    /// Demands: a program known not to meet one is shut by your own choice.
    #[cfg_attr(feature = "command", schemars(extend("uniqueItems" = true)))]
    pub must: Option<Vec<Word<Property>>>,
    /// Dealbreakers: a program known to have one is shut by your own choice.
    #[cfg_attr(feature = "command", schemars(extend("uniqueItems" = true)))]
    pub never: Option<Vec<Word<Property>>>,
    /// How much each kind of wish counts.
    pub weights: Option<WeightsInput>,
    /// From 0, match somewhere, to 1, match where I want to be. Usually 0.3, and up to 1 where a
    /// match is all but sure.
    pub lambda: Option<Fraction>,
    /// Whether being sought after counts where a match is all but sure, beside what is stated.
    /// Usually yes.
    pub sought_after: Option<bool>,
}

/// One specialty.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "command", derive(JsonSchema), schemars(inline))]
#[serde(deny_unknown_fields)]
pub struct SpecialtyInput {
    /// ACGME code (140), full name (Internal Medicine) or alias (IM). Capitals do not matter.
    #[cfg_attr(feature = "command", schemars(length(min = 1)))]
    pub code: String,
    /// training: positions that lead to its board. one_year: preliminary positions, of one year;
    /// programs without are not listed. One application to a program reaches both. training if
    /// absent.
    pub positions: Option<Word<Positions>>,
    /// Worth of matching in it. Usually 1, 0.85 and 0.7 by place in the order.
    pub worth: Option<Fraction>,
}

/// Nearness to a place.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "command", derive(JsonSchema), schemars(inline))]
#[serde(deny_unknown_fields)]
pub struct NearInput {
    /// What you call the place.
    pub label: Option<String>,
    /// Degrees north.
    #[cfg_attr(feature = "command", schemars(range(min = -MOST_LATITUDE, max = MOST_LATITUDE)))]
    pub latitude: f64,
    /// Degrees east.
    #[cfg_attr(feature = "command", schemars(range(min = -MOST_LONGITUDE, max = MOST_LONGITUDE)))]
    pub longitude: f64,
    /// At this distance the wish is half met.
    pub miles: Number<Miles>,
}

/// Weights of the preferences.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "command", derive(JsonSchema), schemars(inline))]
#[serde(deny_unknown_fields)]
pub struct WeightsInput {
    /// States and divisions. Usually 5.
    pub place: Option<Number<Weight>>,
    /// Nearness. Usually 5.
    pub nearness: Option<Number<Weight>>,
    /// Setting. Usually 5.
    pub setting: Option<Number<Weight>>,
    /// Size. Usually 5.
    pub size: Option<Number<Weight>>,
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
const LISTS: [&str; 12] = [
    "connections",
    "divisions",
    "entries",
    "facts",
    "languages",
    "must",
    "never",
    "notes",
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
