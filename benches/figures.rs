//! The figures that milepost is held to, measured on the release build: `just bench`.
//!
//! Whole processes are timed in turn with `/bin/true`, so that a drift of the machine's speed falls on both; medians
//! and ratios are printed, with the least and the most. Instructions are counted where valgrind is installed.

#![expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a bench measures time and prints what it measured"
)]
#![expect(clippy::unwrap_used, reason = "a bench that cannot go on had better stop")]
#![cfg_attr(not(unix), expect(unused, reason = "the figures are taken on Unix"))]

#[path = "figures/bare.rs"]
mod bare;
#[path = "figures/years.rs"]
mod years;

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const MILEPOST: &str = env!("CARGO_BIN_EXE_milepost");

/// Runs of each process.
const RUNS: usize = 100;

fn main() {
    // `cargo test --benches` asks for a run that does nothing.
    if std::env::args().any(|word| word == "--test") || cfg!(not(unix)) {
        return;
    }
    if std::env::args().any(|word| word == bare::WORD) {
        return bare::run().unwrap();
    }
    // `cargo bench --bench figures -- years` measures those alone.
    if std::env::args().any(|word| word == "years") {
        return five_years();
    }
    println!("binary            {:.2} MiB", size(MILEPOST) as f64 / (1024.0 * 1024.0));
    let home = Home::new();
    home.year_of_history(&["shell.basics", "data.structures", "linux.processes", "net.tcp-ip"]);
    today(&home);
    screen(&home);
    five_years();
    grown(&home);
    history(10_000);
    history(1_000_000);
}

/// Folders for a learner of the bench's own.
struct Home(tempfile::TempDir);

impl Home {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn at(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(MILEPOST);
        command.env_clear().env("LANG", "C.UTF-8").env("TERM", "xterm-256color").args(args);
        for name in ["data", "config", "cache", "state"] {
            command.env(format!("MILEPOST_{}_DIR", name.to_uppercase()), self.at(name));
        }
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        command
    }

    /// A journal with an entry for each of 365 days before the first of November 2026.
    fn year_of_history(&self, skills: &[&str]) {
        self.journal(365, skills);
    }

    fn journal(&self, events: u64, skills: &[&str]) {
        let device = "01JBENCHBENCHBENCHBENCHBEN";
        let mut text = String::new();
        line(
            &mut text,
            &format!(r#"{{"v":1,"do":"header","device":"{device}","made":"2025-11-01T08:00:00Z"}}"#),
        );
        let first = chrono::NaiveDate::from_ymd_opt(2025, 11, 1).unwrap();
        for s in 1..=events {
            let day = first + chrono::Days::new(s % 365);
            let skill = skills[s as usize % skills.len()];
            line(
                &mut text,
                &format!(
                    r#"{{"s":{s},"l":{s},"at":"{day}T21:00:00+01:00","do":"study","skill":"{skill}","minutes":25,"day":"{day}"}}"#
                ),
            );
        }
        let folder = self.at("data").join("journal");
        std::fs::create_dir_all(&folder).unwrap();
        let file = folder.join(format!("{device}.log"));
        std::fs::write(&file, text).unwrap();
        self.settle();
    }

    /// The journals of five years, and how many events they have.
    fn five_years(&self) -> u64 {
        let (texts, events) = years::journals();
        let folder = self.at("data").join("journal");
        std::fs::create_dir_all(&folder).unwrap();
        for (device, text) in years::DEVICES.iter().zip(texts) {
            std::fs::write(folder.join(format!("{device}.log")), text).unwrap();
        }
        self.settle();
        events
    }

    /// Puts the times of change back, past the moment in which a cache does not trust them.
    fn settle(&self) {
        let mut folders = vec![self.at("data")];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(&folder).unwrap().map(Result::unwrap) {
                let path = entry.path();
                if path.is_dir() {
                    folders.push(path.clone());
                }
                let past = std::time::SystemTime::now() - Duration::from_secs(60);
                std::fs::File::open(&path).unwrap().set_modified(past).unwrap();
            }
        }
    }
}

fn line(text: &mut String, json: &str) {
    writeln!(text, "{:08x} {json}", crc32fast::hash(json.as_bytes())).unwrap();
}

fn size(path: &str) -> u64 {
    std::fs::metadata(path).unwrap().len()
}

