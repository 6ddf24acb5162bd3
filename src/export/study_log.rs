//! The study log as comma-separated values, as RFC 4180 has them.

use csv::{Terminator, WriterBuilder};

use crate::domain::{Clean, Day, Id};

/// How every such file begins.
pub const CSV_START: &str = "day,skill,title,track,stage,minutes,note\r\n";

/// The signs with which a spreadsheet takes a cell for a formula.
const FORMULA: [char; 4] = ['=', '+', '-', '@'];

/// One study session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogLine {
    /// The day on which it was.
    pub day: Day,
    /// The skill, as the roadmap has it today, or as the journal names one that is gone.
    pub skill: Id,
    /// Its title; nothing for a skill that is gone, like the two that follow.
    pub title: Clean,
    /// The title of its track.
    pub track: Clean,
    /// The title of its stage.
    pub stage: Clean,
    /// How long, in minutes.
    pub minutes: u32,
    /// What was done.
    pub note: Clean,
}

/// The sessions in this order, below a line of names.
///
/// A text that a spreadsheet would take for a formula gets an apostrophe before it, which such programs read as "this
/// is text" (OWASP, "CSV Injection").
pub fn csv(lines: &[LogLine]) -> String {
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(Vec::new());
    let names: Vec<&str> = CSV_START.trim_end().split(',').collect();
    // Memory takes all that is written, and all records have one length: neither can fail.
    let mut written = writer.write_record(names);
    for line in lines {
        let texts = [&line.title, &line.track, &line.stage].map(|text| harmless(text));
        let [title, track, stage] = texts;
        let (day, minutes) = (line.day.to_string(), line.minutes.to_string());
        let note = harmless(&line.note);
        let record = [&day, line.skill.as_str(), &title, &track, &stage, &minutes, &note];
        written = written.and_then(|()| writer.write_record(record));
    }
    let bytes = written.ok().and_then(|()| writer.into_inner().ok()).unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}

/// The text so that no spreadsheet calculates with it. One that begins with spaces is looked at behind them.
fn harmless(text: &str) -> String {
    let is_formula = text.trim_start().starts_with(FORMULA);
    if is_formula { format!("'{text}") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use csv::{ReaderBuilder, StringRecord};
    use proptest::prelude::*;

    use super::*;
    use crate::domain::fixture::id;

    fn line(note: &str) -> LogLine {
        LogLine {
            day: Day::parse("2026-11-24").unwrap(),
            skill: id("docker.images"),
            title: Clean::fixed("Container images"),
            track: Clean::fixed("DevOps"),
            stage: Clean::fixed("Containers"),
            minutes: 45,
            note: Clean::prose(note),
        }
    }

    fn read(text: &str) -> Vec<StringRecord> {
        ReaderBuilder::new().from_reader(text.as_bytes()).records().map(Result::unwrap).collect()
    }

    #[test]
    fn it_begins_as_it_says_and_quotes_what_needs_it() {
        assert_eq!(csv(&[]), CSV_START);
        let text = csv(&[line("read \"it\", twice\nand again")]);
        assert_eq!(
            text,
            format!(
                "{CSV_START}2026-11-24,docker.images,Container images,DevOps,Containers,45,\"read \"\"it\"\", twice\nand again\"\r\n"
            )
        );
    }

    #[test]
    fn no_cell_is_a_formula() {
        for (note, cell) in [
            ("=HYPERLINK(\"https://x.example\")", "'=HYPERLINK(\"https://x.example\")"),
            ("+1", "'+1"),
            ("-1", "'-1"),
            ("@SUM(1)", "'@SUM(1)"),
            ("  =1", "'  =1"),
            ("a=1", "a=1"),
            ("'tis", "'tis"),
        ] {
            assert_eq!(&read(&csv(&[line(note)]))[0][6], cell, "{note}");
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(notes in prop::collection::vec("[-=+@'\", a\\n;é日]{0,12}", 0..8)) {
            let lines: Vec<LogLine> = notes.iter().map(|note| line(note)).collect();
            let records = read(&csv(&lines));
            prop_assert_eq!(records.len(), lines.len());
            for (record, line) in records.iter().zip(&lines) {
                let note = line.note.as_str();
                let guarded = note.trim_start().starts_with(FORMULA);
                let cell = if guarded { record[6].strip_prefix('\'') } else { Some(&record[6]) };
                prop_assert_eq!(cell, Some(note));
                prop_assert!(!record[6].trim_start().starts_with(FORMULA));
                prop_assert_eq!(&record[5], "45");
            }
        }
    }
}
