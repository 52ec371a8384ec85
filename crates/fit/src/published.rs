//! The published figures as files in `data/published`: figures with their sources, no prose.

use std::path::Path;

use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::FitError;
use super::assumptions;
use super::constants::Constants;
use super::file::text;
use super::signals::figures::Figures;
use engine::vocabulary::ApplicantType;

/// A file of rows that share a source.
#[derive(Clone, Debug, Deserialize)]
pub struct Table<T> {
    /// Key in sources.toml.
    pub source: String,
    /// Rows.
    pub rows: Vec<T>,
}

/// A count with mean and standard deviation.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct Sample {
    /// Applicants.
    pub n: f64,
    /// Mean.
    pub mean: f64,
    /// Standard deviation.
    pub sd: f64,
}

/// The matched and the unmatched; a group too small for the report is `None`.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct Pair {
    /// Matched to the preferred specialty.
    pub matched: Option<Sample>,
    /// Not matched to it.
    pub unmatched: Option<Sample>,
}

/// Non-US IMGs of 2026 in one specialty.
#[derive(Clone, Debug, Deserialize)]
pub struct NonUsImg {
    /// NRMP's name.
    pub specialty: String,
    /// Matched.
    pub matched: f64,
    /// Not matched.
    pub unmatched: f64,
    /// Contiguous ranks.
    pub ranks: Pair,
    /// Step 2 CK.
    pub step2: Pair,
}

/// US seniors of 2024 in one specialty.
#[derive(Clone, Debug, Deserialize)]
pub struct Seniors {
    /// NRMP's name.
    pub specialty: String,
    /// Code of the applicant type.
    pub kind: String,
    /// Matched.
    pub matched: f64,
    /// Not matched.
    pub unmatched: f64,
    /// Mean Step 2 CK of the matched.
    pub step2_matched: Option<f64>,
    /// Mean Step 2 CK of the unmatched.
    pub step2_unmatched: Option<f64>,
}

/// US MD seniors of 2026: Step 2 CK.
#[derive(Clone, Debug, Deserialize)]
pub struct MdScores {
    /// NRMP's name.
    pub specialty: String,
    /// Matched.
    pub matched: f64,
    /// Lower quartile of the matched.
    pub q1: f64,
    /// Median of the matched.
    pub median: f64,
    /// Upper quartile of the matched.
    pub q3: f64,
    /// Not matched.
    pub unmatched: Option<f64>,
    /// Median of the unmatched.
    pub unmatched_median: Option<f64>,
}

/// US MD seniors of 2007 by number of contiguous ranks: 1 to 15, then 16 and more.
#[derive(Clone, Debug, Deserialize)]
pub struct ByRanks {
    /// NRMP's name.
    pub specialty: String,
    /// Matched, by bin.
    pub matched: Vec<f64>,
    /// Not matched, by bin.
    pub unmatched: Vec<f64>,
}

/// US MD seniors of 2020 to 2024 by Step 2 CK: under 200, bands of ten, 250 and more.
#[derive(Clone, Debug, Deserialize)]
pub struct ByScore {
    /// NRMP's name.
    pub specialty: String,
    /// Percent matched, by band; `None` without applicants.
    pub p_match_pct: Vec<Option<f64>>,
    /// Applicants, by band.
    pub n: Vec<f64>,
}

/// Match rate of an applicant type over all specialties.
#[derive(Clone, Debug, Deserialize)]
pub struct TypeRate {
    /// Year of the Match.
    pub year: u16,
    /// Code of the applicant type.
    pub kind: String,
    /// Match rate, percent.
    pub rate_pct: f64,
    /// Active applicants.
    pub active: f64,
    /// Key in sources.toml.
    pub source: String,
}

/// Mean Step 2 CK of the matched of a type over all specialties.
#[derive(Clone, Debug, Deserialize)]
pub struct TypeScore {
    /// Code of the applicant type.
    pub kind: String,
    /// Mean of the matched.
    pub matched_mean: f64,
}

