//! The wording of defects: a stable code, what is wrong, and how to mend it.

use std::fmt;

use super::{Fault, Severity};

impl Fault {
    /// A stable name for scripts.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Unreadable { .. } => "unreadable",
            Self::TooLarge => "too_large",
            Self::NotUtf8 { .. } => "not_utf8",
            Self::Syntax { .. } => "syntax",
            Self::TooDeep => "too_deep",
            Self::UnknownKey { .. } => "unknown_key",
            Self::MissingKey { .. } => "missing_key",
            Self::WrongShape { .. } => "wrong_shape",
            Self::UnknownWord { .. } => "unknown_word",
            Self::Empty { .. } => "empty",
            Self::TextTooLong { .. } => "text_too_long",
            Self::BadCharacter { .. } => "bad_character",
            Self::BadId { .. } => "bad_id",
            Self::IdTwice { .. } => "id_twice",
            Self::UnknownId { .. } => "unknown_id",
            Self::NoStage => "no_stage",
            Self::ListedTwice { .. } => "listed_twice",
            Self::PickOutOfRange { .. } => "pick_out_of_range",
            Self::NeedWithoutNode => "need_without_node",
            Self::WeightOutOfRange { .. } => "weight_out_of_range",
            Self::HoursOutOfOrder => "hours_out_of_order",
            Self::HoursOutOfRange => "hours_out_of_range",
            Self::OutcomeTwice => "outcome_twice",
            Self::AliasTwice { .. } => "alias_twice",
            Self::NotHttps { .. } => "not_https",
            Self::BadPattern { .. } => "bad_pattern",
            Self::Cycle { .. } => "cycle",
            Self::TooManySkills => "too_many_skills",
            Self::HoldsNothing => "holds_nothing",
            Self::FewOutcomes { .. } => "few_outcomes",
            Self::FewPrompts { .. } => "few_prompts",
            Self::FewResources { .. } => "few_resources",
            Self::LongWhy { .. } => "long_why",
            Self::Unneeded { .. } => "unneeded",
            Self::OutOfReach { .. } => "out_of_reach",
            Self::Implied { .. } => "implied",
        }
    }

    /// How to mend it, where that can be said.
    pub fn help(&self) -> Option<String> {
        Some(match self {
            Self::UnknownKey { near: Some(near), .. } => format!("did you mean `{near}`?"),
            Self::UnknownId { near: Some(near), .. } => format!("did you mean `{near}`?"),
            Self::UnknownWord { words, .. } => format!("one of: {}", words.join(", ")),
            Self::TooLarge => "split it into a file a stage".to_owned(),
            Self::NotUtf8 { .. } => "save the file as UTF-8".to_owned(),
            Self::HoldsNothing => {
                "write a [stage] and its skills; milepost schema roadmap says how".to_owned()
            }
            Self::NoStage => "give the file a `[stage]`, or the entry a `stage = \"…\"`".to_owned(),
            Self::IdTwice { .. } => {
                "an id stands for one thing; choose another for one of the two".to_owned()
            }
            Self::HoursOutOfOrder => "write the low figure first: hours = [4, 8]".to_owned(),
            Self::WeightOutOfRange { .. } => {
                "1 (seen now and then) to 5 (in nearly every posting)".to_owned()
            }
            Self::AliasTwice { .. } => "keep it with the skill that postings mean by it".to_owned(),
            Self::Cycle { .. } => "take out the prerequisite that is least real".to_owned(),
            Self::Unneeded { .. } => "let a role or a skill need it, or take it out".to_owned(),
            Self::Implied { by, .. } => format!("leave it out: `{by}` already requires it"),
            Self::BadCharacter { .. } => "take it out; text is shown on terminals".to_owned(),
            _ => return None,
        })
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Warning => "warning",
            Self::Error => "error",
        })
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable { why } => write!(f, "the file cannot be read: {why}"),
            Self::TooLarge => f.write_str("the file is larger than 8 MiB"),
            Self::NotUtf8 { at } => write!(f, "byte {} is not UTF-8", at + 1),
            Self::Syntax { message } => write!(f, "not TOML: {message}"),
            Self::TooDeep => f.write_str("tables are nested more than 32 deep"),
            Self::UnknownKey { form, key, .. } => write!(f, "a {form} has no key `{key}`"),
            Self::MissingKey { form, key } => write!(f, "a {form} needs a `{key}`"),
            Self::WrongShape { key, wants, found } => write!(f, "`{key}` is {wants}, not {found}"),
            Self::UnknownWord { key, word, .. } => write!(f, "`{word}` is no {key}"),
            Self::Empty { key } => write!(f, "`{key}` is empty"),
            Self::TextTooLong { key } => write!(f, "`{key}` is longer than 64 KiB"),
            Self::BadCharacter { key, code } => write!(f, "`{key}` holds the hidden character U+{code:04X}"),
            Self::BadId { id, why } => write!(f, "`{id}` is no id: {why}"),
            Self::IdTwice { id, first: Some(_) } => write!(f, "the id `{id}` is taken twice"),
            Self::IdTwice { id, first: None } => write!(f, "the id `{id}` is taken by the shipped roadmap"),
            Self::UnknownId { wants, id, .. } => write!(f, "no {wants} `{id}`"),
            Self::NoStage => f.write_str("it stands in no stage"),
            Self::ListedTwice { id } => write!(f, "`{id}` is listed twice"),
            Self::PickOutOfRange { pick, options } => {
                write!(f, "pick = {pick}, and there are {options} options")
            }
            Self::NeedWithoutNode => f.write_str("a need names either a `skill` or a `choice`"),
            Self::WeightOutOfRange { weight } => write!(f, "a weight of {weight}"),
            Self::HoursOutOfOrder => f.write_str("the low figure is above the high one"),
            Self::HoursOutOfRange => f.write_str("hours go from 0.5 to 200"),
            Self::OutcomeTwice => f.write_str("this outcome stands twice"),
            Self::AliasTwice { alias, other } => write!(f, "the alias `{alias}` is claimed by `{other}` too"),
            Self::NotHttps { url } => write!(f, "`{url}` is no https address"),
            Self::BadPattern { message } => write!(f, "not a regular expression: {message}"),
            Self::Cycle { ids } => {
                f.write_str("skills wait for each other: ")?;
                ids.iter().try_for_each(|id| write!(f, "{id} -> "))?;
                ids.first().map_or(Ok(()), |id| write!(f, "{id}"))
            }
            Self::TooManySkills => f.write_str("there are more than 20,000 skills"),
            Self::HoldsNothing => f.write_str("the file holds nothing"),
            Self::FewOutcomes { count } => write!(f, "{count} outcomes; a skill should have at least 3"),
            Self::FewPrompts { count } => write!(f, "{count} prompts; a skill should have at least 2"),
            Self::FewResources { count } => write!(f, "{count} resources; a skill should have at least 2"),
            Self::LongWhy { length } => write!(f, "`why` has {length} characters; 160 should be enough"),
            Self::Unneeded { id } => write!(f, "no role and no skill needs `{id}`"),
            Self::OutOfReach { id, track } => {
                write!(f, "no way leads from the first stage of `{track}` to `{id}`")
            }
            Self::Implied { id, by } => write!(f, "`{id}` is required already through `{by}`"),
        }
    }
}
