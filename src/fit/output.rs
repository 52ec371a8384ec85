//! `src/data/model.json`: the model as the pack reads it, with the field names of the engine.

use serde::{Deserialize, Serialize};

/// The file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ModelOut {
    /// Hash of everything below.
    pub version: String,
    /// Cells, by specialty and type.
    pub cells: Vec<CellOut>,
    /// Assumptions, in the order of their keys.
    pub assumptions: Vec<AssumptionOut>,
    /// Failed attempts, by specialty.
    pub failed_attempts: Vec<FailedAttemptOut>,
}

/// A cell of the model. See `engine::model::Cell` for what each field holds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CellOut {
    /// ACGME code.
    pub specialty: String,
    /// Code of the applicant type.
    pub kind: String,
    /// Code of the basis.
    pub basis: String,
    /// Level of interviews, calibrated.
    pub level: f64,
    /// Spread of theta.
    pub tau: f64,
    /// Level of matching.
    pub d: f64,
    /// Loading of theta on matching.
    pub rho: f64,
    /// Theta for 10 points of Step 2 CK.
    pub slope: f64,
    /// Mean Step 2 CK of the pool.
    pub score_mean: f64,
    /// Its standard deviation.
    pub score_sd: f64,
    /// Match rate.
    pub match_rate: f64,
    /// Applicants behind it.
    pub n: Option<u32>,
    /// Applications behind the ranks.
    pub reference_applications: f64,
    /// Standard deviation of the level.
    pub level_sd: f64,
    /// Standard deviation of d.
    pub d_sd: f64,
    /// Keys in sources.toml.
    pub sources: Vec<String>,
    /// What was borrowed or pooled.
    pub note: String,
    /// Level of ranks from equal programs: what the fit found before the calibration.
    pub rank_level: f64,
    /// Mean interviews over all applicants, at `reference_applications`: what it aimed at.
    pub mean_interviews: f64,
}

/// An assumption.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AssumptionOut {
    /// Code of the key.
    pub key: String,
    /// Value and range.
    pub effect: EffectOut,
    /// Keys in sources.toml.
    pub sources: Vec<String>,
    /// For the Trust room.
    pub sentence: String,
}

/// A value with its range.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct EffectOut {
    /// Central value.
    pub mid: f64,
    /// Low end.
    pub low: f64,
    /// High end.
    pub high: f64,
}

/// Failed attempts in one specialty.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FailedAttemptOut {
    /// ACGME code.
    pub specialty: String,
    /// Share that never considers one.
    pub never: f64,
    /// Share that seldom does.
    pub seldom: f64,
}

/// Six decimals: more than any table carries, fewer than rounding noise reaches.
#[must_use]
pub fn rounded(x: f64) -> f64 {
    (x * 1e6).round() / 1e6
}

impl ModelOut {
    /// The file's text, with the version set to the hash of the rest.
    ///
    /// # Errors
    ///
    /// If a number is not finite.
    pub fn seal(&mut self) -> Result<String, serde_json::Error> {
        self.version = String::new();
        let body = self.text()?;
        self.version = format!("{:012x}", fnv1a(body.as_bytes()) & 0xffff_ffff_ffff);
        self.text()
    }

    /// One cell, assumption or share a line, so that a change shows as a line.
    fn text(&self) -> Result<String, serde_json::Error> {
        let mut out = format!(
            "{{\n\"version\": {},\n",
            serde_json::to_string(&self.version)?
        );
        out.push_str(&section("cells", &self.cells)?);
        out.push_str(",\n");
        out.push_str(&section("assumptions", &self.assumptions)?);
        out.push_str(",\n");
        out.push_str(&section("failed_attempts", &self.failed_attempts)?);
        out.push_str("\n}\n");
        Ok(out)
    }
}

fn section<T: Serialize>(name: &str, rows: &[T]) -> Result<String, serde_json::Error> {
    let lines: Result<Vec<String>, _> = rows.iter().map(serde_json::to_string).collect();
    Ok(format!("\"{name}\": [\n{}\n]", lines?.join(",\n")))
}

/// FNV-1a, 64 bits.
fn fnv1a(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}
