//! What a signal goes with in each specialty, and how many applications carry one.
//!
//! Studies give log odds ratios of an interview with and without a signal ([`figures`]). A
//! random-effects mean over specialties ([`between`]) says how they differ. Then, with z the
//! quantile that leaves a tenth on each side:
//!
//! - a specialty with studies of its own has their mean drawn towards all, and the ends of its
//!   range of four in five;
//! - one without has the *low* end of where a further specialty would lie in four of five cases;
//!   its range reaches from there to the mean of all;
//! - between gold and silver stands the low end of the pooled difference, split so that the
//!   signals of one applicant have the specialty's association on average.
//!
//! Applicants signal where they fit best. Of each association the share
//! [`Signal`](engine::model::AssumptionKey::Signal) is used, its low end at the low ends, its high end at the high ones.

pub mod figures;

use super::FitError;
use super::calibrate::Mix;
use super::constants::Constants;
use super::scores::{Raw, between};
use data::specialty_of;
use engine::calendar::Season;
use engine::catalog::Catalog;
use engine::model::{Effect, SignalEffect};
use engine::odds::RANGE_Z;
use engine::program::SpecialtyCode;
use engine::season::Allotment;
use figures::Figures;

/// The signals of an applicant in one specialty.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sent {
    /// Gold.
    pub gold: f64,
    /// Silver, or the only kind.
    pub silver: f64,
}

impl Sent {
    fn of(allotment: Allotment) -> Option<Sent> {
        let (gold, silver) = match allotment {
            Allotment::None => (0, 0),
            Allotment::Single(count) => (0, count),
            Allotment::Tiered { gold, silver } => (gold, silver),
            Allotment::NotStated => return None,
        };
        Some(Sent {
            gold: f64::from(gold),
            silver: f64::from(silver),
        })
    }
}

/// One specialty.
#[derive(Clone, Debug, PartialEq)]
pub struct SignalRow {
    /// Its log odds ratios as the model carries them.
    pub effect: SignalEffect,
    /// What its own studies measure, as a log odds ratio with its variance.
    pub measured: Option<Raw>,
    /// Signals of an applicant.
    pub sent: Sent,
}

/// The signals of every specialty.
#[derive(Clone, Debug)]
pub struct Signals {
    /// By specialty.
    pub rows: Vec<SignalRow>,
    /// Mean log odds ratio over specialties, with the variance between them.
    pub pooled: Raw,
    /// Low end of where a further specialty lies in four of five cases.
    pub low: f64,
    /// Low end of the pooled difference between gold and silver.
    pub contrast: f64,
}

/// Low, middle and high of an association.
#[derive(Clone, Copy)]
struct Ends {
    low: f64,
    mid: f64,
    high: f64,
}

impl Ends {
    /// With more log odds; never under none.
    fn plus(self, more: f64) -> Ends {
        let at = |end: f64| (end + more).max(0.0);
        Ends {
            low: at(self.low),
            mid: at(self.mid),
            high: at(self.high),
        }
    }

    fn kept(self, share: Effect) -> Effect {
        Effect {
            mid: self.mid * share.mid,
            low: self.low * share.low,
            high: self.high * share.high,
        }
    }
}

/// The studies of one specialty as one.
struct Own {
    specialty: Option<SpecialtyCode>,
    raw: Raw,
    sources: Vec<Box<str>>,
}

impl Signals {
    /// The signals of specialties, which are in order and each once, with how many an applicant
    /// has; `share` of each association is used.
    ///
    /// # Errors
    ///
    /// If a name is unknown.
    pub fn of(
        figures: &Figures,
        constants: &Constants,
        share: Effect,
        sent: &[(SpecialtyCode, Sent)],
    ) -> Result<Signals, FitError> {
        let own = own(figures, constants)?;
        let raws: Vec<Raw> = own.iter().map(|own| own.raw).collect();
        let pooled = between(&raws);
        let low = (pooled.value - RANGE_Z * further(&raws, pooled)).max(0.0);
        let studies = figures.rows.iter();
        let contrasts: Vec<Raw> = studies.filter_map(|s| s.contrast(constants)).collect();
        let tiers = between(&contrasts);
        let contrast = (tiers.value - RANGE_Z * further(&contrasts, tiers)).max(0.0);
        let rows = sent.iter().map(|(specialty, sent)| {
            let own = own.iter().find(|own| own.specialty == Some(*specialty));
            let ends = match own {
                Some(own) => drawn(own.raw, pooled),
                None => Ends {
                    low,
                    mid: low,
                    high: pooled.value,
                },
            };
            let all = (sent.gold + sent.silver).max(1.0);
            let gold = ends.plus(contrast * sent.silver / all);
            let silver = ends.plus(-contrast * sent.gold / all);
            SignalRow {
                effect: SignalEffect {
                    specialty: *specialty,
                    silver: silver.kept(share),
                    gold: (sent.gold > 0.0).then(|| gold.kept(share)),
                    sources: own.map_or_else(Box::default, |own| own.sources.clone().into()),
                },
                measured: own.map(|own| own.raw),
                sent: *sent,
            }
        });
        Ok(Signals {
            rows: rows.collect(),
            pooled,
            low,
            contrast,
        })
    }

