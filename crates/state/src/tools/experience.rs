//! Which kinds of US clinical experience are open to a visitor.
//!
//! The rules are those of the State Department's manual as the guide's visa article cites them: a
//! student of a foreign school may do an elective as a visitor, a graduate may watch, and work
//! needs leave to work.

use crate::content::tools::Kind;

engine::vocabulary! {
    /// On what ground somebody would be in the US during the placement.
    Stay {
        /// May work.
        MayWork = "may_work", "US citizen, green card, or work permit";
        /// A visitor.
        Visitor = "visitor", "Visitor: B-1, B-2 or visa waiver";
        /// At a US school.
        Student = "student", "F-1 or J-1 student of a US school";
        /// Nothing yet.
        NotYet = "not_yet", "No visa yet";
    }
}

/// What the chooser knows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Situation {
    /// Whether still enrolled in a medical school.
    pub is_student: Option<bool>,
    /// On what ground in the US.
    pub stay: Option<Stay>,
    /// US dollars for four weeks of a placement.
    pub budget: Option<u32>,
    /// Whole months until it should begin.
    pub months_left: Option<u8>,
}

/// How open a kind is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Openness {
    /// Open.
    Open,
    /// Depends on the host or on an answer that is missing.
    Ask,
    /// Not open.
    Closed,
}

engine::vocabulary! {
    /// Why a kind is not simply open.
    Reason {
        /// For the other group.
        ForStudents = "for_students", "For students who are still enrolled.";
        /// For the other group.
        ForGraduates = "for_graduates", "For people who have the degree.";
        /// Student or graduate is not answered.
        StatusOpen = "status_open", "Say above whether you are a student or a graduate.";
        /// Work without permission.
        NeedsWork = "needs_work", "It is a job: you need permission to work in the US.";
        /// Research as a visitor.
        ResearchVisa = "research_visa", "A paid post needs permission to work. For an unpaid post, ask the host's international office which visa you need.";
        /// Hands on as a visitor.
        VisitorWatches = "visitor_watches", "As a visitor a graduate may watch, not treat patients.";
        /// A visitor's visa may not cover it.
        VisitorUnclear = "visitor_unclear", "Ask the host which visa it accepts: for a visitor hosts differ.";
        /// A school has to agree.
        SchoolAgrees = "school_agrees", "Your school's international office has to agree first.";
        /// The visa is not answered.
        StayOpen = "stay_open", "Say above with which visa or status you would be in the US.";
        /// Too little time.
        ShortNotice = "short_notice", "Hosts usually want more notice than you have left.";
        /// Too dear.
        OverBudget = "over_budget", "The usual price begins above your budget.";
        /// Partly too dear.
        PartOverBudget = "part_over_budget", "Part of the usual range lies above your budget.";
    }
}

/// What there is to say of one kind.
#[derive(Clone, Debug, PartialEq)]
pub struct Advice<'a> {
    /// The kind.
    pub kind: &'a Kind,
    /// How open it is.
    pub openness: Openness,
    /// Why.
    pub reasons: Vec<Reason>,
}

/// Every kind, the open ones first; kinds that are equally open stay in the order of weight.
#[must_use]
pub fn advise<'a>(kinds: &'a [Kind], situation: &Situation) -> Vec<Advice<'a>> {
    let mut advice: Vec<Advice<'a>> = kinds.iter().map(|kind| of(kind, situation)).collect();
    advice.sort_by_key(|advice| advice.openness);
    advice
}

fn of<'a>(kind: &'a Kind, situation: &Situation) -> Advice<'a> {
    let mut found: Vec<(Openness, Reason)> = Vec::new();
    match situation.is_student {
        Some(true) if !kind.student => found.push((Openness::Closed, Reason::ForGraduates)),
        Some(false) if !kind.graduate => found.push((Openness::Closed, Reason::ForStudents)),
        None if kind.student != kind.graduate => found.push((Openness::Ask, Reason::StatusOpen)),
        _ => {}
    }
    found.extend(by_stay(kind, situation));
    if situation
        .months_left
        .is_some_and(|left| left < kind.lead_months)
    {
        found.push((Openness::Ask, Reason::ShortNotice));
    }
    if let (Some(budget), Some((low, high))) = (situation.budget, kind.price) {
        if low > budget {
            found.push((Openness::Ask, Reason::OverBudget));
        } else if high > budget {
            found.push((Openness::Open, Reason::PartOverBudget));
        }
    }
    Advice {
        kind,
        openness: found
            .iter()
            .map(|(o, _)| *o)
            .max()
            .unwrap_or(Openness::Open),
        reasons: found.into_iter().map(|(_, reason)| reason).collect(),
    }
}

