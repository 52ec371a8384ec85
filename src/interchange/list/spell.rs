//! A list of applications as it stands in the file.

use serde::Serialize;

use super::codes;
use crate::engine::calendar::Season;
use crate::engine::eligibility::Band;
use crate::engine::fees::{Applications, Bill, Own};
use crate::engine::list::{
    Allowance, Application, Prospects, Recommended, interviews, outcome, ranges, usual_number,
};
use crate::engine::program::SpecialtyCode;
use crate::interchange::output::{
    AimOutput, ModelOutput, NoticeOutput, ProgramOutput, Triple, aim, model, notices, program,
    triple,
};
use crate::interchange::{InputError, pretty};

/// A list.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(in crate::interchange) struct ListAnswer {
    /// Version of this format.
    format: u32,
    /// What the answer rests on.
    model: ModelOutput,
    /// What the ranking was made for.
    aim: AimOutput,
    /// What the numbers leave out, a sentence each.
    notices: Vec<NoticeOutput>,
    /// From how many applications on ten more would add less than a point of the chance to match.
    recommended: usize,
    /// How many applicants of the type send in the first specialty, by published figures.
    others_send: usize,
    /// The applications, in the order in which they add most.
    list: Vec<ApplicationOutput>,
    /// What they come to together.
    figures: FiguresOutput,
    /// What they cost, by specialty.
    cost: CostOutput,
    /// Signals by specialty; empty unless they were asked for.
    signals: Vec<SignalsOutput>,
    /// How near the list is to the best one; `None` without a proof.
    pub(super) certificate: Option<CertificateOutput>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub(super) struct ApplicationOutput {
    #[serde(flatten)]
    program: ProgramOutput,
    level: &'static str,
    p_interview: Triple,
    t: f64,
    worth: f64,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub(super) struct FiguresOutput {
    p_match: Triple,
    any_interview: Triple,
    interviews: Triple,
    /// Interviews between which four in five people like this one lie.
    interviews_of_most: Option<[u32; 2]>,
    p_match_by_specialty: Vec<ShareOutput>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub(super) struct ShareOutput {
    specialty: String,
    p_match: f64,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub(super) struct CostOutput {
    amount: Option<u64>,
    lines: Vec<CostLine>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub(super) struct CostLine {
    specialty: String,
    applications: u16,
    service: Option<&'static str>,
    amount: u64,
    missing: u16,
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
pub(super) struct SignalsOutput {
    specialty: String,
    gold: Option<u8>,
    silver: Option<u8>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub(super) struct CertificateOutput {
    pub(super) value: f64,
    pub(super) bound: f64,
    pub(super) share_of_best: f64,
}

impl Borrowed {
    fn season(&self, specialty: SpecialtyCode) -> Option<u16> {
        let mut all = self.of.iter();
        all.find(|(code, _)| *code == specialty).map(|(_, of)| of.0)
    }
}

/// Spells a list, without a certificate; `signals` by order of choice, or none.
pub(super) fn spell(
    prospects: &Prospects<'_>,
    list: &[Application],
    signals: &[Option<Allowance>],
    borrowed: &Borrowed,
    pack: &str,
) -> ListAnswer {
    let question = prospects.question;
    let codes: Vec<SpecialtyCode> = codes(question);
    let each = codes.iter().zip(signals);
    let signals = each.map(|(code, allowance)| SignalsOutput {
        specialty: code.to_string(),
        gold: allowance.map(|allowance| allowance.gold),
        silver: allowance.map(|allowance| allowance.silver),
    });
    ListAnswer {
        format: 1,
        model: model(question, pack),
        aim: aim(&prospects.aim),
        notices: notices(question),
        recommended: Recommended::of(prospects, &[], &[]).number,
        others_send: usual_number(question),
        list: applications(prospects, list),
        figures: figures(prospects, list, &codes),
        cost: cost(prospects, list, borrowed),
        signals: signals.collect(),
        certificate: None,
    }
}

/// A list that somebody made, in the format of `list`, with a line break at its end; `signals` by
/// order of choice.
///
/// # Errors
/// If it has no JSON form, which cannot happen to finite numbers.
pub fn list_json(
    prospects: &Prospects<'_>,
    list: &[Application],
    signals: &[Option<Allowance>],
    borrowed: &Borrowed,
    pack: &str,
) -> Result<String, InputError> {
    pretty(&spell(prospects, list, signals, borrowed, pack))
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
            program: program(prospects.question.catalog, sent.program)?,
            level: application.level.code(),
            p_interview: triple(band),
            t: sent.t,
            worth: worth.max(0.0),
        })
    })
    .collect()
}

fn figures(
    prospects: &Prospects<'_>,
    list: &[Application],
    codes: &[SpecialtyCode],
) -> FiguresOutput {
    let middle = outcome(prospects, list).figures;
    let ranges = ranges(prospects, list, &middle);
    let band = |mid: f64, of: Option<Band>| triple(of.unwrap_or(Band::exactly(mid)));
    FiguresOutput {
        p_match: band(middle.p_match, ranges.map(|ranges| ranges.p_match)),
        any_interview: band(
            middle.any_interview,
            ranges.map(|ranges| ranges.any_interview),
        ),
        interviews: band(middle.interviews, ranges.map(|ranges| ranges.interviews)),
        interviews_of_most: ranges.map(|ranges| [ranges.seen.0, ranges.seen.1]),
        p_match_by_specialty: codes
            .iter()
            .zip(&middle.by_choice)
            .map(|(code, share)| ShareOutput {
                specialty: code.to_string(),
                p_match: *share,
            })
            .collect(),
    }
}

fn cost(prospects: &Prospects<'_>, list: &[Application], borrowed: &Borrowed) -> CostOutput {
    let question = prospects.question;
    let mut applications = Applications::default();
    for application in list {
        let sent = prospects.sent(Application::plain(application.place));
        let program = sent.and_then(|sent| question.catalog.get(sent.program));
        if let Some(program) = program {
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
                service: line.service.map(|service| service.code()),
                amount: line.priced.amount.dollars(),
                missing: line.priced.missing,
                prices_of: borrowed.season(line.specialty),
            })
            .collect(),
    }
}
