//! What every journal must do, run on the one in memory and on the one on disk.

use chrono::{DateTime, Duration, FixedOffset};

use super::{Finding, Folded, Journal, JournalError, Renewal};
use crate::domain::{Act, Clean, Day, DeviceId, Event, EventId, Id, Mark, Progress, Stamp, Undone};
use crate::format::journal::{self, Reason};

/// A journal whose files a test can lay hands on.
pub(super) trait Bench: Journal + Sized {
    /// A new and empty one.
    fn new() -> Self;
    /// The same journal as another process would find it.
    fn reopened(self) -> Self;
    /// What the file of this device holds.
    fn file(&self, device: DeviceId) -> Vec<u8>;
    /// Puts other bytes there, as a sync would.
    fn put(&mut self, device: DeviceId, bytes: &[u8]);
}

pub(super) fn at(hour: i64) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2026-11-23T09:12:44+01:00").unwrap() + Duration::hours(hour)
}

pub(super) fn device(n: u8) -> DeviceId {
    DeviceId::parse(&format!("{n:026}")).unwrap()
}

pub(super) fn id(text: &str) -> Id {
    Id::parse(text).unwrap()
}

pub(super) fn study(minutes: u32) -> Act {
    Act::Study { skill: id("docker"), minutes, day: Day::of(at(0).date_naive()), note: None }
}

pub(super) fn mark(mark: Mark) -> Act {
    Act::Mark { skill: id("docker"), mark }
}

/// A file of this device with these acts, from count 1 and one Lamport number after another from `lamport`.
pub(super) fn file_of(device: DeviceId, lamport: u64, acts: &[Act]) -> Vec<u8> {
    let mut out = Vec::new();
    journal::write_header(device, at(0), &mut out);
    for (n, act) in (0..).zip(acts) {
        let stamp = Stamp { lamport: lamport + n, event: EventId { device, seq: n + 1 } };
        journal::write(stamp, at(0), (act, None), &mut out).unwrap();
    }
    out
}

/// The fold as the definition has it.
fn plain(events: &[Event]) -> Progress {
    let mut undone = Undone::default();
    events.iter().for_each(|event| undone.apply(event));
    let mut progress = Progress::default();
    events.iter().filter(|event| !undone.holds(event.id())).for_each(|event| progress.apply(event));
    progress
}

/// The fold, which must be that of the events, and no other if everything is read anew.
fn fold(journal: &mut impl Bench) -> Folded {
    let folded = journal.fold().unwrap();
    assert_eq!(*folded.progress, plain(&journal.events().unwrap()));
    folded
}

fn minutes(journal: &mut impl Bench) -> u32 {
    fold(journal).progress.minutes_on(Day::of(at(0).date_naive()))
}

pub(super) fn an_empty_journal_holds_nothing(mut journal: impl Bench) {
    assert_eq!(journal.fold().unwrap(), Folded::default());
    assert_eq!(journal.events().unwrap(), []);
    assert_eq!(journal.append(at(0), vec![]).unwrap(), []);
    assert_eq!(journal.file(journal.device()), b"");
}

pub(super) fn what_is_appended_is_there(mut journal: impl Bench) {
    let mut all = journal.append(at(0), vec![study(5), mark(Mark::Start)]).unwrap();
    assert_eq!(minutes(&mut journal), 5);
    all.extend(journal.append(at(1), vec![study(7), mark(Mark::Done)]).unwrap());
    let mut journal = journal.reopened();
    all.extend(journal.append(at(-90_000), vec![study(9)]).unwrap());
    assert_eq!(journal.events().unwrap(), all);
    assert_eq!(minutes(&mut journal), 21);
    let counts: Vec<_> = all.iter().map(|e| (e.stamp.lamport, e.id().seq, e.id().device)).collect();
    assert_eq!(counts, (1..=5).map(|n| (n, n, journal.device())).collect::<Vec<_>>());
    assert_eq!(fold(&mut journal).findings, []);
}

