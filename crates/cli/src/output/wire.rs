//! The output of `rank` as it stands in the file.
//!
//! A band is `[low, middle, high]`. Numbers are written so that reading them gives the same
//! bits back.

use serde::Serialize;

/// The version of this format: it grows when a key changes its meaning or goes away.
pub const FORMAT: u32 = 1;

/// Low, middle and high.
pub type Triple = [f64; 3];

/// A ranking.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Answer {
    /// [`FORMAT`].
    pub format: u32,
    /// What the answer rests on.
    pub model: ModelOutput,
    /// What the ranking was made for.
    pub aim: AimOutput,
    /// What the numbers leave out, a sentence each.
    pub notices: Vec<NoticeOutput>,
    /// What is published of the preliminary years that are chosen.
    pub preliminary: Vec<PreliminaryOutput>,
    /// How many programs of the chosen specialties are in each list, the limit aside.
    pub counts: Counts,
    /// Programs with a chance, best first, as many as the limit allows.
    pub programs: Vec<RankedOutput>,
    /// Programs that do not consider this application, or that the applicant ruled out, by id.
    pub shut: Vec<ShutOutput>,
    /// Programs without a chance, best order first.
    pub not_modelled: Vec<NotModelledOutput>,
}

/// What the answer rests on.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ModelOutput {
    /// Version of the fit; `None` where the pack has no model.
    pub version: Option<String>,
    /// Identity of the data pack.
    pub pack: String,
    /// Day on which its facts were put together.
    pub as_of: Option<String>,
}

/// Whether, or where: what a ranking was made for.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct AimOutput {
    /// Chance to match with as many of the best programs as applicants of the type send to;
    /// `None` without a chance.
    pub ceiling: Option<f64>,
    /// From whether (0) to where (1).
    pub turn: f64,
    /// From match somewhere (0) to match where I want to be (1), as it was used.
    pub lambda: f64,
    /// Power to which the chance to match at a program counts in its value, from 1 to a third.
    pub power: f64,
    /// Whether being sought after counts, once the question has turned.
    pub by_sought_after: bool,
}

/// What the numbers leave out.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct NoticeOutput {
    /// Its code.
    pub code: &'static str,
    /// Its sentence.
    pub sentence: &'static str,
}

/// The chance at a preliminary year in a specialty: of all its programs together.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PreliminaryOutput {
    /// Specialty code.
    pub specialty: String,
    /// Year of the Match.
    pub year: u16,
    /// Applicants of the type who matched to such a position; `None` where it is not published.
    pub matched: Option<u16>,
    /// Applicants of the type who ranked one at all.
    pub ranked: Option<u16>,
    /// The first over the second, 0 to 1.
    pub share: Option<f64>,
}

/// Sizes of the three lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
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
pub struct ProgramOutput {
    /// ACGME id.
    pub id: String,
    /// Name.
    pub name: String,
    /// City.
    pub city: String,
    /// State.
    pub state: &'static str,
    /// ACGME code of the specialty.
    pub specialty: String,
}

/// A program with a chance and a place.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RankedOutput {
    /// Which program.
    #[serde(flatten)]
    pub program: ProgramOutput,
    /// Place, from 1.
    pub rank: usize,
    /// First and last place of the band that it is in: between them the ranking sees no difference.
    pub band: [usize; 2],
    /// State of its worst gate.
    pub gate: &'static str,
    /// Chance of an interview.
    pub p_interview: Triple,
    /// Chance of matching there, given an interview and nothing better.
    pub p_match_given_interview: Triple,
    /// Worth of matching there.
    pub t: f64,
    /// What the order goes by.
    pub value: f64,
    /// How the model came by its numbers here.
    pub basis: Option<&'static str>,
    /// From the average to this chance; sums to the middle of `p_interview`.
    pub parts: Vec<PartOutput>,
    /// How the worth came about.
    pub worth: WorthOutput,
    /// Every gate that applies.
    pub gates: Vec<GateOutput>,
    /// What would change its place.
    pub changes: Vec<ChangeOutput>,
}

/// A program that is shut.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ShutOutput {
    /// Which program.
    #[serde(flatten)]
    pub program: ProgramOutput,
    /// Every gate that is shut, the deciding one first.
    pub by: Vec<GateOutput>,
}

/// A program without a chance.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct NotModelledOutput {
    /// Which program.
    #[serde(flatten)]
    pub program: ProgramOutput,
    /// Why there is no chance.
    pub why: ReasonOutput,
    /// State of its worst gate.
    pub gate: &'static str,
    /// Belief that its gates are open, times its worth.
    pub order: f64,
    /// Every gate that applies.
    pub gates: Vec<GateOutput>,
}

/// A code and its sentence.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ReasonOutput {
    /// Stable code.
    pub code: &'static str,
    /// The same for people.
    pub sentence: String,
}

/// One gate.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct GateOutput {
    /// Which gate.
    pub gate: &'static str,
    /// How it stands.
    pub state: &'static str,
    /// Belief that it is open.
    pub pass: Triple,
    /// Why.
    pub reason: ReasonOutput,
    /// Who says so; `None` if nobody does.
    pub origin: Option<OriginOutput>,
}

/// Who says so.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct OriginOutput {
    /// `record`, `own_page` or `visitor`.
    pub layer: &'static str,
    /// Who within the layer: `record`, `program`, `institution`, `borrowed` or `visitor`.
    pub by: &'static str,
    /// Key in sources.toml, or id in policies.csv; `None` for the visitor's own entry.
    pub key: Option<String>,
    /// The page, where there is one.
    pub url: Option<String>,
    /// Earliest and latest possible year of the page, `None` where it does not show.
    pub years: [Option<u16>; 2],
}

/// One step from the average to the chance.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct PartOutput {
    /// Which influence.
    pub factor: &'static str,
    /// What it adds to the chance of an interview.
    pub points: f64,
    /// What it multiplies the odds by.
    pub odds_ratio: f64,
}

/// A worth: `t = 1 - lambda (1 - w (0.2 + 0.8 u))`.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct WorthOutput {
    /// Worth of the specialty.
    pub w: f64,
    /// Weighted mean of the wishes met.
    pub u: Triple,
    /// From match somewhere, 0, to match where I want to be, 1.
    pub lambda: f64,
}

/// One thing that would change the place.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ChangeOutput {
    /// What.
    pub kind: &'static str,
    /// The gate that it opens.
    pub gate: &'static str,
    /// Until when.
    pub when: &'static str,
    /// Chance of an interview if that gate were known to be open.
    pub p_interview_if_open: Option<f64>,
}
