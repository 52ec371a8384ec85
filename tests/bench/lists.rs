//! The solvers that are measured, the same natively and in the browser.
//!
//! Independent programs come from the generator that the published times were taken with:
//! utilities `ceil(Exp(mean 10))` in rising order, chances `1 / (t + 10 U(0,1))`, costs 5 to 10.

use std::any::Any;

use smart_pick::engine::odds::quadrature::NINE;
use smart_pick::engine::odds::sigmoid;
use smart_pick::engine::portfolio::mixture::Search;
use smart_pick::engine::portfolio::{
    Chances, Draft, Fees, Instance, Program, Specialty, Tier, Wish, exact, greedy, signals,
};

/// What is measured.
pub const NAMES: [&str; 4] = [
    "exact list, 256 programs of different cost",
    "greedy list, 8,192 of 16,384 programs",
    "signals, 300 programs, 40 applications, 3 gold, 15 silver",
    "list by strength, 60 of 700 programs, 3 gold, 12 silver",
];

/// Programs with their utilities and chances.
struct Market {
    t: Vec<f64>,
    f: Vec<f64>,
}

/// One market for each kind of list.
pub struct Lists {
    priced: Market,
    costs: Vec<usize>,
    large: Market,
    signalled: Market,
    silver: Vec<f64>,
    gold: Vec<f64>,
    residency: Instance,
}

/// A generator with a fixed seed (xorshift64*), so that every run does the same work.
struct Dice(u64);

impl Dice {
    /// From 0 to 1.
    fn unit(&mut self) -> f64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 11) as f64 / (1_u64 << 53) as f64
    }

    fn market(&mut self, programs: usize) -> Market {
        let exponential = |u: f64| -10.0 * libm::log(1.0 - u);
        let mut t: Vec<f64> = (0..programs)
            .map(|_| exponential(self.unit()).ceil().max(1.0))
            .collect();
        t.sort_by(f64::total_cmp);
        let f = t.iter().map(|t| 1.0 / (t + 10.0 * self.unit())).collect();
        Market { t, f }
    }

    /// The chances with a stronger signal.
    fn raised(&mut self, chances: &[f64]) -> Vec<f64> {
        let raise = |p: &f64| (p * (1.2 + self.unit())).min(1.0);
        chances.iter().map(raise).collect()
    }

    /// Programs as the product has them: a logit, a shared strength, fees in two tiers.
    fn residency(&mut self, programs: u64) -> Draft {
        let programs = (0..programs).map(|id| {
            let (level, matched) = (-4.2 + 2.0 * self.unit(), 0.3 + 0.4 * self.unit());
            let (silver, gold) = (0.5 + 0.5 * self.unit(), 1.2 + 0.8 * self.unit());
            let chances = |more: f64| {
                let at = NINE.iter().map(|node| node.at);
                at.map(|theta| matched * sigmoid(level + more + theta))
                    .collect()
            };
            Program {
                id,
                t: 0.7 + 0.3 * self.unit(),
                specialty: 0,
                success: Chances {
                    plain: chances(0.0),
                    silver: Some(chances(silver)),
                    gold: Some(chances(gold)),
                },
                interview: None,
                wish: Wish::Free,
            }
        });
        let tier = |upto, each| Tier { upto, each };
        let fees = Fees::new(vec![tier(Some(30), 11), tier(None, 30)]);
        Draft {
            weights: NINE.iter().map(|node| node.weight).collect(),
            programs: programs.collect(),
            specialties: vec![Specialty {
                fees: fees.expect("rising tiers"),
                gold: 3,
                silver: 12,
                ..Specialty::unlimited()
            }],
            budget: None,
            max_applications: Some(60),
        }
    }
}

impl Lists {
    /// Makes the markets.
    pub fn new() -> Self {
        let mut dice = Dice(20_240_601);
        let signalled = dice.market(300);
        let silver = dice.raised(&signalled.f);
        Lists {
            priced: dice.market(256),
            costs: (0..256).map(|_| 5 + (dice.unit() * 6.0) as usize).collect(),
            large: dice.market(16_384),
            gold: dice.raised(&silver),
            silver,
            signalled,
            residency: Instance::new(dice.residency(700)).expect("numbers that make sense"),
        }
    }

    /// Finds one kind of list, by its place in [`NAMES`].
    pub fn run(&self, work: usize) -> Box<dyn Any> {
        match work {
            0 => {
                let budget = self.costs.iter().sum::<usize>() / 2;
                Box::new(exact::solve(
                    &self.priced.t,
                    &self.priced.f,
                    &self.costs,
                    budget,
                ))
            }
            1 => Box::new(greedy::solve(&self.large.t, &self.large.f, 8_192)),
            2 => Box::new(signals::solve(signals::Specialty {
                t: &self.signalled.t,
                plain: &self.signalled.f,
                silver: Some(&self.silver),
                gold: Some(&self.gold),
                most: 40,
                most_silver: 15,
                most_gold: 3,
            })),
            _ => Box::new(Search::new(&self.residency).finish()),
        }
    }
}
