//! The model file is what the fit gives, and the fit gives back what was published.
#![allow(
    clippy::unwrap_used,
    reason = "functions that tests share may stop the test"
)]

use std::sync::OnceLock;

use data::read_model;
use data::specialty_of;
use engine::applicant_record::Record;
use engine::model::{AssumptionKey, Effect, Effects};
use engine::odds::CellOdds;
use engine::odds::quadrature::NINE;
use engine::portfolio::level::Level;
use engine::program::SpecialtyCode;
use engine::vocabulary::ApplicantType;
use fit::calibrate::mean_interview;
use fit::constants::FitKey;
use fit::draft::Draft;
use fit::estimate::{Errors, Observed, Priors, estimate};
use fit::forward::{Spread, Strength, match_by_ranks, moments};
use fit::published::{Published, Sample};
use fit::signals::figures::Comparison;
use fit::specialties::has_odds;
use fit::{Fitted, fit};

/// The fit, once for all tests.
fn fitted() -> &'static Fitted {
    static FITTED: OnceLock<Fitted> = OnceLock::new();
    FITTED.get_or_init(|| fit(&data::folder()).unwrap())
}

fn draft(specialty: SpecialtyCode, kind: ApplicantType) -> &'static Draft {
    fitted()
        .drafts
        .iter()
        .find(|d| d.specialty == specialty && d.kind == kind)
        .unwrap()
}

#[test]
fn the_file_is_what_the_fit_gives() {
    let file = std::fs::read_to_string(data::folder().join("model.json")).unwrap();
    assert!(file == fitted().text, "run cargo xtask fit");
}

#[test]
fn the_pack_reads_the_file_and_knows_its_sources() {
    let model = read_model(&data::folder()).unwrap().unwrap();
    assert_eq!(model.version, fitted().model.version);
    assert_eq!(model.cells.len(), fitted().model.cells.len());
}

#[test]
fn every_specialty_with_a_rate_has_every_type_once() {
    let cells = &fitted().model.cells;
    assert!(
        cells
            .windows(2)
            .all(|w| (w[0].specialty, w[0].kind) < (w[1].specialty, w[1].kind))
    );
    assert_eq!(cells.len(), 23 * ApplicantType::ALL.len());
    assert!(cells.iter().all(|c| has_odds(c.specialty)));
}

#[test]
fn every_number_is_usable() {
    for c in &fitted().model.cells {
        let numbers = [c.level, c.d, c.rho, c.slope, c.score_mean];
        assert!(numbers.iter().all(|x| x.is_finite()), "{c:?}");
        let positive = [c.tau, c.score_sd, c.level_sd, c.d_sd];
        assert!(positive.iter().all(|x| *x > 0.0), "{c:?}");
        assert!(c.match_rate > 0.0 && c.match_rate < 1.0, "{c:?}");
        let explained = c.slope * c.score_sd / 10.0;
        assert!(explained * explained < c.tau * c.tau, "{c:?}");
        assert!(!c.sources.is_empty());
        assert!(c.n.is_some() || !c.note.is_empty(), "{c:?}");
    }
}

/// Non-US IMGs of 2026 with 60 equal programs: how far the fit may be off, and the chance of
/// matching with 1, 2, 3, 5, 7 and 10 ranks, as worked out by hand from the same table. Two are
/// farther off than the 0.02 that was hoped for: the hand's curves are a little steeper.
const BY_RANKS: [(&str, f64, [f64; 6]); 6] = [
    (
        "Internal Medicine",
        0.025,
        [0.17, 0.32, 0.45, 0.64, 0.77, 0.89],
    ),
    ("Family Medicine", 0.02, [0.3, 0.48, 0.6, 0.75, 0.83, 0.91]),
    ("Psychiatry", 0.02, [0.25, 0.43, 0.56, 0.73, 0.83, 0.91]),
    ("Neurology", 0.02, [0.13, 0.25, 0.35, 0.52, 0.64, 0.77]),
    (
        "Pathology-Anatomic and Clinical",
        0.02,
        [0.11, 0.21, 0.31, 0.48, 0.62, 0.77],
    ),
    ("Anesthesiology", 0.035, [0.15, 0.28, 0.4, 0.59, 0.72, 0.85]),
];

