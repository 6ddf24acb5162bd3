//! `list`: skills, a line each, or as a tree of tracks and stages.

use serde::Serialize;

use crate::app::{AppError, Session};
use crate::cli::columns::Columns;
use crate::cli::line::Line;
use crate::cli::look::Tone;
use crate::cli::output::Console;
use crate::cli::values::{figure, ids};
use crate::cli::{names, rows};
use crate::domain::{SkillIx, StageIx, Status, TrackIx};
use crate::engine::share::{self, Share};
use crate::engine::suggest::hours_left;
use crate::export::signs::FADING;
use crate::export::words;

/// Cells that a range of hours takes, with what parts it from the title.
const HOURS: usize = 10;

/// Cells that a title in the tree has at least, where there is room.
const TREE_TITLE: usize = 37;

/// Skills, a line each
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  milepost list --stage containers\n  milepost list --status ready,learning\n  milepost list --status fading\n  milepost list --track devops --tree"
)]
pub(crate) struct Args {
    /// Of this track alone
    #[arg(long, value_name = "TRACK")]
    track: Option<String>,
    /// Of this stage alone
    #[arg(long, value_name = "STAGE")]
    stage: Option<String>,
    /// With one of these statuses alone: locked, ready, learning, done, known, skipped, or fading: what was had and may be
    /// forgotten by now, which done and known list too
    #[arg(long, value_name = "STATUS", value_delimiter = ',', value_parser = asked)]
    status: Vec<Asked>,
    /// Under their tracks and stages
    #[arg(long)]
    tree: bool,
}

/// Where a learner may stand with the skills that are asked for.
#[derive(Clone, Copy, Debug)]
enum Asked {
    /// In this status, whether or not it fades.
    Status(Status),
    /// Had, and fading.
    Fading,
}

impl Asked {
    fn holds(self, session: &Session, skill: SkillIx) -> bool {
        match self {
            Self::Status(status) => session.standing().status(skill) == status,
            Self::Fading => session.fades(skill),
        }
    }
}

fn asked(typed: &str) -> Result<Asked, String> {
    if typed == FADING {
        return Ok(Asked::Fading);
    }
    let words: Vec<&str> = Status::ALL.iter().map(|status| status.word()).collect();
    let known = Status::ALL.into_iter().find(|status| status.word() == typed).map(Asked::Status);
    known.ok_or_else(|| format!("a status is one of {}, {FADING}", words.join(", ")))
}

#[derive(Serialize)]
struct Value {
    id: String,
    title: String,
    track: String,
    stage: String,
    level: &'static str,
    status: &'static str,
    fading: bool,
    hours: [f32; 2],
    hours_left: f64,
    requires: Vec<String>,
    opens: Vec<String>,
}

pub(crate) fn run(args: &Args, session: &Session, console: &mut Console) -> Result<(), AppError> {
    let roadmap = session.roadmap();
    let track = args.track.as_deref().map(|typed| names::track(roadmap, typed)).transpose()?;
    let stage = args.stage.as_deref().map(|typed| names::stage(roadmap, typed)).transpose()?;
    let wanted = |ix: SkillIx| {
        let told = roadmap.skill(ix);
        track.is_none_or(|track| roadmap.stage(told.stage).track == track)
            && stage.is_none_or(|stage| told.stage == stage)
            && (args.status.is_empty() || args.status.iter().any(|asked| asked.holds(session, ix)))
    };
    let skills: Vec<SkillIx> = roadmap.skills().map(|(ix, _)| ix).filter(|&ix| wanted(ix)).collect();
    if console.json {
        let values: Vec<Value> = skills.iter().map(|&ix| value(session, ix)).collect();
        return console.value(&values);
    }
    if skills.is_empty() {
        console.note("no skill is like that");
    } else if args.tree {
        say_tree(console, session, &skills);
    } else {
        say_flat(console, session, &skills);
    }
    Ok(())
}

fn say_flat(console: &mut Console, session: &Session, skills: &[SkillIx]) {
    let lead = rows::status_cells(console) + 1;
    let columns = Columns::of(&console.look, (lead, HOURS), 0, titles(session, skills));
    let end = columns.end.max(console.look.width.min(90));
    for &ix in skills {
        let told = session.roadmap().skill(ix);
        let line = rows::standing(console, Line::default(), session, ix).to(lead);
        let title = console.cut(&told.title, columns.title);
        let line = if columns.below {
            line.plain(title)
        } else {
            line.dim(&told.id).to(columns.end - columns.title - HOURS).plain(title)
        };
        console.line(&line.ending(end, Tone::Dim, hours(console, session, ix)));
        columns.below(told.id.as_str()).iter().for_each(|line| console.line(line));
    }
}

