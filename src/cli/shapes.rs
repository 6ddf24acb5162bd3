//! What each command prints with `--json`, in one table: the shape, and the meaning of each field.

use serde_json::{Map, Value, json};

/// What a command prints.
pub(crate) struct Shape {
    /// The command.
    pub(crate) command: &'static str,
    /// Whether it is a list of such values.
    pub(crate) list: bool,
    /// The fields with their meaning; a name with `?` is left out where there is nothing to say.
    pub(crate) fields: &'static [(&'static str, &'static str)],
}

const fn one(command: &'static str, fields: &'static [(&'static str, &'static str)]) -> Shape {
    Shape { command, list: false, fields }
}

const fn list(command: &'static str, fields: &'static [(&'static str, &'static str)]) -> Shape {
    Shape { command, list: true, fields }
}

const STEP: &[(&str, &str)] = &[
    ("id", "the skill"),
    ("title", "its title"),
    ("status", "ready or learning"),
    ("hours_left", "hours that it still takes"),
    (
        "reasons",
        "[{kind, …}]: begun {day}, leads_to {skill, hours}, asked {weight 1 to 5}, asked_by_roles {roles}, opens {skills, of}, short {hours}",
    ),
];

const EVENT: &[(&str, &str)] = &[
    ("event", "its name: device and count"),
    ("at", "when it was written, RFC 3339"),
    ("day", "the learner's day"),
    (
        "kind",
        "start, done, skip, reset, tick, untick, study, note, link, unlink, review, place, goal, pick, prefer, fit",
    ),
    ("skill?", "the skill"),
    ("choice?", "the choice of a pick"),
    ("before?", "the skill that is to come later, of a prefer"),
    ("role?", "the role of a goal"),
    ("outcome?", "the outcome's key in the journal"),
    ("prompt?", "the key in the journal of the prompt that was recalled"),
    ("rating?", "how a recall went, 1 (forgotten) to 4 (easy)"),
    ("minutes?", "minutes of a study"),
    ("text?", "the outcome, the note, or a link's title"),
    ("to?", "where a link leads"),
    ("undone", "whether it is taken back"),
];

const ACT: &[(&str, &str)] = &[
    ("recorded", "the events, as in history; none if nothing was new"),
    ("opens", "ids of skills that can be begun now and could not before"),
];