/// `today` with its page kept, with the journal grown, and with nothing cached.
fn today(home: &Home) {
    home.command(&["today"]).status().unwrap();
    report("today, kept", RUNS, home, || {});
    let cache = home.at("cache");
    report("today, fold kept", RUNS, home, || drop(std::fs::remove_file(cache.join("today.v1"))));
    report("today, no cache", RUNS, home, || drop(std::fs::remove_dir_all(&cache)));
}

fn report(what: &str, runs: usize, home: &Home, before: impl Fn()) {
    let mut own = Vec::new();
    let mut floor = Vec::new();
    for _ in 0..runs {
        before();
        own.push(time(&mut home.command(&["today"])));
        floor.push(time(&mut Command::new("/bin/true")));
    }
    let (own, floor) = (Spread::of(own), Spread::of(floor));
    before();
    let ir = instructions(home)
        .map_or_else(|| "no valgrind".to_owned(), |ir| format!("{} k instructions", ir / 1000));
    println!("{what:<18}{own}   {:.2} x /bin/true ({floor})   {ir}", own.median / floor.median);
}

fn time(command: &mut Command) -> f64 {
    let start = Instant::now();
    assert!(command.status().unwrap().success());
    start.elapsed().as_secs_f64() * 1e3
}

/// Instructions of one run of `today`, as callgrind counts them.
fn instructions(home: &Home) -> Option<u64> {
    let plain = home.command(&["today"]);
    let mut command = Command::new("valgrind");
    command.args(["--tool=callgrind", "--callgrind-out-file=/dev/null", MILEPOST, "today"]);
    command.env_clear().env("PATH", "/usr/bin:/bin");
    command.envs(plain.get_envs().filter_map(|(name, value)| Some((name, value?))));
    let said = command.stdout(Stdio::null()).stderr(Stdio::piped()).output().ok()?.stderr;
    let said = String::from_utf8_lossy(&said).into_owned();
    said.lines().find_map(|line| line.split_once("Collected :"))?.1.trim().parse().ok()
}

/// The least, the median and the most of what was measured, in milliseconds.
struct Spread {
    least: f64,
    median: f64,
    p99: f64,
    most: f64,
}

impl Spread {
    fn of(mut values: Vec<f64>) -> Self {
        values.sort_by(f64::total_cmp);
        let at = |part: f64| values[((values.len() - 1) as f64 * part).round() as usize];
        Self { least: at(0.0), median: at(0.5), p99: at(0.99), most: at(1.0) }
    }
}

impl std::fmt::Display for Spread {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:.2} ms ({:.2} to {:.2})", self.median, self.least, self.most)
    }
}

/// First frame, key to frame and memory of the full screen, through a pseudo-terminal.
fn screen(home: &Home) {
    let cache = home.at("cache");
    home.command(&["next"]).status().unwrap();
    let warm = Spread::of((0..20).map(|_| Session::open(home, (120, 40), &[]).first_frame).collect());
    println!("first frame       {warm}   120x40, warm");
    let cold = (0..20).map(|_| {
        let _ = std::fs::remove_dir_all(&cache);
        Session::open(home, (120, 40), &[]).first_frame
    });
    println!("first frame       {}   120x40, nothing cached", Spread::of(cold.collect()));
    let bare = bare_screen();
    let screens = [
        ("Today", "1", "jk\tjk\t"),
        ("Map", "2v", "jjlkkh"),
        ("Picture", "2", "jjlkklh"),
        ("Plan", "3", "jk\tjk\t"),
        ("Review", "4", "jk"),
        ("Progress", "5", "jk\tjk\t"),
    ];
    for (name, opening, keys) in screens {
        let mut session = Session::open(home, (200, 50), &[]);
        for key in opening.bytes() {
            if key != b'1' {
                println!("opening           {:.2} ms   {name}, 200x50", session.open_by(key));
            }
        }
        println!("key to frame      {}   {name}, 200x50", told(&session.press_all(keys), &bare));
        println!("memory            {:.1} MiB   {name}, 200x50", session.peak_memory());
    }
}

/// Keys that are pressed on each screen.
const PRESSED: usize = 200;

/// The same keys on a screen of nothing but ratatui: what this machine and its terminals take at least.
fn bare_screen() -> Spread {
    let mut command = portable_pty::CommandBuilder::new(std::env::current_exe().unwrap());
    command.env("TERM", "xterm-256color");
    command.arg(bare::WORD);
    let times = Spread::of(Session::start(command, (200, 50)).press_all("jk"));
    println!("key to frame      {times}, 99th percentile {:.2} ms   bare ratatui, 200x50", times.p99);
    times
}

