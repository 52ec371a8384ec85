//! Gates of the exams: passed, above stated minimums, within stated attempts.

use crate::applicant::{Exam, ExamResult, overlaid};
use crate::fact::Origin;
use crate::model::AssumptionKey;
use crate::program::Program;
use crate::vocabulary::ApplicantType;

use super::circumstances::{Circumstances, refused, standing};
use super::pass_marks::{COMLEX2_PASS_MARK, has_failed_step2, step2_pass_mark};
use super::{Band, Gate, GateReading, GateState, Reason};

/// Exams that residency needs passed: USMLE, or COMLEX-USA for osteopathic applicants, whose
/// licence exam it is. Their failed USMLE is an attempt and shuts nothing; the published rates of
/// osteopathic applicants have both kinds in them.
pub(super) fn passed(of: &Circumstances<'_>, _: &Program) -> Option<GateReading> {
    let kind = of.kind();
    let standing = if kind.is_some_and(ApplicantType::is_osteopathic) {
        comlex(of)
    } else {
        usmle(of)
    };
    let (state, pass, reason) = standing?;
    Some(GateReading {
        gate: Gate::ExamsPassed,
        state,
        pass,
        reason,
        origin: None,
    })
}

type Standing = Option<(GateState, Band, Reason)>;

fn shut(reason: Reason) -> Standing {
    Some((GateState::Shut, Band::exactly(0.0), reason))
}

fn pending(of: &Circumstances<'_>, exam: Exam) -> Standing {
    let pass = of.share(AssumptionKey::Step2Pending);
    Some((GateState::NotStated, pass, Reason::ExamPending(exam)))
}

fn usmle(of: &Circumstances<'_>) -> Standing {
    let applicant = of.input.applicant;
    if applicant.step1.result == Some(ExamResult::Fail) {
        return shut(Reason::ExamNotPassed(Exam::Step1));
    }
    let step2 = step2(of);
    // What is worse says more: of two exams that are to come, the first.
    match step2 {
        Some((GateState::Shut | GateState::Unanswered, ..)) => step2,
        _ if applicant.step1.result == Some(ExamResult::NotTaken) => pending(of, Exam::Step1),
        _ => step2,
    }
}

fn step2(of: &Circumstances<'_>) -> Standing {
    let step2 = of.input.applicant.step2;
    let Some(score) = step2.score else {
        let comes = step2.taken == Some(false);
        return comes.then(|| pending(of, Exam::Step2)).flatten();
    };
    let (score, mark) = (score.value(), step2_pass_mark(step2.date));
    if score >= mark {
        return None;
    }
    if has_failed_step2(&step2) {
        let exam = Exam::Step2;
        return shut(Reason::BelowPassMark { exam, score, mark });
    }
    let pass = of.share(AssumptionKey::UnansweredMeets);
    let reason = Reason::PassMarkUnknown { score, mark };
    Some((GateState::Unanswered, pass, reason))
}

fn comlex(of: &Circumstances<'_>) -> Standing {
    let applicant = of.input.applicant;
    if applicant.comlex.level1 == Some(ExamResult::Fail) {
        return shut(Reason::ExamNotPassed(Exam::Comlex1));
    }
    if let Some(score) = applicant.comlex.level2 {
        let (exam, score, mark) = (Exam::Comlex2, score.value(), COMLEX2_PASS_MARK);
        return (score < mark)
            .then(|| shut(Reason::BelowPassMark { exam, score, mark }))
            .flatten();
    }
    if applicant.comlex.level1 == Some(ExamResult::NotTaken) {
        return pending(of, Exam::Comlex1);
    }
    // Either second exam lets an application be read.
    let comes = applicant.step2.taken == Some(false) || has_failed_step2(&applicant.step2);
    comes.then(|| pending(of, Exam::Comlex2)).flatten()
}

/// A stated Step 1 minimum. It can only be read for a three-digit score from before 2022.
pub(super) fn step1_minimum(of: &Circumstances<'_>, program: &Program) -> Option<GateReading> {
    let (minimum, origin) = standing(&program.policy().step1_minimum)?;
    let score = of.input.applicant.step1.score?;
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
    let own = of.told(program.id, |entry| entry.step2_minimum);
    let fact = overlaid(&program.policy().step2_minimum, own);
    let applicant = of.input.applicant;
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
    let own = of.told(program.id, |entry| entry.max_attempts);
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
