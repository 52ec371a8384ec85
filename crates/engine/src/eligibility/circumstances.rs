//! The applicant's side of every gate, worked out once for a whole ranking.

use crate::applicant::{
    Attempts, ConnectionKind, EcfmgStatus, Entry, ExamResult, MilitaryStatus, Told,
};
use crate::applicant_record::Record;
use crate::calendar::Stage;
use crate::catalog::Catalog;
use crate::fact::{Fact, Origin};
use crate::geography::UsState;
use crate::model::{AssumptionKey, Effects, FailedAttemptShare, Model};
use crate::program::{Program, ProgramId, SpecialtyCode};
use crate::rank_input::RankInput;
use crate::vocabulary::{ApplicantType, Strength, VisaNeed};

use super::pass_marks::{COMLEX2_PASS_MARK, has_failed_step2};
use super::{Band, GateReading, GateState, standing};

/// The applicant's side of every gate.
#[derive(Debug)]
pub struct Circumstances<'a> {
    pub(super) input: &'a RankInput<'a>,
    /// Assumptions and measured effects.
    pub effects: Effects,
    is_img: Option<bool>,
    /// Visa needed; `Ok(None)` if none is, `Err` if it bears and is not answered.
    pub(super) visa: VisaAnswer,
    /// Whole years from graduation to the application, 0 for seniors.
    pub(super) years_since_graduation: Option<u8>,
    /// Most attempts at any one exam; `None` if none was answered.
    pub(super) attempts: Option<u8>,
    /// Attempts at Step 1, counted as [`most_attempts`] does.
    pub(super) step1_attempts: Option<u8>,
    /// Hands-on months.
    pub(super) hands_on_months: Option<u16>,
    /// Share of stated cutoffs that are shorter than the years since graduation.
    pub(super) cutoff_below_gap: f64,
    /// The licence to train, in the order of [`UsState::ALL`]: the same for all of a state.
    pub(super) licences: Vec<Option<GateReading>>,
    failed_attempts: &'a [FailedAttemptShare],
    /// What the record says of strength beside the score.
    record: Record,
}

/// The visa question as far as it bears.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum VisaAnswer {
    /// No visa needed.
    NotNeeded,
    /// This one.
    Needs(VisaNeed),
    /// A non-US citizen who has not said.
    Unanswered,
}

impl<'a> Circumstances<'a> {
    /// Works out the applicant's side.
    #[must_use]
    pub fn of(input: &'a RankInput<'a>) -> Self {
        let applicant = input.applicant;
        let years = applicant
            .graduation_year
            .map(|year| years_since(input.moment.season.0, year));
        let mut circumstances = Circumstances {
            input,
            effects: Effects::of(input.model),
            is_img: applicant.kind.map(ApplicantType::is_img),
            visa: visa_answer(input),
            years_since_graduation: years,
            attempts: most_attempts(input),
            step1_attempts: counted(
                applicant.step1.attempts,
                applicant.step1.result == Some(ExamResult::Fail),
            ),
            hands_on_months: applicant.hands_on_months(),
            cutoff_below_gap: years.map_or(0.0, |years| cutoff_share_below(input, years)),
            licences: Vec::new(),
            failed_attempts: input.model.map_or(&[], |m| &m.failed_attempts),
            record: Record::default(),
        };
        circumstances.record = Record::of(
            input.model,
            &circumstances.effects,
            applicant.kind,
            circumstances.attempts,
            years,
            applicant.step2.score.map(|score| score.value()),
        );
        let licences = UsState::ALL.iter();
        circumstances.licences = licences
            .map(|state| standing::licence_in(&circumstances, *state))
            .collect();
        circumstances
    }

    /// What the record says of strength beside the score.
    #[must_use]
    pub fn record(&self) -> &Record {
        &self.record
    }

    /// The applicant's type.
    pub(crate) fn kind(&self) -> Option<ApplicantType> {
        self.input.applicant.kind
    }

