//! How the programs of a specialty differ, as far as there is evidence: the h of the model.
//!
//! Each effect is measured from the mean over the specialty's positions, so that h has mean
//! zero and the level keeps its meaning.

use crate::engine::eligibility::Circumstances;
use crate::engine::model::{AssumptionKey, Effect};
use crate::engine::program::{FilingStrength, Program};
use crate::engine::vocabulary::Setting;

/// Log odds that each piece of evidence adds to P(interview) at one program.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct ProgramEffects {
    /// Setting, from the name: bears on IMGs.
    pub setting: f64,
    /// Unfilled positions, 2016 to 2020.
    pub unfilled: f64,
    /// Employer's H-1B filings: bears on applicants who need a visa.
    pub filing: f64,
    /// The applicant's tie to the state.
    pub state_tie: f64,
    /// The applicant's tie to the program.
    pub connection: f64,
    /// Stated preferences that the applicant does not meet.
    pub preferences: f64,
    /// What the applicant's own figures of the program add.
    pub entered: f64,
    /// Variance that these figures leave, in place of all other; `None` without them.
    pub settled: Option<f64>,
    /// Standard deviation that each effect's range brings, in the order of [`Self::KEYS`]: an
    /// effect is one number for all programs, so what is doubtful about it weighs by how far a
    /// program is from the mean.
    pub doubts: [f64; 6],
}

impl ProgramEffects {
    /// The effects by name.
    pub const KEYS: [AssumptionKey; 6] = [
        AssumptionKey::CommunityImg,
        AssumptionKey::UnfilledHistory,
        AssumptionKey::H1bFilingOpen,
        AssumptionKey::StateTie,
        AssumptionKey::Connection,
        AssumptionKey::PreferenceUnmet,
    ];

    /// Variance of the sum, from the ranges of the effects.
    #[must_use]
    pub fn variance(&self) -> f64 {
        self.doubts.iter().map(|doubt| doubt * doubt).sum()
    }

    /// The sum.
    #[must_use]
    pub fn total(&self) -> f64 {
        self.setting
            + self.unfilled
            + self.filing
            + self.state_tie
            + self.connection
            + self.preferences
            + self.entered
    }

    /// The part that is the applicant's own and not the program's with everybody.
    #[must_use]
    pub fn of_applicant(&self) -> f64 {
        self.state_tie + self.connection + self.preferences
    }
}

/// How much of each piece of evidence a program shows, in units of its effect.
#[derive(Clone, Copy, Debug, Default)]
struct Evidence {
    setting: f64,
    unfilled: f64,
    filing: f64,
}

/// The programs of one specialty as one applicant meets them.
#[derive(Clone, Debug)]
pub struct Landscape {
    mean: Evidence,
    setting: Effect,
    unfilled: Effect,
    filing: Effect,
    state_tie: Effect,
    connection: Effect,
    preference: Effect,
    usual_quota: f64,
}

/// Most that unfilled history can count: half of the positions.
const UNFILLED_CAP: f64 = 0.5;

impl Landscape {
    /// Measures the programs of one specialty.
    #[must_use]
    pub fn of(circumstances: &Circumstances<'_>, programs: &[Program]) -> Self {
        let effect = |key| circumstances.effects.get(key);
        let bears = |yes: bool, key| if yes { effect(key) } else { Effect::NONE };
        let mut landscape = Landscape {
            mean: Evidence::default(),
            setting: bears(circumstances.is_img(), AssumptionKey::CommunityImg),
            unfilled: effect(AssumptionKey::UnfilledHistory),
            filing: bears(circumstances.needs_visa(), AssumptionKey::H1bFilingOpen),
            state_tie: effect(AssumptionKey::StateTie),
            connection: effect(AssumptionKey::Connection),
            preference: effect(AssumptionKey::PreferenceUnmet),
            usual_quota: usual_quota(programs),
        };
        landscape.mean = landscape.mean_over(programs);
        landscape
    }

