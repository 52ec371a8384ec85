//! The question of `import`, read.

use super::field::{distinct, each, specialty};
use crate::engine::catalog::Catalog;
use crate::interchange::InputError;
use crate::interchange::import::{ImportAsked, ImportInput};

pub(in crate::interchange) fn import(
    catalog: &Catalog,
    input: ImportInput,
) -> Result<ImportAsked, InputError> {
    let codes = each("specialties", input.specialties, |at, name| {
        specialty(catalog, at, &name)
    })?;
    Ok(ImportAsked {
        text: input.text,
        specialties: distinct("specialties", codes)?,
    })
}
