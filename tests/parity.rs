//! The engine's network against the vectors that the training side wrote.
#![cfg(not(target_arch = "wasm32"))]

use serde::Deserialize;
use tickertone::model::{EMBEDDED, Features, Model, Reading, Scratch};

#[derive(Deserialize)]
struct Vector {
    text: String,
    ids: Vec<u16>,
    shapes: Vec<u8>,
    changes: Vec<u8>,
    relations: Vec<u8>,
    contributions: Vec<f32>,
    score: f32,
}

#[test]
fn the_network_computes_what_training_computed() {
    let vectors: Vec<Vector> = serde_json::from_str(include_str!("parity.json")).unwrap();
    assert!(vectors.len() >= 6);
    let model = Model::from_bytes(EMBEDDED).unwrap();
    for v in vectors {
        let mut features = Features::default();
        (features.ids, features.shapes, features.changes) = (v.ids, v.shapes, v.changes);
        let (mut scratch, mut reading) = (Scratch::default(), Reading::default());
        model.network.begin(&features, &mut scratch);
        model.network.finish(&v.relations, &mut scratch, &mut reading);
        assert_eq!(reading.contributions.len(), v.contributions.len());
        // int16 activations and 5 decimals: closer than 0.002 is the same network.
        assert!((reading.score - v.score).abs() < 2e-3, "{}: {} is not {}", v.text, reading.score, v.score);
        for (a, b) in reading.contributions.iter().zip(&v.contributions) {
            assert!((a - b).abs() < 2e-3, "{}: {a} is not {b}", v.text);
        }
    }
}
