//! The journal among processes: killed in the midst of writing, and many at once.
//!
//! The processes are this test binary itself, told by an environment variable to be a writer.

#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test may stop where it stands, and arranges the files and processes that it needs"
)]

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write, stdout};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use chrono::DateTime;
use milepost::domain::{Act, Day, Event, EventId, Id};
use milepost::format::journal::Reason;
use milepost::store::journal::{FileJournal, Finding, Journal, JournalError};
use milepost::store::paths::Paths;

/// The folder in which a writer writes, and how many appends it makes.
const ROOM: &str = "MILEPOST_TEST_ROOM";
const APPENDS: &str = "MILEPOST_TEST_APPENDS";

fn paths(room: &Path) -> Paths {
    let at = |name| room.join(name);
    Paths { data: at("data"), config: at("config"), cache: at("cache"), state: at("state") }
}

fn study(minutes: u32) -> Act {
    let day = Day::parse("2026-11-23").unwrap();
    Act::Study { skill: Id::parse("docker").unwrap(), minutes, day, note: None }
}

/// Not a test: what a writer does. Each append is said once it is acknowledged: `ack <event> <minutes>`.
#[test]
fn writer() {
    let Some(room) = std::env::var_os(ROOM).map(PathBuf::from) else { return };
    let appends: u32 = std::env::var(APPENDS).unwrap().parse().unwrap();
    let at = DateTime::parse_from_rfc3339("2026-11-23T09:12:44+01:00").unwrap();
    let mut journal = FileJournal::open(&paths(&room)).unwrap();
    for _ in 0..appends {
        let minutes = std::process::id() % 1000 + 1;
        // A batch of two must be there as a whole once it is acknowledged.
        let events = match journal.append(at, vec![study(minutes), study(minutes + 1)]) {
            Err(JournalError::Full { .. }) => {
                writeln!(stdout(), "\nfull").unwrap();
                return;
            }
            events => events.unwrap(),
        };
        for event in events {
            let Act::Study { minutes, .. } = event.act else { continue };
            writeln!(stdout(), "\nack {} {minutes}", event.id()).unwrap();
        }
    }
}

fn spawn_writer(room: &Path, appends: u32) -> Child {
    spawn(&mut Command::new(std::env::current_exe().unwrap()), room, appends)
}

fn spawn(program: &mut Command, room: &Path, appends: u32) -> Child {
    program
        .args(["--exact", "writer", "--test-threads=1"])
        .env(ROOM, room)
        .env(APPENDS, appends.to_string())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap()
}

fn acknowledged(line: &str) -> Option<(EventId, u32)> {
    let (event, minutes) = line.strip_prefix("ack ")?.split_once(' ')?;
    Some((EventId::parse(event)?, minutes.parse().ok()?))
}

fn minutes_of(events: &[Event]) -> BTreeMap<EventId, u32> {
    let minutes = |event: &Event| match event.act {
        Act::Study { minutes, .. } => minutes,
        _ => 0,
    };
    events.iter().map(|event| (event.id(), minutes(event))).collect()
}

/// A sequence of numbers that is the same in every run.
fn next(seed: &mut u64) -> u64 {
    *seed ^= *seed << 13;
    *seed ^= *seed >> 7;
    *seed ^= *seed << 17;
    *seed
}

#[test]
fn nothing_acknowledged_is_lost_by_300_kills() {
    let room = tempfile::tempdir().unwrap();
    let mut seed = 0x9e37_79b9_7f4a_7c15;
    let mut acked = BTreeMap::new();
    for _ in 0..300 {
        let mut child = spawn_writer(room.path(), u32::MAX);
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let mut hear = |most: u64| {
            let heard = lines.by_ref().map_while(Result::ok).filter_map(|line| acknowledged(&line));
            acked.extend(heard.take(usize::try_from(most).unwrap()));
        };
        hear(next(&mut seed) % 8);
        // Some way into the next append, whose length in spins is about this.
        for _ in 0..next(&mut seed) % 20_000 {
            std::hint::spin_loop();
        }
        child.kill().unwrap();
        child.wait().unwrap();
        // What it had said before it died counts as well.
        hear(u64::from(u32::MAX));
    }
    let mut journal = FileJournal::open(&paths(room.path())).unwrap();
    let events = journal.events().unwrap();
    let there = minutes_of(&events);
    for (event, minutes) in &acked {
        assert_eq!(there.get(event), Some(minutes), "{event} was acknowledged");
    }
    assert!(acked.len() > 600, "the writers came to write: {}", acked.len());
    let findings = journal.fold().unwrap().findings;
    let torn = |finding: &Finding| {
        matches!(finding, Finding::BadLine { why: Reason::Torn | Reason::Checksum | Reason::NoChecksum, .. })
    };
    assert!(findings.iter().all(torn) && findings.len() <= 300, "{findings:?}");
    assert!(there.keys().map(|event| event.seq).eq(1..=events.len() as u64), "no hole, no name twice");
}

