//! One line of a batch: a request in JSON in, a record or an error in JSON out.

use crate::lines::{Line, MAX_LINE};
use serde::de::{Deserializer, IgnoredAny, MapAccess, Visitor};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use std::borrow::Cow;
use tickertone::{Analyzer, Options, Report, Unit};

/// What a line asks. The id is kept as it was written, whatever its type.
#[derive(Deserialize)]
struct Request<'a> {
    #[serde(borrow, default, deserialize_with = "present")]
    id: Option<&'a RawValue>,
    #[serde(borrow)]
    text: Cow<'a, str>,
    title: Option<String>,
    targets: Option<Vec<String>>,
}

#[derive(Serialize)]
struct Record<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'a RawValue>,
    #[serde(flatten)]
    report: Report,
}

#[derive(Serialize)]
struct Failure<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'a RawValue>,
    line: u64,
    error: String,
}

/// An answer to a line.
pub(crate) struct Answer {
    /// JSON with a line feed at its end.
    pub(crate) json: Vec<u8>,
    /// Whether it is a record and not an error.
    pub(crate) good: bool,
}

/// Answers a line.
pub(crate) fn answer(analyzer: &Analyzer, line: &Line, offsets: Unit) -> Answer {
    let (good, json) = match record(analyzer, line, offsets) {
        Ok(json) => (true, json),
        Err(error) => (false, serde_json::to_vec(&Failure { id: id(&line.bytes), line: line.number, error })),
    };
    // Serialising to memory fails only for maps with keys that are not strings; these types hold none.
    let mut json = json.expect("a record is valid JSON");
    json.push(b'\n');
    Answer { json, good }
}

/// The record in JSON, or what is wrong with the line.
fn record(analyzer: &Analyzer, line: &Line, offsets: Unit) -> Result<serde_json::Result<Vec<u8>>, String> {
    if !line.whole {
        return Err(format!("the line is longer than {MAX_LINE} bytes (32 MiB), the most that is read"));
    }
    let json =
        std::str::from_utf8(&line.bytes).map_err(|e| format!("not UTF-8 at byte {} of the line", e.valid_up_to()))?;
    // serde would take an array for a record without field names.
    if !json.trim_start().starts_with('{') {
        return Err("not a JSON object".into());
    }
    let request: Request = serde_json::from_str(json).map_err(|e| describe(&e))?;
    let options =
        Options { title: request.title, targets: request.targets.unwrap_or_default(), offsets, ..Options::default() };
    let report = analyzer.analyze_with(&request.text, &options).map_err(|e| e.to_string())?;
    Ok(serde_json::to_vec(&Record { id: request.id, report }))
}

/// What serde says, without its line number: to serde every line is the first.
fn describe(error: &serde_json::Error) -> String {
    error.to_string().replace(" at line 1 column ", " at column ")
}

/// Reads a field that is there, `null` included.
fn present<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<&'de RawValue>, D::Error> {
    <&RawValue>::deserialize(deserializer).map(Some)
}

/// The id of a line that is no good request, if it stands before what is wrong.
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
