//! The output of `rank` as it stands in the file.
//!
//! A band is `[low, middle, high]`. Numbers are written so that reading them gives the same
//! bits back. The published schema is made of these types, and what they say of themselves is what
//! it says.

use serde::Serialize;

#[cfg(feature = "command")]
use schemars::JsonSchema;

use crate::reason::ReasonCode;
use crate::wire::{AcgmeId, Fraction, Version};
use crate::word::Code;
use engine::eligibility::{Gate, GateState};
use engine::explain::{ChangeKind, Factor, StillPossible};
use engine::fact::Layer;
use engine::geography::UsState;
use engine::model::Basis;
use engine::notice::Notice;
use engine::ranking::NoChance;

/// The version of this format: it grows when a key changes its meaning or goes away.
pub const FORMAT: u32 = 1;

/// Low, middle, high.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "command", derive(JsonSchema), schemars(rename = "band"))]
#[serde(transparent)]
pub struct Triple(pub [Fraction; 3]);

/// A ranking.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "command", derive(JsonSchema))]
pub struct Answer {
    /// Grows when a key changes its meaning or goes away.
    pub format: Version<FORMAT>,
    /// What the answer rests on.
    pub model: ModelOutput,
    /// Whether, or where: what the ranking was made for.
    pub aim: AimOutput,
    /// What the numbers leave out.
    pub notices: Vec<NoticeOutput>,
    /// What is published of the preliminary years that are chosen: of all programs of a specialty
    /// together. Of a single program nothing is, so its programs are not modelled.
    pub preliminary: Vec<PreliminaryOutput>,
    /// Sizes of the three lists, the limit aside. Together: every program of the chosen
    /// specialties.
    pub counts: Counts,
    /// Programs with a chance, best first, as many as the limit allows.
    pub programs: Vec<RankedOutput>,
    /// Programs that do not consider this application, or that you ruled out, by id.
    pub shut: Vec<ShutOutput>,
    /// Programs without a chance, best order first.
    pub not_modelled: Vec<NotModelledOutput>,
}

/// What the answer rests on.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "command", derive(JsonSchema), schemars(inline))]
pub struct ModelOutput {
    /// Version of the fit; null where the pack has no model.
    pub version: Option<String>,
    /// Identity of the data pack.
    #[cfg_attr(feature = "command", schemars(length(min = 1)))]
    pub pack: String,
    /// Day on which the facts were put together.
    #[cfg_attr(feature = "command", schemars(regex(pattern = crate::schema::DAY)))]
    pub as_of: Option<String>,
}

/// Whether, or where: what the ranking was made for.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "command", derive(JsonSchema), schemars(inline))]
pub struct AimOutput {
    /// Chance to match with as many of the best programs as applicants of the type send to; null
    /// without a chance.
    pub ceiling: Option<Fraction>,
    /// From whether (0, up to a ceiling of 0.90) to where (1, from 0.95 on).
    pub turn: Fraction,
    /// From match somewhere (0) to match where I want to be (1), as it was used.
    pub lambda: Fraction,
    /// Power to which the chance to match at a program counts in its value: 1 while the question
    /// is whether, a third once it is where.
    pub power: Fraction,
    /// Whether being sought after counts, once the question has turned.
    pub by_sought_after: bool,
}

/// What the numbers leave out.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "command", derive(JsonSchema), schemars(inline))]
pub struct NoticeOutput {
    /// Its code.
    pub code: Code<Notice>,
    /// Its sentence.
    #[cfg_attr(feature = "command", schemars(length(min = 1)))]
    pub sentence: &'static str,
}

/// What is published of the preliminary years of one specialty.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "command", derive(JsonSchema), schemars(inline))]
pub struct PreliminaryOutput {
    /// Specialty code.
    pub specialty: String,
    /// Year of the Match.
    pub year: u16,
    /// Applicants of the type who matched to such a position; null where it is not published.
    pub matched: Option<u16>,
    /// Applicants of the type who ranked one, at one program or at many; null where it is not
    /// published.
    #[cfg_attr(feature = "command", schemars(range(min = 1)))]
    pub ranked: Option<u16>,
    /// The first over the second; null where it is not published.
    pub share: Option<Fraction>,
}

/// Sizes of the three lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "command", derive(JsonSchema), schemars(inline))]
pub struct Counts {
    /// Programs with a chance.
    pub ranked: usize,
    /// Programs that are shut.
    pub shut: usize,
    /// Programs without a chance.
    pub not_modelled: usize,
}

/// Which program.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "command", derive(JsonSchema))]
pub struct ProgramOutput {
    /// Its id.
    pub id: AcgmeId,
    /// Name.
    #[cfg_attr(feature = "command", schemars(length(min = 1)))]
    pub name: String,
    /// City.
    pub city: String,
    /// State.
    pub state: Code<UsState>,
    /// ACGME code of the specialty.
    #[cfg_attr(feature = "command", schemars(regex(pattern = crate::schema::SPECIALTY)))]
    pub specialty: String,
}

