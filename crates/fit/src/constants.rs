//! The statistical constants that no table gives: what the fit itself assumes, each with a range.
//!
//! They stand in `data/assumptions.toml` under `[[fit]]` and are read by
//! [`super::assumptions`]. They shape the fit and nothing after it, so they are in no pack.

engine::vocabulary! {
    /// A constant of the fit by name.
    FitKey {
        /// Share of a published mean of ranks that counts as misfit of the model itself, 0 to 1.
        Misfit = "misfit", "Misfit of the model, as a share of a mean number of ranks";
        /// Error of a standard deviation of ranks in errors of their mean.
        SdFactor = "sd_factor", "Error of a spread of ranks, in errors of their mean";
        /// Least standard deviation of ranks within a group, in ranks.
        LeastSpread = "least_spread", "Least spread of ranks in a group";
        /// Applications of a DO senior for one of an MD senior in the same specialty.
        DoToMd = "do_to_md", "Applications of a DO senior for one of an MD senior";
        /// Standard deviation, between specialties, of the difference of two types' logits.
        DifferenceSd = "difference_sd", "Spread between specialties of the difference of two applicant types";
        /// Factor on the spread around the line, as the small specialties' prior on matching.
        Wider = "wider", "Widening of the prior for small specialties";
        /// Applicants from which a specialty of non-US IMGs is fitted by itself.
        StandsAlone = "stands_alone", "Applicants from which a specialty stands by itself";
        /// Applicants below which a DO rate is drawn towards the usual difference.
        SmallGroup = "small_group", "Applicants below which a cell is drawn towards others";
        /// Applicants below which a cell is never called fitted.
        FewestFitted = "fewest_fitted", "Applicants below which a cell is not called fitted";
        /// Prior mean of the logarithm of the spread of strength, non-US IMGs.
        NonUsLnTau = "nonus_ln_tau", "Non-US IMGs: prior mean of the logarithm of the spread of strength";
        /// The same of US MD seniors.
        MdLnTau = "md_ln_tau", "US MD seniors: prior mean of the logarithm of the spread of strength";
        /// Prior standard deviation of both.
        LnTauSd = "ln_tau_sd", "Prior spread of the logarithm of the spread of strength";
        /// Prior standard deviation of the loading around 0, non-US IMGs.
        NonUsRhoSd = "nonus_rho_sd", "Non-US IMGs: prior spread of the loading on matching";
        /// The same of US MD seniors.
        MdRhoSd = "md_rho_sd", "US MD seniors: prior spread of the loading on matching";
        /// Least standard deviation of a prior that comes from the larger specialties.
        LeastBetween = "least_between", "Least spread between specialties";
        /// Most of the spread of strength that the score may explain, as a standard deviation.
        MostExplained = "most_explained", "Most of the spread of strength that a score may explain";
        /// Standard error of a log odds ratio of a signal where a study gives none.
        SignalError = "signal_error", "Error of a study's log odds ratio of a signal";
        /// Log odds by which a survey of people who applied again is too high.
        SurveyBias = "survey_bias", "What a survey of people who applied again is too high by";
        /// Applicants added to the matched and to the unmatched, to keep a rate off 0 and 1.
        Added = "added", "Applicants added to each side of a rate";
    }
}

/// How many constants there are.
const COUNT: usize = FitKey::ALL.len();

/// A constant as the file has it.
#[derive(Clone, Debug, PartialEq)]
pub struct FitAssumption {
    /// What it is.
    pub key: FitKey,
    /// The value that is used, in the unit of its key.
    pub value: f64,
    /// Low end of its range.
    pub low: f64,
    /// High end.
    pub high: f64,
    /// Keys in sources.toml; empty for a pure assumption.
    pub sources: Vec<String>,
    /// One sentence for the Accuracy page.
    pub sentence: String,
}

/// A value for every key.
#[derive(Clone, Debug, PartialEq)]
pub struct Constants([f64; COUNT]);

impl Constants {
    /// The values of a complete list; `None` if a key is missing.
    #[must_use]
    pub fn of(rows: &[FitAssumption]) -> Option<Constants> {
        let mut values = [0.0; COUNT];
        for (slot, key) in values.iter_mut().zip(FitKey::ALL) {
            *slot = rows.iter().find(|row| row.key == *key)?.value;
        }
        Some(Constants(values))
    }

    /// The value of a key.
    #[must_use]
    pub fn get(&self, key: FitKey) -> f64 {
        self.0[key as usize]
    }

    /// The same with another value for one key.
    #[must_use]
    pub fn with(&self, key: FitKey, value: f64) -> Constants {
        let mut values = self.0;
        values[key as usize] = value;
        Constants(values)
    }
}
