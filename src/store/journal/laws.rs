//! What holds of any journal, however it was cut, flipped, shuffled or split.

use std::ops::ControlFlow;

use proptest::prelude::*;

use super::ahead::LONG;
use super::contract::{Bench, at, device, file_of, id, mark, study};
use super::read::{self, Found, Mark};
use super::shelf::Stat;
use super::snapshot::{Caught, Snapshot};
use super::whole::events;
use super::{Journal, MemoryJournal};
use crate::domain::{self, Act, Clean, Event, EventId, Goal, KnownBy, Stamp, TextKey};
use crate::format::journal::{self, Line};

/// Fifty lines, header included, of all sorts.
fn fifty_lines() -> Vec<u8> {
    let acts = (0..49).map(|n| match n % 4 {
        0 => study(n + 1),
        1 => mark(domain::Mark::Done),
        2 => Act::Note { skill: id("docker"), text: Clean::prose(&format!("née \"{n}\"\n")) },
        _ => Act::Review { skill: id("docker"), prompt: TextKey(n), rating: 3 },
    });
    file_of(device(1), 1, &acts.collect::<Vec<_>>())
}

/// The events in a file, and the numbers of its damaged lines.
fn read_in(file: &[u8]) -> (Vec<Event>, Vec<usize>) {
    let (mut events, mut bad) = (Vec::new(), Vec::new());
    let mut mark = Mark::start(Stat { size: file.len() as u64, mtime: 0, inode: 0 });
    let end = read::read(file, device(1), &mut mark, &mut |found| {
        match found {
            Found::Sound(_, Line::Event(event)) => events.push(event),
            Found::Sound(..) => {}
            Found::Bad(line, _) => bad.push(usize::try_from(line).unwrap()),
        }
        ControlFlow::Continue(())
    });
    assert!(end.unwrap().is_continue());
    (events, bad)
}

#[test]
fn a_cut_takes_no_whole_line_and_gives_no_half_one() {
    let file = fifty_lines();
    let (all, _) = read_in(&file);
    for cut in 0..file.len() {
        // A line is whole without its newline: the checksum says so.
        let whole = file[..=cut].iter().filter(|&&byte| byte == b'\n').count();
        assert_eq!(read_in(&file[..cut]), (all[..whole.saturating_sub(1)].to_vec(), vec![]), "cut at {cut}");
    }
}

#[test]
fn a_flipped_bit_harms_its_own_line_alone() {
    let mut file = fifty_lines();
    let (all, _) = read_in(&file);
    let mut line = 0;
    for at in 0..file.len() {
        let is_newline = file[at] == b'\n';
        for bit in 0..8 {
            file[at] ^= 1 << bit;
            let (there, bad) = read_in(&file);
            file[at] ^= 1 << bit;
            // A newline that is gone joins two lines; the header is line 0.
            let hit = line..=line + usize::from(is_newline);
            let left =
                all.iter().enumerate().filter(|(n, _)| !hit.contains(&(n + 1))).map(|(_, event)| event);
            assert!(there.iter().eq(left), "byte {at}, bit {bit}");
            // A newline that comes to be makes two of one; a last line that does not end is one under way.
            let named = if line == 49 && is_newline { 0..=0 } else { 1..=2 };
            assert!(named.contains(&bad.len()), "byte {at}, bit {bit}: {bad:?}");
            assert!(bad.iter().all(|n| (line + 1..line + 3).contains(n)), "byte {at}, bit {bit}: {bad:?}");
        }
        line += usize::from(is_newline);
    }
}

