//! What would change the chance of a whole list most: an answer that is missing, or a step that can
//! still be taken.
//!
//! Each is the same model asked about an applicant who differs in that alone, with as many
//! applications: it says how such applicants fare, not what a change would do for this one. A second
//! specialty is none of them: how much of an applicant's strength counts in another field, where letters
//! and experience are of the first, no published figure tells.

use super::{Application, Prospects, chance_along};
use crate::applicant::{Applicant, Attempts, EcfmgStatus, ExamResult, Experience, Months, Score};
use crate::ordering;
use crate::ranking::{RankInput, rank};
use crate::vocabulary::{ExperienceKind, VisaNeed, vocabulary};

vocabulary! {
    /// A question of the profile that moves the list, while it is not answered.
    Missing {
        /// The year of graduation.
        GraduationYear = "graduation_year", "Your graduation year";
        /// How often exams were taken.
        Attempts = "attempts", "Whether you failed an exam";
        /// The score.
        Step2Score = "step2_score", "Your Step 2 CK score";
        /// Certification.
        Ecfmg = "ecfmg", "Your ECFMG certification";
        /// Hands-on experience.
        Experience = "experience", "Your US clinical experience";
    }
}

/// What could be otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lever {
    /// A missing answer.
    Answer(Missing),
    /// The ECFMG certificate.
    Certificate,
    /// A pass in Step 3.
    Step3,
    /// [`MONTHS`] more of hands-on US clinical experience.
    Experience,
}

/// Months of experience that are added.
pub const MONTHS: u16 = 2;

/// What a lever makes of the chance to match.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pull {
    /// Which.
    pub lever: Lever,
    /// The chance to match after the least and the most favourable answer, 0 to 1; the same
    /// twice for a step.
    pub p_match: [f64; 2],
}

impl Pull {
    /// How far it moves the chance: between two answers, or from `now`.
    #[must_use]
    pub fn size(&self, now: f64) -> f64 {
        match (self.lever, self.p_match) {
            (Lever::Answer(_), [low, high]) => (high - low).abs(),
            (_, [_, then]) => then - now,
        }
    }
}

/// The levers that bear on an applicant, each worked out by [`pull`].
#[must_use]
pub fn levers(input: &RankInput<'_>) -> Vec<Lever> {
    let applicant = input.applicant;
    let is_img = applicant.kind.is_some_and(|kind| kind.is_img());
    let missing = Missing::ALL
        .iter()
        .copied()
        .filter(|missing| match missing {
            Missing::GraduationYear => is_img && applicant.graduation_year.is_none(),
            Missing::Attempts => {
                applicant.step1.attempts.is_none() && applicant.step2.attempts.is_none()
            }
            Missing::Step2Score => {
                applicant.step2.score.is_none() && applicant.comlex.level2.is_none()
            }
            Missing::Ecfmg => is_img && applicant.ecfmg.is_none(),
            Missing::Experience => is_img && applicant.experience.is_none(),
        });
    let mut levers: Vec<Lever> = missing.map(Lever::Answer).collect();
    if is_img
        && matches!(
            applicant.ecfmg,
            Some(EcfmgStatus::InProgress | EcfmgStatus::NotStarted)
        )
    {
        levers.push(Lever::Certificate);
    }
    let wants_h1b = matches!(applicant.visa, Some(VisaNeed::H1b | VisaNeed::Either));
    if wants_h1b && applicant.step3.result != Some(ExamResult::Pass) {
        levers.push(Lever::Step3);
    }
    if is_img && applicant.experience.is_some() {
        levers.push(Lever::Experience);
    }
    levers
}

/// The chance to match with the best `number` of applications without signals, 0 to 1.
#[must_use]
pub fn chance(input: &RankInput<'_>, number: usize) -> f64 {
    let ranking = rank(input);
    let prospects = Prospects::of(input, &ranking);
    let rows = prospects.rows().iter().enumerate();
    let mut rows: Vec<(usize, f64)> = rows.map(|(at, row)| (at, row.p_match * row.t)).collect();
    ordering::sort_by(&mut rows, |a, b| b.1.total_cmp(&a.1));
    let sent = rows.into_iter().map(|(at, _)| Application::plain(at));
    let list: Vec<Application> = sent.take(number).collect();
    chance_along(&prospects, &list)
        .last()
        .copied()
        .unwrap_or(0.0)
}

/// What a lever makes of the chance to match with so many applications.
#[must_use]
pub fn pull(input: &RankInput<'_>, lever: Lever, number: usize) -> Pull {
    let with = |change: &dyn Fn(&mut Applicant)| {
        let mut applicant = input.applicant.clone();
        change(&mut applicant);
        chance(
            &RankInput {
                applicant: &applicant,
                ..*input
            },
            number,
        )
    };
    let season = input.moment.season.0;
    let p_match = match lever {
        Lever::Answer(Missing::GraduationYear) => {
            /// Years since graduation in the less favourable answer.
            const LONG_AGO: u16 = 10;
            let graduated = |year: u16| with(&|other| other.graduation_year = Some(year));
            [
                graduated(season.saturating_sub(LONG_AGO)),
                graduated(season),
            ]
        }
        Lever::Answer(Missing::Attempts) => {
            let taken = |times: u8| {
                with(&|other| {
                    other.step1.attempts = Attempts::new(times);
                    other.step2.attempts = Attempts::new(1);
                })
            };
            [taken(2), taken(1)]
        }
        Lever::Answer(Missing::Step2Score) => {
            /// Scores of which a good tenth of takers are below and above.
            const SCORES: [u16; 2] = [230, 265];
            SCORES.map(|score| with(&|other| other.step2.score = Score::new(score)))
        }
        Lever::Answer(Missing::Ecfmg) => [EcfmgStatus::NotStarted, EcfmgStatus::Certified]
            .map(|status| with(&|other| other.ecfmg = Some(status))),
        Lever::Answer(Missing::Experience) => [None, Some(MONTHS)]
            .map(|months| with(&|other| other.experience = Some(hands_on(months)))),
        Lever::Certificate => [with(&|other| other.ecfmg = Some(EcfmgStatus::Certified)); 2],
        Lever::Step3 => [with(&|other| other.step3.result = Some(ExamResult::Pass)); 2],
        Lever::Experience => {
            [with(&|other| {
                let more = hands_on(Some(MONTHS));
                other.experience.get_or_insert_default().extend(more);
            }); 2]
        }
    };
    Pull { lever, p_match }
}

fn hands_on(months: Option<u16>) -> Vec<Experience> {
    let months = months.and_then(Months::new);
    let one = months.map(|months| Experience {
        kind: ExperienceKind::Externship,
        months,
        ended: None,
        specialty: None,
    });
    one.into_iter().collect()
}
