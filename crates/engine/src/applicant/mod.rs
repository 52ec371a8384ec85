//! What is known of the person. Every field may be absent, and absent is unknown.

mod entries;
mod figures;

pub use entries::{Entries, Entry, FactsFile, Told, overlaid};
pub use figures::{Figures, MOST_APPLICANTS, Permille};

use super::calendar::{Date, Season, Stage};
use super::geography::UsState;
use super::program::{ProgramId, SpecialtyCode};
use super::range::{OutOfRange, Range};
use super::vocabulary::{ApplicantType, ExperienceKind, VisaNeed, vocabulary};

/// A Step 2 CK, Step 1 or Step 3 score on the three-digit scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Score(u16);

impl Score {
    /// The scores of an applicant. The scale begins at 1, but no score of two digits was ever
    /// reported: it is a slip of the keyboard, and would shut every program.
    pub const RANGE: Range = Range::new(100, 300);

    /// The score, or `None` outside [`Score::RANGE`].
    #[must_use]
    pub fn new(value: u16) -> Option<Self> {
        Score::RANGE.contains(value).then_some(Score(value))
    }

    /// Points.
    #[must_use]
    pub fn value(self) -> u16 {
        self.0
    }
}

/// A COMLEX-USA Level 2-CE score.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ComlexScore(u16);

impl ComlexScore {
    /// The scores of the scale.
    pub const RANGE: Range = Range::new(9, 999);

    /// The score, or `None` outside [`ComlexScore::RANGE`].
    #[must_use]
    pub fn new(value: u16) -> Option<Self> {
        let fits = ComlexScore::RANGE.contains(value);
        fits.then_some(ComlexScore(value))
    }

    /// Points.
    #[must_use]
    pub fn value(self) -> u16 {
        self.0
    }
}

/// How often an exam was taken, the last time included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Attempts(u8);

impl Attempts {
    /// The numbers that are believed.
    pub const RANGE: Range<u8> = Range::new(1, 20);

    /// The number, or `None` outside [`Attempts::RANGE`].
    #[must_use]
    pub fn new(value: u8) -> Option<Self> {
        Attempts::RANGE.contains(value).then_some(Attempts(value))
    }

    /// Times taken.
    #[must_use]
    pub fn value(self) -> u8 {
        self.0
    }
}

/// A number from outside, of any size, to a type with a range.
macro_rules! checked {
    ($($ranged:ident)+) => {$(
        impl TryFrom<i64> for $ranged {
            type Error = OutOfRange;

            fn try_from(value: i64) -> Result<Self, OutOfRange> {
                $ranged::RANGE.check(value).map($ranged)
            }
        }
    )+};
}
checked!(Score ComlexScore Attempts Months);

vocabulary! {
    /// How an exam stands.
    ExamResult {
        /// Passed.
        Pass = "pass", "Passed";
        /// Taken and not passed.
        Fail = "fail", "Not passed";
        /// Not taken.
        NotTaken = "not_taken", "Not taken yet";
    }
}

vocabulary! {
    /// An exam on the way to a licence.
    Exam {
        /// USMLE Step 1.
        Step1 = "step1", "Step 1";
        /// USMLE Step 2 CK.
        Step2 = "step2ck", "Step 2 CK";
        /// USMLE Step 3.
        Step3 = "step3", "Step 3";
        /// COMLEX-USA Level 1.
        Comlex1 = "comlex1", "COMLEX Level 1";
        /// COMLEX-USA Level 2-CE.
        Comlex2 = "comlex2", "COMLEX Level 2-CE";
    }
}

/// USMLE Step 1. Pass or fail since 26 January 2022; a score before that.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Step1 {
    /// How it stands.
    pub result: Option<ExamResult>,
    /// Three-digit score of an exam taken before 26 January 2022.
    pub score: Option<Score>,
    /// Times taken.
    pub attempts: Option<Attempts>,
}

/// USMLE Step 2 CK.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Step2 {
    /// Whether it was taken. A score implies that it was.
    pub taken: Option<bool>,
    /// Score.
    pub score: Option<Score>,
    /// Day of the exam, which decides the pass mark.
    pub date: Option<Date>,
    /// Times taken.
    pub attempts: Option<Attempts>,
}

/// USMLE Step 3.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Step3 {
    /// How it stands.
    pub result: Option<ExamResult>,
    /// Score.
    pub score: Option<Score>,
    /// Times taken.
    pub attempts: Option<Attempts>,
}

/// COMLEX-USA, for osteopathic applicants. Never converted to a USMLE score.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Comlex {
    /// Level 1.
    pub level1: Option<ExamResult>,
    /// Level 2-CE score.
    pub level2: Option<ComlexScore>,
    /// Attempts at Level 1.
    pub level1_attempts: Option<Attempts>,
    /// Attempts at Level 2-CE.
    pub level2_attempts: Option<Attempts>,
}