fn by_stay(kind: &Kind, situation: &Situation) -> Option<(Openness, Reason)> {
    let as_visitor = match situation.is_student {
        Some(true) => kind.visitor_student,
        Some(false) => kind.visitor_graduate,
        None => kind.visitor_student && kind.visitor_graduate,
    };
    if as_visitor {
        return None;
    }
    match situation.stay {
        Some(Stay::MayWork) => None,
        Some(Stay::Student) => Some((Openness::Ask, Reason::SchoolAgrees)),
        Some(Stay::Visitor | Stay::NotYet) => Some(match (kind.needs_work, kind.hands_on) {
            (true, true) => (Openness::Closed, Reason::NeedsWork),
            (true, false) => (Openness::Ask, Reason::ResearchVisa),
            (false, true) if situation.is_student == Some(false) => {
                (Openness::Closed, Reason::VisitorWatches)
            }
            (false, _) => (Openness::Ask, Reason::VisitorUnclear),
        }),
        None => Some((Openness::Ask, Reason::StayOpen)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind(id: &str, student: bool, graduate: bool, hands_on: bool, work: bool) -> Kind {
        Kind {
            id: id.into(),
            name: id.into(),
            html: String::new(),
            student,
            graduate,
            visitor_student: student && !work,
            visitor_graduate: graduate && !hands_on && !work,
            needs_work: work,
            hands_on,
            lead_months: 6,
            price: Some((500, 4000)),
            price_html: String::new(),
            letter_html: String::new(),
            ask: Vec::new(),
        }
    }

    fn kinds() -> [Kind; 4] {
        [
            kind("elective", true, false, true, false),
            kind("externship", false, true, true, false),
            kind("observership", true, true, false, false),
            kind("job", false, true, true, true),
        ]
    }

    fn said(situation: Situation) -> Vec<(String, Openness)> {
        let kinds = kinds();
        let all = advise(&kinds, &situation);
        all.iter()
            .map(|a| (a.kind.id.clone(), a.openness))
            .collect()
    }

    #[test]
    fn a_visiting_student_may_do_electives_and_a_visiting_graduate_may_watch() {
        let visitor = |is_student| Situation {
            is_student: Some(is_student),
            stay: Some(Stay::Visitor),
            ..Situation::default()
        };
        let student = said(visitor(true));
        assert_eq!(student[0], ("elective".into(), Openness::Open));
        assert_eq!(student[2], ("externship".into(), Openness::Closed));
        let graduate = said(visitor(false));
        assert_eq!(graduate[0], ("observership".into(), Openness::Open));
        assert!(graduate[1..].iter().all(|(_, o)| *o == Openness::Closed));
    }

    #[test]
    fn leave_to_work_opens_everything_for_graduates() {
        let situation = Situation {
            is_student: Some(false),
            stay: Some(Stay::MayWork),
            ..Situation::default()
        };
        let open = said(situation)
            .iter()
            .filter(|(_, o)| *o == Openness::Open)
            .count();
        assert_eq!(open, 3);
    }

    #[test]
    fn money_and_time_ask_but_do_not_close() {
        let kinds = [kind("observership", true, true, false, false)];
        let situation = Situation {
            is_student: Some(false),
            stay: Some(Stay::Visitor),
            budget: Some(400),
            months_left: Some(2),
        };
        let advice = advise(&kinds, &situation);
        assert_eq!(advice[0].openness, Openness::Ask);
        assert_eq!(advice[0].reasons, [Reason::ShortNotice, Reason::OverBudget]);
        let rich = Situation {
            budget: Some(1000),
            months_left: None,
            ..situation
        };
        assert_eq!(advise(&kinds, &rich)[0].reasons, [Reason::PartOverBudget]);
    }
}
