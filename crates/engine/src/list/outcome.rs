//! The chances of a list, with all that its programs have in common, and what it would be wrong
//! to show.

use super::belief::STRICTNESS;
use super::group::{Group, Which, groups, interview, success};
use super::{Application, Prospect, Prospects};
use crate::odds::quadrature::NINE;
use crate::ordering;

/// Figures of a list.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Figures {
    /// Chance of at least one interview, 0 to 1.
    pub any_interview: f64,
    /// Expected number of interviews.
    pub interviews: f64,
    /// Chance to match anywhere on the list, 0 to 1.
    pub p_match: f64,
    /// Expected worth of the best match; an unmatched season is worth 0.
    pub utility: f64,
    /// Chance to match in each specialty, by order of choice; they sum to `p_match`.
    pub by_choice: Vec<f64>,
}

/// A list's figures, and those that follow from taking its programs for independent.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outcome {
    /// What to show.
    pub figures: Figures,
    /// Chance to match if programs did not hang together: more than the truth, for comparison.
    pub independent: f64,
}

/// Works out a list.
///
/// ```
/// # use engine::list::{Application, Prospects, outcome};
/// # use engine::model::{Assumption, AssumptionKey, Basis, Cell, Effect, Model};
/// # use engine::ranking::{RankInput, rank};
/// # use engine::applicant::{Applicant, Entries, Entry, Moment};
/// # use engine::calendar::{Date, Season};
/// # use engine::catalog::{Catalog, CatalogParts, Specialty};
/// # use engine::geography::UsState;
/// # use engine::preference::{Preferences, SpecialtyChoice};
/// # use engine::program::{Program, ProgramId, SpecialtyCode};
/// # use engine::vocabulary::{ApplicantType, VisaNeed};
/// # let medicine = SpecialtyCode::parse("140").unwrap();
/// # let id = ProgramId::parse("1400500001").unwrap();
/// # let other = ProgramId::parse("1400500002").unwrap();
/// # let catalog = Catalog::new(CatalogParts {
/// #     programs: vec![
/// #         Program::new(id, "General Hospital", "Albany", UsState::Ny),
/// #         Program::new(other, "Mercy Medical Center", "Ithaca", UsState::Ny),
/// #     ],
/// #     specialties: vec![Specialty::new(medicine, "Internal Medicine")],
/// #     ..CatalogParts::default()
/// # })
/// # .unwrap();
/// # let preferences = Preferences {
/// #     specialties: vec![SpecialtyChoice::training(medicine)],
/// #     ..Preferences::default()
/// # };
/// # let today = Date::parse("2026-11-23").unwrap();
/// # let moment = Moment { today, season: Season::of(today), stage: None };
/// # let kind = ApplicantType::UsMdSenior;
/// # let applicant = Applicant { kind: Some(kind), ..Applicant::default() };
/// # let entries = Entries::default();
/// # let model = Model {
/// #     version: "example".into(),
/// #     cells: vec![Cell {
/// #         specialty: medicine,
/// #         kind,
/// #         basis: Basis::Fitted,
/// #         level: 0.0,
/// #         tau: 1.0,
/// #         d: 0.0,
/// #         rho: 0.5,
/// #         slope: 0.5,
/// #         score_mean: 250.0,
/// #         score_sd: 12.0,
/// #         match_rate: 0.9,
/// #         n: None,
/// #         reference_applications: 40.0,
/// #         level_sd: 0.1,
/// #         d_sd: 0.1,
/// #         sources: Box::default(),
/// #         note: Box::default(),
/// #     }],
/// #     assumptions: vec![Assumption {
/// #         key: AssumptionKey::RanksPerInterview,
/// #         effect: Effect { mid: 0.8, low: 0.7, high: 0.9 },
/// #         sources: Box::default(),
/// #         sentence: Box::default(),
/// #     }],
/// #     failed_attempts: Vec::new(),
/// #     signals: Vec::new(),
/// #     states: Vec::new(),
/// #     draws: None,
/// # };
/// # let input = RankInput {
/// #     catalog: &catalog,
/// #     model: Some(&model),
/// #     applicant: &applicant,
/// #     preferences: &preferences,
/// #     entries: &entries,
/// #     moment,
/// # };
/// let prospects = Prospects::of(&input, &rank(&input));
/// let p_match = |list: &[usize]| {
///     let sent: Vec<Application> = list.iter().copied().map(Application::plain).collect();
///     outcome(&prospects, &sent).figures.p_match
/// };
/// // A list of one has the chance that the ranking shows.
/// assert!((p_match(&[0]) - prospects.rows()[0].p_match).abs() < 1e-9);
/// // Two are better than one, and less than the sum of both.
/// assert!(p_match(&[0, 1]) > p_match(&[0]));
/// assert!(p_match(&[0, 1]) < p_match(&[0]) + p_match(&[1]));
/// ```
#[must_use]
pub fn outcome(prospects: &Prospects<'_>, list: &[Application]) -> Outcome {
    let list = prospects.at(list);
    let choices = prospects.cells.len();
    Outcome {
        figures: figures(prospects, &list, choices),
        independent: independent(&list, prospects.read()),
    }
}

