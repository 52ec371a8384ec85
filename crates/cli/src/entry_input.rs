//! What was found out about programs as it stands in the file: by the person who asks, and in facts files.

use serde::Deserialize;

#[cfg(feature = "command")]
use schemars::JsonSchema;

use super::InputError;
use super::read::field::{maybe, number, word};
use super::wire::{
    AcgmeId, Applicants, Fraction, GraduationYears, ImgPercent, MaxAttempts, Number, Percentile,
    Step2Minimum, UsceMonths,
};
use super::word::Word;
use engine::applicant::{Entry, Figures};
use engine::policy::{ExperienceRule, GraduationLimit};
use engine::vocabulary::{EcfmgTiming, H1bPolicy, Setting, Strength};

/// What is found out about a program, whoever does, and what else the finder may say.
macro_rules! findings {
    ($(#[$doc:meta])* $name:ident { $($(#[$field:meta])* $more:ident: $of:ty,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Deserialize)]
        #[cfg_attr(feature = "command", derive(JsonSchema), schemars(inline))]
        #[serde(deny_unknown_fields)]
        pub struct $name {
            /// The program.
            pub program: AcgmeId,
            /// J-1 accepted.
            pub j1: Option<bool>,
            /// H-1B sponsored.
            pub h1b: Option<Word<H1bPolicy>>,
            /// Lowest Step 2 CK score.
            pub step2_minimum: Option<Number<Step2Minimum>>,
            /// Most attempts at any Step, the pass included.
            pub max_attempts: Option<Number<MaxAttempts>>,
            /// Most years since graduation, as a cutoff unless graduation says otherwise.
            pub graduation_years: Option<Number<GraduationYears>>,
            /// How firmly years since graduation are limited. Usually required, where a number is given.
            pub graduation: Option<Word<Strength>>,
            /// How firmly US clinical experience is asked for.
            pub usce: Option<Word<Strength>>,
            /// At least how many months of it. Only with usce.
            pub usce_months: Option<Number<UsceMonths>>,
            /// When the ECFMG certificate must be in hand.
            pub ecfmg: Option<Word<EcfmgTiming>>,
            /// Setting.
            pub setting: Option<Word<Setting>>,
            /// Percent of IMGs among the residents, as counted on the program's own page. Changes no number.
            pub img_percent: Option<Number<ImgPercent>>,
            $($(#[$field])* pub $more: $of,)*
        }

        impl $name {
            /// As the engine holds it; an error names the field below `path`.
            pub(super) fn read(&self, path: &str) -> Result<Entry, InputError> {
                let at = |key: &str| format!("{path}.{key}");
                let years = maybe(self.graduation_years, |n| number(&at("graduation_years"), n))?;
                let limit = maybe(self.graduation.as_ref(), |raw| word(&at("graduation"), raw))?;
                let strength = limit.or(years.map(|_| Strength::Required));
                let asked = maybe(self.usce.as_ref(), |raw| word(&at("usce"), raw))?;
                let months: Option<u8> = maybe(self.usce_months, |n| number(&at("usce_months"), n))?;
                if months.is_some() && asked.is_none() {
                    return Err(InputError::new(at("usce_months"), "stands without usce"));
                }
                Ok(Entry {
                    j1: self.j1,
                    h1b: maybe(self.h1b.as_ref(), |raw| word(&at("h1b"), raw))?,
                    step2_minimum: maybe(self.step2_minimum, |n| number(&at("step2_minimum"), n))?,
                    max_attempts: maybe(self.max_attempts, |n| number(&at("max_attempts"), n))?,
                    graduation: strength.map(|strength| GraduationLimit { years, strength }),
                    experience: asked.map(|strength| ExperienceRule { strength, months }),
                    ecfmg: maybe(self.ecfmg.as_ref(), |raw| word(&at("ecfmg"), raw))?,
                    setting: maybe(self.setting.as_ref(), |raw| word(&at("setting"), raw))?,
                    img_percent: maybe(self.img_percent, |n| number(&at("img_percent"), n))?,
                    explorer: Figures::default(),
                })
            }
        }
    };
}

findings! {
    /// What you found out about one program; overrides the catalog.
    EntryInput {
        /// Figures of the program from your own Residency Explorer account. They update its chance;
        /// without a rate they change nothing, and without both shares of your applicant type they
        /// count less.
        residency_explorer: Option<FiguresInput>,
    }
}

findings! {
    /// What somebody found out about one program. Figures of Residency Explorer are not part of it: their terms
    /// keep them with the person.
    FactInput {}
}

/// Somebody's facts file: what they found out about programs, with the day that it speaks of.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "command", derive(JsonSchema), schemars(rename = "facts"))]
#[serde(deny_unknown_fields)]
pub struct FactsInput {
    /// The name and version of the format.
    #[cfg_attr(feature = "command", schemars(extend("const" = crate::facts::FORMAT)))]
    pub format: String,
    /// Whose it is, on one line.
    #[cfg_attr(feature = "command", schemars(length(min = 1, max = crate::facts::LONGEST_NAME)))]
    pub name: String,
    /// The day that it speaks of, YYYY-MM-DD; not after today.
    #[cfg_attr(feature = "command", schemars(regex(pattern = crate::schema::DAY)))]
    pub day: String,
    /// What was found out, each program once.
    #[cfg_attr(feature = "command", schemars(length(max = crate::facts::MOST_FACTS)))]
    pub facts: Vec<FactInput>,
    /// What is said of programs in words, each program once. Changes no number.
    #[cfg_attr(feature = "command", schemars(length(max = crate::facts::MOST_FACTS)))]
    pub notes: Option<Vec<NoteInput>>,
}

/// A word on a program.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "command", derive(JsonSchema), schemars(inline))]
#[serde(deny_unknown_fields)]
pub struct NoteInput {
    /// The program.
    pub program: AcgmeId,
    /// What is said of it, as plain text.
    #[cfg_attr(feature = "command", schemars(length(min = 1, max = crate::facts::LONGEST_NOTE)))]
    pub note: String,
}

/// What you read in your own Residency Explorer account about one program.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "command", derive(JsonSchema), schemars(inline))]
#[serde(deny_unknown_fields)]
pub struct FiguresInput {
    /// Share of applicants without a signal who were interviewed.
    pub rate: Option<Fraction>,
    /// The same with a signal.
    pub rate_signalled: Option<Fraction>,
    /// Applicants behind the rate.
    pub applicants: Option<Number<Applicants>>,
    /// Share of your applicant type among the applicants.
    pub type_applied: Option<Fraction>,
    /// Share of your applicant type among the interviewed.
    pub type_interviewed: Option<Fraction>,
    /// 25th percentile of Step 2 CK among the interviewed.
    pub step2_25: Option<Number<Percentile>>,
    /// 50th percentile of Step 2 CK among the interviewed.
    pub step2_50: Option<Number<Percentile>>,
    /// 75th percentile of Step 2 CK among the interviewed.
    pub step2_75: Option<Number<Percentile>>,
}
