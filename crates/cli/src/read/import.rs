//! The question of `import`, read.

use super::field::{distinct, each, specialty};
use crate::InputError;
use crate::import::{ImportAsked, ImportInput};
use engine::catalog::Catalog;

pub(crate) fn import(catalog: &Catalog, input: ImportInput) -> Result<ImportAsked, InputError> {
    let codes = each("specialties", input.specialties, |at, name| {
        specialty(catalog, at, &name)
    })?;
    Ok(ImportAsked {
        text: input.text,
        specialties: distinct("specialties", codes)?,
    })
}