fn titles<'a>(session: &'a Session, skills: &'a [SkillIx]) -> impl Iterator<Item = (&'a str, &'a str)> {
    let told = skills.iter().map(|&ix| session.roadmap().skill(ix));
    told.map(|told| (told.title.as_str(), told.id.as_str()))
}

fn say_tree(console: &mut Console, session: &Session, skills: &[SkillIx]) {
    let roadmap = session.roadmap();
    let lead = 6 + rows::status_cells(console) + 1;
    let columns = Columns::of(&console.look, (lead, 0), TREE_TITLE, titles(session, skills));
    for (track, told) in roadmap.tracks() {
        let stages: Vec<StageIx> = roadmap
            .stages_of(track)
            .map(|(stage, _)| stage)
            .filter(|&stage| skills.iter().any(|&ix| roadmap.skill(ix).stage == stage))
            .collect();
        if stages.is_empty() {
            continue;
        }
        console.gap();
        console.line(&Line::default().strong(&told.title).plain("  ").dim(share_of(session, track)));
        for (i, &stage) in stages.iter().enumerate() {
            say_stage(console, session, (stage, i + 1 == stages.len()), skills, columns);
        }
    }
}

fn say_stage(
    console: &mut Console,
    session: &Session,
    (stage, is_last): (StageIx, bool),
    skills: &[SkillIx],
    columns: Columns,
) {
    let roadmap = session.roadmap();
    let (joins, trunks) = (console.look.joins(), console.look.trunks());
    let share = share::of_stage(roadmap, session.standing(), stage);
    let told = roadmap.stage(stage);
    let line = Line::default().dim(joins[usize::from(is_last)]).strong(&told.title);
    console.line(&line.plain("  ").dim(had_of(share)));
    let here: Vec<SkillIx> = skills.iter().copied().filter(|&ix| roadmap.skill(ix).stage == stage).collect();
    for (i, &ix) in here.iter().enumerate() {
        let (trunk, is_end) = (trunks[usize::from(is_last)], i + 1 == here.len());
        let line = Line::default().dim(trunk).dim(joins[usize::from(is_end)]);
        let line = rows::standing(console, line, session, ix);
        let told = roadmap.skill(ix);
        console.line(&columns.add(console, line, Tone::Plain, &told.title, told.id.as_str()));
        if columns.below {
            let line = Line::default().dim(trunk).dim(trunks[usize::from(is_end)]);
            console.line(&line.to(columns.lead).dim(&told.id));
        }
    }
}

fn share_of(session: &Session, track: TrackIx) -> String {
    had_of(share::of_track(session.roadmap(), session.standing(), track))
}

fn had_of(share: Share) -> String {
    format!("{} of {}{}", share.had, share.whole, words::skipped(share))
}

/// What a skill still takes; for one that is had, what it was estimated at.
fn hours(console: &Console, session: &Session, ix: SkillIx) -> String {
    let range = session.roadmap().skill(ix).hours;
    words::hour_range(range.low, range.high, console.look.dash())
}

fn value(session: &Session, ix: SkillIx) -> Value {
    let (roadmap, standing) = (session.roadmap(), session.standing());
    let told = roadmap.skill(ix);
    let mut opens: Vec<SkillIx> = roadmap.graph().opens(ix).collect();
    opens.sort_unstable();
    opens.dedup();
    Value {
        id: told.id.to_string(),
        title: told.title.to_string(),
        track: roadmap.track_of(ix).id.to_string(),
        stage: roadmap.stage_of(ix).id.to_string(),
        level: told.level.word(),
        status: standing.status(ix).word(),
        fading: session.fades(ix),
        hours: [told.hours.low, told.hours.high],
        hours_left: figure(hours_left(roadmap, standing, session.progress(), ix)),
        requires: told.requires.iter().map(|&node| roadmap.node_id(node).to_string()).collect(),
        opens: ids(roadmap, &opens),
    }
}
