//! The binary from the shell: transcripts of whole sessions, each in a data folder of its own.
//!
//! A transcript in `tests/cli/` holds a line that says what it shows, then command lines after `$ ` and what they
//! print, below what is typed in reply after `< `: standard output as it is, standard error after `! `, an exit code other than 0 after `? `.
//! `SNAPSHOTS=overwrite cargo test --test cli` writes them anew from the command lines alone. They are compared with
//! snapbox, which shows a difference line by line.

#![cfg(unix)]
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test starts the program and looks at files"
)]

use std::fmt::Write;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use snapbox::{Data, assert_data_eq};

/// What stands in every call, the day unless it has one of its own, so that no transcript depends on the day or on the shipped road.
const ALWAYS: [&str; 5] =
    ["--today", "2026-11-24", "--no-shipped", "--roadmap", "tests/fixtures/eight-skills.toml"];

/// A learner's machine: home, folders, environment.
struct Machine {
    home: tempfile::TempDir,
}

impl Machine {
    fn new() -> Self {
        Self { home: tempfile::tempdir().unwrap() }
    }

    fn path(&self) -> &Path {
        self.home.path()
    }

    fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_milepost"));
        command.env_clear().current_dir(env!("CARGO_MANIFEST_DIR"));
        for (name, folder) in [("DATA", "data"), ("CONFIG", "config"), ("CACHE", "cache"), ("STATE", "state")]
        {
            command.env(format!("MILEPOST_{name}_DIR"), self.path().join(folder));
        }
        command.env("HOME", self.path()).env("LC_ALL", "C.UTF-8").env("PATH", "/usr/bin:/bin");
        command
    }

    /// Runs one line of a transcript: assignments, then `milepost` and its words.
    fn run(&self, line: &str) -> Output {
        self.run_with(line, "")
    }

    /// The same with these lines on standard input.
    fn run_with(&self, line: &str, replies: &str) -> Output {
        let mut words = words(line).into_iter().peekable();
        let mut command = self.command();
        while let Some((name, value)) = words.peek().and_then(|word| word.split_once('=')) {
            command.env(name, value);
            words.next();
        }
        assert_eq!(words.next().as_deref(), Some("milepost"), "{line}");
        let words: Vec<String> = words.collect();
        command.args(words.iter().filter(|word| *word != "--bare"));
        if !words.contains(&"--bare".to_owned()) {
            let own_day = words.contains(&"--today".to_owned());
            command.args(&ALWAYS[if own_day { 2 } else { 0 }..]);
        }
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        // A command that reads nothing may have gone away by now.
        let _ = child.stdin.take().unwrap().write_all(replies.as_bytes());
        child.wait_with_output().unwrap()
    }
}

/// The words of a line, as a shell parts them: by spaces, but for what stands in quotes.
fn words(line: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut quote = None;
    for c in line.chars() {
        match (c, quote) {
            ('\'' | '"', None) => quote = Some(c),
            (c, Some(open)) if c == open => quote = None,
            (' ', None) => words.push(String::new()),
            (c, _) => words.last_mut().unwrap().push(c),
        }
    }
    words
}

/// Text without what differs from run to run: the home folder, device names.
fn settled(text: &str, home: &Path) -> String {
    let text = text.replace(&home.display().to_string(), "[HOME]");
    let mut out = String::new();
    let mut rest = text.as_str();
    let is_name = |c: char| c.is_ascii_digit() || c.is_ascii_uppercase();
    while let Some(start) = rest.find(is_name) {
        let length = rest[start..].find(|c| !is_name(c)).unwrap_or(rest.len() - start);
        let name = &rest[start..start + length];
        out.push_str(&rest[..start]);
        out.push_str(if length == 26 { "[DEVICE]" } else { name });
        rest = &rest[start + length..];
    }
    out + rest
}

