//! The orders of the draws: a Latin hypercube whose columns hang together as little as a search
//! among a few dozen shuffles can make them.

use rand_xoshiro::Xoshiro256PlusPlus;
use rand_xoshiro::rand_core::{RngCore, SeedableRng};

use engine::model::Cell;
use engine::model::draws::{COUNT, CellDoubt, Draws, Order};

/// Any number: the file must be the same for everybody.
const SEED: u64 = 20_270_305;
/// Shuffles of which the best becomes a column.
const TRIES: usize = 40;

/// The draws of a model with these cells, sorted by specialty; `None` without cells.
#[must_use]
pub fn draws(cells: &[Cell], doubts: Vec<CellDoubt>) -> Option<Draws> {
    let mut specialties: Vec<_> = cells.iter().map(|cell| cell.specialty).collect();
    specialties.dedup();
    let mut random = Xoshiro256PlusPlus::seed_from_u64(SEED);
    let mut orders: Vec<Order> = Vec::new();
    while orders.len() < Draws::orders_for(specialties.len()) {
        let tries = (0..TRIES).filter_map(|_| Order::new(shuffle(&mut random)));
        let worst = |order: &Order| {
            let with = orders.iter().map(|other| correlation(order, other).abs());
            with.fold(0.0, f64::max)
        };
        let best = tries
            .map(|order| (worst(&order), order))
            .min_by(|a, b| a.0.total_cmp(&b.0))?;
        orders.push(best.1);
    }
    (!cells.is_empty()).then(|| Draws::new(doubts, orders))?
}

/// All ranks in a random order.
fn shuffle(random: &mut Xoshiro256PlusPlus) -> [u8; COUNT] {
    let mut ranks = std::array::from_fn(|i| i as u8);
    for last in (1..COUNT).rev() {
        let at = (random.next_u64() % (last as u64 + 1)) as usize;
        ranks.swap(last, at);
    }
    ranks
}

/// Correlation of the scores of two orders.
fn correlation(a: &Order, b: &Order) -> f64 {
    let products = (0..COUNT).map(|draw| a.score(draw) * b.score(draw));
    products.sum::<f64>() / COUNT as f64
}
