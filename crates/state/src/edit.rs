//! How answers change. An edit never fails and never loses what another edit typed.

use vecmap::VecSet;

use super::answers::{
    Answers, ConnectionAnswer, ExperienceAnswer, Language, Pathway, PlaceAnswer, SpecialtyAnswer,
    Step2Answer,
};
use super::bounds::ROWS;
use super::field::Field;
use engine::applicant::{ConnectionKind, EcfmgStatus, ExamResult, MilitaryStatus};
use engine::calendar::Stage;
use engine::geography::{Division, UsState};
use engine::preference::{Property, Size};
use engine::program::ProgramId;
use engine::vocabulary::{ApplicantType, Setting, VisaNeed};

/// One choice among few; `None` takes an answer back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// Applicant type.
    Kind(Option<ApplicantType>),
    /// Visa needed.
    Visa(Option<VisaNeed>),
    /// Inside the US now.
    InUs(Option<bool>),
    /// Where the applicant stands in the season.
    Stage(Option<Stage>),
    /// Month of graduation.
    GraduationMonth(Option<u8>),
    /// Step 1.
    Step1(Option<ExamResult>),
    /// What stands for Step 2 CK.
    Step2(Option<Step2Answer>),
    /// Month of the Step 2 CK exam.
    Step2Month(Option<u8>),
    /// Step 3.
    Step3(Option<ExamResult>),
    /// COMLEX Level 1.
    Comlex1(Option<ExamResult>),
    /// ECFMG certification.
    Ecfmg(Option<EcfmgStatus>),
    /// ECFMG pathway.
    Pathway(Option<Pathway>),
    /// Whether there is any US clinical experience.
    AnyExperience(Option<bool>),
    /// Earlier US residency training.
    PriorUs(Option<bool>),
    /// Earlier residency training outside the US.
    PriorAbroad(Option<bool>),
    /// Couples match.
    Couple(Option<bool>),
    /// Military standing.
    Military(Option<MilitaryStatus>),
    /// Worth of the second choice in percent.
    Worth2(Option<u8>),
    /// Worth of the third choice in percent.
    Worth3(Option<u8>),
    /// Miles at which nearness is half met.
    NearMiles(Option<u16>),
    /// Preferred setting.
    Setting(Option<Setting>),
    /// Preferred size.
    Size(Option<Size>),
    /// Weight of states and divisions, 0 to 10.
    WeightPlace(Option<u8>),
    /// Weight of nearness, 0 to 10.
    WeightNear(Option<u8>),
    /// Weight of setting, 0 to 10.
    WeightSetting(Option<u8>),
    /// Weight of size, 0 to 10.
    WeightSize(Option<u8>),
    /// Lambda in percent.
    Lambda(Option<u8>),
    /// Whether being sought after counts.
    SoughtAfter(Option<bool>),
}

/// One member of a set of answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Member {
    /// A language spoken with patients.
    Language(Language),
    /// A state with a tie.
    Tie(UsState),
    /// A preferred state.
    State(UsState),
    /// A preferred division.
    Division(Division),
    /// A demand. The same property leaves the dealbreakers.
    Must(Property),
    /// A dealbreaker. The same property leaves the demands.
    Never(Property),
}

/// One change to the answers.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// Text typed into a field.
    Type(Field, String),
    /// A choice made or taken back.
    Choose(Choice),
    /// A member added to its set.
    Add(Member),
    /// A member taken from its set.
    Remove(Member),
    /// None of the listed languages.
    NoLanguage,
    /// The specialty at a place of the order, from 0.
    Specialty(usize, SpecialtyAnswer),
    /// The specialty at a place, from 1, changes places with the one before it.
    RaiseSpecialty(usize),
    /// The place to be near.
    Near(PlaceAnswer),
    /// A row of experience; the row after the last is a new one, as long as there are fewer than [`ROWS`].
    Experience(usize, ExperienceAnswer),
    /// A row of experience is taken away.
    RemoveExperience(usize),
    /// A tie to a program, new or changed; a new one as long as there are fewer than [`ROWS`].
    Connect(ProgramId, Option<ConnectionKind>),
    /// A tie to a program is taken away.
    Disconnect(ProgramId),
}

impl Answers {
    /// Carries out one change.
    pub fn edit(&mut self, edit: Edit) {
        match edit {
            Edit::Type(field, text) if text.is_empty() => drop(self.typed.remove(&field)),
            Edit::Type(field, text) => drop(self.typed.insert(field, text)),
            Edit::Choose(choice) => self.choose(choice),
            Edit::Add(member) => self.add(member),
            Edit::Remove(member) => self.remove(member),
            Edit::NoLanguage => {
                self.languages_answered = true;
                self.languages.clear();
            }
            Edit::Specialty(place, answer) => {
                if let Some(slot) = self.specialties.get_mut(place) {
                    *slot = answer;
                }
            }
            Edit::RaiseSpecialty(place) => {
                if place >= 1 && place < self.specialties.len() {
                    self.specialties.swap(place - 1, place);
                }
            }
            Edit::Near(place) => self.near = place,
            Edit::Experience(row, answer) => {
                if let Some(slot) = self.experience.get_mut(row) {
                    *slot = answer;
                } else if self.experience.len() < ROWS {
                    self.experience.push(answer);
                }
            }
            Edit::RemoveExperience(row) => {
                if row < self.experience.len() {
                    self.experience.remove(row);
                }
            }
            Edit::Connect(program, kind) => self.connect(ConnectionAnswer { program, kind }),
            Edit::Disconnect(program) => self.connections.retain(|c| c.program != program),
        }
    }