#[test]
fn long_files_are_read_ahead_to_the_same_end() {
    let acts: Vec<Act> =
        (1..9000).map(|n| if n % 7 == 0 { mark(domain::Mark::Done) } else { study(n) }).collect();
    let files = [1, 2, 3, 4].map(|n| {
        // The third is a short one among long ones.
        let mut file = file_of(device(n), 1, if n == 3 { &acts[..9] } else { &acts });
        assert_eq!(file.len() as u64 > LONG, n != 3);
        for at in (usize::from(n)..file.len()).step_by(99_991) {
            file[at] ^= 1;
        }
        file.truncate(file.len() - usize::from(n));
        file
    });
    let (mut grown, mut whole) = (MemoryJournal::new(device(1)), MemoryJournal::new(device(1)));
    let longest = files.iter().map(Vec::len).max().unwrap();
    for cut in (0..longest).step_by(300_000).chain([longest]) {
        for (n, file) in (1..).zip(&files) {
            grown.put(device(n), &file[..cut.min(file.len())]);
        }
        grown.fold().unwrap();
    }
    for (n, file) in (1..).zip(&files) {
        whole.put(device(n), file);
    }
    let folded = whole.fold().unwrap();
    assert_eq!(folded, grown.fold().unwrap());
    assert!(folded.findings.len() > 30);
}

const MARKS: [domain::Mark; 4] =
    [domain::Mark::Start, domain::Mark::Done, domain::Mark::Skip, domain::Mark::Reset];

/// One act of many kinds, on few skills, so that they meet.
fn an_act() -> impl Strategy<Value = Act> {
    let skill = prop::sample::select(vec!["docker", "git", "linux.shell"]).prop_map(id);
    let event = (1u8..5, 1u64..9).prop_map(|(n, seq)| EventId { device: device(n), seq });
    prop_oneof![
        4 => (skill.clone(), prop::sample::select(MARKS.to_vec()))
            .prop_map(|(skill, mark)| Act::Mark { skill, mark }),
        2 => (skill.clone(), 0u32..3, any::<bool>())
            .prop_map(|(skill, key, on)| Act::Tick { skill, outcome: TextKey(key), on }),
        3 => (1u32..100).prop_map(study),
        1 => (skill.clone(), "[a-z\n]{0,4}")
            .prop_map(|(skill, text)| Act::Note { skill, text: Clean::prose(&text) }),
        1 => (skill.clone(), "[ab]", prop::option::of("[a-z]{1,3}")).prop_map(|(skill, to, title)| Act::Link {
            skill, to: Clean::line(&to), title: title.map(|title| Clean::line(&title)),
        }),
        1 => (skill.clone(), "[ab]").prop_map(|(skill, to)| Act::Unlink { skill, to: Clean::line(&to) }),
        2 => (skill.clone(), 0u32..3, 1u8..=4)
            .prop_map(|(skill, key, rating)| Act::Review { skill, prompt: TextKey(key), rating }),
        1 => (skill.clone(), any::<bool>())
            .prop_map(|(skill, known)| Act::Place { skill, known, by: KnownBy::Scan }),
        1 => prop::option::of(skill.clone()).prop_map(|skill| Act::Goal(skill.map(Goal::Skill))),
        1 => (skill.clone(), skill.clone()).prop_map(|(choice, skill)| Act::Pick { choice, skill }),
        1 => (skill.clone(), skill, any::<bool>())
            .prop_map(|(skill, over, on)| Act::Prefer { skill, over, on }),
        3 => event.clone().prop_map(Act::Undo),
        2 => event.prop_map(Act::Redo),
    ]
}

/// Lines, each with the device in whose file it stands.
type Lines = Vec<(u8, Vec<u8>)>;

/// Lines of two to four devices, whose Lamport numbers meet and whose clocks are up to ten years apart. Some counts
/// are used twice, as copied machines do.
fn a_history() -> impl Strategy<Value = Lines> {
    a_history_with_copies(0.05)
}

fn a_history_with_copies(share: f64) -> impl Strategy<Value = Lines> {
    let line = (an_act(), 0u64..3, -90_000i64..90_000, prop::bool::weighted(share));
    let file = prop::collection::vec(line, 0..12);
    prop::collection::vec(file, 2..5).prop_map(|files| {
        let mut lines = Vec::new();
        for (n, file) in (1..).zip(files) {
            let (mut seq, mut lamport) = (0, 0);
            for (act, leap, hours, copied) in file {
                seq += u64::from(!copied || seq == 0);
                lamport += leap + 1 - u64::from(copied && lamport > 0);
                let stamp = Stamp { lamport: lamport.max(1), event: EventId { device: device(n), seq } };
                let mut line = Vec::new();
                journal::write(stamp, at(hours), (&act, None), &mut line).unwrap();
                lines.push((n, line));
            }
        }
        lines
    })
}

