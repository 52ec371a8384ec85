//! Made-up instances and the slow truth about them.

use engine::portfolio::{Chances, Draft, Fees, Level, Program, Specialty, Tier, Wish};

/// A generator with a fixed seed (xorshift64*).
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new(seed: u64) -> Dice {
        Dice(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    pub(crate) fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D)
    }

    /// From 0 to 1.
    pub(crate) fn unit(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1u64 << 53) as f64
    }

    /// From 0 to `n - 1`.
    pub(crate) fn below(&mut self, n: usize) -> usize {
        (self.next() >> 33) as usize % n
    }

    pub(crate) fn yes(&mut self, chance: f64) -> bool {
        self.unit() < chance
    }

    /// A chance that is often 0, 1 or shared by others.
    pub(crate) fn chance(&mut self) -> f64 {
        match self.below(12) {
            0 => 0.0,
            1 => 1.0,
            2 => 0.5,
            _ => self.unit(),
        }
    }

    /// A utility that is often zero or shared by others.
    pub(crate) fn utility(&mut self) -> f64 {
        match self.below(4) {
            0 => self.below(4) as f64,
            _ => self.unit() * 10.0,
        }
    }
}

/// Expected utility of the best of independent successes.
pub(crate) fn best_success(mut ways: Vec<(f64, f64)>) -> f64 {
    ways.sort_by(|a, b| a.0.total_cmp(&b.0));
    ways.into_iter()
        .fold(0.0, |v, (t, f)| (1.0 - f) * v + f * t)
}

pub(crate) fn subsets(m: usize) -> impl Iterator<Item = Vec<usize>> {
    (0u32..1 << m).map(move |bits| (0..m).filter(|j| bits >> j & 1 == 1).collect())
}

pub(crate) fn tiers(dice: &mut Dice) -> Fees {
    let mut tiers = Vec::new();
    let mut upto = 0;
    for _ in 0..dice.below(3) {
        upto += 1 + dice.below(2);
        tiers.push(Tier {
            upto: Some(upto),
            each: dice.below(30) as u64,
        });
    }
    if tiers.is_empty() || dice.yes(0.8) {
        tiers.push(Tier {
            upto: None,
            each: dice.below(40) as u64,
        });
    }
    Fees::new(tiers).unwrap()
}

/// What `n` applications cost, by the letter of the tiers.
pub(crate) fn cost(fees: &Fees, n: usize) -> Option<u64> {
    fees.totals(n).get(n).copied()
}

/// Everything at once, small.
pub(crate) fn draft(dice: &mut Dice, most_programs: usize) -> Draft {
    let nodes = 1 + dice.below(3);
    let raw: Vec<f64> = (0..nodes).map(|_| 0.05 + dice.unit()).collect();
    let sum: f64 = raw.iter().sum();
    let specialties = 1 + dice.below(3);
    let small = dice.yes(0.5);
    let programs = 1 + dice.below(most_programs);
    let chances = |dice: &mut Dice| {
        let mut p = |least: &[f64]| -> Vec<f64> {
            let scale = if small { 0.3 } else { 1.0 };
            (0..nodes)
                .map(|k| {
                    let low = least.get(k).copied().unwrap_or(0.0);
                    (low + (1.0 - low) * dice.chance() * scale).min(1.0)
                })
                .collect()
        };
        let plain = p(&[]);
        let silver = p(&plain);
        let gold = p(&silver);
        let (s, g) = (dice.yes(0.8), dice.yes(0.8));
        Chances {
            plain,
            silver: s.then_some(silver),
            gold: g.then_some(gold),
        }
    };
    Draft {
        weights: raw.iter().map(|w| w / sum).collect(),
        programs: (0..programs)
            .map(|j| Program {
                id: 1000 + (j as u64 * 7919) % 101,
                t: dice.utility(),
                specialty: dice.below(specialties),
                success: chances(dice),
                interview: None,
                wish: match dice.below(14) {
                    0 => Wish::Pinned,
                    1 => Wish::PinnedAt(Level::ALL[dice.below(3)]),
                    2 => Wish::Excluded,
                    _ => Wish::Free,
                },
            })
            .collect(),
        specialties: (0..specialties)
            .map(|_| Specialty {
                fees: tiers(dice),
                cap: dice.yes(0.5).then(|| dice.below(4)),
                minimum: if dice.yes(0.2) { 1 + dice.below(2) } else { 0 },
                gold: dice.below(2),
                silver: dice.below(3),
            })
            .collect(),
        budget: dice.yes(0.6).then(|| dice.below(140) as u64),
        max_applications: dice.yes(0.5).then(|| dice.below(6)),
    }
}

