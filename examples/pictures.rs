//! Draws the pictures of the README: a learner's few weeks, typed into the real program in a real terminal, and the
//! program's own picture of the road.
//!
//! `cargo build --release && cargo run --example pictures` writes `assets/*.svg`.

#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a picture that cannot be drawn had better stop"
)]
#![cfg_attr(not(unix), expect(unused, reason = "the pictures are drawn on Unix"))]

use std::fmt::Write as _;
use std::io::{Read, Write as _};
use std::num::NonZero;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use portable_pty::{CommandBuilder, PtySize, native_pty_system};

const MILEPOST: &str = "target/release/milepost";
const TODAY: &str = "2026-11-24";

/// For how long the program says nothing when it has drawn all.
const SILENCE: Duration = Duration::from_millis(200);

/// A picture: its name, the terminal's columns and rows, the keys that lead to it, and words that are there then.
struct Shot {
    name: &'static str,
    size: (u16, u16),
    keys: &'static str,
    shows: &'static [&'static str],
}

const SHOTS: &[Shot] = &[
    Shot { name: "today", size: (80, 24), keys: "", shows: &["help"] },
    Shot { name: "map", size: (80, 24), keys: "2v", shows: &["BACKEND", "next"] },
    Shot { name: "road", size: (150, 46), keys: "2", shows: &["BACKEND", "nearer"] },
    Shot { name: "progress", size: (80, 24), keys: "5", shows: &["Learnt", "pane"] },
];

/// What the learner says to each question of a review: shows the answer, and remembered it.
const REMEMBERED: &str = "\n3\n";

/// What the learner did: the day, and the words of a command.
const WEEKS: &[(&str, &str)] = &[
    ("2026-10-12", "goal platform-engineer"),
    (
        "2026-10-12",
        "done --yes shell.basics git.basics git.collaboration data.structures net.tcp-ip http.basics",
    ),
    ("2026-10-15", "review"),
    ("2026-10-22", "review"),
    ("2026-10-27", "done --yes linux.processes linux.permissions net.dns net.tls"),
    ("2026-10-30", "review"),
    ("2026-11-06", "review"),
    ("2026-11-10", "done --yes shell.scripting linux.networking lang.python testing.unit"),
    ("2026-11-18", "log docker.images 45"),
    ("2026-11-19", "log docker.images 50"),
    ("2026-11-20", "log docker.images 45"),
    ("2026-11-20", "tick docker.images 1"),
    ("2026-11-23", "log docker.images 40"),
    ("2026-11-23", "plan"),
    ("2026-11-24", "log docker.images 20"),
];

fn main() {
    let home = tempfile::tempdir().unwrap();
    let run = |day: &str, words: &str| {
        let mut command = Command::new(MILEPOST);
        command.envs(folders(home.path()));
        command.args(["--today", day]).args(words.split(' '));
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::null()).spawn().unwrap();
        // Only a review listens, and not to more than it asks.
        let _ = child.stdin.take().unwrap().write_all(REMEMBERED.repeat(20).as_bytes());
        assert!(child.wait().unwrap().success(), "{words}");
    };
    WEEKS.iter().for_each(|(day, words)| run(day, words));
    std::fs::create_dir_all("assets").unwrap();
    run(TODAY, "export svg -o assets/stations.svg");
    for shot in SHOTS {
        let screen = screen(home.path(), shot);
        std::fs::write(format!("assets/{}.svg", shot.name), svg(screen.screen(), shot.size)).unwrap();
    }
}

fn folders(home: &Path) -> impl Iterator<Item = (String, std::path::PathBuf)> {
    let name = |folder: &str| format!("MILEPOST_{}_DIR", folder.to_uppercase());
    ["data", "config", "cache", "state"].map(|folder| (name(folder), home.join(folder))).into_iter()
}

/// The screen after the keys of a picture.
fn screen(home: &Path, shot: &Shot) -> vt100::Parser {
    let (cols, rows) = shot.size;
    let pair = native_pty_system().openpty(PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }).unwrap();
    let mut command = CommandBuilder::new(std::env::current_dir().unwrap().join(MILEPOST));
    folders(home).for_each(|(name, folder)| command.env(name, folder));
    command.env("TERM", "xterm-256color");
    command.env("LANG", "C.UTF-8");
    command.env_remove("NO_COLOR");
    command.args(["--today", TODAY]);
    let mut child = pair.slave.spawn_command(command).unwrap();
    drop(pair.slave);
    let mut reader = pair.master.try_clone_reader().unwrap();
    let mut keyboard = pair.master.take_writer().unwrap();
    write!(keyboard, "{}", shot.keys).unwrap();
    let mut parser = vt100::Parser::new(NonZero::new(rows).unwrap(), NonZero::new(cols).unwrap(), 0);
    let (send, output) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        let mut buffer = [0; 65536];
        while let Ok(count @ 1..) = reader.read(&mut buffer) {
            if send.send(buffer[..count].to_vec()).is_err() {
                break;
            }
        }
    });
    // A frame may come in pieces: it is whole when nothing follows.
    loop {
        match output.recv_timeout(SILENCE) {
            Ok(bytes) => parser.process(&bytes),
            Err(_) if shot.shows.iter().all(|words| parser.screen().contents().contains(words)) => break,
            Err(_) => {}
        }
    }
    write!(keyboard, "q").unwrap();
    child.wait().unwrap();
    parser
}

/// Cells of a picture, in pixels.
const CELL: (f32, f32) = (8.4, 18.0);

/// The screen as a picture, light on dark.
fn svg(screen: &vt100::Screen, (columns, rows): (u16, u16)) -> String {
    let (width, height) = (f32::from(columns) * CELL.0 + 24.0, f32::from(rows) * CELL.1 + 24.0);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" font-family=\"ui-monospace, \
         'DejaVu Sans Mono', Menlo, Consolas, monospace\" font-size=\"14\">\n<rect width=\"100%\" height=\"100%\" \
         rx=\"8\" fill=\"#16181d\"/>\n"
    );
    for row in 0..rows {
        for column in 0..columns {
            let Some(cell) = screen.cell(row, column).filter(|cell| cell.has_contents() || cell.inverse())
            else {
                continue;
            };
            draw(&mut out, cell, column, row);
        }
    }
    out + "</svg>\n"
}

fn draw(out: &mut String, cell: &vt100::Cell, column: u16, row: u16) {
    let (x, y) = (f32::from(column) * CELL.0 + 12.0, f32::from(row) * CELL.1 + 12.0);
    let accent = cell.fgcolor() != vt100::Color::Default;
    let ink = match (accent, cell.inverse(), cell.dim()) {
        (true, false, _) => "#d58cff",
        (_, true, _) => "#16181d",
        (_, _, true) => "#8b93a1",
        _ => "#e6e6e6",
    };
    if cell.inverse() {
        let (width, height) = (CELL.0 + 0.3, CELL.1);
        let _ = writeln!(
            out,
            "<rect x=\"{x:.1}\" y=\"{y}\" width=\"{width:.1}\" height=\"{height}\" fill=\"#e6e6e6\"/>"
        );
    }
    let text = cell.contents();
    if text.trim().is_empty() {
        return;
    }
    let text = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    let weight = if cell.bold() { " font-weight=\"bold\"" } else { "" };
    let _ = writeln!(out, "<text x=\"{x:.1}\" y=\"{:.1}\" fill=\"{ink}\"{weight}>{text}</text>", y + 14.0);
}
