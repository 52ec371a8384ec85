//! Marks on a scale from 0 to 100 %, and curves: decoration beside the numbers they show.

use maud::{Markup, html};

use crate::backtest::curves::Point;

/// A published and a predicted share, and the range of the second.
#[derive(Clone, Copy, Debug)]
pub(super) struct Dots {
    pub(super) published: f64,
    pub(super) predicted: f64,
    pub(super) range: Option<(f64, f64)>,
}

fn at(share: f64) -> String {
    // Marks at the ends stay inside.
    format!("{:.2}%", 4.0 + 92.0 * share.clamp(0.0, 1.0))
}

/// One row of marks; the numbers stand beside it.
pub(super) fn dots(dots: Dots) -> Markup {
    let (published, predicted) = (at(dots.published), at(dots.predicted));
    html! {
        svg.plot width="100%" height="18" aria-hidden="true" {
            line.plot__track x1=(at(0.0)) x2=(at(1.0)) y1="9" y2="9" {}
            @if let Some((low, high)) = dots.range {
                line.plot__range x1=(at(low)) x2=(at(high)) y1="9" y2="9" {}
            }
            line.plot__gap x1=(published) x2=(predicted) y1="9" y2="9" {}
            circle.plot__model cx=(predicted) cy="9" r="4" {}
            circle.plot__published cx=(published) cy="9" r="5" {}
        }
    }
}

const WIDTH: f64 = 300.0;
const HEIGHT: f64 = 180.0;
const LEFT: f64 = 42.0;
const BOTTOM: f64 = 24.0;
const TOP: f64 = 10.0;

/// A curve over the groups of one specialty: the model as a line, the published as circles whose
/// area is the number of applicants.
pub(super) fn curve(name: &str, points: &[&Point]) -> Markup {
    let most = points.iter().map(|p| p.n).fold(1.0, f64::max);
    let last = points.len().saturating_sub(1).max(1) as f64;
    let x = |index: usize| LEFT + (WIDTH - LEFT - 10.0) * index as f64 / last;
    let y = |share: f64| TOP + (HEIGHT - TOP - BOTTOM) * (1.0 - share);
    let line: Vec<String> = points
        .iter()
        .enumerate()
        .map(|(index, p)| format!("{:.1},{:.1}", x(index), y(p.rate.predicted)))
        .collect();
    let ends = (points.first(), points.last());
    html! {
        figure.curve {
            figcaption { (name) }
            svg viewBox={"0 0 " (WIDTH) " " (HEIGHT)} role="img" aria-label={"Share matched in " (name) ": the model as a line, published shares as circles; the numbers are in the table below"} {
                @for share in [0.0, 0.5, 1.0] {
                    line.plot__track x1=(LEFT) x2=(WIDTH) y1=(format!("{:.1}", y(share))) y2=(format!("{:.1}", y(share))) {}
                    text.plot__word x=(LEFT - 4.0) y=(format!("{:.1}", y(share) + 4.0)) text-anchor="end" { (format!("{:.0} %", 100.0 * share)) }
                }
                polyline.plot__line points=(line.join(" ")) {}
                @for (index, p) in points.iter().enumerate() {
                    circle.plot__published cx=(format!("{:.1}", x(index))) cy=(format!("{:.1}", y(p.rate.published))) r=(format!("{:.1}", 2.0 + 6.0 * (p.n / most).sqrt())) {}
                }
                @if let (Some(first), Some(last)) = ends {
                    text.plot__word x=(LEFT) y=(HEIGHT - 6.0) { (first.group) }
                    text.plot__word x=(WIDTH) y=(HEIGHT - 6.0) text-anchor="end" { (last.group) }
                }
            }
        }
    }
}
