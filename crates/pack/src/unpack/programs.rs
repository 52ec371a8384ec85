//! Programs, from columns to rows.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{malformed, word};
use crate::PackError;
use crate::wire::catalog::{Filing, Locations, Programs};
use crate::wire::column::{Column, Rows, Texts, indices};
use crate::wire::numbers::Numbers;
use engine::fact::SourceIndex;
use engine::geography::{Point, UsState};
use engine::hospital::HospitalIndex;
use engine::program::{FilingNearness, H1bFiling, NameHints, Program, ProgramId};
use engine::vocabulary::{Accreditation, ErasStatus, NameHint};

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
    /// Programs of one name in a group each, in the order of first use.
    pub(super) fn by_name(programs: &[Program]) -> Groups {
        let mut indices: BTreeMap<&str, u32> = BTreeMap::new();
        let of_row = programs.iter().map(|program| {
            let next = indices.len() as u32;
            *indices.entry(&program.name).or_insert(next)
        });
        let of_row = of_row.collect();
        Groups {
            of_row,
            count: indices.len(),
        }
    }

    /// Every row in one group.
    pub(super) fn one(rows: usize) -> Groups {
        Groups {
            of_row: vec![0; rows],
            count: 1,
        }
    }
}

/// A column ready to be read: its values, and which of them each row has.
pub(super) struct Values<T> {
    table: Vec<T>,
    indices: Vec<u32>,
}

impl<T> Values<T> {
    pub(super) fn new(
        part: &'static str,
        table: Vec<T>,
        symbols: &Numbers,
        groups: &Groups,
    ) -> Result<Values<T>, PackError> {
        let indices = indices(symbols, table.len(), &groups.of_row, groups.count);
        let indices = indices.ok_or(malformed(part))?;
        Ok(Values { table, indices })
    }

    /// The values of a column of texts, each as `read` reads it.
    pub(super) fn of_texts<'a>(
        part: &'static str,
        column: &'a Column<Texts>,
        groups: &Groups,
        read: impl Fn(&'a str) -> Option<T>,
    ) -> Result<Values<T>, PackError> {
        let table = column.table.iter().map(read).collect::<Option<_>>();
        Values::new(part, table.ok_or(malformed(part))?, &column.symbols, groups)
    }

    /// The value of a row.
    pub(super) fn get(&self, row: usize) -> Option<&T> {
        self.table.get(*self.indices.get(row)? as usize)
    }
}

/// A text that rows share; an empty one is none. Always reads.
pub(super) fn shared(text: &str) -> Option<Option<Arc<str>>> {
    Some((!text.is_empty()).then(|| text.into()))
}

/// A word of the vocabulary; an empty text is none.
fn known<T>(from_code: impl Fn(&str) -> Option<T>) -> impl Fn(&str) -> Option<Option<T>> {
    move |code| match code {
        "" => Some(None),
        code => from_code(code).map(Some),
    }
}

pub(super) fn programs(columns: Programs) -> Result<Unpacked, PackError> {
    let ids = ids(&columns.ids)?;
    let names: Vec<Arc<str>> = columns.name.table.iter().map(Arc::from).collect();
    let groups = names_of_rows(&columns.name.symbols, names.len(), ids.len())?;
    let view = View::new(&columns, names, &groups)?;
    let mut rows = Vec::with_capacity(ids.len());
    for (row, id) in ids.into_iter().enumerate() {
        let program = view.program(row, id);
        rows.push(program.ok_or(malformed("programs"))?);
    }
    Ok(Unpacked { rows, groups })
}

/// The columns with every symbol turned into its value.
struct View<'a> {
    specialties: Values<u16>,
    names: Vec<Arc<str>>,
    groups: &'a Groups,
    institutions: Values<Option<Arc<str>>>,
    indices: Values<Location>,
    accreditations: Values<Option<Accreditation>>,
    outside: Vec<bool>,
    eras: Values<Option<ErasStatus>>,
    hints: Values<NameHints>,
    health_centers: Vec<bool>,
    new_2026: Vec<bool>,
    military: Vec<bool>,
    hospitals: Values<u16>,
    filings: Values<Option<H1bFiling>>,
}

