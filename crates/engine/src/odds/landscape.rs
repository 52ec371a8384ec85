//! How the programs of a specialty differ, as far as there is evidence: the h of the model.
//!
//! Each influence is measured from the mean over the specialty's positions, so that a reader sees
//! what sets a program apart. That is for reading only: the level is solved over the programs as
//! they are (`fit::calibrate`), since a mean of zero does not hold the mean chance.

use std::num::NonZeroU16;

use crate::catalog::{Catalog, RecordEvidence};
use crate::eligibility::Circumstances;
use crate::geography::UsState;
use crate::model::{AssumptionKey, Effect, Model};
use crate::program::{Program, ProgramId, SpecialtyCode};
use crate::setting::Academic;
use crate::sought_after::SoughtAfter;
use crate::vocabulary::ApplicantType;

/// A piece of evidence that moves the odds of an interview at one program. Its words are those of
/// [`crate::explain::Factor`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Influence {
    /// Academic centre or community hospital: bears on IMGs.
    Setting,
    /// How many of the applicant's type its state takes: bears on IMGs.
    State,
    /// Unfilled positions, 2016 to 2020; not for US MD seniors.
    Unfilled,
    /// Unfilled positions in 2026; not for US MD seniors.
    Unfilled2026,
    /// Employer's H-1B filings: bears on applicants who need a visa.
    Filing,
    /// How sought after it is: bears on applicants of US schools.
    SoughtAfter,
    /// The applicant's tie to the state.
    StateTie,
    /// The applicant's tie to the program.
    Connection,
    /// Stated preferences that the applicant does not meet.
    Preferences,
}

/// How many influences there are.
pub const INFLUENCES: usize = Influence::ALL.len();

impl Influence {
    /// All of them, in their order.
    pub const ALL: &'static [Influence] = &[
        Influence::Setting,
        Influence::State,
        Influence::Unfilled,
        Influence::Unfilled2026,
        Influence::Filing,
        Influence::SoughtAfter,
        Influence::StateTie,
        Influence::Connection,
        Influence::Preferences,
    ];

    /// The assumption that its size and its doubt rest on.
    #[must_use]
    pub fn key(self) -> AssumptionKey {
        match self {
            Influence::Setting => AssumptionKey::SettingImg,
            Influence::State => AssumptionKey::StateElasticity,
            Influence::Unfilled => AssumptionKey::UnfilledHistory,
            Influence::Unfilled2026 => AssumptionKey::Unfilled2026,
            Influence::Filing => AssumptionKey::H1bFilingOpen,
            Influence::SoughtAfter => AssumptionKey::SoughtAfterUs,
            Influence::StateTie => AssumptionKey::StateTie,
            Influence::Connection => AssumptionKey::Connection,
            Influence::Preferences => AssumptionKey::PreferenceUnmet,
        }
    }
}

/// Log odds that each piece of evidence adds to P(interview) at one program.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ProgramEffects {
    /// What each influence adds, in the order of [`Influence::ALL`].
    pub parts: [f64; INFLUENCES],
    /// Standard deviation that each influence's range brings, in the same order: an influence is
    /// one number for all programs, so what is doubtful about it weighs by how far a program is
    /// from the mean.
    pub doubts: [f64; INFLUENCES],
    /// The same of the state's own figure, which its programs share.
    pub of_state: f64,
    /// The state.
    pub state: UsState,
    /// The same of what is doubtful about this program alone: how its setting was read.
    pub particular: f64,
    /// What the applicant's own figures of the program add.
    pub entered: f64,
    /// Variance that these figures leave, in place of all other; `None` without them.
    pub settled: Option<f64>,
}

impl ProgramEffects {
    /// What one influence adds.
    #[must_use]
    pub fn part(&self, influence: Influence) -> f64 {
        self.parts[influence as usize]
    }

    /// Variance of the sum, from the ranges of the influences and of the readings.
    #[must_use]
    pub fn variance(&self) -> f64 {
        let shared: f64 = self.doubts.iter().map(|doubt| doubt * doubt).sum();
        shared + self.of_state * self.of_state + self.particular * self.particular
    }

    /// The sum.
    #[must_use]
    pub fn total(&self) -> f64 {
        self.parts.iter().sum::<f64>() + self.entered
    }

    /// The part that is the applicant's own and not the program's with everybody.
    #[must_use]
    pub fn of_applicant(&self) -> f64 {
        self.part(Influence::StateTie)
            + self.part(Influence::Connection)
            + self.part(Influence::Preferences)
    }
}

/// Influences of the program with everybody of a type: those that have a mean.
const CENTRED: usize = 6;

/// How much of each piece of evidence a program shows, in units of its effect.
type Evidence = [f64; CENTRED];

