//! How a body writes the numbers of its papers (資料番号の書き方), and which comes next.
//!
//! Three ways are found in published lists: 資料2-1 with 参考1, 資料第1-1号, and 資料1 for
//! the agenda itself; the figures in half or in full width.

use crate::id::BodyId;
use crate::paper::{PaperClass, PaperNumber};
use crate::paper_fault::PaperFault;
use crate::text::search_key;
use crate::violation::Violation;
use std::collections::BTreeMap;

/// A series of numbers: what stands before the figures and after them.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Series {
    /// 資料, 資料第.
    pub before: String,
    /// Nothing, or 号.
    #[serde(default)]
    pub after: String,
}

/// A class of papers in the list: in which order, and how it is headed.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct ClassHeading {
    /// The class.
    pub class: PaperClass,
    /// How it is headed; empty for the usual term.
    #[serde(default)]
    pub heading: String,
}

/// How a body numbers and lists its papers.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct NumberStyle {
    /// Of papers sent beforehand.
    pub sent: Series,
    /// Of papers of the day; none where they go on in the series of those sent.
    pub on_the_day: Option<Series>,
    /// Of papers for reference.
    pub reference: Series,
    /// Figures and hyphens in full width: 資料２－１.
    #[serde(default)]
    pub wide: bool,
    /// The agenda is the first paper, 資料1.
    #[serde(default)]
    pub agenda: bool,
    /// The classes in the order of the list.
    pub classes: Vec<ClassHeading>,
}

/// The style that a body has set for itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BodyStyle {
    /// The body.
    pub body: BodyId,
    /// Its style.
    pub style: NumberStyle,
}

/// Words before the figures that are taken for a series of papers, as they are searched.
const KNOWN: [&str; 9] =
    ["資料", "資料第", "当日資料", "当日資料第", "参考資料", "参考資料第", "参考", "参考第", "資料no."];

impl NumberStyle {
    /// The style that an answer to 「資料番号の付け方」 asks for: 資料第1号 where it has 第,
    /// else 資料1; papers of the day and for reference have series of their own.
    pub fn usual(answer: &str) -> Self {
        let series = |words: &str| match answer.contains('第') {
            true => Series { before: format!("{words}第"), after: "号".to_owned() },
            false => Series { before: words.to_owned(), after: String::new() },
        };
        Self {
            sent: series("資料"),
            on_the_day: Some(series("当日資料")),
            reference: series("参考資料"),
            wide: false,
            agenda: false,
            classes: PaperClass::ALL.iter().map(|c| ClassHeading { class: *c, heading: String::new() }).collect(),
        }
    }

    /// The series of a class.
    pub fn series(&self, class: PaperClass) -> &Series {
        match class {
            PaperClass::Sent => &self.sent,
            PaperClass::OnTheDay => self.on_the_day.as_ref().unwrap_or(&self.sent),
            PaperClass::Reference => &self.reference,
        }
    }

    /// The place of a class in the list.
    pub fn rank(&self, class: PaperClass) -> usize {
        self.classes.iter().position(|c| c.class == class).unwrap_or(usize::MAX)
    }

    /// How a class is headed.
    pub fn heading(&self, class: PaperClass) -> &str {
        let own = self.classes.iter().find(|c| c.class == class).map(|c| c.heading.trim());
        own.filter(|h| !h.is_empty()).unwrap_or(class.label())
    }

    /// A number in the style: 資料2-1, 資料第２－１号.
    pub fn write(&self, class: PaperClass, figures: &[u32]) -> String {
        let Series { before, after } = self.series(class);
        let figures: Vec<String> = figures.iter().map(u32::to_string).collect();
        let figures = figures.join("-");
        let shown: String = if self.wide { figures.chars().map(widened).collect() } else { figures };
        format!("{before}{shown}{after}")
    }

    /// The number of the agenda, where it is the first paper.
    pub fn agenda_number(&self) -> Option<String> {
        self.agenda.then(|| self.write(PaperClass::Sent, &[1]))
    }

    /// The number that a new paper of a class gets: one more than the highest of its series.
    pub fn next(&self, class: PaperClass, all: &[(PaperClass, PaperNumber)]) -> String {
        let own = self.key(class);
        let of_series = all.iter().filter(|(c, number)| self.key(*c) == own && is_series(self, *c, number));
        let highest = of_series.filter_map(|(_, number)| number.figures().first().copied()).max();
        let before = highest.unwrap_or(u32::from(self.agenda && own == self.key(PaperClass::Sent)));
        self.write(class, &[before.saturating_add(1)])
    }