    /// The programs.
    pub(crate) fn catalog(&self) -> &'a Catalog {
        self.input.catalog
    }

    /// The odds.
    pub(crate) fn model(&self) -> Option<&'a Model> {
        self.input.model
    }

    /// The visitor's own entry for a program.
    #[must_use]
    pub fn entry(&self, program: ProgramId) -> Option<&'a Entry> {
        self.input.entries.get(program)
    }

    /// What was found out of a part of a program's entry, by the visitor or in a facts file.
    pub(super) fn told<T>(
        &self,
        program: ProgramId,
        part: impl Fn(&Entry) -> Option<T>,
    ) -> Option<Told<T>> {
        self.input.entries.told(program, part)
    }

    /// Whether anybody found out anything of a program.
    pub(crate) fn is_told_of(&self, program: ProgramId) -> bool {
        self.input.entries.tell_of(program)
    }

    /// Share of a specialty's programs that never consider a failed attempt: low, middle, high.
    pub(super) fn failed_never(&self, specialty: SpecialtyCode) -> Band {
        let own = self
            .failed_attempts
            .iter()
            .find(|share| share.specialty == specialty);
        match own {
            Some(share) => Band::of(
                share.never * 0.5,
                share.never,
                (share.never + share.seldom).min(1.0),
            ),
            None => self.share(AssumptionKey::FailedNever),
        }
    }

    /// An assumption as a band.
    pub(super) fn share(&self, key: AssumptionKey) -> Band {
        let effect = self.effects.get(key);
        Band::of(effect.low, effect.mid, effect.high)
    }

    /// How much a piece of evidence still weighs, 0 to 1: falls by the assumed share for each
    /// year of the page's or the file's age. Records and the visitor's own entry weigh 1.
    pub(super) fn weight(&self, origin: Origin) -> f64 {
        let since = |year: u16| f64::from(self.input.moment.today.year().saturating_sub(year));
        let statement = origin
            .statement()
            .and_then(|s| self.input.catalog.statement(s));
        let age = match (statement, origin) {
            (Some(page), _) => match page.years.to.or(page.years.from) {
                Some(year) => since(year),
                None => self.effects.get(AssumptionKey::UndatedAge).mid,
            },
            (None, Origin::File(index)) => match self.input.entries.file(index) {
                Some(file) => since(file.day.year()),
                None => return 1.0,
            },
            (None, _) => return 1.0,
        };
        let left = 1.0 - self.effects.get(AssumptionKey::StatementDecay).mid * age;
        left.clamp(0.0, 1.0)
    }

    /// Whether the ECFMG certificate is in hand.
    pub(super) fn ecfmg(&self) -> Option<EcfmgStatus> {
        self.input.applicant.ecfmg
    }

    /// Whether military standing opens military programs.
    pub(super) fn is_military(&self) -> bool {
        let standing = self.input.applicant.military;
        matches!(
            standing,
            Some(MilitaryStatus::ActiveDuty | MilitaryStatus::Hpsp | MilitaryStatus::Usuhs)
        )
    }

    /// Whether the applicant is still at school, so has no earlier training.
    pub(super) fn is_senior(&self) -> bool {
        matches!(
            self.input.applicant.kind,
            Some(ApplicantType::UsMdSenior | ApplicantType::UsDoSenior)
        )
    }

    /// Whether the application of this season can still be changed before it is sent.
    #[must_use]
    pub fn before_submission(&self) -> bool {
        match self.input.moment.stage {
            Some(stage) => stage == Stage::Preparing,
            None => (6..=9).contains(&self.input.moment.today.month()),
        }
    }

    /// Whether the applicant is known to be an IMG.
    #[must_use]
    pub fn is_img(&self) -> bool {
        self.is_img == Some(true)
    }

    /// Whether the applicant needs a visa, or is a non-US citizen who has not said.
    #[must_use]
    pub fn needs_visa(&self) -> bool {
        self.visa != VisaAnswer::NotNeeded
    }

    /// Ties of the applicant to a program: rotation or home program.
    #[must_use]
    pub fn is_connected(&self, program: ProgramId) -> bool {
        self.input.applicant.connections.iter().any(|connection| {
            connection.program == program
                && matches!(
                    connection.kind,
                    ConnectionKind::Rotation | ConnectionKind::HomeProgram
                )
        })
    }

    /// Whether the applicant has a tie to the program's state.
    #[must_use]
    pub fn is_tied_to_state(&self, program: &Program) -> bool {
        self.input.applicant.ties.contains(&program.state)
    }
}

