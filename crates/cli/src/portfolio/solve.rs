//! One shape after the other: checked, solved, and counted from 1.

#[cfg(feature = "command")]
use schemars::JsonSchema;
use serde::Serialize;

use super::input::{Input, RawTier, Shape, count, counts, needed};
use crate::InputError;
use engine::odds::quadrature::TWENTY_ONE;
use engine::portfolio::specialties::Field;
use engine::portfolio::{Fault, Fees, Level, Tier, exact, greedy, latent, signals, specialties};

/// An answer in the shape that its input asks for.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "command", derive(JsonSchema))]
#[serde(untagged)]
pub(crate) enum Answer {
    /// The value of the best list of one program, two, and so on, and the programs in the order added.
    Curve { values: Vec<Worth>, order: Programs },
    /// The best list.
    List { value: Worth, set: Programs },
    /// The best list by program: 0 no application, 1 plain, 2 silver, 3 gold.
    Levels { value: Worth, levels: Vec<Sent> },
    /// A list and what no list is worth more than; optimal if that proves it best.
    Bounded {
        value: Worth,
        set: Programs,
        bound: Option<Worth>,
        optimal: bool,
    },
}

/// What programs are worth together.
#[derive(Clone, Copy, Debug, Serialize)]
#[cfg_attr(feature = "command", derive(JsonSchema), schemars(inline, extend("minimum" = 0)))]
#[serde(transparent)]
pub(crate) struct Worth(f64);

/// Programs, counted from 1.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(
    feature = "command",
    derive(JsonSchema),
    schemars(inline, extend("uniqueItems" = true))
)]
#[serde(transparent)]
pub(crate) struct Programs(
    #[cfg_attr(feature = "command", schemars(inner(range(min = 1))))] Vec<usize>,
);

/// How an application is sent.
#[derive(Clone, Copy, Debug, Serialize)]
#[cfg_attr(feature = "command", derive(JsonSchema), schemars(inline, extend("enum" = [0, 1, 2, 3])))]
#[serde(transparent)]
pub(crate) struct Sent(u8);

type Solved = Result<Answer, InputError>;

/// Money in the input may have two decimal places.
const CENTS: f64 = 100.0;
/// Work that a proof may take: cases of branch and bound times programs times scenarios.
const PROOF: usize = 100_000_000;
/// Cases of branch and bound, whatever their size.
const MOST_CASES: usize = 100_000;

pub(super) fn answer(input: Input) -> Solved {
    match input.shape()? {
        Shape::Number => number(input),
        Shape::Costs => costs(input),
        Shape::Signals => signalled(input),
        Shape::Specialties => several(input),
        Shape::Scenarios => scenarios(input),
        Shape::Strength => strength(input),
    }
}

fn refused(fault: Fault) -> InputError {
    let field = match fault.index {
        Some(index) => format!("{}[{index}]", fault.field),
        None => fault.field.to_owned(),
    };
    InputError::new(field, fault.reason.to_string())
}

fn from_one(programs: Vec<usize>) -> Programs {
    Programs(programs.into_iter().map(|program| program + 1).collect())
}

fn number(input: Input) -> Solved {
    let f = needed("f", input.f)?;
    let h = count("h", needed("h", input.h)?)?;
    let nested = greedy::solve(&input.t, &f, h).map_err(refused)?;
    Ok(Answer::Curve {
        values: nested.values.into_iter().map(Worth).collect(),
        order: from_one(nested.order),
    })
}

fn costs(input: Input) -> Solved {
    let f = needed("f", input.f)?;
    let g = counts("g", needed("g", input.g)?)?;
    let most = count("H", needed("H", input.most_cost)?)?;
    let chosen = exact::solve(&input.t, &f, &g, most).map_err(refused)?;
    Ok(Answer::List {
        value: Worth(chosen.value),
        set: from_one(chosen.set),
    })
}

