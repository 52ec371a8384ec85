//! The preferences, read.

use super::field::{code, distinct, each, maybe, share, specialty, state, within};
use crate::InputError;
use crate::input::{NearInput, PreferencesInput, SpecialtyInput, WeightsInput};
use crate::wire::Whole;
use engine::catalog::Catalog;
use engine::geography::{Division, Point};
use engine::preference::{
    Nearness, Positions, Preferences, Property, Size, SpecialtyChoice, Weight, Weights,
};
use engine::vocabulary::Setting;

type Read<T> = Result<T, InputError>;

/// Most specialties of one question: their usual worth is defined for three.
const MOST_SPECIALTIES: usize = 3;

pub(super) fn preferences(catalog: &Catalog, input: PreferencesInput) -> Read<Preferences> {
    let usual = Preferences::default();
    let states = each("preferences.states", input.states, |at, raw| {
        state(at, &raw)
    })?;
    let divisions = each("preferences.divisions", input.divisions, |at, raw| {
        code!(Division, at, raw)
    })?;
    Ok(Preferences {
        specialties: specialties(catalog, input.specialties)?,
        states: distinct("preferences.states", states)?,
        divisions: distinct("preferences.divisions", divisions)?,
        near: maybe(input.near, near)?,
        setting: maybe(input.setting, |raw| {
            code!(Setting, "preferences.setting", raw)
        })?,
        size: maybe(input.size, |raw| code!(Size, "preferences.size", raw))?,
        must: properties("preferences.must", input.must)?,
        never: properties("preferences.never", input.never)?,
        weights: maybe(input.weights, |raw| weights(&raw))?.unwrap_or(usual.weights),
        lambda: maybe(input.lambda, |raw| share("preferences.lambda", raw))?,
        sought_after: input.sought_after.unwrap_or(usual.sought_after),
    })
}

fn specialties(catalog: &Catalog, raw: Vec<SpecialtyInput>) -> Read<Vec<SpecialtyChoice>> {
    const PATH: &str = "preferences.specialties";
    if raw.is_empty() || raw.len() > MOST_SPECIALTIES {
        return Err(InputError::new(
            PATH,
            format!("{} entries, not 1 to {MOST_SPECIALTIES}", raw.len()),
        ));
    }
    let read = each(PATH, Some(raw), |at, one| {
        Ok(SpecialtyChoice {
            code: specialty(catalog, &format!("{at}.code"), &one.code)?,
            positions: positions(&format!("{at}.positions"), one.positions)?,
            worth: maybe(one.worth, |number| share(&format!("{at}.worth"), number))?,
        })
    })?;
    let codes: Vec<_> = read.iter().map(|choice| choice.code).collect();
    distinct(PATH, codes)?;
    Ok(read)
}

fn positions(at: &str, raw: Option<String>) -> Read<Positions> {
    let read = maybe(raw, |word| code!(Positions, at, word))?;
    Ok(read.unwrap_or_default())
}

fn near(raw: NearInput) -> Read<Nearness> {
    let outside = |key: &str, value: f64, most: u8| {
        InputError::new(
            format!("preferences.near.{key}"),
            format!("{value} is not from -{most} to {most}"),
        )
    };
    if !(-90.0..=90.0).contains(&raw.latitude) {
        return Err(outside("latitude", raw.latitude, 90));
    }
    let point = Point::new(raw.latitude, raw.longitude)
        .ok_or_else(|| outside("longitude", raw.longitude, 180))?;
    Ok(Nearness {
        label: raw.label.unwrap_or_default().into_boxed_str(),
        point,
        miles: within("preferences.near.miles", raw.miles, 1, 3000)?,
    })
}

fn properties(path: &str, raw: Option<Vec<String>>) -> Read<Vec<Property>> {
    distinct(path, each(path, raw, |at, word| code!(Property, at, word))?)
}

fn weights(raw: &WeightsInput) -> Read<Weights> {
    let weight = |key: &str, number: Option<Whole>, usual: Weight| {
        let path = format!("preferences.weights.{key}");
        maybe(number, |raw| {
            let value: u8 = within(&path, raw, 0, 10)?;
            Weight::new(value).ok_or_else(|| InputError::new(&path, "not a weight"))
        })
        .map(|read| read.unwrap_or(usual))
    };
    let usual = Weights::default();
    Ok(Weights {
        geography: weight("place", raw.place, usual.geography)?,
        nearness: weight("nearness", raw.nearness, usual.nearness)?,
        setting: weight("setting", raw.setting, usual.setting)?,
        size: weight("size", raw.size, usual.size)?,
    })
}
