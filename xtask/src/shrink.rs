//! Compiled wasm made small by wasm-opt: as many files at once as there are cores, and none that was
//! made small before.

use crate::{Result, paths, site, step, tools};
use std::fs;
use std::path::PathBuf;
use std::sync::Mutex;
use std::time::Instant;

/// What every browser that runs the app has, and how to shrink.
const WORDS: [&str; 10] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-multivalue",
    "--flatten",
    "--rereloop",
    "-Oz",
    "-Oz",
];

/// What nobody who runs it needs.
const STRIP: [&str; 2] = ["--strip-debug", "--strip-producers"];

/// One file: what is shrunk, and where the outcome goes, which may be the same.
pub(crate) struct Job {
    pub(crate) from: PathBuf,
    pub(crate) to: PathBuf,
    /// Whether its functions keep their names, by which tests are found.
    pub(crate) is_named: bool,
}

impl Job {
    fn words(&self) -> Vec<&'static str> {
        let strip = STRIP.iter().filter(|_| !self.is_named);
        strip.chain(&WORDS).copied().collect()
    }
}

/// Shrinks them all.
///
/// # Errors
/// When wasm-opt fails on one; its last lines are shown.
pub(crate) fn all(mut jobs: Vec<Job>) -> Result {
    let start = Instant::now();
    let count = jobs.len();
    // The largest is begun first, so that it is not what all others have to wait for in the end.
    jobs.sort_by_key(|job| fs::metadata(&job.from).map_or(0, |file| file.len()));
    let left = Mutex::new(jobs);
    let next = || left.lock().ok()?.pop();
    let work = || -> Result {
        while let Some(job) = next() {
            one(&job)?;
        }
        Ok(())
    };
    let workers = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        let all: Vec<_> = (0..workers).map(|_| scope.spawn(work)).collect();
        all.into_iter().try_for_each(|worker| {
            let ended = worker.join();
            ended.unwrap_or_else(|_| Err("a thread that shrinks stopped".into()))
        })
    })?;
    let took = step::time(start.elapsed());
    step::say("wasm, shrunk", &format!("{count} files done in {took}"));
    Ok(())
}

/// Shrinks one file, unless the same bytes were shrunk before.
fn one(job: &Job) -> Result {
    let bytes = fs::read(&job.from)?;
    let kept = kept(&bytes, &job.words())?;
    if !kept.is_file() {
        let name = job.from.file_stem().unwrap_or_default().to_string_lossy();
        let made = kept.with_extension("part");
        let mut command = tools::command("wasm-opt");
        command.env("BINARYEN_CORES", "1");
        command
            .arg(&job.from)
            .arg("-o")
            .arg(&made)
            .args(job.words());
        let done = step::quiet(&format!("{name}, shrunk"), &mut command)?;
        if !done.status.success() {
            step::show_tail(&done);
            return Err(format!("wasm-opt failed on {name}").into());
        }
        fs::rename(made, &kept)?;
    }
    fs::copy(kept, &job.to)?;
    Ok(())
}

/// Where the outcome is kept: by what goes in, by which wasm-opt and how.
fn kept(bytes: &[u8], words: &[&str]) -> Result<PathBuf> {
    let folder = paths::work().join("shrunk");
    fs::create_dir_all(&folder)?;
    let mut whole = bytes.to_vec();
    whole.extend(fs::read(paths::root().join("package-lock.json"))?);
    whole.extend(words.join(" ").as_bytes());
    Ok(folder.join(format!("{}.wasm", site::hash(&whole))))
}
