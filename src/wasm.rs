//! The JS edge: the only file that knows JavaScript.
