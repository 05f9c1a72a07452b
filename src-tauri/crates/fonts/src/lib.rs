//! fonts.
