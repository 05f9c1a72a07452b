//! Plain text with fields in braces.

use super::{LetterFault, LetterField};

/// What can be filled into a text.
pub trait Field: Copy {
    /// The field of this name, as it stands between braces.
    fn named(name: &str) -> Option<Self>;
}

impl Field for LetterField {
    fn named(name: &str) -> Option<Self> {
        Self::named(name)
    }
}

/// A part of a text with fields.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece<F = LetterField> {
    /// As it stands.
    Text(String),
    /// What is filled in.
    Field(F),
}

/// A text with fields, read once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template<F = LetterField> {
    pieces: Vec<Piece<F>>,
}

/// A part of a text with names in braces.
pub(super) enum Raw {
    Text(String),
    Named { name: String, line: usize },
}

impl<F: Field> Template<F> {
    /// Reads a text; `{{` and `}}` are braces themselves. `field` is where a form has it.
    ///
    /// # Errors
    /// [`LetterFault::UnknownField`], [`LetterFault::LooseBrace`].
    pub fn parse(field: &'static str, text: &str) -> Result<Self, LetterFault> {
        let known = |raw| match raw {
            Raw::Text(text) => Ok(Piece::Text(text)),
            Raw::Named { name, line } => {
                F::named(&name).map(Piece::Field).ok_or(LetterFault::UnknownField { field, name, line })
            }
        };
        let pieces = split(field, text)?.into_iter().map(known).collect::<Result<_, _>>()?;
        Ok(Self { pieces })
    }

    /// Its parts, in order.
    pub(super) fn pieces(&self) -> &[Piece<F>] {
        &self.pieces
    }

    /// The text with every field filled in; what is filled in is not read again.
    pub fn fill(&self, value: impl Fn(F) -> String) -> String {
        let each = self.pieces.iter().map(|piece| match piece {
            Piece::Text(text) => text.clone(),
            Piece::Field(field) => value(*field),
        });
        each.collect()
    }

    /// Whether it holds a field, and all that it holds are empty.
    pub fn is_void(&self, value: impl Fn(F) -> String) -> bool {
        let mut fields = self.pieces.iter().filter_map(|piece| match piece {
            Piece::Field(field) => Some(value(*field)),
            Piece::Text(_) => None,
        });
        fields.next().is_some_and(|first| first.is_empty() && fields.all(|other| other.is_empty()))
    }
}

/// Splits a text at its braces.
pub(super) fn split(field: &'static str, text: &str) -> Result<Vec<Raw>, LetterFault> {
    let mut parts = Vec::new();
    let mut plain = String::new();
    let (mut rest, mut line) = (text, 1);
    while let Some(c) = rest.chars().next() {
        let doubled = rest.starts_with("{{") || rest.starts_with("}}");
        if doubled || !matches!(c, '{' | '}') {
            line += usize::from(c == '\n');
            plain.push(c);
            rest = &rest[if doubled { 2 } else { c.len_utf8() }..];
            continue;
        }
        let loose = LetterFault::LooseBrace { field, line };
        let closed = rest.strip_prefix('{').and_then(|inner| inner.split_once('}'));
        let (name, after) = closed.filter(|(name, _)| !name.contains(['{', '\n'])).ok_or(loose)?;
        if !plain.is_empty() {
            parts.push(Raw::Text(std::mem::take(&mut plain)));
        }
        parts.push(Raw::Named { name: name.trim().to_owned(), line });
        rest = after;
    }
    if !plain.is_empty() {
        parts.push(Raw::Text(plain));
    }
    Ok(parts)
}