/// What the fit makes of the table does not depend on how the cells are set up: with 60
/// applications it finds the chances that were worked out by hand.
#[test]
fn sixty_applications_give_the_chances_by_ranks_that_were_worked_out_by_hand() {
    let published = &fitted().published;
    let constants = &published.constants;
    let sample = |sample: Option<Sample>| {
        sample.map(|s| {
            let (mean, sd) = (s.mean, s.sd);
            (Spread { mean, sd }, s.n)
        })
    };
    let priors = Priors {
        c: None,
        ln_tau: Some((
            constants.get(FitKey::NonUsLnTau),
            constants.get(FitKey::LnTauSd),
        )),
        d: None,
        rho: Some((0.0, constants.get(FitKey::NonUsRhoSd))),
    };
    let start = Strength {
        c: -3.3,
        tau: 0.95,
        d: -1.6,
        rho: 0.0,
    };
    for (name, within, chances) in BY_RANKS {
        let mut rows = published.nonus_img.rows.iter();
        let row = rows.find(|row| row.specialty == name).unwrap();
        let total = row.matched + row.unmatched;
        let seen = Observed {
            errors: Errors::of(constants),
            applications: 60,
            cap: 60,
            rate: (row.matched / total, total),
            matched: sample(row.ranks.matched),
            unmatched: sample(row.ranks.unmatched),
        };
        let found = estimate(&start, [true; 4], &seen, &priors).unwrap();
        let by = match_by_ranks(&found.strength, 60);
        for (ranks, want) in [1, 2, 3, 5, 7, 10].into_iter().zip(chances) {
            let got = by[ranks - 1];
            assert!(
                (got - want).abs() < within,
                "{name} at {ranks}: {got:.3} {want}"
            );
        }
    }
}

/// Mean ranks that the fit does not give back within 0.3: one normal strength is too plain for
/// them. They are named, not tolerated: another miss fails the test, and so does a mended one.
const MEANS_MISSED: [(&str, &str); 2] = [
    ("Pediatrics", "matched"),
    ("Emergency Medicine", "unmatched"),
];

fn misses(model: f64, published: Option<Sample>) -> bool {
    published.is_some_and(|p| {
        let off = (model - p.mean).abs();
        assert!(off < 0.45, "{model} {}", p.mean);
        off > 0.3
    })
}

#[test]
fn large_fitted_cells_give_back_rate_and_mean_ranks() {
    let published = Published::read(&data::folder()).unwrap();
    let (mut checked, mut missed) = (0, Vec::new());
    for row in &published.nonus_img.rows {
        let code = specialty_of(&row.specialty).unwrap();
        let total = row.matched + row.unmatched;
        if !has_odds(code) || total < 100.0 {
            continue;
        }
        let d = draft(code, ApplicantType::NonUsImg);
        let m = moments(&d.estimate.strength, d.sent.mid, d.sent.mid);
        let off = (m.rate - row.matched / total).abs();
        assert!(off < 0.01, "{}: {}", row.specialty, m.rate);
        if misses(m.matched.mean, row.ranks.matched) {
            missed.push((row.specialty.as_str(), "matched"));
        }
        if misses(m.unmatched.mean, row.ranks.unmatched) {
            missed.push((row.specialty.as_str(), "unmatched"));
        }
        checked += 1;
    }
    assert_eq!(checked, 11);
    assert_eq!(missed, MEANS_MISSED);
}

#[test]
fn seniors_give_back_their_rate() {
    for d in &fitted().drafts {
        let senior = matches!(
            d.kind,
            ApplicantType::UsMdSenior | ApplicantType::UsDoSenior
        );
        if senior && d.n.is_some_and(|n| n >= 100) {
            let rate = moments(&d.estimate.strength, d.sent.mid, d.sent.mid).rate;
            assert!(
                (rate - d.rate).abs() < 0.001,
                "{} {:?}",
                d.specialty,
                d.kind
            );
        }
    }
}

