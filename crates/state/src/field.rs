//! The questions by name: one word for each place where a person answers.
//!
//! The code is the id of the control on its page, the key in the saved file and the target of
//! a "Change" link; the label is what an error message and the check-answers page call it.

engine::vocabulary! {
    /// One question of the profile or the preferences.
    Field {
        /// Applicant type.
        Kind = "applicant-type", "Applicant type";
        /// Visa needed for training.
        Visa = "visa", "Visa";
        /// Citizenship; recorded only.
        Citizenship = "citizenship", "Citizenship";
        /// Country of the medical school; recorded only.
        SchoolCountry = "school-country", "Country of medical school";
        /// Inside the US now; recorded only.
        InUs = "in-us", "In the US now";
        /// Present US status; recorded only.
        PresentStatus = "present-status", "Present US status";
        /// Year of graduation.
        GraduationYear = "graduation-year", "Graduation year";
        /// Month of graduation; recorded only.
        GraduationMonth = "graduation-month", "Graduation month";
        /// Where the applicant stands in the season.
        Stage = "stage", "This season";
        /// Step 1 result.
        Step1 = "step1", "Step 1";
        /// Step 1 score from before 26 January 2022.
        Step1Score = "step1-score", "Step 1 score";
        /// Attempts at Step 1.
        Step1Attempts = "step1-attempts", "Step 1 attempts";
        /// Step 2 CK: a score, COMLEX instead, or not yet.
        Step2 = "step2", "Step 2 CK";
        /// Step 2 CK score.
        Step2Score = "step2-score", "Step 2 CK score";
        /// Month of the Step 2 CK exam.
        Step2Month = "step2-month", "Month of Step 2 CK";
        /// Year of the Step 2 CK exam.
        Step2Year = "step2-year", "Year of Step 2 CK";
        /// Attempts at Step 2 CK.
        Step2Attempts = "step2-attempts", "Step 2 CK attempts";
        /// Step 3 result.
        Step3 = "step3", "Step 3";
        /// Step 3 score.
        Step3Score = "step3-score", "Step 3 score";
        /// Attempts at Step 3.
        Step3Attempts = "step3-attempts", "Step 3 attempts";
        /// COMLEX Level 1 result.
        Comlex1 = "comlex1", "COMLEX Level 1";
        /// Attempts at COMLEX Level 1.
        Comlex1Attempts = "comlex1-attempts", "COMLEX Level 1 attempts";
        /// COMLEX Level 2-CE score.
        Comlex2Score = "comlex2-score", "COMLEX Level 2-CE score";
        /// Attempts at COMLEX Level 2-CE.
        Comlex2Attempts = "comlex2-attempts", "COMLEX Level 2-CE attempts";
        /// ECFMG certification.
        Ecfmg = "ecfmg", "ECFMG certification";
        /// ECFMG pathway; recorded only.
        Pathway = "pathway", "ECFMG pathway";
        /// US clinical experience.
        Experience = "us-experience", "US clinical experience";
        /// Letters from US physicians.
        LettersUs = "letters-us", "Letters from US physicians";
        /// Of those, letters in the first-choice specialty.
        LettersSpecialty = "letters-specialty", "Letters in your specialty";
        /// Publications, abstracts and presentations; recorded only.
        Publications = "publications", "Publications and presentations";
        /// Research projects; recorded only.
        Research = "research", "Research experiences";
        /// Work experiences; recorded only.
        Work = "work", "Work experiences";
        /// Volunteer experiences; recorded only.
        Volunteering = "volunteering", "Volunteer experiences";
        /// Graduate degrees besides the medical one; recorded only.
        Degrees = "degrees", "Graduate degrees";
        /// Earlier US residency training.
        PriorUs = "prior-us", "Earlier US residency";
        /// Months of it.
        PriorUsMonths = "prior-us-months", "Months of US residency";
        /// Earlier residency training outside the US.
        PriorAbroad = "prior-abroad", "Residency outside the US";
        /// Months without study or clinical work; recorded only.
        GapMonths = "gap-months", "Gaps";
        /// Languages spoken with patients.
        Languages = "languages", "Languages";
        /// States with a tie.
        Ties = "ties", "Ties to states";
        /// Ties to programs.
        Connections = "connections", "Connections to programs";
        /// Couples match.
        Couple = "couple", "Couples match";
        /// Military standing.
        Military = "military", "Military standing";
        /// First-choice specialty.
        Specialty1 = "specialty-1", "First-choice specialty";
        /// Second-choice specialty.
        Specialty2 = "specialty-2", "Second-choice specialty";
        /// Third-choice specialty.
        Specialty3 = "specialty-3", "Third-choice specialty";
        /// Worth of the second choice.
        Worth2 = "worth-2", "Worth of the second choice";
        /// Worth of the third choice.
        Worth3 = "worth-3", "Worth of the third choice";
        /// Preferred states.
        States = "states", "States";
        /// Preferred Census divisions.
        Divisions = "divisions", "Census divisions";
        /// A place to be near.
        Near = "near", "Near a place";
        /// At how many miles that wish is half met.
        NearMiles = "near-miles", "Distance";
        /// Preferred setting.
        Setting = "setting", "Setting";
        /// Preferred size.
        Size = "size", "Size";
        /// Demands.
        Must = "must", "Must-haves";
        /// Dealbreakers.
        Never = "never", "Dealbreakers";
        /// Weight of states and divisions.
        WeightPlace = "weight-place", "Weight of states and divisions";
        /// Weight of nearness.
        WeightNear = "weight-near", "Weight of distance";
        /// Weight of setting.
        WeightSetting = "weight-setting", "Weight of setting";
        /// Weight of size.
        WeightSize = "weight-size", "Weight of size";
        /// From match somewhere to match where I want to be.
        Lambda = "lambda", "Anywhere, or where you want to be";
        /// Whether being sought after counts, once a match is all but sure.
        SoughtAfter = "sought-after", "How sought after a program is";
    }
}

impl Field {
    /// The three questions for a specialty, in order of choice.
    pub const SPECIALTIES: [Field; 3] = [Field::Specialty1, Field::Specialty2, Field::Specialty3];

    /// Whether the question stands in the Preferences room; all others stand in Profile.
    #[must_use]
    pub fn is_preference(self) -> bool {
        self >= Field::Specialty1
    }
}

/// A mistake in an answer, beside which the answer itself is kept as typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The question.
    pub field: Field,
    /// The row, where the question holds a list: from 0.
    pub row: Option<usize>,
    /// What to do, as one sentence: "Enter your Step 2 CK score as a number from 1 to 300".
    pub message: Box<str>,
}

impl Problem {
    /// A mistake in a question that holds one answer.
    #[must_use]
    pub fn at(field: Field, message: impl Into<Box<str>>) -> Self {
        Problem {
            field,
            row: None,
            message: message.into(),
        }
    }
}
