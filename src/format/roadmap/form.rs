//! The keys that each table of a roadmap file may have: one table from which reading, checks and schema come.

use crate::domain::{Level, ResourceKind};

/// A kind of table in a roadmap file.
#[derive(Debug)]
pub struct Form {
    /// What the table describes: "skill".
    pub name: &'static str,
    /// Its keys, in the order in which they are best written.
    pub keys: &'static [Key],
}

/// One key of a table.
#[derive(Debug)]
pub struct Key {
    /// As it is written.
    pub name: &'static str,
    /// What its value looks like.
    pub shape: Shape,
    /// Whether the table needs it.
    pub needed: bool,
    /// What it is for.
    pub doc: &'static str,
}

/// What a value looks like.
#[derive(Debug)]
pub enum Shape {
    /// One line of text.
    Line,
    /// Text of several lines, plain markdown.
    Prose,
    /// An id.
    Id,
    /// A list of ids.
    Ids,
    /// A list of lines.
    Lines,
    /// A whole number.
    Whole,
    /// Two numbers, low and high.
    Range,
    /// true or false.
    Switch,
    /// One of these words.
    Word(&'static [&'static str]),
    /// A table, or a list of tables.
    OneOrMore(&'static Form),
    /// A list of tables.
    Tables(&'static Form),
}

impl Shape {
    /// What the value is, for an error.
    pub fn describe(&self) -> &'static str {
        match self {
            Self::Line | Self::Prose | Self::Id | Self::Word(_) => "a text",
            Self::Ids => "a list of ids",
            Self::Lines => "a list of texts",
            Self::Whole => "a whole number",
            Self::Range => "two numbers, low and high",
            Self::Switch => "true or false",
            Self::OneOrMore(_) => "a table",
            Self::Tables(_) => "a list of tables",
        }
    }
}

const fn need(name: &'static str, shape: Shape, doc: &'static str) -> Key {
    Key { name, shape, needed: true, doc }
}

const fn may(name: &'static str, shape: Shape, doc: &'static str) -> Key {
    Key { name, shape, needed: false, doc }
}

/// The words for a skill's level.
const LEVELS: [&str; 3] = {
    let [core, deeper, optional] = Level::ALL;
    [core.word(), deeper.word(), optional.word()]
};

/// The words for a resource's kind.
const KINDS: [&str; 8] = {
    let [docs, book, course, video, article, paper, tool, spec] = ResourceKind::ALL;
    [
        docs.word(),
        book.word(),
        course.word(),
        video.word(),
        article.word(),
        paper.word(),
        tool.word(),
        spec.word(),
    ]
};

static TRACK: Form = Form {
    name: "track",
    keys: &[
        need("id", Shape::Id, "Stable for ever: lower case, dots and dashes."),
        need("title", Shape::Line, "Its name on screen."),
        need("order", Shape::Whole, "Its place among the tracks."),
        need("summary", Shape::Line, "What it is about, in a sentence."),
    ],
};

static STAGE: Form = Form {
    name: "stage",
    keys: &[
        need("id", Shape::Id, "Stable for ever: lower case, dots and dashes."),
        need("track", Shape::Id, "The track that it is a stretch of."),
        need("title", Shape::Line, "Its name on screen."),
        need("order", Shape::Whole, "Its place within the track."),
        need("summary", Shape::Line, "What it is about, in a sentence."),
    ],
};

static RESOURCE: Form = Form {
    name: "resource",
    keys: &[
        need("title", Shape::Line, "What it is called."),
        need("url", Shape::Line, "Its https address."),
        need("kind", Shape::Word(&KINDS), "What sort of thing it is."),
        may("free", Shape::Switch, "Whether it costs nothing; true unless said."),
    ],
};

static PROMPT: Form = Form {
    name: "prompt",
    keys: &[
        need("ask", Shape::Line, "A recall question."),
        need("answer", Shape::Line, "Its one right answer, two lines at most."),
    ],
};

static EVIDENCE: Form = Form {
    name: "evidence rule",
    keys: &[
        need("path", Shape::Line, "A glob of paths in a repository."),
        may("contains", Shape::Line, "A regular expression that the file must match."),
    ],
};

static SKILL: Form = Form {
    name: "skill",
    keys: &[
        need("id", Shape::Id, "Stable for ever: lower case, dots and dashes."),
        may("was", Shape::Ids, "Former ids: marks made under them count."),
        need("title", Shape::Line, "Its name on screen."),
        may("stage", Shape::Id, "The stage that it stands in, where the file does not say."),
        need("hours", Shape::Range, "Honest hours for a working engineer new to it: low, high."),
        may("level", Shape::Word(&LEVELS), "How much of the road rests on it; core unless said."),
        may("requires", Shape::Ids, "Skills or choices that must be had first, the nearest ones only."),
        may("helps", Shape::Ids, "Good to have first; blocks nothing."),
        may("aliases", Shape::Lines, "How postings name it; \"=Go\" matches case exactly."),
        need("why", Shape::Line, "What it is good for, in a line of at most 160 characters."),
        need("about", Shape::Prose, "Two to five short paragraphs of plain markdown."),
        need("outcomes", Shape::Lines, "What one can do once one has it: \"I can ...\"."),
        need("practice", Shape::Prose, "A task of an evening or a weekend."),
        may("resource", Shape::Tables(&RESOURCE), "Where to go deeper, the primary source first."),
        may("prompt", Shape::Tables(&PROMPT), "Recall questions with their answers."),
        may("evidence", Shape::Tables(&EVIDENCE), "What in a repository shows the skill in use."),
    ],
};

static CHOICE: Form = Form {
    name: "choice",
    keys: &[
        need("id", Shape::Id, "Stable for ever: lower case, dots and dashes."),
        need("title", Shape::Line, "Its name on screen."),
        may("stage", Shape::Id, "The stage that it stands in, where the file does not say."),
        may("pick", Shape::Whole, "How many options are enough; 1 unless said."),
        need("options", Shape::Ids, "The skills that one may take."),
    ],
};

static NEED: Form = Form {
    name: "need",
    keys: &[
        may("skill", Shape::Id, "The skill that the role asks for."),
        may("choice", Shape::Id, "The choice that the role asks for."),
        need("weight", Shape::Whole, "1 (seen now and then) to 5 (in nearly every posting)."),
    ],
};

static ROLE: Form = Form {
    name: "role",
    keys: &[
        need("id", Shape::Id, "Stable for ever: lower case, dots and dashes."),
        need("title", Shape::Line, "Its name on screen."),
        need("summary", Shape::Line, "What one does in it."),
        need("needs", Shape::Tables(&NEED), "What postings for it ask, and how strongly."),
    ],
};

/// A whole roadmap file.
pub(super) static FILE: Form = Form {
    name: "roadmap file",
    keys: &[
        may("track", Shape::Tables(&TRACK), "One of the roads."),
        may(
            "stage",
            Shape::OneOrMore(&STAGE),
            "A stretch of a track; one alone gives its file's skills their stage.",
        ),
        may("skill", Shape::Tables(&SKILL), "What one learns."),
        may(
            "choice",
            Shape::Tables(&CHOICE),
            "An any-of node: satisfied when enough of its options are had.",
        ),
        may("role", Shape::Tables(&ROLE), "A job that one may head for."),
    ],
};

/// Every form, the whole file first.
pub static FORMS: [&Form; 10] =
    [&FILE, &TRACK, &STAGE, &SKILL, &RESOURCE, &PROMPT, &EVIDENCE, &CHOICE, &ROLE, &NEED];
