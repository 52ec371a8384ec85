//! The verbs: a table from name to function.

use std::io::Read;

use data::Release;

use super::Failure;
use crate::Ground;

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
        name: "list",
        usage: "list < question.json > list.json       finds the best list for one applicant",
        run: list,
    },
    Verb {
        name: "import",
        usage: "import < text.json > programs.json     finds the programs that a written list names",
        run: import,
    },
    Verb {
        name: "portfolio",
        usage: "portfolio < in.json > out.json         finds the best list of applications",
        run: portfolio,
    },
    Verb {
        name: "fees",
        usage: "fees < applications.json > bill.json   prices applications on one service",
        run: fees,
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
        usage: "schema VERB [input|output]             prints the JSON Schema of a verb's formats",
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
    nothing_more("rank", arguments)?;
    let text = input(crate::MAX_INPUT_BYTES)?;
    let release = release()?;
    crate::rank(&Ground::from(&release), &text).map_err(|error| Failure::Asked(error.to_string()))
}

fn list(arguments: &[String]) -> Result<String, Failure> {
    nothing_more("list", arguments)?;
    let text = input(crate::MAX_INPUT_BYTES)?;
    let release = release()?;
    crate::list(&Ground::from(&release), &text).map_err(|error| Failure::Asked(error.to_string()))
}

fn import(arguments: &[String]) -> Result<String, Failure> {
    nothing_more("import", arguments)?;
    let text = input(crate::MAX_INPUT_BYTES)?;
    crate::import(&release()?.catalog, &text).map_err(|error| Failure::Asked(error.to_string()))
}

fn portfolio(arguments: &[String]) -> Result<String, Failure> {
    nothing_more("portfolio", arguments)?;
    let text = input(crate::portfolio::MAX_INPUT_BYTES)?;
    crate::portfolio::solve(&text).map_err(|error| Failure::Asked(error.to_string()))
}

fn fees(arguments: &[String]) -> Result<String, Failure> {
    nothing_more("fees", arguments)?;
    let text = input(crate::MAX_INPUT_BYTES)?;
    let catalog = &release()?.catalog;
    let book = catalog.fees();
    let book = book.ok_or_else(|| Failure::Fault("data: the fees are missing".into()))?;
    crate::fees(catalog, book, &text).map_err(|error| Failure::Asked(error.to_string()))
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

fn fitted() -> Result<fit::Fitted, Failure> {
    fit::fit(&data::folder()).map_err(unfit)
}

fn unfit(error: fit::FitError) -> Failure {
    Failure::Fault(format!("fit: {error}"))
}

/// The facts and odds that are built into the binary.
fn release() -> Result<Release, Failure> {
    Release::embedded().map_err(|error| Failure::Fault(format!("data: {error}")))
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
fn input(most_bytes: usize) -> Result<String, Failure> {
    let mut bytes = Vec::new();
    std::io::stdin()
        .lock()
        .take(most_bytes as u64 + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| Failure::Asked(format!("input: {error}")))?;
    if bytes.len() > most_bytes {
        return Err(Failure::Asked(format!(
            "input: longer than {most_bytes} bytes"
        )));
    }
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        Failure::Asked(format!("input: not UTF-8 text from byte {at} on"))
    })
}

/// Verbs with a format of their own: name, schema of the input, schema of the output.
const SCHEMAS: [(&str, &str, &str); 5] = [
    ("rank", crate::RANK_INPUT_SCHEMA, crate::RANK_OUTPUT_SCHEMA),
    ("list", crate::LIST_INPUT_SCHEMA, crate::LIST_OUTPUT_SCHEMA),
    (
        "import",
        crate::IMPORT_INPUT_SCHEMA,
        crate::IMPORT_OUTPUT_SCHEMA,
    ),
    (
        "portfolio",
        crate::portfolio::INPUT_SCHEMA,
        crate::portfolio::OUTPUT_SCHEMA,
    ),
    ("fees", crate::FEES_INPUT_SCHEMA, crate::FEES_OUTPUT_SCHEMA),
];

fn schema(arguments: &[String]) -> Result<String, Failure> {
    let usage = || {
        let verbs = SCHEMAS.map(|(verb, _, _)| verb).join("|");
        Failure::Asked(format!("schema: usage: schema {verbs} [input|output]"))
    };
    let (verb, side) = match arguments {
        [verb] => (verb, None),
        [verb, side] => (verb, Some(side.as_str())),
        _ => return Err(usage()),
    };
    let known = SCHEMAS.iter().find(|(name, _, _)| name == verb);
    let (_, input, output) = known.ok_or_else(usage)?;
    match side {
        None => Ok(format!(
            "{{\n\"input\": {},\n\"output\": {}\n}}\n",
            input.trim_end(),
            output.trim_end()
        )),
        Some("input") => Ok((*input).to_owned()),
        Some("output") => Ok((*output).to_owned()),
        Some(_) => Err(usage()),
    }
}