#[test]
fn levels_give_the_mean_of_interviews_back_over_the_catalog() {
    let catalog = data::embedded().unwrap().catalog().unwrap();
    let today = catalog.as_of().unwrap();
    let moment = engine::applicant::Moment {
        today,
        season: engine::calendar::Season::of(today),
        stage: None,
    };
    let fitted = fitted();
    let chosen = fitted.terms.as_sent.mid;
    for (cell, draft) in fitted.model.cells.iter().zip(&fitted.drafts).step_by(11) {
        let programs = engine::odds::reference::reference_programs(
            &catalog,
            &fitted.model,
            cell.specialty,
            cell.kind,
            moment,
        );
        let applications = cell.reference_applications;
        let mix = fitted.signals.mix(cell.specialty, applications);
        let mean = mean_interview(&programs, cell.level, cell.tau, &mix, &NINE, chosen);
        let got = mean * cell.reference_applications;
        let want = draft.mean_interviews(fitted.terms);
        assert!(
            (got - want).abs() < 1e-6,
            "{} {:?}: {got} {want}",
            cell.specialty,
            cell.kind
        );
    }
}

/// The engine's own chances, of plain and signalled applications in the mix of the season, give
/// the published mean of interviews; a plain application alone gives less.
#[test]
fn plain_and_signalled_applications_together_give_the_mean_of_interviews() {
    let fitted = fitted();
    let (model, chosen) = (&fitted.model, fitted.terms.as_sent.mid);
    let effects = Effects::of(Some(model));
    let cells = model.cells.iter().zip(&fitted.drafts).zip(&fitted.programs);
    for ((cell, draft), programs) in cells.step_by(7) {
        // The level is that of applications that are read.
        let odds = CellOdds::of_pool(cell, &effects, &Record::default());
        let over = |level: Level| {
            let more = model
                .signal_shift(cell.specialty, level)
                .map_or(0.0, |e| e.mid);
            let sums = programs.iter().map(|p| {
                let chance = p.gates * odds.p_interview_open(p.h + more);
                let sent = p.sent(chosen);
                (sent * chance, sent)
            });
            let (sum, all) = sums.fold((0.0, 0.0), |a, b| (a.0 + b.0, a.1 + b.1));
            sum / all
        };
        let n = cell.reference_applications;
        let mix = fitted.signals.mix(cell.specialty, n);
        assert!(mix.signalled() > 0.0 && mix.signalled() < 1.0);
        let plain = 1.0 - mix.signalled();
        let mean = plain * over(Level::Plain)
            + mix.silver.0 * over(Level::Silver)
            + mix.gold.0 * over(Level::Gold);
        let want = draft.mean_interviews(fitted.terms);
        assert!(
            (n * mean - want).abs() < 1e-6,
            "{} {mean} {want}",
            cell.specialty
        );
        assert!(n * over(Level::Plain) < want);
    }
}

#[test]
fn signals_are_counted_at_the_low_end_of_what_studies_measure() {
    let signals = &fitted().signals;
    // Orthopaedic surgery is far above the others, internal medicine below: specialties differ.
    assert!(signals.pooled.variance > 0.1 && signals.low > 0.0);
    assert!(signals.low < signals.pooled.value);
    let code = |code: &str| SpecialtyCode::parse(code).unwrap();
    let family = code("120");
    for row in &signals.rows {
        let own = &row.effect;
        for effect in std::iter::once(own.silver).chain(own.gold) {
            assert!(0.0 <= effect.low && effect.low < effect.mid && effect.mid < effect.high);
        }
        let measured = row.measured.unwrap_or(signals.pooled).value;
        assert!(own.silver.mid < measured);
        let gold = own.gold.map_or(f64::MAX, |gold| gold.mid);
        assert!(own.silver.mid < gold);
        assert!(gold < measured + signals.contrast || own.gold.is_none());
        // Without a study, and with one kind of signal: all the same.
        if own.sources.is_empty() && own.gold.is_none() {
            assert_eq!(
                fitted().model.signal_shift(own.specialty, Level::Silver),
                fitted().model.signal_shift(family, Level::Silver)
            );
        }
    }
    let silver = |c: &str| {
        fitted()
            .model
            .signal_shift(code(c), Level::Silver)
            .unwrap()
            .mid
    };
    assert!(silver("260") > silver("280") && silver("280") > silver("120"));
    assert_eq!(
        fitted().model.signal_shift(family, Level::Plain),
        Some(Effect::NONE)
    );
    assert_eq!(fitted().model.signal_shift(family, Level::Gold), None);
}

