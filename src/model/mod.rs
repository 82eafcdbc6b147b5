//! What the numbers are: the weights, the features and the network. Knows the text room only.

/// The version of the weights file that this engine reads.
pub const FORMAT: u32 = 1;
