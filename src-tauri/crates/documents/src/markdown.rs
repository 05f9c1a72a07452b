//! Markdown into blocks of data.

use pulldown_cmark::{Alignment, CodeBlockKind, Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use crate::shallow::{Shallow, is_boundary};
use crate::{Align, Block, Span};

/// The blocks of a Markdown text. Whatever has no meaning on paper (links'
/// targets, images) leaves its text; HTML stays as it was typed.
pub(crate) fn blocks(source: &str) -> Vec<Block> {
    let events = Shallow::new(Parser::new_ext(source, Options::ENABLE_TABLES));
    let mut reader = Reader::new(events);
    let mut blocks = reader.blocks();
    tidy_headings(&mut blocks, &mut 0);
    blocks
}

/// Headings may not skip a level going down (PDF/UA), wherever they stand: `#`
/// then `> ###` becomes levels 1 and 2. One without words is left out.
fn tidy_headings(blocks: &mut Vec<Block>, last: &mut u8) {
    blocks.retain(|block| !matches!(block, Block::Heading { spans, .. } if !has_words(spans)));
    for block in blocks {
        match block {
            Block::Heading { level, .. } => {
                *level = (*level).min(*last + 1);
                *last = *level;
            }
            Block::List { items, .. } => items.iter_mut().for_each(|item| tidy_headings(item, last)),
            Block::Quote { blocks } => tidy_headings(blocks, last),
            _ => {}
        }
    }
}

/// Whether anything in the spans can be seen.
fn has_words(spans: &[Span]) -> bool {
    spans.iter().any(|span| crate::plain::is_visible(&span.text))
}

struct Reader<'a, I: Iterator<Item = Event<'a>>> {
    events: std::iter::Peekable<I>,
}

/// What came after an inline run.
enum Stop {
    /// The container ended.
    End,
    /// A block begins within it, as in a tight list item.
    Block,
}

impl<'a, I: Iterator<Item = Event<'a>>> Reader<'a, I> {
    fn new(events: I) -> Self {
        Reader { events: events.peekable() }
    }

    /// Blocks up to the end of the container they stand in.
    fn blocks(&mut self) -> Vec<Block> {
        let mut blocks = Vec::new();
        while let Some(event) = self.events.peek() {
            match event {
                Event::End(_) => {
                    self.events.next();
                    break;
                }
                Event::Rule => {
                    self.events.next();
                    blocks.push(Block::Rule);
                }
                event if is_boundary(event) => {
                    self.events.next();
                }
                Event::Start(tag) if is_block(tag) => {
                    if let Some(Event::Start(tag)) = self.events.next() {
                        self.block(tag, &mut blocks);
                    }
                }
                _ => self.loose_text(&mut blocks),
            }
        }
        blocks
    }

    /// Text of a tight list item stands in no paragraph of its own.
    fn loose_text(&mut self, blocks: &mut Vec<Block>) {
        let mut spans = Vec::new();
        // Whatever stopped it is the caller's to consume.
        self.inline(&mut spans, Span::default());
        if !spans.is_empty() {
            blocks.push(Block::Paragraph { spans });
        }
    }

    fn block(&mut self, tag: Tag<'a>, blocks: &mut Vec<Block>) {
        match tag {
            Tag::Heading { level, .. } => {
                let spans = self.spans();
                blocks.push(Block::Heading { level: number(level), spans });
            }
            Tag::Paragraph => {
                let spans = self.spans();
                if !spans.is_empty() {
                    blocks.push(Block::Paragraph { spans });
                }
            }
            Tag::List(start) => {
                let items = self.items();
                blocks.push(Block::List { start, items });
            }
            Tag::BlockQuote(_) => {
                let inner = self.blocks();
                blocks.push(Block::Quote { blocks: inner });
            }
            Tag::CodeBlock(CodeBlockKind::Fenced(_) | CodeBlockKind::Indented) => {
                blocks.push(Block::Code { text: self.raw_text() });
            }
            Tag::HtmlBlock => {
                let text = self.raw_text().trim_end().to_owned();
                let spans = vec![Span { text, ..Span::default() }];
                blocks.push(Block::Paragraph { spans });
            }
            Tag::Table(align) => blocks.push(self.table(&align)),
            _ => blocks.extend(self.blocks()),
        }
    }

    /// The items of a list, up to its end.
    fn items(&mut self) -> Vec<Vec<Block>> {
        let mut items = Vec::new();
        while let Some(event) = self.events.next() {
            match event {
                Event::Start(Tag::Item) => items.push(self.blocks()),
                Event::End(TagEnd::List(_)) => break,
                _ => {}
            }
        }
        items
    }

    fn table(&mut self, align: &[Alignment]) -> Block {
        let mut header = Vec::new();
        let mut rows = Vec::new();
        let mut row = Vec::new();
        while let Some(event) = self.events.next() {
            match event {
                Event::Start(Tag::TableCell) => row.push(self.spans()),
                Event::End(TagEnd::TableHead) => header = std::mem::take(&mut row),
                Event::End(TagEnd::TableRow) => rows.push(std::mem::take(&mut row)),
                Event::End(TagEnd::Table) => break,
                _ => {}
            }
        }
        Block::Table { align: align.iter().map(alignment).collect(), header, rows }
    }

    /// The text of a code or HTML block, up to its end.
    fn raw_text(&mut self) -> String {
        let mut text = String::new();
        for event in self.events.by_ref() {
            match event {
                Event::Text(part) | Event::Html(part) => text.push_str(&part),
                Event::End(_) => break,
                _ => {}
            }
        }
        text
    }

    /// Spans up to the end of their block, which is consumed.
    fn spans(&mut self) -> Vec<Span> {
        let mut spans = Vec::new();
        if let Stop::End = self.inline(&mut spans, Span::default()) {
            self.events.next();
        }
        spans
    }

    /// Adds spans in the given style; stops before the end or the next block.
    fn inline(&mut self, spans: &mut Vec<Span>, style: Span) -> Stop {
        while let Some(event) = self.events.peek() {
            match event {
                Event::End(_) => return Stop::End,
                Event::Rule => return Stop::Block,
                event if is_boundary(event) => return Stop::Block,
                Event::Start(tag) if is_block(tag) => return Stop::Block,
                _ => {}
            }
            let Some(event) = self.events.next() else { break };
            match event {
                Event::Start(tag) => {
                    self.inline(spans, styled(&style, &tag));
                    self.events.next();
                }
                Event::SoftBreak => soft_break(spans, &style),
                Event::HardBreak => push(spans, "\n", &style),
                Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => {
                    push(spans, &text, &style)
                }
                _ => {}
            }
        }
        Stop::End
    }
}

