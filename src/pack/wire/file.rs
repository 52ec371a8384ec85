//! The whole of `model.json`, and the model with the draws that a pack carries apart.

#[cfg(feature = "cli")]
use serde::Deserialize;

#[cfg(feature = "cli")]
use super::{Assumption, Cell, FailedAttemptShare, Model};
use super::{Draws, ModelError};
use crate::engine::model as engine;

/// All of `model.json`: the model, and its draws, which a pack carries apart because packs from
/// before the draws still decode.
#[cfg(feature = "cli")]
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ModelFile {
    version: Box<str>,
    cells: Vec<Cell>,
    assumptions: Vec<Assumption>,
    failed_attempts: Vec<FailedAttemptShare>,
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
        engine::Model::try_from(model)?.with_draws(file.draws)
    }
}

impl engine::Model {
    /// The model with draws that fit its cells.
    pub(crate) fn with_draws(mut self, draws: Option<Draws>) -> Result<Self, ModelError> {
        let cells = self.cells.len();
        self.draws = draws.map(|draws| draws.into_engine(cells)).transpose()?;
        Ok(self)
    }
}