pub(super) fn an_undone_event_is_as_if_it_had_never_been(mut journal: impl Bench) {
    let events = journal.append(at(0), vec![study(5), study(7)]).unwrap();
    let first = events[0].id();
    assert_eq!(minutes(&mut journal), 12);
    for (act, left) in [(Act::Undo(first), 7), (Act::Redo(first), 12), (Act::Undo(first), 7)] {
        journal.append(at(0), vec![act]).unwrap();
        assert_eq!(minutes(&mut journal), left);
    }
    journal.append(at(0), vec![study(1)]).unwrap();
    let mut journal = journal.reopened();
    assert_eq!(minutes(&mut journal), 8);
    assert!(journal.fold().unwrap().undone.holds(first));
}

pub(super) fn an_undo_may_come_before_what_it_undoes(mut journal: impl Bench) {
    let undone = EventId { device: device(2), seq: 2 };
    journal.put(device(1), &file_of(device(1), 9, &[Act::Undo(undone)]));
    assert_eq!(minutes(&mut journal), 0);
    journal.put(device(2), &file_of(device(2), 1, &[study(1)]));
    assert_eq!(minutes(&mut journal), 1);
    journal.put(device(2), &file_of(device(2), 1, &[study(1), study(2), study(4)]));
    assert_eq!(minutes(&mut journal), 5);
}

pub(super) fn devices_unite(mut journal: impl Bench) {
    journal.append(at(0), vec![mark(Mark::Start), study(5)]).unwrap();
    journal.put(device(1), &file_of(device(1), 40, &[mark(Mark::Done), study(7)]));
    assert_eq!(minutes(&mut journal), 12);
    let own = journal.append(at(0), vec![mark(Mark::Skip)]).unwrap();
    assert_eq!((own[0].stamp.lamport, own[0].id().seq), (42, 3));
    let stamps: Vec<_> = journal.events().unwrap().iter().map(|event| event.stamp).collect();
    assert!(stamps.is_sorted() && stamps.len() == 5);
    assert_eq!(fold(&mut journal).findings, []);
}

pub(super) fn duplicates_and_order_do_no_harm(mut journal: impl Bench) {
    let file = file_of(device(1), 1, &[study(1), study(2), mark(Mark::Done), study(4)]);
    journal.put(device(1), &file);
    let once = fold(&mut journal);
    let mut lines: Vec<&[u8]> = file.split_inclusive(|&byte| byte == b'\n').collect();
    lines.extend(lines.clone());
    lines.reverse();
    journal.put(device(1), &lines.concat());
    assert_eq!(fold(&mut journal), once);
    // The same events under another's name: a sync's conflict copy that someone renamed.
    journal.put(device(2), &file);
    let misnamed = Finding::Misnamed { file: device(2), device: device(1) };
    assert_eq!(fold(&mut journal), Folded { findings: vec![misnamed], ..once });
}

pub(super) fn a_copied_machine_gets_a_new_name(mut journal: impl Bench) {
    journal.append(at(0), vec![study(1)]).unwrap();
    let was = journal.device();
    let mut file = journal.file(was);
    journal.append(at(0), vec![study(2)]).unwrap();
    // The copy wrote another second event, and somebody has put the two files together.
    let copied = Stamp { lamport: 2, event: EventId { device: was, seq: 2 } };
    let rest = journal.file(was)[file.len()..].to_vec();
    journal::write(copied, at(0), (&study(4), None), &mut file).unwrap();
    journal.put(was, &[file, rest].concat());
    let fork = Finding::Fork { event: copied.event };
    let folded = journal.fold().unwrap();
    assert_eq!(folded.findings, [fork]);
    assert_eq!(folded.progress.minutes_on(Day::of(at(0).date_naive())), 7, "both count");
    let event = journal.append(at(0), vec![study(8)]).unwrap();
    let now = journal.device();
    assert_ne!(now, was);
    assert_eq!((event[0].id(), event[0].stamp.lamport), (EventId { device: now, seq: 1 }, 3));
    let renewed = Finding::Renewed { was, now, why: Renewal::Fork };
    assert_eq!(journal.fold().unwrap().findings, [fork, renewed]);
    assert_eq!(journal.fold().unwrap().findings, [fork], "said once");
    journal.append(at(0), vec![study(16)]).unwrap();
    assert_eq!(minutes(&mut journal), 31);
    assert_eq!(journal.device(), now);
}

