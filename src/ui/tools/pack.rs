//! The application pack: what each program on the list asks for, and what is ready.

use yew::prelude::*;

use crate::engine::applicant::Applicant;
use crate::engine::catalog::ProgramIndex;
use crate::engine::eligibility::{GateReading, GateState};
use crate::engine::explain::explain;
use crate::engine::fees::Service;
use crate::engine::portfolio::Level;
use crate::engine::program::{Program, ProgramId};
use crate::state::Loaded;
use crate::state::notebook::Key;
use crate::tools::pack::{Document, each, once};
use crate::ui::kit::{Fold, Notice, NoticeKind, progress};
use crate::ui::link::link;
use crate::ui::programs::words;
use crate::ui::route::Route;
use crate::ui::store::World;

/// The documents of each service, then each program.
pub(super) fn pack(world: &World, loaded: &Loaded) -> Html {
    let list = world.state.work.lists.programs();
    if list.is_empty() {
        return Notice::new(NoticeKind::Note)
            .titled("Your list is empty")
            .view(html! {
                <>
                    <p>{ "The pack is made of the programs that you apply to." }</p>
                    { link(&Route::MyList, "button", "Make my list") }
                </>
            });
    }
    let applications: Vec<Application<'_>> = list
        .iter()
        .filter_map(|(id, level)| Application::of(world, loaded, *id, *level))
        .collect();
    let mut services: Vec<Option<Service>> = Vec::new();
    for application in &applications {
        if !services.contains(&application.service) {
            services.push(application.service);
        }
    }
    let applicant = world.derived.applicant();
    let lost = list.len() - applications.len();
    html! {
        <>
            { for services.iter().map(|service| shared(world, applicant, *service)) }
            <h2>{ words::counted(applications.len(), "program", "programs") }</h2>
            { for applications.iter().map(|application| program(world, loaded, application)) }
            if lost > 0 {
                <p>{ format!("{} of your list are no longer in the data.", words::counted(lost, "program", "programs")) }</p>
            }
        </>
    }
}

/// One application and what is asked of it.
struct Application<'a> {
    program: &'a Program,
    service: Option<Service>,
    /// Gates that are not known to be open.
    asks: Vec<GateReading>,
    documents: Vec<Document>,
}

impl<'a> Application<'a> {
    fn of(world: &World, loaded: &'a Loaded, id: ProgramId, level: Level) -> Option<Self> {
        let catalog = &loaded.catalog;
        let (index, program) = catalog.find(id)?;
        let season = world.derived.reading.moment.map(|moment| moment.season);
        let service = catalog
            .fees()
            .zip(season)
            .and_then(|(book, season)| book.service(program.specialty(), season));
        let asks = asks(world, loaded, index);
        Some(Application {
            documents: each(service, level > Level::Plain, !asks.is_empty()),
            program,
            service,
            asks,
        })
    }
}

fn asks(world: &World, loaded: &Loaded, index: ProgramIndex) -> Vec<GateReading> {
    let question = world.derived.question(loaded, &world.state.work.entries);
    let explained = question.and_then(|question| explain(&question, index));
    let mut gates = explained
        .map(|explained| explained.gates)
        .unwrap_or_default();
    gates.retain(|reading| reading.state != GateState::Open);
    gates
}

fn service_name(service: Option<Service>) -> &'static str {
    service.map_or("a service that is not published yet", Service::label)
}

/// What is prepared once for all programs of a service.
fn shared(world: &World, applicant: &Applicant, service: Option<Service>) -> Html {
    let code = service.map_or("other", Service::code);
    let documents = once(applicant.kind.is_none_or(|kind| kind.is_img()));
    let heading = format!("pack-{code}");
    html! {
        <section key={code} class="stack tool__part" aria-labelledby={heading.clone()}>
            <h2 id={heading}>{ format!("Once, for {}", service_name(service)) }</h2>
            { ticks(world, code, &documents) }
        </section>
    }
}

fn ticks(world: &World, group: &str, documents: &[Document]) -> Html {
    let key = |document: &Document| Key::of(&["pack", group, document.code()]);
    let notebook = &world.state.work.notebook;
    let done = documents
        .iter()
        .filter(|document| notebook.is_ticked(&key(document)))
        .count();
    html! {
        <>
            { progress("Ready", done, documents.len()) }
            <div class="choices">
                { for documents.iter().map(|document| world.tick(key(document), html! { document.label() })) }
            </div>
        </>
    }
}

fn program(world: &World, loaded: &Loaded, application: &Application<'_>) -> Html {
    let program = application.program;
    let id = program.id;
    let code = id.to_string();
    let specialty = loaded.catalog.specialty_name(program.specialty());
    let done = {
        let notebook = &world.state.work.notebook;
        let key = |document: &Document| Key::of(&["pack", &code, document.code()]);
        application
            .documents
            .iter()
            .filter(|d| notebook.is_ticked(&key(d)))
            .count()
    };
    html! {
        <Fold key={code.clone()} title={program.name.to_string()} status={format!("{done} of {} ready", application.documents.len())}>
                <p class="muted">{ format!("{specialty}, {}, {}. Through {}.", program.city, program.state.label(), service_name(application.service)) }</p>
                if application.asks.is_empty() {
                    <p>{ "Every rule that bears on you is known to be met." }</p>
                } else {
                    <ul class="tool__list">
                        { for application.asks.iter().map(|reading| html! {
                            <li key={reading.gate.label()}>
                                <strong>{ reading.gate.label() }</strong>{ format!(" ({}): {}", reading.state.label(), reading.reason.sentence(&loaded.catalog)) }
                            </li>
                        }) }
                    </ul>
                }
                { ticks(world, &code, &application.documents) }
                <p>{ link(&Route::Program { id }, "", "Everything about this program") }</p>
        </Fold>
    }
}
