//! Programs, from columns to rows.

use super::{malformed, specialty_code, statements::is_web, word};
use crate::engine::fact::SourceIndex;
use crate::engine::place::{Point, UsState};
use crate::engine::policy::Policy;
use crate::engine::program::{FilingStrength, H1bFiling, NameHints, Program, ProgramId};
use crate::engine::vocabulary::{Accreditation, ErasStatus, NameHint};
use crate::pack::PackError;
use crate::pack::wire::catalog::{Filing, Places, Programs};
use crate::pack::wire::column::{Column, Rows, Texts, places};

/// Programs without their NRMP fields, and the group (the name) of each.
pub(super) struct Unpacked {
    pub(super) rows: Vec<Program>,
    pub(super) groups: Groups,
}

/// The group of each row, and how many groups there are.
pub(super) struct Groups {
    of_row: Vec<u32>,
    count: usize,
}

impl Groups {
    /// Every row in one group.
    pub(super) fn one(rows: usize) -> Groups {
        Groups {
            of_row: vec![0; rows],
            count: 1,
        }
    }

    /// Places in a column's table, one a row.
    pub(super) fn places(
        &self,
        part: &'static str,
        symbols: &[u32],
        table_len: usize,
    ) -> Result<Vec<usize>, PackError> {
        let places = places(symbols, table_len, &self.of_row, self.count);
        let places = places.ok_or(malformed(part))?;
        // Every place is below the length of a table in memory.
        Ok(places.into_iter().map(|place| place as usize).collect())
    }
}

/// The values of a column of texts, one a row.
pub(super) fn texts<'a>(
    part: &'static str,
    column: &'a Column<Texts>,
    groups: &Groups,
) -> Result<Vec<&'a str>, PackError> {
    let table: Vec<&str> = column.table.iter().collect();
    let places = groups.places(part, &column.symbols, table.len())?;
    Ok(places
        .into_iter()
        .filter_map(|place| table.get(place).copied())
        .collect())
}

pub(super) fn some_text(text: &str) -> Option<Box<str>> {
    (!text.is_empty()).then(|| text.into())
}

pub(super) fn programs(columns: Programs) -> Result<Unpacked, PackError> {
    let ids = ids(&columns.ids)?;
    let rows = ids.len();
    let one = Groups::one(rows);
    let names: Vec<&str> = columns.name.table.iter().collect();
    let groups = names_of_rows(&columns.name.symbols, names.len(), rows)?;
    let specialty = &columns.specialty;
    let specialties = one.places("specialties", &specialty.symbols, specialty.table.len())?;
    let institutions = texts("institutions", &columns.institution, &groups)?;
    let accreditations = texts("accreditation", &columns.accreditation, &one)?;
    let eras = texts("ERAS standing", &columns.eras_2021, &one)?;
    let hints = texts("name hints", &columns.hints, &groups)?;
    let hosts = texts("websites", &columns.website_host, &groups)?;
    let outside = flags("directory", &columns.outside_directory, rows)?;
    let health_centers = flags("health centers", &columns.teaching_health_centers, rows)?;
    let names_specialty = flags("H-1B filings", &columns.h1b_names_specialty, rows)?;
    let filing = &columns.h1b_filing;
    let filings = groups.places("H-1B filings", &filing.symbols, filing.table.len())?;
    let place_table = place_table(&columns.place.table)?;
    let place_of = groups.places("places", &columns.place.symbols, place_table.len())?;
    let mut paths = columns.website_path.iter();

    let mut programs = Vec::with_capacity(rows);
    for (row, id) in ids.into_iter().enumerate() {
        let mut program = || -> Option<Program> {
            let name = names.get(usize::try_from(*groups.of_row.get(row)?).ok()?)?;
            let place = place_table.get(*place_of.get(row)?)?;
            Some(Program {
                id,
                specialty: specialty_code(*specialty.table.get(*specialties.get(row)?)?).ok()?,
                name: (*name).into(),
                institution: some_text(institutions.get(row)?),
                city: place.city.into(),
                state: place.state,
                place: place.point,
                website: website(hosts.get(row)?, &mut paths)?,
                accreditation: known(accreditations.get(row)?, Accreditation::from_code)?,
                in_2025_directory: !*outside.get(row)?,
                eras_2021: known(eras.get(row)?, ErasStatus::from_code)?,
                hints: name_hints(hints.get(row)?)?,
                teaching_health_center: *health_centers.get(row)?,
                tracks: Box::default(),
                nrmp_institution: None,
                nrmp_codes: Box::default(),
                nrmp_note: None,
                history: Box::default(),
                h1b_filing: h1b_filing(
                    filing.table.get(*filings.get(row)?)?.as_ref(),
                    *names_specialty.get(row)?,
                ),
                policy: Policy::default(),
            })
        };
        programs.push(program().ok_or(malformed("programs"))?);
    }
    if paths.next().is_some() {
        return Err(malformed("websites"));
    }
    Ok(Unpacked {
        rows: programs,
        groups,
    })
}

