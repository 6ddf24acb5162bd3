//! A page of markdown as it is written.

use crate::domain::Day;
use crate::export::document::LinkLine;
use crate::export::escape;

/// Text that grows line by line.
#[derive(Default)]
pub struct Page {
    /// What was written so far.
    pub text: String,
}

impl Page {
    /// A line.
    pub fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }

    /// A line set off by an empty one.
    pub fn block(&mut self, line: &str) {
        self.text.push('\n');
        self.line(line);
    }

    /// A heading with room below it.
    pub fn heading(&mut self, level: usize, title: &str) {
        self.block(&format!("{} {title}", "#".repeat(level)));
        self.text.push('\n');
    }

    /// A line of a list, `depth` lists deep.
    pub fn item(&mut self, depth: usize, line: &str) {
        self.line(&format!("{}{line}", "  ".repeat(depth)));
    }
}

/// The links of a skill, to stand at the end of its line.
pub fn after_colon(links: &[LinkLine]) -> String {
    let shown: Vec<String> = links.iter().map(|link| escape::link(link.title.as_deref(), &link.to)).collect();
    if shown.is_empty() { String::new() } else { format!(": {}", shown.join(", ")) }
}

/// "November 2026".
pub fn month(day: Day) -> String {
    day.date().format("%B %Y").to_string()
}

/// " since 2026-11-01"; nothing without a day.
pub fn since(day: Option<Day>) -> String {
    day.map(|day| format!(" since {day}")).unwrap_or_default()
}