    /// The numbers in the style, in the order given and without gaps: 2-1 and 2-2 stay under
    /// one figure. A number of another series keeps its words; one without figures stays.
    pub fn renumbered(&self, all: &[(PaperClass, PaperNumber)]) -> Vec<String> {
        let mut seen: BTreeMap<String, Steps> = BTreeMap::new();
        all.iter().map(|(class, number)| self.renumber(&mut seen, *class, number)).collect()
    }

    fn renumber(&self, seen: &mut BTreeMap<String, Steps>, class: PaperClass, number: &PaperNumber) -> String {
        let figures = number.figures();
        if figures.is_empty() {
            return number.to_string();
        }
        let ours = is_series(self, class, number);
        let key = if ours { self.key(class) } else { number.series() };
        let first = if ours && self.agenda && key == self.key(PaperClass::Sent) {
            Steps::after_agenda()
        } else {
            Steps::default()
        };
        let next = seen.entry(key).or_insert(first).step(&figures);
        if ours { self.write(class, &next) } else { with_figures(number.as_str(), &next) }
    }

    fn key(&self, class: PaperClass) -> String {
        search_key(&self.series(class).before)
    }

    /// Whether the style can be kept: every series has words, and no two the same.
    pub fn check(&self) -> Vec<Violation> {
        let named = [
            ("sent", Some(&self.sent)),
            ("on_the_day", self.on_the_day.as_ref()),
            ("reference", Some(&self.reference)),
        ];
        let mut found: Vec<Violation> = Vec::new();
        let mut words: Vec<String> = Vec::new();
        for (field, series) in named {
            let Some(series) = series else { continue };
            let key = search_key(series.before.trim());
            if key.is_empty() || key.chars().any(|c| c.is_ascii_digit()) {
                found.push(Violation::Paper(PaperFault::StyleEmpty { field }));
            } else if words.contains(&key) {
                found.push(Violation::Paper(PaperFault::StylesAlike { words: series.before.clone() }));
            }
            words.push(key);
        }
        found
    }
}

/// Old and new figures of the number before.
#[derive(Debug, Default)]
struct Steps {
    old: Vec<u32>,
    new: Vec<u32>,
}

impl Steps {
    /// The agenda is 1, and no paper's number stands under it.
    fn after_agenda() -> Self {
        Self { old: vec![0], new: vec![1] }
    }

    /// The figures that follow, where the old ones step as `figures` does.
    fn step(&mut self, figures: &[u32]) -> Vec<u32> {
        let common = figures.iter().zip(&self.old).take_while(|(a, b)| a == b).count();
        let at = common.min(figures.len() - 1);
        let figure = |i: usize| self.new.get(i).copied();
        let next: Vec<u32> = (0..figures.len())
            .map(|i| match i.cmp(&at) {
                std::cmp::Ordering::Less => figure(i).unwrap_or(1),
                std::cmp::Ordering::Equal => figure(i).unwrap_or(0).saturating_add(1),
                std::cmp::Ordering::Greater => 1,
            })
            .collect();
        (self.old, self.new) = (figures.to_vec(), next.clone());
        next
    }
}

/// Whether a number is written in a series of papers that the style may rewrite.
fn is_series(style: &NumberStyle, class: PaperClass, number: &PaperNumber) -> bool {
    let words = number.series();
    words == style.key(class) || KNOWN.contains(&words.as_str())
}

/// A number with other figures; its words stay as they were typed.
fn with_figures(typed: &str, figures: &[u32]) -> String {
    let mut rest = figures.iter();
    let mut out = String::new();
    let mut inside = false;
    for c in typed.chars() {
        let is_figure = crate::text::half_width(&c.to_string()).chars().all(|d| d.is_ascii_digit());
        if is_figure && !inside {
            out.push_str(&rest.next().map(u32::to_string).unwrap_or_default());
        } else if !is_figure {
            out.push(c);
        }
        inside = is_figure;
    }
    out
}

