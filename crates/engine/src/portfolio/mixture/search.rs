//! The search for a list, in steps short enough for a browser.

use super::account::{self, SignalWorth};
use super::blocks;
use super::builder::Builder;
use super::certificate::Certificate;
use super::found::{Portfolio, Progress, Stage};
use super::local_search::{self, LocalSearch};
use super::profile::Member;
use super::solution::Solution;
use super::ways::Way;
use crate::ordering;
use crate::portfolio::instance::Instance;
use crate::portfolio::level::Level;

/// How many of the built lists are improved.
const STARTS: usize = 2;

/// Rounds of rebuilding and of refilling at most.
const ROUNDS: usize = 3;

/// Steps of the certificate's tangent.
const TANGENT_STEPS: usize = 12;

/// A list that is proven to lack at most this share of the best is not searched further.
const ENOUGH: f64 = 5e-4;

/// With fewer programs the whole search is short, so it goes on until the proof closes.
const FEW_PROGRAMS: usize = 100;

/// Longer lists are not refilled: each member costs a whole greedy pass.
const MOST_REFILLED: usize = 256;

/// A search under way. Dropping it cancels it.
///
/// ```
/// use engine::portfolio::mixture::Search;
/// use engine::portfolio::{Chances, Draft, Instance, Program, Specialty, Wish};
///
/// let program = |(id, (t, chance)): (u64, (f64, f64))| Program {
///     id,
///     t,
///     specialty: 0,
///     success: Chances::plain(vec![chance]),
///     interview: None,
///     wish: Wish::Free,
/// };
/// // The most wanted is hardly to be had, the likeliest is little wanted.
/// let programs = [(1.0, 0.1), (0.9, 0.2), (0.5, 0.9)];
/// let instance = Instance::new(Draft {
///     weights: vec![1.0],
///     programs: (0..).zip(programs).map(program).collect(),
///     specialties: vec![Specialty::unlimited()],
///     budget: None,
///     max_applications: Some(2),
/// })
/// .unwrap();
/// let found = Search::new(&instance).finish();
/// let mut list: Vec<usize> = found.picks.iter().map(|pick| pick.program).collect();
/// list.sort_unstable();
/// assert_eq!(list, [1, 2]);
/// // 0.2 of 0.9, else 0.9 of 0.5; and no list of two is worth more.
/// assert!((found.value - 0.54).abs() < 1e-9);
/// assert!(found.bound.unwrap() - found.value < 1e-6);
/// ```
#[derive(Debug)]
pub struct Search<'a> {
    instance: &'a Instance,
    state: State<'a>,
    /// Lists that wait to be improved.
    waiting: Vec<Solution<'a>>,
    best: Option<Solution<'a>>,
    /// The least bound so far.
    bound: Option<f64>,
    /// Whether lists have been rebuilt and refilled.
    is_deep: bool,
    rounds: usize,
    evaluations: usize,
}

