//! The words of notices, replies, opinions and the public at a meeting.

mod wordings;

use entaku_domain::Day;
use entaku_domain::FiscalYear;
use entaku_domain::era::DateStyle;
use entaku_domain::gallery::Admission;
use entaku_domain::meeting::Mode;
use entaku_domain::need::NeedDue;
use entaku_domain::notice_fault::NoticeFault;
use entaku_domain::reply::ReplyCounts;
pub(crate) use wordings::usual;

/// In place of a name that is not known.
pub(crate) const UNNAMED: &str = "（氏名未定）";
/// A place that is made up, to look at a wording.
pub(crate) const SAMPLE_PLACE: &str = "市役所　第１会議室";
/// A reason that is made up.
pub(crate) const SAMPLE_REASON: &str = "台風の接近により、来場の安全を確保できないため";
/// A member who is made up.
pub(crate) const SAMPLE_MEMBER: &str = "見本　太郎";
/// The new day of a meeting that was put off is open.
pub(crate) const NOT_YET: &str = "未定（決まり次第、お知らせします。）";
/// What stands beside each item of a ballot.
pub(crate) const BALLOT: &str = "□賛成　　□反対\n意見：";
/// The same with room to write.
pub(crate) const ROOMY_BALLOT: &str = "□賛成　　□反対\n意見：\n\u{3000}";
/// For the whole meeting, where no item is named.
pub(crate) const WHOLE_MEETING: &str = "会議全般";
/// 出欠の回答一覧.
pub(crate) const REPLIES: &str = "出欠の回答一覧";
/// 督促一覧.
pub(crate) const REMINDERS: &str = "出欠の督促一覧";
/// いただいた意見一覧.
pub(crate) const OPINIONS: &str = "いただいた意見一覧";
/// 配慮・手配の一覧.
pub(crate) const NEEDS: &str = "情報保障等の手配一覧";
/// 傍聴者受付簿.
pub(crate) const RECEPTION: &str = "傍聴者受付簿";
/// Why those are refused for whom there is no room.
pub(crate) const NO_ROOM: &str = "定員を超えたため";
/// In place of the text of an opinion that came as a file.
pub(crate) const IN_FILE: &str = "（別添のとおり）";

/// 令和8年度第2回鎌倉市障害者支援協議会全体会; in a name, the era's year alone.
pub(crate) fn meeting(style: DateStyle, year: FiscalYear, number: u16, council: &str, body: &str) -> String {
    let style = if style == DateStyle::Both { DateStyle::Era } else { style };
    format!("{}第{number}回{council}{}", style.fiscal_year(year), body.trim_start_matches(council))
}

/// The same of a joint meeting: 令和8年度鎌倉市障害者支援協議会第2回全体会・第1回運営会議合同会議.
pub(crate) fn joint_meeting(style: DateStyle, year: FiscalYear, council: &str, bodies: &str) -> String {
    let style = if style == DateStyle::Both { DateStyle::Era } else { style };
    format!("{}{council}{bodies}", style.fiscal_year(year))
}

/// 令和8年度第2回全体会: for the name of a file.
pub(crate) fn short_meeting(year: FiscalYear, meeting: &str) -> String {
    format!("{}{meeting}", DateStyle::Era.fiscal_year(year))
}

/// 第2回_髙橋　美咲子: for the name of a file.
pub(crate) fn about_member(name: &str, number: u16) -> String {
    format!("第{number}回_{name}")
}

/// ⑴　地域課題について.
pub(crate) fn item(mark: &str, title: &str) -> String {
    if mark.is_empty() { title.to_owned() } else { format!("{mark}　{title}") }
}

/// 令和8年10月14日（水）　14時00分から16時00分まで.
pub(crate) fn when(day: &str, hours: &str) -> String {
    if hours.is_empty() { day.to_owned() } else { format!("{day}　{hours}") }
}

/// The same, with the place below.
pub(crate) fn when_and_where(day: &str, hours: &str, place: &str) -> String {
    let when = when(day, hours);
    if place.is_empty() { when } else { format!("{when}\n{place}") }
}

