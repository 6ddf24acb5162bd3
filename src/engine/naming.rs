//! Which skill, choice or role a learner means by a few typed letters.

use crate::domain::{Node, Roadmap, RoleIx, StageIx, TrackIx};

/// What a typed name stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meant<T> {
    /// This one.
    One(T),
    /// One of these.
    Several(Vec<T>),
    /// None; these are the nearest, at most three.
    None(Vec<T>),
}

/// The skill or choice that `typed` names: by id, by alias, by title, or by a part of id or title that only one has.
pub fn node(roadmap: &Roadmap, typed: &str) -> Meant<Node> {
    let typed = typed.trim().to_lowercase();
    if let Some(node) = roadmap.names().node(&typed) {
        return Meant::One(node);
    }
    let skills = roadmap.skills().map(|(ix, skill)| Named {
        of: Node::Skill(ix),
        id: skill.id.as_str(),
        title: &skill.title,
        aliases: skill.aliases.iter().map(|alias| alias.as_str()).collect(),
    });
    let choices = roadmap.choices().map(|(ix, choice)| Named {
        of: Node::Choice(ix),
        id: choice.id.as_str(),
        title: &choice.title,
        aliases: Vec::new(),
    });
    among(&typed, &skills.chain(choices).collect::<Vec<_>>())
}

/// The role that `typed` names, by the same rules.
pub fn role(roadmap: &Roadmap, typed: &str) -> Meant<RoleIx> {
    let typed = typed.trim().to_lowercase();
    if let Some(role) = roadmap.names().role(&typed) {
        return Meant::One(role);
    }
    let roles = roadmap.roles().map(|(ix, role)| Named {
        of: ix,
        id: role.id.as_str(),
        title: &role.title,
        aliases: Vec::new(),
    });
    among(&typed, &roles.collect::<Vec<_>>())
}

/// The stage that `typed` names, by the same rules.
pub fn stage(roadmap: &Roadmap, typed: &str) -> Meant<StageIx> {
    let typed = typed.trim().to_lowercase();
    if let Some(stage) = roadmap.names().stage(&typed) {
        return Meant::One(stage);
    }
    let stages = roadmap.stages().map(|(ix, stage)| Named {
        of: ix,
        id: stage.id.as_str(),
        title: &stage.title,
        aliases: Vec::new(),
    });
    among(&typed, &stages.collect::<Vec<_>>())
}

/// The track that `typed` names, by the same rules.
pub fn track(roadmap: &Roadmap, typed: &str) -> Meant<TrackIx> {
    let typed = typed.trim().to_lowercase();
    if let Some(track) = roadmap.names().track(&typed) {
        return Meant::One(track);
    }
    let tracks = roadmap.tracks().map(|(ix, track)| Named {
        of: ix,
        id: track.id.as_str(),
        title: &track.title,
        aliases: Vec::new(),
    });
    among(&typed, &tracks.collect::<Vec<_>>())
}

struct Named<'a, T> {
    of: T,
    id: &'a str,
    title: &'a str,
    aliases: Vec<&'a str>,
}

fn among<T: Copy>(typed: &str, named: &[Named<'_, T>]) -> Meant<T> {
    let plain = |alias: &str| alias.trim_start_matches('=').to_lowercase();
    let by_name: Vec<T> = named
        .iter()
        .filter(|one| {
            one.title.to_lowercase() == typed || one.aliases.iter().any(|alias| plain(alias) == typed)
        })
        .map(|one| one.of)
        .collect();
    let by_part = || -> Vec<T> {
        let holds = |text: &str| !typed.is_empty() && text.to_lowercase().contains(typed);
        named.iter().filter(|one| holds(one.id) || holds(one.title)).map(|one| one.of).collect()
    };
    let found = if by_name.is_empty() { by_part() } else { by_name };
    match found.as_slice() {
        [] => Meant::None(nearest(typed, named)),
        [one] => Meant::One(*one),
        _ => Meant::Several(found),
    }
}

fn nearest<T: Copy>(typed: &str, named: &[Named<'_, T>]) -> Vec<T> {
    let distance = |one: &Named<'_, T>| {
        let id = strsim::damerau_levenshtein(typed, one.id);
        id.min(strsim::damerau_levenshtein(typed, &one.title.to_lowercase()))
    };
    let mut near: Vec<(usize, T)> = named.iter().map(|one| (distance(one), one.of)).collect();
    near.sort_by_key(|(distance, _)| *distance);
    let most = 2.max(typed.chars().count() / 2);
    near.into_iter().take_while(|(distance, _)| *distance <= most).take(3).map(|(_, of)| of).collect()
}

#[cfg(test)]
mod tests;
