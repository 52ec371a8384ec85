//! The question of `fees`, read.

use super::field::{code, quoted, specialty, within};
use crate::InputError;
use crate::fees::{FeesAsked, FeesInput};
use engine::calendar::Season;
use engine::catalog::Catalog;
use engine::fees::{Applications, Service};

/// The most applications to one specialty: more than there are programs.
const MOST: i64 = 10_000;

pub(crate) fn fees(catalog: &Catalog, input: FeesInput) -> Result<FeesAsked, InputError> {
    let season = Season(within("season", input.season, 2000, 2100)?);
    let service = match input.service {
        None => Service::Eras,
        Some(word) => code!(Service, "service", word)?,
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
        let count = within(&path, count, 0, MOST)?;
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
