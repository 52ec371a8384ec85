//! The file of this release, and mistakes in it told with their place.

use super::book;
use crate::{small, sources::Sources};
use engine::calendar::Season;
use engine::fees::{Charge, FeeBook, FeeItem, Own, Service, Usd};
use engine::program::SpecialtyCode;
use engine::season::Confidence;

const TEXT: &str = include_str!("../../../../data/fees.toml");

fn read(text: &str) -> Result<FeeBook, String> {
    let sources = Sources::read(include_str!("../../../../data/sources.toml")).unwrap();
    let specialties = include_str!("../../../../data/specialties.csv");
    let specialties = small::specialties(specialties, &sources).unwrap();
    book(text, &specialties, &sources).map_err(|error| error.to_string())
}

fn code(text: &str) -> SpecialtyCode {
    SpecialtyCode::parse(text).unwrap()
}

/// The error after the first `old` of the file was replaced, without the line and column.
#[track_caller]
fn mistake(old: &str, new: &str) -> String {
    assert!(TEXT.contains(old), "{old:?} is not in the file");
    let error = read(&TEXT.replacen(old, new, 1)).unwrap_err();
    assert!(error.starts_with("fees.toml:"), "{error}");
    let at = error.find([' ']).unwrap();
    error[at + 1..].to_owned()
}

#[test]
fn specialties_are_routed_by_season() {
    let book = read(TEXT).unwrap();
    for (specialty, season, service) in [
        ("140", 2027, Some(Service::Eras)),
        ("220", 2024, Some(Service::Eras)),
        ("220", 2025, Some(Service::ResidencyCas)),
        ("220", 2027, Some(Service::ResidencyCas)),
        ("110", 2025, Some(Service::Eras)),
        ("110", 2026, Some(Service::ResidencyCas)),
        ("705", 2026, Some(Service::ResidencyCas)),
        ("705", 2025, Some(Service::Eras)),
        ("795", 2026, None),
        ("240", 2018, Some(Service::SfMatch)),
        ("480", 2027, Some(Service::Eras)),
        ("460", 2027, None),
    ] {
        let found = book.service(code(specialty), Season(season));
        assert_eq!(found, service, "{specialty} in {season}");
    }
}

#[test]
fn every_schedule_is_the_published_one() {
    let book = read(TEXT).unwrap();
    let price = |service, specialty: &str, season, count| {
        let row = book.prices(service, Some(code(specialty)), Season(season))?;
        let priced = row.schedule.as_ref()?.value.price(count);
        (priced.missing == 0).then(|| priced.amount.dollars())
    };
    for (season, count, dollars) in [
        (2018, 10, 99),
        (2018, 1, 99),
        (2018, 20, 229),
        (2018, 31, 425),
        (2024, 20, 289),
        (2024, 30, 519),
        (2024, 31, 546),
        (2025, 50, 930),
        (2026, 100, 2430),
        (2026, 150, 3930),
    ] {
        let found = price(Service::Eras, "140", season, count);
        assert_eq!(found, Some(dollars), "{count} in {season}");
    }
    assert_eq!(price(Service::Eras, "140", 2027, 1), None);
    let cas = |specialty, season, count| price(Service::ResidencyCas, specialty, season, count);
    assert_eq!(cas("110", 2026, 46), Some(683));
    assert_eq!(cas("220", 2026, 46), None);
    assert_eq!(cas("140", 2026, 46), None);
    assert_eq!(cas("110", 2027, 46), None);
    let sf = |season, count| price(Service::SfMatch, "240", season, count);
    assert_eq!(sf(2016, 41), Some(60 + 100 + 150 + 200 + 35));
    assert_eq!(sf(2027, 1), Some(60));
    assert_eq!(sf(2027, 2), None);
}

#[test]
fn fees_of_the_season_go_before_those_without_one() {
    let book = read(TEXT).unwrap();
    let own = Own::default();
    let charge = |item, service, season, count| {
        let found = book.charge(item, service, Season(season), count, &own);
        found.map(Usd::dollars)
    };
    assert_eq!(charge(FeeItem::NrmpRegistration, None, 2017, 1), Some(75));
    assert_eq!(charge(FeeItem::NrmpRegistration, None, 2027, 1), Some(70));
    assert_eq!(charge(FeeItem::NrmpCouple, None, 2027, 1), Some(45));
    assert_eq!(charge(FeeItem::NrmpExtraCode, None, 2027, 20), Some(0));
    assert_eq!(charge(FeeItem::NrmpExtraCode, None, 2027, 25), Some(150));
    assert_eq!(charge(FeeItem::NrmpListLength, None, 2027, 100), None);
    let token = |season| charge(FeeItem::EcfmgToken, Some(Service::Eras), season, 1);
    assert_eq!(
        [token(2025), token(2026), token(2023)],
        [Some(165), None, None]
    );
    let both = [Some(Service::Eras), Some(Service::ResidencyCas)];
    assert_eq!(
        both.map(|service| charge(FeeItem::UsmleTranscript, service, 2026, 1)),
        [Some(80), Some(80)]
    );
    let mine = Own {
        charges: vec![(
            FeeItem::EcfmgToken,
            Some(Service::Eras),
            Charge::Once(Usd::new(170)),
        )],
        ..Own::default()
    };
    let found = book.charge(
        FeeItem::EcfmgToken,
        Some(Service::Eras),
        Season(2027),
        1,
        &mine,
    );
    assert_eq!(found, Some(Usd::new(170)));
}

