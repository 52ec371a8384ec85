//! What the visitor typed and chose, exactly as typed. Nothing here is checked: that is `read`.

use vecmap::{VecMap, VecSet};

use super::field::Field;
use engine::applicant::{ConnectionKind, EcfmgStatus, ExamResult, MilitaryStatus};
use engine::calendar::Stage;
use engine::geography::{Division, Point, UsState};
use engine::preference::Positions;
use engine::preference::{Property, Size};
use engine::program::{ProgramId, SpecialtyCode};
use engine::vocabulary::{ApplicantType, ExperienceKind, Setting, VisaNeed};

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
pub struct PlaceAnswer {
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
    /// Month in which it ended, 1 to 12.
    pub ended_month: Option<u8>,
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

/// Every answer. `None` and empty text are "not answered", which is never "no".
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answers {
    /// Text as typed; a field without text has no entry.
    pub typed: VecMap<Field, String>,
    /// Applicant type.
    pub kind: Option<ApplicantType>,
    /// Visa needed.
    pub visa: Option<VisaNeed>,
    /// Inside the US now.
    pub in_us: Option<bool>,
    /// Where the applicant stands in the season.
    pub stage: Option<Stage>,
    /// Month of graduation, 1 to 12.
    pub graduation_month: Option<u8>,
    /// Step 1.
    pub step1: Option<ExamResult>,
    /// What stands for Step 2 CK.
    pub step2: Option<Step2Answer>,
    /// Month of the Step 2 CK exam, 1 to 12.
    pub step2_month: Option<u8>,
    /// Step 3.
    pub step3: Option<ExamResult>,
    /// COMLEX Level 1.
    pub comlex1: Option<ExamResult>,
    /// ECFMG certification.
    pub ecfmg: Option<EcfmgStatus>,
    /// ECFMG pathway.
    pub pathway: Option<Pathway>,
    /// Whether there is any US clinical experience.
    pub any_experience: Option<bool>,
    /// US clinical experience, row by row.
    pub experience: Vec<ExperienceAnswer>,
    /// Earlier US residency training.
    pub prior_us: Option<bool>,
    /// Earlier residency training outside the US.
    pub prior_abroad: Option<bool>,
    /// Whether languages were answered; with an empty set: none of the list.
    pub languages_answered: bool,
    /// Languages spoken with patients.
    pub languages: VecSet<Language>,
    /// States with a tie.
    pub ties: VecSet<UsState>,
    /// Ties to programs.
    pub connections: Vec<ConnectionAnswer>,
    /// Couples match.
    pub couple: Option<bool>,
    /// Military standing.
    pub military: Option<MilitaryStatus>,
    /// Specialties in order of choice.
    pub specialties: [SpecialtyAnswer; 3],
    /// Worth of second and third choice in percent, if set.
    pub worths: [Option<u8>; 2],
    /// Preferred states.
    pub states: VecSet<UsState>,
    /// Preferred divisions.
    pub divisions: VecSet<Division>,
    /// A place to be near.
    pub near: PlaceAnswer,
    /// At how many miles that wish is half met, if set.
    pub near_miles: Option<u16>,
    /// Preferred setting.
    pub setting: Option<Setting>,
    /// Preferred size.
    pub size: Option<Size>,
    /// Demands.
    pub must: VecSet<Property>,
    /// Dealbreakers.
    pub never: VecSet<Property>,
    /// Weights of place, nearness, setting and size, 0 to 10, if set.
    pub weights: [Option<u8>; 4],
    /// From 0, match somewhere, to 100, match where I want to be, if set.
    pub lambda: Option<u8>,
    /// Whether being sought after counts, if set; it does unless switched off.
    pub sought_after: Option<bool>,
}

impl Answers {
    /// The text of a field as typed; empty if nothing was.
    #[must_use]
    pub fn text(&self, field: Field) -> &str {
        self.typed.get(&field).map_or("", String::as_str)
    }
}
