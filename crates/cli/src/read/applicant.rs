//! The applicant, read. Answers that contradict each other are refused, not repaired.

use super::field::{date, distinct, each, maybe, number, program, quoted, specialty, state, word};
use crate::InputError;
use crate::input::{
    ApplicantInput, Comlex1Input, Comlex2Input, ConnectionInput, ExperienceInput, LONGEST_COUNTRY,
    LettersInput, PriorInput, Step2Input, StepInput,
};
use engine::applicant::{
    Applicant, Comlex, Connection, ExamResult, Experience, Letters, Moment, PriorTraining, Step1,
    Step2, Step3,
};
use engine::catalog::Catalog;

type Read<T> = Result<T, InputError>;

pub(super) fn applicant(
    catalog: &Catalog,
    input: ApplicantInput,
    moment: Moment,
) -> Read<Applicant> {
    check_citizenship(input.citizenship.as_deref())?;
    let step1 = step("applicant.step1", input.step1)?;
    let step3 = step("applicant.step3", input.step3)?;
    let ties = each("applicant.ties", input.ties, |at, raw| state(at, &raw))?;
    Ok(Applicant {
        kind: maybe(input.kind, |raw| word("applicant.type", &raw))?,
        visa: maybe(input.visa, |raw| word("applicant.visa", &raw))?,
        graduation_year: maybe(input.grad_year, |raw| number("applicant.grad_year", raw))?,
        step1: Step1 {
            result: step1.0,
            score: step1.1,
            attempts: step1.2,
        },
        step2: maybe(input.step2ck, |raw| step2(raw, moment))?.unwrap_or_default(),
        step3: Step3 {
            result: step3.0,
            score: step3.1,
            attempts: step3.2,
        },
        comlex: comlex(input.comlex1, input.comlex2)?,
        ecfmg: maybe(input.ecfmg, |raw| word("applicant.ecfmg", &raw))?,
        experience: maybe(input.usce, |raw| {
            each("applicant.usce", Some(raw), |at, one| {
                experience(catalog, at, &one)
            })
        })?,
        letters: maybe(input.letters, |raw| letters(&raw))?.unwrap_or_default(),
        prior_training: maybe(input.prior_gme, |raw| prior(&raw))?.unwrap_or_default(),
        ties: distinct("applicant.ties", ties)?,
        connections: each("applicant.connections", input.connections, |at, raw| {
            connection(catalog, at, &raw)
        })?,
        languages: maybe(input.languages, |raw| {
            each("applicant.languages", Some(raw), language)
        })?,
        military: maybe(input.military, |raw| word("applicant.military", &raw))?,
        couple: input.couple,
    })
}

fn check_citizenship(raw: Option<&str>) -> Read<()> {
    match raw {
        Some(country) if country.trim().is_empty() => {
            Err(InputError::new("applicant.citizenship", "empty"))
        }
        Some(country) if country.chars().count() > usize::from(LONGEST_COUNTRY) => {
            Err(InputError::new(
                "applicant.citizenship",
                format!("longer than {LONGEST_COUNTRY} characters"),
            ))
        }
        _ => Ok(()),
    }
}

type Taken = (
    Option<ExamResult>,
    Option<engine::applicant::Score>,
    Option<engine::applicant::Attempts>,
);

fn step(path: &str, raw: Option<StepInput>) -> Read<Taken> {
    let Some(raw) = raw else {
        return Ok((None, None, None));
    };
    let at = |key: &str| format!("{path}.{key}");
    let result = maybe(raw.result, |raw| word(&at("result"), &raw))?;
    if result == Some(ExamResult::NotTaken) && (raw.score.is_some() || raw.attempts.is_some()) {
        return Err(InputError::new(
            at("result"),
            "\"not_taken\", but a score or attempts are given",
        ));
    }
    Ok((
        result,
        maybe(raw.score, |raw| number(&at("score"), raw))?,
        maybe(raw.attempts, |raw| number(&at("attempts"), raw))?,
    ))
}

