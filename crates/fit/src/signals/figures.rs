//! `data/published/signal_effects.json`: what studies report of signals, as log odds ratios.

use serde::Deserialize;

use crate::constants::{Constants, FitKey};
use crate::forward::logit;
use crate::scores::Raw;

/// Standard normal quantile of a confidence interval of 95 %.
const NINETY_FIVE: f64 = 1.96;
/// Expected largest of nine standard normal values: a range of nine is twice as wide.
const OF_NINE: f64 = 1.485;

/// What one study reports.
#[derive(Clone, Debug, Deserialize)]
#[serde(tag = "form", rename_all = "snake_case")]
pub enum Form {
    /// An odds ratio with its confidence interval of 95 %.
    Ratio {
        /// Odds ratio.
        odds_ratio: f64,
        /// Low end.
        low: f64,
        /// High end.
        high: f64,
    },
    /// Interviews and applications, with and without a signal.
    Counts {
        /// Interviews and applications with a signal.
        signalled: (f64, f64),
        /// The same without one.
        plain: (f64, f64),
    },
    /// Percent of applications that led to an interview.
    Shares {
        /// With a signal.
        signalled_pct: f64,
        /// Without one.
        plain_pct: f64,
    },
    /// Percent with a signal, and how many times as likely that is as without one.
    Times {
        /// With a signal.
        signalled_pct: f64,
        /// Ratio of the two shares.
        times: f64,
    },
    /// Odds ratio of a signal together with another thing, and of that thing alone.
    Beside {
        /// Of both.
        odds_ratio: f64,
        /// Of the other alone.
        other: f64,
    },
    /// Percent by tier, and means from which those without a signal follow.
    Tiered {
        /// With a gold signal.
        gold_pct: f64,
        /// With a silver one.
        silver_pct: f64,
        /// Gold signals of an applicant.
        gold: f64,
        /// Silver signals.
        silver: f64,
        /// Mean applications.
        applications: f64,
        /// Mean interviews.
        interviews: f64,
    },
    /// Percent by tier; nothing on applications without a signal.
    Tiers {
        /// With a gold signal.
        gold_pct: f64,
        /// With a silver one.
        silver_pct: f64,
    },
    /// Lowest and highest odds ratio of several specialties, which is which not known.
    Range {
        /// Lowest.
        low: f64,
        /// Highest.
        high: f64,
        /// Specialties.
        specialties: f64,
    },
}

/// One study.
#[derive(Clone, Debug, Deserialize)]
pub struct Study {
    /// The specialty as NRMP spells it; `None` for several at once.
    pub specialty: Option<String>,
    /// The season as the study names it.
    pub season: String,
    /// What it reports.
    #[serde(flatten)]
    pub form: Form,
    /// Key in sources.toml.
    pub source: String,
}

/// Interviews at signalled programs and at those that the same applicants would have signalled
/// next, in percent of applications.
#[derive(Clone, Debug, Deserialize)]
pub struct Comparison {
    /// The specialty as NRMP spells it.
    pub specialty: String,
    /// Signalled.
    pub signalled_pct: f64,
    /// Next in line.
    pub next_pct: f64,
    /// Without a signal over all, from the specialty's study of everybody.
    pub plain_pct: f64,
    /// Key in sources.toml.
    pub source: String,
}

/// Signals of an applicant where no page of this season states them.
#[derive(Clone, Debug, Deserialize)]
pub struct Given {
    /// The specialty as NRMP spells it.
    pub specialty: String,
    /// Gold signals.
    pub gold: f64,
    /// Silver signals.
    pub silver: f64,
    /// Key in sources.toml.
    pub source: String,
}

/// The file.
#[derive(Clone, Debug, Deserialize)]
pub struct Figures {
    /// Studies.
    pub rows: Vec<Study>,
    /// Studies that compare programs of the same applicants.
    pub comparisons: Vec<Comparison>,
    /// Signals in earlier seasons.
    pub sent: Vec<Given>,
}

/// Logit of a percentage.
fn of_percent(pct: f64) -> f64 {
    logit(pct / 100.0)
}

impl Study {
    /// The log odds ratio of a signal with its variance; `None` where the study has nothing on
    /// applications without one.
    #[must_use]
    pub fn association(&self, constants: &Constants) -> Option<Raw> {
        let usual = constants.get(FitKey::SignalError);
        let assumed = |value| Some(raw(value, usual));
        match self.form {
            Form::Ratio {
                odds_ratio,
                low,
                high,
            } => {
                let width = libm::log(high) - libm::log(low);
                Some(raw(libm::log(odds_ratio), width / (2.0 * NINETY_FIVE)))
            }
            Form::Counts { signalled, plain } => {
                let odds = |(yes, all): (f64, f64)| libm::log(yes / (all - yes));
                let error = |(yes, all): (f64, f64)| 1.0 / yes + 1.0 / (all - yes);
                Some(Raw {
                    value: odds(signalled) - odds(plain),
                    variance: error(signalled) + error(plain),
                })
            }
            Form::Shares {
                signalled_pct,
                plain_pct,
            } => assumed(of_percent(signalled_pct) - of_percent(plain_pct)),
            Form::Times {
                signalled_pct,
                times,
            } => assumed(of_percent(signalled_pct) - of_percent(signalled_pct / times)),
            Form::Beside { odds_ratio, other } => assumed(libm::log(odds_ratio / other)),
            Form::Tiered {
                gold_pct,
                silver_pct,
                gold,
                silver,
                applications,
                interviews,
            } => {
                let signals = gold + silver;
                let invited = (gold * gold_pct + silver * silver_pct) / 100.0;
                let plain = (interviews - invited) / (applications - signals);
                assumed(logit(invited / signals) - logit(plain))
            }
            Form::Tiers { .. } => None,
            Form::Range {
                low,
                high,
                specialties,
            } => {
                let (low, high) = (libm::log(low), libm::log(high));
                let between = (high - low) / (2.0 * OF_NINE);
                Some(raw(0.5 * (low + high), between / specialties.sqrt()))
            }
        }
    }

    /// How much more the log odds are with a gold signal than with a silver one.
    #[must_use]
    pub fn contrast(&self, constants: &Constants) -> Option<Raw> {
        match self.form {
            Form::Tiered {
                gold_pct,
                silver_pct,
                ..
            }
            | Form::Tiers {
                gold_pct,
                silver_pct,
            } => Some(raw(
                of_percent(gold_pct) - of_percent(silver_pct),
                constants.get(FitKey::SignalError),
            )),
            _ => None,
        }
    }
}

impl Comparison {
    /// Share of the log odds ratio that is left against the programs next in line.
    #[must_use]
    pub fn kept(&self) -> f64 {
        let signalled = of_percent(self.signalled_pct);
        (signalled - of_percent(self.next_pct)) / (signalled - of_percent(self.plain_pct))
    }
}

fn raw(value: f64, sd: f64) -> Raw {
    Raw {
        value,
        variance: sd * sd,
    }
}
