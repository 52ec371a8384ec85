//! The second half of what `cargo xtask backtest` prints: level, states, counts, the order.

use std::fmt::{self, Formatter};

use super::Percent;
use crate::backtest::{Backtest, percent};

impl Backtest {
    pub(super) fn level_and_order(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.of_states(f)?;
        self.of_sheet(f)?;
        self.of_any_rank(f)?;
        self.of_counts(f)?;
        self.of_seniors(f)?;
        self.of_again(f)?;
        self.of_personas(f)?;
        self.of_lists(f)
    }

    fn of_states(&self, f: &mut Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "\nIMGs by state, one year from the other: error, every state alike, gain"
        )?;
        for row in &self.states {
            let (kind, from, year) = (row.kind, row.fitted, row.tested);
            let (error, alike, gain) = (row.error, row.alike, row.gain);
            writeln!(
                f,
                "  {kind:13} {year} from {from} {error:.2} {alike:.2} {gain:.2}"
            )?;
        }
        Ok(())
    }

    fn of_sheet(&self, f: &mut Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "\nInterviews in internal medicine, a public sheet of 2024, of those who had some: mean, deviation, share without any; published, then the model"
        )?;
        for row in &self.sheet {
            let (mean, sd) = (row.mean, row.sd);
            writeln!(
                f,
                "  {:13} {:36} n {:3} applications {:5.1} score {:5.1} mean {:5.2} {:5.2} sd {:5.2} {:5.2} none {}",
                row.kind,
                row.group,
                row.n,
                row.applications,
                row.score,
                mean.published,
                mean.predicted,
                sd.published,
                sd.predicted,
                Percent(row.none)
            )?;
        }
        Ok(())
    }

    fn of_any_rank(&self, f: &mut Formatter<'_>) -> fmt::Result {
        writeln!(f, "\nA rank at all: the model, and what bounds it")?;
        for row in &self.any_rank {
            let bound = |word, bound: Option<f64>| {
                bound.map_or_else(String::new, |b| format!(" {word} {}", percent(b)))
            };
            let (low, high) = (bound("at least", row.low), bound("at most", row.high));
            let word = if row.is_inside() { "" } else { " outside" };
            let (who, sent, p) = (&row.who, &row.sent, percent(row.predicted));
            writeln!(f, "  {who} ({sent}): {p};{low}{high}{word}")?;
        }
        Ok(())
    }

    fn of_counts(&self, f: &mut Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "\nIMGs by specialty beside their counts, 90 % interval (Wilson); US IMGs: filled over ranked, rough"
        )?;
        for row in &self.counts {
            let word = if row.is_inside() { "" } else { " outside" };
            let (low, high) = (percent(row.low), percent(row.high));
            writeln!(
                f,
                "  {:36} {:9} {:5} of {:5} {} ({low} to {high}){word}",
                row.name,
                row.kind,
                row.matched,
                row.n,
                Percent(row.rate)
            )?;
        }
        Ok(())
    }

    fn of_seniors(&self, f: &mut Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "\nUS seniors: share matched, and Step 2 CK of matched less unmatched"
        )?;
        for row in &self.seniors {
            let gap = row.gap.map_or_else(
                || "not published".to_owned(),
                |gap| format!("{:.1} {:.1}", gap.published, gap.predicted),
            );
            let word = if row.small {
                " few: drawn to others"
            } else {
                ""
            };
            writeln!(
                f,
                "  {:36} {:13} {:5} matched {:4} not {}; gap {gap}{word}",
                row.name,
                row.kind,
                row.matched,
                row.unmatched,
                Percent(row.share)
            )?;
        }
        Ok(())
    }

    fn of_again(&self, f: &mut Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "\nApplied to the same field again, a survey that is too high"
        )?;
        for row in &self.again {
            let (low, high) = (percent(row.low), percent(row.high));
            let (name, kind, n, rate) = (&row.name, &row.kind, row.n, Percent(row.rate));
            let (score, at_score) = (row.score, percent(row.at_score));
            writeln!(
                f,
                "  {name} {kind} n {n} {rate} (survey {low} to {high}); at a score of {score} {at_score}"
            )?;
        }
        Ok(())
    }

    fn of_personas(&self, f: &mut Formatter<'_>) -> fmt::Result {
        writeln!(f, "\nThe order of one person")?;
        for row in &self.personas {
            let [first, middle, last, tied] =
                [row.first, row.middle, row.last, row.tied_at].map(percent);
            writeln!(
                f,
                "  {:20} {} programs, {} different chances, largest tie {} at {tied}, {} bands, largest {}; first {first}, middle {middle}, last {last} ({})",
                row.name,
                row.ranked,
                row.different,
                row.largest_tie,
                row.bands,
                row.largest_band,
                row.who
            )?;
        }
        Ok(())
    }

    fn of_lists(&self, f: &mut Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "\nLists: applications, at hospitals with 12 and more specialties, of the first 20 unfilled in 2026, chance to match, of the likeliest list"
        )?;
        for row in &self.lists {
            let [p_match, likeliest] = [row.p_match, row.likeliest].map(percent);
            let wish = row
                .wish
                .map_or_else(String::new, |wish| format!(", wishes {wish}"));
            writeln!(
                f,
                "  {}, {}{wish}: {} sent, {} broad, {} unfilled, {p_match} of {likeliest}",
                row.who, row.name, row.sent, row.broad, row.unfilled
            )?;
        }
        Ok(())
    }
}