/// 13時00分.
pub(crate) fn hour(time: &str) -> String {
    match time.split_once(':').map(|(h, m)| (h.parse::<u8>(), m)) {
        Some((Ok(hour), minute)) => format!("{hour}時{minute}分"),
        _ => time.to_owned(),
    }
}

/// The boxes of a reply sheet, as the meeting is held.
pub(crate) fn answer_choices(mode: Mode) -> String {
    let choices: &[&str] = match mode {
        Mode::InPerson | Mode::Written => &["出席", "代理の者が出席", "欠席"],
        Mode::Online => &["オンラインで出席", "代理の者が出席", "欠席"],
        Mode::Hybrid => &["会場で出席", "オンラインで出席", "代理の者が出席", "欠席"],
    };
    boxes(choices)
}

/// The boxes for what is needed at the meeting.
pub(crate) fn need_choices(needs: &[&str]) -> String {
    format!("{}　□その他（　　　　　　　　　　）", boxes(needs))
}

fn boxes(choices: &[&str]) -> String {
    choices.iter().map(|c| format!("□{c}")).collect::<Vec<_>>().join("　")
}

/// 公開, 非公開（理由）, 一部非公開（議題⑶）.
pub(crate) fn openness(whole: Option<&str>, closed: &[String]) -> String {
    match (whole, closed) {
        (Some(reason), _) => format!("非公開（{reason}）"),
        (None, []) => "公開".to_owned(),
        (None, marks) => format!("一部非公開（議題{}）", marks.join("、")),
    }
}

/// An item with its mark where it is closed.
pub(crate) fn closed_mark(line: &str, closed: bool) -> String {
    if closed { format!("{line}（非公開）") } else { line.to_owned() }
}

/// ⑶　個別事例の検討（理由：個別事例の内容を含むため）.
pub(crate) fn closed_item(mark: &str, title: &str, reason: &str) -> String {
    let title = if title.is_empty() { String::new() } else { format!("　{title}") };
    let reason = if reason.is_empty() { String::new() } else { format!("（理由：{reason}）") };
    format!("{mark}{title}{reason}")
}

/// 資料1　第7期計画の進み具合.
pub(crate) fn paper(number: &str, title: &str) -> String {
    format!("{number}　{title}")
}

/// 5人.
pub(crate) fn capacity(count: u16) -> String {
    format!("{count}人")
}

/// 10月1日から10月9日までに、電話で…; empty where nothing is said.
pub(crate) fn application(from: Option<String>, by: Option<String>, how: &str) -> String {
    let between = match (from, by) {
        (Some(from), Some(by)) => format!("{from}から{by}まで"),
        (Some(from), None) => format!("{from}から"),
        (None, Some(by)) => format!("{by}まで"),
        (None, None) => String::new(),
    };
    if between.is_empty() || how.is_empty() { format!("{between}{how}") } else { format!("{between}\n{how}") }
}

/// 見本　太郎の代理.
pub(crate) fn stands_in_for(member: &str) -> String {
    format!("{member}の代理")
}

/// 委員18人　出席12　オンライン1　代理1　欠席2　未回答2.
pub(crate) fn counts(members: usize, counts: ReplyCounts) -> String {
    let ReplyCounts { attends, online, proxy, absent, open } = counts;
    format!("委員{members}人　出席{attends}　オンライン{online}　代理{proxy}　欠席{absent}　未回答{open}")
}

/// How the days of a need were counted.
pub(crate) fn need_reason(style: DateStyle, due: &NeedDue, meeting: Day) -> String {
    format!(
        "会議（{}）の{}日前まで。最終の期限は{}日前（{}）です。閉庁日に当たるときは、その前の開庁日です。",
        style.day(meeting),
        due.days,
        due.last_days,
        style.day(due.last_call)
    )
}

/// 先着順　5人まで.
pub(crate) fn admission(admission: Admission, capacity: Option<u16>) -> String {
    match capacity {
        Some(capacity) => format!("{}　定員{capacity}人", admission.label()),
        None => format!("{}　定員の定めなし", admission.label()),
    }
}

