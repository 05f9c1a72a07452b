//! The real core behind loopback HTTP, for testing the screens in a browser.
fn main() {}
