//! What is written is what is read.

use engine::catalog::Catalog;
use engine::catalog::details::ScoreSample;
use engine::program::ProgramId;
use engine::vocabulary::{ApplicantType, TrackKind};

use crate::samples::{CATALOG, SMALL, SMALL_DETAILS, SMALL_PACK, model};

fn both(packs: &pack::Packs) -> (Catalog, Option<engine::model::Model>) {
    let (catalog, model) = pack::decode(&packs.core).unwrap();
    let identity = pack::identity(&packs.core).unwrap();
    let details = pack::decode_details(&packs.details, &catalog, &identity).unwrap();
    catalog.add_details(details).unwrap();
    (catalog, model)
}

#[test]
fn the_real_catalog_survives() {
    let packs = pack::encode(&CATALOG, Some(&model())).unwrap();
    let (catalog, read) = both(&packs);
    assert_eq!(catalog, *CATALOG);
    assert_eq!(read, Some(model()));
}

#[test]
fn a_model_in_json_and_in_a_pack_is_the_same_to_the_bit() {
    let mut sealed = model();
    let text = fit::output::seal(&mut sealed).unwrap();
    let from_json: pack::wire::Model = serde_json::from_str(&text).unwrap();
    let packs = pack::encode(&SMALL, Some(&sealed)).unwrap();
    let (_, from_pack) = pack::decode(&packs.core).unwrap();
    assert_eq!(from_pack, Some(from_json.try_into().unwrap()));
}

#[test]
fn without_nrmp_nothing_of_nrmp_is_left() {
    let facts = data::embedded().unwrap().without_nrmp();
    let packs = pack::encode(&facts.catalog().unwrap(), None).unwrap();
    let (catalog, read) = both(&packs);
    assert!(!catalog.has_nrmp());
    assert_eq!(read, None);
    assert!(catalog.details().unwrap().scores.is_empty());
    assert_eq!(catalog.programs().len(), CATALOG.programs().len());
    let details = catalog.details().unwrap().programs.iter();
    for (program, details) in catalog.programs().iter().zip(details) {
        assert!(program.nrmp_codes.is_empty() && program.tracks.is_empty());
        assert!(program.history.is_empty() && program.nrmp_institution.is_none());
        assert!(program.unfilled_2026.is_empty());
        assert_eq!(details.nrmp_note, None);
        let (_, whole) = CATALOG.find(program.id).unwrap();
        assert_eq!(program.policy(), whole.policy());
    }
    for bytes in [&packs.core, &packs.details] {
        for code in ["1007040", "U Alabama Med Ctr-Birmingham"] {
            let found = bytes.windows(code.len()).any(|w| w == code.as_bytes());
            assert!(!found, "{code} is in the bytes");
        }
    }
}

#[test]
fn a_program_keeps_all_that_is_known_of_it() {
    let (index, program) = CATALOG
        .find(ProgramId::parse("0400121010").unwrap())
        .unwrap();
    assert_eq!(&*program.name, "University of Alabama Medical Center");
    assert_eq!((&*program.city, program.state.code()), ("Birmingham", "AL"));
    let place = program.point.unwrap();
    assert_eq!(place.latitude().to_bits(), 33.5175f64.to_bits());
    assert!(program.has_track(TrackKind::Advanced));
    let hospital = CATALOG.hospital(program).unwrap();
    assert_eq!(hospital.beds, Some(1149));
    assert!(hospital.is_general && hospital.specialties >= 20);
    let details = CATALOG.program_details(index).unwrap();
    let website = "http://www.uab.edu/medicine/anesthesiology";
    assert_eq!(&*details.websites[0].url, website);
    let filing = details.filing.as_ref().unwrap();
    assert_eq!(filing.physicians.len(), 8);
    assert_eq!(filing.pay.unwrap().median, 71_193);
    assert_eq!(
        &*details.sponsor.as_ref().unwrap().name,
        "University of Alabama Hospital"
    );
}

#[test]
fn scores_are_those_of_the_newest_report_on_the_same_people() {
    let details = CATALOG.details().unwrap();
    let row = |name, kind| details.scores(data::specialty_of(name).unwrap(), kind);
    let half = |sample: ScoreSample| sample.spread.middle_half(sample.middle);
    let img = row("Internal Medicine", ApplicantType::NonUsImg).unwrap();
    let (matched, unmatched) = (img.matched.unwrap(), img.unmatched.unwrap());
    assert_eq!(
        (matched.count, matched.middle, unmatched.middle),
        (2649, 249, 242)
    );
    assert_eq!(half(matched), Some((240, 258)));
    let senior = row("Internal Medicine", ApplicantType::UsMdSenior).unwrap();
    assert_eq!(senior.matched.and_then(half), Some((243, 262)));
    assert_eq!(senior.unmatched.and_then(half), None);
    let source = details.source(senior.source).unwrap();
    assert_eq!(&*source.year, "2026");
    // Too few matched for the report.
    let few = row("Dermatology", ApplicantType::NonUsImg).unwrap();
    assert!(few.matched.is_none() && few.unmatched.is_some());
    assert!(row("Family Medicine", ApplicantType::UsDoSenior).is_some());
    assert_eq!(row("Family Medicine", ApplicantType::UsImg), None);
}

#[test]
fn a_second_pack_of_another_release_is_refused() {
    let (catalog, _) = pack::decode(&SMALL_PACK).unwrap();
    let read = |identity: &str| pack::decode_details(&SMALL_DETAILS, &catalog, identity);
    assert!(read(&pack::identity(&SMALL_PACK).unwrap()).is_ok());
    assert_eq!(read("0123456789abcdef"), Err(pack::PackError::OtherPack));
    assert_eq!(
        pack::decode_details(&SMALL_PACK, &catalog, ""),
        Err(pack::PackError::NotAPack)
    );
    let identity = pack::identity(&SMALL_PACK).unwrap();
    let elsewhere = pack::decode_details(&SMALL_DETAILS, &CATALOG, &identity);
    assert!(elsewhere.is_err());
}
