//! The Accuracy page's content as HTML: loaded when the page is opened, so that neither words nor
//! tables weigh on the app. Every number in it is computed here.

mod constants;
mod counts;
mod left_out;
mod level;
mod order;
mod parts;
mod plot;
mod signals;

use maud::{Markup, html};

use self::parts::{PLOT, compared, ledger, marks, part, source};
use super::cells::{CellCheck, Ranks};
use super::curves::Point;
use super::sensitivity::Sensitivity;
use super::{Backtest, Table, percent};
use crate::Fitted;
use engine::catalog::Catalog;
use engine::decimal::grouped;
use engine::vocabulary::ApplicantType;

/// Specialties whose curves are drawn: the ones with the most independent applicants.
const CURVES: usize = 6;

/// The page's content, from its second heading on. Links name `sources` by their titles.
#[must_use]
pub fn page(found: &Backtest, fitted: &Fitted, moved: &Sensitivity, sources: &Catalog) -> String {
    let published = &fitted.published;
    let content = html! {
        div.accuracy.stack data-model=(found.version) {
            (in_short(found))
            (goals(found))
            @for table in &found.tables { (points(table, sources)) }
            (rates(found, ApplicantType::NonUsImg, sources))
            (rates(found, ApplicantType::UsMdSenior, sources))
            (rates(found, ApplicantType::UsDoSenior, sources))
            (counts::seniors(found, [&published.seniors.source, &published.md_scores.source], sources))
            (counts::imgs(found, [&published.nonus_img.source, &published.matched.source], sources))
            (counts::again(found, &published.reapplied.source, sources))
            (left_out::left_out(&found.left_out))
            (left_out::years(found))
            (reliability(found))
            (level::sheet(found, &published.sheet.source, sources))
            (level::any_rank(found, &published.reached.source, sources))
            (order::states(found, &published.by_state.source, sources))
            (order::personas(found))
            (order::lists(found))
            (signals::signals(fitted, sources))
            (constants::constants(&fitted.constants, moved, sources))
            (beyond())
        }
    };
    content.into_string()
}

fn in_short(found: &Backtest) -> Markup {
    let r = &found.reliability;
    let inside = found.left_out.iter().filter(|row| row.is_inside()).count();
    let years = &found.left_out_years;
    let held = years.iter().filter(|row| row.is_inside()).count();
    let middle = r.bins.get(r.bins.len() / 2);
    part(
        "in-short",
        "In short",
        &html! {
            p.lead {
                "We asked the model about " (grouped(r.n as usize)) " earlier applicants whose outcomes it had not been shown. "
                "Its chances were off by " strong { (format!("{:.1} points", 100.0 * r.mean_off)) } " on average, group by group."
            }
            p {
                @if let Some(bin) = middle {
                    "Of those it gave about " (percent(bin.predicted)) ", " (percent(bin.observed)) " matched; the table under “Predicted and matched” shows every step. "
                }
                "Its error, squared, is smaller by "
                (percent(1.0 - r.brier / r.brier_of_base_rate))
                " than that of telling everyone the same overall rate (Brier score " (format!("{:.3}", r.brier)) " against " (format!("{:.3}", r.brier_of_base_rate)) ")."
            }
            p {
                "When a whole specialty is hidden from the model and predicted from the others, the published rate lies in the predicted range "
                (inside) " times in " (found.left_out.len()) "; the ranges are made to hold it four times in five. "
                "When a later year is predicted from an earlier one it does so only " (held) " times in " (years.len())
                ": ranges do not cover how a coming season may differ."
            }
            p {
                "This is a test of chances for groups. No published table follows one applicant at one program, so the chance at a single program rests on the same model but cannot be tested by itself."
            }
        },
    )
}

fn goals(found: &Backtest) -> Markup {
    part(
        "goals",
        "What we set out to reach, and where we miss it",
        &html! {
            ul.accuracy__goals {
                @for target in &found.targets {
                    li {
                        strong { @if target.missed.is_empty() { "Met. " } @else { "Missed. " } }
                        (target.goal) ": " (format!("{:.2}", target.reached)) "."
                        @if !target.missed.is_empty() { " By " (target.missed.join(", ")) "." }
                    }
                }
            }
            p { "Pediatrics and emergency medicine have lists that are longer or more uneven than one normal spread of strength can make." }
        },
    )
}

