//! From candidates to what a row is taken for.

use super::Taken;
use super::candidate::Candidate;
use crate::catalog::ProgramIndex;

/// Agreement from which a program is worth asking about.
const ASKABLE: f64 = 0.6;
/// Least score of a program that is worth asking about, in nats: below it only words as common as
/// "general hospital" match.
const LEAST_SCORE: f64 = 1.0;
/// What fits from which a program is worth asking about however little of its name was written, in
/// nats: a word as rare as one in a hundred and fifty programs. People write the hospital alone.
const TELLING: f64 = 5.0;
/// Agreement of a row with the program that is beyond doubt.
const AGREED: f64 = 0.8;
/// Share of its name that must be written.
const COVERED: f64 = 0.75;
/// What the row may name beyond the program, in nats: a common word, not the name of a campus.
const STRANGE: f64 = 2.5;
/// How far the second must be behind, in nats and as a share of the first.
const AHEAD: f64 = 1.5;
const AHEAD_SHARE: f64 = 0.1;
/// Candidates this close to the first are offered with it, in nats.
const OFFERED_WITHIN: f64 = 4.0;
/// Most that are offered, unless more fit just as well: one name in all its specialties.
const MOST_OFFERED: usize = 8;
/// Difference between programs that fit just as well: words of the city, not of the name.
const ALIKE: f64 = 0.5;

/// What the row is taken for; candidates come best first.
pub(super) fn of(candidates: &[Candidate]) -> Taken {
    let (first, second) = match candidates {
        [first, second, ..] => (first, Some(second)),
        [first] => (first, None),
        [] => return Taken::Unknown,
    };
    let behind = second.map_or(f64::INFINITY, |second| first.score - second.score);
    let is_ahead = behind >= AHEAD.max(AHEAD_SHARE * first.score);
    let agrees = first.agreement >= AGREED && first.coverage >= COVERED && first.strange <= STRANGE;
    if is_ahead && agrees && !first.is_elsewhere && is_askable(first) {
        return Taken::Surely(first.program);
    }
    asked(candidates)
}

/// Those that are worth asking about.
pub(super) fn asked(candidates: &[Candidate]) -> Taken {
    let askable = candidates.iter().filter(|candidate| is_askable(candidate));
    let askable: Vec<&Candidate> = askable.collect();
    let Some(first) = askable.first() else {
        return Taken::Unknown;
    };
    let behind = |candidate: &Candidate| first.score - candidate.score;
    let near = askable.iter().enumerate().filter(|(at, candidate)| {
        let behind = behind(candidate);
        behind <= ALIKE || *at < MOST_OFFERED && behind <= OFFERED_WITHIN
    });
    let programs: Vec<ProgramIndex> = near.map(|(_, candidate)| candidate.program).collect();
    Taken::Perhaps(programs)
}

fn is_askable(candidate: &Candidate) -> bool {
    let says_enough = candidate.score >= LEAST_SCORE || candidate.matched >= TELLING;
    candidate.agreement >= ASKABLE && (candidate.is_whole || says_enough)
}
