//! Damaged, truncated, newer and foreign bytes: an answer each time, and never another catalog.

use pack::{self, PackError};
use proptest::prelude::*;

use crate::samples::{SMALL, SMALL_DETAILS, SMALL_PACK};

/// Offset of the version, the length, the hash and the body.
const VERSION: usize = 4;
const LENGTH: usize = 12;
const HASH: usize = 16;
const BODY: usize = 24;

/// Puts the right length and hash on a changed pack, so that the inner checks see it.
fn reseal(bytes: &mut [u8]) {
    let length = u32::try_from(bytes.len() - BODY).unwrap();
    bytes[LENGTH..HASH].copy_from_slice(&length.to_le_bytes());
    let words = bytes[..HASH].chunks(8).chain(bytes[BODY..].chunks(8));
    let hash = words.fold(0xcbf2_9ce4_8422_2325u64, |hash, word| {
        let mut eight = [0; 8];
        eight[..word.len()].copy_from_slice(word);
        (hash ^ u64::from_le_bytes(eight)).wrapping_mul(0x0100_0000_01b3)
    });
    bytes[HASH..BODY].copy_from_slice(&hash.to_le_bytes());
}

#[test]
fn the_sample_is_whole() {
    let mut bytes = SMALL_PACK.clone();
    reseal(&mut bytes);
    assert_eq!(bytes, *SMALL_PACK);
    assert_eq!(pack::decode(&bytes).unwrap().0.parts(), SMALL.parts());
}

#[test]
fn a_newer_pack_is_refused_with_its_number() {
    let mut bytes = SMALL_PACK.clone();
    bytes[VERSION..VERSION + 2].copy_from_slice(&7u16.to_le_bytes());
    let error = pack::decode(&bytes).unwrap_err();
    assert_eq!(
        error,
        PackError::TooNew {
            found: 7,
            supported: pack::VERSION
        }
    );
    assert!(error.to_string().contains("format 7"));
}

#[test]
fn a_page_in_place_of_the_pack_is_not_a_pack() {
    let page = b"<!doctype html><title>Sign in to the network</title>";
    assert_eq!(pack::decode(page), Err(PackError::NotAPack));
    assert_eq!(pack::decode(b""), Err(PackError::NotAPack));
}

#[test]
fn what_comes_after_the_end_is_damage() {
    let mut bytes = SMALL_PACK.clone();
    bytes.push(0);
    assert_eq!(pack::decode(&bytes), Err(PackError::Damaged));
    reseal(&mut bytes);
    assert_eq!(
        pack::decode(&bytes),
        Err(PackError::Malformed { part: "end" })
    );
}

#[test]
fn a_claimed_length_does_not_reserve_memory() {
    for claim in [&[0xff, 0xff, 0xff, 0xff, 0x0f][..], &[0xff; 9]] {
        let mut bytes = SMALL_PACK[..BODY].to_vec();
        bytes.extend_from_slice(claim);
        reseal(&mut bytes);
        assert_eq!(
            pack::decode(&bytes),
            Err(PackError::Malformed { part: "body" })
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn a_changed_byte_is_noticed(place in any::<prop::sample::Index>(), change in 1u8..) {
        let mut bytes = SMALL_PACK.clone();
        let place = place.index(bytes.len());
        bytes[place] ^= change;
        prop_assert!(pack::decode(&bytes).is_err());
    }

    #[test]
    fn several_changed_bytes_give_an_error_or_the_same(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8),
    ) {
        let mut bytes = SMALL_PACK.clone();
        for (place, value) in changes {
            let place = place.index(bytes.len());
            bytes[place] = value;
        }
        if let Ok((catalog, _)) = pack::decode(&bytes) {
            prop_assert_eq!(catalog.parts(), SMALL.parts());
        }
    }

    #[test]
    fn a_missing_end_is_noticed(end in any::<prop::sample::Index>()) {
        let end = end.index(SMALL_PACK.len());
        let error = pack::decode(&SMALL_PACK[..end]).unwrap_err();
        prop_assert!(
            matches!(error, PackError::Truncated { .. } | PackError::NotAPack),
            "{:?}",
            error
        );
    }

    #[test]
    fn a_forged_body_is_answered(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4),
    ) {
        let mut bytes = SMALL_PACK.clone();
        for (place, value) in changes {
            let place = BODY + place.index(bytes.len() - BODY);
            bytes[place] = value;
        }
        reseal(&mut bytes);
        let _ = pack::decode(&bytes);
    }

    #[test]
    fn forged_details_are_answered(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4),
    ) {
        let identity = pack::identity(&SMALL_PACK).unwrap();
        let mut bytes = SMALL_DETAILS.clone();
        for (place, value) in &changes {
            let place = BODY + place.index(bytes.len() - BODY);
            bytes[place] = *value;
        }
        if bytes != *SMALL_DETAILS {
            prop_assert!(pack::decode_details(&bytes, &SMALL, &identity).is_err());
        }
        reseal(&mut bytes);
        if let Ok(details) = pack::decode_details(&bytes, &SMALL, &identity) {
            prop_assert!(SMALL.add_details(details).is_ok());
        }
    }

    #[test]
    fn any_bytes_are_answered(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        prop_assert!(pack::decode(&bytes).is_err());
        let mut bytes = [&SMALL_PACK[..BODY], &bytes].concat();
        reseal(&mut bytes);
        let _ = pack::decode(&bytes);
    }
}