pub(crate) type List = Vec<(usize, Level)>;

/// The value of a list, straight from its definition.
pub(crate) fn value(draft: &Draft, list: &[(usize, Level)]) -> f64 {
    let nodes = draft.weights.iter().enumerate();
    nodes
        .map(|(k, w)| {
            let ways = list.iter().map(|(j, level)| {
                let program = &draft.programs[*j];
                (program.t, chance(&program.success, *level)[k])
            });
            w * best_success(ways.collect())
        })
        .sum()
}

fn chance(chances: &Chances, level: Level) -> &[f64] {
    match level {
        Level::Plain => &chances.plain,
        Level::Silver => chances.silver.as_ref().unwrap(),
        Level::Gold => chances.gold.as_ref().unwrap(),
    }
}

pub(crate) fn is_offered(program: &Program, level: Level) -> bool {
    match level {
        Level::Plain => true,
        Level::Silver => program.success.silver.is_some(),
        Level::Gold => program.success.gold.is_some(),
    }
}

/// Whether a list keeps every limit, straight from the draft.
pub(crate) fn is_feasible(draft: &Draft, list: &[(usize, Level)]) -> bool {
    let level_of = |j: usize| list.iter().find(|(p, _)| *p == j).map(|(_, level)| *level);
    for (j, program) in draft.programs.iter().enumerate() {
        let ok = match program.wish {
            Wish::Free => true,
            Wish::Pinned => level_of(j).is_some(),
            Wish::PinnedAt(level) => level_of(j) == Some(level),
            Wish::Excluded => level_of(j).is_none(),
        };
        if !ok || level_of(j).is_some_and(|level| !is_offered(program, level)) {
            return false;
        }
    }
    let mut total = 0;
    for (s, specialty) in draft.specialties.iter().enumerate() {
        let mine: List = list
            .iter()
            .filter(|(j, _)| draft.programs[*j].specialty == s)
            .copied()
            .collect();
        let at = |level| mine.iter().filter(|(_, l)| *l == level).count();
        let Some(cost) = cost(&specialty.fees, mine.len()) else {
            return false;
        };
        total += cost;
        if mine.len() > specialty.cap.unwrap_or(usize::MAX)
            || mine.len() < specialty.minimum
            || at(Level::Gold) > specialty.gold
            || at(Level::Silver) > specialty.silver
        {
            return false;
        }
    }
    total <= draft.budget.unwrap_or(u64::MAX)
        && list.len() <= draft.max_applications.unwrap_or(usize::MAX)
}

/// The best list of all, by trying every one; `None` if there is none.
pub(crate) fn best(draft: &Draft) -> Option<(f64, List)> {
    let m = draft.programs.len();
    let mut best: Option<(f64, List)> = None;
    for code in 0..4usize.pow(m as u32) {
        let list: List = (0..m)
            .filter_map(|j| match code >> (2 * j) & 3 {
                0 => None,
                l => Some((j, Level::ALL[l - 1])),
            })
            .collect();
        if is_feasible(draft, &list) {
            let v = value(draft, &list);
            if best.as_ref().is_none_or(|(most, _)| v > *most) {
                best = Some((v, list));
            }
        }
    }
    best
}
