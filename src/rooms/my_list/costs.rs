//! What the list costs: application fees by specialty and service, and the fees beside them.

use yew::prelude::*;

use super::programs;
use crate::loading::details::SourceLink;
use crate::store::World;
use engine::calendar::Season;
use engine::catalog::Catalog;
use engine::decimal::grouped;
use engine::fact::SourceIndex;
use engine::fees::{
    Applications, Basis, Bill, Charge, FeeBook, FeeItem, Line, Own, SEASONS_BACK, Service, Usd,
};
use engine::program::ProgramId;
use engine::vocabulary::ApplicantType;
use state::Loaded;
use state::lists::pricing::Pricing;
use state::lists::report::Report;

/// The bill of the list, as far as it is published.
pub(super) fn costs(report: &Report, loaded: &Loaded, world: &World) -> Html {
    let catalog = &loaded.catalog;
    let derived = &world.derived;
    let season = derived.reading.moment.map(|moment| moment.season);
    let (Some(book), Some(season)) = (catalog.fees(), season) else {
        return html! {};
    };
    let applications = applications(report, catalog);
    let codes = applications.each().map(|(code, _)| code);
    let pricing = Pricing::of(book, season, &world.state.work.list_settings, codes);
    let bill = book.bill(season, &applications, &pricing.own);
    if bill.lines.is_empty() {
        return html! {};
    }
    html! {
        <div class="stack">
            <p>{ total(&bill) }{ earlier(book, &bill, &applications, &pricing.own) }{ after_assistance(&bill, &pricing) }</p>
            <p>{ whole(book, &bill, derived.applicant().kind) }</p>
            <ul class="my-list__costs">
                { for bill.lines.iter().map(|line| html! {
                    <li key={line.specialty.number()}>{ row(line, &pricing, catalog, season) }</li>
                }) }
                { for beside(book, &bill, derived.applicant().kind) }
            </ul>
        </div>
    }
}

/// What these programs' applications cost as far as it is known, and whether that is all.
pub(crate) fn season_bill<'a>(
    world: &World,
    loaded: &Loaded,
    programs: impl Iterator<Item = &'a ProgramId>,
) -> Option<(Option<Usd>, bool)> {
    let (season, applications, pricing) = counted(world, loaded, programs)?;
    let bill = loaded
        .catalog
        .fees()?
        .bill(season, &applications, &pricing.own);
    Some((bill.amount(), bill.is_whole()))
}

/// These programs as applications of a season, with the prices that count.
fn counted<'a>(
    world: &World,
    loaded: &Loaded,
    programs: impl Iterator<Item = &'a ProgramId>,
) -> Option<(Season, Applications, Pricing)> {
    let catalog = &loaded.catalog;
    let book = catalog.fees()?;
    let season = world.derived.reading.moment?.season;
    let mut applications = Applications::default();
    for id in programs {
        if catalog.find(*id).is_some() {
            applications.add(id.specialty(), 1);
        }
    }
    let codes = applications.each().map(|(code, _)| code);
    let pricing = Pricing::of(book, season, &world.state.work.list_settings, codes);
    Some((season, applications, pricing))
}

/// Every program of the list is an application, whether it has a chance or not.
fn applications(report: &Report, catalog: &Catalog) -> Applications {
    let mut applications = Applications::default();
    let members = report.members.iter().map(|member| member.ranked.program);
    for index in members.chain(report.others.iter().copied()) {
        if let Some(program) = catalog.get(index) {
            applications.add(program.specialty(), 1);
        }
    }
    applications
}

pub(super) fn money(amount: Usd) -> String {
    let dollars = usize::try_from(amount.dollars()).unwrap_or(usize::MAX);
    format!("${}", grouped(dollars))
}

fn missing(bill: &Bill<'_>) -> usize {
    let lines = bill.lines.iter();
    lines.map(|line| usize::from(line.priced.missing)).sum()
}

fn total(bill: &Bill<'_>) -> String {
    let missing = missing(bill);
    match (bill.amount(), missing) {
        (Some(amount), 0) => format!("The applications cost {}.", money(amount)),
        (Some(amount), _) => format!(
            "The applications cost {} and more: for {} no price is stated for the {} season.",
            money(amount),
            programs(missing),
            bill.season.0
        ),
        (None, _) => format!(
            "No price is published for the {} season as far as we read.",
            bill.season.0
        ),
    }
}

/// What the same applications cost in the last season that has all prices: no forecast.
fn earlier(book: &FeeBook, bill: &Bill<'_>, applications: &Applications, own: &Own) -> String {
    if bill.is_whole() {
        return String::new();
    }
    at_earlier_prices(book, bill.season, applications, own).map_or_else(
        String::new,
        |(amount, year)| {
            format!(
                " In the {year} season the same applications cost {}; prices may have changed.",
                money(amount)
            )
        },
    )
}

fn at_earlier_prices(
    book: &FeeBook,
    season: Season,
    applications: &Applications,
    own: &Own,
) -> Option<(Usd, u16)> {
    let seasons = (1..=SEASONS_BACK).map(|back| Season(season.0.saturating_sub(back)));
    let whole = seasons
        .map(|season| book.bill(season, applications, own))
        .find(Bill::is_whole)?;
    Some((whole.amount()?, whole.season.0))
}

