//! The plain text of a recording (文字起こし): who says what and when, out of the patterns
//! that speech-to-text programs and typists use. Nobody is guessed; an unknown line goes on
//! with what the one before says.

use crate::text::half_width;

/// Marks before a speaker's name at the beginning of a line.
const BULLETS: [char; 7] = ['○', '◯', '〇', '●', '◎', '・', '◆'];
/// The longest name of a speaker, in characters.
const NAME_LIMIT: usize = 24;

/// One stretch of speech.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Said {
    /// When it begins, in seconds.
    pub seconds: Option<u32>,
    /// Who, as the text calls them; empty where it does not say.
    pub speaker: String,
    /// What. Lines stay lines.
    pub text: String,
}

/// What a line begins with.
#[derive(Debug, Default, PartialEq, Eq)]
struct Head<'a> {
    seconds: Option<u32>,
    speaker: Option<&'a str>,
    rest: &'a str,
}

/// A text as stretches of speech.
pub fn read(text: &str) -> Vec<Said> {
    let mut found: Vec<Said> = Vec::new();
    let mut waiting: Option<u32> = None;
    for line in text.lines().map(|l| l.trim_matches(['\u{feff}', ' ', '\t', '\r', '　'])) {
        if line.is_empty() || is_counter(line) {
            continue;
        }
        let head = head(line);
        if head.speaker.is_none() && head.rest.is_empty() {
            // A time on a line of its own is that of the next.
            waiting = head.seconds.or(waiting);
            continue;
        }
        let seconds = head.seconds.or(waiting.take());
        take(&mut found, seconds, head.speaker, head.rest);
    }
    found.retain(|said| !said.text.trim().is_empty());
    found
}

/// Adds a line: to whoever speaks, or to somebody new.
fn take(found: &mut Vec<Said>, seconds: Option<u32>, speaker: Option<&str>, rest: &str) {
    let same = |last: &Said| speaker.is_none_or(|name| name == last.speaker && !last.speaker.is_empty());
    match found.last_mut().filter(|last| same(last)) {
        Some(last) => {
            if !last.text.is_empty() && !rest.is_empty() {
                last.text.push('\n');
            }
            last.text.push_str(rest);
        }
        None => found.push(Said { seconds, speaker: speaker.unwrap_or_default().to_owned(), text: rest.to_owned() }),
    }
}

/// The number of a subtitle alone on its line.
fn is_counter(line: &str) -> bool {
    line.len() <= 5 && line.bytes().all(|b| b.is_ascii_digit())
}

/// Splits off a time and a name, in either order.
fn head(line: &str) -> Head<'_> {
    let (seconds, rest) = time(line);
    let (speaker, rest) = speaker(rest);
    match seconds {
        Some(_) => Head { seconds, speaker, rest },
        None => {
            let (seconds, after) = time(rest);
            if speaker.is_some() && seconds.is_some() {
                Head { seconds, speaker, rest: after }
            } else {
                Head { seconds: None, speaker, rest }
            }
        }
    }
}

/// [00:12:34], (12:34), 00:12:34,500 --> 00:12:40,000, or 00:12:34 alone before the words.
fn time(line: &str) -> (Option<u32>, &str) {
    let open = ['[', '［', '(', '（', '<', '＜'];
    let close = [']', '］', ')', '）', '>', '＞'];
    let bracketed = line.starts_with(open);
    let body = line.trim_start_matches(open);
    let end = body.find(|c: char| !is_time_part(c)).unwrap_or(body.len());
    let (digits, after) = body.split_at(end);
    let Some(seconds) = clock(digits) else { return (None, line) };
    let after = after.trim_start();
    if let Some(until) =
        after.strip_prefix("-->").or_else(|| after.strip_prefix('-')).or_else(|| after.strip_prefix('～'))
    {
        let until = until.trim_start();
        let end = until.find(|c: char| !is_time_part(c)).unwrap_or(until.len());
        let rest = until.get(end..).unwrap_or_default().trim_start_matches(close);
        return (Some(seconds), rest.trim_start_matches([' ', '　']));
    }
    if bracketed && !after.starts_with(close) {
        return (None, line);
    }
    (Some(seconds), after.trim_start_matches(close).trim_start_matches([' ', '　']))
}

fn is_time_part(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, ':' | '.' | ',' | '：' | '０'..='９')
}

/// 12:34 and 1:02:03, with or without a fraction.
fn clock(digits: &str) -> Option<u32> {
    let plain = half_width(digits);
    let whole = plain.split(['.', ',']).next()?;
    let parts: Vec<&str> = whole.split(':').collect();
    let figures = |p: &&str| (1..=2).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_digit());
    if !(2..=3).contains(&parts.len()) || !parts.iter().all(figures) {
        return None;
    }
    let mut numbers = parts.iter().filter_map(|p| p.parse::<u32>().ok());
    numbers.try_fold(0_u32, |sum, n| sum.checked_mul(60)?.checked_add(n).filter(|_| n < 100))
}

