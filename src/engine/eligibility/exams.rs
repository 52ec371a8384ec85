//! Gates of the exams: passed, above stated minimums, within stated attempts.

use crate::engine::applicant::{ExamResult, overlaid};
use crate::engine::fact::Origin;
use crate::engine::model::AssumptionKey;
use crate::engine::program::Program;

use super::circumstances::{
    Circumstances, STEP2_LOWEST_PASS_MARK, refused, standing, step2_pass_mark,
};
use super::{Band, Gate, GateReading, GateState, Reason};

/// Exams that residency needs passed. COMLEX alone stands for USMLE: the published rates of
/// osteopathic applicants have it in.
pub(super) fn passed(of: &Circumstances<'_>, _: &Program) -> Option<GateReading> {
    let applicant = of.question.applicant;
    let reading = |state, pass, reason| {
        Some(GateReading {
            gate: Gate::ExamsPassed,
            state,
            pass,
            reason,
            origin: None,
        })
    };
    let closed = |reason| reading(GateState::Shut, Band::exactly(0.0), reason);
    if applicant.step1.result == Some(ExamResult::Fail) {
        return closed(Reason::ExamNotPassed { step: 1 });
    }
    if let Some(score) = applicant.step2.score {
        let mark = step2_pass_mark(applicant.step2.date);
        let score = score.value();
        if score >= mark {
            return None;
        }
        if applicant.step2.date.is_some() || score < STEP2_LOWEST_PASS_MARK {
            return closed(Reason::BelowPassMark { score, mark });
        }
        let pass = of.share(AssumptionKey::UnansweredMeets);
        return reading(
            GateState::Unanswered,
            pass,
            Reason::PassMarkUnknown { score, mark },
        );
    }
    let pending = applicant.step2.taken == Some(false) && applicant.comlex.level2.is_none();
    if pending {
        let pass = of.share(AssumptionKey::Step2Pending);
        return reading(GateState::NotStated, pass, Reason::ExamPending);
    }
    None
}

/// A stated Step 1 minimum. It can only be read for a three-digit score from before 2022.
pub(super) fn step1_minimum(of: &Circumstances<'_>, program: &Program) -> Option<GateReading> {
    let (minimum, origin) = standing(&program.policy().step1_minimum)?;
    let score = of.question.applicant.step1.score?;
    Some(minimum_reading(
        of,
        Gate::Step1Minimum,
        1,
        minimum,
        Some(score.value()),
        origin,
    ))
}

/// A stated Step 2 CK minimum. Where none is stated there is no reading: what scores do on
/// average is in the odds already.
pub(super) fn step2_minimum(of: &Circumstances<'_>, program: &Program) -> Option<GateReading> {
    let own = of.entry(program.id).and_then(|entry| entry.step2_minimum);
    let fact = overlaid(&program.policy().step2_minimum, own);
    let applicant = of.question.applicant;
    let score = applicant.step2.score.map(|score| score.value());
    if fact.evidence().len() > 1 {
        let strictest = fact.evidence().iter().max_by_key(|e| e.value)?;
        if score.is_some_and(|score| score >= strictest.value) {
            return Some(minimum_reading(
                of,
                Gate::Step2Minimum,
                2,
                strictest.value,
                score,
                strictest.origin,
            ));
        }
        return Some(GateReading {
            gate: Gate::Step2Minimum,
            state: GateState::Conflicting,
            pass: Band::of(0.0, 0.5, 1.0),
            reason: Reason::MinimumScoreUnknown {
                step: 2,
                minimum: strictest.value,
            },
            origin: Some(strictest.origin),
        });
    }
    let (minimum, origin) = standing(&fact)?;
    Some(minimum_reading(
        of,
        Gate::Step2Minimum,
        2,
        minimum,
        score,
        origin,
    ))
}

fn minimum_reading(
    of: &Circumstances<'_>,
    gate: Gate,
    step: u8,
    minimum: u16,
    score: Option<u16>,
    origin: Origin,
) -> GateReading {
    let (state, pass, reason) = match score {
        Some(score) if score >= minimum => (
            GateState::Open,
            Band::exactly(1.0),
            Reason::AtMinimum { step, minimum },
        ),
        Some(score) => {
            let (state, pass) =
                refused(of.weight(origin), of.share(AssumptionKey::UnansweredMeets));
            (
                state,
                pass,
                Reason::BelowMinimum {
                    step,
                    minimum,
                    score,
                },
            )
        }
        None => {
            let pass = of.share(AssumptionKey::UnansweredMeets);
            (
                GateState::Unanswered,
                pass,
                Reason::MinimumScoreUnknown { step, minimum },
            )
        }
    };
    GateReading {
        gate,
        state,
        pass,
        reason,
        origin: Some(origin),
    }
}

/// Failed attempts: a stated limit, or the specialty's share of programs that never consider one.
pub(super) fn attempts(of: &Circumstances<'_>, program: &Program) -> Option<GateReading> {
    let own = of.entry(program.id).and_then(|entry| entry.max_attempts);
    let any =
        standing(&overlaid(&program.policy().max_attempts, own)).map(|limit| (limit, of.attempts));
    let step1 =
        standing(&program.policy().max_attempts_step1).map(|limit| (limit, of.step1_attempts));
    let readings = [any, step1]
        .into_iter()
        .flatten()
        .map(|((limit, origin), made)| limit_reading(of, limit, made, origin));
    if let Some(worst) = readings.max_by_key(|reading| reading.state) {
        return Some(worst);
    }
    if of.attempts.is_none_or(|made| made <= 1) {
        return None;
    }
    let never = of.failed_never(program.specialty());
    Some(GateReading {
        gate: Gate::Attempts,
        state: GateState::NotStated,
        pass: Band::of(1.0 - never.hi, 1.0 - never.mid, 1.0 - never.lo),
        reason: Reason::FailedAttemptNotStated,
        origin: None,
    })
}

fn limit_reading(
    of: &Circumstances<'_>,
    limit: u8,
    made: Option<u8>,
    origin: Origin,
) -> GateReading {
    let (state, pass, reason) = match made {
        Some(made) if made <= limit => (
            GateState::Open,
            Band::exactly(1.0),
            Reason::AttemptsWithinLimit { limit },
        ),
        Some(made) => {
            let (state, pass) =
                refused(of.weight(origin), of.share(AssumptionKey::UnansweredMeets));
            (state, pass, Reason::TooManyAttempts { limit, made })
        }
        None => {
            let pass = of.share(AssumptionKey::UnansweredMeets);
            (GateState::Unanswered, pass, Reason::AttemptsUnanswered)
        }
    };
    GateReading {
        gate: Gate::Attempts,
        state,
        pass,
        reason,
        origin: Some(origin),
    }
}
