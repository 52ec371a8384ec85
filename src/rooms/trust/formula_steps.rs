//! The formula of one program with the visitor's values in it, as steps. No markup here.

use super::numbers::{number, points, signed, term};
use crate::kit::percent;
use engine::explain::{ChanceParts, Explanation, Factor};
use engine::model::{AssumptionKey, Cell};
use engine::ranking::RankInput;

/// One step: what it is called, the formula, the formula with values, and what comes out.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Step {
    pub(super) name: &'static str,
    pub(super) words: &'static str,
    pub(super) formula: &'static str,
    pub(super) with_values: String,
    pub(super) result: String,
}

/// Factors that make up h, the difference of this program from the average one.
const OF_THE_PROGRAM: [Factor; 10] = [
    Factor::Setting,
    Factor::State,
    Factor::Unfilled,
    Factor::Unfilled2026,
    Factor::Filing,
    Factor::SoughtAfter,
    Factor::StateTie,
    Factor::Connection,
    Factor::Preferences,
    Factor::Entered,
];

/// Factors of the record that move the strength beside the score.
const OF_THE_RECORD: [Factor; 2] = [Factor::Attempts, Factor::Years];

/// Every step to the value of a program; empty where it has no chance.
pub(super) fn steps(
    question: &RankInput<'_>,
    cell: Option<&Cell>,
    explanation: &Explanation,
) -> Vec<Step> {
    let (Some(cell), Ok(chance)) = (cell, &explanation.chance) else {
        return Vec::new();
    };
    vec![
        strength(question, cell, chance),
        spread(question, cell, chance),
        program(cell, chance),
        logit(cell, chance),
        gates(explanation, chance),
        interview(chance),
        matched(question, cell, chance),
        worth(explanation),
        value(explanation, chance),
    ]
}

fn strength(question: &RankInput<'_>, cell: &Cell, chance: &ChanceParts) -> Step {
    let by_score = match question.applicant.step2.score {
        Some(score) => format!(
            "{} × ({} − {}) ÷ 10",
            number(cell.slope, 2),
            score.value(),
            number(cell.score_mean, 1)
        ),
        None => "no score entered, so the middle of the group".into(),
    };
    let mut terms = vec![by_score];
    terms.extend(shares(chance, &OF_THE_RECORD));
    Step {
        name: "Strength that your record shows",
        words: "How far your Step 2 CK score puts you above or below the mean of your group, and what attempts beyond the second and years since graduation add or take away.",
        formula: "theta mean = slope × (score − mean of the group) ÷ 10 + attempts + years",
        with_values: terms.join(", "),
        result: signed(chance.theta_mean, 2),
    }
}

fn spread(question: &RankInput<'_>, cell: &Cell, chance: &ChanceParts) -> Step {
    let with_values = match question.applicant.step2.score {
        Some(_) => format!(
            "√({}² − ({} × {} ÷ 10)²)",
            number(cell.tau, 2),
            number(cell.slope, 2),
            number(cell.score_sd, 1)
        ),
        None => format!("no score entered, so all of tau: {}", number(cell.tau, 2)),
    };
    Step {
        name: "Strength that nothing here shows",
        words: "How much people with the same score still differ. The chances below are means over this whole spread.",
        formula: "theta sd = √(tau² − (slope × sd of scores ÷ 10)²)",
        with_values,
        result: number(chance.theta_sd, 2),
    }
}

/// What some factors add to the log odds, each with its short name.
fn shares(chance: &ChanceParts, factors: &[Factor]) -> Vec<String> {
    let parts = chance.parts.iter();
    parts
        .filter(|part| factors.contains(&part.factor))
        .map(|part| format!("{} {}", short(part.factor), signed(part.odds_ratio.ln(), 2)))
        .collect()
}

fn program(cell: &Cell, chance: &ChanceParts) -> Step {
    let terms = shares(chance, &OF_THE_PROGRAM);
    let with_values = if terms.is_empty() {
        "nothing is known that sets it apart".to_owned()
    } else {
        terms.join(", ")
    };
    Step {
        name: "What sets this program apart",
        words: "The sum of what we know about it, measured from the average program of the specialty.",
        formula: "h = setting + state + unfilled + unfilled in 2026 + filings + how sought after + ties + preferences not met + your own figures",
        with_values,
        result: signed(chance.logit - cell.level, 2),
    }
}

fn short(factor: Factor) -> &'static str {
    match factor {
        Factor::Attempts => "attempts",
        Factor::Years => "years",
        Factor::Setting => "setting",
        Factor::State => "state",
        Factor::Unfilled => "unfilled",
        Factor::Unfilled2026 => "unfilled in 2026",
        Factor::Filing => "filings",
        Factor::SoughtAfter => "how sought after",
        Factor::StateTie => "tie to the state",
        Factor::Connection => "tie to the program",
        Factor::Preferences => "preferences not met",
        Factor::Entered => "your own figures",
        Factor::Average | Factor::Score | Factor::Gates => factor.label(),
    }
}