/// What a program of the specialty was seen to show.
#[derive(Clone, Copy, Debug)]
pub struct Shown {
    program: ProgramId,
    evidence: Evidence,
    /// Its setting as the catalog has it.
    academic: Academic,
}

/// The programs of one specialty as one applicant meets them.
#[derive(Clone, Debug)]
pub struct Landscape<'a> {
    catalog: &'a Catalog,
    /// Of each state, in the order of [`UsState::ALL`]: logarithm of matched over expected for the
    /// applicant's type, and its standard deviation.
    states: Vec<(f64, f64)>,
    /// What each program shows, by id.
    shown: Vec<Shown>,
    mean: Evidence,
    effects: [Effect; INFLUENCES],
    /// Their standard deviations.
    sds: [f64; INFLUENCES],
    /// How much more the score counts at a sought-after program, as a share of what it counts.
    by_score: Effect,
    /// Strength that the score shows; 0 without a score.
    score: f64,
    usual_quota: f64,
}

impl<'a> Landscape<'a> {
    /// Measures the programs of one specialty for an applicant whose score shows so much strength.
    #[must_use]
    pub fn of(circumstances: &Circumstances<'a>, specialty: SpecialtyCode, score: f64) -> Self {
        let catalog = circumstances.catalog();
        let records = catalog.evidence_of_specialty(specialty);
        let kind = circumstances.kind();
        let is_us = kind.is_some_and(|kind| !kind.is_img());
        let bears = |influence: Influence| match influence {
            Influence::Setting | Influence::State => circumstances.is_img(),
            Influence::Unfilled | Influence::Unfilled2026 => {
                kind != Some(ApplicantType::UsMdSenior)
            }
            Influence::Filing => circumstances.needs_visa(),
            Influence::SoughtAfter => is_us,
            Influence::StateTie | Influence::Connection | Influence::Preferences => true,
        };
        let mut effects = [Effect::NONE; INFLUENCES];
        for (slot, influence) in effects.iter_mut().zip(Influence::ALL) {
            if bears(*influence) {
                *slot = circumstances.effects.get(influence.key());
            }
        }
        let by_score = circumstances.effects.get(AssumptionKey::SoughtAfterScore);
        let img = kind.filter(|kind| kind.is_img());
        let mut landscape = Landscape {
            catalog,
            states: states(circumstances.model().zip(img)),
            shown: Vec::with_capacity(records.len()),
            mean: Evidence::default(),
            effects,
            sds: effects.map(Effect::sd),
            by_score: if is_us { by_score } else { Effect::NONE },
            score,
            usual_quota: usual_quota(records),
        };
        landscape.look(catalog.of_specialty(specialty), records);
        landscape
    }

    /// Positions of a program: its quota in 2020, or the specialty's median if it is not known.
    #[must_use]
    pub fn positions(&self, program: &Program) -> f64 {
        self.or_usual(program.quota_2020())
    }

    fn or_usual(&self, quota: Option<NonZeroU16>) -> f64 {
        quota.map_or(self.usual_quota, |quota| f64::from(quota.get()))
    }

    /// How sought after a program is.
    #[must_use]
    pub fn sought_after(&self, program: &Program) -> SoughtAfter {
        self.sought(program, &self.catalog.evidence(program))
    }

    fn sought(&self, program: &Program, record: &RecordEvidence) -> SoughtAfter {
        SoughtAfter::of(self.catalog, program, record, self.usual_quota)
    }

    /// The effects of one program on one applicant, `unmet` of whose stated preferences fail.
    #[must_use]
    pub fn effects(
        &self,
        circumstances: &Circumstances<'_>,
        program: &Program,
        unmet: u32,
    ) -> ProgramEffects {
        self.effects_where(circumstances, program, &self.shown(program), unmet)
    }

    /// What the programs of the specialty show, in their order.
    #[must_use]
    pub fn all_shown(&self) -> &[Shown] {
        &self.shown
    }

