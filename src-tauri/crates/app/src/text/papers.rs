//! What is said of papers: how they are numbered, replaced and delivered.

use entaku_domain::delivery::{Handed, Recipient, Way};
use entaku_domain::era::DateStyle;
use entaku_domain::paper::PaperClass;
use entaku_domain::paper_fault::PaperFault as F;
use entaku_domain::paper_set::{ChangeKind, SetPaper};
use entaku_domain::paper_style::NumberStyle;
use serde_json::Value;

/// One objection in a sentence.
pub(super) fn fault(style: DateStyle, found: &F) -> String {
    match found {
        F::DeliveredLater { on } => format!("{}は、まだ来ていない日です。", style.day_with_weekday(*on)),
        F::NotMember { name } => format!("{name}さんは、会議の日に委員ではありません。"),
        F::DeliveredTwice { count } => format!("{count}件は、同じ記録がすでにあるため、加えませんでした。"),
        F::StyleEmpty { field } => {
            format!("{}の番号の前に付ける語が入っていないか、数字が入っています。", series(field))
        }
        F::StylesAlike { words } => format!("「{words}」を、２つの区分の番号に使っています。"),
        F::NumbersWithoutCollecting => "一連の番号を付けるのは、会議の後に回収する資料だけです。".to_owned(),
        F::NothingChanged => "出した資料から、変わったところはありません。".to_owned(),
        F::NothingIssued => "この会議の資料は、まだ出していません。".to_owned(),
        F::NothingCollected => "会議の後に回収する資料はありません。".to_owned(),
    }
}

/// What to do about one.
pub(super) fn hint(found: &F) -> &'static str {
    match found {
        F::DeliveredLater { .. } => "送った日、又は渡した日を入力してください。",
        F::StyleEmpty { .. } => "「資料」「資料第」「参考」のように、数字を除いて入力してください。",
        F::StylesAlike { .. } => "区分ごとに、違う語にしてください。当日の資料を続き番号にすることもできます。",
        F::NumbersWithoutCollecting => "「会議の後に回収する」も選ぶか、番号を付けるのをやめてください。",
        F::NothingChanged => "資料を差し替えるか加えてから、もう一度お試しください。",
        F::NothingIssued => "先に会議資料を印刷するか、保存してください。その後の変更から差替え資料を作ります。",
        F::NothingCollected => "回収する資料は、資料の変更の画面で「会議の後に回収する」を選んでください。",
        _ => "内容を確かめてください。",
    }
}

fn series(field: &str) -> &'static str {
    match field {
        "sent" => PaperClass::Sent.label(),
        "on_the_day" => PaperClass::OnTheDay.label(),
        _ => PaperClass::Reference.label(),
    }
}

/// How a body writes its numbers, by examples: 資料2-1、参考資料1.
fn style(style: &NumberStyle) -> String {
    let mut words: Vec<String> = PaperClass::ALL.iter().map(|c| style.write(*c, &[1])).collect();
    words.dedup();
    words.insert(1, style.write(PaperClass::Sent, &[2, 1]));
    let agenda = style.agenda_number().map(|n| format!("（次第を{n}とする）")).unwrap_or_default();
    format!("{}{agenda}", words.join("、"))
}

/// How a paper is handled, in a few words.
fn handling(value: &Value) -> String {
    let is = |key: &str| value.get(key).and_then(Value::as_bool).unwrap_or_default();
    let text = |key: &str| value.get(key).and_then(Value::as_str);
    let held = value.get("held_from").and_then(Value::as_array).map_or(0, Vec::len);
    let mut said: Vec<String> = Vec::new();
    said.extend(value.get("position").and_then(Value::as_u64).map(|n| format!("{n}番目")));
    said.extend(text("revised_on").map(|day| format!("修正{day}")));
    said.extend(text("revision_note").map(str::to_owned));
    said.extend(is("revised_on_the_day").then(|| "修正版は当日配付".to_owned()));
    said.extend(is("collect").then(|| "会議の後に回収".to_owned()));
    said.extend(is("copy_numbers").then(|| "番号入り".to_owned()));
    said.extend((held > 0).then(|| format!("渡さない委員{held}人")));
    let original = value.get("original").and_then(|o| o.get("name")).and_then(Value::as_str);
    said.extend(original.map(|name| format!("元のファイル「{name}」")));
    said.join("、")
}

