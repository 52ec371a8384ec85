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
use crate::pack::wire::numbers::Numbers;

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
        symbols: &Numbers,
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
    let names: Vec<&str> = columns.name.table.iter().collect();
    let groups = names_of_rows(&columns.name.symbols, names.len(), ids.len())?;
    let view = View::new(&columns, names, &groups, ids.len())?;
    let mut paths = columns.website_path.iter();
    let rows = ids.into_iter().enumerate();
    let rows = rows.map(|(row, id)| view.program(row, id, &mut paths));
    let rows = rows.collect::<Option<_>>().ok_or(malformed("programs"))?;
    if paths.next().is_some() {
        return Err(malformed("websites"));
    }
    Ok(Unpacked { rows, groups })
}

/// The columns with every symbol turned into its value or its place in a table.
struct View<'a> {
    columns: &'a Programs,
    names: Vec<&'a str>,
    groups: &'a Groups,
    specialties: Vec<usize>,
    institutions: Vec<&'a str>,
    place_table: Vec<Place<'a>>,
    places: Vec<usize>,
    hosts: Vec<&'a str>,
    accreditations: Vec<&'a str>,
    outside: Vec<bool>,
    eras: Vec<&'a str>,
    hints: Vec<&'a str>,
    health_centers: Vec<bool>,
    filings: Vec<usize>,
    names_specialty: Vec<bool>,
}

impl<'a> View<'a> {
    fn new(
        columns: &'a Programs,
        names: Vec<&'a str>,
        groups: &'a Groups,
        rows: usize,
    ) -> Result<View<'a>, PackError> {
        let one = Groups::one(rows);
        let specialty = &columns.specialty;
        let filing = &columns.h1b_filing;
        let place_table = place_table(&columns.place.table)?;
        Ok(View {
            specialties: one.places("specialties", &specialty.symbols, specialty.table.len())?,
            institutions: texts("institutions", &columns.institution, groups)?,
            places: groups.places("places", &columns.place.symbols, place_table.len())?,
            place_table,
            hosts: texts("websites", &columns.website_host, groups)?,
            accreditations: texts("accreditation", &columns.accreditation, &one)?,
            outside: flags("directory", &columns.outside_directory, rows)?,
            eras: texts("ERAS standing", &columns.eras_2021, &one)?,
            hints: texts("name hints", &columns.hints, groups)?,
            health_centers: flags("health centers", &columns.teaching_health_centers, rows)?,
            filings: groups.places("H-1B filings", &filing.symbols, filing.table.len())?,
            names_specialty: flags("H-1B filings", &columns.h1b_names_specialty, rows)?,
            columns,
            names,
            groups,
        })
    }

    /// The program of a row; `None` if a value is outside its range.
    fn program<'b>(
        &self,
        row: usize,
        id: ProgramId,
        paths: &mut impl Iterator<Item = &'b str>,
    ) -> Option<Program> {
        let name = usize::try_from(*self.groups.of_row.get(row)?).ok()?;
        let place = self.place_table.get(*self.places.get(row)?)?;
        let specialty = *self.specialties.get(row)?;
        let filing = *self.filings.get(row)?;
        Some(Program {
            id,
            specialty: specialty_code(*self.columns.specialty.table.get(specialty)?).ok()?,
            name: (*self.names.get(name)?).into(),
            institution: some_text(self.institutions.get(row)?),
            city: place.city.into(),
            state: place.state,
            place: place.point,
            website: website(self.hosts.get(row)?, paths)?,
            accreditation: known(self.accreditations.get(row)?, Accreditation::from_code)?,
            in_2025_directory: !*self.outside.get(row)?,
            eras_2021: known(self.eras.get(row)?, ErasStatus::from_code)?,
            hints: name_hints(self.hints.get(row)?)?,
            teaching_health_center: *self.health_centers.get(row)?,
            tracks: Box::default(),
            nrmp_institution: None,
            nrmp_codes: Box::default(),
            nrmp_note: None,
            history: Box::default(),
            h1b_filing: h1b_filing(
                self.columns.h1b_filing.table.get(filing)?.as_ref(),
                *self.names_specialty.get(row)?,
            ),
            policy: Policy::default(),
        })
    }
}

fn ids(steps: &Numbers) -> Result<Vec<ProgramId>, PackError> {
    let mut at = 0u64;
    let ids = steps.iter().map(|step| {
        at = at.checked_add(step?)?;
        ProgramId::from_number(at)
    });
    ids.collect::<Option<_>>().ok_or(malformed("program ids"))
}

/// The table place of each row's name: see [`Programs::name`].
fn names_of_rows(symbols: &Numbers, table_len: usize, rows: usize) -> Result<Groups, PackError> {
    let mut used = 0i64;
    let mut before = 0i64;
    let of_row = symbols.iter_u32().map(|symbol| {
        let place = match symbol?.checked_sub(1) {
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