/// Belief that a gate is open when a page says no, or why the page no longer settles it.
///
/// A page that kept at least half of its weight shuts the gate. An older one leaves what the
/// prior says of the part that it lost.
pub(super) fn refused(weight: f64, prior: Band) -> (GateState, Band) {
    if weight >= 0.5 {
        return (GateState::Shut, Band::exactly(0.0));
    }
    let lost = 1.0 - weight;
    (
        GateState::Unlikely,
        Band::of(prior.lo * lost, prior.mid * lost, prior.hi * lost),
    )
}

/// Belief that a gate is open when a page says yes: certain as far as the page has weight,
/// the prior for the rest.
pub(super) fn granted(weight: f64, prior: Band) -> Band {
    let rest = |p: f64| weight + (1.0 - weight) * p;
    Band::of(rest(prior.lo), rest(prior.mid), 1.0)
}

/// The fact and the origin that decides, if one value stands.
pub(super) fn standing<T: Copy>(fact: &Fact<T>) -> Option<(T, Origin)> {
    match fact {
        Fact::Stated(evidence) => Some((evidence.value, evidence.origin)),
        Fact::NotStated | Fact::Conflicting(_) => None,
    }
}

/// Whole years from graduation to the autumn in which the season applies.
fn years_since(season: u16, graduation_year: u16) -> u8 {
    let years = season.saturating_sub(1).saturating_sub(graduation_year);
    u8::try_from(years).unwrap_or(u8::MAX)
}

/// Whether the visa bears at all: citizens never need one, and US graduates who have not said
/// are in the published rates as they are.
fn visa_answer(input: &RankInput<'_>) -> VisaAnswer {
    match (input.applicant.visa, input.applicant.kind) {
        (Some(VisaNeed::None), _) | (_, Some(ApplicantType::UsImg)) => VisaAnswer::NotNeeded,
        (Some(need), _) => VisaAnswer::Needs(need),
        (None, Some(ApplicantType::NonUsImg)) => VisaAnswer::Unanswered,
        (None, _) => VisaAnswer::NotNeeded,
    }
}

/// Most attempts that any one exam takes, as programs count them: an exam that was not passed
/// counts one more than it was taken, for the attempt that is to pass it.
fn most_attempts(input: &RankInput<'_>) -> Option<u8> {
    let applicant = input.applicant;
    let (step1, step2, step3) = (applicant.step1, applicant.step2, applicant.step3);
    let comlex = applicant.comlex;
    let failed = |result: Option<ExamResult>| result == Some(ExamResult::Fail);
    let failed_comlex2 = comlex.level2.is_some_and(|s| s.value() < COMLEX2_PASS_MARK);
    let exams = [
        (step1.attempts, failed(step1.result)),
        (step2.attempts, has_failed_step2(&step2)),
        (step3.attempts, failed(step3.result)),
        (comlex.level1_attempts, failed(comlex.level1)),
        (comlex.level2_attempts, failed_comlex2),
    ];
    let made = exams.into_iter();
    made.filter_map(|(attempts, has_failed)| counted(attempts, has_failed))
        .max()
}

/// Attempts at one exam as programs count them; `None` if nothing is known of it.
fn counted(attempts: Option<Attempts>, has_failed: bool) -> Option<u8> {
    let made = attempts.map(|attempts| attempts.value());
    let with_next = made.unwrap_or(1).saturating_add(1);
    if has_failed { Some(with_next) } else { made }
}

/// Share of the cutoffs stated in this catalog that are shorter than a gap of `years`.
fn cutoff_share_below(input: &RankInput<'_>, years: u8) -> f64 {
    let mut cutoffs = 0u32;
    let mut below = 0u32;
    for statement in input.catalog.statements() {
        if let Some(limit) = statement.graduation
            && limit.strength == Strength::Required
            && let Some(most) = limit.years
        {
            cutoffs += 1;
            below += u32::from(most < years);
        }
    }
    if cutoffs == 0 {
        0.0
    } else {
        f64::from(below) / f64::from(cutoffs)
    }
}
