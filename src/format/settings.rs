//! The learner's settings: `config.toml` to values, each bad one named with its line while the sound ones hold.

use std::ops::RangeInclusive;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::settings_text::DAYS;
use crate::domain::{Away, Clean, Day, Settings, ThemeName};

/// The most minutes a day has.
const DAY_MINUTES: u32 = 24 * 60;

/// The retentions that may be wanted: below, most is forgotten before it is asked, above, one does little else.
const RETENTIONS: RangeInclusive<f32> = 0.7..=0.97;

/// The most skills that a day may ask.
const MOST_REVIEWS: u32 = 1000;

/// What a settings file came to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Read {
    /// What holds: every sound value, and the defaults for the rest.
    pub settings: Settings,
    /// What does not hold, in the order of the file.
    pub faults: Vec<SettingsFault>,
}

/// A value that does not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettingsFault {
    /// Its line, from 1.
    pub line: usize,
    /// What is wrong with it.
    pub message: Clean,
}

/// Reads `config.toml`.
pub fn parse(text: &str) -> Read {
    let (table, errors) = DeTable::parse_recoverable(text);
    let mut reader = Reader { text, read: Read::default() };
    for error in errors {
        reader.fault(error.span().map_or(0, |span| span.start), error.message());
    }
    for (name, value) in table.get_ref() {
        match name.get_ref().as_ref() {
            "week" => reader.each("week", value, Reader::day),
            "away" => reader.all_away(value),
            "review" => reader.each("review", value, Reader::review),
            "timer" => reader.each("timer", value, Reader::timer),
            "look" => reader.each("look", value, Reader::look),
            "keys" => reader.each("keys", value, Reader::key),
            other => {
                let message = format!(
                    "there is no `{other}`; settings are [week], [[away]], [review], [timer], [look] and [keys]"
                );
                reader.fault(name.span().start, &message);
            }
        }
    }
    reader.read.faults.sort_by_key(|fault| fault.line);
    // What a line of broken TOML was taken for is no second fault.
    reader.read.faults.dedup_by_key(|fault| fault.line);
    reader.read
}

type Name<'t> = Spanned<std::borrow::Cow<'t, str>>;

struct Reader<'t> {
    text: &'t str,
    read: Read,
}

