//! Choices by the code of their question and the code of their answer.

use super::super::answers::{Answers, Language, Pathway, Step2Answer};
use super::super::edit::{Choice, Member};
use super::super::field::Field;
use engine::applicant::{EcfmgStatus, ExamResult, MilitaryStatus};
use engine::calendar::Stage;
use engine::geography::{Division, UsState};
use engine::preference::{Property, Size};
use engine::vocabulary::{ApplicantType, Setting, VisaNeed};

/// The questions that hold one choice.
pub(super) const CHOICES: [Field; 28] = [
    Field::Kind,
    Field::Visa,
    Field::InUs,
    Field::Stage,
    Field::GraduationMonth,
    Field::Step1,
    Field::Step2,
    Field::Step2Month,
    Field::Step3,
    Field::Comlex1,
    Field::Ecfmg,
    Field::Pathway,
    Field::Experience,
    Field::PriorUs,
    Field::PriorAbroad,
    Field::Couple,
    Field::Military,
    Field::Worth2,
    Field::Worth3,
    Field::NearMiles,
    Field::Setting,
    Field::Size,
    Field::WeightPlace,
    Field::WeightNear,
    Field::WeightSetting,
    Field::WeightSize,
    Field::Lambda,
    Field::SoughtAfter,
];

/// The code of the answer to a question that holds one choice.
pub(super) fn code(answers: &Answers, field: Field) -> Option<String> {
    let [worth2, worth3] = answers.worths;
    let [place, near, setting, size] = answers.weights;
    let number = |value: Option<u8>| value.map(|n| n.to_string());
    let text = |code: &str| code.to_string();
    match field {
        Field::Kind => answers.kind.map(|v| text(v.code())),
        Field::Visa => answers.visa.map(|v| text(v.code())),
        Field::InUs => answers.in_us.map(yes_no),
        Field::Stage => answers.stage.map(|v| text(stage_code(v))),
        Field::GraduationMonth => number(answers.graduation_month),
        Field::Step1 => answers.step1.map(|v| text(v.code())),
        Field::Step2 => answers.step2.map(|v| text(v.code())),
        Field::Step2Month => number(answers.step2_month),
        Field::Step3 => answers.step3.map(|v| text(v.code())),
        Field::Comlex1 => answers.comlex1.map(|v| text(v.code())),
        Field::Ecfmg => answers.ecfmg.map(|v| text(v.code())),
        Field::Pathway => answers.pathway.map(|v| text(v.code())),
        Field::Experience => answers.any_experience.map(yes_no),
        Field::PriorUs => answers.prior_us.map(yes_no),
        Field::PriorAbroad => answers.prior_abroad.map(yes_no),
        Field::Couple => answers.couple.map(yes_no),
        Field::Military => answers.military.map(|v| text(v.code())),
        Field::Worth2 => number(worth2),
        Field::Worth3 => number(worth3),
        Field::NearMiles => answers.near_miles.map(|n| n.to_string()),
        Field::Setting => answers.setting.map(|v| text(v.code())),
        Field::Size => answers.size.map(|v| text(v.code())),
        Field::WeightPlace => number(place),
        Field::WeightNear => number(near),
        Field::WeightSetting => number(setting),
        Field::WeightSize => number(size),
        Field::Lambda => number(answers.lambda),
        Field::SoughtAfter => answers.sought_after.map(yes_no),
        _ => None,
    }
}