/// The papers of a set that left, by number.
fn contents(value: &Value) -> String {
    let papers = value.get("papers").and_then(Value::as_array).into_iter().flatten();
    let numbers = papers.filter_map(|p| p.get("number").and_then(Value::as_str));
    numbers.collect::<Vec<_>>().join("、")
}

/// 会議資料を届ける（3人に未送付）.
pub(crate) fn deliver(what: Handed, lacking: usize) -> String {
    format!("{}を届ける（{lacking}人に未送付）", what.label())
}

/// 差替え資料を作る（資料2-1ほか2件が変わりました）.
pub(crate) fn replace(changed: &[&str]) -> String {
    let what = match changed {
        [first] => (*first).to_owned(),
        [first, rest @ ..] => format!("{first}ほか{}件", rest.len()),
        [] => String::new(),
    };
    format!("差替え資料を作る（{what}が変わりました）")
}

/// After what it changed, and until when it is wanted.
pub(crate) fn replace_reason(readers: &str) -> String {
    format!("{readers}の会議資料を出した後の変更です。{BY_THE_MEETING}")
}

/// When a replacement is due.
pub(crate) const BY_THE_MEETING: &str = "会議の日までに届けます。";

/// Who has not got it: 未送付　3人.
pub(crate) fn lacking(what: Handed, members: usize, lacking: usize) -> String {
    match lacking {
        0 => format!("{}は、委員{members}人全員に届けました。", what.label()),
        n if n == members => format!("{}は、まだどの委員にも届けていません。", what.label()),
        n => format!("{}を届けていない委員が{n}人います。", what.label()),
    }
}

/// The name of a change.
pub(super) fn action(code: &str) -> Option<&'static str> {
    Some(match code {
        "order_papers" => "資料の順の変更",
        "keep_original" => "元のファイルの保存",
        "set_paper_style" => "資料番号の書き方の設定",
        "set_paper_handling" => "資料の扱いの変更",
        "record_delivery" => "配付の記録",
        "update_delivery" => "配付の記録の訂正",
        "remove_deliveries" => "配付の記録の削除",
        _ => return None,
    })
}

/// What a record of a table is called in the history.
pub(super) fn table(name: &str) -> Option<&'static str> {
    Some(match name {
        "issued_packet" => "出した会議資料の内容",
        "paper_style" => "資料番号の書き方",
        "delivery" => "配付の記録",
        _ => return None,
    })
}

/// What a column is called in the history.
pub(super) fn column(table: &str, name: &str) -> Option<&'static str> {
    Some(match (table, name) {
        ("paper", "handling") => "資料の扱い",
        ("paper_style", "style") => "資料番号の書き方",
        ("issued_packet", "follows") => "差し替える前の資料",
        ("issued_packet", "contents") => "資料の内訳",
        ("delivery", "recipient" | "name") => "配付先",
        ("delivery", "what") => "配付したもの",
        ("delivery", "day") => "配付した日",
        ("delivery", "way") => "届け方",
        ("delivery", "copies") => "部数",
        _ => return None,
    })
}

/// The Japanese term of a code in the record of a delivery.
pub(super) fn coded(column: &str, code: &str) -> Option<&'static str> {
    match column {
        "recipient" => Recipient::from_code(code).ok().map(Recipient::label),
        "what" => Handed::from_code(code).ok().map(Handed::label),
        _ => Way::from_code(code).ok().map(Way::label),
    }
}

