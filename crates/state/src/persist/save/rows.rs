//! The rows of the saved file and how they become answers and entries.

use serde::Serialize;

use super::few::{Few, Pairs, cut};
use super::part::part;
use crate::persist::bounds::{LINE, PROGRAMS, ROWS};
use crate::questions::{Answers, Edit, ExperienceAnswer, Month, NearAnswer, SpecialtyAnswer};
use engine::applicant::{ConnectionKind, Entry};
use engine::policy::{ExperienceRule, GraduationLimit};
use engine::preference::Positions;
use engine::program::{ProgramId, SpecialtyCode};
use engine::residency_explorer::{Figures, MOST_APPLICANTS, Permille};
use engine::vocabulary::{EcfmgTiming, ExperienceKind, H1bPolicy, Setting, Strength};

part! {
    #[derive(Serialize)]
    pub(super) struct SavedAnswers {
        typed: Pairs<String>,
        chosen: Pairs<String>,
        sets: Pairs<Few<String>>,
        specialties: Few<SavedSpecialty>,
        near: Option<SavedPlace>,
        experience: Few<SavedExperience>,
        connections: Few<SavedConnection>,
    }
}

part! {
    #[derive(Serialize)]
    struct SavedSpecialty {
        typed: String,
        code: Option<String>,
        /// Full training, as all were before there were others, if absent.
        #[serde(skip_serializing_if = "Option::is_none")]
        positions: Option<String>,
        #[serde(skip_serializing_if = "std::ops::Not::not")]
        given: bool,
    }
}

part! {
    #[derive(Serialize)]
    struct SavedPlace {
        typed: String,
    }
}

part! {
    #[derive(Serialize)]
    struct SavedExperience {
        kind: Option<String>,
        months: String,
        ended_month: Option<u8>,
        ended_year: String,
        specialty: Option<String>,
    }
}

part! {
    #[derive(Serialize)]
    struct SavedConnection {
        program: String,
        kind: Option<String>,
    }
}

part! {
    #[derive(Serialize)]
    pub(super) struct SavedEntry {
        j1: Option<bool>,
        h1b: Option<String>,
        step2_minimum: Option<u16>,
        max_attempts: Option<u8>,
        graduation: Option<SavedGraduation>,
        experience: Option<SavedRule>,
        ecfmg: Option<String>,
        setting: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        img_percent: Option<u8>,
        #[serde(skip_serializing_if = "Option::is_none")]
        explorer: Option<SavedFigures>,
    }
}

part! {
    /// Shares in tenths of a percent.
    #[derive(Serialize)]
    struct SavedFigures {
        rate: Option<u16>,
        rate_signalled: Option<u16>,
        applicants: Option<u16>,
        type_applied: Option<u16>,
        type_interviewed: Option<u16>,
        step2: [Option<u16>; 3],
    }
}

part! {
    #[derive(Serialize)]
    struct SavedGraduation {
        years: Option<u8>,
        strength: String,
    }
}

part! {
    #[derive(Serialize)]
    struct SavedRule {
        strength: String,
        months: Option<u8>,
    }
}

/// The word with a code; a code that is not known counts as left out.
fn word<T>(
    code: Option<String>,
    from_code: fn(&str) -> Option<T>,
    left_out: &mut usize,
) -> Option<T> {
    let code = code?;
    let word = from_code(&code);
    *left_out += usize::from(word.is_none());
    word
}

impl From<&Answers> for SavedAnswers {
    fn from(answers: &Answers) -> Self {
        SavedAnswers {
            typed: answers.all_typed().collect(),
            chosen: answers.all_chosen().collect(),
            sets: answers
                .all_members()
                .map(|(field, codes)| (field, codes.into_iter().collect()))
                .collect(),
            specialties: answers.specialties.iter().map(specialty_row).collect(),
            near: (!answers.near.typed.is_empty()).then(|| SavedPlace {
                typed: answers.near.typed.clone(),
            }),
            experience: answers.experience.iter().map(experience_row).collect(),
            connections: answers
                .connections
                .iter()
                .map(|c| SavedConnection {
                    program: c.program.to_string(),
                    kind: c.kind.map(|kind| kind.code().into()),
                })
                .collect(),
        }
    }
}

fn specialty_row(answer: &SpecialtyAnswer) -> SavedSpecialty {
    SavedSpecialty {
        typed: answer.typed.clone(),
        code: answer.code.map(|code| code.to_string()),
        positions: (answer.positions != Positions::default())
            .then(|| answer.positions.code().into()),
        given: answer.given,
    }
}

fn experience_row(row: &ExperienceAnswer) -> SavedExperience {
    SavedExperience {
        kind: row.kind.map(|kind| kind.code().into()),
        months: row.months.clone(),
        ended_month: row.ended_month.map(Month::value),
        ended_year: row.ended_year.clone(),
        specialty: row.specialty.map(|code| code.to_string()),
    }
}