/// What these programs' applications cost, in words; with an earlier season's prices, and said so, where
/// this one's are not all published.
pub(super) fn in_words<'a>(
    world: &World,
    loaded: &Loaded,
    programs: impl Iterator<Item = &'a ProgramId>,
) -> Option<String> {
    let (season, applications, pricing) = counted(world, loaded, programs)?;
    let book = loaded.catalog.fees()?;
    let bill = book.bill(season, &applications, &pricing.own);
    if let (Some(amount), true) = (bill.amount(), bill.is_whole()) {
        return Some(money(amount));
    }
    let earlier = at_earlier_prices(book, season, &applications, &pricing.own);
    match (earlier, bill.amount()) {
        (Some((amount, year)), _) => Some(format!("{} at the prices of {year}", money(amount))),
        (None, Some(amount)) => Some(format!("{} and more", money(amount))),
        (None, None) => None,
    }
}

/// What is left to pay once assistance is taken off.
fn after_assistance(bill: &Bill<'_>, pricing: &Pricing) -> String {
    match (bill.amount(), pricing.own.off) {
        (Some(amount), Some(off)) if off > Usd::ZERO => format!(
            " With {} of fee assistance, {} are left to pay.",
            money(off),
            money(amount.less(off))
        ),
        _ => String::new(),
    }
}

fn row(line: &Line<'_>, pricing: &Pricing, catalog: &Catalog, season: Season) -> Html {
    let name = catalog.specialty_name(line.specialty);
    let service = line
        .service
        .map_or("service not stated", |service| service.label());
    let price = match line.basis {
        Basis::NotStated(_) => format!("not stated for {}", season.0),
        Basis::Stated(..) | Basis::Own(_) => money(line.priced.amount),
    };
    html! {
        <>
            { format!("{name}, {} through {service}: {price}", programs(usize::from(line.count))) }
            { match line.basis {
                Basis::Stated(stated, note) => html! { <>{ source(stated.source, &stated.as_of) }{ aside(note) }</> },
                Basis::NotStated(note) => aside(note),
                Basis::Own(_) => aside(&by_whom(line, pricing)),
            } }
        </>
    }
}

/// Whose price it is that no source states for the season.
fn by_whom(line: &Line<'_>, pricing: &Pricing) -> String {
    let mut borrowed = pricing.borrowed.iter();
    match borrowed.find(|(code, _)| *code == line.specialty) {
        Some((_, of)) => format!(
            "Counted with the prices of the {} season, as you chose.",
            of.0
        ),
        None => "By the price that you entered.".to_owned(),
    }
}

fn aside(note: &str) -> Html {
    if note.is_empty() {
        return html! {};
    }
    html! { <span class="my-list__where">{ note.to_owned() }</span> }
}

fn source(index: SourceIndex, as_of: &str) -> Html {
    html! { <span class="my-list__where"><SourceLink {index} />{ format!(", {as_of}") }</span> }
}

/// A fee beside the applications, of a service where each service asks for its own.
type Beside = (FeeItem, Option<Service>);

/// Fees that do not depend on the list's length, for this applicant: each service asks for its own
/// transcript and token.
fn items(bill: &Bill<'_>, kind: Option<ApplicantType>) -> Vec<Beside> {
    let is_img = kind.is_some_and(ApplicantType::is_img);
    let mut items = Vec::new();
    for line in &bill.lines {
        for item in [FeeItem::EcfmgToken, FeeItem::UsmleTranscript] {
            let asked = (item, line.service);
            if (is_img || item != FeeItem::EcfmgToken) && !items.contains(&asked) {
                items.push(asked);
            }
        }
    }
    items.push((FeeItem::NrmpRegistration, None));
    items
}

/// Applications and the fees beside them, as far as they are stated, and what is not in the sum.
fn whole(book: &FeeBook, bill: &Bill<'_>, kind: Option<ApplicantType>) -> String {
    let (mut sum, mut lacking) = (Usd::ZERO, Vec::new());
    for (item, service) in items(bill, kind) {
        let row = book.fee(item, service, bill.season);
        match row.and_then(|row| row.charge.as_ref()) {
            Some(stated) => sum = sum + stated.value.price(0),
            None if row.is_some() => lacking.push(item.label()),
            None => {}
        }
    }
    let missing = missing(bill);
    let mut text = match bill.amount() {
        Some(amount) => format!(
            "With the fees beside them, {} as far as prices are stated.",
            money(amount + sum)
        ),
        None => format!(
            "The fees beside them come to {} as far as stated.",
            money(sum)
        ),
    };
    if missing > 0 {
        lacking.insert(0, "applications without a price");
    }
    if !lacking.is_empty() {
        text.push_str(&format!(" Not in it: {}.", lacking.join(", ")));
    }
    text.push_str(" Program codes beyond those that the Match registration covers cost extra.");
    text
}

fn beside(book: &FeeBook, bill: &Bill<'_>, kind: Option<ApplicantType>) -> Vec<Html> {
    let mut items = items(bill, kind);
    items.push((FeeItem::NrmpExtraCode, None));
    items
        .into_iter()
        .enumerate()
        .filter_map(|(key, (item, service))| {
            let row = book.fee(item, service, bill.season)?;
            Some(html! {
                <li {key}>
                    { match &row.charge {
                        Some(stated) => html! { <>
                            { format!("{}: {}", item.label(), charge(stated.value)) }
                            { source(stated.source, &stated.as_of) }
                        </> },
                        None => html! { { format!("{}: not stated", item.label()) } },
                    } }
                    { aside(&row.note) }
                </li>
            })
        })
        .collect()
}

fn charge(charge: Charge) -> String {
    match charge {
        Charge::Once(amount) => money(amount),
        Charge::EachBeyond { amount, free } => {
            format!("{} for each program code beyond {free}", money(amount))
        }
    }
}
