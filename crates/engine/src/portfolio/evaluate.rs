//! What a given list is worth: chances and utility, with and without the shared strength.

use super::fault::{Fault, Reason};
use super::instance::Instance;
use super::level::Level;
use crate::ordering;

/// Figures of a list. "Any" is at least one, over the whole list.
#[derive(Clone, Debug, PartialEq)]
pub struct Figures {
    /// Chance of any interview, 0 to 1; `None` if the instance has no chances of interviews.
    pub any_interview: Option<f64>,
    /// Expected number of interviews; `None` likewise.
    pub interviews: Option<f64>,
    /// Chance to match anywhere on the list, 0 to 1.
    pub p_match: f64,
    /// Expected utility of the best success.
    pub utility: f64,
    /// Chance to match in each specialty, in the order of the draft; they sum to `p_match`.
    pub by_specialty: Vec<f64>,
}

/// A list under the mixture, and under the false belief that programs decide independently.
#[derive(Clone, Debug, PartialEq)]
pub struct Evaluation {
    /// With the shared strength: what to show.
    pub shared: Figures,
    /// With each program's mean chance, as if they did not hang together: what it would be wrong
    /// to show.
    pub independent: Figures,
}

/// Works out what a list is worth; `list` names programs by their index in the draft. Limits are
/// not asked for, so that any list can be compared.
///
/// # Errors
///
/// If an entry names no program, or one that stands before it. The field is `list`.
pub fn evaluate(instance: &Instance, list: &[(usize, Level)]) -> Result<Evaluation, Fault> {
    let mut members = Vec::with_capacity(list.len());
    for (index, (program, level)) in list.iter().enumerate() {
        let item = instance.index_of(*program);
        let item = item.ok_or(Fault::at("list", index, Reason::Unknown))?;
        members.push((item, *level, index));
    }
    // Stable, so that of two the later is named.
    ordering::sort_by_key(&mut members, |(item, _, _)| *item);
    let twice = members.windows(2).find(|pair| pair[0].0 == pair[1].0);
    if let Some(pair) = twice {
        return Err(Fault::at("list", pair[1].2, Reason::Repeated));
    }
    let listed: Vec<Listed<'_>> = members
        .iter()
        .map(|(item, level, _)| Listed {
            t: instance.items[*item].t,
            specialty: instance.items[*item].specialty,
            success: instance.success(*item, *level),
            interview: instance.interview(*item, *level),
        })
        .collect();
    Ok(Evaluation {
        shared: figures(instance, &listed, &instance.weights),
        independent: independent(instance, &listed),
    })
}

/// A program of the list, by falling utility.
#[derive(Clone, Copy, Debug)]
struct Listed<'a> {
    t: f64,
    specialty: usize,
    success: &'a [f64],
    interview: &'a [f64],
}

fn figures(instance: &Instance, listed: &[Listed<'_>], weights: &[f64]) -> Figures {
    let mut by_specialty = vec![0.0; instance.specialties.len()];
    let mut utility = 0.0;
    // At each node: its weight times the chance that all so far failed.
    let mut unmatched = weights.to_vec();
    let mut uninvited = weights.to_vec();
    let mut interviews = 0.0;
    for program in listed {
        let mut here = 0.0;
        for (left, p) in unmatched.iter_mut().zip(program.success) {
            here += *left * p;
            *left *= 1.0 - p;
        }
        by_specialty[program.specialty] += here;
        utility += here * program.t;
        for ((left, p), weight) in uninvited.iter_mut().zip(program.interview).zip(weights) {
            interviews += weight * p;
            *left *= 1.0 - p;
        }
    }
    let total: f64 = weights.iter().sum();
    let any = (total - uninvited.iter().sum::<f64>()).clamp(0.0, 1.0);
    let is_known = instance.has_interviews();
    Figures {
        any_interview: is_known.then_some(any),
        interviews: is_known.then_some(interviews),
        p_match: by_specialty.iter().sum::<f64>().min(1.0),
        utility,
        by_specialty,
    }
}

fn independent(instance: &Instance, listed: &[Listed<'_>]) -> Figures {
    let mean = |chances: &[f64]| -> Vec<f64> {
        let sum: f64 = chances
            .iter()
            .zip(&instance.weights)
            .map(|(p, w)| p * w)
            .sum();
        if chances.is_empty() {
            Vec::new()
        } else {
            vec![sum.min(1.0)]
        }
    };
    let means: Vec<(Vec<f64>, Vec<f64>)> = listed
        .iter()
        .map(|program| (mean(program.success), mean(program.interview)))
        .collect();
    let listed = listed
        .iter()
        .zip(&means)
        .map(|(program, (success, interview))| Listed {
            success,
            interview,
            ..*program
        });
    figures(instance, &listed.collect::<Vec<_>>(), &[1.0])
}
