//! The assumptions laid out for quick reading.

use super::{AssumptionKey, Effect, Model, Scale};

/// One effect for each key. Without a model, a share is 0.5 with the whole range as its doubt
/// and an odds effect is none, so that gates and order remain and no chance is shown.
#[derive(Clone, Debug)]
pub struct Effects([Effect; AssumptionKey::ALL.len()]);

impl Effects {
    /// The effects of a model, or the neutral ones.
    #[must_use]
    pub fn of(model: Option<&Model>) -> Self {
        let mut all = [Effect::NONE; AssumptionKey::ALL.len()];
        for (slot, key) in all.iter_mut().zip(AssumptionKey::ALL) {
            *slot = model.and_then(|m| m.effect(*key)).unwrap_or(neutral(*key));
        }
        Effects(all)
    }

    /// The effect with a key.
    #[must_use]
    pub fn get(&self, key: AssumptionKey) -> Effect {
        self.0.get(key as usize).copied().unwrap_or(Effect::NONE)
    }
}

const UNKNOWN_SHARE: Effect = Effect {
    mid: 0.5,
    low: 0.0,
    high: 1.0,
};

fn neutral(key: AssumptionKey) -> Effect {
    match key {
        // Only chances ask for these, and without a model there are none.
        AssumptionKey::RanksPerInterview
        | AssumptionKey::StatementDecay
        | AssumptionKey::TailImg
        | AssumptionKey::TailUs => Effect::NONE,
        share if share.scale() == Scale::Share => UNKNOWN_SHARE,
        _ => Effect::NONE,
    }
}
