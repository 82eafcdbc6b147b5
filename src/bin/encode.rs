//! Turns labelled texts into the network's input.
fn main() {}