    /// Positions of a program: its quota in 2020, or the specialty's median if it is not known.
    #[must_use]
    pub fn positions(&self, program: &Program) -> f64 {
        program
            .quota_2020()
            .map_or(self.usual_quota, |quota| f64::from(quota.get()))
    }

    /// The effects of one program on one applicant, `unmet` of whose stated preferences fail.
    #[must_use]
    pub fn effects(
        &self,
        circumstances: &Circumstances<'_>,
        program: &Program,
        unmet: u32,
    ) -> ProgramEffects {
        let shown = Evidence::of(program, circumstances.setting(program));
        let yes = |yes: bool| if yes { 1.0 } else { 0.0 };
        let of = |effect: Effect, amount: f64| (effect.mid * amount, effect.sd() * amount);
        let each = [
            of(self.setting, shown.setting - self.mean.setting),
            of(self.unfilled, shown.unfilled - self.mean.unfilled),
            of(self.filing, shown.filing - self.mean.filing),
            of(self.state_tie, yes(circumstances.is_tied_to_state(program))),
            of(self.connection, yes(circumstances.is_connected(program.id))),
            of(self.preference, f64::from(unmet)),
        ];
        let [
            setting,
            unfilled,
            filing,
            state_tie,
            connection,
            preferences,
        ] = each.map(|e| e.0);
        ProgramEffects {
            setting,
            unfilled,
            filing,
            state_tie,
            connection,
            preferences,
            entered: 0.0,
            settled: None,
            doubts: each.map(|e| e.1),
        }
    }

    fn mean_over(&self, programs: &[Program]) -> Evidence {
        let mut positions = 0.0;
        let mut sum = Evidence::default();
        for program in programs {
            let weight = self.positions(program);
            let shown = Evidence::of(program, Circumstances::setting_by_name(program));
            positions += weight;
            sum.setting += weight * shown.setting;
            sum.unfilled += weight * shown.unfilled;
            sum.filing += weight * shown.filing;
        }
        if positions > 0.0 {
            sum.setting /= positions;
            sum.unfilled /= positions;
            sum.filing /= positions;
        }
        sum
    }
}

impl Evidence {
    fn of(program: &Program, setting: Setting) -> Self {
        let filed = program
            .h1b_filing
            .as_ref()
            .is_some_and(|filing| filing.strength == FilingStrength::ResidentTitle);
        Evidence {
            setting: if setting == Setting::Community {
                1.0
            } else {
                0.0
            },
            unfilled: 10.0 * unfilled_share(program),
            filing: if filed { 1.0 } else { 0.0 },
        }
    }
}

/// Share of categorical positions that stayed unfilled in 2016 to 2020, capped; 0 without history.
fn unfilled_share(program: &Program) -> f64 {
    let (mut quota, mut filled) = (0u32, 0u32);
    for year in &program.history {
        quota += u32::from(year.fill.quota.get());
        filled += u32::from(year.fill.filled.min(year.fill.quota.get()));
    }
    if quota == 0 {
        return 0.0;
    }
    let share = f64::from(quota - filled) / f64::from(quota);
    if share < UNFILLED_CAP {
        share
    } else {
        UNFILLED_CAP
    }
}

/// The median known quota of a specialty; 1 if none is known. Counted, since a sort of its own
/// would weigh on the app: a quota above 500, which no program has, would count as that.
fn usual_quota(programs: &[Program]) -> f64 {
    const LARGEST: usize = 500;
    let mut counts = [0_u32; LARGEST + 1];
    let mut known = 0;
    for quota in programs.iter().filter_map(Program::quota_2020) {
        if let Some(count) = counts.get_mut(usize::from(quota.get()).min(LARGEST)) {
            *count += 1;
            known += 1;
        }
    }
    let mut below = 0;
    for (quota, count) in (0_u32..).zip(counts) {
        below += count;
        if below > known / 2 {
            return f64::from(quota);
        }
    }
    1.0
}
