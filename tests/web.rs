//! The JS edge, in Node and in a browser: the same reports as the native engine, spans that fit the JavaScript string,
//! and errors with a code.
#![cfg(target_arch = "wasm32")]

mod cases;

use cases::CASES;
use js_sys::{Array, JSON, JsString, Object, Reflect};
use tickertone::Report;
use tickertone::wasm::Engine;
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

fn engine() -> Engine {
    Engine::new(None).unwrap()
}

fn options(pairs: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (key, value) in pairs {
        Reflect::set(&object, &JsValue::from(*key), value).unwrap();
    }
    object.into()
}

fn analyze(text: &JsValue, options: &JsValue) -> Report {
    let record = engine().analyze(text, options).unwrap();
    serde_json::from_str(&String::from(JSON::stringify(&record).unwrap())).unwrap()
}

/// The `code` of the error that comes of it.
fn code(text: &JsValue, options: &JsValue) -> String {
    let error = engine().analyze(text, options).unwrap_err();
    assert!(error.is_instance_of::<js_sys::Error>());
    Reflect::get(&error, &"code".into()).unwrap().as_string().unwrap()
}

#[wasm_bindgen_test]
fn every_host_reads_alike() {
    for case in CASES {
        let expected: Report = serde_json::from_str(case.report).unwrap();
        assert_eq!(analyze(&case.article.into(), &JsValue::UNDEFINED), expected, "{}", case.name);
    }
}

#[wasm_bindgen_test]
fn spans_fit_the_javascript_string() {
    let text = "🚀 王氏集团’s “record” profit soared 40%. The CEO was fired \u{1F469}\u{200D}\u{1F4BC}. Café Ørsted’s debt fell — Tesla’s sales plunged.\n\n\
                Sign up for our newsletter 📧";
    let js = JsString::from(text);
    let report = analyze(&text.into(), &JsValue::UNDEFINED);
    assert!(!report.highlights.is_empty());
    let spans =
        report.highlights.iter().map(|h| (h.span, &h.text)).chain(report.ignored.iter().map(|i| (i.span, &i.text)));
    for (span, text) in spans {
        assert_eq!(&String::from(js.slice(span.start, span.end)), text);
    }
}

#[wasm_bindgen_test]
fn a_lone_surrogate_is_one_unit() {
    let broken = JsString::from_char_code(&[0xD83D, 0x20, 0x78, 0xDC00, 0x20])
        .concat(&"Net profit soared 40% to a record.".into());
    let whole = JsString::from("\u{FFFD} x\u{FFFD} Net profit soared 40% to a record.");
    let report = analyze(&broken, &JsValue::UNDEFINED);
    assert_eq!(report, analyze(&whole, &JsValue::UNDEFINED));
    assert!(!report.highlights.is_empty());
    for highlight in &report.highlights {
        assert_eq!(String::from(whole.slice(highlight.span.start, highlight.span.end)), highlight.text);
    }
}

#[wasm_bindgen_test]
fn options_are_read() {
    let targets = Array::of1(&"Kiwi Robotics".into());
    let given = options(&[
        ("title", "Profit soars at Kiwi Robotics".into()),
        ("targets", targets.into()),
        ("aliases", options(&[("My robots", js_sys::Array::of1(&"shares".into()).into())])),
        ("duplicates", true.into()),
    ]);
    let report = analyze(&"The shares rose.".into(), &given);
    assert!(report.entities.iter().any(|e| e.name == "Kiwi Robotics" && e.mentions.iter().any(|m| m.field.is_some())));
    assert!(report.entities.iter().any(|e| e.name == "My robots"));
}

#[wasm_bindgen_test]
fn what_a_report_ignored_can_be_kept() {
    let text = JsValue::from("👍 Profit rose.\n\nSubscribe now");
    let record = engine().analyze(&text, &JsValue::UNDEFINED).unwrap();
    let ignored = Reflect::get(&record, &"ignored".into()).unwrap();
    assert_eq!(Array::from(&ignored).length(), 1);
    let report = analyze(&text, &options(&[("keep", ignored)]));
    assert!(report.ignored.is_empty());
    assert_eq!(report.words, 4);
}

#[wasm_bindgen_test]
fn errors_have_a_code() {
    let none = JsValue::UNDEFINED;
    let over = "a".repeat(tickertone::MAX_BYTES + 1);
    assert_eq!(code(&over.into(), &none), "TooLong");
    // Within the limit in UTF-16 code units, over it in bytes.
    assert_eq!(code(&"€".repeat(tickertone::MAX_BYTES / 2).into(), &none), "TooLong");
    assert_eq!(code(&"x".into(), &options(&[("title", "a".repeat(tickertone::MAX_BYTES).into())])), "TooLong");
    assert_eq!(code(&42.into(), &none), "Options");
    assert_eq!(code(&"x".into(), &"title".into()), "Options");
    let backwards = options(&[("start", (-1).into()), ("end", 2.into())]);
    for (key, value) in [
        ("tilte", "x".into()),
        ("title", 1.into()),
        ("targets", "Tesla".into()),
        ("aliases", "Tesla".into()),
        ("duplicates", 1.into()),
        ("keep", "x".into()),
        ("keep", Array::of1(&1.into()).into()),
        ("keep", Array::of1(&backwards).into()),
    ] {
        assert_eq!(code(&"x".into(), &options(&[(key, value)])), "Options", "{key}");
    }
    let error = JsValue::from(Engine::new(Some(vec![1, 2, 3])).unwrap_err());
    assert_eq!(Reflect::get(&error, &"code".into()).unwrap(), JsValue::from("Model"));
}

#[wasm_bindgen_test]
fn it_says_which_version_runs() {
    let version = engine().version().unwrap();
    let get = |key: &str| Reflect::get(&version, &key.into()).unwrap().as_string().unwrap();
    assert_eq!(get("engine"), env!("CARGO_PKG_VERSION"));
    assert_eq!(get("model"), analyze(&"".into(), &JsValue::UNDEFINED).model);
}