impl Reader<'_> {
    fn fault(&mut self, byte: usize, message: &str) {
        let before = &self.text.as_bytes()[..byte.min(self.text.len())];
        let line = 1 + before.iter().filter(|&&byte| byte == b'\n').count();
        self.read.faults.push(SettingsFault { line, message: Clean::line(message) });
    }

    /// Reads each entry of a table.
    fn each(
        &mut self,
        table: &str,
        value: &Spanned<DeValue<'_>>,
        read: impl Fn(&mut Self, &str, &DeValue<'_>) -> Result<(), String>,
    ) {
        let Some(entries) = value.get_ref().as_table() else {
            return self.fault(value.span().start, &format!("`{table}` is a table: [{table}]"));
        };
        for (name, value) in entries {
            let name: &Name<'_> = name;
            if let Err(message) = read(self, name.get_ref(), value.get_ref()) {
                self.fault(name.span().start, &message);
            }
        }
    }

    fn day(&mut self, name: &str, value: &DeValue<'_>) -> Result<(), String> {
        let Some(day) = DAYS.iter().position(|day| *day == name) else {
            return Err(format!("[week] has no `{name}`; its days are {}", DAYS.join(", ")));
        };
        match whole(value).filter(|&minutes| minutes <= DAY_MINUTES) {
            Some(minutes) => self.read.settings.week[day] = minutes,
            None => return Err(format!("[week] {name}: minutes are a whole number from 0 to {DAY_MINUTES}")),
        }
        Ok(())
    }

    /// Reads `[[away]]`: each entry has `from` and `to`, or `on`.
    fn all_away(&mut self, value: &Spanned<DeValue<'_>>) {
        let Some(entries) = value.get_ref().as_array() else {
            return self.fault(value.span().start, "`away` is a list: [[away]] with from and to, or on");
        };
        for entry in entries.iter() {
            match entry.get_ref().as_table() {
                Some(table) => self.away(entry.span().start, table),
                None => self.fault(entry.span().start, "[[away]] has from and to, or on"),
            }
        }
    }

    /// Reads one entry of `[[away]]`, which begins at `start`.
    fn away(&mut self, start: usize, table: &DeTable<'_>) {
        let mut days = [None; 3];
        for (name, value) in table {
            let at = value.span().start;
            let Some(place) = ["from", "to", "on"].iter().position(|known| *known == name.get_ref()) else {
                let message = format!("[[away]] has no `{}`; it has from and to, or on", name.get_ref());
                return self.fault(name.span().start, &message);
            };
            let Some(day) = date(value.get_ref()) else {
                return self.fault(at, &format!("[[away]] {} is a date, as in 2026-12-24", name.get_ref()));
            };
            days[place] = Some((day, at));
        }
        match days {
            [Some((from, _)), Some((to, at)), None] if to < from => {
                let message = format!("[[away]] to is {to}, before from ({from}); change them round");
                self.fault(at, &message);
            }
            [Some((from, _)), Some((to, _)), None] => self.read.settings.away.push(Away { from, to }),
            [None, None, Some((on, _))] => self.read.settings.away.push(Away { from: on, to: on }),
            [Some(_), None, None] => self.fault(start, "[[away]] lacks `to`; for a single day write on"),
            [None, Some(_), None] => self.fault(start, "[[away]] lacks `from`; for a single day write on"),
            _ => self.fault(start, "[[away]] has from and to, or on, and not both"),
        }
    }

    fn review(&mut self, name: &str, value: &DeValue<'_>) -> Result<(), String> {
        let review = &mut self.read.settings.review;
        match name {
            "retention" => {
                let wanted = value.as_float().and_then(|number| number.as_str().parse::<f32>().ok());
                review.retention = wanted.filter(|wanted| RETENTIONS.contains(wanted)).ok_or_else(|| {
                    let (least, most) = RETENTIONS.into_inner();
                    format!("[review] retention is a share from {least} to {most}")
                })?;
            }
            "cap" => {
                let most = whole(value).filter(|most| (1..=MOST_REVIEWS).contains(most));
                review.cap = most.ok_or_else(|| {
                    format!("[review] cap is a whole number of skills a day, from 1 to {MOST_REVIEWS}")
                })?;
            }
            _ => return Err(format!("[review] has no `{name}`; it has retention and cap")),
        }
        Ok(())
    }

    fn timer(&mut self, name: &str, value: &DeValue<'_>) -> Result<(), String> {
        let timer = &mut self.read.settings.timer;
        let field = match name {
            "work" => &mut timer.work,
            "rest" => &mut timer.rest,
            _ => return Err(format!("[timer] has no `{name}`; it has work and rest")),
        };
        let minutes = whole(value).filter(|minutes| *minutes <= DAY_MINUTES);
        *field =
            minutes.ok_or_else(|| format!("[timer] {name} is a whole number of minutes, up to a day"))?;
        Ok(())
    }

    fn look(&mut self, name: &str, value: &DeValue<'_>) -> Result<(), String> {
        let look = &mut self.read.settings.look;
        let switch = || value.as_bool().ok_or_else(|| format!("[look] {name} is true or false"));
        match name {
            "theme" => {
                let known = value
                    .as_str()
                    .and_then(|word| ThemeName::ALL.into_iter().find(|theme| theme.word() == word));
                let words = ThemeName::ALL.map(ThemeName::word).join(", ");
                look.theme = known.ok_or_else(|| format!("[look] theme is one of {words}, in quotes"))?;
            }
            "ascii" => look.ascii = switch()?,
            "mouse" => look.mouse = switch()?,
            _ => return Err(format!("[look] has no `{name}`; it has theme, ascii and mouse")),
        }
        Ok(())
    }

    fn key(&mut self, action: &str, value: &DeValue<'_>) -> Result<(), String> {
        let one = value.as_str().map(|key| vec![key.to_owned()]);
        let more = || {
            let keys = value.as_array()?.iter();
            keys.map(|key| key.get_ref().as_str().map(str::to_owned)).collect::<Option<Vec<_>>>()
        };
        let keys = one.or_else(more);
        let keys =
            keys.ok_or_else(|| format!("[keys] {action} is a key in quotes, or a list of such keys"))?;
        self.read.settings.keys.insert(action.to_owned(), keys);
        Ok(())
    }
}

/// A whole number that is not negative.
fn whole(value: &DeValue<'_>) -> Option<u32> {
    let number = value.as_integer()?;
    u32::from_str_radix(number.as_str(), number.radix()).ok()
}

