//! What holds of the journal on disk alone: modes, links, locks, the cache, mending.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use tempfile::TempDir;

use super::contract::{at, device, file_of, id, mark, study};
use super::lock::Lock;
use super::{FileJournal, Finding, Fixed, Folded, Journal, JournalError, Refusal, Renewal};
use crate::domain::{Act, Day, DeviceId, Mark};
use crate::format::journal::Reason;
use crate::store::Paths;

struct Room(TempDir);

impl Room {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn paths(&self) -> Paths {
        let at = |name| self.0.path().join(name);
        Paths { data: at("data"), config: at("config"), cache: at("cache"), state: at("state") }
    }

    fn open(&self) -> FileJournal {
        FileJournal::open(&self.paths()).unwrap()
    }

    fn log(&self, device: DeviceId) -> PathBuf {
        self.paths().journal().join(format!("{device}.log"))
    }

    fn cache(&self) -> PathBuf {
        self.paths().fold_cache()
    }

    /// Every file and folder, with its mode where there are such.
    fn tree(&self) -> Vec<(PathBuf, u32)> {
        fn walk(folder: &Path, out: &mut Vec<(PathBuf, u32)>) {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                let found = path.symlink_metadata().unwrap();
                #[cfg(unix)]
                let mode = std::os::unix::fs::PermissionsExt::mode(&found.permissions()) & 0o777;
                #[cfg(not(unix))]
                let mode = 0;
                out.push((path.clone(), mode));
                if found.is_dir() {
                    walk(&path, out);
                }
            }
        }
        let mut out = Vec::new();
        walk(self.0.path(), &mut out);
        out
    }
}

fn many(acts: u32) -> Vec<Act> {
    (1..=acts).map(|n| if n % 5 == 0 { mark(Mark::Done) } else { study(n) }).collect()
}

#[test]
fn a_first_look_leaves_nothing_behind() {
    let room = Room::new();
    let mut journal = room.open();
    assert_eq!(journal.fold().unwrap(), Folded::default());
    assert_eq!((journal.events().unwrap(), journal.fix().unwrap()), (vec![], Fixed::default()));
    let unfit = Act::Study { skill: id("git"), minutes: 0, day: Day::of(at(0).date_naive()), note: None };
    assert!(matches!(journal.append(at(0), vec![study(1), unfit]), Err(JournalError::Unfit(_))));
    assert_eq!(room.tree(), []);
}

#[test]
#[cfg(unix)]
fn all_is_for_its_owner_alone() {
    let room = Room::new();
    let mut journal = room.open();
    journal.append(at(0), many(300)).unwrap();
    journal.fold().unwrap();
    let tree = room.tree();
    assert!(tree.iter().any(|(path, _)| path.ends_with("fold.v1")));
    for (path, mode) in tree {
        assert_eq!(mode, if path.is_dir() { 0o700 } else { 0o600 }, "{path:?}");
        assert!(!path.to_string_lossy().contains(".new-"), "{path:?}");
    }
}

#[test]
#[cfg(unix)]
fn a_link_is_neither_read_nor_written() {
    let room = Room::new();
    let mut journal = room.open();
    journal.append(at(0), vec![study(1)]).unwrap();
    let (target, own) = (room.0.path().join("authorized_keys"), room.log(journal.device()));
    fs::write(&target, file_of(journal.device(), 1, &[study(5)])).unwrap();
    let before = fs::read(&target).unwrap();
    fs::remove_file(&own).unwrap();
    std::os::unix::fs::symlink(&target, &own).unwrap();
    fs::create_dir(room.log(device(1))).unwrap();
    let unread = |file| Finding::Unread { file, why: Refusal::NotAFile };
    let folded = journal.fold().unwrap();
    assert_eq!(folded.findings, [unread(device(1)), unread(journal.device())]);
    assert_eq!(folded.progress.minutes_by_day().len(), 0);
    assert!(
        matches!(journal.append(at(0), vec![study(1)]), Err(JournalError::NotAFile { path }) if path == own)
    );
    assert!(matches!(journal.fix(), Err(JournalError::NotAFile { .. })));
    assert_eq!(fs::read(&target).unwrap(), before);
}

