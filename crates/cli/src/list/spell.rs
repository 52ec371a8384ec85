//! A list of applications as it stands in the file.

#[cfg(feature = "command")]
use schemars::JsonSchema;
use serde::Serialize;

use super::codes;
use super::why::WhyOutput;
use crate::output::{
    AimOutput, ModelOutput, NoticeOutput, PreliminaryOutput, ProgramOutput, Triple, aim, model,
    notices, preliminary, program, triple,
};
use crate::wire::{Fraction, Version};
use crate::word::Code;
use crate::{InputError, pretty};
use engine::calendar::Season;
use engine::catalog::ProgramIndex;
use engine::eligibility::Band;
use engine::fees::{Applications, Bill, Own, Service};
use engine::list::{
    Allowance, Application, Prospects, Recommended, interviews, outcome, published_number, ranges,
};
use engine::portfolio::Level;
use engine::program::SpecialtyCode;
use engine::ranking::Ranking;

/// A list.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "command", derive(JsonSchema))]
pub(crate) struct ListAnswer {
    /// Grows when a key changes its meaning or goes away.
    format: Version<1>,
    /// As in the answer of `rank`.
    #[cfg_attr(
        feature = "command",
        schemars(schema_with = "crate::schema::rank_model")
    )]
    model: ModelOutput,
    /// As in the answer of `rank`.
    #[cfg_attr(feature = "command", schemars(schema_with = "crate::schema::rank_aim"))]
    aim: AimOutput,
    /// As in the answer of `rank`.
    #[cfg_attr(
        feature = "command",
        schemars(schema_with = "crate::schema::rank_notices")
    )]
    notices: Vec<NoticeOutput>,
    /// As in the answer of `rank`.
    #[cfg_attr(
        feature = "command",
        schemars(schema_with = "crate::schema::rank_preliminary")
    )]
    preliminary: Vec<PreliminaryOutput>,
    /// From how many applications on ten more would add less than a point of the chance to match;
    /// null where nothing has a chance.
    recommended: Option<usize>,
    /// How many applicants of the type send in the first specialty, by published figures; null where
    /// none are. No advice.
    others_send: Option<usize>,
    /// The applications, in the order in which they add most, pinned ones first; once a match is all
    /// but sure, the best places first. Pinned programs without a chance are at the end.
    list: Vec<ApplicationOutput>,
    /// What they come to together.
    figures: FiguresOutput,
    /// What they cost, by specialty.
    cost: CostOutput,
    /// How many signals each specialty has this season; null is not stated. Empty unless signals were
    /// asked for.
    signals: Vec<SignalsOutput>,
    /// How near the list is to the best one within its limits, by expected worth with programs taken
    /// for independent at each strength; null without a proof. The figures also count what programs
    /// of one sponsor have in common, so value can be above the chance to match times the worth of
    /// its places.
    pub(super) certificate: Option<CertificateOutput>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "command", derive(JsonSchema), schemars(inline))]
pub(super) struct ApplicationOutput {
    #[serde(flatten)]
    program: ProgramOutput,
    /// With which signal it is sent; silver where a specialty has one kind.
    level: Code<Level>,
    /// Chance of an interview as it is sent; null, as the two below, for a pinned program without a
    /// chance.
    p_interview: Option<Triple>,
    /// Worth of matching there.
    t: Option<Fraction>,
    /// Expected worth that the whole list would lose without it.
    #[cfg_attr(feature = "command", schemars(range(min = 0)))]
    worth: Option<f64>,
    /// Why it has no chance; null where it has one.
    why: Option<WhyOutput>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "command", derive(JsonSchema), schemars(inline))]
pub(super) struct FiguresOutput {
    /// Chance to match anywhere on the list; null, as the figures below, where nothing on it has a
    /// chance.
    p_match: Option<Triple>,
    /// Chance of at least one interview.
    any_interview: Option<Triple>,
    /// Expected number of interviews: low, middle, high.
    #[cfg_attr(feature = "command", schemars(inner(range(min = 0))))]
    interviews: Option<[f64; 3]>,
    /// Numbers of interviews between which four in five people like this one lie; null without
    /// draws.
    interviews_of_most: Option<[u32; 2]>,
    /// Chance to match in each specialty; they sum to the middle of p_match.
    p_match_by_specialty: Vec<ShareOutput>,
    /// Why there are no figures; null where there are.
    why: Option<WhyOutput>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "command", derive(JsonSchema), schemars(inline))]
