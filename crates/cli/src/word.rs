//! Words of closed sets as they stand in the file. Which set is in the type of the field, so that
//! reader, writer and published schema cannot disagree.

use std::marker::PhantomData;

use serde::de::{Deserialize, Deserializer};
use serde::ser::{Serialize, Serializer};

use crate::output::Speaker;
use engine::applicant::{ConnectionKind, EcfmgStatus, ExamResult, MilitaryStatus};
use engine::calendar::Stage;
use engine::eligibility::{Gate, GateState};
use engine::explain::{ChangeKind, Factor, StillPossible};
use engine::fact::Layer;
use engine::fees::Service;
use engine::geography::{Division, UsState};
use engine::model::Basis;
use engine::notice::Notice;
use engine::portfolio::Level;
use engine::preference::{Positions, Property, Size};
use engine::ranking::NoChance;
use engine::vocabulary::{
    ApplicantType, EcfmgTiming, ExperienceKind, H1bPolicy, Setting, Strength, VisaNeed,
};

/// A closed set of words.
pub trait Words: Copy + 'static {
    /// Every word of it, in its order.
    const WORDS: &'static [Self];

    /// The word as files spell it.
    fn code(self) -> &'static str;
}

macro_rules! words {
    ($($set:ident)+) => {$(
        impl Words for $set {
            const WORDS: &'static [$set] = $set::ALL;

            fn code(self) -> &'static str {
                self.code()
            }
        }
    )+};
}

words! {
    ApplicantType Basis ChangeKind ConnectionKind Division EcfmgStatus EcfmgTiming ExamResult
    ExperienceKind Factor Gate GateState H1bPolicy Layer MilitaryStatus NoChance Notice Positions
    Property Service Setting Size Speaker Stage StillPossible Strength UsState VisaNeed
}

impl Words for Level {
    const WORDS: &'static [Level] = &Level::ALL;

    fn code(self) -> &'static str {
        self.code()
    }
}

/// A word of the input, not yet checked to be one of the set `S`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word<S> {
    /// As it stands in the file.
    pub text: String,
    set: PhantomData<S>,
}

impl<S: Words> Word<S> {
    /// The word of the set, if it is one.
    pub fn known(&self) -> Option<S> {
        let mut words = S::WORDS.iter().copied();
        words.find(|word| word.code() == self.text)
    }
}

impl<'de, S> Deserialize<'de> for Word<S> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(|text| Word {
            text,
            set: PhantomData,
        })
    }
}

/// A word of the output.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Code<S>(pub S);

impl<S: Words> Serialize for Code<S> {
    fn serialize<T: Serializer>(&self, serializer: T) -> Result<T::Ok, T::Error> {
        serializer.serialize_str(self.0.code())
    }
}
