//! Prices at the edges of tiers, laws that hold for all, and totals that say what they lack.

use proptest::prelude::*;

use super::*;
use crate::calendar::Season;
use crate::program::SpecialtyCode;

const NOW: Season = Season(2026);

fn usd(dollars: u32) -> Usd {
    Usd::new(dollars)
}

fn code(number: u16) -> SpecialtyCode {
    SpecialtyCode::from_number(number).unwrap()
}

fn each(to: Option<u16>, dollars: u32) -> Tier {
    Tier {
        to,
        price: TierPrice::Each(usd(dollars)),
    }
}

fn flat(to: u16, dollars: u32) -> Tier {
    Tier {
        to: Some(to),
        price: TierPrice::Flat(usd(dollars)),
    }
}

fn eras() -> Schedule {
    Schedule::new(vec![each(Some(30), 11), each(None, 30)]).unwrap()
}

fn residency_cas() -> Schedule {
    Schedule::new(vec![flat(18, 99), each(Some(30), 18), each(None, 23)]).unwrap()
}

fn stated<T>(value: T) -> Stated<T> {
    Stated {
        value,
        source: SourceIndex(0),
        as_of: "2026".into(),
        confidence: Confidence::High,
    }
}

fn row(service: Service, specialties: &[u16], schedule: Option<Schedule>) -> PriceRow {
    PriceRow {
        service,
        season: Some(NOW),
        specialties: specialties.iter().map(|number| code(*number)).collect(),
        schedule: schedule.map(stated),
        note: "not seen".into(),
    }
}

fn book() -> FeeBook {
    let routed = |number, service: Option<Service>| RoutingRow {
        specialties: Box::new([code(number)]),
        from: Some(NOW),
        service: service.map(stated),
        note: "which service was not seen".into(),
    };
    FeeBook {
        usual: Service::Eras,
        routing: vec![
            routed(110, Some(Service::ResidencyCas)),
            routed(220, Some(Service::ResidencyCas)),
            routed(795, None),
        ],
        prices: vec![
            row(Service::Eras, &[], Some(eras())),
            row(Service::ResidencyCas, &[110], Some(residency_cas())),
            row(Service::ResidencyCas, &[220], None),
        ],
        assistance: vec![Assistance {
            service: Service::Eras,
            promise: None,
            example: Example::new(NOW, vec![43, 7], usd(797), usd(558), SourceIndex(0)),
            note: "".into(),
        }],
        fees: Vec::new(),
    }
}

fn applications(counts: &[(u16, u16)]) -> Applications {
    let mut all = Applications::default();
    for (specialty, count) in counts {
        all.add(code(*specialty), *count);
    }
    all
}

fn dollars(schedule: &Schedule, count: u16) -> u64 {
    let priced = schedule.price(count);
    assert_eq!(priced.missing, 0);
    priced.amount.dollars()
}

#[test]
fn tiers_change_at_their_edges() {
    let eras = eras();
    for (count, price) in [(0, 0), (1, 11), (29, 319), (30, 330), (31, 360), (43, 720)] {
        assert_eq!(dollars(&eras, count), price, "{count}");
    }
    assert_eq!(eras.next(0), Some(usd(11)));
    assert_eq!(eras.next(29), Some(usd(11)));
    assert_eq!(eras.next(30), Some(usd(30)));
}

#[test]
fn a_flat_tier_is_paid_by_its_first_application() {
    let cas = residency_cas();
    for (count, price) in [
        (0, 0),
        (1, 99),
        (18, 99),
        (19, 117),
        (30, 315),
        (31, 338),
        (46, 683),
    ] {
        assert_eq!(dollars(&cas, count), price, "{count}");
    }
    assert_eq!(cas.next(0), Some(usd(99)));
    assert_eq!(cas.next(1), Some(Usd::ZERO));
    assert_eq!(cas.next(18), Some(usd(18)));
}

#[test]
fn what_comes_after_the_last_tier_is_missing() {
    let cut = Schedule::new(vec![each(Some(30), 11)]).unwrap();
    let priced = |amount, missing| Priced {
        amount: usd(amount),
        missing,
    };
    assert_eq!(cut.price(30), priced(330, 0));
    assert_eq!(cut.price(31), priced(330, 1));
    assert_eq!(cut.price(u16::MAX), priced(330, u16::MAX - 30));
    assert_eq!(cut.next(29), Some(usd(11)));
    assert_eq!(cut.next(30), None);
    assert_eq!(cut.next(u16::MAX), None);
}