/// Runs the command lines of a transcript and compares what they print with what stands there.
fn hold(name: &str) {
    let path = PathBuf::from(format!("{}/tests/cli/{name}.txt", env!("CARGO_MANIFEST_DIR")));
    let machine = Machine::new();
    let written = fs::read_to_string(&path).unwrap();
    let mut said = format!("{}\n\n", written.lines().next().unwrap());
    let mut lines = written.lines().peekable();
    while let Some(line) = lines.next() {
        let Some(call) = line.strip_prefix("$ ") else { continue };
        writeln!(said, "$ {call}").unwrap();
        let mut replies = String::new();
        while let Some(reply) = lines.next_if(|line| line.starts_with('<')) {
            writeln!(said, "{reply}").unwrap();
            writeln!(replies, "{}", reply.trim_start_matches('<').trim()).unwrap();
        }
        let output = machine.run_with(call, &replies);
        said.push_str(&settled(&String::from_utf8(output.stdout).unwrap(), machine.path()));
        for line in settled(&String::from_utf8(output.stderr).unwrap(), machine.path()).lines() {
            writeln!(said, "! {line}").unwrap();
        }
        match output.status.code() {
            Some(0) => {}
            code => writeln!(said, "? {}", code.unwrap()).unwrap(),
        }
        said.push('\n');
    }
    assert_data_eq!(said.trim_end().to_owned() + "\n", Data::read_from(&path, None).raw());
}

macro_rules! transcripts {
    ($($name:ident)*) => {$(
        #[test]
        fn $name() {
            hold(stringify!($name));
        }
    )*};
}

transcripts! {
    first_run
    a_day
    marks
    choices_and_goals
    plan
    calendar
    missing_goal
    back_and_forth
    json
    plain
    wrong_words
    roadmap_files
    review
    timer
    checkin
    set_up
    export
    help
}

#[test]
fn a_reader_that_goes_away_is_a_normal_end() {
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let output = Machine::new().command().args(["list", "--json"]).stdout(writer).output().unwrap();
    assert!(output.status.success(), "{output:?}");
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
}

#[test]
fn a_first_look_around_writes_nothing() {
    let machine = Machine::new();
    for call in [
        "milepost",
        "milepost today",
        "milepost list",
        "milepost doctor",
        "milepost undo",
        "milepost history",
    ] {
        machine.run(call);
    }
    assert_eq!(fs::read_dir(machine.path()).unwrap().count(), 0);
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_said_and_is_a_failure() {
    let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    for command in ["list", "today"] {
        let full = full.try_clone().unwrap();
        let output = Machine::new().command().arg(command).stdout(full).output().unwrap();
        assert_eq!(output.status.code(), Some(1), "{command}");
        assert!(String::from_utf8_lossy(&output.stderr).contains("cannot write the output"), "{output:?}");
    }
}

#[test]
fn a_report_is_written_over_an_earlier_one_and_over_nothing_else_unasked() {
    let machine = Machine::new();
    let (file, link) = (machine.path().join("report.md"), machine.path().join("link.md"));
    let printed = machine.run("milepost export markdown");
    let call = format!("milepost export markdown -o {}", file.display());
    for before in [None, Some("# Roadmap report, 1 Jan 2026\n")] {
        before.into_iter().for_each(|text| fs::write(&file, text).unwrap());
        let written = machine.run(&call);
        assert!(written.status.success(), "{written:?}");
        assert_eq!(fs::read(&file).unwrap(), printed.stdout);
    }
    fs::write(&file, "# My own\n").unwrap();
    std::os::unix::fs::symlink(&file, &link).unwrap();
    let refused = machine.run(&call);
    assert_eq!(refused.status.code(), Some(1), "{refused:?}");
    assert!(String::from_utf8_lossy(&refused.stderr).contains("hint: --yes"), "{refused:?}");
    assert_eq!(fs::read(&file).unwrap(), b"# My own\n");
    let socket = machine.path().join("socket");
    let _open = std::os::unix::net::UnixListener::bind(&socket).unwrap();
    let refused = machine.run(&format!("milepost export markdown --yes -o {}", socket.display()));
    assert_eq!(refused.status.code(), Some(1), "{refused:?}");
    assert!(!fs::metadata(&socket).unwrap().is_file(), "what is no file is not replaced by one");
    let through = machine.run(&format!("milepost export markdown --yes -o {}", link.display()));
    assert!(through.status.success(), "{through:?}");
    assert_eq!(fs::read(&file).unwrap(), printed.stdout);
    assert!(link.is_symlink());
}

#[test]
fn a_picture_of_the_whole_road_fits_a_readme_unless_every_line_is_asked_for() {
    let machine = Machine::new();
    let drawn = |words: &str| {
        let output = machine.run(&format!("milepost export svg{words}"));
        assert!(output.status.success(), "{output:?}");
        String::from_utf8(output.stdout).unwrap()
    };
    let names = |svg: &str| svg.matches("<text class=\"name\"").count();
    let whole = drawn("");
    assert!(whole.contains("you are here") && names(&whole) == 0, "{whole}");
    for every_line in [drawn(" --full"), drawn(" --track services"), drawn(" --full --stage shipping")] {
        assert!(!every_line.contains("you are here") && names(&every_line) > 0, "{every_line}");
    }
}

#[test]
fn a_drawing_is_written_over_an_earlier_one_of_its_own_format_alone() {
    let machine = Machine::new();
    let formats = ["mermaid", "dot", "svg"];
    for format in formats {
        let file = machine.path().join("road");
        let mut written = Vec::new();
        for call in ["", "", " --track running"] {
            let output = machine.run(&format!("milepost export {format}{call} -o {}", file.display()));
            assert!(output.status.success(), "{output:?}");
            written.push(fs::read(&file).unwrap());
        }
        assert!(written[0] == written[1] && written[1] != written[2], "{format}");
        for other in formats.iter().filter(|other| **other != format) {
            let refused = machine.run(&format!("milepost export {other} -o {}", file.display()));
            assert_eq!(refused.status.code(), Some(1), "{refused:?}");
            assert_eq!(fs::read(&file).unwrap(), written[2]);
        }
        fs::remove_file(&file).unwrap();
    }
}

#[test]
fn damaged_lines_are_told_by_the_doctor_and_moved_aside_at_a_word() {
    let machine = Machine::new();
    machine.run("milepost start shell.basics");
    let log = log_of(&machine);
    let sound = fs::read(&log).unwrap();
    fs::write(&log, [sound.as_slice(), b"00000000 {\"s\":2}\n"].concat()).unwrap();
    let noted = machine.run("milepost list");
    assert!(noted.status.success());
    assert!(String::from_utf8_lossy(&noted.stderr).contains("milepost doctor"), "{noted:?}");
    let sick = machine.run("milepost doctor");
    assert_eq!(sick.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&sick.stdout).contains("--fix"), "{sick:?}");
    let cured = machine.run("milepost doctor --fix");
    assert!(cured.status.success(), "{cured:?}");
    assert!(String::from_utf8_lossy(&cured.stderr).contains("1 damaged line moved aside"), "{cured:?}");
    assert_eq!(fs::read(&log).unwrap(), sound);
}

