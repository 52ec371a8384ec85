//! A number of applications at one price, when successes hang together: by scenarios, or by a
//! latent strength.
//!
//! Lists need not be nested here: the best pair may lack the best single program. The search is
//! that of [`mixture`]; small instances are then settled by branch and bound.

use super::fault::{self, Fault, Reason};
use super::instance::{Chances, Draft, Instance, Program, Specialty, Wish};
use super::mixture;
use crate::ordering;

/// A list, its value, and how far it can be from the best.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// Expected utility of the best success.
    pub value: f64,
    /// The programs, counted from 0, ascending.
    pub set: Vec<usize>,
    /// No list of that length is worth more; `None` if there is no proof.
    pub bound: Option<f64>,
    /// Whether the list is proven to be best: the bound is within 1e-9 of the value.
    pub is_optimal: bool,
}

/// How close a bound must be, for utilities about one; above, in proportion.
const CLOSE: f64 = 1e-9;

/// Finds the best `h` programs where success depends on which scenario comes.
///
/// `t` are utilities; `scenarios` are weights (sum 1) with a chance for each program. Within a
/// scenario programs succeed independently. `most_nodes` limits the search tree of branch and bound;
/// each of its nodes costs some passes over programs times scenarios, and 0 is none.
///
/// # Errors
///
/// If lengths differ or a number is out of its range.
pub fn by_scenarios(
    t: &[f64],
    scenarios: &[(f64, Vec<f64>)],
    h: usize,
    most_nodes: usize,
) -> Result<Answer, Fault> {
    if scenarios.is_empty() {
        return Err(Fault::of("scenarios", Reason::Missing));
    }
    for (index, (_, p)) in scenarios.iter().enumerate() {
        if p.len() != t.len() {
            let (expected, found) = (t.len(), p.len());
            return Err(Fault::at(
                "scenarios",
                index,
                Reason::Length { expected, found },
            ));
        }
        if fault::chances("scenarios", p).is_err() {
            return Err(Fault::at("scenarios", index, Reason::NotAChance));
        }
    }
    let weights = scenarios.iter().map(|(weight, _)| *weight).collect();
    let chances = |program: usize| {
        let nodes = scenarios.iter().map(|(_, p)| p.get(program).copied());
        nodes.map(|p| p.unwrap_or(0.0)).collect()
    };
    solve("scenarios", t, weights, chances, h, most_nodes)
}

/// Finds the best `h` programs where `theta` is normal with mean 0 and deviation 1, and program
/// `j` succeeds with chance `logistic(alpha_j + lambda theta)`.
///
/// `rule` are the nodes and weights (sum 1) of a quadrature for that normal; see
/// [`by_scenarios`] for the rest.
///
/// # Errors
///
/// If lengths differ or a number is out of its range.
pub fn by_strength(
    t: &[f64],
    alpha: &[f64],
    lambda: f64,
    rule: &[(f64, f64)],
    h: usize,
    most_nodes: usize,
) -> Result<Answer, Fault> {
    fault::same_length("alpha", alpha.len(), t.len())?;
    if let Some(index) = alpha.iter().position(|a| !a.is_finite()) {
        return Err(Fault::at("alpha", index, Reason::NotFinite));
    }
    if !lambda.is_finite() {
        return Err(Fault::of("lambda", Reason::NotFinite));
    }
    if let Some(index) = rule.iter().position(|(node, _)| !node.is_finite()) {
        return Err(Fault::at("rule", index, Reason::NotFinite));
    }
    let weights = rule.iter().map(|(_, weight)| *weight).collect();
    let chances = |program: usize| {
        let alpha = alpha.get(program).copied().unwrap_or(0.0);
        let logistic = |(node, _): &(f64, f64)| 1.0 / (1.0 + libm::exp(-(alpha + lambda * node)));
        rule.iter().map(logistic).collect()
    };
    solve("rule", t, weights, chances, h, most_nodes)
}

/// `nodes` is the field of the caller that the weights come from.
fn solve(
    nodes: &'static str,
    t: &[f64],
    weights: Vec<f64>,
    chances: impl Fn(usize) -> Vec<f64>,
    h: usize,
    most_nodes: usize,
) -> Result<Answer, Fault> {
    let programs = (0u64..)
        .zip(t.iter().enumerate())
        .map(|(id, (program, t))| Program {
            id,
            t: *t,
            specialty: 0,
            success: Chances::plain(chances(program)),
            interview: None,
            wish: Wish::Free,
        });
    let instance = Instance::new(Draft {
        weights,
        programs: programs.collect(),
        specialties: vec![Specialty::unlimited()],
        budget: None,
        max_applications: Some(h),
    })
    .map_err(|fault| match fault.field {
        "weights" => Fault {
            field: nodes,
            ..fault
        },
        _ => fault,
    })?;
    let proof = mixture::prove(&instance, most_nodes);
    let mut set: Vec<usize> = proof.list.iter().map(|(program, _)| *program).collect();
    ordering::sort_by_key(&mut set, |program| *program);
    let close = CLOSE * proof.value.max(1.0);
    Ok(Answer {
        value: proof.value,
        set,
        bound: proof.bound,
        is_optimal: proof
            .bound
            .is_some_and(|bound| bound - proof.value <= close),
    })
}