#[test]
fn only_tiers_that_follow_one_another_make_a_schedule() {
    let refused = |tiers| Schedule::new(tiers).unwrap_err();
    assert_eq!(refused(vec![]), ScheduleError::Empty);
    assert_eq!(
        refused(vec![each(Some(0), 1)]),
        ScheduleError::NotAscending(0)
    );
    assert_eq!(
        refused(vec![each(Some(9), 1), flat(9, 1)]),
        ScheduleError::NotAscending(1)
    );
    assert_eq!(
        refused(vec![each(None, 1), each(Some(9), 1)]),
        ScheduleError::AfterTheLast(1)
    );
}

#[test]
fn each_specialty_is_priced_by_its_own_service() {
    let (book, own) = (book(), Own::default());
    let bill = book.bill(NOW, &applications(&[(140, 43), (110, 46)]), &own);
    assert_eq!(bill.amount(), Some(usd(720 + 683)));
    assert!(bill.is_whole());
    let all_eras = book.bill_through(Service::Eras, NOW, &applications(&[(110, 30)]), &own);
    assert_eq!(all_eras.amount(), Some(usd(330)));
    assert_eq!(book.next(NOW, code(110), 18, &own), Some(usd(18)));
    assert_eq!(book.next(NOW, code(220), 0, &own), None);
    assert_eq!(book.next(NOW, code(795), 0, &own), None);
    assert_eq!(book.next(Season(2027), code(140), 0, &own), None);
}

#[test]
fn a_total_says_what_it_lacks() {
    let (book, own) = (book(), Own::default());
    let counts = applications(&[(140, 10), (220, 5), (795, 2)]);
    let bill = book.bill(NOW, &counts, &own);
    assert_eq!(bill.amount(), Some(usd(110)));
    assert!(!bill.is_whole());
    let lacks: Vec<_> = bill
        .lines
        .iter()
        .map(|line| (line.service, line.priced.missing, line.basis))
        .collect();
    assert_eq!(lacks[0].1, 0);
    assert_eq!(
        lacks[1],
        (Some(Service::ResidencyCas), 5, Basis::NotStated("not seen"))
    );
    assert_eq!(
        lacks[2],
        (None, 2, Basis::NotStated("which service was not seen"))
    );
}

#[test]
fn nothing_priced_is_no_amount_and_nothing_asked_is_zero() {
    let (book, own) = (book(), Own::default());
    let later = Season(2027);
    let bill = |counts| book.bill(later, &applications(counts), &own).amount();
    assert_eq!(bill(&[(140, 1)]), None);
    assert_eq!(bill(&[]), Some(Usd::ZERO));
    assert_eq!(bill(&[(140, 0)]), Some(Usd::ZERO));
}

#[test]
fn the_same_specialty_twice_counts_together() {
    let counts = applications(&[(140, 20), (110, 1), (140, 11)]);
    let each: Vec<_> = counts.each().collect();
    assert_eq!(each, [(code(110), 1), (code(140), 31)]);
}

#[test]
fn own_entries_fill_what_is_not_stated_and_go_first() {
    let book = book();
    let own = Own {
        services: vec![(code(795), Service::ResidencyCas)],
        schedules: vec![
            (
                Service::ResidencyCas,
                None,
                Schedule::new(vec![each(None, 20)]).unwrap(),
            ),
            (
                Service::ResidencyCas,
                Some(code(220)),
                Schedule::new(vec![each(None, 25)]).unwrap(),
            ),
        ],
        ..Own::default()
    };
    let bill = book.bill(NOW, &applications(&[(220, 2), (795, 3)]), &own);
    assert_eq!(bill.amount(), Some(usd(50 + 60)));
    assert!(bill.is_whole());
    assert!(
        bill.lines
            .iter()
            .all(|line| matches!(line.basis, Basis::Own(_)))
    );
    assert_eq!(book.next(NOW, code(220), 7, &own), Some(usd(25)));
}

