//! The JSON Schema of roadmap files, made from the same table of keys that reads them.

use serde_json::{Map, Value, json};

use super::roadmap::{FORMS, Form, Key, Shape};

/// What an id looks like, as a regular expression.
const ID: &str = "^[a-z0-9]+([.-][a-z0-9]+)*$";

/// The JSON Schema (draft 2020-12) of a roadmap file, by which an editor completes and checks it.
pub fn roadmap() -> Value {
    let mut forms = FORMS.iter().map(|form| (slug(form), table(form)));
    let Some((_, Value::Object(mut file))) = forms.next() else { return Value::Null };
    file.insert("$schema".to_owned(), json!("https://json-schema.org/draft/2020-12/schema"));
    file.insert("title".to_owned(), json!("milepost roadmap file"));
    file.insert("$defs".to_owned(), Value::Object(forms.collect()));
    Value::Object(file)
}

/// A form's name as a key: "evidence rule" is `evidence-rule`.
fn slug(form: &Form) -> String {
    form.name.replace(' ', "-")
}

fn table(form: &Form) -> Value {
    let keys: Map<String, Value> = form.keys.iter().map(|key| (key.name.to_owned(), value(key))).collect();
    let needed: Vec<&str> = form.keys.iter().filter(|key| key.needed).map(|key| key.name).collect();
    json!({ "type": "object", "properties": keys, "required": needed, "additionalProperties": false })
}

fn value(key: &Key) -> Value {
    let mut value = shape(&key.shape);
    if let Value::Object(fields) = &mut value {
        fields.insert("description".to_owned(), json!(key.doc));
    }
    value
}

fn shape(shape: &Shape) -> Value {
    let one = |form: &Form| json!({ "$ref": format!("#/$defs/{}", slug(form)) });
    let list = |form: &Form| json!({ "type": "array", "items": one(form) });
    let id = || json!({ "type": "string", "pattern": ID, "maxLength": 64 });
    match shape {
        Shape::Line | Shape::Prose => json!({ "type": "string", "minLength": 1 }),
        Shape::Id => id(),
        Shape::Ids => json!({ "type": "array", "items": id() }),
        Shape::Lines => json!({ "type": "array", "items": { "type": "string", "minLength": 1 } }),
        Shape::Whole => json!({ "type": "integer" }),
        Shape::Range => json!({
            "type": "array",
            "items": { "type": "number", "minimum": 0.5, "maximum": 200 },
            "minItems": 2,
            "maxItems": 2,
        }),
        Shape::Switch => json!({ "type": "boolean" }),
        Shape::Word(words) => json!({ "enum": words }),
        Shape::OneOrMore(form) => json!({ "oneOf": [one(form), list(form)] }),
        Shape::Tables(form) => list(form),
    }
}

/// The same as text.
pub fn text() -> String {
    format!("{:#}\n", roadmap())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every `$ref` below a value.
    fn refs(value: &Value, found: &mut Vec<String>) {
        match value {
            Value::Object(fields) => {
                found.extend(fields.get("$ref").and_then(Value::as_str).map(str::to_owned));
                fields.values().for_each(|value| refs(value, found));
            }
            Value::Array(items) => items.iter().for_each(|value| refs(value, found)),
            _ => {}
        }
    }

    #[test]
    fn every_form_is_defined_and_every_reference_resolves() {
        let schema = roadmap();
        assert_eq!(schema["$defs"].as_object().unwrap().len(), FORMS.len() - 1);
        let mut found = Vec::new();
        refs(&schema, &mut found);
        assert!(found.len() >= 8);
        for reference in found {
            assert!(schema.pointer(reference.trim_start_matches('#')).is_some(), "{reference}");
        }
    }

    #[test]
    fn a_skill_has_its_needed_keys_and_its_words() {
        let schema = roadmap();
        let skill = &schema["$defs"]["skill"];
        assert!(skill["required"].as_array().unwrap().contains(&json!("outcomes")));
        assert_eq!(skill["properties"]["level"]["enum"], json!(["core", "deeper", "optional"]));
        assert_eq!(skill["properties"]["resource"]["items"]["$ref"], json!("#/$defs/resource"));
    }
}