fn is_block(tag: &Tag) -> bool {
    !matches!(tag, Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. })
}

fn styled(style: &Span, tag: &Tag) -> Span {
    let mut style = style.clone();
    match tag {
        Tag::Strong => style.strong = true,
        Tag::Emphasis => style.emphasis = true,
        _ => {}
    }
    style
}

/// Appends text, joining it to a span of the same style.
fn push(spans: &mut Vec<Span>, text: &str, style: &Span) {
    match spans.last_mut() {
        Some(last) if last.strong == style.strong && last.emphasis == style.emphasis => {
            last.text.push_str(text);
        }
        _ => spans.push(Span { text: text.to_owned(), ..style.clone() }),
    }
}

/// A line end within a paragraph: a space after Latin text, nothing after
/// Japanese, which knows no spaces between words.
fn soft_break(spans: &mut Vec<Span>, style: &Span) {
    let last = spans.last().and_then(|span| span.text.chars().last());
    if last.is_some_and(|c| c.is_ascii() && !c.is_whitespace()) {
        push(spans, " ", style);
    }
}

fn alignment(align: &Alignment) -> Align {
    match align {
        Alignment::Center => Align::Center,
        Alignment::Right => Align::Right,
        Alignment::None | Alignment::Left => Align::Left,
    }
}

fn number(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}
