//! A roadmap file as it was written: texts with their places, nothing looked up yet.

use std::ops::Range;

use toml::de::{DeTable, DeValue};

use super::fields::{At, Fields, Reader};
use super::form::{self, Form, Shape};
use super::{Defect, Fault, Source};

/// The deepest nesting of tables and lists that is taken.
const DEEPEST: usize = 32;

/// Text with its place.
pub(super) type Text = At<String>;

#[derive(Debug, Default)]
pub(super) struct RawFile {
    pub tracks: Vec<RawTrack>,
    pub stages: Vec<RawStage>,
    /// Whether the file has one `[stage]`, which its skills and choices stand in.
    pub own_stage: bool,
    pub skills: Vec<RawSkill>,
    pub choices: Vec<RawChoice>,
    pub roles: Vec<RawRole>,
}

#[derive(Debug)]
pub(super) struct RawTrack {
    pub id: Option<Text>,
    pub title: Option<Text>,
    pub order: i64,
    pub summary: Option<Text>,
}

#[derive(Debug)]
pub(super) struct RawStage {
    pub id: Option<Text>,
    pub track: Option<Text>,
    pub title: Option<Text>,
    pub order: i64,
    pub summary: Option<Text>,
}

#[derive(Debug)]
pub(super) struct RawSkill {
    pub span: Range<usize>,
    pub id: Option<Text>,
    pub was: Vec<Text>,
    pub title: Option<Text>,
    pub stage: Option<Text>,
    pub hours: Option<At<(f64, f64)>>,
    pub level: Option<Text>,
    pub requires: Vec<Text>,
    pub helps: Vec<Text>,
    pub aliases: Vec<Text>,
    pub why: Option<Text>,
    pub about: Option<Text>,
    pub outcomes: Vec<Text>,
    pub practice: Option<Text>,
    pub resources: Vec<RawResource>,
    pub prompts: Vec<(Option<Text>, Option<Text>)>,
    pub evidence: Vec<(Option<Text>, Option<Text>)>,
}

#[derive(Debug)]
pub(super) struct RawResource {
    pub title: Option<Text>,
    pub url: Option<Text>,
    pub kind: Option<Text>,
    pub free: bool,
}

#[derive(Debug)]
pub(super) struct RawChoice {
    pub span: Range<usize>,
    pub id: Option<Text>,
    pub title: Option<Text>,
    pub stage: Option<Text>,
    pub pick: Option<At<i64>>,
    pub options: Vec<Text>,
}

#[derive(Debug)]
pub(super) struct RawRole {
    pub id: Option<Text>,
    pub title: Option<Text>,
    pub summary: Option<Text>,
    pub needs: Vec<RawNeed>,
}

#[derive(Debug)]
pub(super) struct RawNeed {
    pub span: Range<usize>,
    pub skill: Option<Text>,
    pub choice: Option<Text>,
    pub weight: Option<At<i64>>,
}

/// Reads one file as it is written, reporting what departs from the form.
pub(super) fn read(file: usize, source: &Source, defects: &mut Vec<Defect>) -> RawFile {
    if let Some(defect) = source.defect(file) {
        defects.push(defect);
        return RawFile::default();
    }
    let (table, errors) = DeTable::parse_recoverable(&source.text);
    let mut reader = Reader { file, defects };
    if !errors.is_empty() {
        for error in errors {
            let message = crate::domain::Clean::line(error.message());
            reader.report(&error.span().unwrap_or(0..0), Fault::Syntax { message });
        }
        return RawFile::default();
    }
    if table.get_ref().iter().any(|(_, value)| depth(value.get_ref()) > DEEPEST) {
        reader.report(&(0..0), Fault::TooDeep);
        return RawFile::default();
    }
    if table.get_ref().is_empty() {
        reader.report(&(0..0), Fault::HoldsNothing);
    }
    let fields = reader.open(&form::FILE, table.get_ref(), 0..0);
    read_file(&mut reader, &fields)
}

