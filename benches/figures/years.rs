//! Five years of a learner of the shipped road, as the journals of two devices.

use std::fmt::Write as _;

use chrono::{Datelike, Days, NaiveDate};
use milepost::domain::Skill;
use milepost::format::shipped::shipped;

/// The devices, one for the working days and one for the weekend.
pub const DEVICES: [&str; 2] = ["01JBENCHBENCHBENCHBENCHBEA", "01JBENCHBENCHBENCHBENCHBEB"];

/// Days of the five years, from the first of November 2021 on.
const DAYS: u64 = 5 * 365;

/// The journal of each device, one event a line, and how many events both have.
///
/// A working day has one to three sessions, some with a note, four to nine reviews, and now and then a tick or a link; a
/// Saturday in three has a long session. Two weeks in August and one at the end of the year are free. The road is
/// walked from end to end, a skill in about eight days. All of it is fixed: no chance is in it.
pub fn journals() -> ([String; 2], u64) {
    let road = shipped();
    let skills: Vec<&Skill> = road.graph().order().iter().map(|&ix| road.skill(ix)).collect();
    let mut log = Log { texts: DEVICES.map(header), counts: [0; 2] };
    let first = NaiveDate::from_ymd_opt(2021, 11, 1).unwrap();
    log.add(0, first, r#""do":"goal","role":"platform-engineer""#);
    let mut last = 0;
    for at in 0..DAYS {
        let day = first + Days::new(at);
        let here = (at * skills.len() as u64 / DAYS) as usize;
        let device = usize::from(day.weekday().number_from_monday() > 5);
        if here != last {
            log.add(device, day, &format!(r#""do":"done","skill":"{}""#, skills[last].id));
            log.add(device, day, &format!(r#""do":"start","skill":"{}""#, skills[here].id));
            last = here;
        }
        let is_free = (day.month() == 8 && day.day() < 15) || (day.month() == 12 && day.day() > 24);
        if !is_free && (device == 0 || at % 21 == 5) {
            a_day(&mut log, (device, day, at), &skills, here);
        }
    }
    (log.texts, log.counts.iter().sum())
}

fn a_day(log: &mut Log, (device, day, at): (usize, NaiveDate, u64), skills: &[&Skill], here: usize) {
    let id = &skills[here].id;
    for session in 0..=at % 3 {
        let note = if session == 0 && at % 4 == 0 { r#","note":"Read, then tried it out""# } else { "" };
        let minutes = 15 + 10 * (at % 4);
        log.add(
            device,
            day,
            &format!(r#""do":"study","skill":"{id}","minutes":{minutes},"day":"{day}"{note}"#),
        );
    }
    if let Some(outcome) = skills[here].outcomes.get((at % 8) as usize) {
        log.add(device, day, &format!(r#""do":"tick","skill":"{id}","outcome":"{}""#, outcome.key));
    }
    for review in 0..4 + at % 6 {
        let skill = skills[(at * 7 + review * 13) as usize % (here + 1)];
        let rating = 1 + (at + review) % 4;
        if let Some(prompt) = skill.prompts.first() {
            let (id, key) = (&skill.id, crc32fast::hash(prompt.ask.as_bytes()));
            log.add(
                device,
                day,
                &format!(r#""do":"review","skill":"{id}","prompt":"{key:08x}","rating":{rating}"#),
            );
        }
    }
    if at % 10 == 0 {
        log.add(device, day, &format!(r#""do":"link","skill":"{id}","to":"https://git.example/{at}""#));
        log.add(device, day, &format!(r#""do":"note","skill":"{id}","text":"What I found on {day}""#));
    }
}

struct Log {
    texts: [String; 2],
    counts: [u64; 2],
}

impl Log {
    fn add(&mut self, device: usize, day: NaiveDate, act: &str) {
        self.counts[device] += 1;
        let (s, l) = (self.counts[device], self.counts.iter().sum::<u64>());
        framed(&mut self.texts[device], &format!(r#"{{"s":{s},"l":{l},"at":"{day}T20:00:00+01:00",{act}}}"#));
    }
}

fn header(device: &str) -> String {
    let mut text = String::new();
    framed(
        &mut text,
        &format!(r#"{{"v":1,"do":"header","device":"{device}","made":"2021-11-01T08:00:00Z"}}"#),
    );
    text
}

fn framed(text: &mut String, json: &str) {
    writeln!(text, "{:08x} {json}", crc32fast::hash(json.as_bytes())).unwrap();
}
