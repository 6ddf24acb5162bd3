//! The full screen in a real pseudo-terminal: what it draws, and how it leaves the terminal.

#![cfg(unix)]
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test may stop where it stands, and arranges the files that it needs"
)]

use std::io::{Read, Write};
use std::num::NonZero;
use std::path::Path;
use std::process::Command;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use portable_pty::{Child, CommandBuilder, ExitStatus, MasterPty, PtySize, native_pty_system};

/// How long anything may take before a test gives up; never waited for in full.
const PATIENCE: Duration = Duration::from_secs(20);

/// The program in a terminal of its own.
struct Terminal {
    master: Box<dyn MasterPty + Send>,
    child: Box<dyn Child + Send + Sync>,
    keyboard: Box<dyn Write + Send>,
    output: Receiver<Vec<u8>>,
    screen: vt100::Parser,
    bytes: Vec<u8>,
    found: String,
    home: tempfile::TempDir,
}

impl Drop for Terminal {
    fn drop(&mut self) {
        let _ = self.child.kill();
    }
}

/// The program with a home of its own and nothing else in its environment.
fn command(home: &Path, args: &[&str], env: &[(&str, &str)]) -> CommandBuilder {
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_milepost"));
    command.env_clear();
    for (name, folder) in [("DATA", "data"), ("CONFIG", "config"), ("CACHE", "cache"), ("STATE", "state")] {
        command.env(format!("MILEPOST_{name}_DIR"), home.join(folder));
    }
    command.env("TERM", "xterm-256color");
    command.env("LANG", "C.UTF-8");
    env.iter().for_each(|(name, value)| command.env(name, value));
    command.args(args);
    command
}

impl Terminal {
    fn open(args: &[&str], env: &[(&str, &str)], prepare: impl Fn(&Path)) -> Self {
        let home = tempfile::tempdir().unwrap();
        prepare(home.path());
        let size = PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        let found = format!("{:?}", pair.master.get_termios());
        let child = pair.slave.spawn_command(command(home.path(), args, env)).unwrap();
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().unwrap();
        let (tx, output) = channel();
        std::thread::spawn(move || {
            let mut buffer = [0; 65536];
            while let Ok(count @ 1..) = reader.read(&mut buffer) {
                if tx.send(buffer[..count].to_vec()).is_err() {
                    break;
                }
            }
        });
        let keyboard = pair.master.take_writer().unwrap();
        Self {
            master: pair.master,
            child,
            keyboard,
            output,
            screen: vt100::Parser::new(NonZero::new(24).unwrap(), NonZero::new(80).unwrap(), 0),
            bytes: Vec::new(),
            found,
            home,
        }
    }

    fn new() -> Self {
        Self::open(&["--today", "2026-11-24"], &[], |_| {})
    }

    fn take(&mut self) -> bool {
        match self.output.recv_timeout(PATIENCE) {
            Ok(bytes) => {
                self.screen.process(&bytes);
                self.bytes.extend(bytes);
                true
            }
            Err(_) => false,
        }
    }

    fn expect(&mut self, text: &str) -> &mut Self {
        while !self.screen.screen().contents().contains(text) {
            assert!(self.take(), "no {text:?} on\n{}", self.screen.screen().contents());
        }
        self
    }

    fn expect_bytes(&mut self, wanted: &[u8]) -> &mut Self {
        let from = self.bytes.len();
        while !self.bytes[from.saturating_sub(wanted.len())..]
            .windows(wanted.len())
            .any(|seen| seen == wanted)
        {
            assert!(self.take(), "no {:?}", String::from_utf8_lossy(wanted));
        }
        self
    }

    fn keys(&mut self, keys: &str) -> &mut Self {
        self.keyboard.write_all(keys.as_bytes()).unwrap();
        self
    }

    fn signal(&mut self, name: &str) -> &mut Self {
        let pid = self.child.process_id().unwrap().to_string();
        assert!(Command::new("kill").args(["-s", name, &pid]).status().unwrap().success());
        self
    }

    /// Runs a command in another window of the same learner.
    fn elsewhere(&self, words: &[&str]) {
        let mut other = Command::new(env!("CARGO_BIN_EXE_milepost"));
        other.env_clear().envs(command(self.home.path(), &[], &[]).iter_full_env_as_str()).args(words);
        assert!(other.output().unwrap().status.success());
    }