impl SavedAnswers {
    /// The answers; what is not known is left out and counted.
    pub(super) fn into_answers(self, left_out: &mut usize) -> Answers {
        let mut answers = Answers::default();
        let mut edit = |read: Option<Edit>, left_out: &mut usize| match read {
            Some(edit) => answers.edit(edit),
            None => *left_out += 1,
        };
        for (field, text) in self.typed.first(PROGRAMS, left_out) {
            edit(
                Edit::read_typed(&field, cut(text, LINE, left_out)),
                left_out,
            );
        }
        for (field, code) in self.chosen.first(PROGRAMS, left_out) {
            edit(Edit::read_choice(&field, &code), left_out);
        }
        for (field, codes) in self.sets.first(PROGRAMS, left_out) {
            add_set(&mut answers, &field, codes, left_out);
        }
        for (index, row) in self.specialties.first(3, left_out).enumerate() {
            let code = word(row.code, SpecialtyCode::parse, left_out);
            let answer = SpecialtyAnswer {
                typed: cut(row.typed, LINE, left_out),
                code,
                positions: word(row.positions, Positions::from_code, left_out).unwrap_or_default(),
                given: row.given,
            };
            answers.edit(Edit::specialty(index, answer));
        }
        if let Some(near) = self.near {
            // The point is found again in the catalog, so that it is the catalog's of today.
            answers.near = NearAnswer {
                typed: cut(near.typed, LINE, left_out),
                point: None,
            };
        }
        for row in self.experience.first(ROWS, left_out) {
            answers.experience.push(row.into_answer(left_out));
        }
        for row in self.connections.first(ROWS, left_out) {
            let kind = word(row.kind, ConnectionKind::from_code, left_out);
            match ProgramId::parse(&row.program) {
                Some(program) => answers.edit(Edit::connect(program, kind)),
                None => *left_out += 1,
            }
        }
        answers
    }
}

fn add_set(answers: &mut Answers, field: &str, codes: Few<String>, left_out: &mut usize) {
    if let (true, Some(none)) = (codes.is_empty(), Edit::read_none(field)) {
        answers.edit(none);
    }
    for code in codes.first(PROGRAMS, left_out) {
        match Edit::read_member(field, &code) {
            Some(member) => answers.edit(member),
            None => *left_out += 1,
        }
    }
}

impl SavedExperience {
    fn into_answer(self, left_out: &mut usize) -> ExperienceAnswer {
        ExperienceAnswer {
            kind: word(self.kind, ExperienceKind::from_code, left_out),
            months: cut(self.months, LINE, left_out),
            ended_month: self.ended_month.and_then(Month::new),
            ended_year: cut(self.ended_year, LINE, left_out),
            specialty: word(self.specialty, SpecialtyCode::parse, left_out),
        }
    }
}

impl From<&Entry> for SavedEntry {
    fn from(entry: &Entry) -> Self {
        SavedEntry {
            j1: entry.j1,
            h1b: entry.h1b.map(|v| v.code().into()),
            step2_minimum: entry.step2_minimum,
            max_attempts: entry.max_attempts,
            graduation: entry.graduation.map(|v| SavedGraduation {
                years: v.years,
                strength: v.strength.code().into(),
            }),
            experience: entry.experience.map(|v| SavedRule {
                strength: v.strength.code().into(),
                months: v.months,
            }),
            ecfmg: entry.ecfmg.map(|v| v.code().into()),
            setting: entry.setting.map(|v| v.code().into()),
            img_percent: entry.img_percent,
            explorer: (!entry.explorer.is_empty()).then(|| SavedFigures::from(&entry.explorer)),
        }
    }
}

impl From<&Figures> for SavedFigures {
    fn from(figures: &Figures) -> Self {
        let tenths = |share: Option<Permille>| share.map(Permille::tenths);
        SavedFigures {
            rate: tenths(figures.rate),
            rate_signalled: tenths(figures.rate_signalled),
            applicants: figures.applicants,
            type_applied: tenths(figures.type_applied),
            type_interviewed: tenths(figures.type_interviewed),
            step2: figures.step2,
        }
    }
}

impl SavedFigures {
    fn into_figures(self, left_out: &mut usize) -> Figures {
        let mut kept = |number: Option<u16>, least: u16, most: u16| {
            let fits = number.filter(|n| (least..=most).contains(n));
            *left_out += usize::from(fits != number);
            fits
        };
        let applicants = kept(self.applicants, 1, MOST_APPLICANTS);
        let step2 = self.step2.map(|score| kept(score, 1, 300));
        let mut share = |tenths| kept(tenths, 0, 1000).and_then(Permille::new);
        Figures {
            rate: share(self.rate),
            rate_signalled: share(self.rate_signalled),
            applicants,
            type_applied: share(self.type_applied),
            type_interviewed: share(self.type_interviewed),
            step2,
        }
    }
}

impl SavedEntry {
    /// The entry; what is not known is left out and counted.
    pub(super) fn into_entry(self, left_out: &mut usize) -> Entry {
        let graduation = self.graduation.and_then(|saved| {
            let strength = word(Some(saved.strength), Strength::from_code, left_out)?;
            let years = saved.years;
            Some(GraduationLimit { years, strength })
        });
        let experience = self.experience.and_then(|saved| {
            let strength = word(Some(saved.strength), Strength::from_code, left_out)?;
            let months = saved.months;
            Some(ExperienceRule { strength, months })
        });
        Entry {
            j1: self.j1,
            h1b: word(self.h1b, H1bPolicy::from_code, left_out),
            step2_minimum: self.step2_minimum,
            max_attempts: self.max_attempts,
            graduation,
            experience,
            ecfmg: word(self.ecfmg, EcfmgTiming::from_code, left_out),
            setting: word(self.setting, Setting::from_code, left_out),
            img_percent: self.img_percent.filter(|n| Entry::IMG_PERCENT.contains(*n)),
            explorer: self
                .explorer
                .map(|saved| saved.into_figures(left_out))
                .unwrap_or_default(),
        }
    }
}
