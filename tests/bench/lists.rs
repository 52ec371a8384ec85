//! The solvers that are measured, the same natively and in the browser.
//!
//! Independent programs come from the generator that the published times were taken with:
//! utilities `ceil(Exp(mean 10))` in rising order, chances `1 / (t + 10 U(0,1))`, costs 5 to 10.

use std::any::Any;

use engine::odds::quadrature::NINE;
use engine::odds::sigmoid;
use engine::portfolio::mixture::Search;
use engine::portfolio::{
    Chances, Draft, Fees, Instance, Program, Specialty, Tier, Wish, exact, greedy, signals,
};

/// Programs of different cost, from which the exact list is found.
const EXACT: [usize; 6] = [32, 64, 128, 256, 512, 1024];
/// Programs from which half are chosen one by one.
const GREEDY: [usize; 4] = [256, 1024, 4096, 16_384];

/// One kind of list: its name and what finds it.
type Work = (String, Box<dyn Fn() -> Box<dyn Any>>);

/// Programs with their utilities and chances.
struct Market {
    t: Vec<f64>,
    f: Vec<f64>,
}

/// Every kind of list that is measured.
pub struct Lists(Vec<Work>);

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
        let exact = EXACT.map(|programs| exact_list(&mut dice, programs));
        let greedy = GREEDY.map(|programs| greedy_list(&mut dice, programs));
        let mut all: Vec<Work> = exact.into_iter().chain(greedy).collect();
        all.push(signalled_list(&mut dice));
        let residency = Instance::new(dice.residency(700)).expect("numbers that make sense");
        all.push((
            "list by strength, 60 of 700 programs, 3 gold, 12 silver".to_owned(),
            Box::new(move || Box::new(Search::new(&residency).finish())),
        ));
        Lists(all)
    }

    /// Each with its name.
    pub fn each(&self) -> impl Iterator<Item = (&str, &dyn Fn() -> Box<dyn Any>)> {
        self.0.iter().map(|(name, find)| (name.as_str(), &**find))
    }
}

fn exact_list(dice: &mut Dice, programs: usize) -> Work {
    let market = dice.market(programs);
    let costs: Vec<usize> = (0..programs)
        .map(|_| 5 + (dice.unit() * 6.0) as usize)
        .collect();
    let budget = costs.iter().sum::<usize>() / 2;
    (
        format!("exact list, {programs} programs of different cost"),
        Box::new(move || Box::new(exact::solve(&market.t, &market.f, &costs, budget))),
    )
}

fn greedy_list(dice: &mut Dice, programs: usize) -> Work {
    let market = dice.market(programs);
    (
        format!("greedy list, half of {programs} programs"),
        Box::new(move || Box::new(greedy::solve(&market.t, &market.f, programs / 2))),
    )
}

fn signalled_list(dice: &mut Dice) -> Work {
    let market = dice.market(300);
    let silver = dice.raised(&market.f);
    let gold = dice.raised(&silver);
    (
        "signals, 300 programs, 40 applications, 3 gold, 15 silver".to_owned(),
        Box::new(move || {
            Box::new(signals::solve(signals::Specialty {
                t: &market.t,
                plain: &market.f,
                silver: Some(&silver),
                gold: Some(&gold),
                most: 40,
                most_silver: 15,
                most_gold: 3,
            }))
        }),
    )
}
