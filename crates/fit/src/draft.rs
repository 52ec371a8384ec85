//! A cell on its way: what every branch of the fit hands on, and how it ends up in the model.

use super::FitError;
use super::calibrate::{Mix, level_for_interviews, mean_interview};
use super::constants::FitKey;
use super::covariance::{Covariance, Gradient};
use super::estimate::Estimate;
use super::forward::moments;
use super::moves::gradient;
use super::published::{Applications, Published};
use super::scores::Pool;
use super::signals::Signals;
use data::specialty_of;
use engine::model::draws::CellDoubt;
use engine::model::{Basis, Cell, Effect};
use engine::odds::quadrature::NINE;
use engine::odds::reference::ReferenceProgram;
use engine::program::SpecialtyCode;
use engine::vocabulary::ApplicantType;
use nalgebra::Matrix4;

/// Standard deviations between the low and the high end of a range of nine in ten.
const RANGE_SDS: f64 = 2.0 * 1.645;

/// Applications in one specialty with their range.
#[derive(Clone, Debug)]
pub struct Sent {
    /// Central figure.
    pub mid: u32,
    /// Logarithm of high over low.
    pub ln_range: f64,
    /// Keys in sources.toml.
    pub sources: Vec<String>,
}

impl Sent {
    /// Applications of a type in a specialty: its own row, else the type's.
    ///
    /// # Errors
    ///
    /// If no row covers the type.
    pub fn of(
        published: &Published,
        kind: ApplicantType,
        specialty: SpecialtyCode,
    ) -> Result<Sent, FitError> {
        let rows = &published.applications.rows;
        let own = |kind: ApplicantType| {
            rows.iter().find(|row| {
                row.kind == kind.code()
                    && row.specialty.as_deref().and_then(specialty_of) == Some(specialty)
            })
        };
        let general = rows
            .iter()
            .find(|row| row.kind == kind.code() && row.specialty.is_none());
        let (row, factor): (&Applications, f64) = match (own(kind), kind) {
            (Some(row), _) => (row, 1.0),
            (None, ApplicantType::UsDoSenior) => match own(ApplicantType::UsMdSenior) {
                Some(row) => (row, published.constants.get(FitKey::DoToMd)),
                None => (general.ok_or(FitError::NoApplications(kind))?, 1.0),
            },
            (None, _) => (general.ok_or(FitError::NoApplications(kind))?, 1.0),
        };
        Ok(Sent {
            mid: (row.mid * factor).round() as u32,
            ln_range: libm::log(row.high / row.low),
            sources: row.source.clone(),
        })
    }
}

/// A cell before its calibration.
#[derive(Clone, Debug)]
pub struct Draft {
    /// Specialty.
    pub specialty: SpecialtyCode,
    /// Applicant type.
    pub kind: ApplicantType,
    /// Basis.
    pub basis: Basis,
    /// The four numbers, on the scale of ranks.
    pub estimate: Estimate,
    /// Applications behind them.
    pub sent: Sent,
    /// Match rate, published or borrowed.
    pub rate: f64,
    /// Applicants behind it.
    pub n: Option<u32>,
    /// Theta for 10 points.
    pub slope: f64,
    /// Scores of the pool.
    pub pool: Pool,
    /// Keys in sources.toml.
    pub sources: Vec<String>,
    /// What was borrowed or pooled.
    pub note: String,
}

/// What the model as a whole says of every cell.
#[derive(Clone, Copy, Debug)]
pub struct Terms {
    /// Share of interviews that become ranks.
    pub ranks_per_interview: f64,
    /// Extra standard deviation where the number of ranks is borrowed.
    pub partly_sd: f64,
    /// Extra standard deviation where the whole cell is.
    pub borrowed_sd: f64,
    /// How far applicants choose programs by their odds.
    pub as_sent: Effect,
}

/// Standard error of a logit of a rate from n applicants.
#[must_use]
pub fn logit_error(rate: f64, n: f64) -> f64 {
    1.0 / (n * rate * (1.0 - rate)).sqrt()
}

impl Draft {
    /// Mean interviews over all applicants, those without any included.
    #[must_use]
    pub fn mean_interviews(&self, terms: Terms) -> f64 {
        let n = self.sent.mid;
        moments(&self.estimate.strength, n, n).mean_ranks / terms.ranks_per_interview
    }

    /// What is doubtful about c, ln tau, d and rho, with what borrowing adds.
    #[must_use]
    pub fn covariance(&self, terms: Terms) -> Covariance {
        self.borrowing(terms, self.estimate.covariance)
    }

    /// A covariance with the doubt about level and d where numbers are borrowed.
    fn borrowing(&self, terms: Terms, covariance: Covariance) -> Covariance {
        let extra = match self.basis {
            Basis::Fitted => 0.0,
            Basis::Partly => terms.partly_sd,
            Basis::Borrowed => terms.borrowed_sd,
        };
        covariance
            .with(&Gradient::x(), extra)
            .with(&Gradient::z(), extra)
    }

