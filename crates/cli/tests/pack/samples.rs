//! The catalogs that the tests use.

use std::sync::LazyLock;

use engine::catalog::details::Details;
use engine::catalog::{Catalog, CatalogParts};
use engine::model::Model;
use engine::policy::Statement;
use engine::program::{Program, ProgramId};
use pack::{self, Packs, wire};

/// The real data.
pub(crate) static CATALOG: LazyLock<Catalog> =
    LazyLock::new(|| data::embedded().unwrap().catalog().unwrap());

/// Every 120th program with what bears on it: small enough to damage ten thousand times.
pub(crate) static SMALL: LazyLock<Catalog> = LazyLock::new(|| {
    let whole = CATALOG.parts().clone();
    let programs: Vec<_> = whole.programs.into_iter().step_by(120).collect();
    let kept: Vec<ProgramId> = programs.iter().map(|program| program.id).collect();
    let only_kept = |statement: Statement| Statement {
        programs: statement
            .programs
            .iter()
            .copied()
            .filter(|id| kept.contains(id))
            .collect(),
        ..statement
    };
    let statements = whole.statements.into_iter().map(only_kept);
    let told = CATALOG.details().unwrap();
    let kept_program = |(_, program): &(_, &Program)| kept.contains(&program.id);
    let details_of = told.programs.iter().zip(CATALOG.programs());
    let (statements, of_statements) = statements
        .zip(&told.statements)
        .filter(|(statement, _)| !statement.programs.is_empty())
        .map(|(statement, details)| (statement, details.clone()))
        .unzip();
    let details = Details {
        programs: details_of
            .filter(kept_program)
            .map(|(d, _)| d.clone())
            .collect(),
        statements: of_statements,
        ..told.clone()
    };
    let catalog = Catalog::new(CatalogParts {
        statements,
        programs,
        ..whole
    })
    .unwrap();
    catalog.add_details(details).unwrap();
    catalog
});

/// A small model: two cells, one assumption, one share.
pub(crate) fn model() -> Model {
    let text = r#"{
        "version": "sample",
        "cells": [
            {"specialty": 140, "kind": "us_img", "basis": "borrowed", "level": -3.2, "tau": 0.9, "d": -1.4,
             "rho": 0, "slope": 0.45, "score_mean": 241.5, "score_sd": 14, "match_rate": 0.6, "n": null,
             "reference_applications": 77, "level_sd": 0.3, "d_sd": 0.25, "sources": [], "note": "By type."},
            {"specialty": 140, "kind": "nonus_img", "basis": "fitted", "level": -3.1612, "tau": 0.97, "d": -1.52,
             "rho": 0.1, "slope": 0.47, "score_mean": 243.1, "score_sd": 14.2, "match_rate": 0.6123, "n": 6653,
             "reference_applications": 60, "level_sd": 0.1, "d_sd": 0.1,
             "sources": ["nrmp_charting_nonus_img_2026"], "note": ""}
        ],
        "assumptions": [
            {"key": "ranks_per_interview", "mid": 0.9, "low": 0.8, "high": 1, "sources": [], "sentence": "Assumed."}
        ],
        "failed_attempts": [{"specialty": 140, "never": 0.14, "seldom": 0.4}],
        "signals": [{"specialty": 140, "silver": [0.1, 0.38, 0.9], "gold": [0.2, 0.72, 1.4],
                     "sources": ["nrmp_charting_nonus_img_2026"]}],
        "states": [{"state": "NY", "kind": "us_img", "log": 0.41, "sd": 0.08},
                   {"state": "NY", "kind": "nonus_img", "log": 0.44, "sd": 0.08}],
        "draws": {
            "cells": [
                {"root": [0.4716, -0.0135, 0.0676, 0.1695, 0.0846, 0.4162, 0.0224, -0.0844, -0.0076, 0.0906],
                 "applications_sd": 0.2107},
                {"root": [0.0998, -0.0627, 0.0286, -0.0574, -0.0078, 0.0353, 0.0938, -0.0045, -0.062, 0.0569],
                 "applications_sd": 0.2107}
            ],
            "orders": [[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15,
                        16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31]]
        }
    }"#;
    let wire: wire::Model = serde_json::from_str(text).unwrap();
    wire.try_into().unwrap()
}

/// The small catalog with the small model as packs.
static SMALL_PACKS: LazyLock<Packs> =
    LazyLock::new(|| pack::encode(&SMALL, Some(&model())).unwrap());

/// The first of them.
pub(crate) static SMALL_PACK: LazyLock<Vec<u8>> = LazyLock::new(|| SMALL_PACKS.core.clone());

/// The second.
pub(crate) static SMALL_DETAILS: LazyLock<Vec<u8>> = LazyLock::new(|| SMALL_PACKS.details.clone());
