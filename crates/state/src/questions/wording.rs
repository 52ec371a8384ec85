//! What was answered, in words for the check-answers page.

use std::borrow::Cow;

use super::answers::Answers;
use super::days::month_name;
use super::kind::Kind;
use super::naming::PRELIMINARY;
use super::read::USUAL_MILES;
use super::table::{EXPERIENCE, Field, STEP2_MONTH};
use engine::catalog::Catalog;
use engine::preference::Positions;
use engine::program::{ProgramId, SpecialtyCode};

fn listed(words: impl IntoIterator<Item = Cow<'static, str>>) -> Option<String> {
    let words: Vec<_> = words.into_iter().collect();
    (!words.is_empty()).then(|| words.join(", "))
}

impl Answers {
    /// Whether a question was answered.
    #[must_use]
    pub fn is_answered(&self, field: Field) -> bool {
        let specialty = |rank: usize| {
            let answer = self.specialties.get(rank);
            answer.is_some_and(|answer| !answer.typed.is_empty())
        };
        match field {
            Field::Step2Year => {
                self.chosen.contains_key(&Field::Step2Month) || !self.text(field).trim().is_empty()
            }
            // Unless set, it is what is usual.
            Field::NearMiles => self.chosen.contains_key(&field) || !self.near.typed.is_empty(),
            Field::Near => !self.near.typed.is_empty(),
            Field::Connections => !self.connections.is_empty(),
            Field::Specialty1 => specialty(0),
            Field::Specialty2 => specialty(1),
            Field::Specialty3 => specialty(2),
            _ => match field.kind() {
                Kind::Typed => !self.text(field).trim().is_empty(),
                Kind::Choice(_) => self.chosen.contains_key(&field),
                Kind::Set(_) => self.sets.contains_key(&field),
                Kind::Rows => false,
            },
        }
    }

    /// The answer in words; `None` if there is none. With the catalog, codes become names.
    #[must_use]
    pub fn said(&self, field: Field, catalog: Option<&Catalog>) -> Option<String> {
        match field {
            // Answers that are said together with others.
            Field::Step2Year => return self.step2_when(),
            Field::Experience => return self.experience_said(catalog),
            Field::NearMiles if !self.chosen.contains_key(&field) => {
                let is_near = !self.near.typed.is_empty();
                return is_near.then(|| format!("{USUAL_MILES} miles"));
            }
            Field::Connections => return self.connections_said(catalog),
            Field::Specialty1 => return self.specialty_said(0, catalog),
            Field::Specialty2 => return self.specialty_said(1, catalog),
            Field::Specialty3 => return self.specialty_said(2, catalog),
            Field::Near => {
                return (!self.near.typed.is_empty()).then(|| self.near.typed.clone());
            }
            _ => {}
        }
        match field.kind() {
            Kind::Typed => {
                let text = self.text(field).trim();
                (!text.is_empty()).then(|| text.to_string())
            }
            Kind::Choice(_) => {
                let number = self.chosen.get(&field)?;
                field.words(*number).map(Cow::into_owned)
            }
            Kind::Set(_) => {
                let set = self.sets.get(&field)?;
                let words = set.iter().filter_map(|number| field.words(*number));
                listed(words).or_else(|| Some("None of the list".to_string()))
            }
            Kind::Rows => None,
        }
    }

    fn step2_when(&self) -> Option<String> {
        let year = self.text(Field::Step2Year).trim();
        let month = self
            .get(STEP2_MONTH)
            .and_then(|month| month_name(month.value()));
        match (month, year.is_empty()) {
            (None, true) => None,
            (Some(month), true) => Some(month.into()),
            (None, false) => Some(year.into()),
            (Some(month), false) => Some(format!("{month} {year}")),
        }
    }

    fn specialty_said(&self, index: usize, catalog: Option<&Catalog>) -> Option<String> {
        let answer = self.specialties.get(index)?;
        let name = answer.code.zip(catalog).and_then(|(code, catalog)| {
            let name = &catalog.specialty(code)?.name;
            Some(match answer.positions {
                Positions::Training => name.to_string(),
                Positions::OneYear => format!("{name}{PRELIMINARY}"),
            })
        });
        name.or_else(|| (!answer.typed.is_empty()).then(|| answer.typed.clone()))
    }

    fn experience_said(&self, catalog: Option<&Catalog>) -> Option<String> {
        let rows = self
            .experience
            .iter()
            .filter(|row| !row.is_empty())
            .map(|row| {
                let kind = row.kind.map_or("Experience", |kind| kind.label());
                let months = match row.months.trim() {
                    "" => String::new(),
                    "1" => ", 1 month".into(),
                    months => format!(", {months} months"),
                };
                let name =
                    |code: SpecialtyCode| catalog?.specialty(code).map(|s| s.name.to_string());
                let specialty = row
                    .specialty
                    .and_then(name)
                    .map(|name| format!(" in {name}"));
                format!("{kind}{months}{}", specialty.unwrap_or_default())
            });
        match self.get(EXPERIENCE) {
            None => None,
            Some(false) => Some("None".into()),
            Some(true) => {
                let rows: Vec<_> = rows.collect();
                Some(if rows.is_empty() {
                    "Yes, not described yet".into()
                } else {
                    rows.join("; ")
                })
            }
        }
    }

    fn connections_said(&self, catalog: Option<&Catalog>) -> Option<String> {
        let name = |id: ProgramId| {
            let found = catalog.and_then(|catalog| catalog.find(id));
            found.map_or_else(|| id.to_string(), |(_, program)| program.name.to_string())
        };
        listed(self.connections.iter().map(|c| name(c.program).into()))
    }
}