#[test]
fn the_line_of_a_prompt_is_kept_until_something_is_done() {
    let machine = Machine::new();
    let short = || String::from_utf8(machine.run("milepost today --short --bare").stdout).unwrap();
    let kept = || fs::read_to_string(machine.path().join("cache/short.v1"));
    let settle = || {
        let data = machine.path().join("data");
        for path in [&data, &data.join("journal"), &log_of(&machine)] {
            let past = std::time::SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(1_000_000_000);
            fs::File::open(path).unwrap().set_modified(past).unwrap();
        }
    };
    machine.run("milepost log shell.basics 25m --bare");
    assert!(short().contains("25 of") && kept().is_err(), "what has only just changed is not trusted");
    settle();
    let line = short();
    assert!(kept().unwrap().ends_with(&line), "{line}");
    // Another line in its place, under the same key: it is what is printed now.
    let other = "a line\n";
    let key = kept().unwrap().lines().next().unwrap().split_once(' ').unwrap().1.to_owned();
    fs::write(
        machine.path().join("cache/short.v1"),
        format!("{:08x} {key}\n{other}", crc32fast::hash(other.as_bytes())),
    )
    .unwrap();
    assert_eq!(short(), other);
    machine.run("milepost log shell.basics 5m --bare");
    assert!(short().contains("30 of"));
}

#[test]
fn a_bad_setting_is_named_with_its_place_and_the_others_hold() {
    let machine = Machine::new();
    fs::create_dir_all(machine.path().join("config")).unwrap();
    let file = machine.path().join("config/config.toml");
    fs::write(&file, "[week]\nmon = 20\ntue = 9999\n\n[look]\ntheme = \"pink\"\n").unwrap();
    for call in ["milepost today", "milepost config show", "milepost doctor"] {
        let output = machine.run(call);
        let said = String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned();
        for place in ["config.toml:3: [week] tue: ", "config.toml:6: [look] theme "] {
            assert!(said.contains(place), "{call}: {said}");
        }
    }
    let shown = machine.run("milepost config show --json");
    let shown: serde_json::Value = serde_json::from_slice(&shown.stdout).unwrap();
    assert_eq!(shown["week"], serde_json::json!([20, 45, 45, 45, 45, 0, 0]));
}