pub(super) fn an_older_copy_of_the_own_file_is_not_written_on(mut journal: impl Bench) {
    journal.append(at(0), vec![study(1)]).unwrap();
    let was = journal.device();
    let older = journal.file(was);
    journal.append(at(0), vec![study(2)]).unwrap();
    let newer = journal.file(was);
    journal.put(was, &older);
    journal.append(at(0), vec![study(4)]).unwrap();
    assert_eq!(journal.file(was), older);
    let now = journal.device();
    assert_eq!(fold(&mut journal).findings, [Finding::Renewed { was, now, why: Renewal::RolledBack }]);
    journal.put(was, &newer);
    assert_eq!(minutes(&mut journal), 7, "the newer copy comes back, and nothing is lost");
    assert_eq!(fold(&mut journal).findings, []);
}

pub(super) fn what_a_newer_version_wrote_is_passed_over(mut journal: impl Bench) {
    let mut file = file_of(device(1), 1, &[study(1)]);
    let json = r#"{"s":2,"l":70,"at":"2026-11-23T09:12:44+01:00","do":"dream","skill":"docker"}"#;
    file.extend(format!("{:08x} {json}\n", crc32fast::hash(json.as_bytes())).into_bytes());
    journal.put(device(1), &file);
    let folded = fold(&mut journal);
    assert_eq!((folded.newer, folded.findings), (1, vec![]));
    assert_eq!(journal.append(at(0), vec![study(2)]).unwrap()[0].stamp.lamport, 71);
    assert_eq!(journal.reopened().fold().unwrap().newer, 1);
}

pub(super) fn a_damaged_line_harms_only_itself(mut journal: impl Bench) {
    let mut file = file_of(device(1), 1, &[study(1), study(2), study(4)]);
    let second = file.iter().enumerate().filter(|&(_, &byte)| byte == b'\n').nth(1).unwrap().0 + 20;
    file[second] ^= 1;
    journal.put(device(1), &file);
    let folded = fold(&mut journal);
    let bad = Finding::BadLine { file: device(1), line: 3, why: Reason::Checksum };
    assert_eq!(folded.findings, [bad, Finding::Hole { device: device(1), first: 2, last: 2 }]);
    assert_eq!(minutes(&mut journal), 5);
}

pub(super) fn a_line_that_was_cut_off_is_healed<J: Bench>(_: J) {
    let mut line = Vec::new();
    let stamp = Stamp { lamport: 2, event: EventId { device: device(0), seq: 2 } };
    journal::write(stamp, at(0), (&study(2), None), &mut line).unwrap();
    for cut in 1..line.len() {
        let mut journal = J::new();
        journal.append(at(0), vec![study(1)]).unwrap();
        let own = journal.device();
        let file = journal.file(own);
        journal.put(own, &[&file, &line[..cut]].concat());
        let torn = Finding::BadLine { file: own, line: 3, why: Reason::Torn };
        let complete = cut + 1 == line.len();
        assert_eq!(fold(&mut journal).findings, if complete { vec![] } else { vec![torn] });
        let event = journal.append(at(0), vec![study(4)]).unwrap();
        assert_eq!(event[0].id().seq, if complete { 3 } else { 2 }, "cut at {cut}");
        let folded = fold(&mut journal);
        assert!(folded.findings.iter().all(|bad| matches!(bad, Finding::BadLine { line: 3, .. })));
        assert_eq!(folded.findings.is_empty(), complete);
        assert_eq!(minutes(&mut journal), if complete { 7 } else { 5 });
        assert_eq!(journal.device(), own);
    }
}

pub(super) fn anothers_line_that_is_being_synced_is_no_finding(mut journal: impl Bench) {
    let file = file_of(device(1), 1, &[study(1), study(2)]);
    for cut in 0..=file.len() {
        journal.put(device(1), &file[..cut]);
        let sofar = fold(&mut journal);
        assert_eq!(sofar.findings, []);
        assert_eq!(sofar, Folded { progress: plain(&journal.events().unwrap()).into(), ..Folded::default() });
    }
    assert_eq!(minutes(&mut journal), 3);
}

