//! Settings as text: the first `config.toml`, and what holds now.

use std::fmt::Write;

use crate::domain::{Away, Settings};

/// The names of the days in `[week]`, Monday first.
pub const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// A first settings file: every default, each with what it is for.
pub const FIRST: &str = r#"# Settings of milepost. A line that is taken out falls back to its default.

# Minutes for study on each day; a day of 0 is a day of rest and breaks no streak.
[week]
mon = 45
tue = 45
wed = 45
thu = 45
fri = 45
sat = 0
sun = 0

# Days away, as many as there are: the plan leaves them free and they break no streak.
# [[away]]
# from = 2026-12-24
# to = 2026-12-27
#
# [[away]]
# on = 2027-01-06

# When what was learnt is asked again.
[review]
retention = 0.9    # ask when the recall has sunk to this, from 0.7 to 0.97; more asks more often
cap = 20           # the most skills that a day asks; the rest waits without a word of blame

# Rounds to study in by the clock, such as 25 minutes of work and 5 of rest.
[timer]
work = 0           # minutes; with 0 the clock just runs
rest = 0

# How the full screen looks.
[look]
theme = "auto"     # auto (the terminal's own colours), dark, light, mono
ascii = false      # draw with ASCII alone
mouse = true       # shift still selects text in most terminals

# Keys by action, over the default ones: `?` on the screen lists the actions.
[keys]
# quit = "q"
# find = ["/", "ctrl-f"]
"#;

/// The settings as a file that reads back as the same settings.
pub fn text(settings: &Settings) -> String {
    let mut text = String::from("[week]\n");
    for (day, minutes) in DAYS.iter().zip(settings.week) {
        push(&mut text, format_args!("{day} = {minutes}\n"));
    }
    for Away { from, to } in &settings.away {
        push(&mut text, format_args!("\n[[away]]\n"));
        match from == to {
            true => push(&mut text, format_args!("on = {from}\n")),
            false => push(&mut text, format_args!("from = {from}\nto = {to}\n")),
        }
    }
    let review = &settings.review;
    push(&mut text, format_args!("\n[review]\nretention = {}\ncap = {}\n", review.retention, review.cap));
    let timer = settings.timer;
    push(&mut text, format_args!("\n[timer]\nwork = {}\nrest = {}\n", timer.work, timer.rest));
    let look = &settings.look;
    let theme = look.theme.word();
    push(
        &mut text,
        format_args!("\n[look]\ntheme = \"{theme}\"\nascii = {}\nmouse = {}\n", look.ascii, look.mouse),
    );
    if !settings.keys.is_empty() {
        text.push_str("\n[keys]\n");
    }
    for (action, keys) in &settings.keys {
        let keys: Vec<String> = keys.iter().map(|key| quoted(key)).collect();
        push(&mut text, format_args!("{} = [{}]\n", quoted(action), keys.join(", ")));
    }
    text
}

fn push(text: &mut String, more: std::fmt::Arguments<'_>) {
    // Writing to a String cannot fail.
    let _ = text.write_fmt(more);
}

/// A basic string of TOML; the escapes of JSON are all among its own.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string().replace('\u{7f}', "\\u007f")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Day, ThemeName};
    use crate::format::settings::{Read, parse};

    #[test]
    fn the_first_file_holds_the_defaults() {
        assert_eq!(parse(FIRST), Read::default());
    }

    #[test]
    fn settings_read_back_as_they_were() {
        let mut settings = Settings::default();
        settings.week[6] = 90;
        settings.look.theme = ThemeName::Mono;
        settings.review = crate::domain::ReviewSettings { retention: 0.85, cap: 7 };
        settings.timer = crate::domain::TimerSettings { work: 50, rest: 10 };
        let day = Day::parse("2026-12-24").unwrap();
        settings.away =
            vec![Away { from: day, to: day.plus(3) }, Away { from: day.plus(9), to: day.plus(9) }];
        settings.keys.insert("odd \"action\"\u{7f}".to_owned(), vec!["\\".to_owned(), "é".to_owned()]);
        assert_eq!(parse(&text(&settings)), Read { settings, faults: vec![] });
        assert_eq!(parse(&text(&Settings::default())), Read::default());
    }
}
