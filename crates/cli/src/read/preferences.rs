//! The preferences, read.

use super::field::{distinct, each, maybe, number, share, specialty, state, word};
use crate::InputError;
use crate::input::{
    MOST_LATITUDE, MOST_LONGITUDE, NearInput, PreferencesInput, SpecialtyInput, WeightsInput,
};
use crate::wire::Number;
use crate::word::Word;
use engine::catalog::Catalog;
use engine::geography::Point;
use engine::preference::{
    Nearness, Positions, Preferences, Property, SpecialtyChoice, Weight, Weights,
};

type Read<T> = Result<T, InputError>;

pub(super) fn preferences(catalog: &Catalog, input: PreferencesInput) -> Read<Preferences> {
    let usual = Preferences::default();
    let states = each("preferences.states", input.states, |at, raw| {
        state(at, &raw)
    })?;
    let divisions = each("preferences.divisions", input.divisions, |at, raw| {
        word(at, &raw)
    })?;
    Ok(Preferences {
        specialties: specialties(catalog, input.specialties)?,
        states: distinct("preferences.states", states)?,
        divisions: distinct("preferences.divisions", divisions)?,
        near: maybe(input.near, near)?,
        setting: maybe(input.setting, |raw| word("preferences.setting", &raw))?,
        size: maybe(input.size, |raw| word("preferences.size", &raw))?,
        must: properties("preferences.must", input.must)?,
        never: properties("preferences.never", input.never)?,
        weights: maybe(input.weights, |raw| weights(&raw))?.unwrap_or(usual.weights),
        lambda: maybe(input.lambda, |raw| share("preferences.lambda", raw))?,
        sought_after: input.sought_after.unwrap_or(usual.sought_after),
    })
}

fn specialties(catalog: &Catalog, raw: Vec<SpecialtyInput>) -> Read<Vec<SpecialtyChoice>> {
    const PATH: &str = "preferences.specialties";
    let range = Preferences::SPECIALTIES;
    let (least, most) = (range.least(), range.most());
    if !(usize::from(least)..=usize::from(most)).contains(&raw.len()) {
        return Err(InputError::new(
            PATH,
            format!("{} entries, not {least} to {most}", raw.len()),
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

fn positions(at: &str, raw: Option<Word<Positions>>) -> Read<Positions> {
    let read = maybe(raw, |raw| word(at, &raw))?;
    Ok(read.unwrap_or_default())
}

fn near(raw: NearInput) -> Read<Nearness> {
    let outside = |key: &str, value: f64, most: i16| {
        InputError::new(
            format!("preferences.near.{key}"),
            format!("{value} is not from -{most} to {most}"),
        )
    };
    let most = f64::from(MOST_LATITUDE);
    if !(-most..=most).contains(&raw.latitude) {
        return Err(outside("latitude", raw.latitude, MOST_LATITUDE));
    }
    let point = Point::new(raw.latitude, raw.longitude)
        .ok_or_else(|| outside("longitude", raw.longitude, MOST_LONGITUDE))?;
    Ok(Nearness {
        label: raw.label.unwrap_or_default().into_boxed_str(),
        point,
        miles: number("preferences.near.miles", raw.miles)?,
    })
}

fn properties(path: &str, raw: Option<Vec<Word<Property>>>) -> Read<Vec<Property>> {
    distinct(path, each(path, raw, |at, raw| word(at, &raw))?)
}

fn weights(raw: &WeightsInput) -> Read<Weights> {
    let weight = |key: &str, raw: Option<Number<Weight>>, usual: Weight| {
        let path = format!("preferences.weights.{key}");
        maybe(raw, |raw| number(&path, raw)).map(|read| read.unwrap_or(usual))
    };
    let usual = Weights::default();
    Ok(Weights {
        geography: weight("place", raw.place, usual.geography)?,
        nearness: weight("nearness", raw.nearness, usual.nearness)?,
        setting: weight("setting", raw.setting, usual.setting)?,
        size: weight("size", raw.size, usual.size)?,
    })
}