    /// Waits until the process sleeps; a signal to go on that came earlier would be spent before it does.
    fn falls_asleep(&mut self) -> &mut Self {
        let pid = i32::try_from(self.child.process_id().unwrap()).unwrap();
        let pid = rustix::process::Pid::from_raw(pid);
        let (_, status) =
            rustix::process::waitpid(pid, rustix::process::WaitOptions::UNTRACED).unwrap().unwrap();
        assert!(status.stopped(), "it ended instead: {status:?}");
        self
    }

    /// Waits for the end, and checks that the terminal is as it was found.
    fn ends_clean(mut self) -> ExitStatus {
        let status = self.child.wait().unwrap();
        while let Ok(bytes) = self.output.recv_timeout(PATIENCE) {
            self.bytes.extend(bytes);
        }
        let said = String::from_utf8_lossy(&self.bytes).into_owned();
        for (on, off) in [
            ("\u{1b}[?1049h", "\u{1b}[?1049l"),
            ("\u{1b}[?25l", "\u{1b}[?25h"),
            ("\u{1b}[?2004h", "\u{1b}[?2004l"),
            ("\u{1b}[?1000h", "\u{1b}[?1000l"),
            ("\u{1b}[?1004h", "\u{1b}[?1004l"),
        ] {
            let (on, off) = (said.rfind(on).unwrap_or(0), said.rfind(off).unwrap_or(0));
            assert!(off > on, "a mode was left on: {:?}", &said[said.len().saturating_sub(200)..]);
        }
        let now = format!("{:?}", self.master.get_termios());
        assert_eq!(now, self.found, "the line discipline is not as it was found");
        status
    }
}

#[test]
fn it_opens_on_today_and_quits_leaving_no_trace() {
    let mut terminal = Terminal::new();
    terminal.expect("Your road starts here").keys("2").expect("BACKEND").keys("q");
    assert!(terminal.ends_clean().success());
}

#[test]
fn told_to_end_it_leaves_the_terminal_as_it_was_found() {
    for signal in ["TERM", "HUP", "INT"] {
        let mut terminal = Terminal::new();
        terminal.expect("Your road starts here").signal(signal);
        terminal.ends_clean();
    }
}

#[test]
fn ctrl_z_gives_the_terminal_back_and_takes_it_again() {
    let mut terminal = Terminal::new();
    terminal.expect("Your road starts here").keys("\u{1a}").expect_bytes(b"\x1b[?1049l");
    terminal
        .falls_asleep()
        .signal("CONT")
        .expect_bytes(b"\x1b[?1049h")
        .expect("Your road starts here")
        .keys("q");
    assert!(terminal.ends_clean().success());
}

#[test]
fn coming_back_to_the_window_shows_what_was_done_elsewhere() {
    let mut terminal = Terminal::new();
    terminal.expect("Your road starts here");
    terminal.elsewhere(&["--today", "2026-11-24", "log", "shell.basics", "37"]);
    terminal.keys("\u{1b}[I").expect("37 of 45 min").keys("q");
    assert!(terminal.ends_clean().success());
}

#[test]
fn when_the_terminal_vanishes_the_process_is_gone() {
    let home = tempfile::tempdir().unwrap();
    let pair =
        native_pty_system().openpty(PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 }).unwrap();
    let mut child = pair.slave.spawn_command(command(home.path(), &[], &[])).unwrap();
    drop(pair.slave);
    // Read here, not on a thread: a reader that lives on would keep the terminal open.
    let mut reader = pair.master.try_clone_reader().unwrap();
    let mut seen = Vec::new();
    let mut buffer = [0; 4096];
    while !String::from_utf8_lossy(&seen).contains("road starts here") {
        let count = reader.read(&mut buffer).unwrap();
        seen.extend_from_slice(&buffer[..count]);
    }
    drop(reader);
    drop(pair.master);
    child.wait().unwrap();
}

#[test]
fn a_storm_of_sizes_ends_in_a_whole_screen() {
    let mut terminal = Terminal::new();
    terminal.expect("Your road starts here");
    for (rows, cols) in [(5, 20), (60, 200), (1, 1), (10, 40), (100, 300), (24, 80)] {
        let size = PtySize { rows, cols, pixel_width: 0, pixel_height: 0 };
        terminal.master.resize(size).unwrap();
    }
    terminal.keys("2");
    let mut again = 0..20;
    while !terminal.screen.screen().contents().contains("BACKEND") {
        // A key that comes in the same moment as a change of size lies unread until the next one (crossterm 0.29).
        match terminal.output.recv_timeout(Duration::from_secs(1)) {
            Ok(bytes) => {
                terminal.screen.process(&bytes);
                terminal.bytes.extend(bytes);
            }
            Err(_) => {
                assert!(again.next().is_some(), "{}", terminal.screen.screen().contents());
                terminal.keys("2");
            }
        }
    }
    terminal.keys("q");
    assert!(terminal.ends_clean().success());
}

