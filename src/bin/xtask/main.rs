//! Builds, checks and serves the house.

mod fit;
mod pack;

fn main() -> std::process::ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let result = match args.split_first() {
        Some((name, rest)) if name == "pack" => pack::run(rest),
        Some((name, rest)) if name == "fit" => fit::run(rest),
        _ => Err("usage: cargo xtask pack [--without nrmp] | fit [--check]".to_owned()),
    };
    match result {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            std::process::ExitCode::FAILURE
        }
    }
}
