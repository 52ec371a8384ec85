//! `cargo xtask pack`: checks `data` and writes the data pack.
//!
//! `--without nrmp` leaves out the columns from NRMP reports and the odds model that is fitted
//! to NRMP tables: facts, gates and preferences remain.

use std::io::Write;

use guide::{Guide, passages};

use crate::{Source, paths};

/// Where the pack is written, from the root of the repository.
pub(crate) const PATH: &str = "target/pack/pack.bin";

/// The first pack's name in the site.
pub(crate) const CORE: &str = "pack.bin";

/// The second pack, beside it.
pub(crate) const DETAILS: &str = "details.bin";

/// What the search over the guide knows, beside it, for the benchmarks.
const PASSAGES: &str = "passages.json";

/// The folder that is read, from the root of the repository.
const DATA: &str = "data";

/// The most that each pack may weigh once compressed.
const BUDGET: usize = 110_000;
const DETAILS_BUDGET: usize = 150_000;

/// The questions of the personas.
const PERSONAS: &str = "crates/cli/tests/fixtures/personas";
/// What the native engine answers to them, beside the pack.
const ANSWERS: &str = "answers";

/// What the pack is made of.
#[derive(clap::Args, Default)]
pub(crate) struct Args {
    /// Leave out the data of a source
    #[arg(long, value_enum, value_name = "SOURCE")]
    pub(crate) without: Option<Source>,
}

/// Builds the pack and prints its rows and sizes.
///
/// # Errors
/// A sentence: a mistake in the data with its file, line and column, or a pack above its budget.
pub(crate) fn run(words: Args) -> Result<(), String> {
    let with_nrmp = words.without != Some(Source::Nrmp);
    let root = &paths::root();
    let data = root.join(DATA);
    let mut facts = data::read(&data).map_err(|error| error.to_string())?;
    let mut model = data::read_model(&data).map_err(|error| error.to_string())?;
    if !with_nrmp {
        facts = facts.without_nrmp();
        model = None;
    }
    let catalog = facts
        .catalog()
        .map_err(|error| format!("{DATA}: {error}"))?;
    let packs = pack::encode(&catalog, model.as_ref()).map_err(|error| error.to_string())?;
    let path = root.join(PATH);
    let failed = |error: std::io::Error| format!("{}: {error}", path.display());
    std::fs::create_dir_all(path.parent().unwrap_or(root)).map_err(failed)?;
    std::fs::write(&path, &packs.core).map_err(failed)?;
    std::fs::write(path.with_file_name(DETAILS), &packs.details).map_err(failed)?;
    let guide = Guide::read(&data.join("guide")).map_err(|error| format!("data/guide/{error}"))?;
    let passages = serde_json::to_vec(&passages(&guide)).map_err(|error| error.to_string())?;
    std::fs::write(path.with_file_name(PASSAGES), passages).map_err(failed)?;

    println!(
        "{} programs, {} specialties, {} statements, {} sources, {}, {}",
        catalog.programs().len(),
        catalog.specialties().len(),
        catalog.statements().len(),
        catalog.sources().len(),
        if with_nrmp {
            "NRMP columns"
        } else {
            "no NRMP columns"
        },
        match &model {
            Some(model) => format!("model {}", model.version),
            None => "no model".to_owned(),
        },
    );
    for (name, bytes, budget) in [
        (CORE, &packs.core, BUDGET),
        (DETAILS, &packs.details, DETAILS_BUDGET),
    ] {
        let compressed = brotli_size(bytes).map_err(failed)?;
        println!(
            "{name}: {} bytes, {compressed} under brotli (at most {budget})",
            bytes.len()
        );
        if compressed > budget {
            return Err(format!(
                "{name} weighs {compressed} bytes under brotli, above its budget of {budget}"
            ));
        }
    }
    Ok(())
}

/// Answers the questions of the personas natively, for the test that a browser gives the same bytes.
///
/// # Errors
/// A sentence: data or a persona that cannot be read, or a disk that refuses.
pub(crate) fn answers() -> crate::Result {
    let release = data::Release::embedded()?;
    let dataset = cli::Dataset {
        catalog: &release.catalog,
        model: release.model.as_ref(),
        pack: &release.pack,
    };
    let folder = paths::root().join(PATH).with_file_name(ANSWERS);
    std::fs::create_dir_all(&folder)?;
    for entry in std::fs::read_dir(paths::root().join(PERSONAS))? {
        let file = entry?.path();
        let persona: serde_json::Value = serde_json::from_slice(&std::fs::read(&file)?)?;
        let question = persona
            .get("question")
            .ok_or_else(|| format!("{}: no question", file.display()))?;
        let answer = cli::rank(&dataset, &question.to_string())
            .map_err(|error| format!("{}: {error}", file.display()))?;
        std::fs::write(folder.join(file.file_name().unwrap_or_default()), answer)?;
    }
    Ok(())
}

fn brotli_size(bytes: &[u8]) -> std::io::Result<usize> {
    let params = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        size_hint: bytes.len(),
        ..Default::default()
    };
    let mut writer = brotli::CompressorWriter::with_params(Vec::new(), 4096, &params);
    writer.write_all(bytes)?;
    writer.flush()?;
    Ok(writer.into_inner().len())
}
