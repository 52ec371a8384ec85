//! The whole of `model.json`, and the model with what a pack carries apart.

#[cfg(feature = "cli")]
use serde::Deserialize;

use super::catalog::Tail;
#[cfg(feature = "cli")]
use super::{Assumption, Cell, Draws, FailedAttemptShare, Model, SignalEffect};
use super::{ModelError, signals};
use crate::engine::model as engine;

/// All of `model.json`: the model, and its signals and draws, which a pack carries apart because
/// packs from before them still decode.
#[cfg(feature = "cli")]
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ModelFile {
    version: Box<str>,
    cells: Vec<Cell>,
    assumptions: Vec<Assumption>,
    failed_attempts: Vec<FailedAttemptShare>,
    signals: Vec<SignalEffect>,
    draws: Option<Draws>,
}

#[cfg(feature = "cli")]
impl TryFrom<ModelFile> for engine::Model {
    type Error = ModelError;

    fn try_from(file: ModelFile) -> Result<engine::Model, ModelError> {
        let model = Model {
            version: file.version,
            cells: file.cells,
            assumptions: file.assumptions,
            failed_attempts: file.failed_attempts,
        };
        engine::Model::try_from(model)?.with_tail(Tail {
            draws: file.draws,
            signals: file.signals,
            ..Tail::default()
        })
    }
}

impl engine::Model {
    /// The model with what a pack carries after it: draws that fit its cells, and signals.
    pub(crate) fn with_tail(mut self, tail: Tail) -> Result<Self, ModelError> {
        let cells = self.cells.len();
        self.signals = signals::rows(tail.signals)?;
        self.draws = tail
            .draws
            .map(|draws| draws.into_engine(cells))
            .transpose()?;
        Ok(self)
    }
}
