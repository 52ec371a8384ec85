//! The verbs: a table from name to function.

use std::io::Read;
use std::path::Path;

use smart_pick::fit;
use smart_pick::interchange::{self, MAX_INPUT_BYTES};

use crate::Failure;
use crate::ground::Loaded;

struct Verb {
    name: &'static str,
    usage: &'static str,
    run: fn(&[String]) -> Result<String, Failure>,
}

const VERBS: &[Verb] = &[
    Verb {
        name: "rank",
        usage: "rank < question.json > ranking.json    ranks programs for one applicant",
        run: rank,
    },
    Verb {
        name: "fit",
        usage: "fit > model.json                       fits the odds model to the published tables",
        run: fit_model,
    },
    Verb {
        name: "backtest",
        usage: "backtest > accuracy.json               compares the model with what was published",
        run: backtest,
    },
    Verb {
        name: "schema",
        usage: "schema rank [input|output]             prints the JSON Schema of a verb's formats",
        run: schema,
    },
    Verb {
        name: "help",
        usage: "help                                   prints these lines",
        run: help,
    },
];

/// Runs the verb that the arguments name.
pub(crate) fn run(arguments: &[String]) -> Result<String, Failure> {
    let (name, rest) = match arguments {
        [] => return Err(Failure::Asked(format!("verb: missing; verbs: {}", names()))),
        [name, rest @ ..] => (name.as_str(), rest),
    };
    let name = match name {
        "--help" | "-h" => "help",
        other => other,
    };
    match VERBS.iter().find(|verb| verb.name == name) {
        Some(verb) => (verb.run)(rest),
        None => Err(Failure::Asked(format!(
            "verb: unknown {name:?}; verbs: {}",
            names()
        ))),
    }
}

fn names() -> String {
    let names: Vec<&str> = VERBS.iter().map(|verb| verb.name).collect();
    names.join(", ")
}

fn help(_: &[String]) -> Result<String, Failure> {
    let mut text = String::from("Usage: smart-pick VERB\n\n");
    for verb in VERBS {
        text.push_str("  smart-pick ");
        text.push_str(verb.usage);
        text.push('\n');
    }
    Ok(text)
}

fn rank(arguments: &[String]) -> Result<String, Failure> {
    if let [extra, ..] = arguments {
        return Err(Failure::Asked(format!(
            "rank: takes no argument, got {extra:?}; the question goes to standard input"
        )));
    }
    let text = input()?;
    let loaded = Loaded::embedded()?;
    interchange::rank(&loaded.ground(), &text).map_err(|error| Failure::Asked(error.to_string()))
}

fn fit_model(arguments: &[String]) -> Result<String, Failure> {
    nothing_more("fit", arguments)?;
    Ok(fitted()?.text)
}

fn backtest(arguments: &[String]) -> Result<String, Failure> {
    nothing_more("backtest", arguments)?;
    let found = fit::backtest::backtest(&fitted()?).map_err(unfit)?;
    found.json().map_err(unfit)
}

/// The folder whose `src/data/published` holds the tables: that of this program's sources.
const ROOT: &str = env!("CARGO_MANIFEST_DIR");

fn fitted() -> Result<fit::Fitted, Failure> {
    fit::fit(Path::new(ROOT)).map_err(unfit)
}

fn unfit(error: fit::FitError) -> Failure {
    Failure::Fault(format!("fit: {error}"))
}

fn nothing_more(verb: &str, arguments: &[String]) -> Result<(), Failure> {
    match arguments {
        [] => Ok(()),
        [extra, ..] => Err(Failure::Asked(format!(
            "{verb}: takes no argument, got {extra:?}"
        ))),
    }
}

/// Standard input as text, read no further than one byte past the longest that is accepted.
fn input() -> Result<String, Failure> {
    let mut bytes = Vec::new();
    std::io::stdin()
        .lock()
        .take(MAX_INPUT_BYTES as u64 + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| Failure::Asked(format!("input: {error}")))?;
    if bytes.len() > MAX_INPUT_BYTES {
        return Err(Failure::Asked(format!(
            "input: longer than {MAX_INPUT_BYTES} bytes"
        )));
    }
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        Failure::Asked(format!("input: not UTF-8 text from byte {at} on"))
    })
}

fn schema(arguments: &[String]) -> Result<String, Failure> {
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments.as_slice() {
        ["rank"] => Ok(format!(
            "{{\n\"input\": {},\n\"output\": {}\n}}\n",
            interchange::RANK_INPUT_SCHEMA.trim_end(),
            interchange::RANK_OUTPUT_SCHEMA.trim_end()
        )),
        ["rank", "input"] => Ok(interchange::RANK_INPUT_SCHEMA.to_owned()),
        ["rank", "output"] => Ok(interchange::RANK_OUTPUT_SCHEMA.to_owned()),
        _ => Err(Failure::Asked(
            "schema: usage: schema rank [input|output]".to_owned(),
        )),
    }
}
