//! What sets programs apart for one applicant: the evidence that moves the odds most at each, in few
//! words on a row where [`super::explain`] takes a page.

use super::aim::Aim;
use super::catalog::{ByProgram, ProgramIndex};
use super::eligibility::Circumstances;
use super::explain::{Factor, factor_of};
use super::odds::{INFLUENCES, Influence};
use super::ordering;
use super::ranking::{RankInput, Ranking, SpecialtyContext};

/// One thing that sets a program apart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Distinction {
    /// What.
    pub factor: Factor,
    /// What it multiplies the odds of an interview by, against the specialty's mean.
    pub odds_ratio: f64,
}

/// What sets each ranked program apart, laid out once a ranking.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Distinctions {
    parts: ByProgram<Option<[f64; INFLUENCES]>>,
}

impl Distinctions {
    /// Of every ranked program of a ranking made from the input.
    #[must_use]
    pub fn of(input: &RankInput<'_>, ranking: &Ranking, aim: &Aim) -> Distinctions {
        let circumstances = Circumstances::of(input);
        let contexts = SpecialtyContext::all(&circumstances, input, aim);
        let mut parts = ByProgram::all(None, input.catalog.programs().len());
        for row in &ranking.ranked {
            let found = input.catalog.get(row.program).and_then(|program| {
                let context = contexts.get(input.preferences.choice_of(program)?)?;
                let summary = context.gate_summary(program);
                Some(context.effects(program, &summary, None).parts)
            });
            parts.set(row.program, found);
        }
        Distinctions { parts }
    }

    /// What raises the odds at a program most, the strongest first, then what lowers them, the
    /// strongest first; nothing that hardly shows, and nothing for a program that is not ranked.
    #[must_use]
    pub fn at(&self, program: ProgramIndex) -> Vec<Distinction> {
        /// Log odds below which a difference hardly shows.
        const HARDLY: f64 = 0.08;
        let Some(parts) = self.parts.get(program).flatten() else {
            return Vec::new();
        };
        let each = Influence::ALL.iter().zip(parts);
        let mut shown: Vec<(Influence, f64)> = each
            .filter(|(_, effect)| effect.abs() >= HARDLY)
            .map(|(influence, effect)| (*influence, effect))
            .collect();
        ordering::sort_by(&mut shown, |(_, a), (_, b)| {
            let raises = |effect: f64| effect > 0.0;
            raises(*b)
                .cmp(&raises(*a))
                .then_with(|| b.abs().total_cmp(&a.abs()))
        });
        let distinctions = shown.into_iter().map(|(influence, effect)| Distinction {
            factor: factor_of(influence),
            odds_ratio: libm::exp(effect),
        });
        distinctions.collect()
    }
}