/// Applications in one specialty.
#[derive(Clone, Debug, Deserialize)]
pub struct Applications {
    /// Code of the applicant type.
    pub kind: String,
    /// NRMP's name; `None` for every specialty without a row of its own.
    pub specialty: Option<String>,
    /// Central figure.
    pub mid: f64,
    /// Low end.
    pub low: f64,
    /// High end.
    pub high: f64,
    /// Keys in sources.toml.
    pub source: Vec<String>,
}

/// Filled positions and applicants who ranked the specialty at all, by type.
#[derive(Clone, Debug, Deserialize)]
pub struct Matched {
    /// NRMP's name.
    pub specialty: String,
    /// US MD seniors: filled, ranked.
    pub us_md_senior: (f64, f64),
    /// US DO seniors.
    pub us_do_senior: (f64, f64),
    /// US IMGs.
    pub us_img: (f64, f64),
    /// Non-US IMGs.
    pub nonus_img: (f64, f64),
}

impl Matched {
    /// Filled and ranked of a type; `None` for graduates of US schools, whom the table lacks.
    #[must_use]
    pub fn of(&self, kind: ApplicantType) -> Option<(f64, f64)> {
        match kind {
            ApplicantType::UsMdSenior => Some(self.us_md_senior),
            ApplicantType::UsDoSenior => Some(self.us_do_senior),
            ApplicantType::UsImg => Some(self.us_img),
            ApplicantType::NonUsImg => Some(self.nonus_img),
            ApplicantType::UsMdGrad | ApplicantType::UsDoGrad => None,
        }
    }

    /// All four types.
    #[must_use]
    pub fn all(&self) -> [(f64, f64); 4] {
        [
            self.us_md_senior,
            self.us_do_senior,
            self.us_img,
            self.nonus_img,
        ]
    }
}

/// Positions and applicants of a specialty.
#[derive(Clone, Debug, Deserialize)]
pub struct Supply {
    /// NRMP's name.
    pub specialty: String,
    /// Applicants whose first or only choice it was.
    pub first_choice: f64,
    /// Positions.
    pub positions: f64,
}

/// IMGs matched in a state.
#[derive(Clone, Debug, Deserialize)]
pub struct ByState {
    /// Year of the Match.
    pub year: u16,
    /// Postal code.
    pub state: String,
    /// US IMGs.
    pub us_img: f64,
    /// Non-US IMGs.
    pub nonus_img: f64,
}

impl ByState {
    /// Matched of a type; none of other than IMGs.
    #[must_use]
    pub fn of(&self, kind: ApplicantType) -> f64 {
        match kind {
            ApplicantType::UsImg => self.us_img,
            ApplicantType::NonUsImg => self.nonus_img,
            _ => 0.0,
        }
    }
}

/// People of a public sheet, in sums: what they sent and what they got. Held back from the fit.
#[derive(Clone, Debug, Deserialize)]
pub struct SheetRow {
    /// Code of the applicant type; IMGs are US and non-US together.
    pub kind: String,
    /// Which of them.
    pub group: String,
    /// People.
    pub n: f64,
    /// Mean applications.
    pub applications: f64,
    /// Mean interviews.
    pub interviews: f64,
    /// Standard deviation of interviews.
    pub sd: f64,
    /// People without any.
    pub none: f64,
    /// Mean Step 2 CK.
    pub score: f64,
}

/// People who applied to a specialty again, in a survey.
#[derive(Clone, Debug, Deserialize)]
pub struct Reapplied {
    /// NRMP's name.
    pub specialty: String,
    /// Code of the applicant type.
    pub kind: String,
    /// People.
    pub n: f64,
    /// Percent who matched.
    pub rate_pct: f64,
    /// Mean Step 2 CK.
    pub score: f64,
}

/// How many ranked a program of those who applied. Held back from the fit.
#[derive(Clone, Debug, Deserialize)]
pub struct Reached {
    /// NRMP's name; `None` over all specialties.
    pub specialty: Option<String>,
    /// IMGs who applied.
    pub applied: f64,
    /// IMGs who ranked a program.
    pub ranked: f64,
}

