//! `doctor`: terminal, folders, settings, roadmap and journal, and what to do about each finding.

use serde::Serialize;

use crate::app::{self, AppError, Checkup, Folder, FolderState, Host, Notice, Opened, Options};
use crate::cli::line::Line;
use crate::cli::look::Tone;
use crate::cli::output::{self, Console};
use crate::export::words;

/// Cells before the text beside a label.
const COLUMN: usize = 11;

/// Look at terminal, folders, settings, roadmap and journal
///
/// Each finding says what to do about it. It ends with 1 if something is wrong.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Move damaged lines of this device's journal aside
    #[arg(long)]
    fix: bool,
}

/// One thing that was looked at.
#[derive(Serialize)]
struct Finding {
    area: &'static str,
    ok: bool,
    message: String,
    help: Option<String>,
}

impl Finding {
    fn good(area: &'static str, message: impl Into<String>) -> Self {
        Self { area, ok: true, message: message.into(), help: None }
    }

    fn bad(area: &'static str, message: impl Into<String>, help: &str) -> Self {
        Self { area, ok: false, message: message.into(), help: Some(help.to_owned()) }
    }

    fn of(area: &'static str, error: &AppError) -> Self {
        Self { area, ok: false, message: error.message.clone(), help: error.hints.first().cloned() }
    }
}

pub(crate) fn run(args: &Args, options: &Options, console: &mut Console) -> Result<(), AppError> {
    if args.fix {
        fix(options, console)?;
    }
    let checkup = app::examine(options);
    let mut findings = vec![terminal()];
    findings.extend(folders(&checkup));
    findings.extend(settings(&checkup));
    findings.extend(opened(&checkup));
    if console.json {
        console.value(&findings)?;
    } else {
        findings.iter().for_each(|finding| say(console, finding));
    }
    match findings.iter().filter(|finding| !finding.ok).count() {
        0 => Ok(()),
        bad => Err(AppError::failed(format!("{} to look at", words::count(bad, "thing")))),
    }
}

fn say(console: &mut Console, finding: &Finding) {
    if finding.ok {
        console.labelled(COLUMN, finding.area, &finding.message);
        return;
    }
    for (i, line) in finding.message.lines().enumerate() {
        let start = Line::default().add(Tone::Wrong, if i == 0 { finding.area } else { "" });
        console.line(&start.to(COLUMN).plain(line));
    }
    if let Some(help) = &finding.help {
        console.line(&Line::indented(COLUMN).accent(help));
    }
}

fn terminal() -> Finding {
    let host = Host::look();
    let columns = host.columns.map_or_else(|| "none".to_owned(), |columns| format!("{columns} columns"));
    let letters = if host.ascii { "ASCII" } else { "UTF-8" };
    let screen = match (output::is_terminal(), host.dumb) {
        (_, true) => "too plain for the full screen",
        (true, false) => "fit for the full screen",
        (false, false) => "standard output goes elsewhere",
    };
    Finding::good("terminal", format!("{columns}, {letters}, {screen}"))
}

fn folders(checkup: &Checkup) -> Vec<Finding> {
    match &checkup.folders {
        Err(error) => vec![Finding::of("folders", error)],
        Ok(folders) => folders.iter().map(folder).collect(),
    }
}

fn folder(folder: &Folder) -> Finding {
    let path = folder.path.display().to_string();
    match &folder.state {
        FolderState::Closed(why) => {
            Finding::bad(folder.of, format!("{path} cannot be written: {why}"), &mend(folder.of))
        }
        FolderState::Full => {
            Finding::bad(folder.of, format!("no room left in {path}"), "free some space on that disk")
        }
        FolderState::Writable => Finding::good(folder.of, path),
        FolderState::Missing => Finding::good(folder.of, format!("{path} (not made yet)")),
    }
}

/// What to do about a folder that cannot be written.
fn mend(of: &str) -> String {
    let other = match of {
        "config" => "set MILEPOST_CONFIG_DIR to another folder",
        "cache" => "set MILEPOST_CACHE_DIR to another folder",
        "state" => "set MILEPOST_STATE_DIR to another folder",
        _ => "name another folder with --data-dir or MILEPOST_DATA_DIR",
    };
    format!("mend its permissions, or {other}")
}

fn settings(checkup: &Checkup) -> Vec<Finding> {
    let file = match &checkup.settings {
        Ok(file) if !file.exists => {
            let message = "no file, the defaults hold (milepost config init writes one)";
            return vec![Finding::good("settings", message)];
        }
        Ok(file) => file,
        Err(error) => return vec![Finding::of("settings", error)],
    };
    let mut findings = vec![Finding::good("settings", file.path.display().to_string())];
    findings.extend(file.left_out.iter().map(|notice| told("settings", notice)));
    findings
}

fn opened(checkup: &Checkup) -> Vec<Finding> {
    let opened = match &checkup.opened {
        Ok(opened) => opened,
        Err(error) => return vec![Finding::of("opening", error)],
    };
    let mut findings = vec![roadmap(opened), Finding::good("journal", words::count(opened.events, "event"))];
    if !opened.retired.is_empty() {
        let ids: Vec<&str> = opened.retired.iter().map(|id| id.as_str()).collect();
        let message = format!("kept for skills that the roadmap does not have: {}", ids.join(", "));
        findings.push(Finding::good("retired", message));
    }
    findings.extend(opened.notices.iter().filter_map(notice));
    findings
}

fn roadmap(opened: &Opened) -> Finding {
    if opened.skills == 0 {
        return Finding::bad(
            "roadmap",
            "it has no skills",
            "leave --no-shipped out, or load one with --roadmap PATH",
        );
    }
    let counts = [
        (opened.tracks, "track"),
        (opened.stages, "stage"),
        (opened.skills, "skill"),
        (opened.roles, "role"),
    ];
    Finding::good("roadmap", counts.map(|(count, one)| words::count(count, one)).join(", "))
}

fn notice(notice: &Notice) -> Option<Finding> {
    let area = match notice {
        // The settings have findings of their own.
        Notice::SettingsLeftOut { .. } | Notice::SettingLeftOut { .. } => return None,
        Notice::RoadmapLeftOut { .. } | Notice::RoadmapsUnread { .. } => "roadmap",
        Notice::GoalMissing { .. } => "goal",
        Notice::Journal(_) => "journal",
    };
    Some(told(area, notice))
}

fn told(area: &'static str, notice: &Notice) -> Finding {
    let message = notice.to_string();
    let message = message.trim_end_matches('.');
    match notice.advice() {
        Some(advice) => Finding::bad(area, message, advice),
        None => Finding::good(area, message),
    }
}

/// Moves damaged lines of this device's journal aside.
fn fix(options: &Options, console: &mut Console) -> Result<(), AppError> {
    match app::fix(options)? {
        0 => console.note("no line of this device's journal is damaged"),
        moved => console.note(format!(
            "{} moved aside",
            words::count(usize::try_from(moved).unwrap_or(usize::MAX), "damaged line")
        )),
    }
    Ok(())
}
