//! The application pack: what each program on the list asks for, and what is ready.

use yew::prelude::*;

use crate::kit::{Disclosure, Notice, NoticeKind, progress};
use crate::rooms::words;
use crate::routing::link::link;
use crate::routing::route::Route;
use crate::store::World;
use engine::applicant::Applicant;
use engine::calendar::Season;
use engine::catalog::Catalog;
use engine::eligibility::{Circumstances, GateReading, GateState};
use engine::fees::Service;
use engine::portfolio::Level;
use engine::program::{Program, ProgramId};
use state::Loaded;
use state::notebook::Key;
use state::tools::application_checklist::{Document, each, once};

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
    let question = world.derived.question(loaded, &world.state.work.entries);
    let circumstances = question.as_ref().map(Circumstances::of);
    let season = world.derived.reading.moment.map(|moment| moment.season);
    let desk = Desk {
        catalog: &loaded.catalog,
        season,
        circumstances: circumstances.as_ref(),
    };
    let applications: Vec<Application<'_>> = list
        .iter()
        .filter_map(|(id, level)| desk.application(*id, *level))
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
            { for services.iter().map(|service| shared(&desk, world, applicant, *service)) }
            <h2>{ words::counted(applications.len(), "program", "programs") }</h2>
            { for applications.iter().map(|application| program(&desk, world, application)) }
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

/// What is the same for all applications of the list.
struct Desk<'a> {
    catalog: &'a Catalog,
    season: Option<Season>,
    /// `None` as long as nothing can be asked of the data.
    circumstances: Option<&'a Circumstances<'a>>,
}

impl<'a> Desk<'a> {
    fn application(&self, id: ProgramId, level: Level) -> Option<Application<'a>> {
        let (_, program) = self.catalog.find(id)?;
        let book = self.catalog.fees().zip(self.season);
        let service = book.and_then(|(book, season)| book.service(program.specialty(), season));
        let readings = self.circumstances.into_iter();
        let asks: Vec<GateReading> = readings
            .flat_map(|circumstances| circumstances.readings(program))
            .filter(|reading| reading.state != GateState::Open)
            .collect();
        Some(Application {
            documents: each(service, level > Level::Plain, !asks.is_empty()),
            program,
            service,
            asks,
        })
    }
}

fn service_name(service: Option<Service>) -> &'static str {
    service.map_or("a service that is not published yet", Service::label)
}

/// What is prepared once for all programs of a service.
fn shared(desk: &Desk<'_>, world: &World, applicant: &Applicant, service: Option<Service>) -> Html {
    let code = service.map_or("other", Service::code);
    let documents = once(applicant.kind.is_none_or(|kind| kind.is_img()));
    let heading = format!("pack-{code}");
    html! {
        <section key={code} class="stack tool__part" aria-labelledby={heading.clone()}>
            <h2 id={heading}>{ format!("Once, for {}", service_name(service)) }</h2>
            { ticks(desk, world, code, &documents) }
        </section>
    }
}

impl Desk<'_> {
    /// What is ready is ready for one season: the next one asks for it again.
    fn key(&self, group: &str, document: Document) -> Key {
        let season = self.season.map_or(0, |season| season.0).to_string();
        Key::of(&["pack", &season, group, document.code()])
    }
}

/// How many of a group's documents are ready.
fn ready(desk: &Desk<'_>, world: &World, group: &str, documents: &[Document]) -> usize {
    let notebook = &world.state.work.notebook;
    let is_ready = |document: &&Document| notebook.is_ticked(&desk.key(group, **document));
    documents.iter().filter(is_ready).count()
}

fn ticks(desk: &Desk<'_>, world: &World, group: &str, documents: &[Document]) -> Html {
    html! {
        <>
            { progress("Ready", ready(desk, world, group, documents), documents.len()) }
            <div class="choices">
                { for documents.iter().map(|document| world.tick(desk.key(group, *document), html! { document.label() })) }
            </div>
        </>
    }
}

fn program(desk: &Desk<'_>, world: &World, application: &Application<'_>) -> Html {
    let program = application.program;
    let id = program.id;
    let code = id.to_string();
    let specialty = desk.catalog.specialty_name(program.specialty());
    let done = ready(desk, world, &code, &application.documents);
    html! {
        <Disclosure key={code.clone()} title={program.name.to_string()} status={format!("{done} of {} ready", application.documents.len())}>
                <p class="muted">{ format!("{specialty}, {}, {}. Through {}.", program.city, program.state.label(), service_name(application.service)) }</p>
                if application.asks.is_empty() {
                    <p>{ "Every rule that bears on you is known to be met." }</p>
                } else {
                    <ul class="tool__list">
                        { for application.asks.iter().map(|reading| html! {
                            <li key={reading.gate.label()}>
                                <strong>{ reading.gate.label() }</strong>{ format!(" ({}): {}", reading.state.label(), reading.reason.sentence(desk.catalog)) }
                            </li>
                        }) }
                    </ul>
                }
                { ticks(desk, world, &code, &application.documents) }
                <p>{ link(&Route::Program { id }, "", "Everything about this program") }</p>
        </Disclosure>
    }
}