/// A journal that holds these lines, in this order within each file.
fn journal_of(lines: &[(u8, Vec<u8>)]) -> MemoryJournal {
    let mut journal = MemoryJournal::new(device(9));
    for (n, line) in lines {
        journal.files.0.entry(device(*n)).or_default().extend_from_slice(line);
    }
    journal
}

/// The same history, shuffled, with some lines twice.
fn two_orders() -> impl Strategy<Value = (Lines, Lines)> {
    a_history().prop_flat_map(|lines| {
        let some = prop::sample::subsequence(lines.clone(), 0..=lines.len());
        let twice = (Just(lines.clone()), some).prop_map(|(lines, some)| [lines, some].concat());
        (Just(lines), twice.prop_shuffle())
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn neither_order_nor_duplicates_matter((lines, shuffled) in two_orders()) {
        let (mut one, mut other) = (journal_of(&lines), journal_of(&shuffled));
        prop_assert_eq!(one.fold().unwrap(), other.fold().unwrap());
        prop_assert_eq!(one.events().unwrap(), other.events().unwrap());
    }

    #[test]
    fn any_split_into_snapshot_and_tail_is_the_whole((_, lines) in two_orders(), cuts in prop::collection::vec(0usize..60, 0..6)) {
        let mut whole = journal_of(&lines);
        let mut cuts: Vec<usize> = cuts.into_iter().map(|cut| cut.min(lines.len())).collect();
        cuts.sort_unstable();
        let mut grown = journal_of(&[]);
        let mut done = 0;
        for cut in cuts.into_iter().chain([lines.len()]) {
            for (n, line) in &lines[done..cut] {
                grown.files.0.entry(device(*n)).or_default().extend_from_slice(line);
            }
            done = cut;
            let sofar = grown.fold().unwrap();
            prop_assert_eq!(sofar, journal_of(&lines[..cut]).fold().unwrap());
        }
        prop_assert_eq!(grown.fold().unwrap(), whole.fold().unwrap());
    }

    #[test]
    fn any_cut_into_bytes_is_the_whole(lines in a_history(), cuts in prop::collection::vec(0usize..4000, 1..6)) {
        let whole = journal_of(&lines);
        let mut cuts = cuts;
        cuts.sort_unstable();
        cuts.push(usize::MAX);
        let mut grown = journal_of(&[]);
        for cut in cuts {
            for (&file, bytes) in &whole.files.0 {
                grown.put(file, &bytes[..cut.min(bytes.len())]);
            }
            let anew = Snapshot::whole(&grown.files).unwrap().folded(device(9), None);
            prop_assert_eq!(grown.fold().unwrap(), anew);
        }
    }

    #[test]
    fn a_kept_snapshot_is_the_one_that_was_kept(lines in a_history()) {
        let journal = journal_of(&lines);
        let snapshot = Snapshot::whole(&journal.files).unwrap();
        let room = tempfile::tempdir().unwrap();
        let path = room.path().join("fold.v1");
        super::fold_cache::save(&path, &snapshot);
        let mut kept = super::fold_cache::load(&path).unwrap();
        prop_assert_eq!(&kept, &snapshot);
        prop_assert_eq!(kept.catch_up(&journal.files).unwrap(), Caught::Up(0));
    }

    #[test]
    fn what_counts_as_newest_does_not_depend_on_clocks(lines in a_history_with_copies(0.0), hours in -90_000i64..90_000) {
        let mut journal = journal_of(&lines);
        let said = events(&journal.files).unwrap();
        let newest = |journal: &mut MemoryJournal| {
            let progress = journal.fold().unwrap().progress;
            let pairs: Vec<_> = progress.preferences().collect();
            format!("{:?} {:?} {pairs:?}", progress.goal(), progress.picked(&id("docker")))
        };
        let before = newest(&mut journal);
        let mut moved = MemoryJournal::new(device(9));
        for event in said {
            let file = moved.files.0.entry(event.id().device).or_default();
            journal::write(event.stamp, event.at + chrono::Duration::hours(hours), (&event.act, event.with), file).unwrap();
        }
        prop_assert_eq!(newest(&mut moved), before);
    }
}
