//! The closed sets of the field, each word with a stable code and a label for people.
//!
//! Codes go into files, packs and addresses and never change; labels go on the screen and may.

/// Makes a closed set: the enum, `ALL`, `code`, `from_code` and `label`.
///
/// ```
/// engine::vocabulary! {
///     /// How a letter travels.
///     Post {
///         /// By ship and by train.
///         Surface = "surface", "Surface mail";
///         /// By aeroplane.
///         Air = "air", "Air mail";
///     }
/// }
/// assert_eq!(Post::from_code("air"), Some(Post::Air));
/// assert_eq!(Post::Air.label(), "Air mail");
/// ```
#[macro_export]
macro_rules! vocabulary {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $code:literal, $label:literal;)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$vdoc])* $variant,)+ }

        impl $name {
            /// Every word of the set, in its order.
            pub const ALL: &'static [$name] = &[$($name::$variant,)+];

            /// The stable code, as files and addresses spell it.
            #[must_use]
            pub fn code(self) -> &'static str {
                match self { $($name::$variant => $code,)+ }
            }

            /// The word with this code; `None` for a code that is not in the set.
            #[must_use]
            pub fn from_code(code: &str) -> Option<Self> {
                match code { $($code => Some($name::$variant),)+ _ => None }
            }

            /// The words that a person reads.
            #[must_use]
            pub fn label(self) -> &'static str {
                match self { $($name::$variant => $label,)+ }
            }
        }
    };
}
pub(crate) use vocabulary;

vocabulary! {
    /// Who applies, by school and by whether the degree is already in hand.
    ApplicantType {
        /// Final-year student of a US allopathic school.
        UsMdSenior = "us_md_senior", "US MD senior";
        /// Graduate of a US allopathic school from an earlier year.
        UsMdGrad = "us_md_grad", "US MD graduate";
        /// Final-year student of a US osteopathic school.
        UsDoSenior = "us_do_senior", "US DO senior";
        /// Graduate of a US osteopathic school from an earlier year.
        UsDoGrad = "us_do_grad", "US DO graduate";
        /// US citizen who studied medicine outside the US.
        UsImg = "us_img", "US citizen IMG";
        /// Any other graduate of a school outside the US, permanent residents included.
        NonUsImg = "nonus_img", "Non-US citizen IMG";
    }
}

impl ApplicantType {
    /// Whether the school is outside the US, so that ECFMG certification applies.
    #[must_use]
    pub fn is_img(self) -> bool {
        matches!(self, ApplicantType::UsImg | ApplicantType::NonUsImg)
    }

    /// Whether the school is osteopathic, so that COMLEX may stand for USMLE.
    #[must_use]
    pub fn is_osteopathic(self) -> bool {
        matches!(self, ApplicantType::UsDoSenior | ApplicantType::UsDoGrad)
    }
}

vocabulary! {
    /// The visa that an applicant needs for training.
    VisaNeed {
        /// Citizen, permanent resident, or other status that allows the training.
        None = "none", "No visa needed";
        /// J-1, sponsored by ECFMG.
        J1 = "j1", "J-1";
        /// H-1B only.
        H1b = "h1b", "H-1B only";
        /// J-1 or H-1B, whichever the program offers.
        Either = "either", "J-1 or H-1B";
    }
}

vocabulary! {
    /// How a specialty is entered.
    Route {
        /// Through the NRMP Main Residency Match: ranked and optimised.
        MainMatch = "main_match", "NRMP Main Residency Match";
        /// Through an earlier match of its own.
        EarlyMatch = "early_match", "Early match";
        /// After another residency.
        AfterResidency = "after_residency", "After another residency";
        /// Mostly after earlier training, few positions.
        LimitedEntry = "limited_entry", "Limited entry";
    }
}

vocabulary! {
    /// A kind of position within a program, by the letter in its NRMP code.
    TrackKind {
        /// C: full training from PGY-1.
        Categorical = "C", "Categorical";
        /// M: primary care, full training from PGY-1.
        Primary = "M", "Primary care";
        /// P: one year, preliminary or transitional.
        OneYear = "P", "One year (preliminary or transitional)";
        /// A: starts at PGY-2 a year later and needs a PGY-1 elsewhere.
        Advanced = "A", "Advanced (starts at PGY-2)";
        /// R: PGY-2 for physicians with earlier training.
        Physician = "R", "For physicians with earlier training";
    }
}