#[test]
fn a_calendar_is_printed_as_it_is_written_with_the_line_ends_of_its_form() {
    let machine = Machine::new();
    let printed = machine.run("milepost export ics --plain").stdout;
    let text = String::from_utf8(printed.clone()).unwrap();
    assert!(text.starts_with("BEGIN:VCALENDAR\r\n") && text.ends_with("END:VCALENDAR\r\n"), "{text}");
    assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
    let file = machine.path().join("plan.ics");
    let call = format!("milepost export ics -o {}", file.display());
    for _ in 0..2 {
        assert!(machine.run(&call).status.success());
        assert_eq!(fs::read(&file).unwrap(), printed);
    }
    fs::write(&file, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//another\r\n").unwrap();
    assert_eq!(machine.run(&call).status.code(), Some(1), "another program's calendar stays");
}

#[test]
fn a_week_of_no_minutes_gets_an_order_and_a_word_and_no_dates() {
    let machine = Machine::new();
    fs::create_dir_all(machine.path().join("config")).unwrap();
    let week = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].map(|day| format!("{day} = 0\n"));
    fs::write(machine.path().join("config/config.toml"), format!("[week]\n{}", week.concat())).unwrap();
    let plan = machine.run("milepost plan");
    let said = String::from_utf8_lossy(&plan.stdout).into_owned();
    assert!(plan.status.success(), "{plan:?}");
    assert!(said.contains("no dates") && said.contains("milepost config path"), "{said}");
    assert!(said.contains("shell.basics") && !said.contains("Week of"), "{said}");
    let json = machine.run("milepost plan --json");
    let value: serde_json::Value = serde_json::from_slice(&json.stdout).unwrap();
    assert!(value["forecast"].is_null() && value["steps"][0]["starts"].is_null(), "{value}");
    let refused = machine.run("milepost export ics");
    assert_eq!(refused.status.code(), Some(1), "{refused:?}");
    assert!(String::from_utf8_lossy(&refused.stderr).contains("milepost config path"), "{refused:?}");
    assert!(machine.run("milepost goal platform-engineer").status.success());
    for call in ["milepost goal", "milepost roles", "milepost today"] {
        let output = machine.run(call);
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(said.contains("has minutes") && said.contains("milepost config path"), "{call}: {said}");
    }
}

#[test]
fn days_away_without_an_end_get_an_order_and_a_word_and_no_dates() {
    let machine = Machine::new();
    fs::create_dir_all(machine.path().join("config")).unwrap();
    let away = "[[away]]\nfrom = 2026-11-01\nto = 2099-12-31\n";
    fs::write(machine.path().join("config/config.toml"), away).unwrap();
    machine.run("milepost goal platform-engineer");
    for call in ["milepost plan", "milepost goal"] {
        let output = machine.run(call);
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        let words = said.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(words.contains("days away") && words.contains("milepost config path"), "{call}: {said}");
        assert!(!words.contains("20"), "no year: {said}");
    }
}

/// The journal that a machine with one device has.
fn log_of(machine: &Machine) -> PathBuf {
    let journal = fs::read_dir(machine.path().join("data/journal")).unwrap();
    let mut logs = journal.map(|entry| entry.unwrap().path());
    logs.find(|path| path.extension().is_some_and(|end| end == "log")).unwrap()
}

#[test]
fn a_journal_that_is_not_read_is_no_first_morning() {
    let machine = Machine::new();
    machine.run("milepost goal platform-engineer");
    let log = log_of(&machine);
    // A link is read by nobody, not even by the superuser.
    fs::rename(&log, machine.path().join("elsewhere")).unwrap();
    std::os::unix::fs::symlink(machine.path().join("elsewhere"), &log).unwrap();
    for call in ["milepost today", "milepost goal", "milepost history"] {
        let output = machine.run(call);
        let (out, aside) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        assert!(aside.contains("nothing is shown from it") && aside.contains("hint: "), "{aside}");
        for welcome in ["none yet", "milepost roles", "nothing was done yet"] {
            assert!(!out.contains(welcome) && !aside.contains(welcome), "{call}: {out}{aside}");
        }
    }
}