#[test]
fn the_share_of_a_signal_that_is_used_is_what_comparisons_of_the_same_applicants_leave() {
    let share = fitted().model.effect(AssumptionKey::Signal).unwrap();
    let kept = fitted()
        .published
        .signals
        .comparisons
        .iter()
        .map(Comparison::kept);
    let kept: Vec<f64> = kept.collect();
    let mean = kept.iter().sum::<f64>() / kept.len() as f64;
    assert!((mean - share.mid).abs() < 0.02, "{kept:?}");
    // The range reaches a little beyond these two figures.
    assert!(
        kept.iter().all(|k| (share.low..share.high).contains(k)),
        "{kept:?}"
    );
}

#[test]
fn known_numbers_are_found_again() {
    let open = Priors {
        c: None,
        ln_tau: None,
        d: None,
        rho: None,
    };
    let start = Strength {
        c: -3.3,
        tau: 0.95,
        d: -1.6,
        rho: 0.0,
    };
    for (c, tau, d, rho) in [
        (-3.16, 0.97, -1.52, 0.1),
        (-4.1, 1.4, -0.9, -0.2),
        (-3.8, 0.9, -2.0, 0.6),
        (-2.7, 0.8, -2.2, 0.0),
    ] {
        let truth = Strength { c, tau, d, rho };
        let m = moments(&truth, 60, 60);
        let seen = Observed {
            errors: Errors::of(&fitted().published.constants),
            applications: 60,
            cap: 60,
            rate: (m.rate, 1e4),
            matched: Some((m.matched, 1e4 * m.rate)),
            unmatched: Some((m.unmatched, 1e4 * (1.0 - m.rate))),
        };
        let found = estimate(&start, [true; 4], &seen, &open).unwrap().strength;
        for (got, want) in [
            (found.c, c),
            (found.tau, tau),
            (found.d, d),
            (found.rho, rho),
        ] {
            assert!((got - want).abs() < 0.01, "{found:?} {truth:?}");
        }
    }
}

/// A plain linear congruential generator: the test wants the same sample on every machine.
struct Sequence(u64);

impl Sequence {
    fn next(&mut self) -> f64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// Sum of twelve uniforms: normal enough within three standard deviations.
    fn normal(&mut self) -> f64 {
        (0..12).map(|_| self.next()).sum::<f64>() - 6.0
    }
}

#[test]
fn simulated_applicants_give_their_numbers_back_within_error() {
    let truth = Strength {
        c: -3.1,
        tau: 0.95,
        d: -1.5,
        rho: 0.1,
    };
    let logistic = |x: f64| 1.0 / (1.0 + libm::exp(-x));
    let mut random = Sequence(7);
    let (mut matched, mut unmatched) = (Vec::new(), Vec::new());
    for _ in 0..6000 {
        let theta = truth.tau * random.normal();
        let p = logistic(truth.c + theta);
        let q = logistic(truth.d + truth.rho * theta);
        let ranks = (0..60).filter(|_| random.next() < p).count();
        let hit = (0..ranks).filter(|_| random.next() < q).count() > 0;
        match (ranks, hit) {
            (0, _) => {}
            (_, true) => matched.push(ranks as f64),
            (_, false) => unmatched.push(ranks as f64),
        }
    }
    let spread = |x: &[f64]| {
        let n = x.len() as f64;
        let mean = x.iter().sum::<f64>() / n;
        let variance = x.iter().map(|v| (v - mean) * (v - mean)).sum::<f64>() / n;
        let sd = variance.sqrt();
        (Spread { mean, sd }, n)
    };
    let (a, b) = (spread(&matched), spread(&unmatched));
    let seen = Observed {
        errors: Errors::of(&fitted().published.constants),
        applications: 60,
        cap: 60,
        rate: (a.1 / (a.1 + b.1), a.1 + b.1),
        matched: Some(a),
        unmatched: Some(b),
    };
    let priors = Priors {
        c: None,
        ln_tau: Some((-0.05, 0.4)),
        d: None,
        rho: Some((0.0, 0.6)),
    };
    let start = Strength {
        c: -3.3,
        d: -1.8,
        rho: 0.0,
        ..truth
    };
    let found = estimate(&start, [true; 4], &seen, &priors).unwrap();
    assert!(
        (found.strength.c - truth.c).abs() < 3.0 * found.c_sd() + 0.02,
        "{found:?}"
    );
    assert!(
        (found.strength.d - truth.d).abs() < 3.0 * found.d_sd() + 0.02,
        "{found:?}"
    );
    assert!(found.c_sd() < 0.5 && found.d_sd() < 0.5, "{found:?}");
}