#[test]
fn eight_processes_write_one_dense_sequence() {
    let room = tempfile::tempdir().unwrap();
    let mut children: Vec<Child> = (0..8).map(|_| spawn_writer(room.path(), 100)).collect();
    // Reading goes on meanwhile, waits for nobody and never sees less than before.
    let (mut reader, mut seen) = (FileJournal::open(&paths(room.path())).unwrap(), 0);
    let day = Day::parse("2026-11-23").unwrap();
    while children.iter_mut().any(|child| child.try_wait().unwrap().is_none()) {
        let folded = reader.fold().unwrap();
        let unread = |finding: &Finding| !matches!(finding, Finding::BadLine { why: Reason::Torn, .. });
        assert!(!folded.findings.iter().any(unread), "{:?}", folded.findings);
        let minutes = folded.progress.minutes_on(day);
        assert!(minutes >= seen);
        seen = minutes;
    }
    let said = children.into_iter().flat_map(|child| {
        let output = child.wait_with_output().unwrap();
        assert!(output.status.success());
        String::from_utf8(output.stdout).unwrap().lines().filter_map(acknowledged).collect::<Vec<_>>()
    });
    let acked: BTreeMap<EventId, u32> = said.collect();
    let mut journal = FileJournal::open(&paths(room.path())).unwrap();
    let events = journal.events().unwrap();
    assert_eq!((minutes_of(&events), acked.len()), (acked, 1600));
    let places = events.iter().map(|event| (event.id().device, event.id().seq, event.stamp.lamport));
    assert!(places.eq((1..=1600).map(|n| (journal.device(), n, n))), "dense, and of one device");
    assert_eq!(journal.fold().unwrap().findings, []);
}

#[test]
#[cfg(unix)]
fn a_full_disk_is_said_and_what_it_cut_off_is_healed() {
    let room = tempfile::tempdir().unwrap();
    for blocks in [3, 5, 8, 20] {
        // A limit on the size of files fails a write in its midst, as a full disk does.
        let limited = format!(r#"trap "" XFSZ; ulimit -f {blocks}; exec "$0" "$@""#);
        let mut shell = Command::new("sh");
        let child =
            spawn(shell.args(["-c", &limited]).arg(std::env::current_exe().unwrap()), room.path(), 1000);
        let output = child.wait_with_output().unwrap();
        let said = String::from_utf8(output.stdout).unwrap();
        assert!(output.status.success() && said.lines().any(|line| line == "full"), "{said}");
        let mut journal = FileJournal::open(&paths(room.path())).unwrap();
        let before = journal.events().unwrap();
        let there = minutes_of(&before);
        assert!(
            said.lines().filter_map(acknowledged).all(|(event, minutes)| there.get(&event) == Some(&minutes))
        );
        let at = DateTime::parse_from_rfc3339("2026-11-23T09:12:44+01:00").unwrap();
        let event = journal.append(at, vec![study(1)]).unwrap()[0].id();
        assert_eq!(event.seq, before.len() as u64 + 1, "{blocks} blocks: the next line stands on its own");
        let bad = |finding: &Finding| matches!(finding, Finding::BadLine { .. });
        assert!(journal.fold().unwrap().findings.iter().all(bad));
    }
    let findings = FileJournal::open(&paths(room.path())).unwrap().fold().unwrap().findings;
    assert!(!findings.is_empty(), "some write was cut off");
}