#[test]
fn low_confidence_is_said() {
    let book = read(TEXT).unwrap();
    let row = book.fee(FeeItem::NrmpCouple, None, Season(2027)).unwrap();
    let stated = row.charge.as_ref().unwrap();
    assert_eq!(stated.confidence, Confidence::Low);
    assert!(row.note.contains("15") && row.season.is_none());
}

#[test]
fn every_source_on_fees_is_used_here() {
    let sources = include_str!("../../../../data/sources.toml");
    let (_, fees) = sources.split_once("# What applying costs.").unwrap();
    let keys = fees.lines().filter_map(|line| line.strip_prefix("key = "));
    for key in keys {
        assert!(TEXT.contains(&format!("source = {key}")), "{key}");
    }
}

#[test]
fn mistakes_are_told_with_their_place() {
    let error = read(&TEXT.replacen("usual = \"eras\"", "usual = \"post\"", 1)).unwrap_err();
    let line = 1 + TEXT
        .split("usual = \"eras\"")
        .next()
        .unwrap()
        .matches('\n')
        .count();
    assert_eq!(
        error,
        format!("fees.toml:{line}:9 (service): \"post\" is not known")
    );
    for (old, new, expected) in [
        (
            "{ to = 20, each = 13 }",
            "{ to = 10, each = 13 }",
            "(tiers): the tier ends no later than the one before it",
        ),
        (
            "{ each = 26 },",
            "{ each = 26 }, { each = 27 },",
            "(tiers): the tier comes after one without an end",
        ),
        (
            "{ each = 26 }",
            "{ each = 26, flat = 1 }",
            "(tiers): a tier has either `each` or `flat`",
        ),
        (
            "tiers = [{ to = 1, each = 60 }]",
            "tiers = []",
            "(tiers): there is no tier",
        ),
        (
            "season = 2018",
            "season = 18",
            "(season): 18 is not from 2000 to 2100",
        ),
        (
            "specialties = [\"220\"]",
            "specialties = [\"221\"]",
            "(specialties): \"221\" is not known",
        ),
        (
            "specialties = [\"705\", \"796\"]",
            "specialties = [\"705\", \"705\"]",
            "(specialties): 705 is there twice",
        ),
        (
            "specialties = [\"110\"]",
            "specialties = [\"220\"]\nfrom = 2025\nservice = \"eras\"\nsource = \"ama_residencycas\"\nas_of = \"x\"\nconfidence = \"low\"\n[[routing]]\nspecialties = [\"110\"]",
            "an entry before says this already",
        ),
        (
            "source = \"auis_eras_fees_2018\"",
            "source = \"nobody\"",
            "(source): \"nobody\" is not known",
        ),
        (
            "source = \"auis_eras_fees_2018\"\n",
            "",
            "(source): is missing: tiers needs it",
        ),
        (
            "confidence = \"low\"",
            "confidence = \"sure\"",
            "(confidence): \"sure\" is not known",
        ),
        (
            "amount = 165\n",
            "",
            "(source): stands behind nothing: there is no amount",
        ),
        (
            "note = \"Lists of 100",
            "note = \"\" # \"",
            "(note): without amount, the note must say what was looked for",
        ),
        (
            "item = \"ecfmg_token\"",
            "item = \"tip\"",
            "(item): \"tip\" is not known",
        ),
        (
            "item = \"comlex_transcript\"",
            "item = \"usmle_transcript\"",
            "an entry before says this already",
        ),
        (
            "counts = [43, 7]",
            "counts = [43, 8]",
            "(price): the tiers of the season make it 808",
        ),
        (
            "off = 558",
            "off = 798",
            "(example): takes off more than the price or has no applications",
        ),
        (
            "percent = 60\n",
            "",
            "(percent): goes together with applications",
        ),
        ("percent = 60", "percent = 160", "(percent): is over 100"),
    ] {
        assert_eq!(mistake(old, new), expected, "{new}");
    }
}

#[test]
fn an_amount_is_whole_and_not_negative() {
    for amount in ["-1", "80.5", "\"80\"", "5000000000"] {
        let error = mistake("amount = 80", &format!("amount = {amount}"));
        assert!(error.contains("invalid"), "{error}");
    }
    let unknown = mistake("amount = 80", "ammount = 80");
    assert!(unknown.contains("ammount"), "{unknown}");
}
