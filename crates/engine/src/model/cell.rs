//! The numbers of one specialty for one applicant type.

use crate::program::SpecialtyCode;
use crate::vocabulary::{ApplicantType, vocabulary};

vocabulary! {
    /// How a cell of the model came by its numbers.
    Basis {
        /// Fitted to a published table of this specialty and type.
        Fitted = "fitted", "Fitted to a published table of this specialty and applicant type";
        /// A published table gives the rate, other cells the rest.
        Partly = "partly", "Match rate published; number of ranks borrowed";
        /// Borrowed from other types or specialties by a stated rule.
        Borrowed = "borrowed", "Borrowed from related applicants";
    }
}

/// The odds of one specialty for one applicant type.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// Specialty.
    pub specialty: SpecialtyCode,
    /// Applicant type.
    pub kind: ApplicantType,
    /// How it came by its numbers.
    pub basis: Basis,
    /// Logit level of an interview at a program with h = 0 and every gate open, for theta = 0 and
    /// an application without a signal, calibrated over this catalog so that applications with
    /// and without signals, in the mix that a season allows, give the published mean of
    /// interviews.
    pub level: f64,
    /// Marginal standard deviation of theta in the pool of applicants.
    pub tau: f64,
    /// Logit of matching at a program that interviewed and was ranked, for theta = 0.
    pub d: f64,
    /// Loading of theta on matching.
    pub rho: f64,
    /// Gain in theta for 10 points of Step 2 CK.
    pub slope: f64,
    /// Mean Step 2 CK of the specialty's applicants of this type.
    pub score_mean: f64,
    /// Standard deviation of the same.
    pub score_sd: f64,
    /// Published or borrowed match rate behind the cell, 0 to 1.
    pub match_rate: f64,
    /// Applicants behind the published rate; `None` if borrowed.
    pub n: Option<u32>,
    /// Applications that lie behind the mean number of ranks.
    pub reference_applications: f64,
    /// Standard deviation of the level, for ranges.
    pub level_sd: f64,
    /// Standard deviation of d, for ranges.
    pub d_sd: f64,
    /// Keys in sources.toml.
    pub sources: Box<[Box<str>]>,
    /// For a borrowed cell, one sentence on what was borrowed; else empty.
    pub note: Box<str>,
}
