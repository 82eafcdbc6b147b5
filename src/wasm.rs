//! The JS edge: the only file that knows JavaScript. One call in, one plain object out, spans in UTF-16 code units.

use crate::entity::alias::Aliases;
use crate::model::EMBEDDED;
use crate::report::{Field, Span};
use crate::{Analyzer, Error, MAX_BYTES, Options, Unit};
use js_sys::{Array, JsString, Object, Reflect};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::{JsCast, prelude::*};

/// The engine as JavaScript sees it: made once, asked often.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Engine {
    analyzer: Analyzer,
}

/// What is running.
#[derive(Serialize)]
struct Version {
    engine: &'static str,
    model: String,
}

#[wasm_bindgen]
impl Engine {
    /// The engine with the model that is built in, or with the one in these bytes.
    ///
    /// # Errors
    ///
    /// A JS `Error` with the `code` `Model` where the bytes, or those built in, are not a model that this version reads.
    #[wasm_bindgen(constructor)]
    pub fn new(model: Option<Vec<u8>>) -> Result<Self, JsValue> {
        // Not `new()`: where the module was damaged on its way, the model's checksum says so.
        Ok(Self { analyzer: Analyzer::from_bytes(model.as_deref().unwrap_or(EMBEDDED))? })
    }

    /// `{engine, model}`: the versions of both.
    pub fn version(&self) -> Result<JsValue, JsValue> {
        plain(&Version { engine: env!("CARGO_PKG_VERSION"), model: self.analyzer.model().into() })
    }

    /// Reads `text` with `{title?, targets?, aliases?, duplicates?, keep?}` and returns the report as a plain object. A lone surrogate is
    /// read as U+FFFD, which is one code unit too, so spans fit the string given.
    ///
    /// # Errors
    ///
    /// A JS `Error` whose `code` is `TooLong` or, where an argument is not what it must be, `Options`.
    pub fn analyze(&self, text: &JsValue, options: &JsValue) -> Result<JsValue, JsValue> {
        let text = string("the text", text)?;
        let (title, options) = read_options(options)?;
        // Every code unit takes a byte of UTF-8 or more: what is too long already is not copied into this memory.
        let units = text.length() as usize + title.as_ref().map_or(0, |t| t.length() as usize);
        if units > MAX_BYTES {
            return Err(Error::TooLong { bytes: units }.into());
        }
        let options = Options { title: title.map(String::from), ..options };
        plain(&self.analyzer.analyze_with(&String::from(text), &options)?)
    }
}

/// As JSON has it: objects for maps, `null` for nothing, numbers for integers.
fn plain(value: &impl Serialize) -> Result<JsValue, JsValue> {
    Ok(value.serialize(&Serializer::json_compatible())?)
}

/// Reads the options by hand, for serde-wasm-bindgen passes over keys that a struct does not have. The title comes apart,
/// not yet copied.
fn read_options(value: &JsValue) -> Result<(Option<JsString>, Options), JsValue> {
    let mut title = None;
    let mut options = Options { offsets: Unit::Utf16, ..Options::default() };
    if value.is_undefined() || value.is_null() {
        return Ok((title, options));
    }
    let object: &Object = value.dyn_ref().ok_or_else(|| invalid("the options must be an object"))?;
    for key in Object::keys(object) {
        let value = Reflect::get(object, &key)?;
        match String::from(key.unchecked_into::<JsString>()).as_str() {
            _ if value.is_undefined() => {}
            "title" => title = Some(string("the title", &value)?),
            "targets" => options.targets = targets(&value)?,
            "aliases" => options.aliases = aliases(&value)?,
            "duplicates" => {
                options.duplicates = value.as_bool().ok_or_else(|| invalid("duplicates must be true or false"))?;
            }
            "keep" => options.keep = spans(&value)?,
            other => {
                return Err(invalid(&format!(
                    "there is no option {other:?}; title, targets, aliases, duplicates, keep are read"
                )));
            }
        }
    }
    Ok((title, options))
}

fn targets(value: &JsValue) -> Result<Vec<String>, JsValue> {
    let names: &Array = value.dyn_ref().ok_or_else(|| invalid("the targets must be an array of strings"))?;
    names.iter().map(|name| Ok(string("a target", &name)?.into())).collect()
}

/// `{start, end}` objects; whatever else one holds, as those of a report do, is passed over, but for the field it lies in.
fn spans(value: &JsValue) -> Result<Vec<Span>, JsValue> {
    let wrong = || invalid("keep must be an array of spans: {start, end} in UTF-16 code units");
    let spans: &Array = value.dyn_ref().ok_or_else(wrong)?;
    let read = |span: JsValue| {
        let get = |key: &str| Reflect::get(&span, &key.into()).map_err(|_| wrong());
        let place = |key| {
            let number = get(key)?.as_f64().ok_or_else(wrong)?;
            if f64::from(number as u32) == number { Ok(number as u32) } else { Err(wrong()) }
        };
        let field = (!get("field")?.is_undefined()).then_some(Field::Title);
        Ok(Span { start: place("start")?, end: place("end")?, field })
    };
    spans.iter().map(read).collect()
}

/// `{name: [other name, ...], ...}`.
fn aliases(value: &JsValue) -> Result<Aliases, JsValue> {
    let what = "the aliases must be an object of arrays of strings";
    let object: &Object = value.dyn_ref().ok_or_else(|| invalid(what))?;
    let pair = |key: JsValue| -> Result<(String, Vec<String>), JsValue> {
        let others = Reflect::get(object, &key)?;
        let others: &Array = others.dyn_ref().ok_or_else(|| invalid(what))?;
        let others: Result<_, JsValue> = others.iter().map(|name| Ok(string("an alias", &name)?.into())).collect();
        Ok((key.unchecked_into::<JsString>().into(), others?))
    };
    Object::keys(object).iter().map(pair).collect()
}

fn string(what: &str, value: &JsValue) -> Result<JsString, JsValue> {
    value.dyn_ref::<JsString>().cloned().ok_or_else(|| invalid(&format!("{what} must be a string")))
}

fn invalid(message: &str) -> JsValue {
    coded("Options", message)
}

/// A JS `Error` with a stable word for programs beside the message for people.
fn coded(code: &str, message: &str) -> JsValue {
    let error: JsValue = js_sys::Error::new(message).into();
    match Reflect::set(&error, &"code".into(), &code.into()) {
        Ok(_) => error,
        Err(why) => why,
    }
}

impl From<Error> for JsValue {
    fn from(error: Error) -> Self {
        coded(error.code(), &error.to_string())
    }
}
