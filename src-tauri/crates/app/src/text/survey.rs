//! The words of the figures for prefecture and ministry.

/// 照会への数字.
pub(crate) const SURVEY: &str = "県・国への報告の数字";
/// What is said of all of it.
pub(crate) const NOTES: [&str; 3] = [
    "委員の数は、全体会に現に在任する人を、基準日について数えています（欠員は数えません）。",
    "障害のある委員とその家族は、本人が数に含めることに同意した人だけを数えています。記録のない人は「未登録」とし、推測していません。",
    "会議と課題は、年度の初めから基準日までの分です。",
];
/// A mark that a figure is too small to be published.
pub(crate) const SMALL: &str = "※は5人未満の数です。公表するときは、伏せてください。";
/// 協議会.
pub(crate) const COUNCIL: &str = "協議会";
/// 委員.
pub(crate) const MEMBERS: &str = "委員の構成";
/// 当事者・家族.
pub(crate) const EXPERIENCE: &str = "障害のある委員・家族の参画";
/// 会議.
pub(crate) const MEETINGS: &str = "会議の開催";
/// 地域課題と取組.
pub(crate) const ISSUES: &str = "地域課題と取組";
/// What the office typed besides.
pub(crate) const OWN: &str = "事務局が記入した数字";
/// 区分.
pub(crate) const SECTION: &str = "区分";
/// 項目.
pub(crate) const WHAT: &str = "項目";
/// 数.
pub(crate) const VALUE: &str = "数・内容";
/// 数え方.
pub(crate) const HOW: &str = "数え方";
/// Nobody holds the office.
pub(crate) const VACANT: &str = "欠員";
/// The office typed it.
pub(crate) const TYPED: &str = "事務局が記入";

/// How each is counted.
pub(crate) const NOTE_NAME: &str = "協議会の名称";
/// 根拠法令.
pub(crate) const NOTE_LAW: &str = "協議会の設定による";
/// 会長.
pub(crate) const NOTE_HEAD: &str = "基準日に会長である人";
/// 会長の所属.
pub(crate) const NOTE_HEAD_AFFILIATION: &str = "基準日の所属・職";
/// 会議体.
pub(crate) const NOTE_BODIES: &str = "その年度にある協議会内の会議体";
/// 専門部会.
pub(crate) const NOTE_SUBCOMMITTEES: &str = "その年度にある専門部会";
/// 委員.
pub(crate) const NOTE_MEMBERS: &str = "基準日に全体会の席に在任する人";
/// 区分別.
pub(crate) const NOTE_CATEGORY: &str = "席の区分による";
/// 性別.
pub(crate) const NOTE_GENDER: &str = "人の記録の性別による";
/// 未登録.
pub(crate) const NOTE_UNKNOWN: &str = "記録のない人";
/// 女性の割合.
pub(crate) const NOTE_SHARE: &str = "性別の記録のある委員に占める割合";
/// 障害のある委員.
pub(crate) const NOTE_DISABLED: &str = "本人の申出により、数に含めることに同意した人";
/// 障害のある委員の割合.
pub(crate) const NOTE_DISABLED_SHARE: &str = "委員全員に占める割合（未登録を含む）";
/// 家族.
pub(crate) const NOTE_FAMILY: &str =
    "本人の申出により、数に含めることに同意した人（障害のある委員と重なることがあります）";
/// 種別.
pub(crate) const NOTE_KIND: &str = "本人又は家族の障害の種別。一人が複数に当たることがあります";
/// 同意なし.
pub(crate) const NOTE_SILENT: &str = "記録はあるが、数に含めることに同意していない人";
/// 開催.
pub(crate) const NOTE_HELD: &str = "開催済の会議";
/// 公開.
pub(crate) const NOTE_OPEN: &str = "非公開の理由が記録されていない会議";
/// 会議ごと.
pub(crate) const NOTE_MEETING: &str = "会議の記録と次第による。出席はオンラインを含む";
/// 課題.
pub(crate) const NOTE_ISSUES: &str = "その年度に続いていた課題（前の年度までに終わったものを除く）";
/// 課題ごと.
pub(crate) const NOTE_ISSUE: &str = "基準日の段階と、記録された対応策";

