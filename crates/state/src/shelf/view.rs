//! A ranking as rows: searched, filtered, counted.

use super::property::facets;
use super::row::{Counts, Holdings, Row, Standing, View};
use super::sort::sort;
use super::tally::Tally;
use super::{Place, Shelf, Show};
use engine::catalog::{ByProgram, ProgramIndex};
use engine::search::{SearchIndex, Spelling};

/// Searches, filters and sorts.
#[must_use]
pub fn view(holdings: &Holdings<'_>, shelf: &Shelf) -> View {
    let all = rows_of(holdings);
    let counts = count(holdings, &all);
    let (mut rows, found) = searched(holdings, shelf, all);
    rows.retain(|row| shelf.filters.admit(&facets(holdings, row), None));
    sort(holdings, shelf, &found.ranks, &mut rows);
    View {
        rows,
        spelling: found.spelling,
        counts,
    }
}

/// How many programs each filter would show, the other groups of filters as they are.
#[must_use]
pub fn tally(holdings: &Holdings<'_>, shelf: &Shelf) -> Tally {
    let mut counts = Tally::default();
    let (rows, _) = searched(holdings, shelf, rows_of(holdings));
    for row in &rows {
        let facets = facets(holdings, row);
        for facet in &facets {
            if shelf.filters.admit(&facets, Some(facet.group())) {
                counts.add(*facet);
            }
        }
    }
    counts
}

/// Every program once: ranked by place, then without a chance, shut, and elsewhere by id.
#[must_use]
pub fn rows_of(holdings: &Holdings<'_>) -> Vec<Row> {
    let ranking = holdings.ranking;
    let mut rows: Vec<Row> = Vec::with_capacity(holdings.catalog.programs().len());
    rows.extend((0..).zip(&ranking.ranked).map(|(at, ranked)| Row {
        program: ranked.program,
        standing: Standing::Ranked(Place::of(holdings.bands, at), *ranked),
    }));
    rows.extend(ranking.not_modelled.iter().map(|row| Row {
        program: row.program,
        standing: Standing::NotModelled(*row),
    }));
    rows.extend(ranking.shut.iter().map(|shut| Row {
        program: shut.program,
        standing: Standing::Shut(*shut),
    }));
    let mut asked = ByProgram::all(false, holdings.catalog.programs().len());
    rows.iter().for_each(|row| asked.set(row.program, true));
    let indices = (0_u32..).zip(holdings.catalog.programs());
    rows.extend(
        indices
            .map(|(at, _)| ProgramIndex(at))
            .filter_map(|program| {
                (asked.get(program) == Some(false)).then_some(Row {
                    program,
                    standing: Standing::Elsewhere,
                })
            }),
    );
    rows
}

fn count(holdings: &Holdings<'_>, all: &[Row]) -> Counts {
    let mut counts = Counts::default();
    for row in all {
        let Some(program) = holdings.catalog.get(row.program) else {
            continue;
        };
        counts.pinned += usize::from(holdings.pinned.contains(&program.id));
        let cell = if holdings.hidden.contains(&program.id) {
            &mut counts.hidden
        } else {
            match row.standing {
                Standing::Ranked(..) => &mut counts.ranked,
                Standing::NotModelled(_) => &mut counts.not_modelled,
                Standing::Shut(_) => &mut counts.shut,
                Standing::Elsewhere => &mut counts.elsewhere,
            }
        };
        *cell += 1;
    }
    counts
}

#[derive(Default)]
struct Found {
    /// Rank of the text match; empty without a search.
    ranks: ByProgram<Option<u16>>,
    spelling: Spelling,
}

/// The rows of the chosen kind that the search finds.
fn searched(holdings: &Holdings<'_>, shelf: &Shelf, all: Vec<Row>) -> (Vec<Row>, Found) {
    let shown: Vec<Row> = all
        .into_iter()
        .filter(|row| is_shown(holdings, shelf.show, row))
        .collect();
    let Some(search) = holdings
        .search
        .filter(|_| SearchIndex::says_something(&shelf.query))
    else {
        return (shown, Found::default());
    };
    let count = holdings.catalog.programs().len();
    let mut pool = ByProgram::all(false, count);
    shown.iter().for_each(|row| pool.set(row.program, true));
    let matches = search.search(holdings.catalog, &shelf.query, |program| {
        pool.get(program) == Some(true)
    });
    let mut ranks = ByProgram::all(None, count);
    for hit in &matches.hits {
        ranks.set(hit.program, Some(hit.rank));
    }
    let rows = shown
        .into_iter()
        .filter(|row| ranks.get(row.program).flatten().is_some())
        .collect();
    let spelling = matches.spelling;
    (rows, Found { ranks, spelling })
}

fn is_shown(holdings: &Holdings<'_>, show: Show, row: &Row) -> bool {
    let Some(program) = holdings.catalog.get(row.program) else {
        return false;
    };
    let hidden = holdings.hidden.contains(&program.id);
    match show {
        Show::Pinned => holdings.pinned.contains(&program.id),
        Show::Hidden => hidden,
        Show::Ranked => !hidden && matches!(row.standing, Standing::Ranked(..)),
        Show::Shut => !hidden && matches!(row.standing, Standing::Shut(_)),
        Show::NotModelled => !hidden && matches!(row.standing, Standing::NotModelled(_)),
        Show::Elsewhere => !hidden && row.standing == Standing::Elsewhere,
    }
}
