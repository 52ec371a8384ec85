//! What is known of the person. Every field may be absent, and absent is unknown.

mod entry;
mod exams;
mod figures;

pub use entry::{Entries, Entry, overlaid};
pub use exams::{Attempts, Comlex, ComlexScore, Exam, ExamResult, Score, Step1, Step2, Step3};
pub use figures::{Figures, MOST_APPLICANTS, Permille};

use super::calendar::{Date, Season, Stage};
use super::geography::UsState;
use super::program::{ProgramId, SpecialtyCode};
use super::vocabulary::{ApplicantType, ExperienceKind, VisaNeed, vocabulary};

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

/// A number of months, 0 to 600.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Months(u16);

impl Months {
    /// The number, or `None` above 600.
    #[must_use]
    pub fn new(value: u16) -> Option<Self> {
        (value <= 600).then_some(Months(value))
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
