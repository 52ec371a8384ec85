//! Gates of the visa: J-1, H-1B, and Step 3 before an H-1B petition.

use crate::applicant::{ExamResult, overlaid};
use crate::fact::{Fact, Origin};
use crate::model::AssumptionKey;
use crate::program::{H1bFiling, Program};
use crate::vocabulary::{H1bPolicy, VisaNeed};

use super::circumstances::{Circumstances, VisaAnswer, granted, refused, standing};
use super::{Band, Gate, GateReading, GateState, Reason};

/// The visa gate; `None` if no visa is needed.
pub(super) fn visa(of: &Circumstances<'_>, program: &Program) -> Option<GateReading> {
    match of.visa {
        VisaAnswer::NotNeeded => None,
        VisaAnswer::Needs(VisaNeed::None) => None,
        VisaAnswer::Needs(VisaNeed::J1) => Some(j1(of, program)),
        VisaAnswer::Needs(VisaNeed::H1b) => Some(h1b(of, program)),
        VisaAnswer::Needs(VisaNeed::Either) => Some(either(j1(of, program), h1b(of, program))),
        VisaAnswer::Unanswered => Some(unanswered(of, j1(of, program), h1b(of, program))),
    }
}

/// Most applicants can take a J-1 or need nothing; the others need an H-1B. The high end is
/// that no visa is needed. Only where both are surely open does the answer not matter.
fn unanswered(of: &Circumstances<'_>, j1: GateReading, h1b: GateReading) -> GateReading {
    let meets = of.share(AssumptionKey::UnansweredMeets);
    let mixed = |j1: f64, h1b: f64| meets.mid * j1 + (1.0 - meets.mid) * h1b;
    let mid = mixed(j1.pass.mid, h1b.pass.mid);
    // Some need no visa, so that a program that sponsors none is not surely shut.
    let least = 1.0 - meets.hi;
    if j1.pass.lo >= 1.0 && h1b.pass.lo >= 1.0 {
        return j1;
    }
    GateReading {
        state: GateState::Unanswered,
        reason: Reason::VisaUnanswered,
        pass: Band::of(
            mixed(j1.pass.lo, h1b.pass.lo),
            if mid > least { mid } else { least },
            1.0,
        ),
        ..j1
    }
}

/// H-1B petitions need Steps 1 to 3 passed (8 CFR 214.2(h)(4)(viii)): not a cutoff, since
/// Step 3 can still come before the petition.
pub(super) fn step3_for_h1b(of: &Circumstances<'_>, _: &Program) -> Option<GateReading> {
    if of.visa != VisaAnswer::Needs(VisaNeed::H1b) {
        return None;
    }
    let (state, reason, pass) = match of.input.applicant.step3.result {
        Some(ExamResult::Pass) => (GateState::Open, Reason::Met, Band::exactly(1.0)),
        Some(ExamResult::Fail | ExamResult::NotTaken) => (
            GateState::Unlikely,
            Reason::Step3Missing,
            of.share(AssumptionKey::Step3Pending),
        ),
        None => {
            let pending = of.share(AssumptionKey::Step3Pending);
            let pass = Band::of(pending.lo, pending.mid, 1.0);
            (GateState::Unanswered, Reason::Step3Unanswered, pass)
        }
    };
    Some(GateReading {
        gate: Gate::Step3ForH1b,
        state,
        pass,
        reason,
        origin: None,
    })
}

fn reading(state: GateState, pass: Band, reason: Reason, origin: Option<Origin>) -> GateReading {
    GateReading {
        gate: Gate::Visa,
        state,
        pass,
        reason,
        origin,
    }
}

fn j1(of: &Circumstances<'_>, program: &Program) -> GateReading {
    let own = of.told(program.id, |entry| entry.j1);
    let fact = overlaid(&program.policy().j1, own);
    let prior = j1_prior(of, program);
    match standing(&fact) {
        Some((true, origin)) => {
            let pass = granted(of.weight(origin), prior);
            reading(
                GateState::Open,
                pass,
                Reason::VisaStated(VisaNeed::J1),
                Some(origin),
            )
        }
        Some((false, origin)) => {
            let (state, pass) = refused(of.weight(origin), prior);
            reading(state, pass, Reason::VisaRefused(VisaNeed::J1), Some(origin))
        }
        None => undecided(
            fact.evidence().first().map(|e| e.origin),
            &fact,
            prior,
            VisaNeed::J1,
            filed(program),
        ),
    }
}