/// Program directors on a failed first attempt at Step 2.
#[derive(Clone, Debug, Deserialize)]
pub struct FailedAttempts {
    /// Name in the survey.
    pub specialty: String,
    /// Percent who never interview.
    pub never_pct: f64,
    /// Percent who seldom do.
    pub seldom_pct: f64,
}

/// Everything that the fit reads.
#[derive(Clone, Debug)]
pub struct Published {
    /// Non-US IMGs, 2026.
    pub nonus_img: Table<NonUsImg>,
    /// US seniors, 2024.
    pub seniors: Table<Seniors>,
    /// Step 2 CK of US MD seniors, 2026.
    pub md_scores: Table<MdScores>,
    /// Contiguous ranks of US MD seniors, 2007.
    pub md_ranks: Table<ByRanks>,
    /// Contiguous ranks of independent applicants, 2007. Held back from the fit.
    pub independents: Table<ByRanks>,
    /// Match rates of US MD seniors by score, 2020 to 2024. Held back from the fit.
    pub by_score: Table<ByScore>,
    /// Match rates by type.
    pub type_rates: Table<TypeRate>,
    /// Step 2 CK by type.
    pub type_scores: Table<TypeScore>,
    /// Applications.
    pub applications: Table<Applications>,
    /// Filled and ranked, 2025.
    pub matched: Table<Matched>,
    /// Positions and applicants, 2026.
    pub supply: Table<Supply>,
    /// IMGs by state, 2017 and 2021.
    pub by_state: Table<ByState>,
    /// A public sheet of 2024.
    pub sheet: Table<SheetRow>,
    /// People who applied again.
    pub reapplied: Table<Reapplied>,
    /// IMGs with a rank of those who applied, 2025.
    pub reached: Table<Reached>,
    /// Failed attempts.
    pub failed_attempts: Table<FailedAttempts>,
    /// Interviews with and without signals.
    pub signals: Figures,
    /// What the fit itself assumes, beside what was published.
    pub constants: Constants,
}

impl Published {
    /// Reads the folder `published` in `folder`, which is `data/`.
    ///
    /// # Errors
    ///
    /// If a file is missing or does not have the shape above.
    pub fn read(folder: &Path) -> Result<Published, FitError> {
        let assumed = assumptions::read(folder)?;
        let folder = folder.join("published");
        let constants = Constants::of(&assumed.fit).ok_or(FitError::MissingConstant)?;
        Ok(Published {
            constants,
            signals: json(&folder.join("signal_effects.json"))?,
            nonus_img: table(&folder.join("charting_nonus_img_2026.json"))?,
            seniors: table(&folder.join("charting_us_seniors_2024.json"))?,
            md_scores: table(&folder.join("charting_md_seniors_2026.json"))?,
            md_ranks: table(&folder.join("charting_md_seniors_2007.json"))?,
            independents: table(&folder.join("charting_independents_2007.json"))?,
            by_score: table(&folder.join("charting_md_seniors_2020_2024_by_score.json"))?,
            type_rates: table(&folder.join("match_rate_by_type.json"))?,
            type_scores: table(&folder.join("step2_by_type_2024.json"))?,
            applications: table(&folder.join("applications_per_specialty.json"))?,
            matched: table(&folder.join("matched_by_specialty_2025.json"))?,
            supply: table(&folder.join("supply_2026.json"))?,
            by_state: table(&folder.join("img_by_state.json"))?,
            sheet: table(&folder.join("interviews_im_2024.json"))?,
            reapplied: table(&folder.join("reapplicants.json"))?,
            reached: table(&folder.join("any_rank_2025.json"))?,
            failed_attempts: table(&folder.join("failed_attempts_2008.json"))?,
        })
    }
}

fn table<T: DeserializeOwned>(path: &Path) -> Result<Table<T>, FitError> {
    json(path)
}

fn json<T: DeserializeOwned>(path: &Path) -> Result<T, FitError> {
    serde_json::from_str(&text(path)?).map_err(|error| FitError::Read {
        file: path.display().to_string(),
        reason: error.to_string(),
    })
}
