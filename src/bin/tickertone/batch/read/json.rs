//! JSON Lines in.

use super::MAX_ROW;
use super::lines::{Line, Lines};
use crate::batch::row::{Article, Origin, Row};
use anyhow::{Context, Result};
use arrow_schema::{DataType, Field, Schema, SchemaRef};
use serde::de::{DeserializeOwned, Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::{BufReader, Read};
use tickertone::Options;

type Rows = Box<dyn Iterator<Item = Result<Row>> + Send>;

/// The rows of a stream. To a table only their id goes along.
pub(super) fn open(stream: impl Read + Send + 'static, text: &str, title: &str, options: Options) -> (Rows, SchemaRef) {
    let (text, title) = (text.to_string(), title.to_string());
    let rows = Lines::new(BufReader::new(stream), MAX_ROW).map(move |line| {
        let line = line.context("cannot read the input")?;
        let article = article(&line, &text, &title, &options);
        let id = id(&line.bytes).map(ToOwned::to_owned);
        Ok(Row { origin: Origin { number: line.number, counted: "line", id, cells: None, size: line.length }, article })
    });
    let id = Field::new("id", DataType::Utf8, true);
    (Box::new(rows), Schema::new(vec![id]).into())
}

/// What a line asks, or what is wrong with it.
fn article(line: &Line, text: &str, title: &str, options: &Options) -> Result<Article, String> {
    if !line.whole {
        return Err(format!("the line is longer than {MAX_ROW} bytes (32 MiB), the most that is read"));
    }
    let json =
        std::str::from_utf8(&line.bytes).map_err(|e| format!("not UTF-8 at byte {} of the line", e.valid_up_to()))?;
    // serde would take an array for a record without field names.
    if !json.trim_start().starts_with('{') {
        return Err("not a JSON object".into());
    }
    // What serde says, without its line number: to serde every line is the first.
    let describe = |e: serde_json::Error| e.to_string().replace(" at line 1 column ", " at column ");
    let fields: BTreeMap<Cow<str>, &RawValue> = serde_json::from_str(json).map_err(describe)?;
    let mut options = options.clone();
    options.title = field::<Option<String>>(&fields, title)?.flatten();
    options.targets.extend(field::<Option<Vec<String>>>(&fields, "targets")?.flatten().unwrap_or_default());
    for (name, others) in
        field::<Option<BTreeMap<String, Vec<String>>>>(&fields, "aliases")?.flatten().unwrap_or_default()
    {
        options.aliases.entry(name).or_default().extend(others);
    }
    let text = field(&fields, text)?.ok_or_else(|| format!("there is no field {text:?}"))?;
    Ok(Article { text, options })
}

/// A field, if it is there.
fn field<T: DeserializeOwned>(fields: &BTreeMap<Cow<str>, &RawValue>, name: &str) -> Result<Option<T>, String> {
    let value = fields.get(name).map(|value| serde_json::from_str(value.get()));
    value.transpose().map_err(|e| {
        let what = e.to_string();
        format!("the field {name:?}: {}", what.split(" at line ").next().unwrap_or(&what))
    })
}

/// The id of a line, even of one that is no good request if it stands before what is wrong. As it was written, whatever its
/// type.
fn id(line: &[u8]) -> Option<&RawValue> {
    struct Find<'a, 'de>(&'a mut Option<&'de RawValue>);

    impl<'de> Visitor<'de> for Find<'_, 'de> {
        type Value = ();

        fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str("an object")
        }

        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
            while let Some(key) = map.next_key::<Cow<'_, str>>()? {
                if key == "id" {
                    *self.0 = Some(map.next_value()?);
                } else {
                    map.next_value::<IgnoredAny>()?;
                }
            }
            Ok(())
        }
    }

    let mut found = None;
    // An error is expected here: it only ends the search.
    let _ = serde_json::Deserializer::from_slice(line).deserialize_map(Find(&mut found));
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(line: &[u8]) -> Option<&str> {
        id(line).map(RawValue::get)
    }

    #[test]
    fn the_id_of_a_bad_line_is_recovered() {
        assert_eq!(found(br#"{"id": "a", "text": 3}"#), Some(r#""a""#));
        assert_eq!(found(br#"{"text": "x", "id": {"n": [1.0, 2e400]}}"#), Some(r#"{"n": [1.0, 2e400]}"#));
        assert_eq!(found(br#"{"id": 7, "text": "never clos"#), Some("7"));
        assert_eq!(found(b"{\"text\": \"\xff\", \"id\": null}"), Some("null"));
    }

    #[test]
    fn an_id_is_not_made_up() {
        for line in [&b"{\"id\": \"\xff\"}"[..], br#"{"id": "a"#, br#"["id"]"#, b"id", br#"{"x": {"id": 1}}"#, b"{"] {
            assert_eq!(found(line), None, "{}", line.escape_ascii());
        }
    }
}
