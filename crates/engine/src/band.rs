//! Bands instead of ranks: programs between which the ranking sees no difference.
//!
//! From the top, programs join a band while each is above the band's first in more than a tenth of
//! the model's draws. Draws differ in what is doubtful of a program against another: the sizes of
//! setting, state, unfilled positions and filings, the state's own figure, how the setting was read,
//! and how strict each kind of gate is. What all programs have in common moves no order, and what no
//! public fact shows is the same for all of them before one has looked: both are left out, so a
//! band says how finely the evidence tells programs apart, not how alike they are.
//!
//! Inside a band programs keep the order of their values: the best guess is still the best guess,
//! and another order, by state or by name, would be read as one.

use super::eligibility::Circumstances;
use super::model::draws::{COUNT, Shared};
use super::odds::{INFLUENCES, Influence};
use super::ranking::{RankInput, Ranking, SpecialtyContext};

/// Most draws of [`COUNT`] in which a program that is told apart may be above the band's first: a
/// tenth.
const SELDOM: usize = COUNT / 10;

/// Programs that share a rank.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Band {
    /// The first one's index in [`Ranking::ranked`], from 0.
    pub first: usize,
    /// The last one's, the same for a band of one.
    pub last: usize,
}

impl Band {
    /// How many programs it holds.
    #[must_use]
    pub fn count(self) -> usize {
        self.last - self.first + 1
    }

    /// Whether it holds an index of [`Ranking::ranked`].
    #[must_use]
    pub fn holds(self, index: usize) -> bool {
        (self.first..=self.last).contains(&index)
    }
}

/// What moves one program against another, in log units of its value.
struct Moves {
    value: f64,
    influences: [f64; INFLUENCES],
    of_state: (u64, f64),
    particular: (u64, f64),
    gates: f64,
}

/// The bands of a ranking that was made from the input, from the top: they hold every ranked
/// program once, in its order. Without draws each program is a band of its own.
#[must_use]
pub fn bands(input: &RankInput<'_>, ranking: &Ranking) -> Vec<Band> {
    let alone = || {
        (0..ranking.ranked.len()).map(|at| Band {
            first: at,
            last: at,
        })
    };
    let Some(draws) = input.model.and_then(|model| model.draws.as_ref()) else {
        return alone().collect();
    };
    let circumstances = Circumstances::of(input);
    let contexts = SpecialtyContext::all(&circumstances, input, &ranking.aim);
    let scores: Vec<[f64; INFLUENCES]> = (0..COUNT)
        .map(|draw| {
            std::array::from_fn(|at| {
                draws.shared(Shared::Assumption(Influence::ALL[at].key()), draw)
            })
        })
        .collect();
    // What moves the chance moves the value by as much of it as counts.
    let power = ranking.aim.power();
    let mut moves = Vec::with_capacity(ranking.ranked.len());
    for row in &ranking.ranked {
        let found = input.catalog.get(row.program).and_then(|program| {
            let context = contexts.get(input.preferences.choice_of(program)?)?;
            let summary = context.gate_summary(program);
            let effects = context.effects(program, &summary, None);
            let settled = effects.settled.is_some();
            let open = |doubt: f64| if settled { 0.0 } else { power * doubt };
            Some(Moves {
                value: ln(row.value),
                influences: effects.doubts.map(open),
                of_state: (!u64::from(effects.state as u8), open(effects.of_state)),
                particular: (program.id.number(), open(effects.particular)),
                gates: power * summary.pass.relative_sd(),
            })
        });
        // A program of another catalog, which a ranking never holds, would stand alone.
        moves.push(found.unwrap_or(Moves {
            value: ln(row.value),
            influences: [0.0; INFLUENCES],
            of_state: (0, 0.0),
            particular: (0, 0.0),
            gates: 0.0,
        }));
    }
    let at = |moved: &Moves, draw: usize| {
        let shared = moved.influences.iter().zip(&scores[draw]);
        let shared: f64 = shared.map(|(doubt, score)| doubt * score).sum();
        let own = |(name, doubt): (u64, f64)| {
            if doubt == 0.0 {
                0.0
            } else {
                doubt * draws.shared(Shared::Particular(name), draw)
            }
        };
        let gates = moved.gates * draws.shared(Shared::Strictness(0), draw);
        moved.value + shared + own(moved.of_state) + own(moved.particular) + gates
    };
    let mut bands: Vec<Band> = Vec::new();
    let mut first: Vec<f64> = Vec::new();
    for (index, moved) in moves.iter().enumerate() {
        let above = first
            .iter()
            .enumerate()
            .filter(|(draw, first)| at(moved, *draw) > **first)
            .count();
        // Equal to the last digit is no difference, whatever the draws.
        let same = bands.last().is_some_and(|band| {
            moves
                .get(band.first)
                .is_some_and(|of_first| of_first.value == moved.value)
        });
        match bands.last_mut() {
            Some(band) if above > SELDOM || same => band.last = index,
            _ => {
                bands.push(Band {
                    first: index,
                    last: index,
                });
                first = (0..COUNT).map(|draw| at(moved, draw)).collect();
            }
        }
    }
    bands
}

/// The logarithm, of nothing far below every chance.
fn ln(value: f64) -> f64 {
    const NOTHING: f64 = 1e-12;
    libm::log(if value > NOTHING { value } else { NOTHING })
}

/// The band that holds an index of [`Ranking::ranked`].
#[must_use]
pub fn band_of(bands: &[Band], index: usize) -> Option<Band> {
    let at = bands.partition_point(|band| band.last < index);
    bands.get(at).copied().filter(|band| band.holds(index))
}