fn signalled(input: Input) -> Solved {
    let most = |key, chances: &Option<Vec<f64>>, limit| match (chances, limit) {
        (Some(_), limit) => count(key, needed(key, limit)?),
        (None, Some(limit)) => count(key, limit),
        (None, None) => Ok(0),
    };
    let specialty = signals::Specialty {
        t: &input.t,
        plain: &needed("p_plain", input.p_plain)?,
        silver: input.p_silver.as_deref(),
        gold: input.p_gold.as_deref(),
        most: count("max_apps", needed("max_apps", input.max_apps)?)?,
        most_silver: most("max_silver", &input.p_silver, input.max_silver)?,
        most_gold: most("max_gold", &input.p_gold, input.max_gold)?,
    };
    let plans = signals::solve(specialty).map_err(refused)?;
    let levels = plans.levels(plans.most()).into_iter().map(code);
    Ok(Answer::Levels {
        value: Worth(plans.value(plans.most())),
        levels: levels.collect(),
    })
}

fn code(level: Option<Level>) -> Sent {
    Sent(match level {
        None => 0,
        Some(Level::Plain) => 1,
        Some(Level::Silver) => 2,
        Some(Level::Gold) => 3,
    })
}

fn several(input: Input) -> Solved {
    let cap = counts("cap", needed("cap", input.cap)?)?;
    let fees = input.fees.map(fees).transpose()?;
    if input.budget.is_some() && fees.is_none() {
        return Err(InputError::new(
            "fees",
            "is missing, so a budget says nothing",
        ));
    }
    let budget = input.budget.map(|money| cents("budget", money));
    let answer = specialties::solve(&Field {
        t: &input.t,
        f: &needed("f", input.f)?,
        specialty: &counts("specialty", needed("specialty", input.specialty)?)?,
        cap: &cap,
        fees: fees.as_deref(),
        budget: budget.transpose()?,
    })
    .map_err(refused)?;
    Ok(Answer::List {
        value: Worth(answer.value),
        set: from_one(answer.set),
    })
}

fn fees(specialties: Vec<Vec<RawTier>>) -> Result<Vec<Fees>, InputError> {
    let each = specialties.into_iter().enumerate();
    each.map(|(specialty, tiers)| {
        let path = format!("fees[{specialty}]");
        let tiers = tiers.into_iter().enumerate().map(|(at, (upto, each))| {
            let path = format!("{path}[{at}]");
            Ok(Tier {
                upto: upto.map(|upto| count(&path, upto)).transpose()?,
                each: cents(&path, each)?,
            })
        });
        Fees::new(tiers.collect::<Result<_, InputError>>()?).map_err(|fault| {
            let tier = fault.index.map(|at| format!("[{at}]")).unwrap_or_default();
            InputError::new(path + &tier, fault.reason.to_string())
        })
    })
    .collect()
}

fn cents(path: &str, money: f64) -> Result<u64, InputError> {
    let cents = libm::round(money * CENTS);
    let is_whole = (money * CENTS - cents).abs() < 1e-6;
    // Within what an f64 holds exactly, so the cast loses nothing.
    if is_whole && (0.0..9.0e15).contains(&cents) {
        Ok(cents as u64)
    } else {
        let problem =
            format!("{money} is not an amount of money from 0, with two decimal places at most");
        Err(InputError::new(path, problem))
    }
}

fn scenarios(input: Input) -> Solved {
    let scenarios = needed("scenarios", input.scenarios)?;
    let h = count("h", needed("h", input.h)?)?;
    let cases = cases(input.t.len(), scenarios.len());
    bounded(latent::by_scenarios(&input.t, &scenarios, h, cases))
}

fn strength(input: Input) -> Solved {
    let alpha = needed("alpha", input.alpha)?;
    let lambda = needed("lambda", input.lambda)?;
    let h = count("h", needed("h", input.h)?)?;
    let rule = TWENTY_ONE.map(|node| (node.at, node.weight));
    let cases = cases(input.t.len(), rule.len());
    bounded(latent::by_strength(
        &input.t, &alpha, lambda, &rule, h, cases,
    ))
}

fn cases(programs: usize, scenarios: usize) -> usize {
    let size = programs.saturating_mul(scenarios).max(1);
    (PROOF / size).min(MOST_CASES)
}

fn bounded(found: Result<latent::Answer, Fault>) -> Solved {
    let found = found.map_err(refused)?;
    Ok(Answer::Bounded {
        value: Worth(found.value),
        set: from_one(found.set),
        bound: found.bound.map(Worth),
        optimal: found.is_optimal,
    })
}
