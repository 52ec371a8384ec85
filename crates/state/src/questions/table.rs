//! The questions of profile and preferences, one row each.
//!
//! A row gives a name in two spellings (of the [`Field`], for what treats all questions alike, and of the
//! constant, which knows the type of the answer), the kind, the code and the label. The code is the id of the
//! control on its page, the key in the saved file and the target of a "Change" link; the label is what an error
//! message and the check-answers page call it. Rows stand in the order in which a person meets them.
//!
//! A new question is a row here, a line in [`super::read`] that makes it part of the applicant, and its place on a
//! screen.

use std::borrow::Cow;

use super::answer::{Answer, Miles, Month, Percent, SoughtAfter};
use super::kind::{Choice, Kind, Number, Set, Text, Words};
use super::rows::{Language, Pathway, Step2Answer};
use super::section::Section;
use engine::applicant::{
    Applicant, Attempts, ComlexScore, EcfmgStatus, ExamResult, Letters, MilitaryStatus, Months,
    Score,
};
use engine::calendar::Stage;
use engine::geography::{Division, UsState};
use engine::preference::{Property, Size, Weight};
use engine::range::Range;
use engine::vocabulary::{ApplicantType, Setting, VisaNeed};

/// Counts that are recorded and change no number.
const COUNT: Range = Range::new(0, 999);
/// Years of an exam, from the first USMLE on.
const EXAM_YEAR: Range = Range::new(1992, 2100);

