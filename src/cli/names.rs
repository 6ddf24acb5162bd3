//! A typed name as the skill, choice, goal, stage or track that it stands for, or an error that lists what it could be.

use crate::app::AppError;
use crate::domain::{ChoiceIx, DeviceId, Event, EventId, Goal, Node, Roadmap, SkillIx, StageIx, TrackIx};
use crate::engine::naming::{self, Meant};

/// The skill that was typed.
///
/// # Errors
/// Lists the skills that it could be, or names the nearest.
pub(crate) fn skill(roadmap: &Roadmap, typed: &str) -> Result<SkillIx, AppError> {
    let skills = |nodes: Vec<Node>| -> Vec<SkillIx> {
        nodes
            .into_iter()
            .filter_map(|node| if let Node::Skill(ix) = node { Some(ix) } else { None })
            .collect()
    };
    let meant = match naming::node(roadmap, typed) {
        Meant::One(Node::Skill(ix)) => return Ok(ix),
        Meant::One(Node::Choice(ix)) => return Err(is_choice(roadmap, ix)),
        Meant::Several(nodes) => narrowed(skills(nodes)),
        Meant::None(nodes) => Meant::None(skills(nodes)),
    };
    one(meant, "skill", typed, |&ix| row(roadmap, Node::Skill(ix)))
}

/// The event that was typed: its number on this device, or another device's name or the beginning of it, a colon and
/// the number there.
///
/// # Errors
/// Names the way to see them all.
pub(crate) fn event(history: &[(Event, bool)], own: DeviceId, typed: &str) -> Result<EventId, AppError> {
    let (device, seq) = match typed.rsplit_once(':') {
        Some((device, seq)) => (Some(device.to_ascii_uppercase()), seq),
        None => (None, typed),
    };
    let is_meant = |id: EventId| {
        let on_device = match &device {
            Some(device) => id.device.to_string().starts_with(device.as_str()),
            None => id.device == own,
        };
        on_device && seq.parse() == Ok(id.seq)
    };
    let facts = history.iter().filter(|(event, _)| !event.act.is_correction());
    let mut meant = facts.map(|(event, _)| event.id()).filter(|&id| is_meant(id));
    let error = match (meant.next(), meant.next()) {
        (Some(id), None) => return Ok(id),
        (Some(_), Some(_)) => AppError::usage(format!("`{typed}` could be an event of several devices")),
        (None, _) => AppError::usage(format!("there is no event `{typed}`")),
    };
    Err(error.hint("milepost history names each event"))
}

/// The skill or choice that was typed.
///
/// # Errors
/// Lists what it could be, or names the nearest.
pub(crate) fn node(roadmap: &Roadmap, typed: &str) -> Result<Node, AppError> {
    one(naming::node(roadmap, typed), "skill", typed, |&node| row(roadmap, node))
}

/// The choice that was typed.
///
/// # Errors
/// Lists the choices that it could be, or all of them.
pub(crate) fn choice(roadmap: &Roadmap, typed: &str) -> Result<ChoiceIx, AppError> {
    let choices = |nodes: Vec<Node>| -> Vec<ChoiceIx> {
        nodes
            .into_iter()
            .filter_map(|node| if let Node::Choice(ix) = node { Some(ix) } else { None })
            .collect()
    };
    let meant = match naming::node(roadmap, typed) {
        Meant::One(Node::Choice(ix)) => return Ok(ix),
        Meant::One(Node::Skill(_)) => Meant::None(Vec::new()),
        Meant::Several(nodes) => narrowed(choices(nodes)),
        Meant::None(nodes) => Meant::None(choices(nodes)),
    };
    one(meant, "choice", typed, |&ix| row(roadmap, Node::Choice(ix)))
        .map_err(|error| error.hint("milepost pick lists the choices"))
}

/// The goal that was typed: a role or a skill.
///
/// # Errors
/// Lists the roles and skills that it could be, or names the nearest.
pub(crate) fn goal(roadmap: &Roadmap, typed: &str) -> Result<Goal, AppError> {
    let nodes = naming::node(roadmap, typed);
    let roles = naming::role(roadmap, typed);
    let role_goal = |ix| Goal::Role(roadmap.role(ix).id.clone());
    let skill_goal = |node| match node {
        Node::Skill(ix) => Some(Goal::Skill(roadmap.skill(ix).id.clone())),
        Node::Choice(_) => None,
    };
    let exact = |id: &str| id == typed;
    if let Meant::One(ix) = roles
        && (exact(roadmap.role(ix).id.as_str()) || matches!(nodes, Meant::None(_)))
    {
        return Ok(role_goal(ix));
    }
    if let Meant::One(Node::Skill(ix)) = nodes
        && exact(roadmap.skill(ix).id.as_str())
    {
        return Ok(Goal::Skill(roadmap.skill(ix).id.clone()));
    }
    if let Meant::One(Node::Choice(ix)) = nodes
        && matches!(roles, Meant::None(_))
    {
        return Err(is_choice(roadmap, ix));
    }
    let (found_nodes, near_nodes) = parted(nodes);
    let (found_roles, near_roles) = parted(roles);
    let both = |roles: Vec<_>, nodes: Vec<Node>| -> Vec<Goal> {
        roles.into_iter().map(role_goal).chain(nodes.into_iter().filter_map(skill_goal)).collect()
    };
    let found = both(found_roles, found_nodes);
    let meant = if found.is_empty() { Meant::None(both(near_roles, near_nodes)) } else { narrowed(found) };
    one(meant, "role or skill", typed, |goal| goal_row(roadmap, goal))
        .map_err(|error| error.hint("milepost roles lists the roles"))
}