/// A value that is kept as JSON, in a few words.
pub(super) fn json(column: &str, value: &Value) -> Option<String> {
    match column {
        "handling" => Some(handling(value)),
        "style" => serde_json::from_value(value.clone()).ok().map(|s| style(&s)),
        "contents" => Some(contents(value)),
        _ => None,
    }
}

/// What becomes of a paper whose copies are numbered after the set has left.
pub(crate) const NUMBERED: &str = "番号を付けたものを、別に配付";
/// What the agenda is called in a list of corrections.
pub(crate) const AGENDA: &str = "次第";
/// Why the agenda is in a list of corrections.
pub(crate) const AGENDA_CHANGED: &str = "次第の内容又は資料の番号が変わったため";

/// The stamp of a page of a replacement: 差替え　令和8年10月12日.
pub(crate) fn stamp(kind: ChangeKind, day: &str) -> String {
    format!("{}　{day}", kind.label())
}

/// Which set is mended: 令和8年10月7日に出した会議資料（委員用）.
pub(crate) fn mends(day: &str, audience: &str) -> String {
    format!("{day}に出した会議資料（{audience}）")
}

/// 「資料3　計画（素案）」から変更.
pub(crate) fn was_called(number: &str, title: &str) -> String {
    format!("「{number}　{title}」から変更")
}

/// Where pages with a branch go.
pub(crate) const BRANCHES: &str = "番号に「-2」などが付くページは、その番号のページの後に入れてください。";

/// What readers of a replacement are asked to do.
pub(crate) fn correction_notes(withdrawn: bool) -> Vec<String> {
    let mut notes =
        vec!["お手元の会議資料から「取り除くページ」を抜き、「入れるページ」をその場所に入れてください。".to_owned()];
    notes.extend(withdrawn.then(|| "取下げの資料は、会議では使いません。".to_owned()));
    notes
}

/// 送付一覧.
pub(crate) const DELIVERY_LIST: &str = "送付一覧";
/// Its columns.
pub(crate) const DELIVERY_COLUMNS: [&str; 6] = ["日付", "配付したもの", "配付先", "届け方", "部数", "備考"];
/// In place of the day.
pub(crate) const NOT_YET: &str = "未送付";
/// Where nothing is recorded.
pub(crate) const NOTHING_DELIVERED: &str = "配付の記録はありません。";
/// 回収確認表.
pub(crate) const COLLECTION_LIST: &str = "回収資料の確認表";
/// The number of a copy.
pub(crate) const COPY: &str = "No.";
/// A column of members.
pub(crate) const MEMBER: &str = "委員";
/// A copy that nobody gets by name.
pub(crate) const SPARE: &str = "（予備）";
/// A column of notes.
pub(crate) const NOTE: &str = "備考";
/// What is asked for under the list.
pub(crate) const COLLECT: &str = "会議の後に、番号を確かめて回収し、□に印を付けてください。";
/// 配付計画.
pub(crate) const PACKET_PLAN: &str = "配付計画";
/// Its columns.
pub(crate) const PLAN_COLUMNS: [&str; 5] = ["配付先", "版", "形", "部数", "分ける理由"];
/// Members who get the usual set.
pub(crate) const MEMBERS: &str = "委員（共通）";
/// The secretariat with the spare copies.
pub(crate) const SECRETARIAT: &str = "事務局・予備";
/// Audience and press.
pub(crate) const OUTSIDE: &str = "傍聴・報道";
/// What has become of the agenda.
pub(crate) const CHANGED: &str = "変更";
/// Pages from outside do not grow beyond A3.
pub(crate) const LARGE_LIMIT: &str = "141％を超える拡大では、円卓で書いた文章だけが指定の大きさになります。PDFや画像の資料と表は、A3に入る大きさまで拡大しています。";

/// How a set is printed for somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Print {
    /// Large print, in percent; 0 for none.
    pub(crate) large: u16,
    /// Whether a file with the text goes with it.
    pub(crate) text: bool,
}