    fn choose(&mut self, choice: Choice) {
        let [worth2, worth3] = &mut self.worths;
        let [place, near, setting, size] = &mut self.weights;
        match choice {
            Choice::Kind(value) => self.kind = value,
            Choice::Visa(value) => self.visa = value,
            Choice::InUs(value) => self.in_us = value,
            Choice::Stage(value) => self.stage = value,
            Choice::GraduationMonth(value) => self.graduation_month = value,
            Choice::Step1(value) => self.step1 = value,
            Choice::Step2(value) => self.step2 = value,
            Choice::Step2Month(value) => self.step2_month = value,
            Choice::Step3(value) => self.step3 = value,
            Choice::Comlex1(value) => self.comlex1 = value,
            Choice::Ecfmg(value) => self.ecfmg = value,
            Choice::Pathway(value) => self.pathway = value,
            Choice::AnyExperience(value) => self.any_experience = value,
            Choice::PriorUs(value) => self.prior_us = value,
            Choice::PriorAbroad(value) => self.prior_abroad = value,
            Choice::Couple(value) => self.couple = value,
            Choice::Military(value) => self.military = value,
            Choice::Worth2(value) => *worth2 = value,
            Choice::Worth3(value) => *worth3 = value,
            Choice::NearMiles(value) => self.near_miles = value,
            Choice::Setting(value) => self.setting = value,
            Choice::Size(value) => self.size = value,
            Choice::WeightPlace(value) => *place = value,
            Choice::WeightNear(value) => *near = value,
            Choice::WeightSetting(value) => *setting = value,
            Choice::WeightSize(value) => *size = value,
            Choice::Lambda(value) => self.lambda = value,
            Choice::SoughtAfter(value) => self.sought_after = value,
        }
    }

    fn add(&mut self, member: Member) {
        match member {
            Member::Language(language) => {
                self.languages_answered = true;
                self.languages.insert(language);
            }
            Member::Tie(state) => drop(self.ties.insert(state)),
            Member::State(state) => drop(self.states.insert(state)),
            Member::Division(division) => drop(self.divisions.insert(division)),
            Member::Must(property) => exclusive(&mut self.must, &mut self.never, property),
            Member::Never(property) => exclusive(&mut self.never, &mut self.must, property),
        }
    }

    fn remove(&mut self, member: Member) {
        match member {
            Member::Language(language) => {
                self.languages.remove(&language);
                self.languages_answered = !self.languages.is_empty();
            }
            Member::Tie(state) => drop(self.ties.remove(&state)),
            Member::State(state) => drop(self.states.remove(&state)),
            Member::Division(division) => drop(self.divisions.remove(&division)),
            Member::Must(property) => drop(self.must.remove(&property)),
            Member::Never(property) => drop(self.never.remove(&property)),
        }
    }

    fn connect(&mut self, connection: ConnectionAnswer) {
        let is_same = |known: &&mut ConnectionAnswer| known.program == connection.program;
        if let Some(known) = self.connections.iter_mut().find(is_same) {
            *known = connection;
        } else if self.connections.len() < ROWS {
            self.connections.push(connection);
        }
    }
}

fn exclusive(into: &mut VecSet<Property>, out_of: &mut VecSet<Property>, property: Property) {
    out_of.remove(&property);
    into.insert(property);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_property_is_never_demanded_and_refused_at_once() {
        let mut answers = Answers::default();
        answers.edit(Edit::Add(Member::Must(Property::Hca)));
        answers.edit(Edit::Add(Member::Never(Property::Hca)));
        assert!(answers.must.is_empty());
        assert!(answers.never.contains(&Property::Hca));
    }

    #[test]
    fn wrong_text_is_kept_as_typed() {
        let mut answers = Answers::default();
        answers.edit(Edit::Type(Field::Step2Score, " 2 45x".into()));
        assert_eq!(answers.text(Field::Step2Score), " 2 45x");
        answers.edit(Edit::Type(Field::Step2Score, String::new()));
        assert_eq!(answers, Answers::default());
    }

    #[test]
    fn rows_beyond_the_end_do_no_harm() {
        let mut answers = Answers::default();
        answers.edit(Edit::RemoveExperience(3));
        answers.edit(Edit::RaiseSpecialty(0));
        answers.edit(Edit::RaiseSpecialty(9));
        answers.edit(Edit::Specialty(9, SpecialtyAnswer::default()));
        assert_eq!(answers, Answers::default());
    }
}