pub(super) struct ShareOutput {
    specialty: String,
    /// Null where the specialty has no chances.
    p_match: Option<Fraction>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "command", derive(JsonSchema), schemars(inline))]
pub(super) struct CostOutput {
    /// Whole dollars of all stated prices; null where none is stated.
    amount: Option<u64>,
    lines: Vec<CostLine>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "command", derive(JsonSchema), schemars(inline))]
pub(super) struct CostLine {
    specialty: String,
    #[cfg_attr(feature = "command", schemars(range(min = 1)))]
    applications: u16,
    /// Where they are sent; null is not stated.
    service: Option<Code<Service>>,
    amount: u64,
    /// Applications without a stated price.
    missing: u16,
    /// The season whose prices count, where the applicant's season has none; null where its own count
    /// or none do.
    prices_of: Option<u16>,
}

/// Prices that count though no source states them for the season.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Borrowed {
    /// For the bill.
    pub own: Own,
    /// Whose season they are, by specialty; a price of one's own has none.
    pub of: Vec<(SpecialtyCode, Season)>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "command", derive(JsonSchema), schemars(inline))]
pub(super) struct SignalsOutput {
    specialty: String,
    gold: Option<u8>,
    silver: Option<u8>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(
    feature = "command",
    derive(JsonSchema),
    schemars(rename = "certificate")
)]
pub(super) struct CertificateOutput {
    pub(super) value: Fraction,
    #[cfg_attr(feature = "command", schemars(range(min = 0)))]
    pub(super) bound: f64,
    pub(super) share_of_best: Fraction,
}

impl Borrowed {
    fn season(&self, specialty: SpecialtyCode) -> Option<u16> {
        let mut all = self.of.iter();
        all.find(|(code, _)| *code == specialty).map(|(_, of)| of.0)
    }
}

/// A list with all that its file tells.
#[derive(Clone, Copy, Debug)]
pub struct Sheet<'a> {
    /// The programs with a chance.
    pub prospects: &'a Prospects<'a>,
    /// Their ranking.
    pub ranking: &'a Ranking,
    /// The list.
    pub list: &'a [Application],
    /// Programs on it that have no chance.
    pub beside: &'a [ProgramIndex],
    /// Pinned programs, ascending: they and those excluded bear on the number that is recommended.
    pub pinned: &'a [ProgramIndex],
    /// Excluded programs, ascending.
    pub excluded: &'a [ProgramIndex],
    /// By order of choice, or none.
    pub signals: &'a [Option<Allowance>],
    /// Prices of another season or of one's own.
    pub borrowed: &'a Borrowed,
}

/// Spells a list, without a certificate.
pub(super) fn spell(sheet: &Sheet<'_>, pack: &str) -> ListAnswer {
    let (prospects, list) = (sheet.prospects, sheet.list);
    let question = prospects.input;
    let codes: Vec<SpecialtyCode> = codes(question);
    let each = codes.iter().zip(sheet.signals);
    let signals = each.map(|(code, allowance)| SignalsOutput {
        specialty: code.to_string(),
        gold: allowance.map(|allowance| allowance.gold),
        silver: allowance.map(|allowance| allowance.silver),
    });
    let has_chance = !prospects.rows().is_empty();
    let mut applications = applications(prospects, list);
    applications.extend(
        sheet
            .beside
            .iter()
            .filter_map(|index| without_chance(sheet, *index)),
    );
    ListAnswer {
        format: Version,
        model: model(question, pack),
        aim: aim(&prospects.aim),
        notices: notices(question),
        preliminary: preliminary(question),
        recommended: has_chance
            .then(|| Recommended::of(prospects, sheet.pinned, sheet.excluded).number),
        others_send: published_number(question),
        list: applications,
        figures: if list.is_empty() {
            FiguresOutput::none(sheet, &codes)
        } else {
            figures(prospects, list, &codes)
        },
        cost: cost(sheet),
        signals: signals.collect(),
        certificate: None,
    }
}

/// A list that somebody made, in the format of `list`, with a line break at its end.
///
/// # Errors
/// If it has no JSON form, which cannot happen to finite numbers.
pub fn list_json(sheet: &Sheet<'_>, pack: &str) -> Result<String, InputError> {
    pretty(&spell(sheet, pack))
}

