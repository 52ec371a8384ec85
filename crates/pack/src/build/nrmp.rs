//! The columns from NRMP reports.

use super::EncodeError;
use super::programs::{or_empty, texts};
use crate::wire::catalog::{FillColumn, Nrmp, YearColumn};
use crate::wire::column::{Column, Rows, symbols};
use crate::wire::numbers::Numbers;
use engine::program::{Fill, Program};
use engine::vocabulary::TrackKind;

pub(super) fn columns(programs: &[Program], groups: &[u32]) -> Result<Nrmp, EncodeError> {
    let one = vec![0; programs.len()];
    let institutions: Vec<u16> = programs
        .iter()
        .map(|program| program.nrmp_codes.first().map_or(0, |c| c.institution()))
        .collect();
    let (firsts, institution_symbols) = symbols(&institutions, groups);
    let codes: Vec<String> = programs
        .iter()
        .zip(&institutions)
        .map(|(program, institution)| short_codes(program, *institution))
        .collect();
    let zero = vec![0; programs.len()];
    let track = |kind| {
        column(
            programs.iter().map(|program| of_track(program, kind)),
            &zero,
        )
        .0
    };
    let (mut steps, mut before) = (Numbers::default(), 0u32);
    let (mut unfilled_code, mut unfilled_quota, mut unfilled_filled) = Default::default();
    for (row, program) in (0u32..).zip(programs) {
        for (code, fill) in &program.unfilled_2026 {
            let index = program.nrmp_codes.iter().position(|own| own == code);
            let index = index.ok_or(EncodeError::NoPlace("an unfilled code of another program"))?;
            steps.push(u64::from(row - before));
            before = row;
            push(&mut unfilled_code, index as u64);
            push(&mut unfilled_quota, u64::from(fill.quota.get()));
            push(&mut unfilled_filled, u64::from(fill.filled));
        }
    }
    Ok(Nrmp {
        institution: texts(
            programs.iter().map(|p| or_empty(&p.nrmp_institution)),
            groups,
        )?,
        institution_code: Column {
            table: firsts
                .iter()
                .filter_map(|row| institutions.get(*row).copied())
                .collect(),
            symbols: institution_symbols,
        },
        codes: texts(codes.iter().map(String::as_str), &one)?,
        full: years(programs),
        one_year: track(TrackKind::OneYear),
        advanced: track(TrackKind::Advanced),
        physician: track(TrackKind::Physician),
        unfilled_rows: Rows(steps),
        unfilled_code,
        unfilled_quota,
        unfilled_filled,
    })
}

fn push(column: &mut Numbers, number: u64) {
    column.push(number);
}

fn short_codes(program: &Program, institution: u16) -> String {
    let own = (institution, program.specialty());
    let codes = program.nrmp_codes.iter();
    let codes: Vec<String> = codes
        .map(|code| match code.to_string().split_at_checked(7) {
            Some((_, rest)) if own == (code.institution(), code.specialty()) => rest.into(),
            _ => format!("={code}"),
        })
        .collect();
    codes.join(";")
}

fn of_track(program: &Program, kind: TrackKind) -> Option<Fill> {
    let track = program.tracks.iter().find(|track| track.kind == kind);
    track.and_then(|track| track.fill_2020)
}

fn years(programs: &[Program]) -> Vec<YearColumn> {
    let mut years: Vec<u16> = programs
        .iter()
        .flat_map(|program| program.history.iter().map(|year| year.year))
        .collect();
    years.sort_unstable();
    years.dedup();
    let mut base = vec![0; programs.len()];
    let columns = years.into_iter().rev().map(|year| {
        let fills = programs.iter().map(|program| {
            let mut history = program.history.iter();
            history.find(|row| row.year == year).map(|row| row.fill)
        });
        let (fills, quotas) = column(fills, &base);
        base = quotas;
        YearColumn { year, fills }
    });
    columns.collect()
}

/// The column, and its quotas as the base of the next.
fn column(fills: impl Iterator<Item = Option<Fill>>, base: &[i64]) -> (FillColumn, Vec<i64>) {
    let mut column = FillColumn::default();
    let mut quotas = Vec::with_capacity(base.len());
    for (fill, base) in fills.zip(base) {
        let quota = fill.map_or(0, |fill| i64::from(fill.quota.get()));
        let filled = fill.map_or(0, |fill| i64::from(fill.filled));
        column.quota.push_signed(quota - base);
        column.unfilled.push_signed(quota - filled);
        quotas.push(quota);
    }
    (column, quotas)
}
