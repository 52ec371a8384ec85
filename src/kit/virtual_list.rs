//! A long list that draws only the rows in sight.
//!
//! Every row has the same height, which the style sheet gives and the list measures, so that
//! zoom, text size and width are all right. Rows out of sight are two spacers; a screen reader
//! hears each row's place and the whole number. On paper the first rows are all drawn.

use gloo::events::EventListener;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

/// Rows drawn before the list has been measured.
const FIRST: usize = 24;
/// Rows drawn above and below the window.
const MARGIN: usize = 8;
/// Most rows on paper.
const PRINTED: usize = 300;

/// Properties of [`VirtualList`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct VirtualListProps {
    /// What the list is of.
    pub label: AttrValue,
    /// How many rows.
    pub count: usize,
    /// Class of the list.
    #[prop_or_default]
    pub class: Classes,
    /// Class of each row, which must give all rows one height.
    #[prop_or_default]
    pub row_class: Classes,
    /// A key that stays with the row when the order changes.
    pub key_of: Callback<usize, u64>,
    /// The content of a row.
    pub row: Callback<usize, Html>,
}

/// The rows on show: from the first up to the last, which is not drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Window {
    first: usize,
    end: usize,
}

/// What was measured.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Measure {
    /// Height of a row in CSS pixels; above 0.
    row: f64,
    /// From the top of the window down to the top of the list, negative once it is passed.
    top: f64,
    /// Height of the window.
    height: f64,
}

impl Measure {
    fn window(self, count: usize) -> Window {
        let rows = |pixels: f64| {
            let rows = (pixels / self.row).floor().clamp(0.0, 1.0e6);
            // In range by the clamp; a float cast saturates besides.
            rows as usize
        };
        let first = rows(-self.top).saturating_sub(MARGIN);
        let end = (rows(self.height - self.top) + 1 + MARGIN).min(count);
        Window {
            first: first.min(end),
            end,
        }
    }
}

/// The list, an `ol` whose rows the window scrolls over.
#[component]
pub fn VirtualList(props: &VirtualListProps) -> Html {
    let count = props.count;
    let measure = use_state_eq(|| None::<Measure>);
    let printing = use_state_eq(|| false);
    let list = use_node_ref();
    let (above, below) = (use_node_ref(), use_node_ref());

    use_measure(list.clone(), measure.setter(), count);
    use_print(printing.setter());

    let window = match *measure {
        _ if *printing => Window {
            first: 0,
            end: count.min(PRINTED),
        },
        Some(measure) => measure.window(count),
        None => Window {
            first: 0,
            end: count.min(FIRST),
        },
    };
    let row_height = measure.map_or(0.0, |measure| measure.row);
    use_spacer(above.clone(), pixels(row_height, window.first));
    use_spacer(
        below.clone(),
        pixels(row_height, count - window.end.min(count)),
    );

    html! {
        <ol ref={list} class={classes!("virtual-list", props.class.clone())} aria-label={props.label.clone()} role="list">
            <li ref={above} key="above" role="presentation" aria-hidden="true" />
            { for (window.first..window.end).map(|at| html! {
                <li
                    key={format!("row-{}", props.key_of.emit(at))}
                    class={classes!("virtual-list__row", props.row_class.clone())}
                    aria-posinset={(at + 1).to_string()}
                    aria-setsize={count.to_string()}
                >
                    { props.row.emit(at) }
                </li>
            }) }
            <li ref={below} key="below" role="presentation" aria-hidden="true" />
        </ol>
    }
}

/// Whole pixels, so that equal heights compare equal.
fn pixels(row: f64, rows: usize) -> u32 {
    let rows = u32::try_from(rows).unwrap_or(u32::MAX);
    (row * f64::from(rows)).round().clamp(0.0, 1.0e9) as u32
}

/// Measures when the window scrolls or changes size, and when the number of rows changes.
#[hook]
fn use_measure(list: NodeRef, measure: UseStateSetter<Option<Measure>>, count: usize) {
    use_effect_with(count, move |_| {
        let look = {
            let (list, measure) = (list.clone(), measure.clone());
            move || {
                if let Some(found) = measured(&list) {
                    measure.set(Some(found));
                }
            }
        };
        look();
        let window = gloo::utils::window();
        let on_scroll = look.clone();
        let scroll = EventListener::new(&window, "scroll", move |_| on_scroll());
        let resize = EventListener::new(&window, "resize", move |_| look());
        move || drop((scroll, resize))
    });
}

fn measured(list: &NodeRef) -> Option<Measure> {
    let list = list.cast::<Element>()?;
    let row = list.query_selector(".virtual-list__row").ok()??;
    let height = row.get_bounding_client_rect().height();
    let window = gloo::utils::window().inner_height().ok()?.as_f64()?;
    (height > 0.0).then(|| Measure {
        row: height,
        top: list.get_bounding_client_rect().top(),
        height: window,
    })
}

#[hook]
fn use_print(printing: UseStateSetter<bool>) {
    use_effect_with((), move |()| {
        let window = gloo::utils::window();
        let begins = printing.clone();
        let before = EventListener::new(&window, "beforeprint", move |_| begins.set(true));
        let after = EventListener::new(&window, "afterprint", move |_| printing.set(false));
        move || drop((before, after))
    });
}

/// Gives a spacer its height through the object model, which the content security policy
/// allows where it forbids a style attribute.
#[hook]
fn use_spacer(spacer: NodeRef, height: u32) {
    use_effect_with(height, move |height| {
        if let Some(element) = spacer.cast::<HtmlElement>() {
            // A height that cannot be set shows the list without its scroll room.
            let _ = element
                .style()
                .set_property("block-size", &format!("{height}px"));
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(top: f64) -> Measure {
        Measure {
            row: 100.0,
            top,
            height: 800.0,
        }
    }

    #[test]
    fn only_rows_near_the_window_are_drawn() {
        assert_eq!(at(300.0).window(600), Window { first: 0, end: 14 });
        assert_eq!(
            at(-20_000.0).window(600),
            Window {
                first: 192,
                end: 217
            }
        );
        assert_eq!(
            at(-59_900.0).window(600),
            Window {
                first: 591,
                end: 600
            }
        );
    }

    #[test]
    fn a_list_that_shrank_under_the_window_draws_its_end() {
        let window = at(-90_000.0).window(5);
        assert_eq!((window.first, window.end), (5, 5));
        assert_eq!(at(0.0).window(0), Window { first: 0, end: 0 });
    }
}
