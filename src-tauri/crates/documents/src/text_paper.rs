//! A text written by the secretariat, as blocks of data.

use serde::{Deserialize, Serialize};

use crate::markdown;
use crate::plain::Lines;

/// A text (文書) written in Markdown and kept as data: nothing in it can ever
/// become markup of the page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TextPaper {
    /// The title, shown large at the head.
    pub title: String,
    /// Lines at the right of the head: date, author.
    pub byline: Vec<String>,
    /// The body.
    pub blocks: Vec<Block>,
}

/// A block of a text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Block {
    /// A heading; levels begin at 1 and never skip one going down.
    Heading {
        /// 1 to 6.
        level: u8,
        /// Its text.
        spans: Vec<Span>,
    },
    /// A paragraph.
    Paragraph {
        /// Its text.
        spans: Vec<Span>,
    },
    /// A list.
    List {
        /// The first number of a numbered list; none for bullets.
        start: Option<u64>,
        /// The items, each of one or more blocks.
        items: Vec<Vec<Block>>,
    },
    /// A quotation, or a block set apart.
    Quote {
        /// Its blocks.
        blocks: Vec<Block>,
    },
    /// Text in which spaces and line ends count.
    Code {
        /// Its text.
        text: String,
    },
    /// A table.
    Table {
        /// Alignment per column.
        align: Vec<Align>,
        /// The header row's cells.
        header: Vec<Vec<Span>>,
        /// The rows' cells, as many as there are columns.
        rows: Vec<Vec<Vec<Span>>>,
    },
    /// A line across.
    Rule,
}

/// Text in one style; a line feed in it is a line break.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Span {
    /// The text.
    pub text: String,
    /// Strong emphasis: bold.
    pub strong: bool,
    /// Emphasis: Japanese has no italics, so it is underlined.
    pub emphasis: bool,
}

/// Where a column's text stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Align {
    /// At the left.
    Left,
    /// In the middle.
    Center,
    /// At the right.
    Right,
}

impl TextPaper {
    /// Reads Markdown (CommonMark with tables). HTML in it stays text.
    #[must_use]
    pub fn from_markdown(title: impl Into<String>, source: &str) -> TextPaper {
        TextPaper { title: title.into(), byline: Vec::new(), blocks: markdown::blocks(source) }
    }

    /// The plain-text version.
    #[must_use]
    pub fn text(&self) -> String {
        let mut lines = Lines::default();
        lines.push(&self.title);
        for line in &self.byline {
            lines.push(line);
        }
        for block in &self.blocks {
            if !matches!(block, Block::Rule) {
                lines.gap();
            }
            block_text(block, 0, &mut lines);
        }
        lines.finish()
    }
}

fn block_text(block: &Block, depth: usize, lines: &mut Lines) {
    let indent = "　".repeat(depth);
    match block {
        Block::Heading { spans, .. } | Block::Paragraph { spans } => {
            for line in plain(spans).lines() {
                lines.push(format!("{indent}{line}"));
            }
        }
        Block::List { start, items } => {
            for (index, item) in items.iter().enumerate() {
                let mark = list_mark(*start, index);
                item_text(item, &mark, depth, lines);
            }
        }
        Block::Quote { blocks } => {
            for inner in blocks {
                block_text(inner, depth + 1, lines);
            }
        }
        Block::Code { text } => {
            for line in text.lines() {
                lines.push(format!("{indent}{line}"));
            }
        }
        Block::Table { header, rows, .. } => {
            rows.iter().for_each(|row| row_text(header, row, &indent, lines));
        }
        Block::Rule => lines.gap(),
    }
}

/// A row of a table as a list of 「見出し：値」, so that each value is heard with
/// its column's name. Empty cells are left out.
fn row_text(header: &[Vec<Span>], row: &[Vec<Span>], indent: &str, lines: &mut Lines) {
    let mut mark = "・";
    for (at, cell) in row.iter().enumerate() {
        let [label, value] =
            [header.get(at), Some(cell)].map(|spans| plain(spans.map_or(&[], Vec::as_slice)).replace('\n', " "));
        if value.trim().is_empty() {
            continue;
        }
        let colon = if label.trim().is_empty() { "" } else { "：" };
        lines.push(format!("{indent}{mark}{label}{colon}{value}"));
        mark = "　";
    }
}

fn list_mark(start: Option<u64>, index: usize) -> String {
    match start {
        Some(first) => format!("{}. ", first + index as u64),
        None => "・".to_owned(),
    }
}

/// An item's first line carries the mark; what follows is indented below it.
fn item_text(item: &[Block], mark: &str, depth: usize, lines: &mut Lines) {
    let indent = "　".repeat(depth);
    let mut rest = item;
    if let Some((Block::Paragraph { spans }, more)) = item.split_first() {
        lines.push(format!("{indent}{mark}{}", plain(spans).replace('\n', " ")));
        rest = more;
    }
    for block in rest {
        block_text(block, depth + 1, lines);
    }
}

fn plain(spans: &[Span]) -> String {
    spans.iter().map(|span| span.text.as_str()).collect()
}