    /// The same specialties by other figures or constants.
    ///
    /// # Errors
    ///
    /// If a name is unknown.
    pub fn again(
        &self,
        figures: &Figures,
        constants: &Constants,
        share: Effect,
    ) -> Result<Signals, FitError> {
        let rows = self.rows.iter();
        let sent: Vec<_> = rows.map(|row| (row.effect.specialty, row.sent)).collect();
        Signals::of(figures, constants, share, &sent)
    }

    /// How the applications of one applicant divide, with the log odds of each part at their
    /// middles. Every signal is taken to be sent, at programs like the others.
    #[must_use]
    pub fn mix(&self, specialty: SpecialtyCode, applications: f64) -> Mix {
        self.mix_with(specialty, applications, |effect| effect.mid)
    }

    /// The same with each effect where `at` has it.
    #[must_use]
    pub fn mix_with(
        &self,
        specialty: SpecialtyCode,
        applications: f64,
        at: impl Fn(Effect) -> f64,
    ) -> Mix {
        let row = self
            .rows
            .iter()
            .find(|row| row.effect.specialty == specialty);
        let Some(row) = row else { return Mix::PLAIN };
        // More signals than applications: all are signalled.
        let all = applications.max(row.sent.gold + row.sent.silver);
        Mix {
            silver: (row.sent.silver / all, at(row.effect.silver)),
            gold: (row.sent.gold / all, row.effect.gold.map_or(0.0, at)),
        }
    }
}

/// Studies by specialty, those of one put together by how well each knows.
fn own(figures: &Figures, constants: &Constants) -> Result<Vec<Own>, FitError> {
    let mut all: Vec<Own> = Vec::new();
    for study in &figures.rows {
        let Some(raw) = study.association(constants) else {
            continue;
        };
        let named =
            |name: &String| specialty_of(name).ok_or_else(|| FitError::UnknownName(name.clone()));
        let specialty = study.specialty.as_ref().map(named).transpose()?;
        let source: Box<str> = study.source.as_str().into();
        let known = all.iter_mut();
        match known
            .into_iter()
            .find(|own| specialty.is_some() && own.specialty == specialty)
        {
            Some(own) => {
                let variance = 1.0 / (1.0 / own.raw.variance + 1.0 / raw.variance);
                let sum = own.raw.value / own.raw.variance + raw.value / raw.variance;
                own.raw = Raw {
                    value: variance * sum,
                    variance,
                };
                own.sources.push(source);
            }
            None => all.push(Own {
                specialty,
                raw,
                sources: vec![source],
            }),
        }
    }
    Ok(all)
}

/// Standard deviation of one more estimate around their mean, without an error of its own.
fn further(raws: &[Raw], pooled: Raw) -> f64 {
    let weights = raws.iter().map(|r| 1.0 / (r.variance + pooled.variance));
    (pooled.variance + 1.0 / weights.sum::<f64>()).sqrt()
}

/// What a specialty's own studies say, drawn towards the mean by how little they know.
fn drawn(own: Raw, pooled: Raw) -> Ends {
    let weight = pooled.variance / (pooled.variance + own.variance);
    let mid = weight * own.value + (1.0 - weight) * pooled.value;
    let width = RANGE_Z * (weight * own.variance).sqrt();
    Ends {
        low: (mid - width).max(0.0),
        mid,
        high: mid + width,
    }
}

/// How many signals an applicant has in each of these specialties: this season's number, or an
/// earlier one where no page of this season states it.
///
/// # Errors
///
/// If neither is known.
pub fn sent(
    figures: &Figures,
    catalog: &Catalog,
    season: Season,
    specialties: &[SpecialtyCode],
) -> Result<Vec<(SpecialtyCode, Sent)>, FitError> {
    let of = |specialty: SpecialtyCode| {
        let signals = catalog.signals(season, specialty);
        let stated = signals.and_then(|row| Sent::of(row.allotment));
        let mut earlier = figures.sent.iter();
        let earlier = earlier.find(|given| specialty_of(&given.specialty) == Some(specialty));
        let earlier = earlier.map(|given| Sent {
            gold: given.gold,
            silver: given.silver,
        });
        let sent = stated.or(earlier);
        sent.map(|sent| (specialty, sent))
            .ok_or(FitError::NoSignals(specialty))
    };
    specialties.iter().map(|specialty| of(*specialty)).collect()
}