/// いただいた意見一覧_令和8年度_第2回_全体会_公表用.
pub(crate) fn file_name(meeting: &str, what: &str, edition: &str) -> String {
    let edition = if edition.is_empty() { String::new() } else { format!("_{edition}") };
    format!("{what}_{}{edition}", meeting.replace('　', "_"))
}

/// What the rules object to.
pub(super) fn objection(style: DateStyle, fault: &NoticeFault) -> String {
    match fault {
        NoticeFault::AfterMeeting { field, on } => {
            let what = match *field {
                "reply_by" => "回答期限",
                "opinions_by" => "意見書の期限",
                _ => "配慮の申出期限",
            };
            format!("{what}が、会議の日（{}）より後です。", style.day(*on))
        }
        NoticeFault::Cancelled => "中止した会議です。".to_owned(),
        NoticeFault::ProxyIsMember { name } => {
            format!("代理の「{name}」は、この会議体の委員と同じ氏名です。委員は、ほかの委員の代理になれません。")
        }
        NoticeFault::RepliedUnder { on } => {
            format!("この委員の出欠の回答又は意見書が、{}の会議に記録されています。", style.day(*on))
        }
        NoticeFault::OpinionEmpty => "意見の内容がありません。".to_owned(),
        NoticeFault::OpinionFileKind { name } => format!("「{name}」は、意見書のファイルとして受け取れない種類です。"),
        NoticeFault::ItemElsewhere => "ほかの会議の議題です。".to_owned(),
        NoticeFault::GalleryClosed => "会議の全部が非公開です。傍聴はできません。".to_owned(),
        NoticeFault::GalleryFull { capacity } => format!("傍聴できる人が、定員の{capacity}人を超えます。"),
        NoticeFault::RefusalWithoutReason => "傍聴をお断りする理由がありません。".to_owned(),
        NoticeFault::GuestUnnamed => "招く人の氏名も団体も入力されていません。".to_owned(),
        NoticeFault::KeptTooLong { limit } => format!("申込みの記録を残す日数は、{limit}日までです。"),
        NoticeFault::EraseTooSoon { on } => {
            format!("この会議の傍聴の申込みは、{}から消去できます。", style.day(*on))
        }
    }
}

/// What to do about it.
pub(super) const fn hint(fault: &NoticeFault) -> &'static str {
    match fault {
        NoticeFault::AfterMeeting { .. } => "期限を会議の日より前にしてください。",
        NoticeFault::Cancelled => "中止を取り消してから、記録してください。",
        NoticeFault::ProxyIsMember { .. } => "同じ氏名の別の人のときは、そのままでかまいません。",
        NoticeFault::RepliedUnder { .. } => "先に、その会議の回答と意見書の記録を消してください。",
        NoticeFault::OpinionEmpty => "意見の本文を入力するか、ファイルを付けてください。",
        NoticeFault::OpinionFileKind { .. } => {
            "PDF、画像、Word・Excelなどの文書、テキスト又は電子メールのファイルを付けてください。"
        }
        NoticeFault::ItemElsewhere => "この会議の次第から選んでください。",
        NoticeFault::GalleryClosed => "非公開の理由を消すと、傍聴を受け付けられます。",
        NoticeFault::GalleryFull { .. } => "席に余裕があるときは、そのままでかまいません。",
        NoticeFault::RefusalWithoutReason => "理由を入力してください（定員を超えたため、など）。",
        NoticeFault::GuestUnnamed => "氏名か団体のどちらかを入力してください。",
        NoticeFault::KeptTooLong { .. } => "日数を確かめてください。",
        NoticeFault::EraseTooSoon { .. } => "その日になってから消去するか、残す日数を短くしてください。",
    }
}

/// The name of a field as the office knows it.
pub(super) fn field(code: &str) -> Option<&'static str> {
    Some(match code {
        "subject" => "件名",
        "body" => "本文",
        "items" => "記",
        "organization" => "団体名",
        "address" => "住所",
        "how" => "申込みの方法",
        "refusal" => "お断りする理由",
        _ => return None,
    })
}