/// What a figure is called; a key that the office made is its own label.
pub(crate) fn label(key: &str) -> &str {
    match key {
        "name" => "名称",
        "law" => "設置の根拠",
        "head" => "会長の氏名",
        "head_affiliation" => "会長の所属",
        "bodies" => "会議体の数",
        "subcommittees" => "専門部会の数",
        "members" => "委員の総数",
        "women" => "女性",
        "men" => "男性",
        "other_gender" => "その他の性別",
        "gender_unknown" => "性別の未登録",
        "women_share" => "女性の割合",
        "disabled" => "障害のある委員",
        "disabled_share" => "障害のある委員の割合",
        "family" => "障害のある人の家族",
        "experience_silent" => "同意のない人",
        "experience_unknown" => "当事者の別の未登録",
        "meetings" => "全体会の開催回数",
        "open_meetings" => "うち公開",
        "issues" => "地域課題の数",
        other => other,
    }
}

/// 令和8年度　県・国への報告の数字.
pub(crate) fn title(year: &str) -> String {
    format!("{year}　{SURVEY}")
}

/// 令和8年度　委員の総数.
pub(crate) fn subject(year: &str, label: &str) -> String {
    format!("{year}　{label}")
}

/// 事務局が記入：県の名簿による.
pub(crate) fn typed(note: &str) -> String {
    format!("{TYPED}：{note}")
}

/// 18人.
pub(crate) fn people(n: usize) -> String {
    format!("{n}人")
}

/// 3人　※.
pub(crate) fn marked(value: &str) -> String {
    format!("{value}　※")
}

/// 3つ.
pub(crate) fn places(n: usize) -> String {
    format!("{n}つ")
}

/// 3回.
pub(crate) fn times(n: usize) -> String {
    format!("{n}回")
}

/// 12件.
pub(crate) fn cases(n: usize) -> String {
    format!("{n}件")
}

/// 38.9％; of nobody there is no share.
pub(crate) fn share(part: usize, of: usize) -> String {
    match (part * 2000 + of).checked_div(of * 2) {
        Some(tenths) => format!("{}.{}％（{of}人中{part}人）", tenths / 10, tenths % 10),
        None => "―".to_owned(),
    }
}

/// ⑴医療関係者.
pub(crate) fn category(mark: &str, text: &str) -> String {
    format!("{mark}{text}")
}

/// The key of a category's figure.
pub(crate) fn category_key(number: u8) -> String {
    format!("category_{number}")
}

/// うち身体障害.
pub(crate) fn kind(label: &str) -> String {
    format!("障害の種別：{label}")
}

/// The key of a kind's figure.
pub(crate) fn kind_key(code: &str) -> String {
    format!("kind_{code}")
}

/// The key of a meeting's row.
pub(crate) fn meeting_key(id: &str) -> String {
    format!("meeting_{id}")
}

/// The key of a body's row.
pub(crate) fn body_key(key: &str) -> String {
    format!("body_{key}")
}

/// The key of an issue's row.
pub(crate) fn issue_key(id: &str) -> String {
    format!("issue_{id}")
}

/// 令和8年6月24日、対面、公開、出席15人。協議の内容：….
pub(crate) fn meeting(day: &str, mode: &str, open: bool, came: usize, topics: &str) -> String {
    let open = if open { "公開" } else { "非公開" };
    let topics = if topics.is_empty() { String::new() } else { format!("。議題：{topics}") };
    format!("{day}、{mode}、{open}、出席{came}人{topics}")
}

/// R8-3　移動の支援.
pub(crate) fn issue(number: &str, title: &str) -> String {
    format!("{number}　{title}")
}

/// 協議中。対応策….
pub(crate) fn effort(stage: &str, measures: &str) -> String {
    if measures.is_empty() { stage.to_owned() } else { format!("{stage}。{measures}") }
}
