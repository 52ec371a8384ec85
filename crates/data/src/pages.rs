//! `sponsors.csv` and `acgme_pages_2022.csv`: sponsors, sites, first accreditation and websites on
//! ACGME's public pages of 2022.

use super::SourceError;
use super::programs::Programs;
use super::table::Table;
use engine::catalog::details::{Sponsor, Website};

pub(super) const FILE: &str = "acgme_pages_2022.csv";
pub(super) const SPONSORS: &str = "sponsors.csv";
const YEAR: u16 = 2022;

/// Gives programs their sponsors.
pub(super) fn sponsors(text: &str, programs: &mut Programs) -> Result<(), SourceError> {
    const COLUMNS: &[&str] = &["acgme_id", "sponsor", "basis"];
    let table = Table::read(SPONSORS, COLUMNS, text)?;
    for row in table.rows() {
        let by_name = row.word("basis", |code| match code {
            "record" => Some(false),
            "same_name" => Some(true),
            _ => None,
        })?;
        let (_, details) = programs.of(row, "acgme_id")?;
        if details.sponsor.is_some() {
            return Err(row.error("acgme_id", "has a sponsor already"));
        }
        details.sponsor = Some(Sponsor {
            name: row.text("sponsor")?.into(),
            by_name,
        });
    }
    Ok(())
}

/// Gives programs what the pages tell. A website on the host of the older one adds nothing.
pub(super) fn fill_in(text: &str, programs: &mut Programs) -> Result<(), SourceError> {
    const COLUMNS: &[&str] = &["acgme_id", "first_accredited", "website", "sites"];
    let table = Table::read(FILE, COLUMNS, text)?;
    for row in table.rows() {
        let url = row.address("website")?;
        let (_, details) = programs.of(row, "acgme_id")?;
        details.first_accredited = row.number("first_accredited", 1900..=YEAR)?;
        details.sites = row.optional("sites")?.map(Into::into);
        let Some(url) = url else { continue };
        let known = details
            .websites
            .iter()
            .any(|site| host(&site.url) == host(url));
        if !known {
            let mut websites = details.websites.to_vec();
            websites.push(Website {
                url: url.into(),
                year: YEAR,
            });
            details.websites = websites.into();
        }
    }
    Ok(())
}

/// The host of an address, without `www.`.
fn host(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    host.strip_prefix("www.").unwrap_or(host)
}
