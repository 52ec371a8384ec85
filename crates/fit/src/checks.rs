//! Published rows that cannot be right, and rows that are doubtful.
//!
//! Tables reach us through transcriptions. A row that contradicts itself stops the fit; a row
//! that is only odd is reported, with what the fit does about it, and stays.

use super::FitError;
use super::published::{ByRanks, Pair, Published, Sample, Table};

/// An odd row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doubt {
    /// The file's source.
    pub source: String,
    /// The row.
    pub row: String,
    /// What is odd, and what the fit does about it.
    pub what: &'static str,
}

/// Checks every table.
///
/// # Errors
///
/// [`FitError::Impossible`] for the first row that contradicts itself.
pub fn check(published: &Published) -> Result<Vec<Doubt>, FitError> {
    let mut doubts = Vec::new();
    nonus(published, &mut doubts)?;
    seniors(published, &mut doubts)?;
    counts(&published.md_ranks)?;
    counts(&published.independents)?;
    by_score(published)?;
    rest(published)?;
    Ok(doubts)
}

fn impossible(source: &str, row: &str, what: &'static str) -> FitError {
    FitError::Impossible {
        source: source.to_owned(),
        row: row.to_owned(),
        what,
    }
}

fn holds(yes: bool, source: &str, row: &str, what: &'static str) -> Result<(), FitError> {
    if yes {
        Ok(())
    } else {
        Err(impossible(source, row, what))
    }
}

fn is_count(value: f64) -> bool {
    value.is_finite() && value >= 0.0 && value.fract() == 0.0
}

fn nonus(published: &Published, doubts: &mut Vec<Doubt>) -> Result<(), FitError> {
    let table = &published.nonus_img;
    for row in &table.rows {
        let (source, name) = (&table.source, &row.specialty);
        let counted = is_count(row.matched) && is_count(row.unmatched);
        holds(counted, source, name, "a number of applicants is no count")?;
        let any = row.matched + row.unmatched > 0.0;
        holds(any, source, name, "nobody is in it")?;
        for pair in [&row.ranks, &row.step2] {
            samples(pair, (row.matched, row.unmatched), source, name)?;
        }
        if let (Some(a), Some(b)) = (row.ranks.matched, row.ranks.unmatched)
            && a.mean < b.mean
        {
            doubts.push(Doubt {
                source: source.clone(),
                row: name.clone(),
                what: "the matched have fewer ranks than the unmatched; used as it is",
            });
        }
    }
    Ok(())
}

fn samples(pair: &Pair, groups: (f64, f64), source: &str, name: &str) -> Result<(), FitError> {
    let sides = [(pair.matched, groups.0), (pair.unmatched, groups.1)];
    for (sample, group) in sides {
        let Some(Sample { n, mean, sd }) = sample else {
            continue;
        };
        let whole = is_count(n) && n > 0.0 && n <= group;
        holds(whole, source, name, "a group is larger than those it is of")?;
        // Ranks and scores begin at one.
        let sane = mean.is_finite() && mean >= 1.0 && sd.is_finite() && sd >= 0.0;
        holds(sane, source, name, "a mean or standard deviation cannot be")?;
    }
    Ok(())
}

fn seniors(published: &Published, doubts: &mut Vec<Doubt>) -> Result<(), FitError> {
    let table = &published.seniors;
    for row in &table.rows {
        let name = format!("{} ({})", row.specialty, row.kind);
        let counted = is_count(row.matched) && is_count(row.unmatched);
        holds(
            counted,
            &table.source,
            &name,
            "a number of applicants is no count",
        )?;
        let scores = [row.step2_matched, row.step2_unmatched];
        let sane = scores.iter().flatten().all(|s| (1.0..=300.0).contains(s));
        holds(sane, &table.source, &name, "a score is outside 1 to 300")?;
        if let (Some(matched), Some(unmatched)) = (row.step2_matched, row.step2_unmatched)
            && matched < unmatched
        {
            doubts.push(Doubt {
                source: table.source.clone(),
                row: name,
                what: "the unmatched score higher than the matched; no slope is taken from it",
            });
        }
    }
    Ok(())
}

fn counts(table: &Table<ByRanks>) -> Result<(), FitError> {
    for row in &table.rows {
        let (source, name) = (&table.source, &row.specialty);
        let same = row.matched.len() == row.unmatched.len() && !row.matched.is_empty();
        holds(same, source, name, "matched and unmatched have other bins")?;
        let mut all = row.matched.iter().chain(&row.unmatched);
        holds(
            all.all(|n| is_count(*n)),
            source,
            name,
            "a bin holds no count",
        )?;
    }
    Ok(())
}

fn by_score(published: &Published) -> Result<(), FitError> {
    let table = &published.by_score;
    for row in &table.rows {
        let (source, name) = (&table.source, &row.specialty);
        let same = row.n.len() == row.p_match_pct.len();
        holds(same, source, name, "there are other bands than counts")?;
        for (pct, n) in row.p_match_pct.iter().zip(&row.n) {
            holds(is_count(*n), source, name, "a band holds no count")?;
            let share = pct.is_none_or(|pct| (0.0..=100.0).contains(&pct));
            holds(share, source, name, "a share is outside 0 to 100 %")?;
            let told = pct.is_some() == (*n > 0.0);
            holds(told, source, name, "a band without applicants has a share")?;
        }
    }
    Ok(())
}

fn rest(published: &Published) -> Result<(), FitError> {
    let table = &published.md_scores;
    for row in &table.rows {
        let ordered = row.q1 <= row.median && row.median <= row.q3 && row.q1 < row.q3;
        holds(
            ordered,
            &table.source,
            &row.specialty,
            "quartiles are out of order",
        )?;
    }
    for row in &published.type_rates.rows {
        let name = format!("{} {}", row.year, row.kind);
        let share = row.rate_pct > 0.0 && row.rate_pct < 100.0;
        holds(share, &row.source, &name, "a rate is outside 0 to 100 %")?;
    }
    let table = &published.applications;
    for row in &table.rows {
        let ordered = row.low > 0.0 && row.low <= row.mid && row.mid <= row.high;
        holds(ordered, &table.source, &row.kind, "a range is out of order")?;
    }
    let table = &published.failed_attempts;
    for row in &table.rows {
        let shares = row.never_pct >= 0.0 && row.seldom_pct >= 0.0;
        let whole = row.never_pct + row.seldom_pct <= 100.0;
        holds(
            shares && whole,
            &table.source,
            &row.specialty,
            "shares are no shares",
        )?;
    }
    Ok(())
}
