//! `config`: the settings file.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::app::{self, AppError, Options};
use crate::cli::line::Line;
use crate::cli::output::Console;
use crate::cli::values::figure;
use crate::domain::Away;

/// The settings: where they lie, what holds, a first file
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, clap::Subcommand)]
enum What {
    /// Where the settings file lies, or would lie
    Path,
    /// What holds, as a settings file
    Show,
    /// Write a first settings file that holds every default
    Init,
}

#[derive(Serialize)]
struct PathValue {
    path: String,
}

#[derive(Serialize)]
struct Value<'a> {
    path: String,
    exists: bool,
    week: [u32; 7],
    away: Vec<AwayValue>,
    retention: f64,
    cap: u32,
    work: u32,
    rest: u32,
    theme: &'static str,
    ascii: bool,
    mouse: bool,
    keys: &'a BTreeMap<String, Vec<String>>,
}

#[derive(Serialize)]
struct AwayValue {
    from: String,
    to: String,
}

pub(crate) fn run(args: &Args, options: &Options, console: &mut Console) -> Result<(), AppError> {
    match args.what {
        What::Path => say_path(&app::settings_path(options)?, console),
        What::Init => say_path(&app::init_settings(options)?, console),
        What::Show => show(options, console),
    }
}

impl AwayValue {
    fn of(away: &Away) -> Self {
        Self { from: away.from.to_string(), to: away.to.to_string() }
    }
}

fn say_path(path: &std::path::Path, console: &mut Console) -> Result<(), AppError> {
    let path = path.display().to_string();
    if console.json {
        return console.value(&PathValue { path });
    }
    console.line(&Line::default().plain(path));
    Ok(())
}

fn show(options: &Options, console: &mut Console) -> Result<(), AppError> {
    let file = app::settings_file(options)?;
    file.left_out.iter().for_each(|notice| console.note(notice));
    if console.json {
        let settings = &file.settings;
        return console.value(&Value {
            path: file.path.display().to_string(),
            exists: file.exists,
            week: settings.week,
            away: settings.away.iter().map(AwayValue::of).collect(),
            retention: figure(f64::from(settings.review.retention)),
            cap: settings.review.cap,
            work: settings.timer.work,
            rest: settings.timer.rest,
            theme: settings.look.theme.word(),
            ascii: settings.look.ascii,
            mouse: settings.look.mouse,
            keys: &settings.keys,
        });
    }
    if !file.exists {
        console.note("there is no settings file, these are the defaults; milepost config init writes one");
    }
    file.text().lines().for_each(|line| console.line(&Line::default().plain(line)));
    Ok(())
}