fn without_chance(sheet: &Sheet<'_>, index: ProgramIndex) -> Option<ApplicationOutput> {
    let question = sheet.prospects.input;
    Some(ApplicationOutput {
        program: program(question.catalog, index)?,
        level: Code(Level::Plain),
        p_interview: None,
        t: None,
        worth: None,
        why: Some(WhyOutput::of(question, sheet.ranking, index)),
    })
}

fn applications(prospects: &Prospects<'_>, list: &[Application]) -> Vec<ApplicationOutput> {
    let bands = interviews(prospects, list);
    let whole = outcome(prospects, list).figures.utility;
    let each = list.iter().zip(bands).enumerate();
    each.filter_map(|(at, (application, band))| {
        let sent = prospects.sent(*application)?;
        let mut others = list.to_vec();
        others.remove(at);
        let worth = whole - outcome(prospects, &others).figures.utility;
        Some(ApplicationOutput {
            program: program(prospects.input.catalog, sent.program)?,
            level: Code(application.level),
            p_interview: Some(triple(band)),
            t: Some(Fraction(sent.t)),
            worth: Some(worth.max(0.0)),
            why: None,
        })
    })
    .collect()
}

impl FiguresOutput {
    /// Of a list without a program that has a chance.
    fn none(sheet: &Sheet<'_>, codes: &[SpecialtyCode]) -> Self {
        let shares = codes.iter().map(|code| ShareOutput {
            specialty: code.to_string(),
            p_match: None,
        });
        FiguresOutput {
            p_match: None,
            any_interview: None,
            interviews: None,
            interviews_of_most: None,
            p_match_by_specialty: shares.collect(),
            why: Some(WhyOutput::of_list(sheet.prospects.input, sheet.ranking)),
        }
    }
}

fn figures(
    prospects: &Prospects<'_>,
    list: &[Application],
    codes: &[SpecialtyCode],
) -> FiguresOutput {
    let middle = outcome(prospects, list).figures;
    let ranges = ranges(prospects, list, &middle);
    let band = |mid: f64, of: Option<Band>| of.unwrap_or(Band::exactly(mid));
    let interviews = band(middle.interviews, ranges.map(|ranges| ranges.interviews));
    let band = |mid: f64, of: Option<Band>| Some(triple(band(mid, of)));
    let shares = codes.iter().zip(&middle.by_choice).enumerate();
    FiguresOutput {
        p_match: band(middle.p_match, ranges.map(|ranges| ranges.p_match)),
        any_interview: band(
            middle.any_interview,
            ranges.map(|ranges| ranges.any_interview),
        ),
        interviews: Some([interviews.lo, interviews.mid, interviews.hi]),
        interviews_of_most: ranges.map(|ranges| [ranges.seen.0, ranges.seen.1]),
        p_match_by_specialty: shares
            .map(|(choice, (code, share))| ShareOutput {
                specialty: code.to_string(),
                p_match: prospects
                    .rows()
                    .iter()
                    .any(|row| row.choice == choice)
                    .then_some(Fraction(*share)),
            })
            .collect(),
        why: None,
    }
}

fn cost(sheet: &Sheet<'_>) -> CostOutput {
    let (prospects, borrowed) = (sheet.prospects, sheet.borrowed);
    let question = prospects.input;
    let mut applications = Applications::default();
    let plain = sheet.list.iter().map(|sent| Application::plain(sent.index));
    let sent = plain.filter_map(|plain| Some(prospects.sent(plain)?.program));
    for index in sent.chain(sheet.beside.iter().copied()) {
        if let Some(program) = question.catalog.get(index) {
            applications.add(program.specialty(), 1);
        }
    }
    let book = question.catalog.fees();
    let bill = book.map(|book| book.bill(question.moment.season, &applications, &borrowed.own));
    CostOutput {
        amount: bill
            .as_ref()
            .and_then(Bill::amount)
            .map(|usd| usd.dollars()),
        lines: bill
            .iter()
            .flat_map(|bill| &bill.lines)
            .map(|line| CostLine {
                specialty: line.specialty.to_string(),
                applications: line.count,
                service: line.service.map(Code),
                amount: line.priced.amount.dollars(),
                missing: line.priced.missing,
                prices_of: borrowed.season(line.specialty),
            })
            .collect(),
    }
}
