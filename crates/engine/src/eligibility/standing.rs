//! Gates of the program's own standing and state: accreditation, military service, earlier
//! training, Spanish, and the state's licence to train.

use crate::catalog::LicenceRequirement;
use crate::fact::Origin;
use crate::geography::UsState;
use crate::model::AssumptionKey;
use crate::program::Program;
use crate::vocabulary::{Accreditation, NameHint, TrackKind};

use super::circumstances::Circumstances;
use super::{Band, Gate, GateReading, GateState, Reason};

const OPEN: Band = Band::exactly(1.0);
const CLOSED: Band = Band::exactly(0.0);

/// Osteopathic Neuromusculoskeletal Medicine wants an osteopathic degree or its equivalent.
const OSTEOPATHIC: u16 = 275;
/// Preventive Medicine starts after a year of clinical training.
const PREVENTIVE_MEDICINE: u16 = 380;

/// Accreditation: withdrawal shuts, a warning informs.
pub(super) fn accreditation(_: &Circumstances<'_>, program: &Program) -> Option<GateReading> {
    let (state, pass, reason) = match program.accreditation? {
        Accreditation::VoluntaryWithdrawal => (GateState::Shut, CLOSED, Reason::Withdrawing),
        Accreditation::ContinuedWithWarning
        | Accreditation::InitialWithWarning
        | Accreditation::Probationary => (GateState::Open, OPEN, Reason::AccreditationWarning),
        Accreditation::Continued
        | Accreditation::ContinuedWithoutOutcomes
        | Accreditation::Initial => return None,
    };
    Some(GateReading {
        gate: Gate::Accreditation,
        state,
        pass,
        reason,
        origin: None,
    })
}

/// Military programs read applicants in service. NRMP codes or a civilian sponsor make it doubtful
/// for graduates of US schools; their residents are officers, so it opens nothing to others.
pub(super) fn military(of: &Circumstances<'_>, program: &Program) -> Option<GateReading> {
    if !program.is_military {
        return None;
    }
    let civilian = !program.nrmp_codes.is_empty() || program.hints.has(NameHint::University);
    let (state, pass, reason) = if of.is_military() {
        (GateState::Open, OPEN, Reason::Met)
    } else if civilian && !of.is_img() {
        (
            GateState::NotStated,
            of.share(AssumptionKey::MilitaryPrior),
            Reason::MilitaryDoubtful,
        )
    } else {
        (GateState::Shut, CLOSED, Reason::MilitaryOnly)
    };
    Some(GateReading {
        gate: Gate::Military,
        state,
        pass,
        reason,
        origin: None,
    })
}

/// Positions that need earlier training or an osteopathic degree.
pub(super) fn prerequisite(of: &Circumstances<'_>, program: &Program) -> Option<GateReading> {
    let reading = |state, pass, reason| {
        Some(GateReading {
            gate: Gate::Prerequisite,
            state,
            pass,
            reason,
            origin: None,
        })
    };
    let kind = of.input.applicant.kind;
    if program.specialty().number() == OSTEOPATHIC && !kind.is_some_and(|k| k.is_osteopathic()) {
        let pass = of.share(AssumptionKey::EarlierTrainingPrior);
        return reading(GateState::Unlikely, pass, Reason::OsteopathicPrerequisite);
    }
    let physicians_only = !program.tracks.is_empty()
        && program
            .tracks
            .iter()
            .all(|track| track.kind == TrackKind::Physician);
    if !physicians_only && program.specialty().number() != PREVENTIVE_MEDICINE {
        return None;
    }
    match (of.input.applicant.prior_training.us, of.is_senior()) {
        (Some(true), _) => reading(GateState::Open, OPEN, Reason::Met),
        (Some(false), _) | (None, true) => {
            reading(GateState::Shut, CLOSED, Reason::NeedsEarlierTraining)
        }
        (None, false) => {
            let pass = of.share(AssumptionKey::EarlierTrainingPrior);
            reading(
                GateState::Unanswered,
                pass,
                Reason::EarlierTrainingUnanswered,
            )
        }
    }
}

/// Spanish in Puerto Rico. No legal text was seen, so it never shuts.
pub(super) fn spanish(of: &Circumstances<'_>, program: &Program) -> Option<GateReading> {
    if program.state != UsState::Pr {
        return None;
    }
    let prior = of.share(AssumptionKey::SpanishPrior);
    let (state, pass, reason) = match of.input.applicant.speaks_spanish() {
        Some(true) => (GateState::Open, OPEN, Reason::Met),
        Some(false) => (GateState::Unlikely, prior, Reason::NoSpanish),
        None => (
            GateState::Unanswered,
            Band::of(prior.lo, prior.mid, 1.0),
            Reason::SpanishUnanswered,
        ),
    };
    Some(GateReading {
        gate: Gate::Spanish,
        state,
        pass,
        reason,
        origin: None,
    })
}

/// The state's licence to train.
pub(super) fn licence(of: &Circumstances<'_>, program: &Program) -> Option<GateReading> {
    of.licences.get(program.state as usize).copied().flatten()
}

/// The licence to train in a state. Only rules for that licence count; a rule read years ago
/// may have changed, so a rule that is not met makes the gate unlikely and never shuts it.
/// Where no rule of a state was read, that matters only to someone with failed attempts.
pub(super) fn licence_in(of: &Circumstances<'_>, state: UsState) -> Option<GateReading> {
    let rules = of.input.catalog.licence_rules();
    let mut seen = false;
    let mut unanswered = None;
    for (index, rule) in (0u16..).zip(rules) {
        if rule.state != state || !rule.for_training {
            continue;
        }
        seen = true;
        let reading = |state, pass, reason| GateReading {
            gate: Gate::Licence,
            state,
            pass,
            reason,
            origin: Some(Origin::Record(rule.source)),
        };
        if let LicenceRequirement::AttemptsPerStep(limit) = rule.requirement {
            match of.attempts {
                Some(made) if made > limit => {
                    let stands = of.share(AssumptionKey::LicenceRulePrior);
                    let pass = Band::of(1.0 - stands.hi, 1.0 - stands.mid, 1.0 - stands.lo);
                    let reason = Reason::LicenceRuleUnmet { rule: index };
                    return Some(reading(GateState::Unlikely, pass, reason));
                }
                Some(_) => {}
                None => {
                    let reason = Reason::LicenceRuleUnanswered { rule: index };
                    let pass = of.share(AssumptionKey::LicenceUnknown);
                    unanswered = Some(reading(GateState::Unanswered, pass, reason));
                }
            }
        }
    }
    if !seen && of.attempts.is_some_and(|made| made > 1) {
        return Some(GateReading {
            gate: Gate::Licence,
            state: GateState::NotStated,
            pass: of.share(AssumptionKey::LicenceUnknown),
            reason: Reason::LicenceNotStated,
            origin: None,
        });
    }
    unanswered
}