/// Times of keys beside those of a bare screen. Keys that change nothing are counted apart: nothing is sent for them.
fn told(times: &[f64], bare: &Spread) -> String {
    let idle = PRESSED - times.len();
    if times.is_empty() {
        return "no key changes anything".to_owned();
    }
    let times = Spread::of(times.to_vec());
    let (median, p99) = (times.median / bare.median, times.p99 / bare.p99);
    format!(
        "{times}, 99th percentile {:.2} ms; {median:.2} and {p99:.2} x bare; {idle} of {PRESSED} change nothing",
        times.p99
    )
}

/// A learner of five years with two devices.
fn five_years() {
    let home = Home::new();
    println!("five years        {} events of two devices", home.five_years());
    today(&home);
    screen(&home);
}

/// A road of 10,000 skills on the screen: the first rough picture, and keys while and after the fine one is laid out.
fn grown(home: &Home) {
    let file = home.at("grown.toml");
    std::fs::write(&file, road_of(50, 25)).unwrap();
    let past = std::time::SystemTime::now() - Duration::from_secs(60);
    std::fs::File::open(&file).unwrap().set_modified(past).unwrap();
    let args = ["--no-shipped", "--roadmap", file.to_str().unwrap()];
    let mut session = Session::open(home, (200, 50), &args);
    println!("first frame       {:.0} ms   10,000 skills, 200x50, nothing cached", session.first_frame);
    let kept = Spread::of((0..10).map(|_| Session::open(home, (200, 50), &args).first_frame).collect());
    println!("first frame       {kept}   10,000 skills, 200x50, kept");
    println!("opening           {:.1} ms   10,000 skills, Picture, rough", session.open_by(b'2'));
    let times = session.press_all("jjlkklh");
    println!("key to frame      {}   10,000 skills, Picture", told(&times, &bare_screen()));
    println!("memory            {:.1} MiB   10,000 skills", session.peak_memory());
}

/// A roadmap of so many tracks of so many stages of eight skills: each rests on one before it in its track, and one in
/// twenty on one of the track before.
fn road_of(tracks: usize, stages: usize) -> String {
    let mut text = String::new();
    for track in 0..tracks {
        writeln!(
            text,
            "[[track]]\nid = \"t{track}\"\ntitle = \"Track {track}\"\norder = {track}\nsummary = \"One.\""
        )
        .unwrap();
        for stage in 0..stages {
            let (id, order) = (format!("t{track}s{stage}"), stage + 1);
            writeln!(text, "[[stage]]\nid = \"{id}\"\ntrack = \"t{track}\"\ntitle = \"Stage {stage}\"\norder = {order}\nsummary = \"One.\"").unwrap();
        }
        for at in 0..stages * 8 {
            let mut requires = Vec::new();
            if at > 0 {
                requires.push(format!("\"t{track}.k{}\"", at - 1 - at * 5 % at.min(9)));
            }
            if track > 0 && at % 20 == 7 {
                requires.push(format!("\"t{}.k{at}\"", track - 1));
            }
            let (stage, requires) = (at / 8, requires.join(", "));
            writeln!(text, "[[skill]]\nid = \"t{track}.k{at}\"\nstage = \"t{track}s{stage}\"\ntitle = \"Skill {at} of {track}\"\nhours = [2, 4]\nrequires = [{requires}]\nwhy = \"For it.\"\nabout = \"It.\"\npractice = \"Do it.\"\noutcomes = [\"I can do it\"]").unwrap();
        }
    }
    text
}

/// The program in a pseudo-terminal.
struct Session {
    child: Box<dyn portable_pty::Child + Send + Sync>,
    keyboard: Box<dyn std::io::Write + Send>,
    output: std::sync::mpsc::Receiver<usize>,
    _master: Box<dyn portable_pty::MasterPty + Send>,
    first_frame: f64,
}

/// A frame is over when the program has been silent for this long; the silence is not counted.
const SILENCE: Duration = Duration::from_millis(15);

impl Session {
    fn open(home: &Home, size: (u16, u16), args: &[&str]) -> Self {
        let plain = home.command(&[]);
        let mut command = portable_pty::CommandBuilder::new(MILEPOST);
        command.env_clear();
        command.args(args);
        plain
            .get_envs()
            .filter_map(|(name, value)| Some((name, value?)))
            .for_each(|(name, value)| command.env(name, value));
        Self::start(command, size)
    }

