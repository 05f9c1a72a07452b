//! Markdown's nesting kept within what a page can hold.

use pulldown_cmark::{Event, Tag, TagEnd};

/// How deep lists and quotes may be nested; each level takes some width of the
/// page. What lies deeper goes on at this depth.
const BLOCK_LIMIT: usize = 8;

/// How deep styles may be nested within a line.
const INLINE_LIMIT: usize = 8;

/// What stands for the edge of a container that was left out. The parser never
/// gives this event itself: task lists are not asked for.
const BOUNDARY: Event<'static> = Event::TaskListMarker(false);

/// Whether an event is the edge of a container that was left out.
pub(crate) fn is_boundary(event: &Event<'_>) -> bool {
    matches!(event, Event::TaskListMarker(_))
}

/// The events without the containers that are nested too deeply.
pub(crate) struct Shallow<I> {
    events: I,
    /// Whether each open container is kept.
    open: Vec<bool>,
    blocks: usize,
    inlines: usize,
}

impl<I> Shallow<I> {
    /// Wraps a parser's events.
    pub(crate) fn new(events: I) -> Self {
        Shallow { events, open: Vec::new(), blocks: 0, inlines: 0 }
    }

    fn start<'a>(&mut self, tag: Tag<'a>) -> Option<Event<'a>> {
        let (kept, is_inline) = match &tag {
            Tag::BlockQuote(_) | Tag::List(_) => (take(&mut self.blocks, BLOCK_LIMIT), false),
            // An item goes with its list.
            Tag::Item => (self.open.last().copied().unwrap_or(true), false),
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. } => {
                (take(&mut self.inlines, INLINE_LIMIT), true)
            }
            _ => return Some(Event::Start(tag)),
        };
        self.open.push(kept);
        if kept { Some(Event::Start(tag)) } else { edge(is_inline) }
    }

    fn end<'a>(&mut self, tag: TagEnd) -> Option<Event<'a>> {
        let (depth, is_inline) = match tag {
            TagEnd::BlockQuote(_) | TagEnd::List(_) => (Some(&mut self.blocks), false),
            TagEnd::Item => (None, false),
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image => {
                (Some(&mut self.inlines), true)
            }
            _ => return Some(Event::End(tag)),
        };
        if !self.open.pop().unwrap_or(true) {
            return edge(is_inline);
        }
        if let Some(depth) = depth {
            *depth = depth.saturating_sub(1);
        }
        Some(Event::End(tag))
    }
}

fn take(depth: &mut usize, limit: usize) -> bool {
    let fits = *depth < limit;
    *depth += usize::from(fits);
    fits
}

fn edge<'a>(is_inline: bool) -> Option<Event<'a>> {
    (!is_inline).then_some(BOUNDARY)
}

impl<'a, I: Iterator<Item = Event<'a>>> Iterator for Shallow<I> {
    type Item = Event<'a>;

    fn next(&mut self) -> Option<Event<'a>> {
        loop {
            let event = match self.events.next()? {
                Event::Start(tag) => self.start(tag),
                Event::End(tag) => self.end(tag),
                other => Some(other),
            };
            if event.is_some() {
                return event;
            }
        }
    }
}
