//! What `cargo xtask backtest` prints.

mod order;

use std::fmt::{self, Display, Formatter};

use super::cells::Ranks;
use super::{Backtest, Compared, percent};

impl Display for Backtest {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        writeln!(f, "Model {}. Published, then the model.\n", self.version)?;
        self.cells(f)?;
        for table in &self.tables {
            let word = if table.seen {
                "partly seen by the fit"
            } else {
                "not seen by the fit"
            };
            writeln!(f, "\n{} ({word}; {})", table.about, table.source)?;
            writeln!(
                f,
                "mean difference {}, weighted by applicants",
                percent(table.mean_off)
            )?;
            for point in &table.points {
                let rate = Percent(point.rate);
                writeln!(
                    f,
                    "  {:36} {:14} n {:6} {rate}",
                    point.specialty, point.group, point.n
                )?;
            }
        }
        self.left_out(f)?;
        self.years(f)?;
        self.reliability(f)?;
        self.level_and_order(f)?;
        writeln!(f, "\nGoals")?;
        for target in &self.targets {
            let word = if target.missed.is_empty() {
                "met"
            } else {
                "missed by"
            };
            let missed = target.missed.join(", ");
            writeln!(
                f,
                "  {}: {:.2} of {} {word} {missed}",
                target.goal, target.reached, target.limit
            )?;
        }
        Ok(())
    }
}

impl Backtest {
    fn cells(&self, f: &mut Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "Match rate, and mean and standard deviation of contiguous ranks"
        )?;
        for cell in &self.cells {
            write!(
                f,
                "  {:36} {:13} {:8} n {:6} {}",
                cell.name,
                cell.kind,
                cell.basis,
                cell.n,
                Percent(cell.rate)
            )?;
            group(f, "matched", cell.matched.as_ref())?;
            group(f, "unmatched", cell.unmatched.as_ref())?;
            writeln!(f)?;
        }
        Ok(())
    }

    fn left_out(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let inside = self.left_out.iter().filter(|row| row.is_inside()).count();
        let all = self.left_out.len();
        writeln!(
            f,
            "\nEach specialty left out: {inside} of {all} inside the range that is to hold four in five"
        )?;
        for row in &self.left_out {
            let word = if row.is_inside() { "" } else { " outside" };
            let (low, high) = (percent(row.low), percent(row.high));
            writeln!(
                f,
                "  {:36} {:13} n {:6} {} ({low} to {high}){word}",
                row.name,
                row.kind,
                row.n,
                Percent(row.rate)
            )?;
        }
        Ok(())
    }

    fn years(&self, f: &mut Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "\nFigures of a later year, predicted from an earlier one; ranges are to hold four in five"
        )?;
        for group in &self.year_coverage {
            let (from, year, kind) = (group.from, group.year, group.kind);
            let (signed, off) = (percent(group.mean_signed), percent(group.mean_off));
            writeln!(
                f,
                "{kind} of {year} from {from}: {} of {} inside, off by {off} on average, {signed} with its sign",
                group.inside, group.all
            )?;
            let own = self.left_out_years.iter();
            let own = own.filter(|row| (row.kind, row.from, row.year) == (kind, from, year));
            for row in own {
                let word = if row.is_inside() { "" } else { " outside" };
                let (low, high) = (percent(row.low), percent(row.high));
                let (name, n, rate) = (&row.name, row.n, Percent(row.rate));
                writeln!(f, "  {name:36} n {n:6} {rate} ({low} to {high}){word}")?;
            }
        }
        Ok(())
    }

    fn reliability(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let r = &self.reliability;
        writeln!(
            f,
            "\nReliability over what the fit has not seen, {} applicants",
            r.n
        )?;
        for bin in &r.bins {
            writeln!(
                f,
                "  predicted {} matched {} n {}",
                percent(bin.predicted),
                percent(bin.observed),
                bin.n
            )?;
        }
        writeln!(
            f,
            "  mean difference {}, calibration error {}, Brier {:.4} (everyone told the base rate: {:.4})",
            percent(r.mean_off),
            percent(r.calibration_error),
            r.brier,
            r.brier_of_base_rate
        )
    }
}

fn group(f: &mut Formatter<'_>, word: &str, ranks: Option<&Ranks>) -> fmt::Result {
    let Some(r) = ranks else { return Ok(()) };
    let (mean, sd) = (r.mean, r.sd);
    write!(
        f,
        "; {word} {:.1} {:.2} sd {:.1} {:.2}",
        mean.published, mean.predicted, sd.published, sd.predicted
    )
}

/// Published and predicted as percents.
pub(super) struct Percent(pub(super) Compared);

impl Display for Percent {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Compared {
            published,
            predicted,
        } = self.0;
        write!(f, "{} {}", percent(published), percent(predicted))
    }
}
