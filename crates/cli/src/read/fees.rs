//! The question of `fees`, read.

use super::field::{number, quoted, specialty, word};
use crate::InputError;
use crate::fees::{FeesAsked, FeesInput};
use engine::catalog::Catalog;
use engine::fees::{Applications, Service};

pub(crate) fn fees(catalog: &Catalog, input: FeesInput) -> Result<FeesAsked, InputError> {
    let season = number("season", input.season)?;
    let service = match input.service {
        None => Service::Eras,
        Some(raw) => word("service", &raw)?,
    };
    let mut asked = FeesAsked {
        season,
        names: Vec::new(),
        applications: Applications::default(),
        assistance: input.assistance.unwrap_or(false),
        service,
    };
    for (name, count) in input.counts.0 {
        let path = format!("counts.{name}");
        let specialty = specialty(catalog, &path, &name)?;
        let count = number(&path, count)?;
        let mut names = asked.names.iter();
        if let Some((_, other)) = names.find(|(code, _)| *code == specialty) {
            let other = quoted(other);
            return Err(InputError::new(
                path,
                format!("the same specialty as {other}"),
            ));
        }
        asked.names.push((specialty, name));
        asked.applications.add(specialty, count);
    }
    Ok(asked)
}