fn ids(steps: &[u64]) -> Result<Vec<ProgramId>, PackError> {
    let mut at = 0u64;
    let ids = steps.iter().map(|step| {
        at = at.checked_add(*step)?;
        ProgramId::from_number(at)
    });
    ids.collect::<Option<_>>().ok_or(malformed("program ids"))
}

/// The table place of each row's name: see [`Programs::name`].
fn names_of_rows(symbols: &[u32], table_len: usize, rows: usize) -> Result<Groups, PackError> {
    let mut used = 0i64;
    let mut before = 0i64;
    let of_row = symbols.iter().map(|symbol| {
        let place = match symbol.checked_sub(1) {
            None => {
                used += 1;
                used - 1
            }
            Some(zigzag) => {
                let half = i64::from(zigzag >> 1);
                before + if zigzag & 1 == 0 { half } else { -half - 1 }
            }
        };
        before = place;
        let place = u32::try_from(place).ok()?;
        (usize::try_from(place).ok()? < table_len).then_some(place)
    });
    let of_row: Vec<u32> = of_row.collect::<Option<_>>().ok_or(malformed("names"))?;
    if of_row.len() != rows {
        return Err(malformed("names"));
    }
    Ok(Groups {
        of_row,
        count: table_len,
    })
}

fn flags(part: &'static str, set: &Rows, rows: usize) -> Result<Vec<bool>, PackError> {
    let mut flags = vec![false; rows];
    for row in set.iter() {
        let row = row.and_then(|row| usize::try_from(row).ok());
        let flag = row.and_then(|row| flags.get_mut(row));
        *flag.ok_or(malformed(part))? = true;
    }
    Ok(flags)
}

struct Place<'a> {
    city: &'a str,
    state: UsState,
    point: Option<Point>,
}

fn place_table(places: &Places) -> Result<Vec<Place<'_>>, PackError> {
    const PART: &str = "places";
    let cities: Vec<&str> = places.city.iter().collect();
    let states = places.state.as_bytes().chunks(2);
    let points = places.latitude.iter().zip(&places.longitude);
    let lengths = [
        states.len(),
        places.latitude.len(),
        places.longitude.len(),
        cities.len(),
    ];
    if lengths.iter().any(|length| *length != cities.len()) {
        return Err(malformed(PART));
    }
    let table = cities.into_iter().zip(states).zip(points);
    let table = table.map(|((city, state), (latitude, longitude))| {
        let state = std::str::from_utf8(state).ok().and_then(UsState::from_code);
        let point = match *latitude {
            Places::UNKNOWN => None,
            _ => Some(Point::new(degrees(*latitude), degrees(*longitude))?),
        };
        Some(Place {
            city,
            state: state?,
            point,
        })
    });
    table.collect::<Option<_>>().ok_or(malformed(PART))
}

/// Degrees from ten-thousandths: the same bits as reading the decimal.
fn degrees(units: i32) -> f64 {
    f64::from(units) / 10_000.0
}

/// The website of a row; the outer `None` if it is no address of the web.
fn website<'a>(host: &str, paths: &mut impl Iterator<Item = &'a str>) -> Option<Option<Box<str>>> {
    if host.is_empty() {
        return Some(None);
    }
    let path = paths.next()?;
    is_web(host).then(|| Some([host, path].concat().into()))
}

fn known<T>(code: &str, from_code: impl Fn(&str) -> Option<T>) -> Option<Option<T>> {
    match code {
        "" => Some(None),
        code => from_code(code).map(Some),
    }
}

fn name_hints(codes: &str) -> Option<NameHints> {
    let mut all = codes.split(';').filter(|code| !code.is_empty());
    all.try_fold(NameHints::NONE, |hints, code| {
        let hint = word("name hints", code, NameHint::from_code).ok()?;
        Some(hints.with(hint))
    })
}

fn h1b_filing(filing: Option<&Filing>, names_specialty: bool) -> Option<H1bFiling> {
    filing.map(|filing| H1bFiling {
        strength: if filing.resident_title {
            FilingStrength::ResidentTitle
        } else {
            FilingStrength::WeakTitle
        },
        employer: filing.employer.clone(),
        titles: filing.titles.clone(),
        names_specialty,
        physicians_fy2025: filing.physicians_fy2025,
        physicians_fy2026: filing.physicians_fy2026,
        source: SourceIndex(filing.source),
    })
}
