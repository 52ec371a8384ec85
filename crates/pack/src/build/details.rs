//! What only pages tell, from rows to columns.

use super::EncodeError;
use super::programs::{joined, or_empty, rows, texts};
use super::tables;
use crate::wire::details::{self as wire, Body};
use engine::catalog::Catalog;
use engine::catalog::details::{
    Details, FilingDetails, HospitalDetails, ProgramDetails, PublishedScores, ResidentPay,
    ScoreSample, SourceDetails, Spread, StatementDetails,
};
use engine::program::Program;

/// Details that tell nothing, with a row for each of the catalog's.
pub(super) fn empty(catalog: &Catalog) -> Details {
    Details {
        programs: vec![ProgramDetails::default(); catalog.programs().len()],
        hospitals: vec![HospitalDetails::default(); catalog.hospitals().len()],
        statements: vec![StatementDetails::default(); catalog.statements().len()],
        sources: vec![SourceDetails::default(); catalog.sources().len()],
        scores: Vec::new(),
    }
}

pub(super) fn columns(
    details: &Details,
    programs: &[Program],
    groups: &[u32],
    of: u64,
) -> Result<Body, EncodeError> {
    let all = &details.programs;
    if all.len() != programs.len() {
        return Err(EncodeError::NoPlace("details of other programs"));
    }
    let websites: Vec<(&str, &str)> = all.iter().map(|p| split(website(p, OLDER))).collect();
    let column = |each: fn(&ProgramDetails) -> String| {
        let values: Vec<String> = all.iter().map(each).collect();
        texts(values.iter().map(String::as_str), groups)
    };
    let paths = websites.iter().filter(|(host, _)| !host.is_empty());
    let has_newer = |p: &ProgramDetails| !website(p, NEWER).is_empty();
    let has_sites = |p: &&ProgramDetails| p.sites.is_some() || p.first_accredited.is_some();
    let with_sites = || all.iter().filter(has_sites);
    let hospitals: Vec<String> = details.hospitals.iter().map(hospital).collect();
    let statements = details.statements.iter();
    Ok(Body {
        of,
        website_host: texts(websites.iter().map(|(host, _)| *host), groups)?,
        website_path: joined(paths.map(|(_, path)| *path))?,
        newer_rows: rows(all, has_newer),
        newer: joined(
            all.iter()
                .filter(|p| has_newer(p))
                .map(|p| website(p, NEWER)),
        )?,
        sponsor: column(|p| {
            p.sponsor
                .as_ref()
                .map_or_else(String::new, |s| (*s.name).into())
        })?,
        sponsor_read: rows(all, |p| p.sponsor.as_ref().is_some_and(|s| !s.by_name)),
        site_rows: rows(all, |p| has_sites(&p)),
        first_accredited: with_sites()
            .map(|p| u64::from(p.first_accredited.unwrap_or(0)))
            .collect(),
        sites: joined(with_sites().map(|p| p.sites.as_deref().unwrap_or_default()))?,
        nrmp_note: texts(all.iter().map(|p| or_empty(&p.nrmp_note)), groups)?,
        filing: column(|p| filed(p, |f| format!("{}\t{}", f.employer, f.titles)))?,
        physicians: column(|p| filed(p, |f| spelled(&f.physicians)))?,
        pay: column(|p| filed(p, |f| f.pay.map_or_else(String::new, pay)))?,
        notices: rows(all, |p| p.filing.as_ref().is_some_and(|f| f.notice_2026)),
        hospitals: joined(hospitals.iter().map(String::as_str))?,
        statement_note: joined(statements.clone().map(|s| &*s.note))?,
        statement_url: joined(statements.map(|s| &*s.url))?,
        scores: details.scores.iter().map(scores).collect(),
        sources: details.sources.iter().map(tables::source).collect(),
    })
}

fn scores(row: &PublishedScores) -> wire::PublishedScores {
    let sample = |sample: ScoreSample| {
        let spread = match sample.spread {
            Spread::Untold => Vec::new(),
            Spread::Deviation(points) => vec![points],
            Spread::Quartiles(low, high) => vec![low, high],
        };
        wire::ScoreSample(sample.count, sample.middle, spread)
    };
    wire::PublishedScores {
        specialty: row.specialty.number(),
        kind: row.kind.code().into(),
        matched: row.matched.map(sample),
        unmatched: row.unmatched.map(sample),
        source: row.source.0,
    }
}

/// Years of the two lists of websites.
const OLDER: u16 = 2021;
const NEWER: u16 = 2022;

/// The website of a year; empty if there is none.
fn website(program: &ProgramDetails, year: u16) -> &str {
    let mut all = program.websites.iter();
    all.find(|site| site.year == year)
        .map_or("", |site| &site.url)
}

/// Scheme and host, and what follows.
fn split(url: &str) -> (&str, &str) {
    let host = url.find("://").map_or(0, |at| at + 3);
    let rest = url.get(host..).unwrap_or_default();
    let end = rest.find(['/', '?', '#']).map_or(url.len(), |at| host + at);
    url.split_at_checked(end).unwrap_or((url, ""))
}

fn filed(program: &ProgramDetails, say: impl Fn(&FilingDetails) -> String) -> String {
    program.filing.as_deref().map_or_else(String::new, say)
}

fn spelled(numbers: &[u16]) -> String {
    let words: Vec<String> = numbers.iter().map(ToString::to_string).collect();
    words.join(" ")
}

fn pay(pay: ResidentPay) -> String {
    format!(
        "{} {} {} {}",
        pay.first_year.unwrap_or(0),
        pay.lowest,
        pay.median,
        pay.filings
    )
}

fn hospital(of: &HospitalDetails) -> String {
    let number = |value: Option<u16>| value.map_or_else(String::new, |value| value.to_string());
    [
        &*of.ccn,
        &of.name,
        &of.city,
        &of.ownership,
        &of.kind,
        &number(of.residents),
        &number(of.year),
    ]
    .join("\t")
}
