//! The assumptions laid out for quick reading.

use crate::engine::model::{AssumptionKey, Effect, Model};

/// One effect for each key. Without a model, a share is 0.5 with the whole range as its doubt
/// and an odds effect is none, so that gates and order remain and no chance is shown.
#[derive(Clone, Debug)]
pub struct Effects([Effect; AssumptionKey::ALL.len()]);

impl Effects {
    /// The effects of a model, or the neutral ones.
    #[must_use]
    pub fn of(model: Option<&Model>) -> Self {
        let mut all = [NO_EFFECT; AssumptionKey::ALL.len()];
        for (slot, key) in all.iter_mut().zip(AssumptionKey::ALL) {
            *slot = model.and_then(|m| m.effect(*key)).unwrap_or(neutral(*key));
        }
        Effects(all)
    }

    /// The effect with a key.
    #[must_use]
    pub fn get(&self, key: AssumptionKey) -> Effect {
        self.0.get(key as usize).copied().unwrap_or(NO_EFFECT)
    }
}

const NO_EFFECT: Effect = Effect {
    mid: 0.0,
    low: 0.0,
    high: 0.0,
};
const UNKNOWN_SHARE: Effect = Effect {
    mid: 0.5,
    low: 0.0,
    high: 1.0,
};

fn neutral(key: AssumptionKey) -> Effect {
    match key {
        AssumptionKey::J1Prior
        | AssumptionKey::H1bPrior
        | AssumptionKey::H1bFilingPrior
        | AssumptionKey::FailedNever
        | AssumptionKey::ExperienceRequired
        | AssumptionKey::GraduationCutoff
        | AssumptionKey::EcfmgAtApplication
        | AssumptionKey::Step2Screen
        | AssumptionKey::SpanishPrior
        | AssumptionKey::LicenceRulePrior
        | AssumptionKey::MilitaryPrior
        | AssumptionKey::EarlierTrainingPrior
        | AssumptionKey::H1bLimitedPrior
        | AssumptionKey::Step3Pending
        | AssumptionKey::Step2Pending
        | AssumptionKey::UnansweredMeets
        | AssumptionKey::LicenceUnknown => UNKNOWN_SHARE,
        AssumptionKey::RanksPerInterview
        | AssumptionKey::CommunityImg
        | AssumptionKey::UnfilledHistory
        | AssumptionKey::H1bFilingOpen
        | AssumptionKey::StateTie
        | AssumptionKey::Connection
        | AssumptionKey::Signal
        | AssumptionKey::PreferenceUnmet
        | AssumptionKey::UndatedAge
        | AssumptionKey::ProgramSpread
        | AssumptionKey::StatementDecay
        | AssumptionKey::PartlySpread
        | AssumptionKey::BorrowedSpread
        | AssumptionKey::ThetaLoading => NO_EFFECT,
    }
}