#[test]
fn pasting_a_book_types_nothing() {
    let mut terminal = Terminal::new();
    let paste = format!("\u{1b}[200~{}\u{1b}[201~", "dq".repeat(50_000));
    terminal.expect("Your road starts here").keys(&paste).keys("2").expect("BACKEND").keys("q");
    assert!(terminal.ends_clean().success());
}

#[test]
fn a_held_key_moves_on_and_leaves_nothing_queued() {
    let mut terminal = Terminal::new();
    terminal.expect("Your road starts here").keys("2").expect("BACKEND");
    terminal.keys(&"jk".repeat(500)).keys("5").expect("So far").keys("q");
    assert!(terminal.ends_clean().success());
}

#[test]
fn without_colour_the_row_in_focus_stays_reversed() {
    let mut terminal = Terminal::open(&["--today", "2026-11-24"], &[("NO_COLOR", "1")], |_| {});
    terminal.expect("Your road starts here").keys("q");
    let said = String::from_utf8_lossy(&terminal.bytes).into_owned();
    terminal.ends_clean();
    assert!(said.contains("\u{1b}[7m"), "nothing is reversed");
    assert!(!said.contains("[;m"), "an empty colour sequence ends the reverse video");
    assert!(!said.contains("[38;5;"), "a colour is set");
}