fn figures(prospects: &Prospects<'_>, list: &[Prospect], choices: usize) -> Figures {
    let groups = groups(list);
    let mut by_choice = vec![0.0; choices];
    let mut utility = 0.0;
    let mut order: Vec<usize> = (0..list.len()).collect();
    ordering::sort_by(&mut order, |a, b| {
        let t = |member: &usize| list.get(*member).map_or(0.0, |prospect| prospect.t);
        t(b).total_cmp(&t(a)).then_with(|| a.cmp(b))
    });
    let of_member = group_of_each(&groups, list.len());
    for (score, likely) in STRICTNESS {
        for (node, weight) in prospects.weights().into_iter().enumerate() {
            let mut scan = Scan::new(list, &groups, score, node);
            for member in &order {
                let first = likely * weight * scan.first(*member, of_member[*member]);
                let prospect = &list[*member];
                utility += first * prospect.t;
                if let Some(sum) = by_choice.get_mut(prospect.choice) {
                    *sum += first;
                }
            }
        }
    }
    let read = prospects.read();
    Figures {
        // Both summed alike, so that an empty list comes to nothing at all.
        any_interview: none(prospects, &[], &[], interview)
            - none(prospects, list, &groups, interview),
        interviews: list
            .iter()
            .map(|prospect| read * prospect.belief.whole() * prospect.open())
            .sum(),
        p_match: by_choice.iter().sum(),
        utility,
        by_choice,
    }
}

impl Prospect {
    /// Mean chance of an interview with the gates open, of an application that is read.
    pub(super) fn open(&self) -> f64 {
        mean(&self.chances.interview)
    }
}

/// Mean over strength.
pub(super) fn mean(chances: &[f64; 9]) -> f64 {
    let nodes = NINE.iter().zip(chances);
    nodes.map(|(node, p)| node.weight * p).sum()
}

/// The chance that the list is read and nothing of it comes to anything.
fn none(prospects: &Prospects<'_>, list: &[Prospect], groups: &[Group], which: Which) -> f64 {
    let mut sum = 0.0;
    for (score, likely) in STRICTNESS {
        for (node, weight) in prospects.weights().into_iter().enumerate() {
            let missed = groups.iter().map(|group| {
                let belief = |member: usize| list[member].belief;
                group.none(score, belief, |member| which(&list[member])[node])
            });
            sum += likely * weight * missed.product::<f64>();
        }
    }
    sum
}

/// One node, gone through from the program that is worth most.
struct Scan<'a> {
    list: &'a [Prospect],
    groups: &'a [Group],
    score: f64,
    node: usize,
    gone_by: Vec<bool>,
    /// Of each group, the chance that nothing of its members so far came to anything.
    none: Vec<f64>,
    product: f64,
}

impl<'a> Scan<'a> {
    fn new(list: &'a [Prospect], groups: &'a [Group], score: f64, node: usize) -> Self {
        Scan {
            list,
            groups,
            score,
            node,
            gone_by: vec![false; list.len()],
            none: vec![1.0; groups.len()],
            product: 1.0,
        }
    }

    /// The chance that this program succeeds and none before it did.
    fn first(&mut self, member: usize, group: usize) -> f64 {
        self.gone_by[member] = true;
        let before = self.none[group];
        let chance = |other: usize| {
            let open = success(&self.list[other])[self.node];
            if self.gone_by[other] { open } else { 0.0 }
        };
        let after = self.groups[group].none(self.score, |m| self.list[m].belief, chance);
        self.none[group] = after;
        if before <= 0.0 {
            return 0.0;
        }
        let left = self.product * (after / before);
        let first = self.product - left;
        self.product = left;
        first
    }
}

fn independent(list: &[Prospect], read: f64) -> f64 {
    let missed = list
        .iter()
        .map(|prospect| 1.0 - read * prospect.belief.whole() * mean(&prospect.chances.success));
    1.0 - missed.product::<f64>()
}

/// The chance to match with the first of these applications, with the first two, and so on.
#[must_use]
pub fn chance_along(prospects: &Prospects<'_>, order: &[Application]) -> Vec<f64> {
    let list = prospects.at(order);
    let groups = groups(&list);
    let of_member = group_of_each(&groups, list.len());
    let mut along = vec![0.0; list.len()];
    for (score, likely) in STRICTNESS {
        for (node, weight) in prospects.weights().into_iter().enumerate() {
            let mut scan = Scan::new(&list, &groups, score, node);
            let mut matched = 0.0;
            for (member, chance) in along.iter_mut().enumerate() {
                matched += scan.first(member, of_member[member]);
                *chance += likely * weight * matched;
            }
        }
    }
    along
}

/// Of each member the group that it is in.
pub(super) fn group_of_each(groups: &[Group], members: usize) -> Vec<usize> {
    let mut of_member = vec![0; members];
    for (index, group) in groups.iter().enumerate() {
        for member in &group.members {
            of_member[*member] = index;
        }
    }
    of_member
}