fn logit(cell: &Cell, chance: &ChanceParts) -> Step {
    Step {
        name: "Log odds of an interview",
        words: "The level of your specialty and applicant type without a signal, plus this program.",
        formula: "logit = level + h",
        with_values: format!(
            "{} {}",
            number(cell.level, 2),
            term(chance.logit - cell.level, 2)
        ),
        result: number(chance.logit, 2),
    }
}

fn gates(explanation: &Explanation, chance: &ChanceParts) -> Step {
    let doubtful: Vec<String> = explanation
        .gates
        .iter()
        .filter(|gate| gate.pass.mid < 1.0)
        .map(|gate| format!("{} {}", gate.gate.label(), number(gate.pass.mid, 2)))
        .collect();
    let with_values = if doubtful.is_empty() {
        "every requirement is met".to_owned()
    } else {
        doubtful.join(" × ")
    };
    Step {
        name: "Requirements",
        words: "The belief that every requirement is met. One that is met counts 1, one that is not 0.",
        formula: "pi = product over requirements of P(met)",
        with_values,
        result: number(chance.gates_open.mid, 2),
    }
}

fn interview(chance: &ChanceParts) -> Step {
    let band = chance.p_interview;
    Step {
        name: "Chance of an interview",
        words: "The share of applications like yours that are read at all, times the requirements, times the mean, over strength, of the chance with all of them met.",
        formula: "P(interview) = read × pi × mean over theta of 1 ÷ (1 + e^−(logit + theta))",
        with_values: format!(
            "{} × {} × mean of 1 ÷ (1 + e^−({} + theta)), theta around {} by {}",
            number(chance.read, 3),
            number(chance.gates_open.mid, 2),
            number(chance.logit, 2),
            number(chance.theta_mean, 2),
            number(chance.theta_sd, 2)
        ),
        result: format!(
            "{}, range {} to {}",
            percent(band.mid),
            percent(band.lo),
            percent(band.hi)
        ),
    }
}

fn matched(question: &RankInput<'_>, cell: &Cell, chance: &ChanceParts) -> Step {
    let effect = question
        .model
        .and_then(|model| model.effect(AssumptionKey::RanksPerInterview));
    let r = effect.map_or_else(|| "r".to_owned(), |effect| number(effect.mid, 2));
    let band = chance.p_match_given_interview;
    Step {
        name: "Chance of matching there after an interview",
        words: "If no program that you rank higher takes you. r is the share of interviews that end in a rank.",
        formula: "P(match | interview) = mean over theta, given the interview, of r ÷ (1 + e^−(d + rho × theta))",
        with_values: format!(
            "mean of {r} ÷ (1 + e^−({} {} × theta))",
            number(cell.d, 2),
            term(cell.rho, 2)
        ),
        result: format!(
            "{}, range {} to {}",
            percent(band.mid),
            percent(band.lo),
            percent(band.hi)
        ),
    }
}

fn worth(explanation: &Explanation) -> Step {
    let worth = &explanation.worth;
    Step {
        name: "Worth to you",
        words: "w is the worth of the specialty, u how far your wishes are met, lambda your place between \"match somewhere\" (0) and \"where I want to be\" (1).",
        formula: "t = 1 − lambda × (1 − w × (0.2 + 0.8 × u))",
        with_values: format!(
            "1 − {} × (1 − {} × (0.2 + 0.8 × {}))",
            number(worth.lambda, 2),
            number(worth.w, 2),
            number(worth.u.mid, 2)
        ),
        result: number(worth.t, 3),
    }
}

fn value(explanation: &Explanation, chance: &ChanceParts) -> Step {
    Step {
        name: "Value, which makes the order",
        words: "The chance of both, an interview and a match there, as a mean over strength, times the worth.",
        formula: "value = P(interview and match) × t",
        with_values: format!(
            "{} × {}",
            number(chance.p_match, 4),
            number(explanation.worth.t, 3)
        ),
        result: explanation
            .value
            .map_or_else(|| "none".into(), |value| number(value, 4)),
    }
}

/// One row of the table from the average to the chance.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct PartRow {
    pub(super) name: &'static str,
    pub(super) odds: String,
    pub(super) adds: String,
    pub(super) reached: String,
}

/// The table from the average to the chance: the last row reaches it.
pub(super) fn part_rows(chance: &ChanceParts) -> Vec<PartRow> {
    let mut reached = 0.0;
    chance
        .parts
        .iter()
        .map(|part| {
            reached += part.points;
            let odds = match part.factor {
                Factor::Average => "starting point".into(),
                Factor::Gates => format!("chance × {}", number(part.odds_ratio, 2)),
                _ => format!("odds × {}", number(part.odds_ratio, 2)),
            };
            PartRow {
                name: part.factor.label(),
                odds,
                adds: points(part.points),
                reached: percent(reached),
            }
        })
        .collect()
}
