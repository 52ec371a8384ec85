//! What only pages tell, from columns to rows.

use std::sync::Arc;

use super::programs::{Groups, Values, flags, shared};
use super::statements::is_web;
use crate::wire::catalog::Source;
use crate::wire::column::{Column, Rows, Texts};
use crate::wire::details::{self as wire, Body};
use crate::{PackError, malformed};
use engine::catalog::Catalog;
use engine::catalog::details::{
    Details, FILING_YEARS, FilingDetails, HospitalDetails, ProgramDetails, PublishedScores,
    ResidentPay, ScoreSample, SourceDetails, Sponsor, Spread, StatementDetails, Website,
};
use engine::fact::SourceIndex;
use engine::program::SpecialtyCode;
use engine::vocabulary::ApplicantType;

const PART: &str = "details";

/// The details that a body carries for a catalog.
pub(crate) fn details(body: Body, catalog: &Catalog) -> Result<Details, PackError> {
    let Body {
        statement_note,
        statement_url,
        sources,
        scores: published,
        hospitals,
        ..
    } = &body;
    let statements = statement_note.iter().zip(statement_url.iter());
    let statements = statements.map(|(note, url)| {
        (url.is_empty() || is_web(url)).then(|| StatementDetails {
            note: note.into(),
            url: url.into(),
        })
    });
    let found = Details {
        statements: statements.collect::<Option<_>>().ok_or(malformed(PART))?,
        sources: sources.iter().map(source).collect(),
        hospitals: hospitals
            .iter()
            .map(hospital)
            .collect::<Option<_>>()
            .ok_or(malformed(PART))?,
        scores: published
            .iter()
            .map(|row| scores(row, sources.len()))
            .collect::<Option<_>>()
            .ok_or(malformed(PART))?,
        programs: programs(&body, catalog)?,
    };
    let parts = catalog.parts();
    let fits = found.statements.len() == parts.statements.len()
        && statement_url.iter().count() == parts.statements.len()
        && found.sources.len() == parts.sources.len()
        && found.hospitals.len() == parts.hospitals.len();
    fits.then_some(found).ok_or(malformed(PART))
}

fn programs(body: &Body, catalog: &Catalog) -> Result<Vec<ProgramDetails>, PackError> {
    let groups = &Groups::by_name(catalog.programs());
    let rows = catalog.programs().len();
    let texts = |column| Values::of_texts(PART, column, groups, shared);
    let sponsors = texts(&body.sponsor)?;
    let notes = texts(&body.nrmp_note)?;
    let hosts = body.website_host.table.iter().map(|host| {
        let fits = host.is_empty() || is_web(host);
        fits.then_some(host)
    });
    let hosts = hosts.collect::<Option<Vec<_>>>().ok_or(malformed(PART))?;
    let hosts = Values::new(PART, hosts, &body.website_host.symbols, groups)?;
    let filings = Filings::of(body, groups, rows)?;
    let read = flags(PART, &body.sponsor_read, rows)?;
    let mut newer = Sparse::of(&body.newer_rows, body.newer.iter());
    let accredited = body.first_accredited.iter();
    let mut sites = Sparse::of(&body.site_rows, accredited.zip(body.sites.iter()));
    let mut paths = body.website_path.iter();
    let mut all = Vec::with_capacity(rows);
    for row in 0..rows {
        let mut program = || {
            let older = match *hosts.get(row)? {
                "" => None,
                host => Some([host, paths.next()?].concat().into()),
            };
            let newer = newer.at(row)?.filter(|url| is_web(url)).map(Into::into);
            let (first_accredited, sites) = match sites.at(row)? {
                None => (None, ""),
                Some((year, sites)) => (Some(u16::try_from(year?).ok()?), sites),
            };
            let websites = [(older, 2021), (newer, 2022)].into_iter();
            let sponsor = sponsors.get(row)?.clone();
            Some(ProgramDetails {
                websites: websites
                    .filter_map(|(url, year)| Some(Website { url: url?, year }))
                    .collect(),
                sponsor: sponsor.map(|name| Sponsor {
                    name,
                    by_name: !read.get(row).copied().unwrap_or(false),
                }),
                first_accredited: first_accredited.filter(|year| *year > 0),
                sites: (!sites.is_empty()).then(|| sites.into()),
                nrmp_note: notes.get(row)?.clone(),
                filing: filings.at(row)?,
            })
        };
        all.push(program().ok_or(malformed(PART))?);
    }
    let ended = paths.next().is_none() && newer.is_over() && sites.is_over();
    ended.then_some(all).ok_or(malformed(PART))
}

/// The columns of filings, ready to be read.
struct Filings {
    named: Values<Option<Arc<str>>>,
    physicians: Values<Option<Arc<str>>>,
    pay: Values<Option<Arc<str>>>,
    notices: Vec<bool>,
}