/// Makes [`Field`] and the constants.
macro_rules! questions {
    ($($section:ident {
        $($(#[$doc:meta])* $field:ident $name:ident = $kind:tt, $code:literal, $label:literal;)+
    })+) => {
        engine::vocabulary! {
            /// One question by name.
            Field { $($($(#[$doc])* $field = $code, $label;)+)+ }
        }

        impl Field {
            /// The group that the question stands in.
            #[must_use]
            pub fn section(self) -> Section {
                match self { $($(Field::$field)|+ => Section::$section,)+ }
            }

            /// What it is answered with.
            pub(crate) fn kind(self) -> Kind {
                match self { $($(Field::$field => kind_of!($kind),)+)+ }
            }

            /// What people read of the answer that a number stands for. Apart from [`Field::kind`], as only
            /// rooms that are not in the first download say answers in words.
            pub(super) fn words(self, number: u16) -> Option<Cow<'static, str>> {
                match self { $($(Field::$field => words_of!($kind number),)+)+ }
            }
        }

        $($(constant!($(#[$doc])* $field $name $kind);)+)+
    };
}

/// The constant of a row.
macro_rules! constant {
    ($(#[$doc:meta])* $field:ident $name:ident (choice $answer:ty)) => {
        $(#[$doc])*
        pub const $name: Choice<$answer> = Choice::new(Field::$field);
    };
    ($(#[$doc:meta])* $field:ident $name:ident (set $answer:ty)) => {
        $(#[$doc])*
        pub const $name: Set<$answer> = Set::new(Field::$field);
    };
    ($(#[$doc:meta])* $field:ident $name:ident (number $answer:ty, $range:expr, $what:literal)) => {
        $(#[$doc])*
        pub const $name: Number<$answer> = Number::new(Field::$field, $range, $what, |number| {
            <$answer>::try_from(i64::from(number)).ok()
        });
    };
    ($(#[$doc:meta])* $field:ident $name:ident (text)) => {
        $(#[$doc])*
        pub const $name: Text = Text::new(Field::$field);
    };
    ($(#[$doc:meta])* $field:ident $name:ident (rows)) => {
        $(#[$doc])*
        pub const $name: Field = Field::$field;
    };
}

/// The kind of a row.
macro_rules! kind_of {
    ((choice $answer:ty)) => {
        Kind::Choice(Words::of::<$answer>())
    };
    ((set $answer:ty)) => {
        Kind::Set(Words::of::<$answer>())
    };
    ((number $($rest:tt)+)) => {
        Kind::Typed
    };
    ((text)) => {
        Kind::Typed
    };
    ((rows)) => {
        Kind::Rows
    };
}

/// What people read of an answer to a row.
macro_rules! words_of {
    ((choice $answer:ty) $number:ident) => {
        <$answer as Answer>::of($number).map(Answer::label)
    };
    ((set $answer:ty) $number:ident) => {
        <$answer as Answer>::of($number).map(Answer::label)
    };
    ($kind:tt $number:ident) => {
        None
    };
}

questions! {
    Season {
        /// Where the applicant stands in the season.
        Stage STAGE = (choice Stage), "stage", "This season";
    }
    Person {
        /// Applicant type.
        Kind KIND = (choice ApplicantType), "applicant-type", "Applicant type";
        /// Visa needed for training.
        Visa VISA = (choice VisaNeed), "visa", "Visa";
        /// Citizenship; recorded only.
        Citizenship CITIZENSHIP = (text), "citizenship", "Citizenship";
        /// Country of the medical school; recorded only.
        SchoolCountry SCHOOL_COUNTRY = (text), "school-country", "Country of medical school";
        /// Inside the US now; recorded only.
        InUs IN_US = (choice bool), "in-us", "In the US now";
        /// Present US status; recorded only.
        PresentStatus PRESENT_STATUS = (text), "present-status", "Present US status";
    }
    Graduation {
        /// Year of graduation.
        GraduationYear GRADUATION_YEAR = (number u16, Applicant::GRADUATION_YEAR, "your graduation year"), "graduation-year", "Graduation year";
        /// Month of graduation; recorded only.
        GraduationMonth GRADUATION_MONTH = (choice Month), "graduation-month", "Graduation month";
        /// Months without study or clinical work; recorded only.
        GapMonths GAP_MONTHS = (number u16, COUNT, "the months of your longest gap"), "gap-months", "Gaps";
    }
    Exams {
        /// Step 1 result.
        Step1 STEP1 = (choice ExamResult), "step1", "Step 1";
        /// Step 1 score from before 26 January 2022.
        Step1Score STEP1_SCORE = (number Score, Score::RANGE, "your Step 1 score"), "step1-score", "Step 1 score";
        /// Attempts at Step 1.
        Step1Attempts STEP1_ATTEMPTS = (number Attempts, Attempts::RANGE.widened(), "how often you took the exam"), "step1-attempts", "Step 1 attempts";
        /// Step 2 CK: a score, COMLEX instead, or not yet.
        Step2 STEP2 = (choice Step2Answer), "step2", "Step 2 CK";
        /// Step 2 CK score.
        Step2Score STEP2_SCORE = (number Score, Score::RANGE, "your Step 2 CK score"), "step2-score", "Step 2 CK score";
        /// Month of the Step 2 CK exam.
        Step2Month STEP2_MONTH = (choice Month), "step2-month", "Month of Step 2 CK";
        /// Year of the Step 2 CK exam.
        Step2Year STEP2_YEAR = (number u16, EXAM_YEAR, "the year of your Step 2 CK exam"), "step2-year", "Year of Step 2 CK";
        /// Attempts at Step 2 CK.
        Step2Attempts STEP2_ATTEMPTS = (number Attempts, Attempts::RANGE.widened(), "how often you took the exam"), "step2-attempts", "Step 2 CK attempts";
        /// Step 3 result.
        Step3 STEP3 = (choice ExamResult), "step3", "Step 3";
        /// Step 3 score.
        Step3Score STEP3_SCORE = (number Score, Score::RANGE, "your Step 3 score"), "step3-score", "Step 3 score";
        /// Attempts at Step 3.
        Step3Attempts STEP3_ATTEMPTS = (number Attempts, Attempts::RANGE.widened(), "how often you took the exam"), "step3-attempts", "Step 3 attempts";
        /// COMLEX Level 1 result.
        Comlex1 COMLEX1 = (choice ExamResult), "comlex1", "COMLEX Level 1";
        /// Attempts at COMLEX Level 1.
        Comlex1Attempts COMLEX1_ATTEMPTS = (number Attempts, Attempts::RANGE.widened(), "how often you took the exam"), "comlex1-attempts", "COMLEX Level 1 attempts";
        /// COMLEX Level 2-CE score.
        Comlex2Score COMLEX2_SCORE = (number ComlexScore, ComlexScore::RANGE, "your COMLEX Level 2-CE score"), "comlex2-score", "COMLEX Level 2-CE score";
        /// Attempts at COMLEX Level 2-CE.
        Comlex2Attempts COMLEX2_ATTEMPTS = (number Attempts, Attempts::RANGE.widened(), "how often you took the exam"), "comlex2-attempts", "COMLEX Level 2-CE attempts";
    }
    Ecfmg {
        /// ECFMG certification.
        Ecfmg ECFMG = (choice EcfmgStatus), "ecfmg", "ECFMG certification";
        /// ECFMG pathway; recorded only.
        Pathway PATHWAY = (choice Pathway), "pathway", "ECFMG pathway";
    }
    Experience {
        /// Whether there is any US clinical experience; its stretches are rows.
        Experience EXPERIENCE = (choice bool), "us-experience", "US clinical experience";
    }
    Record {
        /// Letters from US physicians.
        LettersUs LETTERS_US = (number u8, Letters::RANGE.widened(), "how many letters you have"), "letters-us", "Letters from US physicians";
        /// Of those, letters in the first-choice specialty.
        LettersSpecialty LETTERS_SPECIALTY = (number u8, Letters::RANGE.widened(), "how many of them are in your specialty"), "letters-specialty", "Letters in your specialty";
        /// Publications, abstracts and presentations; recorded only.
        Publications PUBLICATIONS = (number u16, COUNT, "your publications and presentations"), "publications", "Publications and presentations";
        /// Research projects; recorded only.
        Research RESEARCH = (number u16, COUNT, "your research experiences"), "research", "Research experiences";
        /// Work experiences; recorded only.
        Work WORK = (number u16, COUNT, "your work experiences"), "work", "Work experiences";
        /// Volunteer experiences; recorded only.
        Volunteering VOLUNTEERING = (number u16, COUNT, "your volunteer experiences"), "volunteering", "Volunteer experiences";
        /// Graduate degrees besides the medical one; recorded only.
        Degrees DEGREES = (text), "degrees", "Graduate degrees";
    }
    Training {
        /// Earlier US residency training.
        PriorUs PRIOR_US = (choice bool), "prior-us", "Earlier US residency";
        /// Months of it.
        PriorUsMonths PRIOR_US_MONTHS = (number Months, Months::RANGE, "how many months you trained"), "prior-us-months", "Months of US residency";
        /// Earlier residency training outside the US.
        PriorAbroad PRIOR_ABROAD = (choice bool), "prior-abroad", "Residency outside the US";
        /// Languages spoken with patients.
        Languages LANGUAGES = (set Language), "languages", "Languages";
    }
    Ties {
        /// States with a tie.
        Ties TIES = (set UsState), "ties", "Ties to states";
        /// Ties to programs.
        Connections CONNECTIONS = (rows), "connections", "Connections to programs";
    }
    Path {
        /// Couples match.
        Couple COUPLE = (choice bool), "couple", "Couples match";
        /// Military standing.
        Military MILITARY = (choice MilitaryStatus), "military", "Military standing";
    }
    Specialties {
        /// First-choice specialty.
        Specialty1 SPECIALTY1 = (rows), "specialty-1", "First-choice specialty";
        /// Second-choice specialty.
        Specialty2 SPECIALTY2 = (rows), "specialty-2", "Second-choice specialty";
        /// Third-choice specialty.
        Specialty3 SPECIALTY3 = (rows), "specialty-3", "Third-choice specialty";
        /// Worth of the second choice.
        Worth2 WORTH2 = (choice Percent), "worth-2", "Worth of the second choice";
        /// Worth of the third choice.
        Worth3 WORTH3 = (choice Percent), "worth-3", "Worth of the third choice";
    }
    Places {
        /// Preferred states.
        States STATES = (set UsState), "states", "States";
        /// Preferred Census divisions.
        Divisions DIVISIONS = (set Division), "divisions", "Census divisions";
        /// A place to be near.
        Near NEAR = (rows), "near", "Near a place";
        /// At how many miles that wish is half met.
        NearMiles NEAR_MILES = (choice Miles), "near-miles", "Distance";
    }
    Programs {
        /// Preferred setting.
        Setting SETTING = (choice Setting), "setting", "Setting";
        /// Preferred size.
        Size SIZE = (choice Size), "size", "Size";
    }
    Demands {
        /// Demands.
        Must MUST = (set Property), "must", "Must-haves";
        /// Dealbreakers.
        Never NEVER = (set Property), "never", "Dealbreakers";
    }
    Balance {
        /// From match somewhere, 0, to match where I want to be, 100.
        Lambda LAMBDA = (choice Percent), "lambda", "Anywhere, or where you want to be";
        /// Whether being sought after counts, once a match is all but sure.
        SoughtAfter SOUGHT_AFTER = (choice SoughtAfter), "sought-after", "How sought after a program is";
        /// Weight of states and divisions.
        WeightPlace WEIGHT_PLACE = (choice Weight), "weight-place", "Weight of states and divisions";
        /// Weight of nearness.
        WeightNear WEIGHT_NEAR = (choice Weight), "weight-near", "Weight of distance";
        /// Weight of setting.
        WeightSetting WEIGHT_SETTING = (choice Weight), "weight-setting", "Weight of setting";
        /// Weight of size.
        WeightSize WEIGHT_SIZE = (choice Weight), "weight-size", "Weight of size";
    }
}

impl Field {
    /// The three questions for a specialty, in order of choice.
    pub const SPECIALTIES: [Field; 3] = [SPECIALTY1, SPECIALTY2, SPECIALTY3];

    /// Whether the question stands in the Preferences room; all others stand in Profile.
    #[must_use]
    pub fn is_preference(self) -> bool {
        self.section().is_preference()
    }

    /// The set that has no member in common with this one.
    pub(super) fn opposite(self) -> Option<Field> {
        match self {
            Field::Must => Some(Field::Never),
            Field::Never => Some(Field::Must),
            _ => None,
        }
    }
}
