//! Answers with a shape of their own: specialties, a place, stretches of experience, ties to programs; and the
//! closed sets that only questions have.

use engine::applicant::ConnectionKind;
use engine::geography::Point;
use engine::preference::Positions;
use engine::program::{ProgramId, SpecialtyCode};
use engine::vocabulary::ExperienceKind;

use super::answer::Month;

engine::vocabulary! {
    /// What stands in for Step 2 CK.
    Step2Answer {
        /// Taken: a score follows.
        Score = "score", "I have a Step 2 CK score";
        /// COMLEX Level 2-CE only.
        Comlex = "comlex", "I have COMLEX Level 2-CE only";
        /// Neither yet.
        NotYet = "not_yet", "Not taken yet";
    }
}

engine::vocabulary! {
    /// The ECFMG Pathways for clinical and communication skills.
    Pathway {
        /// Already licensed elsewhere.
        One = "1", "Pathway 1";
        /// Passed a national OSCE.
        Two = "2", "Pathway 2";
        /// School accredited by a recognised agency.
        Three = "3", "Pathway 3";
        /// School accredited by an agency with WFME status.
        Four = "4", "Pathway 4";
        /// Joint degree with a US school.
        Five = "5", "Pathway 5";
        /// Judged by licensed physicians.
        Six = "6", "Pathway 6";
        /// Not known yet.
        Unsure = "unsure", "Not sure yet";
    }
}

engine::vocabulary! {
    /// Languages that patients in the US speak most, by ISO 639-1 code.
    Language {
        /// Spanish.
        Spanish = "es", "Spanish";
        /// Arabic.
        Arabic = "ar", "Arabic";
        /// Bengali.
        Bengali = "bn", "Bengali";
        /// Chinese.
        Chinese = "zh", "Chinese";
        /// French.
        French = "fr", "French";
        /// German.
        German = "de", "German";
        /// Gujarati.
        Gujarati = "gu", "Gujarati";
        /// Haitian Creole.
        HaitianCreole = "ht", "Haitian Creole";
        /// Hindi.
        Hindi = "hi", "Hindi";
        /// Italian.
        Italian = "it", "Italian";
        /// Korean.
        Korean = "ko", "Korean";
        /// Persian.
        Persian = "fa", "Persian";
        /// Polish.
        Polish = "pl", "Polish";
        /// Portuguese.
        Portuguese = "pt", "Portuguese";
        /// Punjabi.
        Punjabi = "pa", "Punjabi";
        /// Russian.
        Russian = "ru", "Russian";
        /// Tagalog.
        Tagalog = "tl", "Tagalog";
        /// Tamil.
        Tamil = "ta", "Tamil";
        /// Telugu.
        Telugu = "te", "Telugu";
        /// Urdu.
        Urdu = "ur", "Urdu";
        /// Vietnamese.
        Vietnamese = "vi", "Vietnamese";
    }
}

/// A specialty as typed, and the one it names if it names one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SpecialtyAnswer {
    /// The text in the box.
    pub typed: String,
    /// The specialty; `None` while the text names none.
    pub code: Option<SpecialtyCode>,
    /// Which of its positions.
    pub positions: Positions,
    /// Whether a partner's page gave it: it stands until the visitor chooses, or another page gives
    /// another.
    pub given: bool,
}

/// A place as typed, and where it is if it is a city of the catalog.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NearAnswer {
    /// The text in the box.
    pub typed: String,
    /// Where it is; `None` while the text names no city of the catalog.
    pub point: Option<Point>,
}

/// One stretch of US clinical experience as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ExperienceAnswer {
    /// Kind.
    pub kind: Option<ExperienceKind>,
    /// Months, as typed.
    pub months: String,
    /// Month in which it ended.
    pub ended_month: Option<Month>,
    /// Year in which it ended, as typed.
    pub ended_year: String,
    /// In which specialty.
    pub specialty: Option<SpecialtyCode>,
}

impl ExperienceAnswer {
    /// Whether nothing was answered in this row.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == ExperienceAnswer::default()
    }
}

/// A tie to one program as answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ConnectionAnswer {
    /// The program.
    pub program: ProgramId,
    /// What ties the applicant to it.
    pub kind: Option<ConnectionKind>,
}
