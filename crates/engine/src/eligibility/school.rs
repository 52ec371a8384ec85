//! Gates of the road from school: years since graduation, US clinical experience, ECFMG.

use crate::applicant::{EcfmgStatus, overlaid};
use crate::model::AssumptionKey;
use crate::program::Program;
use crate::vocabulary::{EcfmgTiming, Strength};

use super::circumstances::{Circumstances, refused, standing};
use super::{Band, Gate, GateReading, GateState, Reason};

/// Years since graduation.
pub(super) fn graduation(of: &Circumstances<'_>, program: &Program) -> Option<GateReading> {
    if of.is_senior() {
        return None;
    }
    let own = of.told(program.id, |entry| entry.graduation);
    let fact = overlaid(&program.policy().graduation, own);
    let reading = |state, pass, reason, origin| {
        Some(GateReading {
            gate: Gate::Graduation,
            state,
            pass,
            reason,
            origin,
        })
    };
    let open = Band::exactly(1.0);
    if let Some((rule, origin)) = standing(&fact) {
        let Some(limit) = rule.years else {
            return reading(
                GateState::Open,
                open,
                Reason::NoGraduationLimit,
                Some(origin),
            );
        };
        let Some(years) = of.years_since_graduation else {
            let pass = of.share(AssumptionKey::UnansweredMeets);
            return match rule.strength {
                Strength::Required => reading(
                    GateState::Unanswered,
                    pass,
                    Reason::GraduationUnanswered,
                    Some(origin),
                ),
                Strength::Preferred | Strength::NotRequired => None,
            };
        };
        if years <= limit {
            return reading(
                GateState::Open,
                open,
                Reason::GraduatedWithin { limit },
                Some(origin),
            );
        }
        let reason = Reason::GraduatedTooLong {
            limit,
            years,
            strength: rule.strength,
        };
        return match rule.strength {
            Strength::Required => {
                let (state, pass) =
                    refused(of.weight(origin), of.share(AssumptionKey::UnansweredMeets));
                reading(state, pass, reason, Some(origin))
            }
            Strength::Preferred => reading(GateState::PreferenceUnmet, open, reason, Some(origin)),
            Strength::NotRequired => reading(GateState::Open, open, reason, Some(origin)),
        };
    }
    let years = of.years_since_graduation.filter(|years| *years > 1)?;
    if let Some(first) = fact.evidence().first() {
        let pass = Band::of(0.0, 0.5, 1.0);
        return reading(
            GateState::Conflicting,
            pass,
            Reason::GraduationNotStated { years },
            Some(first.origin),
        );
    }
    let cutoff = of.share(AssumptionKey::GraduationCutoff);
    let shut = |share: f64| 1.0 - share * of.cutoff_below_gap;
    let pass = Band::of(shut(cutoff.hi), shut(cutoff.mid), shut(cutoff.lo));
    reading(
        GateState::NotStated,
        pass,
        Reason::GraduationNotStated { years },
        None,
    )
}

/// US clinical experience, asked of IMGs.
pub(super) fn experience(of: &Circumstances<'_>, program: &Program) -> Option<GateReading> {
    if !of.is_img() {
        return None;
    }
    let own = of.told(program.id, |entry| entry.experience);
    let fact = overlaid(&program.policy().experience, own);
    let reading = |state, pass, reason, origin| {
        Some(GateReading {
            gate: Gate::Experience,
            state,
            pass,
            reason,
            origin,
        })
    };
    let open = Band::exactly(1.0);
    match (standing(&fact), of.hands_on_months) {
        (Some((rule, origin)), _) if rule.strength == Strength::NotRequired => {
            reading(GateState::Open, open, Reason::ExperienceMet, Some(origin))
        }
        (Some((rule, origin)), Some(has)) => {
            let asked = u16::from(rule.months.unwrap_or(1));
            let reason = Reason::ExperienceUnmet {
                strength: rule.strength,
                months: rule.months,
                has,
            };
            if has >= asked {
                reading(GateState::Open, open, Reason::ExperienceMet, Some(origin))
            } else if rule.strength == Strength::Required {
                let prior = of.share(AssumptionKey::UnansweredMeets);
                let (state, pass) = refused(of.weight(origin), prior);
                reading(state, pass, reason, Some(origin))
            } else {
                reading(GateState::PreferenceUnmet, open, reason, Some(origin))
            }
        }
        (Some((rule, origin)), None) if rule.strength == Strength::Required => {
            let pass = of.share(AssumptionKey::UnansweredMeets);
            reading(
                GateState::Unanswered,
                pass,
                Reason::ExperienceUnanswered,
                Some(origin),
            )
        }
        (None, Some(0)) if fact.evidence().is_empty() => {
            let required = of.share(AssumptionKey::ExperienceRequired);
            let pass = Band::of(1.0 - required.hi, 1.0 - required.mid, 1.0 - required.lo);
            reading(
                GateState::NotStated,
                pass,
                Reason::ExperienceNotStated,
                None,
            )
        }
        (None, has) if !fact.evidence().is_empty() && has.is_none_or(|months| months == 0) => {
            let origin = fact.evidence().first().map(|e| e.origin);
            reading(
                GateState::Conflicting,
                Band::of(0.0, 0.5, 1.0),
                Reason::ExperienceNotStated,
                origin,
            )
        }
        _ => None,
    }
}

/// When the ECFMG certificate must be in hand, asked of IMGs.
pub(super) fn ecfmg(of: &Circumstances<'_>, program: &Program) -> Option<GateReading> {
    if !of.is_img() {
        return None;
    }
    let own = of.told(program.id, |entry| entry.ecfmg);
    let fact = overlaid(&program.policy().ecfmg, own);
    let reading = |state, pass, reason, origin| {
        Some(GateReading {
            gate: Gate::Ecfmg,
            state,
            pass,
            reason,
            origin,
        })
    };
    let open = Band::exactly(1.0);
    match (standing(&fact), of.ecfmg()) {
        (Some((_, origin)), Some(EcfmgStatus::Certified)) => {
            reading(GateState::Open, open, Reason::Met, Some(origin))
        }
        (None, Some(EcfmgStatus::Certified)) => None,
        (Some((EcfmgTiming::AtApplication, origin)), Some(_)) => {
            let (state, pass) =
                refused(of.weight(origin), of.share(AssumptionKey::UnansweredMeets));
            reading(
                state,
                pass,
                Reason::EcfmgTooEarly(EcfmgTiming::AtApplication),
                Some(origin),
            )
        }
        (Some((EcfmgTiming::AtApplication, origin)), None) => {
            let pass = of.share(AssumptionKey::UnansweredMeets);
            reading(
                GateState::Unanswered,
                pass,
                Reason::EcfmgUnanswered,
                Some(origin),
            )
        }
        (Some((timing, origin)), _) => reading(
            GateState::Open,
            open,
            Reason::EcfmgInTime(timing),
            Some(origin),
        ),
        (None, Some(_)) => {
            let early = of.share(AssumptionKey::EcfmgAtApplication);
            let pass = Band::of(1.0 - early.hi, 1.0 - early.mid, 1.0 - early.lo);
            let conflict = !fact.evidence().is_empty();
            let state = if conflict {
                GateState::Conflicting
            } else {
                GateState::NotStated
            };
            reading(
                state,
                pass,
                Reason::EcfmgNotStated,
                fact.evidence().first().map(|e| e.origin),
            )
        }
        (None, None) => None,
    }
}