impl Filings {
    fn of(body: &Body, groups: &Groups, rows: usize) -> Result<Filings, PackError> {
        let texts = |column: &Column<Texts>| Values::of_texts(PART, column, groups, shared);
        Ok(Filings {
            named: texts(&body.filing)?,
            physicians: texts(&body.physicians)?,
            pay: texts(&body.pay)?,
            notices: flags(PART, &body.notices, rows)?,
        })
    }

    /// The filing of a row; the outer `None` if it does not read.
    fn at(&self, row: usize) -> Option<Option<Box<FilingDetails>>> {
        let Some(named) = self.named.get(row)? else {
            return Some(None);
        };
        let (employer, titles) = named.split_once('\t')?;
        Some(Some(Box::new(FilingDetails {
            employer: employer.into(),
            titles: titles.into(),
            physicians: match self.physicians.get(row)? {
                None => Box::default(),
                Some(text) => by_year(text)?,
            },
            pay: match self.pay.get(row)? {
                None => None,
                Some(text) => Some(pay(text)?),
            },
            notice_2026: *self.notices.get(row)?,
        })))
    }
}

fn by_year(text: &str) -> Option<Box<[u16]>> {
    let counts: Box<[u16]> = text
        .split(' ')
        .map(|count| count.parse().ok())
        .collect::<Option<_>>()?;
    (counts.len() == FILING_YEARS.count()).then_some(counts)
}

fn pay(text: &str) -> Option<ResidentPay> {
    let mut numbers = text.split(' ').map(|number| number.parse::<u32>().ok());
    let mut next = || numbers.next().flatten();
    let (first_year, lowest, median, filings) = (next()?, next()?, next()?, next()?);
    Some(ResidentPay {
        first_year: (first_year > 0).then_some(first_year),
        lowest,
        median,
        filings: u16::try_from(filings).ok()?,
    })
}

fn hospital(line: &str) -> Option<HospitalDetails> {
    let mut parts = line.split('\t');
    let mut text = || parts.next();
    let (ccn, name, city) = (text()?, text()?, text()?);
    let (ownership, kind) = (text()?, text()?);
    let (residents, year) = (text()?, text()?);
    let number = |text: &str| match text {
        "" => Some(None),
        text => text.parse().ok().map(Some),
    };
    Some(HospitalDetails {
        ccn: ccn.into(),
        name: name.into(),
        city: city.into(),
        ownership: ownership.into(),
        kind: kind.into(),
        residents: number(residents)?,
        year: number(year)?,
    })
}

/// Published scores whose source is one of so many.
fn scores(row: &wire::PublishedScores, sources: usize) -> Option<PublishedScores> {
    let sample = |sample: &Option<wire::ScoreSample>| {
        let Some(wire::ScoreSample(count, middle, spread)) = sample else {
            return Some(None);
        };
        let spread = match **spread {
            [] => Spread::Untold,
            [points] => Spread::Deviation(points),
            [low, high] if low <= high => Spread::Quartiles(low, high),
            _ => return None,
        };
        Some(Some(ScoreSample {
            count: *count,
            middle: *middle,
            spread,
        }))
    };
    Some(PublishedScores {
        specialty: SpecialtyCode::from_number(row.specialty)?,
        kind: ApplicantType::from_code(&row.kind)?,
        matched: sample(&row.matched)?,
        unmatched: sample(&row.unmatched)?,
        source: (usize::from(row.source) < sources).then_some(SourceIndex(row.source))?,
    })
}

fn source(row: &Source) -> SourceDetails {
    SourceDetails {
        title: row.title.clone(),
        publisher: row.publisher.clone(),
        quoted_by: (!row.quoted_by.is_empty()).then(|| row.quoted_by.clone()),
        year: row.year.clone(),
        location: row.location.clone(),
        terms: row.terms.clone(),
        used_for: row.used_for.clone(),
    }
}

/// Values of some rows, taken row by row.
struct Sparse<R: Iterator, V> {
    rows: std::iter::Peekable<R>,
    values: V,
}

impl<'a, T, V: Iterator<Item = T> + 'a> Sparse<Box<dyn Iterator<Item = Option<u32>> + 'a>, V> {
    fn of(rows: &'a Rows, values: V) -> Self {
        let rows: Box<dyn Iterator<Item = Option<u32>> + 'a> = Box::new(rows.iter());
        Sparse {
            rows: rows.peekable(),
            values,
        }
    }

    /// The value of a row, or none of it; the outer `None` if there are fewer values than rows.
    fn at(&mut self, row: usize) -> Option<Option<T>> {
        match self.rows.peek() {
            Some(Some(next)) if *next as usize == row => {
                self.rows.next();
                self.values.next().map(Some)
            }
            _ => Some(None),
        }
    }

    fn is_over(&mut self) -> bool {
        self.rows.next().is_none() && self.values.next().is_none()
    }
}