#[derive(Debug)]
enum State<'a> {
    /// With the ways still to come, the last first.
    Build(Option<Box<Builder<'a>>>, Vec<Way>, After),
    Improve(Box<LocalSearch<'a>>, After),
    /// Specialties still to be rebuilt, the last first, and the value at the start of the round.
    Rebuild(Vec<usize>, f64),
    /// Members still to be replaced.
    Refill(Vec<Member>),
    Prove(Box<Certificate<'a>>, Vec<Member>),
    Account(Accounts),
    Done(Portfolio),
}

/// What follows an improvement.
#[derive(Clone, Debug)]
enum After {
    Prove,
    Rebuild(Vec<usize>, f64),
    Refill,
}

#[derive(Clone, Debug)]
struct Accounts {
    order: Vec<Member>,
    /// Members still to be read for signals, the last first.
    queue: Vec<Member>,
    signals: Vec<SignalWorth>,
}

impl<'a> Search<'a> {
    /// Begins; the work is done by [`Search::step`].
    #[must_use]
    pub fn new(instance: &'a Instance) -> Search<'a> {
        let mut ways = Way::all(instance);
        ways.reverse();
        Search {
            instance,
            state: State::Build(None, ways, After::Prove),
            waiting: Vec::new(),
            best: None,
            bound: None,
            is_deep: false,
            rounds: 0,
            evaluations: 0,
        }
    }

    /// Works for about so many evaluations, at least one piece of work. A piece is at most some
    /// evaluations of every element, or about a hundred thousand where a table is filled.
    pub fn step(&mut self, evaluations: usize) -> Progress {
        let end = self.evaluations.saturating_add(evaluations.max(1));
        while self.evaluations < end && !matches!(self.state, State::Done(_)) {
            self.advance();
            // Every piece costs something, so that a step always ends.
            self.evaluations += 1;
        }
        self.progress()
    }

    /// How far it is.
    #[must_use]
    pub fn progress(&self) -> Progress {
        let stage = match self.state {
            State::Build(_, _, After::Prove) => Stage::Building,
            State::Build(..) | State::Improve(..) | State::Rebuild(..) | State::Refill(_) => {
                Stage::Improving
            }
            State::Prove(..) => Stage::Proving,
            State::Account(_) => Stage::Accounting,
            State::Done(_) => Stage::Done,
        };
        Progress {
            stage,
            evaluations: self.evaluations,
        }
    }

    /// Does what is left and gives the list.
    #[must_use]
    pub fn finish(mut self) -> Portfolio {
        loop {
            if let State::Done(portfolio) = self.state {
                return portfolio;
            }
            self.advance();
        }
    }

    fn advance(&mut self) {
        let empty = State::Build(None, Vec::new(), After::Prove);
        let state = std::mem::replace(&mut self.state, empty);
        self.state = match state {
            State::Build(builder, ways, after) => self.build(builder, ways, after),
            State::Improve(local_search, after) => self.improve(local_search, after),
            State::Rebuild(left, value) => self.rebuild(left, value),
            State::Refill(left) => self.refill(left),
            State::Prove(certificate, order) => self.prove(certificate, order),
            State::Account(accounts) => self.account(accounts),
            State::Done(portfolio) => State::Done(portfolio),
        };
    }

    fn build(
        &mut self,
        builder: Option<Box<Builder<'a>>>,
        mut ways: Vec<Way>,
        after: After,
    ) -> State<'a> {
        let Some(mut builder) = builder else {
            let Some(way) = ways.pop() else {
                return self.start_improving(after);
            };
            let start =
                Solution::of_all(self.instance).unwrap_or_else(|| Solution::of_pins(self.instance));
            let builder = Builder::new(start, way.rule, None).beginning_with(&way.first);
            return State::Build(Some(Box::new(builder)), ways, after);
        };
        let is_growing = builder.pick();
        self.evaluations += builder.take_evaluations();
        if is_growing {
            return State::Build(Some(builder), ways, after);
        }
        let solution = builder.into_solution();
        let is_new = |other: &Solution<'_>| other.members() != solution.members();
        if self.waiting.iter().all(is_new) {
            self.waiting.push(solution);
        }
        State::Build(None, ways, after)
    }

    fn start_improving(&mut self, after: After) -> State<'a> {
        // Equals stay in the order of rules.
        ordering::sort_by(&mut self.waiting, |a, b| b.value().total_cmp(&a.value()));
        self.waiting.truncate(STARTS);
        self.waiting.reverse();
        self.improve_next(after)
    }

    fn all_specialties(&self) -> Vec<usize> {
        (0..self.instance.specialties.len()).rev().collect()
    }

    fn improve_next(&mut self, after: After) -> State<'a> {
        match (self.waiting.pop(), after) {
            (Some(next), after) => State::Improve(Box::new(LocalSearch::new(next)), after),
            (None, After::Prove) => self.start_proving(),
            (None, After::Rebuild(left, value)) => State::Rebuild(left, value),
            (None, After::Refill) => self.start_refilling(),
        }
    }

    fn improve(&mut self, mut local_search: Box<LocalSearch<'a>>, after: After) -> State<'a> {
        let is_moving = local_search.advance();
        self.evaluations += local_search.take_evaluations();
        if is_moving {
            return State::Improve(local_search, after);
        }
        self.offer(local_search.into_solution());
        self.improve_next(after)
    }

    fn offer(&mut self, solution: Solution<'a>) {
        let is_better = |best: &Solution<'_>| solution.value() > best.value();
        if self.best.as_ref().is_none_or(is_better) {
            self.best = Some(solution);
        }
    }

    fn best(&self) -> Solution<'a> {
        let none = || Solution::of_pins(self.instance);
        self.best.clone().unwrap_or_else(none)
    }

    fn rebuild(&mut self, mut left: Vec<usize>, value: f64) -> State<'a> {
        let best = self.best();
        let Some(specialty) = left.pop() else {
            let is_risen = best.value() > value && self.instance.specialties.len() > 1;
            self.rounds += 1;
            if is_risen && self.rounds < ROUNDS {
                return State::Rebuild(self.all_specialties(), best.value());
            }
            self.rounds = 0;
            return self.start_refilling();
        };
        match blocks::rebuilt(&best, specialty, &mut self.evaluations) {
            Some(other) if other.members() != best.members() => self.waiting.push(other),
            _ => {}
        }
        self.improve_next(After::Rebuild(left, value))
    }

    fn start_refilling(&mut self) -> State<'a> {
        let best = self.best();
        let has_signals = self.instance.specialties.iter().any(|s| s.has_signals());
        let has_prices = self.instance.budget < u64::MAX && self.instance.specialties.len() > 1;
        let is_short = best.members().len() <= MOST_REFILLED;
        if !(has_signals || has_prices) || !is_short || self.rounds >= ROUNDS {
            return self.start_proving();
        }
        let is_free = |member: &&Member| !self.instance.items[member.program].is_pinned();
        // With one price a refill is an exchange, but for what becomes of a signal.
        let matters = |member: &&Member| has_prices || member.level > Level::Plain;
        let members = best.members().iter().rev().filter(is_free).filter(matters);
        State::Refill(members.copied().collect())
    }

    fn refill(&mut self, mut left: Vec<Member>) -> State<'a> {
        let Some(member) = left.pop() else {
            return self.start_proving();
        };
        let best = self.best();
        let other = local_search::refilled(&best, member, &mut self.evaluations);
        if other.is_complete() && other.value() > best.value() * (1.0 + 1e-12) {
            self.waiting.push(other);
            self.rounds += 1;
            return self.improve_next(After::Refill);
        }
        State::Refill(left)
    }

    fn start_proving(&mut self) -> State<'a> {
        let best = self.best();
        let order = account::ordered(&best, &mut self.evaluations);
        match Certificate::new(self.instance, &order, best.value(), TANGENT_STEPS) {
            Some(certificate) => State::Prove(Box::new(certificate), order),
            None => self.decide(best.value(), order, &[]),
        }
    }

    fn prove(&mut self, mut certificate: Box<Certificate<'a>>, order: Vec<Member>) -> State<'a> {
        if certificate.advance(&mut self.evaluations) {
            return State::Prove(certificate, order);
        }
        // Every bound is one on all lists, whichever list it was taken at.
        let bound = certificate.bound();
        self.bound = Some(self.bound.map_or(bound, |before| before.min(bound)));
        let value = self.best().value();
        self.decide(value, order, certificate.hints())
    }

    /// Goes on searching if that may be worth it, otherwise to the account.
    fn decide(&mut self, value: f64, order: Vec<Member>, hints: &[Vec<usize>]) -> State<'a> {
        let is_small = self.instance.items.len() <= FEW_PROGRAMS;
        let enough = if is_small { 1e-9 } else { ENOUGH };
        let is_open = self
            .bound
            .is_none_or(|bound| value < bound * (1.0 - enough));
        if is_open && !self.is_deep {
            self.is_deep = true;
            let rebuild = After::Rebuild(self.all_specialties(), value);
            // With one specialty the counts of the planes are those that the list has.
            let hints = hints.iter().filter(|counts| counts.len() > 1);
            let ways = Way::beginning_with(self.instance, hints.cloned().collect());
            return State::Build(None, ways, rebuild);
        }
        let bound = self.bound.map(|bound| bound.max(value));
        self.bound = bound;
        State::Account(Accounts::of(order))
    }

    fn account(&mut self, mut accounts: Accounts) -> State<'a> {
        let best = self.best();
        if let Some(member) = accounts.queue.pop() {
            let worth = account::signal_worth(&best, member, &mut self.evaluations);
            accounts.signals.push(worth);
            return State::Account(accounts);
        }
        State::Done(Portfolio {
            picks: account::picks(&best, &accounts.order),
            value: best.value(),
            cost: best.cost(),
            bound: self.bound,
            next: account::next(&best, &mut self.evaluations),
            signals: accounts.signals,
        })
    }
}

impl Accounts {
    fn of(order: Vec<Member>) -> Accounts {
        let is_signalled = |member: &&Member| member.level > Level::Plain;
        let queue = order.iter().rev().filter(is_signalled).copied().collect();
        Accounts {
            order,
            queue,
            signals: Vec::new(),
        }
    }
}
