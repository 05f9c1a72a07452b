//! Small tools of the plain-text versions.

/// Collects the lines of a plain-text version; empty parts are left out.
#[derive(Default)]
pub(crate) struct Lines(Vec<String>);

impl Lines {
    /// Adds a line unless it is empty.
    pub(crate) fn push(&mut self, line: impl Into<String>) {
        let line = line.into();
        if !line.trim().is_empty() {
            self.0.push(line);
        }
    }

    /// Adds an empty line between two parts, never two in a row.
    pub(crate) fn gap(&mut self) {
        if self.0.last().is_some_and(|line| !line.is_empty()) {
            self.0.push(String::new());
        }
    }

    /// Adds the lines of another text after a gap.
    pub(crate) fn part(&mut self, text: &str) {
        self.gap();
        self.0.extend(text.trim_end().lines().map(str::to_owned));
    }

    /// The text, ending in one line feed.
    pub(crate) fn finish(mut self) -> String {
        while self.0.last().is_some_and(String::is_empty) {
            self.0.pop();
        }
        let mut text = self.0.join("\n");
        text.push('\n');
        text
    }
}

/// The non-empty parts with a full-width space between them.
pub(crate) fn spaced(parts: &[&str]) -> String {
    let kept: Vec<&str> = parts.iter().copied().filter(|part| !part.is_empty()).collect();
    kept.join("　")
}

/// Whether a text has anything that can be seen.
pub(crate) fn is_visible(text: &str) -> bool {
    text.chars().any(|c| {
        !c.is_whitespace() && !c.is_control() && !matches!(c, '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}')
    })
}
