//! Smart Pick ranks US residency programs for one applicant, in the browser, and explains
//! every number. This page is the map of the house.
//!
//! # From the front door to a number
//!
//! `src/main.rs` calls [`app::mount`]. The app fetches the data pack, [`pack::decode`] turns it
//! into a [`engine::catalog::Catalog`] and a [`engine::model::Model`], and the state holds both. Once
//! the list is painted, or a page asks for them, the details follow ([`pack::decode_details`]).
//! What the visitor types is kept as typed ([`state::questions::Answers`]); [`state::questions::read`] reads it into an
//! [`engine::applicant::Applicant`] and [`engine::preference::Preferences`], and says what cannot
//! be read. [`engine::ranking::rank`] ranks, [`engine::explain::explain`] says why. Nothing
//! derived is stored, so a number on the screen is always the number of the answers beside it.
//!
//! # The crates
//!
//! | crate | what it holds | depends on |
//! | --- | --- | --- |
//! | [`engine`] | words, facts, gates, odds, ranking, lists, portfolio, fees, search, record linkage | `libm` |
//! | [`pack`] | the format of the data packs, both ways: header, version, hash, columns | engine |
//! | [`state`] | what the app knows without a screen: answers, lists, the saved file, tools, what partners say; and the one function that changes it | engine |
//! | [`cli`] | the headless JSON and its schemas; with the feature `command` also `smart-pick VERB` | engine (data, fit, pack) |
//! | `data` | `data/`, which a person edits, read and checked into a catalog and a model | engine, pack |
//! | `fit` | the published tables to `data/model.json`, and the test of it | data, engine, pack |
//! | `guide` | articles and tool texts, checked and turned into pages | engine, state |
//! | `smart-pick` | the app: [`rooms`] has the pages, a folder each, [`kit`] their controls, [`browser`] every effect; [`app`] mounts them, `src/shell` runs around it | cli, engine, pack, state |
//! | `xtask` | builds, checks and serves all of it | all but the app |
//!
//! Cargo keeps these borders: what a crate does not name in its Cargo.toml it cannot use. The engine knows
//! no serde, no clock and no disk; the state knows no browser; nothing points back. Only the app and
//! [`cli`], [`pack`], [`state`] and [`engine`] are compiled for the browser. Within the app, only
//! [`browser`] and [`kit`] name the platform; `tests/tidy.rs` keeps that and what else Cargo cannot.
//!
//! # What holds everywhere
//!
//! - **Unknown is a variant.** A fact has four states ([`engine::fact::Fact`]): a yes, a no, not
//!   stated, conflicting. A gate that is not known is a probability with a range, never a pass and
//!   never a fail.
//! - **The explanation is the computation.** [`engine::explain::explain`] reads the same gates and
//!   the same odds as the ranking; its parts add up to the chance that the list shows.
//! - **The same bits everywhere.** No float is ordered without `total_cmp`, `exp` comes from
//!   `libm`, so the headless binary and the browser agree to the last digit; a test compares them.
//! - **Types that cross a border are apart**: the pack's columns, the saved file, the headless
//!   JSON and messages between tabs are versioned and are the only ones with serde.
//! - **Render is pure.** Effects have one home, which is why every page also renders natively in
//!   `tests/pages.rs`.
//! - **Everything comes from our own origin**, and the content security policy says so.
//!
//! # How a chance is made
//!
//! [`engine::odds`] holds the formula. A specialty and applicant type is a
//! [`engine::model::Cell`]; programs differ by what there is evidence for
//! ([`engine::odds::Landscape`]); gates ([`engine::eligibility`]) multiply; strength is integrated
//! out. Cells come from `cargo xtask fit`, which reads `data/published`; a cell without a
//! published table of its own says from where it was borrowed, and where nothing can be borrowed
//! there is no chance and [`engine::ranking::NoChance`] says why. [`engine::what_if`] compares
//! applicants who differ in one thing, and says so where nothing published measures it.
//!
//! What visitors read in their own Residency Explorer account moves one program, by the rule of
//! [`engine::residency_explorer`]: a shift of its log odds, so that list, explanation and what-ifs agree.
//!
//! A chance is that of an application without a signal: the level is set so that applications with
//! and without, in the mix that a season allows, give the published mean of interviews.
//! [`engine::model::SignalEffect`] has the log odds that go with a signal, by specialty: an association
//! that the fit takes from studies at their low end.
//!
//! What is doubtful about the numbers is in the model too: a range of one program's chance follows
//! from its parts, and for a whole list the model carries 32 versions of itself ([`engine::model::draws`]).
//!
//! # How a list is made
//!
//! [`engine::list`] says what a list of applications comes to: strength, sponsors that have not
//! answered and strictness are shared by its programs, so nothing is a product of chances. It also
//! says which open question to a program is worth asking, what each signal brings, which single
//! change helps most, and lays the question of the best list out for the solver. What the visitor
//! says about money, numbers and signals is [`state::lists::settings`]; [`state::lists::limits`] and
//! [`state::lists::pricing`] read it, [`state::lists::report`] gathers what the page of the list says.
//! `smart-pick list` ([`mod@cli::list`]) answers the same without a screen.
//!
//! The best list is found by itself once nothing has changed for a moment (`app::best` asks, `rooms::my_list`
//! lets the solver work in slices), and [`state::lists::best::Best`] holds it for every room:
//! [`engine::list::bucket`] sorts every program by it into apply first, apply, ask first and skip,
//! [`engine::list::lever`] says what would change its chance most, [`engine::distinction`] why a program
//! stands where it does in the few words of a row. A list of answers that have changed since is not shown.
//!
//! [`engine::portfolio`] finds which programs to apply to and where to send signals: exactly where
//! chances are independent, by a search with an upper bound where they hang together through
//! strength. `smart-pick portfolio` ([`cli::portfolio`]) asks it without a screen.
//! [`engine::fees`] prices applications from `data/fees.toml` (`smart-pick fees`); an amount
//! that nobody published is not stated, and a bill says what it lacks.
//!
//! # How a list is brought
//!
//! [`engine::linkage`] finds the program that a written line means: by id, by NRMP code, or by its words,
//! misspelt and shortened as they may be. [`engine::linkage::list`] reads a whole list row by row, so that
//! the page can read in slices; [`state::lists::import`] is the list as the visitor goes through it, and
//! `smart-pick import` ([`mod@cli::import`]) answers without a screen. The search over programs
//! ([`engine::search::ProgramSearch`]) is in the first download and takes words as typed; it reads like the
//! import once the piece with that reading is here.
//!
//! # How work is kept
//!
//! [`state::persist::save`] is the file, in the browser's storage and as a download; what it may hold is in
//! [`state::persist::bounds`]. [`state::persist::sync`] decides when it is written, taken over from another tab, asked
//! about or put aside; `app::autosave` says when, `browser::storage` does it, one tab at a time.
//!
//! # What the app loads when it is first asked for
//!
//! The first download holds the Start room and the ranking. The first page is painted with its questions before that
//! (`src/shell/start.html`, kept equal to the room by a test); what is answered there early `src/shell/boot.js` hands
//! over to the app. Then come the data with what reads them, what finds the best list and shows it, and what keeps the
//! work. Everything else is cut off at the marks in
//! `app::pieces` and arrives as a piece of its own: soon after the list has been painted, or when a
//! page of it is opened. `cargo xtask dist` compiles the app with the feature `split`,
//! cuts it, binds it and shrinks each piece.
//!
//! The guide (the crate `guide`) is Markdown that the build checks and turns into such HTML, an article a
//! file, and into pages of their own that are readable without the app, which takes them over. What
//! its tools ask and say are files of `data/guide/tools`, checked alike and fetched as one JSON
//! ([`state::content::tools`]) when the first tool is opened; the glossary and the passages of the search
//! are two more. What a visitor writes with the tools is in [`state::notebook`].
//!
//! Pages of words and tables are HTML that the build writes (`cargo xtask dist`) and that
//! [`loading::fragment`] fetches when the page is opened, so they weigh nothing before. The first is the
//! Accuracy page: `cargo xtask backtest` compares the model with every published table at hand and
//! `fit::backtest::page` draws what it finds.
//!
//! # Where it runs
//!
//! On any static host, at its root or below: `cargo xtask dist` writes every file, the worker that keeps
//! one whole release on the device (`src/shell/sw.js`), and what each host reads for headers. In a frame of a
//! partner's page: `src/shell/smart-pick.js` is the element, [`rooms::embed`] the view inside,
//! [`state::embed`] all that they say to each other. From a single file without a server: there
//! pages stand behind `#`, and `src/shell/single.js` answers what the app would fetch. Where the site lies is
//! known to `browser::address` and [`routing::location`] alone.

#[cfg(feature = "ui")]
pub mod app;
#[cfg(feature = "ui")]
pub mod browser;
#[cfg(feature = "ui")]
pub mod kit;
#[cfg(feature = "ui")]
pub mod loading;
#[cfg(feature = "ui")]
pub mod rooms;
#[cfg(feature = "ui")]
pub mod routing;
#[cfg(feature = "ui")]
pub mod store;