#[test]
fn assistance_is_known_for_its_example_only() {
    let (book, own) = (book(), Own::default());
    let off = |season, counts: &[(u16, u16)]| {
        let bill = book.bill(season, &applications(counts), &own);
        book.off(&bill, &own).map(Usd::dollars)
    };
    assert_eq!(off(NOW, &[(140, 43), (420, 7)]), Some(558));
    assert_eq!(off(NOW, &[(120, 7), (140, 43)]), Some(558));
    assert_eq!(off(NOW, &[(140, 42), (420, 8)]), None);
    assert_eq!(off(NOW, &[(140, 50)]), None);
    assert_eq!(off(NOW, &[(110, 43), (420, 7)]), None);
    assert_eq!(off(NOW, &[(110, 43)]), None);
    assert_eq!(off(Season(2027), &[(140, 43), (420, 7)]), None);
    assert_eq!(off(NOW, &[]), Some(0));
}

#[test]
fn own_assistance_never_takes_off_more_than_the_price() {
    let book = book();
    let own = Own {
        off: Some(usd(500)),
        ..Own::default()
    };
    let off = |count| {
        let bill = book.bill(NOW, &applications(&[(140, count)]), &own);
        book.off(&bill, &own).map(Usd::dollars)
    };
    assert_eq!(off(43), Some(500));
    assert_eq!(off(10), Some(110));
}

#[test]
fn an_example_that_cannot_be_is_refused() {
    let example = |counts, off| Example::new(NOW, counts, usd(797), usd(off), SourceIndex(0));
    assert!(example(vec![43, 7], 797).is_some());
    assert!(example(vec![43, 7], 798).is_none());
    assert!(example(vec![], 1).is_none());
    assert!(example(vec![43, 0], 1).is_none());
}

#[test]
fn a_charge_counts_what_is_beyond_the_free_ones() {
    let extra = Charge::EachBeyond {
        amount: usd(30),
        free: 20,
    };
    assert_eq!(
        [0, 20, 21, 25].map(|n| extra.price(n).dollars()),
        [0, 0, 30, 150]
    );
    assert_eq!(Charge::Once(usd(80)).price(0), usd(80));
}

prop_compose! {
    fn any_schedule()(
        steps in prop::collection::vec((1u16..40, 0u32..200, any::<bool>()), 1..6),
        open in any::<bool>(),
    ) -> Schedule {
        let last = steps.len() - 1;
        let mut to = 0;
        let tiers = steps.into_iter().enumerate().map(|(index, (width, dollars, is_flat))| {
            to += width;
            Tier {
                to: (index < last || !open).then_some(to),
                price: if is_flat {
                    TierPrice::Flat(usd(dollars))
                } else {
                    TierPrice::Each(usd(dollars))
                },
            }
        });
        Schedule::new(tiers.collect()).unwrap()
    }
}

proptest! {
    #[test]
    fn the_price_never_falls_and_is_the_sum_of_its_steps(
        schedule in any_schedule(),
        count in 0u16..400,
    ) {
        let mut sum = Usd::ZERO;
        for sent in 0..count {
            let (now, then) = (schedule.price(sent), schedule.price(sent + 1));
            prop_assert!(now.amount <= then.amount && now.missing <= then.missing);
            match schedule.next(sent) {
                Some(step) => {
                    sum = sum + step;
                    prop_assert_eq!(sum, then.amount);
                }
                None => prop_assert!(then.missing > 0),
            }
        }
    }

    #[test]
    fn a_bill_is_the_sum_of_its_lines(
        counts in prop::collection::vec((100u16..800, 0u16..200), 0..12),
    ) {
        let (book, own) = (book(), Own::default());
        let all = applications(&counts);
        let bill = book.bill(NOW, &all, &own);
        prop_assert!(bill.lines.windows(2).all(|two| two[0].specialty < two[1].specialty));
        let sent: u32 = counts.iter().map(|(_, count)| u32::from(*count)).sum();
        prop_assert_eq!(bill.lines.iter().map(|line| u32::from(line.count)).sum::<u32>(), sent);
        let whole = bill.lines.iter().all(|line| line.priced.missing == 0);
        prop_assert_eq!(bill.is_whole(), whole);
    }
}
