//! The rest of the profile: graduation, experience, letters, training, ties.

use super::super::answers::{Answers, ExperienceAnswer, Language};
use super::super::field::{Field, Problem};
use super::number::{Whole, whole};
use engine::applicant::{Connection, Experience, Letters, Months, PriorTraining};
use engine::calendar::Date;

/// Year of graduation, at most eight years ahead.
pub(super) fn graduation_year(
    answers: &Answers,
    today: Option<Date>,
    problems: &mut Vec<Problem>,
) -> Option<u16> {
    let years = Whole {
        what: "your graduation year",
        least: 1950,
        most: today.map_or(2100, |today| today.year() + 8),
    };
    whole(answers, Field::GraduationYear, years, problems)
}

/// US clinical experience. A row counts once it has a kind and months.
pub(super) fn experience(
    answers: &Answers,
    today: Option<Date>,
    problems: &mut Vec<Problem>,
) -> Option<Vec<Experience>> {
    match answers.any_experience {
        None => None,
        Some(false) => Some(Vec::new()),
        Some(true) => {
            let rows: Vec<_> = answers
                .experience
                .iter()
                .enumerate()
                .filter(|(_, row)| !row.is_empty())
                .filter_map(|(at, row)| {
                    stretch(row, today).unwrap_or_else(|message| {
                        problems.push(Problem {
                            field: Field::Experience,
                            row: Some(at),
                            message: message.into(),
                        });
                        None
                    })
                })
                .collect();
            (!rows.is_empty()).then_some(rows)
        }
    }
}

fn stretch(row: &ExperienceAnswer, today: Option<Date>) -> Result<Option<Experience>, String> {
    const MONTHS: Whole = Whole {
        what: "how many months it lasted",
        least: 1,
        most: 600,
    };
    const YEAR: Whole = Whole {
        what: "the year in which it ended",
        least: 1950,
        most: 2100,
    };
    let months = MONTHS.read(&row.months)?.and_then(Months::new);
    let year = YEAR.read(&row.ended_year)?;
    let ended = year
        .zip(row.ended_month)
        .and_then(|(year, month)| Date::new(year, month, 1));
    if ended
        .zip(today)
        .is_some_and(|(ended, today)| ended.months_since(today) > 12)
    {
        return Err("The end of the experience must be at most a year ahead".into());
    }
    Ok(row.kind.zip(months).map(|(kind, months)| Experience {
        kind,
        months,
        ended,
        specialty: row.specialty,
    }))
}

/// Letters.
pub(super) fn letters(answers: &Answers, problems: &mut Vec<Problem>) -> Letters {
    let letters = |what| Whole {
        what,
        least: 0,
        most: 20,
    };
    let from_us = whole(
        answers,
        Field::LettersUs,
        letters("how many letters you have"),
        problems,
    );
    let in_specialty = whole(
        answers,
        Field::LettersSpecialty,
        letters("how many of them are in your specialty"),
        problems,
    );
    if from_us
        .zip(in_specialty)
        .is_some_and(|(all, some)| some > all)
    {
        problems.push(Problem::at(
            Field::LettersSpecialty,
            "Letters in your specialty cannot be more than all your letters from US physicians",
        ));
    }
    Letters {
        from_us: from_us.and_then(|n| u8::try_from(n).ok()),
        in_specialty: in_specialty.and_then(|n| u8::try_from(n).ok()),
    }
}

/// Earlier residency training.
pub(super) fn prior_training(answers: &Answers, problems: &mut Vec<Problem>) -> PriorTraining {
    const MONTHS: Whole = Whole {
        what: "how many months you trained",
        least: 0,
        most: 600,
    };
    let us_months = (answers.prior_us == Some(true))
        .then(|| whole(answers, Field::PriorUsMonths, MONTHS, problems))
        .flatten()
        .and_then(Months::new);
    PriorTraining {
        us: answers.prior_us,
        abroad: answers.prior_abroad,
        us_months,
    }
}

/// The counts that are recorded and change no number: only checked.
pub(super) fn recorded(answers: &Answers, problems: &mut Vec<Problem>) {
    let count = |what| Whole {
        what,
        least: 0,
        most: 999,
    };
    for (field, what) in [
        (Field::Publications, "your publications and presentations"),
        (Field::Research, "your research experiences"),
        (Field::Work, "your work experiences"),
        (Field::Volunteering, "your volunteer experiences"),
        (Field::GapMonths, "the months of your longest gap"),
    ] {
        whole(answers, field, count(what), problems);
    }
}

/// Languages by ISO 639-1 code; `None` if not answered.
pub(super) fn languages(answers: &Answers) -> Option<Vec<Box<str>>> {
    answers.languages_answered.then(|| {
        answers
            .languages
            .iter()
            .map(|language: &Language| language.code().into())
            .collect()
    })
}

/// Ties to programs, once their kind is chosen.
pub(super) fn connections(answers: &Answers) -> Vec<Connection> {
    answers
        .connections
        .iter()
        .filter_map(|c| {
            c.kind.map(|kind| Connection {
                program: c.program,
                kind,
            })
        })
        .collect()
}
