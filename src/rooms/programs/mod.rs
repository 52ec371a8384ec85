//! The Programs room: the ranking, one program, and programs side by side.

mod chance;
mod changes;
mod compare;
mod controls;
mod detail_words;
mod directories;
mod entries;
mod explorer;
mod export;
mod fact_words;
mod facts;
mod filters;
mod gates;
mod history;
mod list;
mod number_fields;
mod origin;
mod page;
mod print;
mod quick;
mod record_words;
mod records;
mod room;
mod row;
mod subject;
pub(crate) mod summary;
mod toolbar;
mod unchosen;

pub(crate) use compare::compare_room;
pub(crate) use page::program_room;
pub(crate) use room::programs_room;