fn points(table: &Table, sources: &Catalog) -> Markup {
    let seen = if table.seen {
        "The spread of these ranks went into the fit; the share that matched did not."
    } else {
        "The fit has not seen these figures."
    };
    let mut names: Vec<&str> = table.points.iter().map(|p| &*p.specialty).collect();
    names.dedup();
    let of = |name: &str| -> Vec<&Point> {
        let all = table.points.iter();
        all.filter(|point| point.specialty == name).collect()
    };
    let n = |name: &str| of(name).iter().map(|point| point.n).sum::<f64>();
    names.sort_by(|a, b| n(b).total_cmp(&n(a)));
    let rows = html! {
        @for point in &table.points {
            tr {
                th scope="row" { (point.specialty) }
                td { (point.group) }
                td.ledger__number { (point.n) }
                (compared(point.rate))
            }
        }
    };
    let content = html! {
        @if !table.note.is_empty() { p { (table.note) } }
        p { (seen) " Mean difference, weighted by applicants: " strong { (percent(table.mean_off)) } "." }
        div.accuracy__curves {
            @for name in names.iter().take(CURVES) { (plot::curve(name, &of(name))) }
        }
        details.disclosure {
            summary { "All " (table.points.len()) " figures as a table" }
            (ledger(table.about, &["Specialty", "Group", "Applicants", "Published", "Model"], &rows))
        }
        (source(&table.source, sources))
    };
    part(table.name, table.about, &content)
}

fn rates(found: &Backtest, kind: ApplicantType, listed: &Catalog) -> Markup {
    let all = found.cells.iter();
    let mut cells: Vec<&CellCheck> = all.filter(|c| c.kind == kind.code()).collect();
    cells.sort_by(|a, b| b.rate.published.total_cmp(&a.rate.published));
    let about = format!("{}: match rate to the preferred specialty", kind.label());
    let ranks = cells.iter().any(|cell| cell.matched.is_some());
    let mut heads = vec!["Specialty", "Applicants", "Published", "Model", PLOT];
    if ranks {
        heads.extend(["Mean ranks of the matched", "Of the unmatched"]);
    }
    let mean = |ranks: Option<&Ranks>| {
        ranks.map_or_else(
            || "not published".to_owned(),
            |r| format!("{:.1}, model {:.1}", r.mean.published, r.mean.predicted),
        )
    };
    let rows = html! {
        @for cell in &cells {
            tr {
                th scope="row" { (cell.name) }
                td.ledger__number { (cell.n) }
                (compared(cell.rate))
                (marks(cell.rate.published, cell.rate.predicted, None))
                @if ranks {
                    td.ledger__number { (mean(cell.matched.as_ref())) }
                    td.ledger__number { (mean(cell.unmatched.as_ref())) }
                }
            }
        }
    };
    let mut sources: Vec<&str> = cells.iter().map(|cell| &*cell.source).collect();
    sources.sort_unstable();
    sources.dedup();
    let content = html! {
        p { "The fit has seen these figures; the table shows how well four numbers describe a specialty. An open mark is published, a full mark is the model. Small groups are drawn towards the others on purpose." }
        (ledger(&about, &heads, &rows))
        @for key in sources { (source(key, listed)) }
    };
    part(&format!("rates-{}", kind.code()), &about, &content)
}

fn reliability(found: &Backtest) -> Markup {
    let about = "Predicted and matched";
    let r = &found.reliability;
    let rows = html! {
        @for bin in &r.bins {
            tr {
                th scope="row" { (percent(bin.predicted)) }
                td.ledger__number { (percent(bin.observed)) }
                (marks(bin.observed, bin.predicted, None))
                td.ledger__number { (format!("{:.0}", bin.n)) }
            }
        }
    };
    let content = html! {
        p {
            "All figures that the fit has not seen, by what the model predicted. Calibration error, the mean gap of these rows: "
            strong { (percent(r.calibration_error)) } "."
        }
        (ledger(about, &["Predicted", "Matched", PLOT, "Applicants"], &rows))
    };
    part("reliability", about, &content)
}

fn beyond() -> Markup {
    part(
        "cannot-be-tested",
        "What cannot be tested, and why",
        &html! {
            ul.accuracy__goals {
                li { strong { "US citizen IMGs, US MD graduates and US DO graduates by specialty. " } "No table of their match rates by preferred specialty is published for these years. Their numbers are borrowed, and marked so." }
                li { strong { "Visa, graduation year, US clinical experience, failed attempts. " } "Tables of outcomes do not split applicants by them. Gates use what programs state, and surveys of program directors." }
                li { strong { "Signals. " } "Studies compare programs that were signalled with those that were not; the applicants chose whom to signal. How much of the difference a signal makes has not been tried by chance." }
                li { strong { "Applicants without any interview. " } "The tables of match rates hold only applicants who ranked at least one program. For those who did not there are lower bounds, and a total for IMGs; a table by specialty and record does not exist." }
                li { strong { "A single program. " } "No program publishes whom it invited among those who applied." }
            }
        },
    )
}