fn step2(raw: Step2Input, moment: Moment) -> Read<Step2> {
    let read = Step2 {
        taken: raw.taken,
        score: maybe(raw.score, |raw| number("applicant.step2ck.score", raw))?,
        date: maybe(raw.date, |text| date("applicant.step2ck.date", &text))?,
        attempts: maybe(raw.attempts, |raw| {
            number("applicant.step2ck.attempts", raw)
        })?,
    };
    if read.taken == Some(false) && (read.score.is_some() || read.attempts.is_some()) {
        return Err(InputError::new(
            "applicant.step2ck.taken",
            "false, but a score or attempts are given",
        ));
    }
    if read.score.is_some() && read.date.is_some_and(|day| day > moment.today) {
        return Err(InputError::new(
            "applicant.step2ck.date",
            "after today, but a score is given",
        ));
    }
    Ok(read)
}

fn comlex(level1: Option<Comlex1Input>, level2: Option<Comlex2Input>) -> Read<Comlex> {
    let mut read = Comlex::default();
    if let Some(raw) = level1 {
        read.level1 = maybe(raw.result, |raw| word("applicant.comlex1.result", &raw))?;
        read.level1_attempts = maybe(raw.attempts, |raw| {
            number("applicant.comlex1.attempts", raw)
        })?;
    }
    if let Some(raw) = level2 {
        read.level2 = maybe(raw.score, |raw| number("applicant.comlex2.score", raw))?;
        read.level2_attempts = maybe(raw.attempts, |raw| {
            number("applicant.comlex2.attempts", raw)
        })?;
    }
    Ok(read)
}

fn experience(catalog: &Catalog, path: &str, raw: &ExperienceInput) -> Read<Experience> {
    let at = |key: &str| format!("{path}.{key}");
    Ok(Experience {
        kind: word(&at("kind"), &raw.kind)?,
        months: number(&at("months"), raw.months)?,
        ended: maybe(raw.ended.as_deref(), |text| date(&at("ended"), text))?,
        specialty: maybe(raw.specialty.as_deref(), |text| {
            specialty(catalog, &at("specialty"), text)
        })?,
    })
}

fn letters(raw: &LettersInput) -> Read<Letters> {
    let read = Letters {
        from_us: maybe(raw.from_us, |n| number("applicant.letters.from_us", n))?,
        in_specialty: maybe(raw.in_specialty, |n| {
            number("applicant.letters.in_specialty", n)
        })?,
    };
    match (read.from_us, read.in_specialty) {
        (Some(all), Some(some)) if some > all => Err(InputError::new(
            "applicant.letters.in_specialty",
            format!("{some} is more than from_us, {all}"),
        )),
        _ => Ok(read),
    }
}

fn prior(raw: &PriorInput) -> Read<PriorTraining> {
    let us_months = maybe(raw.us_months, |n| {
        number("applicant.prior_gme.us_months", n)
    })?;
    if raw.us == Some(false) && us_months.is_some_and(|months| months.value() > 0) {
        return Err(InputError::new(
            "applicant.prior_gme.us",
            "false, but months of US training are given",
        ));
    }
    Ok(PriorTraining {
        us: raw.us,
        abroad: raw.abroad,
        us_months,
    })
}

fn connection(catalog: &Catalog, path: &str, raw: &ConnectionInput) -> Read<Connection> {
    Ok(Connection {
        program: program(catalog, &format!("{path}.program"), &raw.program)?,
        kind: word(&format!("{path}.kind"), &raw.kind)?,
    })
}

fn language(path: &str, raw: String) -> Read<Box<str>> {
    let is_code = raw.len() == 2 && raw.bytes().all(|b| b.is_ascii_lowercase());
    if is_code {
        Ok(raw.into_boxed_str())
    } else {
        let raw = quoted(&raw);
        Err(InputError::new(
            path,
            format!("{raw} is not a two-letter ISO 639-1 code such as \"es\""),
        ))
    }
}