/// What the needs that are recorded of a member mean for their copy: 拡大文字 with points or
/// percents, テキスト, 点字 and 音声, for which the text is the source.
pub(crate) fn print_for(needs: &[String]) -> Print {
    let mut print = Print::default();
    for need in needs {
        let need = entaku_domain::text::half_width(need);
        if ["拡大", "大活字", "大きな文字", "大きい文字"].iter().any(|word| need.contains(word)) {
            print.large = enlargement(&need);
        }
        print.text |= ["テキスト", "点字", "音声", "読み上げ"].iter().any(|word| need.contains(word));
    }
    print
}

/// By how much: 18ポイント of the usual 10.5, 150%; to fill A3 where nothing is said.
fn enlargement(need: &str) -> u16 {
    let figures: String = need.chars().skip_while(|c| !c.is_ascii_digit()).take_while(char::is_ascii_digit).collect();
    let size: Option<u32> = figures.parse().ok();
    let percent = match size {
        Some(points @ 10..=40) if need.contains("ポイント") || need.contains("pt") => points * 1000 / 105,
        Some(percent @ 100..=400) => percent,
        _ => 141,
    };
    u16::try_from(percent.clamp(120, 200)).unwrap_or(141)
}

/// Why a member gets a set of their own.
pub(crate) fn own_set(print: &Print, without: &[String], named: bool) -> String {
    let mut why: Vec<String> = Vec::new();
    why.extend((print.large > 0 || print.text).then(|| "情報保障".to_owned()));
    why.extend((!without.is_empty()).then(|| format!("{}を除く", without.join("、"))));
    why.extend(named.then(|| "表紙に氏名".to_owned()));
    why.join("、")
}

/// 拡大171％（A3）、テキスト版.
pub(crate) fn print(large: u16, text: bool) -> String {
    let large = (large > 0).then(|| format!("拡大{large}％（A3）"));
    let text = text.then(|| "テキスト版".to_owned());
    let said: Vec<String> = large.into_iter().chain(text).collect();
    if said.is_empty() { "A4".to_owned() } else { said.join("、") }
}

/// 委員用, 公表用.
pub(crate) fn edition(readers: &str) -> &'static str {
    if readers == "public" { "公表用" } else { "委員用" }
}

/// 合計　26部.
pub(crate) fn copies_in_all(copies: u32) -> String {
    format!("合計　{copies}部")
}

/// 会議の日　令和8年10月14日（水）.
pub(crate) fn held_on(day: &str) -> String {
    format!("会議の日　{day}")
}

/// That papers were given other numbers after they left.
pub(crate) fn renamed_notice(now: &[SetPaper], was: &[SetPaper]) -> Option<String> {
    let number = |p: &&SetPaper| was.iter().any(|w| w.paper == p.paper && w.number != p.number && w.digest == p.digest);
    let renamed: Vec<&str> = now.iter().filter(number).map(|p| p.number.as_str()).collect();
    (!renamed.is_empty()).then(|| {
        format!(
            "出した後に番号が変わった資料（{}）があります。差替え一覧に、番号の読み替えを載せます。",
            renamed.join("、")
        )
    })
}

#[cfg(test)]
mod tests {
    //! What the needs of a member mean for their copy.
    use super::*;

    #[test]
    fn needs_mean_a_print() {
        for (need, large, text) in [
            ("拡大文字（18ポイント）", 171, false),
            ("拡大文字（１５０％）", 150, false),
            ("拡大文字（A3）", 141, false),
            ("大活字", 141, false),
            ("拡大文字（28ポイント）", 200, false),
            ("テキストデータ", 0, true),
            ("音声データ（本文のテキスト）", 0, true),
            ("手話通訳（2人）", 0, false),
            ("車いす席（机の高さ70cm）", 0, false),
        ] {
            assert_eq!(print_for(&[need.to_owned()]), Print { large, text }, "{need}");
        }
    }
}
