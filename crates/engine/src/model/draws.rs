//! Joint draws of everything that the model does not know: for what a whole list comes to.
//!
//! A range of one program's chance follows from the spread of its parts ([`crate::odds`]). That
//! of a list does not: what is doubtful is the same for all its programs, or for some. So the
//! model carries [`COUNT`] equally likely versions of itself. In version `k` each doubtful
//! number stands at the score that its [`Order`] has at index `k`: a Latin hypercube, so that
//! each number alone is spread as evenly as so few versions can.

use super::{AssumptionKey, Cell, Effect};

/// Versions of the model.
pub const COUNT: usize = 32;

/// Scores of the upper half, from the middle: normal quantiles of the middles of 32 equal parts,
/// stretched to a variance of one.
const UPPER: [f64; COUNT / 2] = [
    0.039_959_931_067_560_59,
    0.120_126_245_631_248_62,
    0.201_042_695_326_394_38,
    0.283_246_544_183_527_34,
    0.367_335_466_687_741_86,
    0.454_002_134_935_754_6,
    0.544_082_309_869_472_4,
    0.638_626_168_325_381_3,
    0.739_010_660_458_199_4,
    0.847_127_961_299_830_9,
    0.965_725_218_126_304_7,
    1.099_074_785_809_024_4,
    1.254_466_101_194_429_4,
    1.446_164_801_167_687_8,
    1.709_472_371_610_943_5,
    2.196_969_993_238_694,
];

/// In which order one doubtful number takes its scores: each rank from 0 to 31 once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Order([u8; COUNT]);

impl Order {
    /// The order with these ranks; `None` unless each rank stands in it once.
    #[must_use]
    pub fn new(ranks: [u8; COUNT]) -> Option<Order> {
        let seen = ranks.iter().fold(0u32, |seen, rank| {
            seen | 1u32.checked_shl(u32::from(*rank)).unwrap_or(0)
        });
        (seen == u32::MAX).then_some(Order(ranks))
    }

    /// The ranks.
    #[must_use]
    pub fn ranks(&self) -> &[u8; COUNT] {
        &self.0
    }

    /// The standard normal score in version `draw`, which is taken modulo [`COUNT`].
    #[must_use]
    pub fn score(&self, draw: usize) -> f64 {
        let rank = usize::from(self.0[draw % COUNT]);
        match rank.checked_sub(COUNT / 2) {
            Some(above) => UPPER[above],
            None => -UPPER[COUNT / 2 - 1 - rank],
        }
    }
}

/// What is doubtful in one cell.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CellDoubt {
    /// Root of the covariance of (level, ln tau, d, rho): the lower triangle, row by row.
    pub root: [f64; 10],
    /// Standard deviation of the level from the number of applications behind the ranks and from
    /// how applicants choose, which are doubtful in the same way for every specialty of a type.
    pub applications_sd: f64,
}

/// The four numbers of a cell in one version of the model.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Numbers {
    /// See [`Cell::level`].
    pub level: f64,
    /// See [`Cell::tau`].
    pub tau: f64,
    /// See [`Cell::d`].
    pub d: f64,
    /// See [`Cell::rho`].
    pub rho: f64,
}

impl Numbers {
    /// As they were estimated.
    #[must_use]
    pub fn of(cell: &Cell) -> Numbers {
        Numbers {
            level: cell.level,
            tau: cell.tau,
            d: cell.d,
            rho: cell.rho,
        }
    }
}

/// A number that several programs, or all, have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shared {
    /// The number of applications behind the published ranks.
    Applications,
    /// What an applicant's unknown score would tell.
    Score,
    /// An assumption.
    Assumption(AssumptionKey),
    /// How strict the gates of a specialty are where nothing is stated.
    Strictness(usize),
    /// What is particular to one program or one sponsor, by any number that names it.
    Particular(u64),
}

/// Columns kept for what is no cell's own.
const COMMON: usize = 64;
const _: () = assert!(2 + AssumptionKey::ALL.len() <= COMMON);
/// Columns of one specialty: level, ln tau, d, rho, strictness.
const EACH: usize = 5;

/// The draws of a model.
#[derive(Clone, Debug, PartialEq)]
pub struct Draws {
    cells: Vec<CellDoubt>,
    orders: Vec<Order>,
}

impl Draws {
    /// How many orders a model over this many specialties has.
    #[must_use]
    pub const fn orders_for(specialties: usize) -> usize {
        COMMON + EACH * specialties
    }