    fn start(command: portable_pty::CommandBuilder, (cols, rows): (u16, u16)) -> Self {
        let size = portable_pty::PtySize { rows, cols, pixel_width: 0, pixel_height: 0 };
        let pair = portable_pty::native_pty_system().openpty(size).unwrap();
        let mut reader = pair.master.try_clone_reader().unwrap();
        let (tx, output) = std::sync::mpsc::channel();
        std::thread::spawn(move || {
            let mut buffer = [0; 65536];
            while let Ok(count @ 1..) = std::io::Read::read(&mut reader, &mut buffer) {
                if tx.send(count).is_err() {
                    break;
                }
            }
        });
        let keyboard = pair.master.take_writer().unwrap();
        let start = Instant::now();
        let child = pair.slave.spawn_command(command).unwrap();
        let mut session = Self { child, keyboard, output, _master: pair.master, first_frame: 0.0 };
        // The first bytes only switch modes; a frame is longer.
        let mut bytes = 0;
        while bytes < 1000 {
            bytes += session.output.recv_timeout(Duration::from_secs(10)).unwrap();
            session.first_frame = start.elapsed().as_secs_f64() * 1e3;
        }
        session.first_frame = session.rest_of_frame(start).unwrap_or(session.first_frame);
        session
    }

    /// Milliseconds from a key to the last byte of the frame that it leads to, for those of 200 keys that lead to one.
    fn press_all(&mut self, keys: &str) -> Vec<f64> {
        keys.bytes().cycle().take(PRESSED).filter_map(|key| self.press(key)).collect()
    }

    fn press(&mut self, key: u8) -> Option<f64> {
        let start = Instant::now();
        self.keyboard.write_all(&[key]).unwrap();
        self.rest_of_frame(start)
    }

    /// The same for a key that leads to a frame for certain, however long that takes.
    fn open_by(&mut self, key: u8) -> f64 {
        let start = Instant::now();
        self.keyboard.write_all(&[key]).unwrap();
        self.output.recv_timeout(Duration::from_secs(10)).unwrap();
        let first = start.elapsed().as_secs_f64() * 1e3;
        self.rest_of_frame(start).unwrap_or(first)
    }

    fn rest_of_frame(&self, start: Instant) -> Option<f64> {
        let mut last = None;
        while self.output.recv_timeout(SILENCE).is_ok() {
            last = Some(start.elapsed().as_secs_f64() * 1e3);
        }
        last
    }

    /// The most memory that the process has taken, in MiB; 0 where the system does not tell.
    fn peak_memory(&self) -> f64 {
        let pid = self.child.process_id().unwrap();
        let status = std::fs::read_to_string(format!("/proc/{pid}/status")).unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let kib: f64 = line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or(0.0);
        kib / 1024.0
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A long history: folded whole, and with its cache.
fn history(events: u64) {
    let home = Home::new();
    home.journal(events, &["shell.basics", "data.structures", "linux.processes"]);
    let empty = Home::new();
    let cache = home.at("cache");
    let runs = if events > 100_000 { 5 } else { 60 };
    println!("{events:>9} events");
    report("today, no cache", runs, &home, || drop(std::fs::remove_dir_all(&cache)));
    let next = |home: &Home| time(&mut home.command(&["next"]));
    let whole = (0..runs).map(|_| {
        let _ = std::fs::remove_dir_all(&cache);
        next(&home)
    });
    println!("next, no cache    {}   {:.1} MiB at most", Spread::of(whole.collect()), peak_of(&home, &cache));
    next(&home);
    let kept = Spread::of((0..30).map(|_| next(&home)).collect());
    let none = Spread::of((0..30).map(|_| next(&empty)).collect());
    println!("next, fold kept   {kept}   {none} without history");
}

/// The most memory that one run takes, in MiB, by GNU time; 0 where it is not installed.
fn peak_of(home: &Home, cache: &Path) -> f64 {
    let _ = std::fs::remove_dir_all(cache);
    let plain = home.command(&["next"]);
    let mut command = Command::new("/usr/bin/time");
    command.args(["-f", "%M", MILEPOST, "next"]).env_clear();
    command.envs(plain.get_envs().filter_map(|(name, value)| Some((name, value?))));
    let Ok(output) = command.stdout(Stdio::null()).stderr(Stdio::piped()).output() else { return 0.0 };
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    said.lines().last().and_then(|line| line.trim().parse::<f64>().ok()).unwrap_or(0.0) / 1024.0
}
