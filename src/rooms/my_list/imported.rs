//! What a list that was brought comes to: what to confirm, what is not known, and the button that
//! takes it over.

use std::rc::Rc;

use yew::prelude::*;

use super::programs;
use crate::kit::{Notice, NoticeKind, Select};
use crate::rooms::words;
use crate::store::use_world;
use engine::portfolio::Level;
use state::lists::import::{Choice, Import, MOST_PROGRAMS, Row, keep, labels};
use state::{Action, Applications, ListEdit, Loaded};

/// Questions, and unknown lines, that are drawn before somebody asks for more: a long list of
/// menus takes longer than a frame.
const AT_ONCE: usize = 20;

#[derive(Clone, Debug, PartialEq, Properties)]
pub(super) struct BroughtProps {
    pub(super) import: Rc<Import>,
    pub(super) loaded: Rc<Loaded>,
    /// The list as the visitor changed it; none once it is taken over.
    pub(super) on_change: Callback<Option<Rc<Import>>>,
}

impl BroughtProps {
    /// Says what a line is.
    fn choose(&self, at: usize, choice: Choice) {
        let mut import = (*self.import).clone();
        import.choose(at, choice);
        self.on_change.emit(Some(Rc::new(import)));
    }

    /// The rows of a kind with their places.
    fn rows(&self, is_kind: impl Fn(&Row) -> bool) -> Vec<(usize, &Row)> {
        let rows = self.import.rows.iter().enumerate();
        rows.filter(|(_, row)| is_kind(row)).collect()
    }
}

/// The list, line by line.
#[component]
pub(super) fn Brought(props: &BroughtProps) -> Html {
    let world = use_world();
    let shown = use_state(|| AT_ONCE);
    let catalog = &props.loaded.catalog;
    let ids = props.import.programs(catalog);
    let count = ids.len();
    let asked = props.rows(|row| !row.offered().is_empty());
    let put = {
        let (dispatch, on_change) = (world.dispatch.clone(), props.on_change.clone());
        let own: Vec<String> = props
            .rows(|row| row.choice == Choice::Own)
            .into_iter()
            .map(|(_, row)| row.text())
            .collect();
        let notebook = world.state.work.notebook.clone();
        let mut all: Applications = world.state.work.lists.programs().clone();
        for id in ids {
            all.entry(id).or_insert(Level::Plain);
        }
        Callback::from(move |_: MouseEvent| {
            dispatch.emit(Action::List(ListEdit::Fill(all.clone())));
            if !own.is_empty() {
                dispatch.emit(Action::Notebook(keep(&notebook, &own)));
            }
            on_change.emit(None);
        })
    };
    let own = props.rows(|row| row.choice == Choice::Own).len();
    html! {
        <>
            <p>{ format!("{} of {} recognised.", words::count(count), programs(props.import.count(catalog))) }
               { if props.import.is_cut { format!(" Only the first {} were read.", words::count(MOST_PROGRAMS)) } else { String::new() } }</p>
            { for asked.iter().take(*shown).map(|(at, row)| question(*at, row, props)) }
            if asked.len() > *shown { { more(asked.len() - *shown, &shown) } }
            <Unknown ..props.clone() />
            <p><button type="button" class="button" disabled={count + own == 0} onclick={put}>
                { match own {
                    0 => format!("Put {} on my list", programs(count)),
                    own => format!("Put {} on my list, and keep {} as my own", programs(count), words::count(own)),
                } }
            </button></p>
        </>
    }
}

fn more(left: usize, shown: &UseStateHandle<usize>) -> Html {
    let (now, shown) = (**shown, shown.setter());
    let onclick = Callback::from(move |_: MouseEvent| shown.set(now + AT_ONCE));
    html! {
        <p><button type="button" class="button button--quiet" {onclick}>
            { format!("Show the next of {} more", words::count(left)) }
        </button></p>
    }
}

/// The question about a line that may be one of several programs, or is not beyond doubt.
fn question(at: usize, row: &Row, props: &BroughtProps) -> Html {
    let offered = row.offered().to_vec();
    let mut options = labels(&props.loaded.catalog, &offered);
    options.push("None of these: keep it as my own".into());
    let chosen = match row.choice {
        Choice::Program(program) => offered.iter().position(|other| *other == program),
        Choice::Own => Some(offered.len()),
        Choice::Open => None,
    };
    let on_choose = {
        let props = props.clone();
        Callback::from(move |index: Option<usize>| {
            let choice = match index {
                None => Choice::Open,
                Some(index) => offered
                    .get(index)
                    .map_or(Choice::Own, |p| Choice::Program(*p)),
            };
            props.choose(at, choice);
        })
    };
    let select = Select {
        id: format!("bring-line-{at}").into(),
        label: format!("Line {}: {}", row.line.number, row.text()).into(),
        empty: Some("Leave it out"),
        options: options.into_iter().map(AttrValue::from).collect(),
        chosen,
        on_choose,
        ..Select::default()
    };
    html! { <div key={at}>{ select.view() }</div> }
}

/// Lines that name no program of these data: left out, unless they are kept as one's own.
#[component]
fn Unknown(props: &BroughtProps) -> Html {
    let shown = use_state(|| AT_ONCE);
    let unknown = props.rows(Row::is_unknown);
    if unknown.is_empty() {
        return html! {};
    }
    let keep_all = {
        let (props, indices) = (props.clone(), unknown.iter().map(|(at, _)| *at));
        let indices: Vec<usize> = indices.collect();
        Callback::from(move |_: MouseEvent| {
            let mut import = (*props.import).clone();
            for at in &indices {
                import.choose(*at, Choice::Own);
            }
            props.on_change.emit(Some(Rc::new(import)));
        })
    };
    let is_one = unknown.len() == 1;
    Notice::new(NoticeKind::Warning).view(html! {
        <>
            <p>{ "Not among the programs of these data. Left out, unless you keep it as a program of your own:" }</p>
            <ul>{ for unknown.iter().take(*shown).map(|(at, row)| unknown_line(*at, row, props)) }</ul>
            if unknown.len() > *shown { { more(unknown.len() - *shown, &shown) } }
            if !is_one {
                <p><button type="button" class="button button--quiet small" onclick={keep_all}>
                    { format!("Keep all {} as my own", words::count(unknown.len())) }
                </button></p>
            }
        </>
    })
}

fn unknown_line(at: usize, row: &Row, props: &BroughtProps) -> Html {
    let is_own = row.choice == Choice::Own;
    let onclick = {
        let props = props.clone();
        let choice = if is_own { Choice::Open } else { Choice::Own };
        Callback::from(move |_: MouseEvent| props.choose(at, choice))
    };
    let text = row.text();
    html! {
        <li key={at}>
            { format!("line {}: {text} ", row.line.number) }
            <button type="button" class="button button--plain small" aria-label={format!("Keep as my own: {text}")}
                aria-pressed={is_own.to_string()} {onclick}>{ if is_own { "Kept" } else { "Keep as my own" } }</button>
        </li>
    }
}
