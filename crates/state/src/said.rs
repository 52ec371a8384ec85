//! What was answered, in words for the check-answers page.

use super::answers::Answers;
use super::field::Field;
use super::naming::PRELIMINARY;
use super::read::USUAL_MILES;
use engine::calendar::{Date, Stage};
use engine::catalog::Catalog;
use engine::preference::Positions;
use engine::program::{ProgramId, SpecialtyCode};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The name of a month, 1 to 12.
#[must_use]
pub fn month_name(month: u8) -> Option<&'static str> {
    MONTHS.get(usize::from(month).checked_sub(1)?).copied()
}

/// "September 2027".
#[must_use]
pub fn month_of(day: Date) -> String {
    let month = month_name(day.month()).unwrap_or_default();
    format!("{month} {}", day.year())
}

/// "2 September 2026".
#[must_use]
pub fn day_words(day: Date) -> String {
    format!("{} {}", day.day(), month_of(day))
}

/// The names of the months, January first.
#[must_use]
pub fn month_names() -> &'static [&'static str] {
    &MONTHS
}

/// Where the applicant stands, in words.
#[must_use]
pub fn stage_label(stage: Stage) -> &'static str {
    match stage {
        Stage::Applied => "I have applied this season",
        Stage::ApplyingLate => "I am still applying this season",
        Stage::Preparing => "I am preparing for the next season",
    }
}

fn yes_no(answer: bool) -> String {
    if answer { "Yes" } else { "No" }.into()
}

fn listed<T: Copy>(
    all: impl IntoIterator<Item = T>,
    label: impl Fn(T) -> String,
) -> Option<String> {
    let words: Vec<_> = all.into_iter().map(label).collect();
    (!words.is_empty()).then(|| words.join(", "))
}

impl Answers {
    /// Whether a question was answered.
    #[must_use]
    pub fn is_answered(&self, field: Field) -> bool {
        self.said(field, None).is_some()
    }

    /// The answer in words; `None` if there is none. With the catalog, codes become names.
    #[must_use]
    pub fn said(&self, field: Field, catalog: Option<&Catalog>) -> Option<String> {
        let label = |text: &'static str| text.to_string();
        let [second, third] = self.worths;
        let [place, near, setting, size] = self.weights;
        match field {
            Field::Kind => self.kind.map(|v| label(v.label())),
            Field::Visa => self.visa.map(|v| label(v.label())),
            Field::InUs => self.in_us.map(yes_no),
            Field::Stage => self.stage.map(|v| label(stage_label(v))),
            Field::GraduationMonth => self.graduation_month.and_then(month_name).map(label),
            Field::Step1 => self.step1.map(|v| label(v.label())),
            Field::Step2 => self.step2.map(|v| label(v.label())),
            Field::Step2Month => self.step2_month.and_then(month_name).map(label),
            Field::Step2Year => self.step2_when(),
            Field::Step3 => self.step3.map(|v| label(v.label())),
            Field::Comlex1 => self.comlex1.map(|v| label(v.label())),
            Field::Ecfmg => self.ecfmg.map(|v| label(v.label())),
            Field::Pathway => self.pathway.map(|v| label(v.label())),
            Field::Experience => self.experience_said(catalog),
            Field::PriorUs => self.prior_us.map(yes_no),
            Field::PriorAbroad => self.prior_abroad.map(yes_no),
            Field::Languages => self.languages_answered.then(|| {
                listed(&self.languages, |l| label(l.label()))
                    .unwrap_or_else(|| label("None of the list"))
            }),
            Field::Ties => listed(&self.ties, |s| label(s.label())),
            Field::Connections => self.connections_said(catalog),
            Field::Couple => self.couple.map(yes_no),
            Field::Military => self.military.map(|v| label(v.label())),
            Field::Specialty1 => self.specialty_said(0, catalog),
            Field::Specialty2 => self.specialty_said(1, catalog),
            Field::Specialty3 => self.specialty_said(2, catalog),
            Field::Worth2 => second.map(|v| format!("{v} of 100")),
            Field::Worth3 => third.map(|v| format!("{v} of 100")),
            Field::States => listed(&self.states, |s| label(s.label())),
            Field::Divisions => listed(&self.divisions, |d| label(d.label())),
            Field::Near => (!self.near.typed.is_empty()).then(|| self.near.typed.clone()),
            Field::NearMiles => {
                let set = self.near_miles.map(|miles| format!("{miles} miles"));
                set.or_else(|| {
                    (!self.near.typed.is_empty()).then(|| format!("{USUAL_MILES} miles"))
                })
            }
            Field::Setting => self.setting.map(|v| label(v.label())),
            Field::Size => self.size.map(|v| label(v.label())),
            Field::Must => listed(&self.must, |p| label(p.label())),
            Field::Never => listed(&self.never, |p| label(p.label())),
            Field::WeightPlace => place.map(|v| format!("{v} of 10")),
            Field::WeightNear => near.map(|v| format!("{v} of 10")),
            Field::WeightSetting => setting.map(|v| format!("{v} of 10")),
            Field::WeightSize => size.map(|v| format!("{v} of 10")),
            Field::Lambda => self.lambda.map(|v| format!("{v} of 100")),
            Field::SoughtAfter => self
                .sought_after
                .map(|counts| label(if counts { "Counts" } else { "Does not count" })),
            Field::Citizenship
            | Field::SchoolCountry
            | Field::PresentStatus
            | Field::GraduationYear
            | Field::Step1Score
            | Field::Step1Attempts
            | Field::Step2Score
            | Field::Step2Attempts
            | Field::Step3Score
            | Field::Step3Attempts
            | Field::Comlex1Attempts
            | Field::Comlex2Score
            | Field::Comlex2Attempts
            | Field::LettersUs
            | Field::LettersSpecialty
            | Field::Publications
            | Field::Research
            | Field::Work
            | Field::Volunteering
            | Field::Degrees
            | Field::PriorUsMonths
            | Field::GapMonths => {
                let text = self.text(field).trim();
                (!text.is_empty()).then(|| text.to_string())
            }
        }
    }

    fn step2_when(&self) -> Option<String> {
        let year = self.text(Field::Step2Year).trim();
        let month = self.step2_month.and_then(month_name);
        match (month, year.is_empty()) {
            (None, true) => None,
            (Some(month), true) => Some(month.into()),
            (None, false) => Some(year.into()),
            (Some(month), false) => Some(format!("{month} {year}")),
        }
    }

    fn specialty_said(&self, place: usize, catalog: Option<&Catalog>) -> Option<String> {
        let answer = self.specialties.get(place)?;
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
        match self.any_experience {
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
        listed(&self.connections, |c| name(c.program))
    }
}
