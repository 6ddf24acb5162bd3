//! Roadmaps and journals drawn for tests.

use proptest::prelude::*;

use super::{
    Act, Choice, Clean, DeviceId, Event, EventId, Goal, Hours, Id, KnownBy, Later, Level, Mark, Need, Node,
    Outcome, Parts, Progress, Roadmap, Role, Skill, SkillIx, Stage, StageIx, Stamp, TextKey, Track, TrackIx,
};

/// An id, which the test knows to be one.
pub(crate) fn id(text: &str) -> Id {
    Id::parse(text).unwrap()
}

/// A skill of one stage: two outcomes, and hours that begin and end at the same figure.
pub(crate) fn skill(name: &str, hours: f32, requires: &[Node]) -> Skill {
    let outcome =
        |i: u32| Outcome { key: TextKey(i), text: Clean::line(&format!("I can do {name}, part {i}")) };
    Skill {
        id: id(name),
        was: vec![],
        title: Clean::line(&format!("Title of {name}")),
        stage: StageIx(0),
        hours: Hours { low: hours, high: hours },
        level: Level::Core,
        requires: requires.to_vec(),
        helps: vec![],
        aliases: vec![],
        outcomes: vec![outcome(0), outcome(1)],
        prompts: vec![],
        details: Later::default(),
    }
}

/// A choice of one option out of these.
pub(crate) fn choice(name: &str, options: &[u32]) -> Choice {
    let options = options.iter().map(|&i| SkillIx(i)).collect();
    Choice { id: id(name), title: Clean::line(name), stage: StageIx(0), pick: 1, options }
}

/// A role that asks for these nodes.
pub(crate) fn role(name: &str, needs: &[(Node, u8)]) -> Role {
    let needs = needs.iter().map(|&(node, weight)| Need { node, weight }).collect();
    Role { id: id(name), title: Clean::line(name), summary: Clean::default(), needs }
}

/// A roadmap of one track and as many stages as the skills name.
pub(crate) fn road(skills: Vec<Skill>, choices: Vec<Choice>, roles: Vec<Role>) -> Roadmap {
    let last = skills.iter().map(|skill| skill.stage).max().unwrap_or(StageIx(0));
    let track = Track { id: id("track"), title: Clean::fixed("Track"), order: 1, summary: Clean::default() };
    let stage = |i: u32| Stage {
        id: id(&format!("stage-{i}")),
        track: TrackIx(0),
        title: Clean::line(&format!("Stage {i}")),
        order: i as i32,
        summary: Clean::default(),
    };
    let stages = (0..=last.0).map(stage).collect();
    Roadmap::new(Parts { tracks: vec![track], stages, skills, choices, roles })
}

/// A skill as a node.
pub(crate) fn on(i: u32) -> Node {
    Node::Skill(SkillIx(i))
}

/// The stamp of the `seq`-th event of `device` 0 to 9 with this Lamport number.
pub(crate) fn stamp(device: u8, seq: u64, lamport: u64) -> Stamp {
    let device = DeviceId::parse(&format!("{device:026}")).unwrap();
    Stamp { lamport, event: EventId { device, seq } }
}

/// The event that `act` becomes on `device` 0 to 9, as its `seq`-th and with this Lamport number.
pub(crate) fn event(device: u8, seq: u64, lamport: u64, day: u32, act: Act) -> Event {
    let at = format!("2026-{:02}-{:02}T12:00:00+01:00", 1 + day / 28 % 12, 1 + day % 28).parse().unwrap();
    Event { stamp: stamp(device, seq, lamport), at, act, with: None }
}

/// What these acts of one device fold to, a day apart.
pub(crate) fn folded(acts: Vec<Act>) -> Progress {
    let mut progress = Progress::default();
    for (act, i) in acts.into_iter().zip(1..) {
        progress.apply(&event(0, i, i, i as u32, act));
    }
    progress
}

/// A status set on the `i`-th skill of a drawn roadmap.
pub(crate) fn mark(name: &str, mark: Mark) -> Act {
    Act::Mark { skill: id(name), mark }
}