impl<'a> View<'a> {
    fn new(
        columns: &'a Programs,
        names: Vec<Arc<str>>,
        groups: &'a Groups,
    ) -> Result<View<'a>, PackError> {
        let rows = groups.of_row.len();
        let one = &Groups::one(rows);
        let c = columns;
        let filings = c.h1b_filing.table.iter();
        let filings = filings.map(|filing| filing.as_ref().map(h1b_filing).transpose());
        let filings = filings.collect::<Result<Vec<_>, _>>()?;
        let hospitals = c.hospital.table.clone();
        let (indices, filing_symbols) = (&c.location.symbols, &c.h1b_filing.symbols);
        let accreditation = known(Accreditation::from_code);
        let (specialties, symbols) = (c.specialty.table.clone(), &c.specialty.symbols);
        Ok(View {
            specialties: Values::new("specialties", specialties, symbols, one)?,
            institutions: Values::of_texts("institutions", &c.institution, groups, shared)?,
            indices: Values::new(
                "places",
                location_table(&c.location.table)?,
                indices,
                groups,
            )?,
            accreditations: Values::of_texts(
                "accreditation",
                &c.accreditation,
                one,
                accreditation,
            )?,
            outside: flags("directory", &c.outside_directory, rows)?,
            eras: Values::of_texts("ERAS", &c.eras_2021, one, known(ErasStatus::from_code))?,
            hints: Values::of_texts("name hints", &c.hints, groups, name_hints)?,
            health_centers: flags("health centers", &c.teaching_health_centers, rows)?,
            new_2026: flags("new programs", &c.new_2026, rows)?,
            military: flags("military programs", &c.military, rows)?,
            hospitals: Values::new("hospitals", hospitals, &c.hospital.symbols, groups)?,
            filings: Values::new("H-1B filings", filings, filing_symbols, groups)?,
            names,
            groups,
        })
    }

    /// The program of a row; `None` if a value is not there.
    fn program(&self, row: usize, id: ProgramId) -> Option<Program> {
        if *self.specialties.get(row)? != id.specialty().number() {
            return None;
        }
        let name = self.names.get(*self.groups.of_row.get(row)? as usize)?;
        let index = self.indices.get(row)?;
        let hospital = self.hospitals.get(row)?.checked_sub(1);
        Some(Program {
            id,
            name: name.clone(),
            institution: self.institutions.get(row)?.clone(),
            city: index.city.clone(),
            state: index.state,
            point: index.point,
            accreditation: *self.accreditations.get(row)?,
            in_2025_directory: !*self.outside.get(row)?,
            eras_2021: *self.eras.get(row)?,
            is_new_2026: *self.new_2026.get(row)?,
            is_military: *self.military.get(row)?,
            hospital: hospital.map(HospitalIndex),
            hints: *self.hints.get(row)?,
            teaching_health_center: *self.health_centers.get(row)?,
            tracks: Box::default(),
            nrmp_institution: None,
            nrmp_codes: Box::default(),
            history: Box::default(),
            unfilled_2026: Box::default(),
            h1b_filing: *self.filings.get(row)?,
            stated: None,
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
        let index = match symbol?.checked_sub(1) {
            None => {
                used += 1;
                used - 1
            }
            Some(zigzag) => {
                let half = i64::from(zigzag >> 1);
                before + if zigzag & 1 == 0 { half } else { -half - 1 }
            }
        };
        before = index;
        let index = u32::try_from(index).ok()?;
        (usize::try_from(index).ok()? < table_len).then_some(index)
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

pub(super) fn flags(part: &'static str, set: &Rows, rows: usize) -> Result<Vec<bool>, PackError> {
    let mut flags = vec![false; rows];
    for row in set.iter() {
        let row = row.and_then(|row| usize::try_from(row).ok());
        let flag = row.and_then(|row| flags.get_mut(row));
        *flag.ok_or(malformed(part))? = true;
    }
    Ok(flags)
}

struct Location {
    city: Arc<str>,
    state: UsState,
    point: Option<Point>,
}

fn location_table(indices: &Locations) -> Result<Vec<Location>, PackError> {
    const PART: &str = "places";
    let cities: Vec<&str> = indices.city.iter().collect();
    let states = indices.state.as_bytes().chunks(2);
    let points = indices.latitude.iter().zip(&indices.longitude);
    let lengths = [
        states.len(),
        indices.latitude.len(),
        indices.longitude.len(),
        cities.len(),
    ];
    if lengths.iter().any(|length| *length != cities.len()) {
        return Err(malformed(PART));
    }
    let table = cities.into_iter().zip(states).zip(points);
    let table = table.map(|((city, state), (latitude, longitude))| {
        let state = std::str::from_utf8(state).ok().and_then(UsState::from_code);
        let point = match *latitude {
            Locations::UNKNOWN => None,
            _ => Some(Point::new(degrees(*latitude), degrees(*longitude))?),
        };
        Some(Location {
            city: city.into(),
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

fn name_hints(codes: &str) -> Option<NameHints> {
    let mut all = codes.split(';').filter(|code| !code.is_empty());
    all.try_fold(NameHints::NONE, |hints, code| {
        Some(hints.with(NameHint::from_code(code)?))
    })
}

fn h1b_filing(filing: &Filing) -> Result<H1bFiling, PackError> {
    Ok(H1bFiling {
        nearness: word("H-1B filings", &filing.nearness, FilingNearness::from_code)?,
        year: filing.year,
        source: SourceIndex(filing.source),
    })
}