#[test]
fn what_comes_from_another_device_reaches_the_terminal_clean() {
    let hostile = |home: &Path| {
        let folder = home.join("data/journal");
        std::fs::create_dir_all(&folder).unwrap();
        let device = "01JAAAAAAAAAAAAAAAAAAAAAAA";
        let event = |s: u32, rest: &str| {
            let json = format!(r#"{{"s":{s},"l":{s},"at":"2026-11-23T09:12:44+01:00",{rest}}}"#);
            format!("{:08x} {json}\n", crc32fast::hash(json.as_bytes()))
        };
        let head = format!(r#"{{"v":1,"do":"header","device":"{device}","made":"2026-11-23T03:00:00Z"}}"#);
        let mut text = format!("{:08x} {head}\n", crc32fast::hash(head.as_bytes()));
        text += &event(
            1,
            r#""do":"note","skill":"shell.basics","text":"HOSTILE\u001b]0;P\u0007\u009b31m\u202e""#,
        );
        text += &event(
            2,
            r#""do":"link","skill":"shell.basics","to":"https://x\u001b]52;c;cm0=\u0007","title":"\u001bPq""#,
        );
        text += &event(
            3,
            r#""do":"study","skill":"shell.basics","minutes":5,"day":"2026-11-23","note":"\u001b_x\u001b\\""#,
        );
        std::fs::write(folder.join(format!("{device}.log")), text).unwrap();
    };
    let mut terminal = Terminal::open(&["--today", "2026-11-24"], &[], hostile);
    terminal
        .expect("Next")
        .keys("\t")
        .keys("\u{1b}[6~\u{1b}[6~\u{1b}[6~\u{1b}[6~")
        .expect("HOSTILE")
        .keys("w")
        .expect("Why")
        .keys("\u{7f}2")
        .expect("BACKEND")
        .keys("/shell.basics\r5")
        .expect("So far")
        .keys("q");
    let said = terminal.bytes.clone();
    terminal.ends_clean();
    for start in [&b"\x1b]"[..], b"\x1bP", b"\x1b_", b"\x1b^", "\u{9b}".as_bytes(), "\u{202e}".as_bytes()] {
        assert!(!said.windows(start.len()).any(|seen| seen == start), "{start:?} reached the terminal");
    }
}

#[test]
fn clashing_keys_are_named_before_the_terminal_is_taken() {
    let clash = |home: &Path| {
        std::fs::create_dir_all(home.join("config")).unwrap();
        std::fs::write(home.join("config/config.toml"), "[keys]\nundo = \"x\"\nfind = \"x\"\n").unwrap();
    };
    let mut terminal = Terminal::open(&[], &[], clash);
    terminal.expect("both `find` and `undo`");
    assert_eq!(terminal.child.wait().unwrap().exit_code(), 1);
    assert!(!String::from_utf8_lossy(&terminal.bytes).contains("\u{1b}[?1049h"));
}

#[test]
fn a_note_is_written_in_the_learners_own_editor() {
    use std::os::unix::fs::PermissionsExt;
    let room = tempfile::tempdir().unwrap();
    let editor = room.path().join("editor");
    std::fs::write(&editor, "#!/bin/sh\nprintf 'Quote **everything**.\\n' >> \"$1\"\n").unwrap();
    std::fs::set_permissions(&editor, std::fs::Permissions::from_mode(0o755)).unwrap();
    let data = room.path().join("data");
    let note = |editor: &str| {
        let env = [("VISUAL", editor), ("MILEPOST_DATA_DIR", data.to_str().unwrap())];
        Terminal::open(&["note", "shell.basics"], &env, |_| {})
    };
    for _ in 0..2 {
        let mut terminal = note(editor.to_str().unwrap());
        terminal.expect("your note on");
        assert!(terminal.child.wait().unwrap().success());
    }
    let env = [("MILEPOST_DATA_DIR", data.to_str().unwrap())];
    let mut terminal = Terminal::open(&["show", "shell.basics"], &env, |_| {});
    terminal.child.wait().unwrap();
    while terminal.take() {}
    let said = String::from_utf8_lossy(&terminal.bytes).into_owned();
    assert_eq!(said.matches("everything").count(), 2, "{said}");
    let mut terminal = note("false");
    terminal.expect("the editor ended with an error");
    assert_eq!(terminal.child.wait().unwrap().exit_code(), 1);
    let mut terminal = note("/no/such/editor");
    terminal.expect("EDITOR");
}

#[test]
fn the_first_frame_shows_before_the_road_is_read() {
    let room = tempfile::tempdir().unwrap();
    let (road, data) = (room.path().join("road.toml"), room.path().join("data"));
    let text = "[[track]]\nid = \"t\"\ntitle = \"T\"\norder = 1\nsummary = \"s\"\n[[stage]]\nid = \"s\"\ntrack = \"t\"\n\
                title = \"S\"\norder = 1\nsummary = \"s\"\n[[skill]]\nid = \"t.walk\"\nstage = \"s\"\ntitle = \"Walking on\"\n\
                hours = [1, 2]\nwhy = \"w\"\nabout = \"a\"\noutcomes = [\"I can\"]\npractice = \"p\"\n";
    std::fs::create_dir_all(data.join("journal")).unwrap();
    let write = |text: &str| {
        std::fs::write(&road, text).unwrap();
        // What changed long ago is settled.
        let past = std::time::SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
        for path in [&road, &data.join("journal")] {
            std::fs::File::open(path).unwrap().set_modified(past).unwrap();
        }
    };
    let cache = room.path().join("cache");
    let env =
        [("MILEPOST_DATA_DIR", data.to_str().unwrap()), ("MILEPOST_CACHE_DIR", cache.to_str().unwrap())];
    let args = ["--today", "2026-11-24", "--no-shipped", "--roadmap", road.to_str().unwrap()];
    write(text);
    let mut terminal = Terminal::open(&args, &env, |_| {});
    terminal.expect("Walking on").keys("q");
    assert!(terminal.ends_clean().success());
    // Broken without a trace that shows from outside: only reading it tells.
    write(&text.replace("[[skill]]", "[[skull]]"));
    let mut terminal = Terminal::open(&args, &env, |_| {});
    terminal.expect_bytes("Walking on".as_bytes()).expect("cannot be used");
    assert_eq!(terminal.ends_clean().exit_code(), 1);
    write(&text.replace("Walking on", "Walking off"));
    let mut terminal = Terminal::open(&args, &env, |_| {});
    terminal.expect("Walking off").keys("q");
    assert!(!String::from_utf8_lossy(&terminal.bytes).contains("Walking on"));
}

#[test]
fn a_review_in_lines_asks_shows_the_answer_and_takes_a_rating() {
    let done = ["done", "shell.basics", "--yes", "--today", "2026-10-01"];
    let prepare = |home: &Path| {
        let mut before = Command::new(env!("CARGO_BIN_EXE_milepost"));
        before.env_clear().envs(command(home, &[], &[]).iter_full_env_as_str()).args(done);
        assert!(before.output().unwrap().status.success());
    };
    let words = ["review", "--today", "2026-11-24"];
    let mut terminal = Terminal::open(&words, &[], prepare);
    terminal.expect("Working in a shell").keys("\n").expect("3 good").keys("3\n");
    while terminal.take() {}
    assert!(terminal.child.wait().unwrap().success());
    let mut history = Command::new(env!("CARGO_BIN_EXE_milepost"));
    history.env_clear().envs(command(terminal.home.path(), &[], &[]).iter_full_env_as_str()).arg("history");
    let said = String::from_utf8(history.output().unwrap().stdout).unwrap();
    assert!(said.contains("reviewed, rated 3: Working in a shell"), "{said}");
}