/// A figure or a hyphen in full width.
const fn widened(c: char) -> char {
    match c {
        '0'..='9' => match char::from_u32(c as u32 - '0' as u32 + '０' as u32) {
            Some(wide) => wide,
            None => c,
        },
        '-' => '－',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    //! V25: the styles of domain.md 2.5, what comes next, and what closes gaps.
    use super::*;
    use PaperClass::{OnTheDay, Reference, Sent};

    fn fuchu() -> NumberStyle {
        NumberStyle {
            on_the_day: None,
            reference: Series { before: "参考".into(), after: String::new() },
            ..NumberStyle::usual("")
        }
    }

    fn numbers(of: &[(PaperClass, &str)]) -> Vec<(PaperClass, PaperNumber)> {
        of.iter().map(|(class, text)| (*class, PaperNumber::new(*text))).collect()
    }

    #[test]
    fn v25_the_styles_of_published_lists() {
        let bunkyo = NumberStyle::usual("資料第1号");
        let wide = NumberStyle { wide: true, ..fuchu() };
        for (style, class, figures, text) in [
            (&fuchu(), Sent, &[2, 1][..], "資料2-1"),
            (&fuchu(), OnTheDay, &[5], "資料5"),
            (&fuchu(), Reference, &[1], "参考1"),
            (&bunkyo, Sent, &[1, 1], "資料第1-1号"),
            (&bunkyo, Reference, &[1], "参考資料第1号"),
            (&wide, Sent, &[2, 1], "資料２－１"),
        ] {
            assert_eq!(style.write(class, figures), text);
        }
    }

    #[test]
    fn v25_the_next_number_of_each_class() {
        let set = numbers(&[(Sent, "資料1"), (Sent, "資料2-3"), (OnTheDay, "席次表"), (Reference, "参考1")]);
        let style = fuchu();
        assert_eq!([Sent, OnTheDay, Reference].map(|c| style.next(c, &set)), ["資料3", "資料3", "参考2"]);
        let first = NumberStyle { agenda: true, ..fuchu() };
        assert_eq!(first.agenda_number().as_deref(), Some("資料1"));
        assert_eq!((first.next(Sent, &[]), first.next(Reference, &[])), ("資料2".into(), "参考1".into()));
    }

    #[test]
    fn v25_numbers_are_closed_up_and_rewritten() {
        let of = |style: &NumberStyle, set: &[(PaperClass, &str)]| style.renumbered(&numbers(set));
        let set = [
            (Sent, "資料1"),
            (Sent, "資料2-1"),
            (Sent, "資料2-3"),
            (Sent, "資料5"),
            (Reference, "参考2"),
            (OnTheDay, "席次表"),
            (OnTheDay, "資料7"),
            (OnTheDay, "別紙3"),
        ];
        assert_eq!(of(&fuchu(), &set), ["資料1", "資料2-1", "資料2-2", "資料3", "参考1", "席次表", "資料4", "別紙1"]);
        let bunkyo = NumberStyle::usual("第");
        assert_eq!(
            of(&bunkyo, &set),
            [
                "資料第1号",
                "資料第2-1号",
                "資料第2-2号",
                "資料第3号",
                "参考資料第1号",
                "席次表",
                "当日資料第1号",
                "別紙1"
            ]
        );
        let agenda = NumberStyle { agenda: true, ..fuchu() };
        assert_eq!(of(&agenda, &[(Sent, "資料1"), (Sent, "資料1-1")]), ["資料2", "資料2-1"]);
        assert_eq!(of(&agenda, &[(Sent, "資料1-1"), (Sent, "資料1-2")]), ["資料2-1", "資料2-2"]);
        assert_eq!(of(&agenda, &[(Sent, "資料2"), (Sent, "資料3")]), ["資料2", "資料3"]);
    }

    #[test]
    fn v25_series_have_words_and_differ() {
        assert_eq!(fuchu().check(), []);
        let empty = NumberStyle { sent: Series { before: " ".into(), after: String::new() }, ..fuchu() };
        assert_eq!(empty.check(), [Violation::Paper(PaperFault::StyleEmpty { field: "sent" })]);
        let same = NumberStyle { reference: Series { before: "資料".into(), after: String::new() }, ..fuchu() };
        assert_eq!(same.check(), [Violation::Paper(PaperFault::StylesAlike { words: "資料".into() })]);
    }
}