    /// Draws with the doubts of every cell, in the order of the model's, and the orders of the
    /// numbers; `None` without an order.
    #[must_use]
    pub fn new(cells: Vec<CellDoubt>, orders: Vec<Order>) -> Option<Draws> {
        (!orders.is_empty()).then_some(Draws { cells, orders })
    }

    /// The doubts of every cell.
    #[must_use]
    pub fn cells(&self) -> &[CellDoubt] {
        &self.cells
    }

    /// The orders.
    #[must_use]
    pub fn orders(&self) -> &[Order] {
        &self.orders
    }

    fn score(&self, column: usize, draw: usize) -> f64 {
        self.orders
            .get(column % self.orders.len())
            .map_or(0.0, |order| order.score(draw))
    }

    /// A column by any number: the remainder before the cast, so that a machine of 32 bits finds
    /// the same.
    fn column(&self, number: u64) -> usize {
        #[expect(
            clippy::cast_possible_truncation,
            reason = "less than the number of columns"
        )]
        let column = number.checked_rem(self.orders.len() as u64).unwrap_or(0) as usize;
        column
    }

    /// The score of what several programs have in common.
    #[must_use]
    pub fn shared(&self, what: Shared, draw: usize) -> f64 {
        match what {
            Shared::Applications => self.score(0, draw),
            Shared::Score => self.score(1, draw),
            Shared::Assumption(key) => self.score(2 + key as usize, draw),
            Shared::Strictness(specialty) => self.score(COMMON + EACH * specialty + EACH - 1, draw),
            Shared::Particular(name) => {
                // Thousands of names share some hundred orders: each begins at another index.
                let mixed = name.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 16;
                let column = self.column(mixed >> 8);
                self.score(column, draw + (mixed & 31) as usize)
            }
        }
    }

    /// A share between 0 and 1 in the middle of one of [`COUNT`] equal parts, for a yes or no
    /// that is particular to one program or sponsor.
    #[must_use]
    pub fn uniform(&self, name: u64, draw: usize) -> f64 {
        let mixed = name.wrapping_mul(0xd6e8_feb8_6659_fd93) >> 16;
        let column = self.column(mixed >> 8);
        let rank = self.orders.get(column).map_or(0, |order| {
            order.ranks()[(draw + (mixed & 31) as usize) % COUNT]
        });
        (f64::from(rank) + 0.5) / COUNT as f64
    }

    /// An effect as a version of the model has it, within its range.
    #[must_use]
    pub fn effect(&self, key: AssumptionKey, effect: Effect, draw: usize) -> f64 {
        let score = self.shared(Shared::Assumption(key), draw);
        (effect.mid + score * effect.sd()).clamp(effect.low, effect.high)
    }

    /// The numbers of a cell in one version. `index` is the cell's in the model, `specialty`
    /// that of its specialty among the model's.
    #[must_use]
    pub fn numbers(&self, cell: &Cell, index: usize, specialty: usize, draw: usize) -> Numbers {
        let Some(doubt) = self.cells.get(index) else {
            return Numbers::of(cell);
        };
        let own = |axis: usize| self.score(COMMON + EACH * specialty + axis, draw);
        let z = [own(0), own(1), own(2), own(3)];
        let [a, b, c, d, e, f, g, h, i, j] = doubt.root;
        let applications = doubt.applications_sd * self.shared(Shared::Applications, draw);
        Numbers {
            level: cell.level + a * z[0] + applications,
            tau: cell.tau * libm::exp(b * z[0] + c * z[1]),
            d: cell.d + d * z[0] + e * z[1] + f * z[2],
            rho: cell.rho + g * z[0] + h * z[1] + i * z[2] + j * z[3],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_order_has_each_rank_once() {
        let mut ranks: [u8; COUNT] = std::array::from_fn(|i| i as u8);
        let order = Order::new(ranks).unwrap();
        let scores: Vec<f64> = (0..COUNT).map(|draw| order.score(draw)).collect();
        assert!(scores.is_sorted());
        let mean = scores.iter().sum::<f64>() / 32.0;
        let variance = scores.iter().map(|x| x * x).sum::<f64>() / 32.0;
        assert!(mean.abs() < 1e-12 && (variance - 1.0).abs() < 1e-12);
        ranks[3] = 4;
        assert_eq!(Order::new(ranks), None);
        ranks[3] = 200;
        assert_eq!(Order::new(ranks), None);
    }
}
