//! The rest of the profile: graduation, experience, letters, training, ties.

use super::number::{in_range, number};
use crate::questions::{
    Answers, EXPERIENCE, ExperienceAnswer, GAP_MONTHS, GRADUATION_YEAR, LANGUAGES,
    LETTERS_SPECIALTY, LETTERS_US, PRIOR_ABROAD, PRIOR_US, PRIOR_US_MONTHS, PUBLICATIONS, Problem,
    RESEARCH, VOLUNTEERING, WORK,
};
use engine::applicant::{Applicant, Connection, Experience, Letters, Months, PriorTraining};
use engine::calendar::Date;
use engine::range::Range;

/// Year of graduation, at most eight years ahead.
pub(super) fn graduation_year(
    answers: &Answers,
    today: Option<Date>,
    problems: &mut Vec<Problem>,
) -> Option<u16> {
    /// Years until a student of the longest course has finished.
    const AHEAD: u16 = 8;
    let question = match today {
        Some(today) => GRADUATION_YEAR.up_to(today.year() + AHEAD),
        None => GRADUATION_YEAR,
    };
    number(answers, question, problems)
}

/// US clinical experience. A row counts once it has a kind and months.
pub(super) fn experience(
    answers: &Answers,
    today: Option<Date>,
    problems: &mut Vec<Problem>,
) -> Option<Vec<Experience>> {
    match answers.get(EXPERIENCE) {
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
                            field: EXPERIENCE.field(),
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
    /// A stretch of no month is none.
    const MONTHS: Range = Range::new(1, Months::RANGE.most());
    let months = in_range(&row.months, MONTHS, "how many months it lasted")?.and_then(Months::new);
    let year = in_range(
        &row.ended_year,
        Applicant::GRADUATION_YEAR,
        "the year in which it ended",
    )?;
    let ended = year
        .zip(row.ended_month)
        .and_then(|(year, month)| Date::new(year, month.value(), 1));
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
    let from_us = number(answers, LETTERS_US, problems);
    let in_specialty = number(answers, LETTERS_SPECIALTY, problems);
    if from_us
        .zip(in_specialty)
        .is_some_and(|(all, some)| some > all)
    {
        problems.push(Problem::at(
            LETTERS_SPECIALTY.field(),
            "Letters in your specialty cannot be more than all your letters from US physicians",
        ));
    }
    Letters {
        from_us,
        in_specialty,
    }
}

/// Earlier residency training.
pub(super) fn prior_training(answers: &Answers, problems: &mut Vec<Problem>) -> PriorTraining {
    let us = answers.get(PRIOR_US);
    let us_months = (us == Some(true))
        .then(|| number(answers, PRIOR_US_MONTHS, problems))
        .flatten();
    PriorTraining {
        us,
        abroad: answers.get(PRIOR_ABROAD),
        us_months,
    }
}

/// The counts that are recorded and change no number: only checked.
pub(super) fn recorded(answers: &Answers, problems: &mut Vec<Problem>) {
    for question in [PUBLICATIONS, RESEARCH, WORK, VOLUNTEERING, GAP_MONTHS] {
        number(answers, question, problems);
    }
}

/// Languages by ISO 639-1 code; `None` if not answered.
pub(super) fn languages(answers: &Answers) -> Option<Vec<Box<str>>> {
    let codes = answers
        .members(LANGUAGES)
        .map(|language| language.code().into());
    answers.has_answered(LANGUAGES).then(|| codes.collect())
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