/// What a command's change is called.
pub(super) fn action(code: &str) -> Option<&'static str> {
    Some(match code {
        "set_convocation" => "開催通知の期限の設定",
        "send_notice" => "開催通知の送付の記録",
        "set_replies" => "出欠の回答の記録",
        "take_over_replies" => "出欠の回答を出欠の記録へ",
        "set_guest" => "招く人の記録",
        "remove_guest" => "招く人の削除",
        "set_arrangement" => "情報保障等の手配の記録",
        "set_opinion" => "意見書の記録",
        "remove_opinion" => "意見書の削除",
        "remove_opinion_file" => "意見書のファイルの取外し",
        "take_opinions" => "意見書の会議録への記載",
        "set_gallery" => "傍聴の設定",
        "set_applicant" => "傍聴の申込みの記録",
        "remove_applicant" => "傍聴の申込みの削除",
        "decide_applicants" => "傍聴者の決定",
        "set_gallery_office" => "傍聴の申込みの扱いの設定",
        "erase_applicants" => "傍聴の申込みの消去",
        _ => return None,
    })
}

/// What a record of a table is called.
pub(super) fn table(name: &str) -> Option<&'static str> {
    Some(match name {
        "convocation" => "開催通知の期限",
        "reply" => "出欠の回答",
        "opinion" => "意見書",
        "guest" => "招く人",
        "arrangement" => "情報保障等の手配",
        "gallery" => "傍聴の設定",
        "gallery_applicant" => "傍聴の申込み",
        "gallery_office" => "傍聴の申込みの扱い",
        _ => return None,
    })
}

/// What a column is called.
pub(super) fn column(table: &str, name: &str) -> Option<&'static str> {
    Some(match (table, name) {
        ("gallery_applicant", "state") => "申込みの状態",
        ("gallery_applicant", "name") => "氏名",
        ("gallery_applicant", "address") => "住所",
        ("gallery_applicant", "contact") => "連絡先",
        ("gallery_applicant" | "reply", "needs") => "当日の配慮",
        ("reply" | "opinion", "received_on") => "受付日",
        ("reply" | "arrangement", "note") => "備考",
        ("guest", "kind") => "立場",
        ("guest", "post") => "職名",
        ("guest", "name") => "氏名",
        ("guest", "comes") => "出席の可否",
        ("gallery", "how") => "申込みの方法",
        (_, "of_body") => "会議体",
        (_, "reply_by") => "回答期限",
        (_, "opinions_by") => "意見書の期限",
        (_, "opinions_hour") => "意見書の期限の時刻",
        (_, "needs_by") => "配慮の申出期限",
        (_, "noticed_on") => "通知した日",
        (_, "answer") => "出欠の回答",
        (_, "need") => "必要な配慮",
        (_, "done_on") => "手配した日",
        (_, "capacity") => "定員",
        (_, "admission") => "傍聴者の決め方",
        (_, "apply_from") => "申込みの始まり",
        (_, "apply_by") => "申込みの期限",
        (_, "applied_on") => "申込日",
        (_, "refusal") => "お断りする理由",
        (_, "lot") => "抽選の番号",
        (_, "came") => "来場",
        (_, "keep_days") => "記録を残す日数",
        (_, "asks_address") => "住所の記入",
        (_, "file") => "ファイル",
        (_, "file_name") => "ファイル名",
        (_, "guest") => "招く人",
        _ => return None,
    })
}

/// A column's code in words.
pub(super) fn coded(table: &str, column: &str, code: &str) -> Option<&'static str> {
    use entaku_domain::{convocation::GuestKind, gallery::ApplicantState, need::Need, reply::Answer};
    match (table, column) {
        ("reply", "answer") => Answer::from_code(code).ok().map(Answer::label),
        ("guest", "kind") => GuestKind::from_code(code).ok().map(GuestKind::label),
        ("arrangement", "need") => Need::from_code(code).ok().map(Need::label),
        ("gallery", "admission") => Admission::from_code(code).ok().map(Admission::label),
        ("gallery_applicant", "state") => ApplicantState::from_code(code).ok().map(ApplicantState::label),
        _ => None,
    }
}