vocabulary! {
    /// What a program's page says of the H-1B visa.
    H1bPolicy {
        /// Sponsored.
        Yes = "yes", "Yes";
        /// Not sponsored.
        No = "no", "No";
        /// US graduates only, or case by case.
        Limited = "limited", "Limited";
    }
}

vocabulary! {
    /// When ECFMG certification must be in hand, earliest first.
    EcfmgTiming {
        /// When the application is sent.
        AtApplication = "at_application", "When you apply";
        /// By the interview.
        ByInterview = "by_interview", "By the interview";
        /// By the day rank order lists are due.
        ByRankList = "by_rank_list", "By the rank order list deadline";
        /// By the first day of training.
        ByStart = "by_start", "By the start of training";
    }
}

vocabulary! {
    /// How firmly a program states a requirement.
    Strength {
        /// Applications that do not meet it are not considered.
        Required = "required", "Required";
        /// Meeting it helps.
        Preferred = "preferred", "Preferred";
        /// The page says that it does not matter.
        NotRequired = "not_required", "Not required";
    }
}

vocabulary! {
    /// A kind of US clinical experience.
    ExperienceKind {
        /// Clerkship or sub-internship as a student: hands-on.
        Clerkship = "clerkship", "Clerkship or sub-internship";
        /// Externship: hands-on after graduation.
        Externship = "externship", "Externship";
        /// Observership: watching only.
        Observership = "observership", "Observership";
        /// Research.
        Research = "research", "Research";
        /// Paid clinical work.
        Work = "work", "Clinical work";
    }
}

impl ExperienceKind {
    /// Whether the applicant touches patients, which is what programs that ask for US
    /// clinical experience mostly mean.
    #[must_use]
    pub fn is_hands_on(self) -> bool {
        matches!(
            self,
            ExperienceKind::Clerkship | ExperienceKind::Externship | ExperienceKind::Work
        )
    }
}

vocabulary! {
    /// A hint read off a program's or sponsor's name. A hint is not a type.
    NameHint {
        /// "University" or "College of Medicine" in the name.
        University = "university_in_name", "University in the name";
        /// HCA Healthcare.
        Hca = "hca", "HCA Healthcare";
        /// A military hospital.
        Military = "military", "Military";
        /// A children's hospital.
        Childrens = "childrens", "Children's hospital";
        /// Kaiser Permanente.
        Kaiser = "kaiser", "Kaiser Permanente";
        /// A community health center.
        HealthCenter = "health_center", "Health center";
        /// A rural track.
        RuralTrack = "rural_track", "Rural track";
        /// A Veterans Affairs hospital.
        Va = "va", "Veterans Affairs";
    }
}

vocabulary! {
    /// The setting that an applicant may prefer: measured at the hospital where it is known, else
    /// read off the name ([`super::setting::Academic`]).
    Setting {
        /// Many specialties train at the hospital.
        University = "university", "Academic centre";
        /// Few do.
        Community = "community", "Community hospital";
    }
}

vocabulary! {
    /// Accreditation status by ACGME, where a snapshot states it.
    Accreditation {
        /// Continued Accreditation.
        Continued = "continued", "Continued Accreditation";
        /// Continued Accreditation without Outcomes.
        ContinuedWithoutOutcomes = "continued_without_outcomes", "Continued Accreditation without Outcomes";
        /// Continued Accreditation with Warning.
        ContinuedWithWarning = "continued_with_warning", "Continued Accreditation with Warning";
        /// Initial Accreditation.
        Initial = "initial", "Initial Accreditation";
        /// Initial Accreditation with Warning.
        InitialWithWarning = "initial_with_warning", "Initial Accreditation with Warning";
        /// Probationary Accreditation.
        Probationary = "probationary", "Probationary Accreditation";
        /// Voluntary Withdrawal: the program closes.
        VoluntaryWithdrawal = "voluntary_withdrawal", "Voluntary Withdrawal";
    }
}

vocabulary! {
    /// How a program stood in the ERAS list of 2021.
    ErasStatus {
        /// Participating.
        Participating = "participating", "Participating";
        /// No longer accepting applications that season.
        NoLongerAccepting = "no_longer_accepting", "No longer accepting applications";
        /// Not participating.
        NotParticipating = "not_participating", "Not participating";
    }
}