pub(super) fn a_line_may_still_change_until_it_ends(mut journal: impl Bench) {
    let file = file_of(device(1), 1, &[study(1), study(2)]);
    let unended = &file[..file.len() - 1];
    journal.put(device(1), unended);
    assert_eq!(minutes(&mut journal), 3);
    journal.put(device(1), &[unended, b"x\n"].concat());
    assert_eq!(minutes(&mut journal), 1);
}

pub(super) fn two_words_of_one_name_are_weighed_alike_in_any_order(mut journal: impl Bench) {
    let target = EventId { device: device(1), seq: 1 };
    let word = |act| file_of(device(2), 9, &[act]);
    let (undo, redo) = (word(Act::Undo(target)), word(Act::Redo(target)));
    journal.put(device(1), &file_of(device(1), 1, &[study(1)]));
    journal.put(device(2), &[&*undo, &redo].concat());
    let one = journal.fold().unwrap();
    journal.put(device(2), &[redo, undo].concat());
    assert_eq!(journal.fold().unwrap(), one);
}

pub(super) fn holes_are_said(mut journal: impl Bench) {
    let file = file_of(device(1), 1, &[study(1), study(2), study(4), study(8), study(16)]);
    let lines: Vec<&[u8]> = file.split_inclusive(|&byte| byte == b'\n').collect();
    journal.put(device(1), &[lines[0], lines[1], lines[4]].concat());
    let hole = Finding::Hole { device: device(1), first: 2, last: 3 };
    assert_eq!(fold(&mut journal).findings, [hole]);
    assert_eq!(hole.to_string(), format!("{}.log: events 2 to 3 are missing", device(1)));
}

pub(super) fn a_clock_that_is_ahead_is_said_and_does_not_win(mut journal: impl Bench) {
    let stamp = |lamport| Stamp { lamport, event: EventId { device: device(1), seq: lamport } };
    let mut file = Vec::new();
    journal::write(stamp(1), at(24 * 3650), (&mark(Mark::Done), None), &mut file).unwrap();
    journal.put(device(1), &file);
    journal.append(at(0), vec![mark(Mark::Skip)]).unwrap();
    let folded = fold(&mut journal);
    assert!(
        matches!(folded.findings[..], [Finding::ClockAhead { event, hours: 24.. }] if event == stamp(1).event)
    );
    let events = journal.events().unwrap();
    assert_eq!(events.last().map(|event| &event.act), Some(&mark(Mark::Skip)));
}

pub(super) fn what_cannot_be_written_leaves_no_trace(mut journal: impl Bench) {
    let long = Act::Note { skill: id("docker"), text: Clean::prose(&"x".repeat(70_000)) };
    assert!(matches!(journal.append(at(0), vec![study(1), long.clone()]), Err(JournalError::Unfit(_))));
    assert_eq!(journal.file(journal.device()), b"");
    journal.append(at(0), vec![study(1)]).unwrap();
    let before = journal.file(journal.device());
    assert!(matches!(journal.append(at(0), vec![study(2), long]), Err(JournalError::Unfit(_))));
    assert_eq!(journal.file(journal.device()), before);
}

/// Runs the whole suite on one kind of journal.
macro_rules! suite {
    ($bench:ty) => {
        suite!($bench:
            an_empty_journal_holds_nothing
            what_is_appended_is_there
            an_undone_event_is_as_if_it_had_never_been
            an_undo_may_come_before_what_it_undoes
            devices_unite
            duplicates_and_order_do_no_harm
            a_copied_machine_gets_a_new_name
            an_older_copy_of_the_own_file_is_not_written_on
            what_a_newer_version_wrote_is_passed_over
            a_damaged_line_harms_only_itself
            a_line_that_was_cut_off_is_healed
            anothers_line_that_is_being_synced_is_no_finding
            a_line_may_still_change_until_it_ends
            two_words_of_one_name_are_weighed_alike_in_any_order
            holes_are_said
            a_clock_that_is_ahead_is_said_and_does_not_win
            what_cannot_be_written_leaves_no_trace
        );
    };
    ($bench:ty: $($law:ident)*) => {$(
        #[test]
        fn $law() {
            crate::store::journal::contract::$law(<$bench as crate::store::journal::contract::Bench>::new());
        }
    )*};
}

mod disk;
mod memory;