    /// [`Landscape::effects`] of a program that shows this.
    #[must_use]
    pub fn effects_where(
        &self,
        circumstances: &Circumstances<'_>,
        program: &Program,
        shown: &Shown,
        unmet: u32,
    ) -> ProgramEffects {
        let academic = circumstances
            .said_setting(program.id)
            .map_or(shown.academic, Academic::said);
        let mut shown = shown.evidence;
        shown[Influence::Setting as usize] = 1.0 - academic.share;
        let yes = |yes: bool| if yes { 1.0 } else { 0.0 };
        let mut amounts = [0.0; INFLUENCES];
        for (amount, (shown, mean)) in amounts.iter_mut().zip(shown.iter().zip(&self.mean)) {
            *amount = shown - mean;
        }
        amounts[Influence::StateTie as usize] = yes(circumstances.is_tied_to_state(program));
        amounts[Influence::Connection as usize] = yes(circumstances.is_connected(program.id));
        amounts[Influence::Preferences as usize] = f64::from(unmet);
        let (mut parts, mut doubts) = ([0.0; INFLUENCES], [0.0; INFLUENCES]);
        for (part, (effect, amount)) in parts.iter_mut().zip(self.effects.iter().zip(&amounts)) {
            *part = effect.mid * amount;
        }
        for (doubt, (sd, amount)) in doubts.iter_mut().zip(self.sds.iter().zip(&amounts)) {
            *doubt = sd * amount;
        }
        // A stronger applicant is asked for where many apply. The share is at most 1, so that a
        // better score never lowers a chance.
        let sought = amounts[Influence::SoughtAfter as usize] * self.score;
        parts[Influence::SoughtAfter as usize] += self.by_score.mid * sought;
        doubts[Influence::SoughtAfter as usize] += self.by_score.sd() * sought;
        let (_, state_sd) = self.state(program);
        ProgramEffects {
            parts,
            doubts,
            of_state: self.effects[Influence::State as usize].mid * state_sd,
            state: program.state,
            particular: self.effects[Influence::Setting as usize].mid * academic.sd,
            entered: 0.0,
            settled: None,
        }
    }

    fn state(&self, program: &Program) -> (f64, f64) {
        let found = self.states.get(program.state as usize);
        found.copied().unwrap_or((0.0, 0.0))
    }

    fn look_at(&self, program: &Program, record: &RecordEvidence) -> Shown {
        Shown {
            program: program.id,
            evidence: self.evidence(program, record),
            academic: record.academic,
        }
    }

    fn evidence(&self, program: &Program, record: &RecordEvidence) -> Evidence {
        let of = |influence: Influence| self.effects[influence as usize] != Effect::NONE;
        [
            1.0 - record.academic.share,
            self.state(program).0,
            10.0 * capped(record.unfilled_before.unwrap_or(0.0)),
            10.0 * capped(record.unfilled_2026),
            record.filing,
            // Only asked for where it bears: most rankings do without.
            match (of(Influence::SoughtAfter), of(Influence::Unfilled)) {
                (false, _) => 0.0,
                (true, true) => self.sought(program, record).share,
                (true, false) => self.sought(program, record).without_fills(),
            },
        ]
    }

    /// What a program shows: as it was looked at, or if it is none of the specialty's, now.
    #[must_use]
    pub fn shown(&self, program: &Program) -> Shown {
        let at = self
            .shown
            .binary_search_by_key(&program.id, |shown| shown.program);
        match at.ok().and_then(|at| self.shown.get(at)) {
            Some(shown) => *shown,
            None => self.look_at(program, &self.catalog.evidence(program)),
        }
    }

    /// Looks at every program once: what it shows, and the mean over positions.
    fn look(&mut self, programs: &[Program], records: &[RecordEvidence]) {
        let mut positions = 0.0;
        let mut sum = Evidence::default();
        for (program, record) in programs.iter().zip(records) {
            let weight = self.or_usual(record.quota_2020);
            let shown = self.look_at(program, record);
            positions += weight;
            for (sum, shown) in sum.iter_mut().zip(&shown.evidence) {
                *sum += weight * shown;
            }
            self.shown.push(shown);
        }
        if positions > 0.0 {
            sum.iter_mut().for_each(|sum| *sum /= positions);
        }
        self.mean = sum;
    }
}

fn states(model: Option<(&Model, ApplicantType)>) -> Vec<(f64, f64)> {
    let mut states = vec![(0.0, 0.0); UsState::ALL.len()];
    let Some((model, kind)) = model else {
        return states;
    };
    for ratio in model.states.iter().filter(|ratio| ratio.kind == kind) {
        if let Some(slot) = states.get_mut(ratio.state as usize) {
            *slot = (ratio.log, ratio.sd);
        }
    }
    states
}

/// A share of unfilled positions as far as it counts: half of them.
fn capped(share: f64) -> f64 {
    const MOST: f64 = 0.5;
    if share < MOST { share } else { MOST }
}

/// The median known quota of a specialty; 1 if none is known. Counted, since a sort of its own
/// would weigh on the app: a quota above 500, which no program has, would count as that.
#[must_use]
pub fn usual_quota(records: &[RecordEvidence]) -> f64 {
    const LARGEST: usize = 500;
    let mut counts = [0_u32; LARGEST + 1];
    let mut known = 0;
    for quota in records.iter().filter_map(|record| record.quota_2020) {
        if let Some(count) = counts.get_mut(usize::from(quota.get()).min(LARGEST)) {
            *count += 1;
            known += 1;
        }
    }
    let mut below = 0;
    for (quota, count) in (0_u32..).zip(counts) {
        below += count;
        if below > known / 2 {
            return f64::from(quota);
        }
    }
    1.0
}
