//! Published Step 2 CK scores of those who matched and of those who did not, of three reports.

use serde::Deserialize;

use super::SourceError;
use super::published::specialty_of;
use super::sources::{self, Sources};
use engine::catalog::details::{PublishedScores, ScoreSample, Spread};
use engine::fact::SourceIndex;
use engine::vocabulary::ApplicantType;

pub(super) const NON_US_IMG: &str = "published/charting_nonus_img_2026.json";
pub(super) const MD_SENIORS: &str = "published/charting_md_seniors_2026.json";
pub(super) const US_SENIORS: &str = "published/charting_us_seniors_2024.json";

/// The texts of the reports.
pub(super) struct Reports<'a> {
    pub(super) non_us_img: &'a str,
    pub(super) md_seniors: &'a str,
    pub(super) us_seniors: &'a str,
}

#[derive(Deserialize)]
struct Table<T> {
    source: String,
    rows: Vec<T>,
}

/// Means with standard deviations.
#[derive(Deserialize)]
struct NonUsImg {
    specialty: String,
    step2: Pair,
}

#[derive(Deserialize)]
struct Pair {
    matched: Option<Sample>,
    unmatched: Option<Sample>,
}

#[derive(Deserialize)]
struct Sample {
    n: u32,
    mean: f64,
    sd: f64,
}

/// Quartiles of the matched, the median of the others.
#[derive(Deserialize)]
struct MdSeniors {
    specialty: String,
    matched: u32,
    q1: u16,
    median: u16,
    q3: u16,
    unmatched: Option<u32>,
    unmatched_median: Option<u16>,
}

/// Means.
#[derive(Deserialize)]
struct UsSeniors {
    specialty: String,
    kind: String,
    matched: u32,
    unmatched: u32,
    step2_matched: Option<f64>,
    step2_unmatched: Option<f64>,
}

/// Every row; of two reports on the same people the newer one.
pub(super) fn scores(
    reports: &Reports<'_>,
    sources: &Sources,
) -> Result<Vec<PublishedScores>, SourceError> {
    let mut all = Vec::new();
    rows(
        NON_US_IMG,
        reports.non_us_img,
        sources,
        |row: NonUsImg, source| {
            let sample = |sample: Sample| ScoreSample {
                count: sample.n,
                middle: sample.mean.round() as u16,
                spread: Spread::Deviation(sample.sd.round() as u16),
            };
            let scores = Scores {
                matched: row.step2.matched.map(sample),
                unmatched: row.step2.unmatched.map(sample),
            };
            scores.of(&row.specialty, Some(ApplicantType::NonUsImg), source)
        },
        &mut all,
    )?;
    rows(
        MD_SENIORS,
        reports.md_seniors,
        sources,
        |row: MdSeniors, source| {
            let scores = Scores {
                matched: Some(ScoreSample {
                    count: row.matched,
                    middle: row.median,
                    spread: Spread::Quartiles(row.q1, row.q3),
                }),
                unmatched: row.unmatched.zip(row.unmatched_median).map(untold),
            };
            scores.of(&row.specialty, Some(ApplicantType::UsMdSenior), source)
        },
        &mut all,
    )?;
    rows(
        US_SENIORS,
        reports.us_seniors,
        sources,
        |row: UsSeniors, source| {
            let mean = |count: u32, mean: Option<f64>| {
                mean.map(|mean| untold((count, mean.round() as u16)))
            };
            let scores = Scores {
                matched: mean(row.matched, row.step2_matched),
                unmatched: mean(row.unmatched, row.step2_unmatched),
            };
            scores.of(&row.specialty, ApplicantType::from_code(&row.kind), source)
        },
        &mut all,
    )?;
    Ok(all)
}

fn untold((count, middle): (u32, u16)) -> ScoreSample {
    ScoreSample {
        count,
        middle,
        spread: Spread::Untold,
    }
}

/// What one row tells.
struct Scores {
    matched: Option<ScoreSample>,
    unmatched: Option<ScoreSample>,
}

impl Scores {
    /// The row of a name and a type, or which of them is not known.
    fn of(
        self,
        name: &str,
        kind: Option<ApplicantType>,
        source: SourceIndex,
    ) -> Result<PublishedScores, String> {
        Ok(PublishedScores {
            specialty: specialty_of(name).ok_or_else(|| format!("{name:?} is no specialty"))?,
            kind: kind.ok_or_else(|| format!("a row of {name:?} has no applicant type"))?,
            matched: self.matched,
            unmatched: self.unmatched,
            source,
        })
    }
}

/// Adds the rows of a report that tell anything and that no newer report has.
fn rows<T: for<'de> Deserialize<'de>>(
    file: &'static str,
    text: &str,
    sources: &Sources,
    read: impl Fn(T, SourceIndex) -> Result<PublishedScores, String>,
    all: &mut Vec<PublishedScores>,
) -> Result<(), SourceError> {
    let table: Table<T> = serde_json::from_str(text).map_err(|error| SourceError {
        line: error.line() as u64,
        column: error.column() as u64,
        ..SourceError::whole(file, error.to_string())
    })?;
    let source = sources.get(&table.source).ok_or_else(|| {
        let message = format!("the source {:?} is not in {}", table.source, sources::FILE);
        SourceError::whole(file, message)
    })?;
    for row in table.rows {
        let row = read(row, source).map_err(|message| SourceError::whole(file, message))?;
        let is_known =
            |other: &PublishedScores| (other.specialty, other.kind) == (row.specialty, row.kind);
        if (row.matched.is_some() || row.unmatched.is_some()) && !all.iter().any(is_known) {
            all.push(row);
        }
    }
    Ok(())
}