/// An employer that files H-1B for residents sponsors visas; most such programs take J-1 too.
/// At most half of the way from the prior to certain, by what the filing weighs: an assumption
/// that the range covers.
fn j1_prior(of: &Circumstances<'_>, program: &Program) -> Band {
    let prior = of.share(AssumptionKey::J1Prior);
    let nearer = |p: f64| p + 0.5 * filing_weight(program) * (1.0 - p);
    Band::of(prior.lo, nearer(prior.mid), nearer(prior.hi))
}

/// Between the share of all programs and that of programs whose employer filed for residents, by
/// what the filing weighs.
fn h1b_prior(of: &Circumstances<'_>, program: &Program) -> Band {
    let (all, filed) = (
        of.share(AssumptionKey::H1bPrior),
        of.share(AssumptionKey::H1bFilingPrior),
    );
    let weight = filing_weight(program);
    let between = |a: f64, b: f64| a + weight * (b - a);
    Band::of(
        between(all.lo, filed.lo),
        between(all.mid, filed.mid),
        between(all.hi, filed.hi),
    )
}

fn filing_weight(program: &Program) -> f64 {
    program.h1b_filing.map_or(0.0, H1bFiling::weight)
}

fn filed(program: &Program) -> bool {
    program.h1b_filing.is_some_and(H1bFiling::is_for_residents)
}

fn h1b(of: &Circumstances<'_>, program: &Program) -> GateReading {
    let own = of.told(program.id, |entry| entry.h1b);
    let fact = overlaid(&program.policy().h1b, own);
    let prior = h1b_prior(of, program);
    match standing(&fact) {
        Some((H1bPolicy::Yes, origin)) => {
            let pass = granted(of.weight(origin), prior);
            reading(
                GateState::Open,
                pass,
                Reason::VisaStated(VisaNeed::H1b),
                Some(origin),
            )
        }
        Some((H1bPolicy::Limited, origin)) if !of.is_img() => {
            let pass = granted(of.weight(origin), prior);
            reading(
                GateState::Open,
                pass,
                Reason::VisaStated(VisaNeed::H1b),
                Some(origin),
            )
        }
        Some((H1bPolicy::Limited, origin)) => {
            let pass = of.share(AssumptionKey::H1bLimitedPrior);
            reading(GateState::Unlikely, pass, Reason::H1bLimited, Some(origin))
        }
        Some((H1bPolicy::No, origin)) => {
            let (state, pass) = refused(of.weight(origin), prior);
            reading(
                state,
                pass,
                Reason::VisaRefused(VisaNeed::H1b),
                Some(origin),
            )
        }
        None => undecided(
            fact.evidence().first().map(|e| e.origin),
            &fact,
            prior,
            VisaNeed::H1b,
            filed(program),
        ),
    }
}

/// Not stated: the prior. Conflicting: the prior with the whole range as its doubt.
fn undecided<T>(
    origin: Option<Origin>,
    fact: &Fact<T>,
    prior: Band,
    need: VisaNeed,
    filed: bool,
) -> GateReading {
    match fact {
        Fact::Conflicting(_) => reading(
            GateState::Conflicting,
            Band::of(0.0, prior.mid, 1.0),
            Reason::VisaConflicting(need),
            origin,
        ),
        Fact::NotStated | Fact::Stated(_) => reading(
            GateState::NotStated,
            prior,
            Reason::VisaNotStated { need, filed },
            None,
        ),
    }
}

/// The better of the two gates stands for both: a program that takes either is open.
fn either(j1: GateReading, h1b: GateReading) -> GateReading {
    let better = if h1b.state < j1.state || (h1b.state == j1.state && h1b.pass.mid > j1.pass.mid) {
        h1b
    } else {
        j1
    };
    let max = |a: f64, b: f64| if a > b { a } else { b };
    let pass = Band::of(
        max(j1.pass.lo, h1b.pass.lo),
        max(j1.pass.mid, h1b.pass.mid),
        max(j1.pass.hi, h1b.pass.hi),
    );
    GateReading { pass, ..better }
}
