//! Where names stand in the text.