/// A program with a chance and a place.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "command", derive(JsonSchema), schemars(rename = "ranked"))]
pub struct RankedOutput {
    /// Which program.
    #[serde(flatten)]
    pub program: ProgramOutput,
    /// Place, from 1.
    #[cfg_attr(feature = "command", schemars(range(min = 1)))]
    pub rank: usize,
    /// First and last place of its band: between them the ranking sees no difference.
    #[cfg_attr(feature = "command", schemars(inner(range(min = 1))))]
    pub band: [usize; 2],
    /// State of the worst gate.
    pub gate: Code<GateState>,
    /// Chance of an interview.
    pub p_interview: Triple,
    /// Chance of matching there, given an interview and nothing better.
    pub p_match_given_interview: Triple,
    /// Worth of matching there.
    pub t: Fraction,
    /// Mean over strength of P(interview) P(match | interview), times t: the order.
    pub value: Fraction,
    /// How the model came by its numbers for this specialty and type.
    pub basis: Option<Code<Basis>>,
    /// From the average to this chance: the points sum to the middle of p_interview.
    pub parts: Vec<PartOutput>,
    /// t = 1 - lambda (1 - w (0.2 + 0.8 u))
    pub worth: WorthOutput,
    /// Every gate that applies.
    pub gates: Vec<GateOutput>,
    /// What would change its place.
    pub changes: Vec<ChangeOutput>,
}

/// A program that is shut.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "command", derive(JsonSchema), schemars(rename = "shut"))]
pub struct ShutOutput {
    /// Which program.
    #[serde(flatten)]
    pub program: ProgramOutput,
    /// Every gate that is shut, the deciding one first.
    #[cfg_attr(feature = "command", schemars(length(min = 1)))]
    pub by: Vec<GateOutput>,
}

/// A program without a chance.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(
    feature = "command",
    derive(JsonSchema),
    schemars(rename = "not_modelled")
)]
pub struct NotModelledOutput {
    /// Which program.
    #[serde(flatten)]
    pub program: ProgramOutput,
    /// Why there is no chance.
    pub why: NoChanceOutput,
    /// State of the worst gate.
    pub gate: Code<GateState>,
    /// Belief that the gates are open, times the worth.
    pub order: Fraction,
    /// Every gate that applies.
    pub gates: Vec<GateOutput>,
}

/// Why there is no chance.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "command", derive(JsonSchema), schemars(inline))]
pub struct NoChanceOutput {
    /// Stable code.
    pub code: Code<NoChance>,
    /// The same for people.
    #[cfg_attr(feature = "command", schemars(length(min = 1)))]
    pub sentence: &'static str,
}

/// Why a gate stands as it does.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "command", derive(JsonSchema), schemars(inline))]
pub struct ReasonOutput {
    /// Stable code.
    pub code: ReasonCode,
    /// The same for people.
    #[cfg_attr(feature = "command", schemars(length(min = 1)))]
    pub sentence: String,
}

/// One gate.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "command", derive(JsonSchema), schemars(rename = "gate"))]
pub struct GateOutput {
    /// Which gate.
    pub gate: Code<Gate>,
    /// How it stands.
    pub state: Code<GateState>,
    /// Belief that it is open.
    pub pass: Triple,
    /// Why.
    pub reason: ReasonOutput,
    /// Who says so; null if nobody does.
    pub origin: Option<OriginOutput>,
}

engine::vocabulary! {
    /// Who says so, within its layer.
    Speaker {
        /// An official record.
        Record = "record", "An official record";
        /// The program.
        Program = "program", "The program";
        /// Its institution, for all of its programs.
        Institution = "institution", "The institution";
        /// Another program of the institution.
        Borrowed = "borrowed", "Another program of the institution";
        /// Whoever wrote a facts file.
        File = "file", "A facts file";
        /// The visitor.
        Visitor = "visitor", "You";
    }
}

/// Who says so.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "command", derive(JsonSchema), schemars(rename = "origin"))]
pub struct OriginOutput {
    /// In which layer.
    pub layer: Code<Layer>,
    /// Who within the layer.
    pub by: Code<Speaker>,
    /// Key in sources.toml, or id in policies.csv, or whose file it is; null for your own entry.
    pub key: Option<String>,
    /// The page, where there is one.
    pub url: Option<String>,
    /// Earliest and latest possible year of the page; null where it does not show.
    pub years: [Option<u16>; 2],
}

/// One step from the average to the chance.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "command", derive(JsonSchema), schemars(rename = "part"))]
pub struct PartOutput {
    /// Which influence.
    pub factor: Code<Factor>,
    /// What it adds to the chance of an interview.
    #[cfg_attr(feature = "command", schemars(range(min = -1, max = 1)))]
    pub points: f64,
    /// What it multiplies the odds by.
    #[cfg_attr(feature = "command", schemars(range(min = 0)))]
    pub odds_ratio: f64,
}

/// t = 1 - lambda (1 - w (0.2 + 0.8 u))
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "command", derive(JsonSchema), schemars(inline))]
pub struct WorthOutput {
    /// Worth of the specialty.
    pub w: Fraction,
    /// Weighted mean of the wishes met.
    pub u: Triple,
    /// From match somewhere (0) to match where I want to be (1).
    pub lambda: Fraction,
}

/// One thing that would change the place.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "command", derive(JsonSchema), schemars(rename = "change"))]
pub struct ChangeOutput {
    /// What.
    pub kind: Code<ChangeKind>,
    /// The gate that it opens.
    pub gate: Code<Gate>,
    /// Until when.
    pub when: Code<StillPossible>,
    /// Chance of an interview if that gate were known to be open.
    pub p_interview_if_open: Option<Fraction>,
}