/// The outputs, in the order of the help.
pub(crate) const SHAPES: [Shape; 23] = [
    one(
        "today",
        &[
            ("goal", "{kind: role or skill, id, title}, or null"),
            ("missing_goal", "the id of a goal that the roadmap does not have, or null"),
            ("share", "how much of the goal is had, 0 to 1"),
            (
                "forecast",
                "{said, p50, p85, p95}, or null: the newest forecast of the last seven days, and the day on which it was said",
            ),
            ("minutes", "{done, planned} today"),
            ("reviews_due", "how many prompts are due today, no more than a day asks"),
            ("streak", "days of study in a row"),
            ("next", "the next three steps, as in next"),
        ],
    ),
    list("next", STEP),
    one(
        "why",
        &[
            ("id", "the skill"),
            ("title", "its title"),
            ("status", "locked, ready, learning, done, known or skipped"),
            ("hours_left", "hours that it still takes"),
            ("on_the_way", "whether the way to the goal leads over it"),
            ("rank", "its place among the steps that can be taken today, from 1, or null"),
            ("missing", "ids of what it requires and is not had"),
            ("roles", "[{id, weight}] of the roles that ask for it"),
            ("opens", "ids of the goal's missing skills that wait for it"),
            ("reasons", "as in next"),
            ("place", "its place in the whole plan, from 1, or null"),
            ("starts", "the first day on which the plan has it, or null"),
            ("ends", "the day on which the plan finishes it, or null"),
        ],
    ),
    one(
        "plan",
        &[
            ("goal", "{kind: role or skill, id, title}, or null"),
            ("share", "how much of the goal is had, 0 to 1"),
            (
                "steps",
                "[{id, hours, weight, starts, ends}] in the order of the plan: weight is what the goal itself asks of it, 0 for a prerequisite; the days are null where the calendar has no room",
            ),
            (
                "cost",
                "the sum over the steps of weight times hours until it is done, which the order makes small",
            ),
            ("bound", "no order has a smaller cost"),
            (
                "choices",
                "[{choice, assumed: [id…], picked, options: [{skill, hours}]}]: hours of the whole plan with each option in the place of the first one assumed",
            ),
            (
                "refused",
                "[{skill, before, circle: [id…]}]: preferences that are left out, with the skills of which each must come before the next",
            ),
            (
                "forecast",
                "{p50, p85, p95, pace, paced_by, weeks, week_minutes}, or null: days by which the goal is reached in 50, 85 and 95 of 100; hours taken for an hour of the estimates, the skills and the weeks of study that this rests on, minutes of a week",
            ),
            ("stages", "[{id, hours, starts, ends, forecast: {p50, p85, p95} or null}], as they begin"),
            (
                "held",
                "how past forecasts held: [{at: 50, 85 or 95, scored, held}], or null while none was scored",
            ),
        ],
    ),
    list(
        "list",
        &[
            ("id", "the skill"),
            ("title", "its title"),
            ("track", "the id of its track"),
            ("stage", "the id of its stage"),
            ("level", "core, deeper or optional"),
            ("status", "locked, ready, learning, done, known or skipped"),
            ("fading", "whether it is done and its recall has sunk to the wanted retention"),
            ("hours", "[low, high]"),
            ("hours_left", "hours that it still takes"),
            ("requires", "ids of skills and choices that must be had first"),
            ("opens", "ids of skills that it leads to directly"),
        ],
    ),
    one(
        "show",
        &[
            ("id", "the skill"),
            ("was", "its former ids"),
            ("title", "its title"),
            ("track", "the id of its track"),
            ("stage", "the id of its stage"),
            ("hours", "[low, high]"),
            ("level", "core, deeper or optional"),
            ("requires", "ids of skills and choices that must be had first"),
            ("helps", "ids of what is good to have first"),
            ("opens", "ids of skills that it leads to directly"),
            ("aliases", "how postings name it"),
            ("why", "what it is good for"),
            ("about", "markdown"),
            ("outcomes", "[{text, ticked}]"),
            ("practice", "markdown"),
            ("resources", "[{title, url, kind, free}]"),
            ("prompts", "[{ask, answer}]"),
            ("evidence", "[{path, contains}]"),
            ("status", "locked, ready, learning, done, known or skipped"),
            (
                "recall",
                "{now: 0 to 1, due: the day on which it is asked again, fading}, or null where it is not reviewed",
            ),
            ("hours_left", "hours that it still takes"),
            ("note", "the learner's note, or null"),
            ("links", "[{to, title, day}]"),
            ("minutes_logged", "minutes of study"),
        ],
    ),
    list(
        "path",
        &[
            ("id", "the skill"),
            ("title", "its title"),
            ("status", "locked, ready, learning, done, known or skipped"),
            ("hours_left", "hours that it still takes"),
            ("depth", "steps of the longest chain before it"),
            ("after", "ids of the steps right before it"),
        ],
    ),
    list(
        "search",
        &[
            ("id", "the skill"),
            ("title", "its title"),
            ("status", "locked, ready, learning, done, known or skipped"),
            ("score", "higher is better, comparable within one search"),
            ("found", "title, id, alias or outcome"),
            ("text", "the text in which it was found"),
        ],
    ),
    one(
        "stats",
        &[
            ("minutes", "minutes of study in all"),
            ("days", "days with study"),
            ("streak", "days of study in a row"),
            ("done", "skills marked done"),
            ("skipped", "skills that were skipped"),
            ("planned", "minutes planned for a week"),
            ("longest_streak", "the most days of study in a row that there ever were"),
            ("weeks", "[{monday, minutes, planned}], the current week last; planned leaves days away out"),
            ("stages", "[{id, track, had, skipped, whole, minutes}]; had counts skipped ones too"),
            (
                "learnt",
                "[{period, from, minutes, days, skills: [id…], outcomes, reviews, remembered}] of this week, month and quarter so far",
            ),
            (
                "by_day",
                "[{day, minutes, level, skills: [id…], outcomes, reviews, remembered}], days with nothing left out; level is 0 for no study, 1 for under half of the day's plan, 2 for under it, 3 for all of it",
            ),
            (
                "done_by_day",
                "[{day, done}]: how many skills were done by the end of each day on which one was",
            ),
            ("roles", "[{id, ready, hours_left}]; ready from 0 to 1 by weight"),
        ],
    ),
    one(
        "goal",
        &[
            ("goal", "{kind: role or skill, id, title}, or null"),
            ("missing_goal", "the id of a goal that the roadmap does not have, or null"),
            ("share", "how much of the goal is had, 0 to 1"),
            ("missing", "how many of its skills are missing, prerequisites included"),
            ("hours_left", "hours that it still takes"),
            ("weeks", "weeks until the goal is reached as likely as not, or null"),
            ("ends", "the last day of the plan, or null"),
            ("forecast", "{p50, p85, p95}, or null"),
            (
                "near",
                "[{id, ready, then}]: roles that the way brings to 0.75 or more, now and then, from 0 to 1",
            ),
        ],
    ),
    list(
        "roles",
        &[
            ("id", "the role"),
            ("title", "its title"),
            ("ready", "how much of it is had, 0 to 1 by weight"),
            ("hours_left", "hours that it still takes, prerequisites included"),
            ("missing", "how many skills it still takes, prerequisites included"),
            ("weeks", "weeks that it takes by the settings alone, or null if they have no minutes"),
            ("own_weeks", "weeks in the middle by your own pace and weeks, or null"),
            ("own_by", "the day in the middle, by the same, or null"),
            ("then", "how much of it is had once the goal is reached, if that is 0.75 or more, or null"),
        ],
    ),
    list(
        "pick",
        &[
            ("id", "the choice"),
            ("title", "its title"),
            ("pick", "how many options are enough"),
            ("picked", "the option that the learner takes, or null"),
            ("satisfied", "whether enough options are had"),
            ("options", "ids of the options"),
        ],
    ),
    list(
        "prefer",
        &[("skill", "the skill that is to come first"), ("before", "the one that is to come later")],
    ),
    one(
        "start, done, skip, reset, tick, untick, log, note, link, goal NAME, pick NAME NAME, prefer NAME --before NAME",
        ACT,
    ),
    list("undo, redo, history", EVENT),
    list(
        "check",
        &[
            ("file", "the file"),
            ("line", "from 1"),
            ("column", "from 1, in characters"),
            ("severity", "error or warning"),
            ("code", "a stable name of the fault"),
            ("message", "what is wrong"),
            ("help", "how to mend it, or null"),
        ],
    ),
    list(
        "doctor",
        &[
            ("area", "terminal, data, config, cache, state, settings, roadmap, goal, journal, retired"),
            ("ok", "whether nothing need be done"),
            ("message", "what was found"),
            ("help", "what to do, or null"),
        ],
    ),
    one("config path, config init", &[("path", "where the settings file lies, or would lie")]),
    one(
        "config show",
        &[
            ("path", "where the settings file lies, or would lie"),
            ("exists", "whether it is there"),
            ("week", "minutes of each day, Monday first"),
            ("away", "[{from, to}], the days away, both ends among them"),
            ("retention", "the recall at which a skill is asked again, 0.7 to 0.97"),
            ("cap", "the most skills that a day asks"),
            ("work", "minutes of a round by the clock; 0 without rounds"),
            ("rest", "minutes of rest after it"),
            ("theme", "auto, dark, light or mono"),
            ("ascii", "whether the screen is drawn with ASCII alone"),
            ("mouse", "whether the mouse is taken"),
            ("keys", "keys by action"),
        ],
    ),
    one(
        "timer start, timer cancel, timer status",
        &[
            ("skill", "the skill that the clock runs on; null in place of all where none runs"),
            ("since", "when it was started"),
            ("minutes", "whole minutes that it has run"),
        ],
    ),
    list(
        "review",
        &[
            ("id", "the skill"),
            ("title", "its title"),
            ("prompt", "the prompt's key in the journal"),
            ("ask", "the question"),
            ("answer", "the answer"),
            ("since", "the day since which it is due"),
            ("recall", "how likely it is to be remembered, 0 to 1"),
            ("again", "whether it was missed today and is asked again for that"),
            ("intervals", "days until it is asked again for each rating, 1 to 4"),
        ],
    ),
    one(
        "review --fit",
        &[
            ("reviews", "how many reviews there are to learn from"),
            ("fewest", "how many a fit takes"),
            ("fitted", "whether the parameters were kept; only those that predict better are"),
            ("before", "log loss of the parameters in use, or null"),
            ("after", "log loss of the parameters found, or null"),
            ("parameters", "the 21 parameters of FSRS-6 that were found, or null"),
        ],
    ),
    one("export -o FILE", &[("path", "the file that was written")]),
];

/// The shapes of all outputs, as a value.
pub(crate) fn all() -> Value {
    let shape = |shape: &Shape| {
        let fields: Map<String, Value> =
            shape.fields.iter().map(|&(name, meaning)| (name.to_owned(), json!(meaning))).collect();
        let fields = Value::Object(fields);
        (shape.command.to_owned(), if shape.list { json!([fields]) } else { fields })
    };
    Value::Object(SHAPES.iter().map(shape).collect())
}