/// The choice that two codes name; `None` if this version does not know it.
pub(super) fn choice(field: Field, code: &str) -> Option<Choice> {
    let upto = |most: u8| code.parse().ok().filter(|n: &u8| *n <= most);
    let month = || upto(12).filter(|n| *n >= 1);
    let miles = || code.parse().ok().filter(|n| (1..=3000).contains(n));
    Some(match field {
        Field::Kind => Choice::Kind(Some(ApplicantType::from_code(code)?)),
        Field::Visa => Choice::Visa(Some(VisaNeed::from_code(code)?)),
        Field::InUs => Choice::InUs(Some(yes(code)?)),
        Field::Stage => Choice::Stage(Some(stage(code)?)),
        Field::GraduationMonth => Choice::GraduationMonth(Some(month()?)),
        Field::Step1 => Choice::Step1(Some(ExamResult::from_code(code)?)),
        Field::Step2 => Choice::Step2(Some(Step2Answer::from_code(code)?)),
        Field::Step2Month => Choice::Step2Month(Some(month()?)),
        Field::Step3 => Choice::Step3(Some(ExamResult::from_code(code)?)),
        Field::Comlex1 => Choice::Comlex1(Some(ExamResult::from_code(code)?)),
        Field::Ecfmg => Choice::Ecfmg(Some(EcfmgStatus::from_code(code)?)),
        Field::Pathway => Choice::Pathway(Some(Pathway::from_code(code)?)),
        Field::Experience => Choice::AnyExperience(Some(yes(code)?)),
        Field::PriorUs => Choice::PriorUs(Some(yes(code)?)),
        Field::PriorAbroad => Choice::PriorAbroad(Some(yes(code)?)),
        Field::Couple => Choice::Couple(Some(yes(code)?)),
        Field::Military => Choice::Military(Some(MilitaryStatus::from_code(code)?)),
        Field::Worth2 => Choice::Worth2(Some(upto(100)?)),
        Field::Worth3 => Choice::Worth3(Some(upto(100)?)),
        Field::NearMiles => Choice::NearMiles(Some(miles()?)),
        Field::Setting => Choice::Setting(Some(Setting::from_code(code)?)),
        Field::Size => Choice::Size(Some(Size::from_code(code)?)),
        Field::WeightPlace => Choice::WeightPlace(Some(upto(10)?)),
        Field::WeightNear => Choice::WeightNear(Some(upto(10)?)),
        Field::WeightSetting => Choice::WeightSetting(Some(upto(10)?)),
        Field::WeightSize => Choice::WeightSize(Some(upto(10)?)),
        Field::Lambda => Choice::Lambda(Some(upto(100)?)),
        Field::SoughtAfter => Choice::SoughtAfter(Some(yes(code)?)),
        _ => return None,
    })
}

/// The questions that hold a set.
pub(super) const SETS: [Field; 6] = [
    Field::Languages,
    Field::Ties,
    Field::States,
    Field::Divisions,
    Field::Must,
    Field::Never,
];

/// The codes of a set; `None` if the question was not answered.
pub(super) fn codes(answers: &Answers, field: Field) -> Option<Vec<String>> {
    let codes: Vec<String> = match field {
        Field::Languages => answers.languages.iter().map(|v| v.code().into()).collect(),
        Field::Ties => answers.ties.iter().map(|v| v.code().into()).collect(),
        Field::States => answers.states.iter().map(|v| v.code().into()).collect(),
        Field::Divisions => answers.divisions.iter().map(|v| v.code().into()).collect(),
        Field::Must => answers.must.iter().map(|v| v.code().into()).collect(),
        Field::Never => answers.never.iter().map(|v| v.code().into()).collect(),
        _ => Vec::new(),
    };
    let none_chosen = field == Field::Languages && answers.languages_answered;
    (none_chosen || !codes.is_empty()).then_some(codes)
}

/// The member that two codes name; `None` if this version does not know it.
pub(super) fn member(field: Field, code: &str) -> Option<Member> {
    match field {
        Field::Languages => Language::from_code(code).map(Member::Language),
        Field::Ties => UsState::from_code(code).map(Member::Tie),
        Field::States => UsState::from_code(code).map(Member::State),
        Field::Divisions => Division::from_code(code).map(Member::Division),
        Field::Must => Property::from_code(code).map(Member::Must),
        Field::Never => Property::from_code(code).map(Member::Never),
        _ => None,
    }
}

fn yes_no(answer: bool) -> String {
    if answer { "yes" } else { "no" }.into()
}

fn yes(code: &str) -> Option<bool> {
    match code {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    }
}

fn stage_code(stage: Stage) -> &'static str {
    match stage {
        Stage::Applied => "applied",
        Stage::ApplyingLate => "applying_late",
        Stage::Preparing => "preparing",
    }
}

fn stage(code: &str) -> Option<Stage> {
    [Stage::Applied, Stage::ApplyingLate, Stage::Preparing]
        .into_iter()
        .find(|stage| stage_code(*stage) == code)
}