/// The stage that was typed.
///
/// # Errors
/// Lists the stages that it could be, or names the nearest.
pub(crate) fn stage(roadmap: &Roadmap, typed: &str) -> Result<StageIx, AppError> {
    one(naming::stage(roadmap, typed), "stage", typed, |&ix| {
        let stage = roadmap.stage(ix);
        (stage.id.to_string(), stage.title.to_string())
    })
    .map_err(|error| or_hint(error, || "milepost stats lists the stages".to_owned()))
}

/// The track that was typed.
///
/// # Errors
/// Lists the tracks that it could be, or names the nearest.
pub(crate) fn track(roadmap: &Roadmap, typed: &str) -> Result<TrackIx, AppError> {
    one(naming::track(roadmap, typed), "track", typed, |&ix| {
        let track = roadmap.track(ix);
        (track.id.to_string(), track.title.to_string())
    })
    .map_err(|error| {
        let ids = || roadmap.tracks().map(|(_, track)| track.id.as_str()).collect::<Vec<_>>().join(", ");
        or_hint(error, || format!("the tracks: {}", ids()))
    })
}

/// An error that names nothing near with this hint.
fn or_hint(error: AppError, hint: impl Fn() -> String) -> AppError {
    if error.hints.is_empty() { error.hint(hint()) } else { error }
}

fn narrowed<T>(mut found: Vec<T>) -> Meant<T> {
    match found.len() {
        0 => Meant::None(found),
        1 => found.pop().map_or(Meant::None(Vec::new()), Meant::One),
        _ => Meant::Several(found),
    }
}

/// What was found, and what is near.
fn parted<T>(meant: Meant<T>) -> (Vec<T>, Vec<T>) {
    match meant {
        Meant::One(one) => (vec![one], Vec::new()),
        Meant::Several(found) => (found, Vec::new()),
        Meant::None(near) => (Vec::new(), near),
    }
}

fn row(roadmap: &Roadmap, node: Node) -> (String, String) {
    (roadmap.node_id(node).to_string(), roadmap.node_title(node).to_string())
}

fn goal_row(roadmap: &Roadmap, goal: &Goal) -> (String, String) {
    let (Goal::Role(id) | Goal::Skill(id)) = goal;
    (id.to_string(), crate::export::words::goal_title(roadmap, goal).to_string())
}

fn is_choice(roadmap: &Roadmap, ix: ChoiceIx) -> AppError {
    let choice = roadmap.choice(ix);
    let options: Vec<&str> = choice.options.iter().map(|&option| roadmap.skill(option).id.as_str()).collect();
    AppError::usage(format!("{} is a choice, not a skill", choice.id))
        .hint(format!("name one of its options: {}", options.join(", ")))
}

fn one<T>(
    meant: Meant<T>,
    wanted: &str,
    typed: &str,
    row: impl Fn(&T) -> (String, String),
) -> Result<T, AppError> {
    match meant {
        Meant::One(one) => Ok(one),
        Meant::Several(found) => {
            let rows: Vec<(String, String)> = found.iter().map(row).collect();
            let widest = rows.iter().map(|(id, _)| id.len()).max().unwrap_or(0);
            let rows: Vec<String> =
                rows.iter().map(|(id, title)| format!("\n  {id:<widest$}  {title}")).collect();
            Err(AppError::usage(format!("\"{typed}\" could be any of these:{}", rows.concat()))
                .hint("name one by its id"))
        }
        Meant::None(near) if near.is_empty() => {
            let error = AppError::usage(format!("there is no {wanted} \"{typed}\""));
            Err(if wanted == "skill" {
                error.hint(format!("milepost search {}", quoted(typed)))
            } else {
                error
            })
        }
        Meant::None(near) => {
            let near: Vec<String> = near.iter().map(|one| row(one).0).collect();
            Err(AppError::usage(format!("there is no {wanted} \"{typed}\""))
                .hint(format!("did you mean {}?", near.join(" or "))))
        }
    }
}

/// A word as a shell takes it.
fn quoted(word: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_');
    if !word.is_empty() && word.chars().all(plain) { word.to_owned() } else { format!("\"{word}\"") }
}
