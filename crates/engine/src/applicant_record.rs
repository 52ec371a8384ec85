//! What the applicant's record says of strength beside the score, and of being read at all.
//!
//! Some applications no program reads: published tables hold those who ranked a program, and fewer
//! did than applied. A share of each pool, the tail, is taken to have no interview whatever it
//! sends. It moves with the same record as strength:
//!
//! ```text
//! logit(tail) = logit(assumed share) - gain * record
//! ```
//!
//! where the record is in log odds of an interview: the score against the pool, attempts beyond
//! two, years since graduation. A strong applicant is not held back by it, a weak one feels it.

use crate::model::{AssumptionKey, Effect, Effects, Model};
use crate::vocabulary::ApplicantType;

/// Attempts up to which a record counts as the pool's; programs that shut out a second attempt are
/// a gate's.
const ATTEMPTS: u8 = 2;
/// Years since graduation up to which a record counts as recent.
const RECENT: f64 = 4.0;
/// Mean of [`years`] in the pool of IMGs: in a public sheet of 2024 one in five graduated more
/// than four years before, by about four years more.
const YEARS_IN_POOL: f64 = 0.2;

/// The record beside the score.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Record {
    /// What attempts beyond two add to the log odds of an interview, never above 0: the third
    /// counts one, and each doubling one more.
    pub attempts: Part,
    /// What years since graduation add, measured from the pool.
    pub years: Part,
    /// Score against the pool of the type, over all specialties, in log odds; 0 without a score.
    pub score: f64,
    /// The share of such applications that no program reads.
    pub tail: Effect,
    /// How fast that share falls with the record.
    gain: f64,
}

/// A part of the record.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Part {
    /// Log odds.
    pub mid: f64,
    /// Its standard deviation.
    pub sd: f64,
}

impl Part {
    fn of(effect: Effect, amount: f64) -> Part {
        let sd = effect.sd() * amount;
        Part {
            mid: effect.mid * amount,
            sd: if sd < 0.0 { -sd } else { sd },
        }
    }
}

impl Record {
    /// The record of somebody of a type: most attempts at an exam, whole years since graduation and
    /// Step 2 CK as far as they are known.
    #[must_use]
    pub fn of(
        model: Option<&Model>,
        effects: &Effects,
        kind: Option<ApplicantType>,
        attempts: Option<u8>,
        years_since: Option<u8>,
        score: Option<u16>,
    ) -> Record {
        let beyond = attempts.map_or(0, |made| made.saturating_sub(ATTEMPTS));
        let is_img = kind.is_some_and(ApplicantType::is_img);
        let by_years = match years_since.filter(|_| is_img) {
            Some(since) => years(f64::from(since)) - YEARS_IN_POOL,
            None => 0.0,
        };
        let pool = model
            .zip(kind)
            .and_then(|(model, kind)| model.score_pool(kind));
        let by_score = pool.zip(score).map_or(0.0, |(pool, score)| {
            pool.slope * (f64::from(score) - pool.mean) / 10.0
        });
        let key = if is_img {
            AssumptionKey::TailImg
        } else {
            AssumptionKey::TailUs
        };
        let mut record = Record {
            attempts: Part::of(
                effects.get(AssumptionKey::AttemptsBeyondTwo),
                libm::log2(1.0 + f64::from(beyond)),
            ),
            years: Part::of(effects.get(AssumptionKey::YearsSinceGraduation), by_years),
            score: by_score,
            tail: effects.get(key),
            gain: effects.get(AssumptionKey::TailGain).mid,
        };
        if kind.is_none() {
            record.tail = Effect::NONE;
        }
        record
    }

    /// What it adds to strength beside the score.
    #[must_use]
    pub fn beside_score(&self) -> f64 {
        self.attempts.mid + self.years.mid
    }

    /// Variance of the same.
    #[must_use]
    pub fn variance(&self) -> f64 {
        self.attempts.sd * self.attempts.sd + self.years.sd * self.years.sd
    }

    /// Chance that the application is read at all, where the tail's share in the pool is given.
    #[must_use]
    pub fn read_with(&self, tail: f64) -> f64 {
        self.read_at(tail, self.score + self.beside_score())
    }

    /// The same as assumed.
    #[must_use]
    pub fn read(&self) -> f64 {
        self.read_with(self.tail.mid)
    }

    /// The same for the pool's mean record.
    #[must_use]
    pub fn read_in_pool(&self) -> f64 {
        self.read_at(self.tail.mid, 0.0)
    }

    /// The same with attempts and without years since graduation.
    #[must_use]
    pub fn read_without_years(&self) -> f64 {
        self.read_at(self.tail.mid, self.score + self.attempts.mid)
    }

    /// The same for the score alone.
    #[must_use]
    pub fn read_by_score(&self) -> f64 {
        self.read_at(self.tail.mid, self.score)
    }

    fn read_at(&self, tail: f64, record: f64) -> f64 {
        if tail <= 0.0 {
            return 1.0;
        }
        let odds = tail / (1.0 - tail) * libm::exp(-self.gain * record);
        1.0 / (1.0 + odds)
    }
}

/// How far a graduation lies back, in units of its effect: 0 up to four years, 1 after eight, and
/// ever more slowly beyond.
fn years(since: f64) -> f64 {
    let beyond = since - RECENT;
    if beyond > 0.0 {
        libm::log1p(beyond) / libm::log(5.0)
    } else {
        0.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_beyond_four_count_ever_more_slowly() {
        assert_eq!(years(3.0), 0.0);
        assert!((years(8.0) - 1.0).abs() < 1e-12);
        assert!(years(29.0) > years(14.0));
        assert!(years(29.0) - years(14.0) < years(14.0) - years(5.0));
    }

    #[test]
    fn a_weak_record_is_read_less() {
        let record = |score| Record {
            tail: Effect {
                mid: 0.1,
                low: 0.05,
                high: 0.2,
            },
            gain: 1.5,
            score,
            ..Record::default()
        };
        assert!((record(0.0).read() - 0.9).abs() < 1e-12);
        assert!(record(-1.0).read() < 0.75 && record(1.0).read() > 0.97);
    }
}