#[test]
fn a_lock_that_is_held_is_said_with_its_holder() {
    let room = Room::new();
    let path = room.0.path().join("lock");
    let mut held = Lock::take(path.clone(), Duration::ZERO).unwrap();
    held.count(device(1), 7);
    let busy = Lock::take(path.clone(), Duration::from_millis(10)).unwrap_err();
    let me = if cfg!(windows) { None } else { Some(std::process::id()) };
    assert!(matches!(busy, JournalError::Busy { holder, .. } if holder == me), "{busy:?}");
    drop(held);
    let again = Lock::take(path.clone(), Duration::ZERO).unwrap();
    assert_eq!((again.counted(device(1)), again.counted(device(2))), (7, 0));
    drop(again);
    fs::write(&path, "\u{0}\u{0}").unwrap();
    assert_eq!(Lock::take(path, Duration::ZERO).unwrap().counted(device(1)), 0, "damaged: nothing is known");
}

#[test]
fn reading_waits_for_no_lock() {
    let room = Room::new();
    let mut journal = room.open();
    journal.append(at(0), vec![study(1)]).unwrap();
    let _held = Lock::take(room.paths().device_folder().join("lock"), Duration::ZERO).unwrap();
    assert_eq!(journal.fold().unwrap().progress.minutes_by_day().len(), 1);
}

#[test]
fn whatever_becomes_of_the_cache_the_fold_is_the_same() {
    let room = Room::new();
    room.open().append(at(0), many(300)).unwrap();
    fs::write(room.log(device(1)), file_of(device(1), 1, &many(20))).unwrap();
    room.open().fold().unwrap();
    let older = fs::read(room.cache()).unwrap();
    let mut journal = room.open();
    let event = journal.append(at(0), many(300)).unwrap()[7].id();
    journal.append(at(0), vec![Act::Undo(event)]).unwrap();
    fs::write(room.log(device(1)), file_of(device(1), 1, &many(30))).unwrap();
    fs::remove_file(room.cache()).unwrap();
    let expected = room.open().fold().unwrap();
    let good = fs::read(room.cache()).unwrap();
    assert_eq!(room.open().fold().unwrap(), expected, "from the cache");
    let mut other_build = good.clone();
    other_build[8] ^= 1;
    let crc = crc32fast::hash(&other_build[4..]).to_le_bytes();
    other_build[..4].copy_from_slice(&crc);
    let mut caches = vec![older, other_build, vec![], b"not a cache".to_vec()];
    caches.extend((0..good.len()).step_by(97).map(|cut| good[..cut].to_vec()));
    caches.extend((0..good.len()).step_by(97).map(|at| {
        let mut flipped = good.clone();
        flipped[at] ^= 4;
        flipped
    }));
    for cache in caches {
        fs::write(room.cache(), &cache).unwrap();
        assert_eq!(room.open().fold().unwrap(), expected);
    }
    fs::remove_dir_all(room.paths().cache).unwrap();
    fs::write(room.paths().cache, "a file where the folder should be").unwrap();
    assert_eq!(room.open().fold().unwrap(), expected);
}

#[test]
fn the_cache_spares_reading() {
    let room = Room::new();
    room.open().append(at(0), many(300)).unwrap();
    let expected = room.open().fold().unwrap();
    // Damage that only a whole reading would meet, with everything else as it was.
    let own = room.log(room.open().device());
    let (mut bytes, times) = (fs::read(&own).unwrap(), fs::metadata(&own).unwrap());
    bytes[300] ^= 1;
    fs::write(&own, &bytes).unwrap();
    let file = fs::File::options().append(true).open(&own).unwrap();
    file.set_modified(times.modified().unwrap()).unwrap();
    assert_eq!(room.open().fold().unwrap(), expected);
    fs::remove_file(room.cache()).unwrap();
    assert_ne!(room.open().fold().unwrap(), expected);
}

#[test]
fn a_file_that_was_replaced_is_read_anew() {
    let room = Room::new();
    let mut journal = room.open();
    journal.append(at(0), vec![study(1)]).unwrap();
    let theirs = room.log(device(1));
    for acts in [
        vec![study(10), study(20)],
        vec![study(30), study(20)],
        vec![study(40), study(20), study(50)],
        vec![],
    ] {
        let beside = room.0.path().join("beside");
        fs::write(&beside, file_of(device(1), 1, &acts)).unwrap();
        fs::rename(&beside, &theirs).unwrap();
        assert_eq!(journal.fold().unwrap(), room.open().fold().unwrap());
    }
    fs::remove_file(&theirs).unwrap();
    assert_eq!(journal.fold().unwrap(), room.open().fold().unwrap());
}

