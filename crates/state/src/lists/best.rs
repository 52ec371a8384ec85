//! The best list for the answers as they are: found once, and what every room says follows from it.

use std::rc::Rc;

use super::Applications;
use super::limits::{kept, known, limits, recommended, signalling};
use super::report::applications;
use super::settings::ListSettings;
use crate::{Derived, Loaded, Work};
use engine::applicant::Entries;
use engine::catalog::ProgramIndex;
use engine::eligibility::Band;
use engine::list::bucket::{Buckets, Listed};
use engine::list::lever::Pull;
use engine::list::{self, Allowance, Figures, Prospects, Ranges, Recommended, outcome, ranges};
use engine::portfolio::Level;
use engine::portfolio::fault::{Fault, Reason};
use engine::portfolio::mixture::Portfolio;
use engine::program::{ProgramId, SpecialtyCode};
use engine::ranking::{RankInput, Ranking};
use vecmap::VecSet;

/// What a best list is found for.
#[derive(Clone, Debug)]
pub struct Basis {
    ranking: Rc<Ranking>,
    entries: Rc<Entries>,
    pinned: Rc<VecSet<ProgramId>>,
    hidden: Rc<VecSet<ProgramId>>,
    settings: Rc<ListSettings>,
}

impl Basis {
    /// These answers and settings.
    #[must_use]
    pub fn of(derived: &Derived, work: &Work) -> Basis {
        Basis {
            ranking: derived.ranking.clone(),
            entries: work.entries.clone(),
            pinned: work.pinned.clone(),
            hidden: work.hidden.clone(),
            settings: work.list_settings.clone(),
        }
    }
}

impl PartialEq for Basis {
    fn eq(&self, other: &Basis) -> bool {
        is_same(&self.ranking, &other.ranking)
            && is_same(&self.entries, &other.entries)
            && is_same(&self.pinned, &other.pinned)
            && is_same(&self.hidden, &other.hidden)
            && is_same(&self.settings, &other.settings)
    }
}

/// Mostly the very same; an answer that changed nothing makes an equal one.
fn is_same<T: PartialEq>(a: &Rc<T>, b: &Rc<T>) -> bool {
    Rc::ptr_eq(a, b) || a == b
}

/// The best list, or why there is none, and for which answers it was found.
#[derive(Clone, Debug)]
pub struct Best {
    basis: Basis,
    /// The list; the error says what stands in the way and what to do.
    pub list: Result<Rc<BestList>, Rc<str>>,
    /// What would change its chance most, the strongest first; `None` until it is worked out.
    pub pulls: Option<Rc<Pulls>>,
}

/// Compared by identity: each is found once.
impl PartialEq for Best {
    fn eq(&self, other: &Self) -> bool {
        let list = match (&self.list, &other.list) {
            (Ok(a), Ok(b)) => Rc::ptr_eq(a, b),
            (Err(a), Err(b)) => a == b,
            _ => false,
        };
        let pulls = match (&self.pulls, &other.pulls) {
            (Some(a), Some(b)) => Rc::ptr_eq(a, b),
            (None, None) => true,
            _ => false,
        };
        list && pulls && Rc::ptr_eq(&self.basis.ranking, &other.basis.ranking)
    }
}

impl Best {
    /// For these answers and settings.
    #[must_use]
    pub fn new(derived: &Derived, work: &Work, list: Result<Rc<BestList>, Rc<str>>) -> Best {
        Best {
            basis: Basis::of(derived, work),
            list,
            pulls: None,
        }
    }

    /// The same, with what would change it.
    #[must_use]
    pub fn with_pulls(&self, pulls: Pulls) -> Best {
        Best {
            pulls: Some(Rc::new(pulls)),
            ..self.clone()
        }
    }

    /// Whether it was found for these answers and settings.
    #[must_use]
    pub fn is_of(&self, derived: &Derived, work: &Work) -> bool {
        self.basis == Basis::of(derived, work)
    }

    /// The list, if there is one.
    #[must_use]
    pub fn found(&self) -> Option<&BestList> {
        self.list.as_deref().ok()
    }
}

/// What would change the chance to match most.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pulls {
    /// The chance of the best plain list of the recommended number, which each is held against.
    pub now: f64,
    /// Those worth a word, the strongest first.
    pub all: Vec<Pull>,
}

impl Pulls {
    /// A change of the chance below this is not worth a word.
    const LEAST: f64 = 0.01;

    /// Those worth a word, the strongest first.
    #[must_use]
    pub fn of(now: f64, mut all: Vec<Pull>) -> Pulls {
        engine::ordering::sort_by(&mut all, |a, b| b.size(now).total_cmp(&a.size(now)));
        all.retain(|pull| pull.size(now) >= Pulls::LEAST);
        Pulls { now, all }
    }
}

/// The best list and what it comes to.
#[derive(Clone, Debug, PartialEq)]
pub struct BestList {
    /// The programs, with the signal that each carries.
    pub programs: Applications,
    /// How many are recommended where no number was asked for.
    pub recommended: Recommended,
    /// What it comes to.
    pub figures: Figures,
    /// The ranges; `None` without draws.
    pub ranges: Option<Ranges>,
    /// The chance of an interview at each program of the list as it is sent, by program.
    pub interviews: Vec<(ProgramIndex, Band)>,
    /// Every program of the chosen specialties by what to do about it.
    pub buckets: Buckets,
    /// How many signals each chosen specialty has, by order of choice; `None` where nobody says.
    pub allowances: Vec<(SpecialtyCode, Option<Allowance>)>,
    /// How good it is shown to be.
    pub proof: Proof,
}