fn read_file(reader: &mut Reader<'_>, file: &Fields<'_>) -> RawFile {
    let own_stage = file.table("stage").is_some();
    RawFile {
        tracks: each(reader, file, "track", |_, track| RawTrack {
            id: text(track, "id"),
            title: text(track, "title"),
            order: track.whole("order").map_or(0, |order| order.value),
            summary: text(track, "summary"),
        }),
        stages: each(reader, file, "stage", |_, stage| RawStage {
            id: text(stage, "id"),
            track: text(stage, "track"),
            title: text(stage, "title"),
            order: stage.whole("order").map_or(0, |order| order.value),
            summary: text(stage, "summary"),
        }),
        own_stage,
        skills: each(reader, file, "skill", read_skill),
        choices: each(reader, file, "choice", |_, choice| RawChoice {
            span: choice.span.clone(),
            id: text(choice, "id"),
            title: text(choice, "title"),
            stage: text(choice, "stage"),
            pick: choice.whole("pick"),
            options: texts(choice, "options"),
        }),
        roles: each(reader, file, "role", |reader, role| RawRole {
            id: text(role, "id"),
            title: text(role, "title"),
            summary: text(role, "summary"),
            needs: each_in(reader, role, form_of("role"), "needs", |_, need| RawNeed {
                span: need.span.clone(),
                skill: text(need, "skill"),
                choice: text(need, "choice"),
                weight: need.whole("weight"),
            }),
        }),
    }
}

fn read_skill(reader: &mut Reader<'_>, skill: &Fields<'_>) -> RawSkill {
    let form = form_of("skill");
    RawSkill {
        span: skill.span.clone(),
        id: text(skill, "id"),
        was: texts(skill, "was"),
        title: text(skill, "title"),
        stage: text(skill, "stage"),
        hours: skill.range("hours"),
        level: text(skill, "level"),
        requires: texts(skill, "requires"),
        helps: texts(skill, "helps"),
        aliases: texts(skill, "aliases"),
        why: text(skill, "why"),
        about: text(skill, "about"),
        outcomes: texts(skill, "outcomes"),
        practice: text(skill, "practice"),
        resources: each_in(reader, skill, form, "resource", |_, resource| RawResource {
            title: text(resource, "title"),
            url: text(resource, "url"),
            kind: text(resource, "kind"),
            free: resource.switch("free").unwrap_or(true),
        }),
        prompts: each_in(reader, skill, form, "prompt", |_, prompt| {
            (text(prompt, "ask"), text(prompt, "answer"))
        }),
        evidence: each_in(reader, skill, form, "evidence", |_, rule| {
            (text(rule, "path"), text(rule, "contains"))
        }),
    }
}

/// Reads the table or tables under a key of the file.
fn each<T>(
    reader: &mut Reader<'_>,
    file: &Fields<'_>,
    key: &str,
    read: impl Fn(&mut Reader<'_>, &Fields<'_>) -> T,
) -> Vec<T> {
    each_in(reader, file, &form::FILE, key, read)
}

fn each_in<T>(
    reader: &mut Reader<'_>,
    parent: &Fields<'_>,
    form: &'static Form,
    key: &str,
    read: impl Fn(&mut Reader<'_>, &Fields<'_>) -> T,
) -> Vec<T> {
    let shape = form.keys.iter().find(|known| known.name == key).map(|known| &known.shape);
    let Some(Shape::Tables(inner) | Shape::OneOrMore(inner)) = shape else { return Vec::new() };
    let mut tables = parent.tables(key);
    tables.extend(parent.table(key));
    tables
        .into_iter()
        .map(|(table, span)| {
            let fields = reader.open(inner, table, span);
            read(reader, &fields)
        })
        .collect()
}

fn form_of(name: &str) -> &'static Form {
    form::FORMS.iter().find(|form| form.name == name).copied().unwrap_or(&form::FILE)
}

fn text(fields: &Fields<'_>, key: &str) -> Option<Text> {
    fields.text(key).map(own)
}

fn texts(fields: &Fields<'_>, key: &str) -> Vec<Text> {
    fields.texts(key).into_iter().map(own).collect()
}

fn own(text: At<&str>) -> Text {
    At { value: text.value.to_owned(), span: text.span }
}

/// How deep a value nests. The parser's own limit bounds the recursion.
fn depth(value: &DeValue<'_>) -> usize {
    let inner = match value {
        DeValue::Array(items) => items.iter().map(|item| depth(item.get_ref())).max(),
        DeValue::Table(table) => table.iter().map(|(_, value)| depth(value.get_ref())).max(),
        _ => return 0,
    };
    1 + inner.unwrap_or(0)
}