#[test]
fn damaged_lines_are_moved_aside_and_no_other() {
    let room = Room::new();
    let mut journal = room.open();
    journal.append(at(0), many(4)).unwrap();
    let own = room.log(journal.device());
    let good = fs::read(&own).unwrap();
    let theirs = [&b"rubbish\n"[..], &file_of(device(1), 1, &many(1))].concat();
    fs::write(room.log(device(1)), &theirs).unwrap();
    let long = [b"x".repeat(70_000), b"\n".to_vec()].concat();
    fs::write(&own, [&b"\xff\xfe\n"[..], &good, b"\n\n", &long, b"deadbeef {\"s\":9"].concat()).unwrap();
    assert_eq!(journal.fix().unwrap(), Fixed { moved: 3 });
    assert_eq!(fs::read(&own).unwrap(), good);
    let aside = fs::read(own.with_extension("bad")).unwrap();
    assert_eq!(aside, [&b"\xff\xfe\n"[..], &long, b"deadbeef {\"s\":9\n"].concat());
    let left = Finding::BadLine { file: device(1), line: 1, why: Reason::NoChecksum };
    assert_eq!(journal.fold().unwrap().findings, [left]);
    assert_eq!(journal.fix().unwrap(), Fixed::default());
    assert_eq!(journal.append(at(0), vec![study(1)]).unwrap()[0].id().seq, 5);
    assert_eq!(fs::read(room.log(device(1))).unwrap(), theirs);
}

#[test]
fn a_newer_file_is_read_and_not_added_to() {
    let room = Room::new();
    let mut journal = room.open();
    let file =
        journal.append(at(0), vec![study(1)]).map(|_| fs::read(room.log(journal.device()))).unwrap().unwrap();
    let (own, json) = (room.log(journal.device()), r#"{"v":2,"do":"header","device":7}"#);
    let header = format!("{:08x} {json}\n", crc32fast::hash(json.as_bytes()));
    fs::write(&own, [header.as_bytes(), &file].concat()).unwrap();
    let folded = journal.fold().unwrap();
    assert_eq!(folded.findings, [Finding::NewerFile { file: journal.device(), version: 2 }]);
    assert_eq!(folded.progress.minutes_by_day().len(), 1);
    let refused = journal.append(at(0), vec![study(1)]);
    assert!(matches!(refused, Err(JournalError::NewerVersion { version: 2, .. })), "{refused:?}");
    assert!(matches!(journal.fix(), Err(JournalError::NewerVersion { .. })));
}

#[test]
fn a_file_that_cannot_be_the_own_is_left_and_a_new_name_taken() {
    let room = Room::new();
    let mut journal = room.open();
    journal.append(at(0), vec![study(1)]).unwrap();
    for why in [Renewal::Full, Renewal::Misnamed, Renewal::RolledBack] {
        let was = journal.device();
        match why {
            Renewal::Full => fs::File::create(room.log(was)).unwrap().set_len(257 << 20).unwrap(),
            Renewal::Misnamed => fs::write(room.log(was), file_of(device(3), 1, &many(3))).unwrap(),
            _ => fs::remove_file(room.log(was)).unwrap(),
        }
        let event = journal.append(at(0), vec![study(2)]).unwrap()[0].id();
        let now = journal.device();
        assert_eq!((event.seq, event.device == now, now == was), (1, true, false), "{why:?}");
        assert!(journal.fold().unwrap().findings.contains(&Finding::Renewed { was, now, why }));
        assert_eq!(room.open().device(), now, "the next process knows");
    }
}

#[test]
fn what_the_system_says_is_told_apart() {
    use std::io::{Error, ErrorKind};
    let error = |kind| JournalError::write(Path::new("x"), Error::from(kind));
    assert!(matches!(error(ErrorKind::StorageFull), JournalError::Full { .. }));
    assert!(matches!(error(ErrorKind::QuotaExceeded), JournalError::Full { .. }));
    assert!(matches!(error(ErrorKind::ReadOnlyFilesystem), JournalError::ReadOnly { .. }));
    assert!(matches!(error(ErrorKind::PermissionDenied), JournalError::ReadOnly { .. }));
    assert!(matches!(error(ErrorKind::InvalidInput), JournalError::NotAFile { .. }));
    assert!(matches!(error(ErrorKind::BrokenPipe), JournalError::Write { .. }));
}

#[test]
fn a_folder_that_cannot_be_made_is_said() {
    let room = Room::new();
    fs::write(room.0.path().join("data"), "a file where the folder should be").unwrap();
    let error = room.open().append(at(0), vec![study(1)]).unwrap_err();
    assert!(
        matches!(&error, JournalError::Write { path, .. } if *path == room.paths().journal()),
        "{error:?}"
    );
}