/// How near a list was shown to be to the best.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Proof {
    /// At least this share of the worth of the best possible list; `None` if nothing was shown.
    pub share: Option<f64>,
    /// How many questions the solver was asked; after the second places and signals count less, and
    /// the share is of that.
    pub questions: u32,
}

/// A list in the making, with the names of its programs.
#[derive(Clone, Debug)]
pub struct Posed {
    /// What to ask the solver.
    pub making: list::Making,
    /// Whether it is made for where, and so in several steps.
    pub has_turned: bool,
    ids: Vec<ProgramId>,
    /// Pinned programs without a chance: they stay on the list.
    kept: Vec<ProgramId>,
    /// The list that is open, whose signals stay once the applications are out.
    sent: Option<Applications>,
}

impl Posed {
    /// The question of the best list: of `most` applications, else of as many as the settings say.
    ///
    /// # Errors
    /// A sentence that says what stands in the way and what to do.
    pub fn of(
        question: &RankInput<'_>,
        ranking: &Ranking,
        work: &Work,
        most: Option<usize>,
    ) -> Result<Posed, String> {
        let prospects = Prospects::of(question, ranking);
        let limits = limits(&prospects, work, most)?;
        let rows = prospects.rows().iter();
        let ids = rows.filter_map(|row| Some(question.catalog.get(row.program)?.id));
        let is_sent = question.moment.stage == Some(engine::calendar::Stage::Applied);
        Ok(Posed {
            making: list::Making::of(&prospects, &limits).map_err(|fault| refusal(&fault))?,
            has_turned: prospects.aim.has_turned(),
            ids: ids.collect(),
            kept: kept(&prospects, work),
            sent: is_sent.then(|| work.lists.programs().clone()),
        })
    }

    /// What the solver found, as applications.
    #[must_use]
    pub fn applications(&self, found: &Portfolio) -> Applications {
        let mut programs = Applications::new();
        for pick in &found.picks {
            let Some(id) = self.ids.get(pick.program) else {
                continue;
            };
            let sent = self.sent.as_ref().and_then(|sent| sent.get(id));
            programs.insert(*id, sent.copied().unwrap_or(pick.level));
        }
        for id in &self.kept {
            programs.insert(*id, Level::Plain);
        }
        programs
    }
}

/// The solver's refusal in the words of the form.
#[must_use]
pub fn refusal(fault: &Fault) -> String {
    match fault.reason {
        Reason::OverBudget => "The budget does not pay for the programs that you pinned and the minimum for each specialty. Raise it, or unpin some.".into(),
        Reason::OverMost => "The programs that you pinned and the minimum for each specialty are more than the number of applications. Ask for more, or unpin some.".into(),
        _ => "No list can be made from these answers. Look at the figures that you typed for single programs, and at your limits.".into(),
    }
}

impl BestList {
    /// The chance of an interview at a program of the list as it is sent.
    #[must_use]
    pub fn interview(&self, program: ProgramIndex) -> Option<Band> {
        let found = self
            .interviews
            .binary_search_by_key(&program, |(of, _)| *of);
        Some(self.interviews.get(found.ok()?)?.1)
    }

    /// How many signals a specialty has; `None` where nobody says.
    #[must_use]
    pub fn allowance(&self, specialty: SpecialtyCode) -> Option<Allowance> {
        let mut all = self.allowances.iter();
        all.find(|(of, _)| *of == specialty)?.1
    }

    /// Works out a list that was found.
    #[must_use]
    pub fn of(
        question: &RankInput<'_>,
        derived: &Derived,
        loaded: &Loaded,
        work: &Work,
        (programs, proof): (Applications, Proof),
    ) -> BestList {
        let (catalog, ranking) = (question.catalog, &*derived.ranking);
        let prospects = Prospects::of(question, ranking);
        let mut list = applications(&prospects, catalog, &programs);
        prospects.in_order(&mut list);
        let figures = outcome(&prospects, &list).figures;
        let ranges = ranges(&prospects, &list, &figures);
        let pinned = known(catalog, work.pinned.iter());
        let hidden = known(catalog, work.hidden.iter());
        let listed: Vec<ProgramIndex> = known(catalog, programs.keys());
        let listed = Listed {
            applications: &list,
            kept: &prospects.missing(&listed),
            pinned: &pinned,
        };
        let bands = derived.bands(loaded, &work.entries);
        let programs_of = list
            .iter()
            .filter_map(|sent| prospects.rows().get(sent.index));
        let sent = programs_of.map(|row| row.program);
        let mut interviews: Vec<(ProgramIndex, Band)> =
            sent.zip(list::interviews(&prospects, &list)).collect();
        engine::ordering::sort_by_key(&mut interviews, |(program, _)| *program);
        let choices = question.preferences.specialties.iter();
        let said = choices.zip(signalling(&prospects, work));
        BestList {
            allowances: said
                .map(|(choice, said)| (choice.code, Allowance::of(question, choice.code, said)))
                .collect(),
            interviews,
            recommended: recommended(&prospects, work),
            buckets: Buckets::of(&prospects, ranking, &listed, &hidden, bands),
            programs,
            figures,
            ranges,
            proof,
        }
    }
}