    /// The level of a plain application over the programs given.
    ///
    /// # Errors
    ///
    /// If none gives the mean of interviews over these programs.
    pub fn level(
        &self,
        terms: Terms,
        programs: &[ReferenceProgram],
        mix: &Mix,
    ) -> Result<f64, FitError> {
        let tau = self.estimate.strength.tau;
        let applications = f64::from(self.sent.mid);
        let interviews = self.mean_interviews(terms);
        let chosen = terms.as_sent.mid;
        level_for_interviews(programs, tau, applications, interviews, mix, &NINE, chosen)
            .ok_or(FitError::NoLevel(self.specialty, self.kind))
    }

    /// The cell, its level calibrated over the programs given, and what is doubtful about it.
    ///
    /// # Errors
    ///
    /// If no level gives the mean of interviews over these programs.
    pub fn finish(
        &self,
        terms: Terms,
        programs: &[ReferenceProgram],
        signals: &Signals,
    ) -> Result<(Cell, CellDoubt), FitError> {
        let strength = self.estimate.strength;
        let applications = f64::from(self.sent.mid);
        let mix = signals.mix(self.specialty, applications);
        let level = self.level(terms, programs, &mix)?;
        let at = |of: fn(Effect) -> f64| {
            let mix = signals.mix_with(self.specialty, applications, of);
            self.level(terms, programs, &mix)
        };
        let by_signal = (at(|effect| effect.high)? - at(|effect| effect.low)?) / RANGE_SDS;
        // Doubtful in the same way for every specialty of a type, as the number of applications is.
        let chosen = |chosen: f64| {
            let mid = chosen;
            let as_sent = Effect {
                mid,
                ..terms.as_sent
            };
            self.level(Terms { as_sent, ..terms }, programs, &mix)
        };
        let by_choice =
            (chosen(terms.as_sent.high)? - chosen(terms.as_sent.low)?).abs() / RANGE_SDS;
        let covariance = self
            .on_level(terms, programs, level, &mix)
            .with(&Gradient::x(), by_signal);
        let covariance = self.borrowing(terms, covariance);
        let doubt = CellDoubt {
            root: covariance.root(),
            applications_sd: hypotenuse(&[self.sent.ln_range / RANGE_SDS, by_choice]),
        };
        let mut sources: Vec<&str> = self
            .sources
            .iter()
            .chain(&self.sent.sources)
            .map(String::as_str)
            .collect();
        sources.sort_unstable();
        sources.dedup();
        let cell = Cell {
            specialty: self.specialty,
            kind: self.kind,
            basis: self.basis,
            level,
            tau: strength.tau,
            d: strength.d,
            rho: strength.rho,
            slope: self.slope,
            score_mean: self.pool.mean,
            score_sd: self.pool.sd,
            match_rate: self.rate,
            n: self.n,
            reference_applications: applications,
            level_sd: hypotenuse(&[covariance.sd(0), doubt.applications_sd]),
            d_sd: covariance.sd(2),
            sources: sources.into_iter().map(Box::from).collect(),
            note: self.note.as_str().into(),
        };
        Ok((cell, doubt))
    }

    /// The estimate's covariance with the calibrated level in the place of c. The level is
    /// where the mean chance over programs is the mean of interviews: its derivatives follow
    /// from those two.
    fn on_level(
        &self,
        terms: Terms,
        programs: &[ReferenceProgram],
        level: f64,
        mix: &Mix,
    ) -> Covariance {
        const STEP: f64 = 1e-3;
        let wanted = gradient(&self.estimate.strength, |strength| {
            let moved = Draft {
                estimate: Estimate {
                    strength: *strength,
                    ..self.estimate
                },
                ..self.clone()
            };
            moved.mean_interviews(terms) / f64::from(self.sent.mid)
        });
        let tau = self.estimate.strength.tau;
        let given = |level: f64, ln: f64| {
            let tau = tau * libm::exp(ln);
            mean_interview(programs, level, tau, mix, &NINE, terms.as_sent.mid)
        };
        let slope = |up: f64, down: f64| (up - down) / (2.0 * STEP);
        let by_level = slope(given(level + STEP, 0.0), given(level - STEP, 0.0));
        let by_ln_tau = slope(given(level, STEP), given(level, -STEP));
        let mut map = Matrix4::identity();
        map.set_row(0, &(wanted / by_level).transpose());
        map[(0, 1)] -= by_ln_tau / by_level;
        self.estimate.covariance.through(&map)
    }
}

/// Root of the sum of squares.
#[must_use]
pub fn hypotenuse(parts: &[f64]) -> f64 {
    parts.iter().map(|x| x * x).sum::<f64>().sqrt()
}
