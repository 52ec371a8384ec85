//! What the visitor found out about a program; it overrides what we read.

use std::rc::Rc;

use yew::prelude::*;

use super::number_fields::NumberField;
use crate::kit::{Group, Layout, Notice, NoticeKind, RadioOption, Radios, Select};
use crate::store::use_world;
use engine::applicant::Entry;
use engine::policy::{ExperienceRule, GraduationLimit};
use engine::program::ProgramId;
use engine::vocabulary::{EcfmgTiming, H1bPolicy, Setting, Strength};
use state::Action;

#[derive(Clone, Debug, PartialEq, Properties)]
pub(super) struct OwnEntriesProps {
    /// The program.
    pub(super) id: ProgramId,
    /// What is entered so far.
    pub(super) entry: Entry,
}

/// The form. Every answer counts at once; clearing one gives the word back to what we read.
#[component]
pub(super) fn OwnEntries(props: &OwnEntriesProps) -> Html {
    let dispatch = use_world().dispatch;
    let (id, entry) = (props.id, &props.entry);
    let change = {
        let entry = entry.clone();
        Callback::from(move |change: Change| {
            let mut entry = entry.clone();
            change.make(&mut entry);
            dispatch.emit(Action::Enter(id, entry));
        })
    };
    html! {
        <div class="own-entries">
            if entry.has_findings() {
                { Notice::new(NoticeKind::Done).view(html! {
                    <p>{ "Your own entries count for this program. They are marked in the facts and in the requirements." }</p>
                }) }
            }
            <div class="own-entries__fields">
                { accepts_j1(entry, &change) }
                { pick("own-h1b", "Sponsors H-1B", H1bPolicy::ALL, H1bPolicy::label, entry.h1b, change.reform(Change::H1b)) }
                { pick("own-ecfmg", "ECFMG certificate needed", EcfmgTiming::ALL, EcfmgTiming::label, entry.ecfmg, change.reform(Change::Ecfmg)) }
                { pick("own-experience", "US clinical experience", Strength::ALL, Strength::label,
                    entry.experience.map(|rule| rule.strength), change.reform(Change::Experience)) }
                if let Some(rule) = entry.experience.filter(|rule| rule.strength != Strength::NotRequired) {
                    <NumberField id="own-experience-months" label="At least how many months" unit="months" most={60}
                        value={rule.months.map(u16::from)} on_change={change.reform(Change::ExperienceMonths)} />
                }
                { pick("own-graduation", "Limit on years since graduation", Strength::ALL, limit_label,
                    entry.graduation.map(|limit| limit.strength), change.reform(Change::Graduation)) }
                if let Some(limit) = entry.graduation.filter(|limit| limit.strength != Strength::NotRequired) {
                    <NumberField id="own-graduation-years" label="At most how many years" unit="years" most={60}
                        value={limit.years.map(u16::from)} on_change={change.reform(Change::GraduationYears)} />
                }
                <NumberField id="own-step2" label="Lowest Step 2 CK score" unit="points" most={300}
                    value={entry.step2_minimum} on_change={change.reform(Change::Step2)} />
                <NumberField id="own-attempts" label="Most attempts at any Step" unit="attempts" most={20}
                    value={entry.max_attempts.map(u16::from)} on_change={change.reform(Change::Attempts)} />
                <NumberField id="own-imgs" label="Residents who are IMGs, counted on its page" unit="%" most={100}
                    value={entry.img_percent.map(u16::from)} on_change={change.reform(Change::ImgPercent)} />
                { pick("own-setting", "Setting", Setting::ALL, Setting::label, entry.setting, change.reform(Change::Setting)) }
            </div>
        </div>
    }
}

/// One change to an entry; `None` takes the answer back.
enum Change {
    J1(Option<bool>),
    H1b(Option<H1bPolicy>),
    Ecfmg(Option<EcfmgTiming>),
    Experience(Option<Strength>),
    ExperienceMonths(Option<u16>),
    Graduation(Option<Strength>),
    GraduationYears(Option<u16>),
    Step2(Option<u16>),
    Attempts(Option<u16>),
    ImgPercent(Option<u16>),
    Setting(Option<Setting>),
}

impl Change {
    fn make(self, entry: &mut Entry) {
        let small = |number: Option<u16>| number.and_then(|n| u8::try_from(n).ok());
        match self {
            Change::J1(yes) => entry.j1 = yes,
            Change::H1b(policy) => entry.h1b = policy,
            Change::Ecfmg(timing) => entry.ecfmg = timing,
            Change::Experience(strength) => {
                let months = entry.experience.and_then(|rule| rule.months);
                entry.experience = strength.map(|strength| ExperienceRule { strength, months });
            }
            Change::ExperienceMonths(months) => {
                if let Some(rule) = &mut entry.experience {
                    rule.months = small(months);
                }
            }
            Change::Graduation(strength) => {
                let years = entry.graduation.and_then(|limit| limit.years);
                entry.graduation = strength.map(|strength| GraduationLimit {
                    // "No limit" has no number.
                    years: years.filter(|_| strength != Strength::NotRequired),
                    strength,
                });
            }
            Change::GraduationYears(years) => {
                if let Some(limit) = &mut entry.graduation {
                    limit.years = small(years);
                }
            }
            Change::Step2(score) => entry.step2_minimum = score,
            Change::Attempts(number) => entry.max_attempts = small(number),
            Change::ImgPercent(percent) => entry.img_percent = small(percent),
            Change::Setting(setting) => entry.setting = setting,
        }
    }
}

fn limit_label(strength: Strength) -> &'static str {
    match strength {
        Strength::Required => "A cutoff",
        Strength::Preferred => "A preference",
        Strength::NotRequired => "The program says that there is no limit",
    }
}

fn accepts_j1(entry: &Entry, change: &Callback<Change>) -> Html {
    Radios {
        group: Group {
            id: "own-j1".into(),
            legend: "Accepts J-1".into(),
            ..Group::default()
        },
        layout: Layout::Row,
        options: Rc::new([RadioOption::plain("Yes"), RadioOption::plain("No")]),
        chosen: entry.j1.map(|yes| usize::from(!yes)),
        on_choose: change.reform(|at: Option<usize>| Change::J1(at.map(|at| at == 0))),
        ..Radios::default()
    }
    .view()
}

/// A select over a closed set.
fn pick<T: Copy + PartialEq + 'static>(
    id: &'static str,
    label: &'static str,
    all: &'static [T],
    say: impl Fn(T) -> &'static str,
    chosen: Option<T>,
    on_choose: Callback<Option<T>>,
) -> Html {
    let options: Rc<[AttrValue]> = all.iter().map(|value| say(*value).into()).collect();
    let chosen = chosen.and_then(|value| all.iter().position(|other| *other == value));
    let on_choose =
        on_choose.reform(move |at: Option<usize>| at.and_then(|at| all.get(at).copied()));
    Select {
        id: id.into(),
        label: label.into(),
        options,
        chosen,
        on_choose,
        empty: Some("Nothing of my own"),
        ..Select::default()
    }
    .view()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_limit_keeps_no_number() {
        let mut entry = Entry::default();
        Change::Graduation(Some(Strength::Required)).make(&mut entry);
        Change::GraduationYears(Some(5)).make(&mut entry);
        Change::Graduation(Some(Strength::NotRequired)).make(&mut entry);
        assert_eq!(entry.graduation.map(|limit| limit.years), Some(None));
        Change::Graduation(None).make(&mut entry);
        assert_eq!(entry, Entry::default());
    }
}