#[test]
fn one_broken_roadmap_file_leaves_the_others_in() {
    let machine = Machine::new();
    let own = machine.path().join("data/roadmaps");
    fs::create_dir_all(&own).unwrap();
    fs::copy("tests/fixtures/roadmaps/sound.toml", own.join("good.toml")).unwrap();
    fs::copy("tests/fixtures/broken.toml", own.join("bad.toml")).unwrap();
    let output = machine.run("milepost --bare --no-shipped list");
    assert!(String::from_utf8_lossy(&output.stdout).contains("podman"), "{output:?}");
    let aside = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(aside.contains("5 errors in ") && aside.contains("bad.toml; it is left out"), "{aside}");
    assert!(aside.contains("hint: milepost check") && !aside.contains("good.toml"), "{aside}");
    let checked =
        machine.run(&format!("milepost --bare --no-shipped check {}", own.join("bad.toml").display()));
    assert!(String::from_utf8_lossy(&checked.stderr).contains("5 errors"), "{checked:?}");
}

#[test]
fn a_read_only_data_folder_is_said_and_lets_the_shell_start() {
    let machine = Machine::new();
    // A file stands where the folder would be, which stops even the superuser.
    fs::write(machine.path().join("data"), "").unwrap();
    let short = machine.run("milepost today --short");
    assert!(short.status.success(), "{short:?}");
    assert_eq!(String::from_utf8_lossy(&short.stderr).lines().count(), 1, "{short:?}");
    let today = machine.run("milepost today");
    assert_eq!(today.status.code(), Some(1), "a pipe is told");
    assert!(String::from_utf8_lossy(&today.stderr).contains("hint: "), "{today:?}");
    let refused = machine.run("milepost start shell.basics");
    assert_eq!(refused.status.code(), Some(1));
    let said = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert!(said.starts_with("error: ") && said.contains("hint: milepost doctor"), "{said}");
    assert_eq!(machine.run("milepost doctor").status.code(), Some(1));
}

#[test]
fn a_state_folder_that_cannot_be_made_is_told_by_the_error_and_by_the_doctor() {
    let machine = Machine::new();
    fs::write(machine.path().join("no"), "").unwrap();
    let no = machine.path().join("no/state");
    let refused = machine.run(&format!("MILEPOST_STATE_DIR={} milepost start shell.basics", no.display()));
    let said = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert!(said.contains("hint: ") && said.contains("MILEPOST_STATE_DIR"), "{said}");
    let sick = machine.run(&format!("MILEPOST_STATE_DIR={} milepost doctor", no.display()));
    let said = String::from_utf8_lossy(&sick.stdout).into_owned();
    assert_eq!(sick.status.code(), Some(1));
    assert!(said.contains("no/state cannot be written") && said.contains("set MILEPOST_STATE_DIR"), "{said}");
}

#[test]
fn without_a_home_today_says_so_in_one_line_and_lets_the_shell_start() {
    let output = Command::new(env!("CARGO_BIN_EXE_milepost"))
        .env_clear()
        .env("HOME", "")
        .args(["today", "--short"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    assert!(output.status.success(), "{output:?}");
    assert!(String::from_utf8_lossy(&output.stderr).lines().count() <= 1, "{output:?}");
}

#[test]
fn a_note_off_a_terminal_is_given_or_read_and_starts_no_editor() {
    use std::io::Write;
    let machine = Machine::new();
    let refused = machine.run("VISUAL=/no/such/editor milepost note shell.basics");
    assert_eq!(refused.status.code(), Some(2), "{refused:?}");
    assert!(String::from_utf8_lossy(&refused.stderr).contains("or - to read it"), "{refused:?}");
    let mut reading = machine
        .command()
        .args(["note", "shell.basics", "-"])
        .args(ALWAYS)
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::null())
        .spawn()
        .unwrap();
    reading.stdin.take().unwrap().write_all("Quote everything.\n\nTwice.\n".as_bytes()).unwrap();
    assert!(reading.wait().unwrap().success());
    let shown = machine.run("milepost show shell.basics --json");
    let shown: serde_json::Value = serde_json::from_slice(&shown.stdout).unwrap();
    assert_eq!(shown["note"], "Quote everything.\n\nTwice.");
}
