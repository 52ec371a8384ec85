//! A ranking as rows: searched, filtered, counted.

use super::property::facets;
use super::row::{Counts, Row, RowStatus, TableInput, View};
use super::sort::sort;
use super::tally::Tally;
use super::{Browse, Place, Show, Sort};
use engine::catalog::{ByProgram, ProgramIndex};
use engine::list::bucket::Bucket;
use engine::search::{SearchIndex, Spelling};

/// Searches, filters and sorts.
#[must_use]
pub fn view(input: &TableInput<'_>, browse: &Browse) -> View {
    let all = rows_of(input);
    let counts = count(input, &all);
    let (mut rows, found) = searched(input, browse, all);
    rows.retain(|row| browse.filters.admit(&facets(input, row), None));
    // Only a sort that was chosen is asked whether it moved anything.
    let before = (browse.sort != Sort::Value).then(|| programs(&rows));
    sort(input, browse, &found.ranks, &mut rows);
    View {
        is_moved: before.is_none_or(|before| before != programs(&rows)),
        rows,
        spelling: found.spelling,
        counts,
    }
}

fn programs(rows: &[Row]) -> Vec<ProgramIndex> {
    rows.iter().map(|row| row.program).collect()
}

/// How many programs each filter would show, the other groups of filters as they are.
#[must_use]
pub fn tally(input: &TableInput<'_>, browse: &Browse) -> Tally {
    let mut counts = Tally::default();
    let (rows, _) = searched(input, browse, rows_of(input));
    for row in &rows {
        let facets = facets(input, row);
        for facet in &facets {
            if browse.filters.admit(&facets, Some(facet.group())) {
                counts.add(*facet);
            }
        }
    }
    counts
}

/// Every program once: ranked by place, then without a chance, shut, and elsewhere by id.
#[must_use]
pub fn rows_of(input: &TableInput<'_>) -> Vec<Row> {
    let ranking = input.ranking;
    let mut rows: Vec<Row> = Vec::with_capacity(input.catalog.programs().len());
    rows.extend((0..).zip(&ranking.ranked).map(|(at, ranked)| Row {
        program: ranked.program,
        status: RowStatus::Ranked(Place::of(input.bands, at), *ranked),
    }));
    rows.extend(ranking.not_modelled.iter().map(|row| Row {
        program: row.program,
        status: RowStatus::NotModelled(*row),
    }));
    rows.extend(ranking.shut.iter().map(|shut| Row {
        program: shut.program,
        status: RowStatus::Shut(*shut),
    }));
    let mut asked = ByProgram::all(false, input.catalog.programs().len());
    rows.iter().for_each(|row| asked.set(row.program, true));
    let indices = (0_u32..).zip(input.catalog.programs());
    rows.extend(
        indices
            .map(|(at, _)| ProgramIndex(at))
            .filter_map(|program| {
                (asked.get(program) == Some(false)).then_some(Row {
                    program,
                    status: RowStatus::Elsewhere,
                })
            }),
    );
    rows
}

fn count(input: &TableInput<'_>, all: &[Row]) -> Counts {
    let mut counts = Counts::default();
    for row in all {
        let Some(program) = input.catalog.get(row.program) else {
            continue;
        };
        counts.pinned += usize::from(input.pinned.contains(&program.id));
        let cell = if input.hidden.contains(&program.id) {
            &mut counts.hidden
        } else {
            match row.status {
                RowStatus::Ranked(..) => &mut counts.ranked,
                RowStatus::NotModelled(_) => &mut counts.not_modelled,
                RowStatus::Shut(_) => &mut counts.shut,
                RowStatus::Elsewhere => &mut counts.elsewhere,
            }
        };
        *cell += 1;
    }
    if let Some(buckets) = input.buckets {
        let shown = [
            Bucket::ApplyFirst,
            Bucket::Apply,
            Bucket::AskFirst,
            Bucket::Skip,
        ];
        counts.in_buckets = shown.map(|bucket| buckets.programs(bucket).len());
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
fn searched(input: &TableInput<'_>, browse: &Browse, all: Vec<Row>) -> (Vec<Row>, Found) {
    let show = browse.table();
    let shown: Vec<Row> = match show.bucket() {
        Some(bucket) => in_bucket(input, bucket, &all),
        None => all
            .into_iter()
            .filter(|row| is_shown(input, show, row))
            .collect(),
    };
    let Some(search) = input
        .search
        .filter(|_| SearchIndex::says_something(&browse.query))
    else {
        return (shown, Found::default());
    };
    let count = input.catalog.programs().len();
    let mut pool = ByProgram::all(false, count);
    shown.iter().for_each(|row| pool.set(row.program, true));
    let matches = search.search(input.catalog, &browse.query, |program| {
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

/// The rows of a bucket, in its order.
fn in_bucket(input: &TableInput<'_>, bucket: Bucket, all: &[Row]) -> Vec<Row> {
    let mut rows = ByProgram::all(None, input.catalog.programs().len());
    for row in all {
        rows.set(row.program, Some(*row));
    }
    let placed = input.buckets.map(|buckets| buckets.programs(bucket));
    let placed = placed.unwrap_or_default().iter();
    placed
        .filter_map(|placed| rows.get(placed.program).flatten())
        .collect()
}

fn is_shown(input: &TableInput<'_>, show: Show, row: &Row) -> bool {
    let Some(program) = input.catalog.get(row.program) else {
        return false;
    };
    let hidden = input.hidden.contains(&program.id);
    match show {
        Show::Pinned => input.pinned.contains(&program.id),
        Show::Hidden => hidden,
        Show::Plan | Show::Ranked => !hidden && matches!(row.status, RowStatus::Ranked(..)),
        Show::Shut => !hidden && matches!(row.status, RowStatus::Shut(_)),
        Show::NotModelled => !hidden && matches!(row.status, RowStatus::NotModelled(_)),
        Show::Elsewhere => !hidden && row.status == RowStatus::Elsewhere,
        Show::ApplyFirst | Show::Apply | Show::AskFirst | Show::Skip => {
            let placed = input.buckets.and_then(|buckets| buckets.find(row.program));
            placed.map(|placed| placed.bucket) == show.bucket()
        }
    }
}