/// A date as TOML has it, or in quotes.
fn date(value: &DeValue<'_>) -> Option<Day> {
    match (value.as_datetime(), value.as_str()) {
        (Some(date), _) => Day::parse(&date.to_string()),
        (None, Some(text)) => Day::parse(text),
        (None, None) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(text: &str) -> Vec<String> {
        parse(text).faults.iter().map(|fault| format!("{}: {}", fault.line, fault.message)).collect()
    }

    #[test]
    fn what_is_left_out_keeps_its_default() {
        let read = parse("[week]\nsat = 90\n[keys]\nquit = \"Q\"\nfind = [\"/\", \"ctrl-f\"]\n");
        assert_eq!(read.faults, []);
        assert_eq!(read.settings.week, [45, 45, 45, 45, 45, 90, 0]);
        assert_eq!(read.settings.keys["quit"], ["Q"]);
        assert_eq!(read.settings.keys["find"].len(), 2);
        assert_eq!(parse(""), Read::default());
    }

    #[test]
    fn every_bad_value_is_named_with_its_line_and_the_sound_ones_hold() {
        let text = "\
[week]
mon = 2000
tue = \"an hour\"
wed = 30
funday = 3

[look]
theme = \"pink\"
ascii = true
mouse = 1
colour = 2

[keys]
quit = 7
find = \"f\"

[plan]
weeks = 3
";
        let read = parse(text);
        assert_eq!(read.settings.week, [45, 45, 30, 45, 45, 0, 0]);
        assert!(read.settings.look.ascii && read.settings.look.mouse);
        assert_eq!(read.settings.keys.len(), 1);
        let lines: Vec<usize> = read.faults.iter().map(|fault| fault.line).collect();
        assert_eq!(lines, [2, 3, 5, 8, 10, 11, 14, 17], "{:?}", read.faults);
        assert_eq!(faults("week = 3\n"), ["1: `week` is a table: [week]"]);
    }

    #[test]
    fn reviews_have_a_retention_and_a_cap_within_bounds() {
        let read = parse("[review]\nretention = 0.85\ncap = 12\n");
        assert_eq!(read.faults, []);
        assert_eq!((read.settings.review.retention, read.settings.review.cap), (0.85, 12));
        for text in
            ["retention = 0.5", "retention = 1.0", "retention = \"much\"", "cap = 0", "cap = 1.5", "most = 3"]
        {
            let read = parse(&format!("[review]\n{text}\n"));
            assert_eq!(read.faults.len(), 1, "{text}");
            assert_eq!(read.settings, Settings::default(), "{text}");
        }
    }

    #[test]
    fn days_away_are_a_range_or_a_single_day_with_or_without_quotes() {
        let read = parse("[[away]]\nfrom = 2026-12-24\nto = \"2026-12-27\"\n[[away]]\non = 2027-01-06\n");
        let day = |text| Day::parse(text).unwrap();
        let away = |from, to| Away { from: day(from), to: day(to) };
        assert_eq!(read.faults, []);
        let both = [away("2026-12-24", "2026-12-27"), away("2027-01-06", "2027-01-06")];
        assert_eq!(read.settings.away, both);
    }

    #[test]
    fn days_away_that_are_none_are_named_with_their_line_and_the_sound_ones_hold() {
        let text = "\
[[away]]
from = 2026-12-27
to = 2026-12-24

[[away]]
from = 2026-12-24

[[away]]
on = 2026-02-29

[[away]]
on = \"soon\"

[[away]]
from = 2026-12-24
to = 2026-12-25T08:00:00

[[away]]
on = 2026-12-24
to = 2026-12-25

[[away]]
until = 2026-12-25

[[away]]
on = 2026-12-31

[[away]]
";
        let lines: Vec<usize> = parse(text).faults.iter().map(|fault| fault.line).collect();
        assert_eq!(lines, [3, 5, 9, 12, 16, 18, 23, 28], "{:?}", parse(text).faults);
        let only = Day::parse("2026-12-31").unwrap();
        assert_eq!(parse(text).settings.away, [Away { from: only, to: only }]);
        assert!(faults(text)[0].contains("2026-12-24, before from (2026-12-27)"), "{:?}", faults(text));
        assert_eq!(faults("away = 3\n").len(), 1);
        assert_eq!(faults("away = [3]\n").len(), 1);
    }

    #[test]
    fn a_value_that_is_no_toml_leaves_the_others_and_errors_are_clean() {
        let read = parse("[week]\nmon = 90\n[look]\ntheme = dark\n[keys]\nquit = \"Q\"\n");
        assert_eq!(read.settings.week[0], 90);
        assert_eq!(read.settings.keys["quit"], ["Q"]);
        assert!(
            !read.faults.is_empty() && read.faults.iter().all(|fault| fault.line == 4),
            "{:?}",
            read.faults
        );
        let said = faults("[look]\ntheme = \"\u{9b}31m\"\n[\"\u{9b}\"]\n");
        assert!(!said.is_empty() && !said.concat().contains('\u{9b}'), "{said:?}");
    }
}