/// ○氏名　…, 【氏名】…, 氏名：…, Speaker 1 …, SPEAKER_00: ….
fn speaker(line: &str) -> (Option<&str>, &str) {
    for (open, close) in [('【', '】'), ('[', ']'), ('［', '］'), ('《', '》')] {
        if let Some((name, rest)) = line.strip_prefix(open).and_then(|rest| rest.split_once(close))
            && is_name(name)
        {
            return (Some(name.trim()), after_name(rest));
        }
    }
    if let Some(rest) = line.strip_prefix(BULLETS) {
        let end = rest.find(['　', ' ', '：', ':', '\t']);
        if let Some((name, said)) = end.and_then(|at| rest.split_at_checked(at)).filter(|(name, _)| is_name(name)) {
            return (Some(name.trim()), after_name(said));
        }
        if end.is_none() && is_name(rest) {
            return (Some(rest.trim()), "");
        }
    }
    if let Some(found) = numbered(line) {
        return found;
    }
    let clock =
        |name: &str, rest: &str| rest.starts_with("//") || (name.ends_with(is_figure) && rest.starts_with(is_figure));
    match line.split_once(['：', ':']) {
        Some((name, rest)) if is_name(name) && !name.contains(['。', '、', '「']) && !clock(name, rest) => {
            (Some(name.trim()), after_name(rest))
        }
        _ => (None, line),
    }
}

/// Speaker 1, SPEAKER_00, 話者1, with the words behind it on the line or on the next.
fn numbered(line: &str) -> Option<(Option<&str>, &str)> {
    let word = ["SPEAKER_", "Speaker ", "speaker ", "Speaker", "SPEAKER ", "話者", "発言者", "参加者"]
        .into_iter()
        .find(|word| line.starts_with(word))?;
    let rest = line.get(word.len()..)?;
    let digits = rest.find(|c: char| !is_figure(c)).unwrap_or(rest.len());
    if digits == 0 {
        return None;
    }
    let (name, after) = line.split_at_checked(word.len() + digits)?;
    Some((Some(name), after_name(after)))
}

fn is_figure(c: char) -> bool {
    c.is_ascii_digit() || ('０'..='９').contains(&c)
}

fn after_name(rest: &str) -> &str {
    rest.trim_start_matches(['：', ':', ' ', '　', '\t'])
}

/// Short, and no number.
fn is_name(name: &str) -> bool {
    let name = name.trim();
    let length = name.chars().count();
    let digits = name.chars().all(|c| c.is_ascii_digit() || c == '時' || c == '分');
    (1..=NAME_LIMIT).contains(&length) && !digits
}

#[cfg(test)]
mod tests {
    //! The patterns, one by one.
    use super::*;

    fn said(seconds: Option<u32>, speaker: &str, text: &str) -> Said {
        Said { seconds, speaker: speaker.into(), text: text.into() }
    }

    #[test]
    fn every_pattern_is_split() {
        for (text, expected) in [
            (
                "髙橋会長：それでは始めます。\nよろしくお願いします。",
                vec![said(None, "髙橋会長", "それでは始めます。\nよろしくお願いします。")],
            ),
            (
                "○髙橋会長　始めます。\n○事務局　はい。",
                vec![said(None, "髙橋会長", "始めます。"), said(None, "事務局", "はい。")],
            ),
            ("【髙橋会長】\n始めます。", vec![said(None, "髙橋会長", "始めます。")]),
            ("[00:12:34] Speaker 1: 始めます。", vec![said(Some(754), "Speaker 1", "始めます。")]),
            (
                "SPEAKER_00 始めます。\nSPEAKER_01 はい。",
                vec![said(None, "SPEAKER_00", "始めます。"), said(None, "SPEAKER_01", "はい。")],
            ),
            ("Speaker 1 00:12:34\n始めます。", vec![said(Some(754), "Speaker 1", "始めます。")]),
            ("話者１　(01:02)\n始めます。", vec![said(Some(62), "話者１", "始めます。")]),
            ("1\n00:00:01,000 --> 00:00:04,500\n髙橋: 始めます。", vec![said(Some(1), "髙橋", "始めます。")]),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }

    #[test]
    fn words_are_never_taken_for_a_name() {
        for text in ["時刻は14:00です。", "資料は、次のとおりです：１、２", "https://example.invalid/", "始めます。"]
        {
            assert_eq!(read(text), [said(None, "", text)], "{text}");
        }
        let same = read("○髙橋　一つ目。\n○髙橋　二つ目。");
        assert_eq!(same, [said(None, "髙橋", "一つ目。\n二つ目。")], "one who goes on is one stretch");
    }
}