/// Roadmaps of up to `most` skills `s0`, `s1`, … with some choices and roles. What a skill may require is
/// independent of its place in the road.
pub(crate) fn roads(most: usize) -> impl Strategy<Value = Roadmap> {
    (1..=most).prop_flat_map(|n| {
        let some = || prop::collection::btree_set(0..n, 0..3);
        let requires = prop::collection::vec(some(), n);
        let hours = prop::collection::vec(1_u32..40, n);
        let options = prop::collection::btree_set(0..n, 1..4);
        let choices = prop::collection::vec((options, 1_u32..3, some()), 0..3);
        let needs = prop::collection::btree_map(0..n + 2, 1_u8..=5, 1..4);
        let roles = prop::collection::vec(needs, 0..3);
        let order = Just((0..n).collect::<Vec<usize>>()).prop_shuffle();
        (requires, hours, choices, roles, order).prop_map(|(requires, hours, drawn, roles, order)| {
            let mut skills: Vec<Skill> = requires
                .iter()
                .enumerate()
                .map(|(i, requires)| {
                    let earlier = requires.iter().filter(|&&j| order[j] < order[i]).map(|&j| on(j as u32));
                    let requires: Vec<Node> = earlier.collect();
                    skill(&format!("s{i}"), hours[i] as f32 / 2.0, &requires)
                })
                .collect();
            let mut choices = Vec::new();
            for (c, (options, pick, wanted_by)) in drawn.into_iter().enumerate() {
                for i in wanted_by.into_iter().filter(|&i| options.iter().all(|&o| order[o] < order[i])) {
                    skills[i].requires.push(Node::Choice(super::ChoiceIx::new(c)));
                }
                let pick = pick.min(options.len() as u32);
                let options: Vec<u32> = options.into_iter().map(|i| i as u32).collect();
                choices.push(Choice { pick, ..choice(&format!("c{c}"), &options) });
            }
            let node = |at: usize| match at.checked_sub(skills.len()) {
                None => Some(on(at as u32)),
                Some(c) => (c < choices.len()).then(|| Node::Choice(super::ChoiceIx::new(c))),
            };
            let roles = roles.iter().enumerate().map(|(r, needs)| {
                let needs: Vec<(Node, u8)> =
                    needs.iter().filter_map(|(&at, &weight)| Some((node(at)?, weight))).collect();
                role(&format!("r{r}"), &needs)
            });
            let roles = roles.collect();
            road(skills, choices, roles)
        })
    })
}

/// Acts on the skills and choices of [`roads`], and on some that are not there.
pub(crate) fn acts() -> impl Strategy<Value = Act> {
    let some = || (0..9_usize).prop_map(|i| id(&format!("s{i}")));
    let choices = (0..3_usize).prop_map(|i| id(&format!("c{i}")));
    let key = || (0..3_u32).prop_map(TextKey);
    let text = || prop::sample::select(vec!["", "a", "b"]).prop_map(Clean::fixed);
    let day = || (0..60_i32).prop_map(|i| super::Day::parse("2026-03-01").unwrap().plus(i));
    let marks = prop::sample::select(vec![Mark::Start, Mark::Done, Mark::Skip, Mark::Reset]);
    let by = prop::sample::select(vec![KnownBy::Quiz, KnownBy::Scan, KnownBy::Import]);
    let goals = prop::option::of(prop_oneof![
        some().prop_map(Goal::Skill),
        (0..3_usize).prop_map(|i| Goal::Role(id(&format!("r{i}")))),
    ]);
    prop_oneof![
        4 => (some(), marks).prop_map(|(skill, mark)| Act::Mark { skill, mark }),
        3 => (some(), key(), any::<bool>()).prop_map(|(skill, outcome, on)| Act::Tick { skill, outcome, on }),
        3 => (some(), 1_u32..90, day(), prop::option::of(text()))
            .prop_map(|(skill, minutes, day, note)| Act::Study { skill, minutes, day, note }),
        1 => (some(), text()).prop_map(|(skill, text)| Act::Note { skill, text }),
        1 => (some(), text(), prop::option::of(text()))
            .prop_map(|(skill, to, title)| Act::Link { skill, to, title }),
        1 => (some(), text()).prop_map(|(skill, to)| Act::Unlink { skill, to }),
        1 => (some(), key(), 1_u8..=4).prop_map(|(skill, prompt, rating)| Act::Review { skill, prompt, rating }),
        1 => (some(), any::<bool>(), by).prop_map(|(skill, known, by)| Act::Place { skill, known, by }),
        1 => goals.prop_map(Act::Goal),
        2 => (choices, some()).prop_map(|(choice, skill)| Act::Pick { choice, skill }),
        1 => (some(), some(), any::<bool>()).prop_map(|(skill, over, on)| Act::Prefer { skill, over, on }),
    ]
}

/// A learner on a drawn roadmap: the roadmap, what was done, and a goal that may be of it.
pub(crate) fn learners(most: usize) -> impl Strategy<Value = (Roadmap, Progress)> {
    (roads(most), prop::collection::vec(acts(), 0..20)).prop_map(|(road, acts)| (road, folded(acts)))
}