vocabulary! {
    /// How ECFMG certification stands.
    EcfmgStatus {
        /// Certificate in hand.
        Certified = "certified", "Certified";
        /// A pathway or the application is open.
        InProgress = "in_progress", "In progress";
        /// Not begun.
        NotStarted = "not_started", "Not started";
    }
}

vocabulary! {
    /// Military standing, which opens military programs.
    MilitaryStatus {
        /// None.
        None = "none", "None";
        /// Active duty.
        ActiveDuty = "active_duty", "Active duty";
        /// Health Professions Scholarship Program.
        Hpsp = "hpsp", "HPSP scholarship";
        /// Uniformed Services University.
        Usuhs = "usuhs", "USUHS student or graduate";
    }
}

/// A number of months.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Months(u16);

impl Months {
    /// The numbers that are believed: up to fifty years.
    pub const RANGE: Range = Range::new(0, 600);

    /// The number, or `None` outside [`Months::RANGE`].
    #[must_use]
    pub fn new(value: u16) -> Option<Self> {
        Months::RANGE.contains(value).then_some(Months(value))
    }

    /// Months.
    #[must_use]
    pub fn value(self) -> u16 {
        self.0
    }
}

/// One stretch of US clinical experience.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Experience {
    /// Kind.
    pub kind: ExperienceKind,
    /// How long.
    pub months: Months,
    /// When it ended.
    pub ended: Option<Date>,
    /// In which specialty.
    pub specialty: Option<SpecialtyCode>,
}

/// Letters of recommendation in hand or promised.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Letters {
    /// From US physicians.
    pub from_us: Option<u8>,
    /// Of those, in the first-choice specialty.
    pub in_specialty: Option<u8>,
}

impl Letters {
    /// The numbers of letters that are believed.
    pub const RANGE: Range<u8> = Range::new(0, 20);
}

/// Training as a resident before this application.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PriorTraining {
    /// Whether there was any accredited US residency training.
    pub us: Option<bool>,
    /// Whether there was residency training outside the US.
    pub abroad: Option<bool>,
    /// Months of accredited US training.
    pub us_months: Option<Months>,
}

/// A tie to one program, such as a rotation there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Connection {
    /// The program.
    pub program: ProgramId,
    /// What ties the applicant to it.
    pub kind: ConnectionKind,
}

vocabulary! {
    /// What ties an applicant to a program.
    ConnectionKind {
        /// A clinical rotation there.
        Rotation = "rotation", "Rotated there";
        /// A physician there knows the applicant.
        Contact = "contact", "Knows a physician there";
        /// A graduate of the same school trains there.
        SchoolGraduate = "school_graduate", "A graduate of the same school trains there";
        /// The program's own medical school.
        HomeProgram = "home_program", "Home program";
    }
}

/// The person who applies.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Applicant {
    /// By school and degree.
    pub kind: Option<ApplicantType>,
    /// Visa needed for training.
    pub visa: Option<VisaNeed>,
    /// Year of graduation from medical school, past or expected.
    pub graduation_year: Option<u16>,
    /// USMLE Step 1.
    pub step1: Step1,
    /// USMLE Step 2 CK.
    pub step2: Step2,
    /// USMLE Step 3.
    pub step3: Step3,
    /// COMLEX-USA.
    pub comlex: Comlex,
    /// ECFMG certification.
    pub ecfmg: Option<EcfmgStatus>,
    /// US clinical experience. `None` is not answered, an empty list is none.
    pub experience: Option<Vec<Experience>>,
    /// Letters.
    pub letters: Letters,
    /// Earlier residency training.
    pub prior_training: PriorTraining,
    /// States with a tie: lived, studied, family.
    pub ties: Vec<UsState>,
    /// Ties to programs.
    pub connections: Vec<Connection>,
    /// Languages spoken well enough for patients, as ISO 639-1 codes in lower case.
    pub languages: Option<Vec<Box<str>>>,
    /// Military standing.
    pub military: Option<MilitaryStatus>,
    /// Whether the applicant matches as one of a couple.
    pub couple: Option<bool>,
}

impl Applicant {
    /// The years of graduation that are believed: of everyone who may still train.
    pub const GRADUATION_YEAR: Range = Range::new(1940, 2100);

    /// Whether Spanish is among the languages; `None` if languages were not answered.
    #[must_use]
    pub fn speaks_spanish(&self) -> Option<bool> {
        self.languages
            .as_ref()
            .map(|all| all.iter().any(|code| &**code == "es"))
    }

    /// Months of hands-on US clinical experience; `None` if not answered.
    #[must_use]
    pub fn hands_on_months(&self) -> Option<u16> {
        self.experience.as_ref().map(|all| {
            all.iter()
                .filter(|e| e.kind.is_hands_on())
                .map(|e| e.months.value())
                .sum()
        })
    }
}

/// When the question is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// The day.
    pub today: Date,
    /// The season applied for.
    pub season: Season,
    /// Where the applicant stands in it, if asked and answered.
    pub stage: Option<Stage>,
}
