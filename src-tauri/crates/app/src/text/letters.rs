//! The words of letters: the usual wordings, and what is put around the fields.

use entaku_domain::Day;
use entaku_domain::era::{DateStyle, Era};
use entaku_domain::letter::{LetterFault, LetterKind, Wording};

/// How numbers are written until the office says how.
pub(crate) const USUAL_PATTERN: &str = "{年}第{番号}号";
/// The largest number of a series.
pub(crate) const LAST_NUMBER: u32 = 999_999;
/// Somebody made up, to look at a wording.
pub(crate) const SAMPLE_NAME: &str = "見本　花子";
/// Their organisation.
pub(crate) const SAMPLE_ORGANIZATION: &str = "社会福祉法人見本福祉会";
/// Their post.
pub(crate) const SAMPLE_POST: &str = "理事長";
/// Who signs a form: the organisation.
pub(crate) const SIGNED_ORGANIZATION: &str = "団体名";
/// Who signs a form: its head.
pub(crate) const SIGNED_REPRESENTATIVE: &str = "代表者職・氏名";
/// Who signs a form: a person.
pub(crate) const SIGNED_NAME: &str = "氏名";

/// 鎌倉市長.
pub(crate) fn head_of(municipality: &str) -> String {
    format!("{municipality}長")
}

/// 髙橋　美咲　様.
pub(crate) fn addressed(name: &str, title: &str) -> String {
    format!("{name}　{title}")
}

/// 髙橋　美咲（理事長）.
pub(crate) fn member(name: &str, post: &str) -> String {
    if post.is_empty() { name.to_owned() } else { format!("{name}（{post}）") }
}

/// 2人.
pub(crate) fn people(count: usize) -> String {
    format!("{count}人")
}

/// 令和8年4月1日から令和10年3月31日まで（前任者の残任期間） (V4).
pub(crate) fn term(style: DateStyle, (start, end): (Day, Option<Day>), remaining: bool) -> String {
    let until = end.map(|end| format!("{}まで", style.day(end))).unwrap_or_default();
    let remaining = if remaining { "（前任者の残任期間）" } else { "" };
    format!("{}から{until}{remaining}", style.day(start))
}

/// A term whose last day is to be written by hand.
pub(crate) fn open_term(style: DateStyle, start: Day) -> String {
    format!("{}から{}まで", style.day(start), day_to_be_filled_in(style))
}

/// Whose letters to an organisation there are none of.
pub(crate) fn left_out(names: &[String]) -> String {
    format!("宛先の団体がない{}を除きます。", names.join("、"))
}

/// 8鎌障第123号（予定）.
pub(crate) fn planned(number: &str) -> String {
    format!("{number}（予定）")
}

/// The line in which whoever fills a form in writes the day.
pub(crate) fn day_to_be_filled_in(style: DateStyle) -> String {
    let era = entaku_domain::era::ERAS.first().map_or("", |Era { name, .. }| name);
    match style {
        DateStyle::Western => "　　　　年　　月　　日".to_owned(),
        DateStyle::Era | DateStyle::Both => format!("{era}　　年　　月　　日"),
    }
}

/// 委嘱状　3通.
pub(crate) fn batch(kind: LetterKind, count: usize) -> String {
    format!("{}　{count}通", kind.label())
}

/// The title of the file.
pub(crate) fn title(council: &str, kind: LetterKind) -> String {
    format!("{council}　{}", kind.label())
}

/// 委嘱状_髙橋　美咲_2026-10-01.
pub(crate) fn file_name(kind: LetterKind, about: &str, on: Day) -> String {
    let about = if about.is_empty() { String::new() } else { format!("_{about}") };
    format!("{}{about}_{on}", kind.label())
}

/// The file of a sample.
pub(crate) fn sample_name(kind: LetterKind) -> String {
    format!("{}_文例", kind.label())
}

/// What is wrong with a wording or a number.
pub(super) fn objection(fault: &LetterFault) -> String {
    match fault {
        LetterFault::UnknownField { name, line, .. } => {
            format!("{line}行目の「{{{name}}}」という差し込み項目はありません。")
        }
        LetterFault::LooseBrace { line, .. } => format!("{line}行目の波括弧が、組になっていません。"),
        LetterFault::NoPlaceForNumber => "番号の書き方に「{番号}」がありません。".to_owned(),
        LetterFault::NumberTaken { number } => format!("番号{number}は、この年度にすでに使われています。"),
        LetterFault::NobodyChosen => "だれに宛てるかが選ばれていません。".to_owned(),
        LetterFault::NoMember { kind } => format!("委員のいない席には、{}を作れません。", kind.label()),
        LetterFault::NoMeeting { kind } => format!("どの会議の{}かが選ばれていません。", kind.label()),
        LetterFault::NoNewDay => "変更後の開催日が入力されていません。".to_owned(),
        LetterFault::NoSubstitute { about } => format!("{about}の代理の人が分かりません。"),
        LetterFault::NoOrganization { about } if about.is_empty() => "宛先の団体が分かりません。".to_owned(),
        LetterFault::NoOrganization { about } => format!("{about}の、宛先の団体が分かりません。"),
    }
}

/// What to do about it.
pub(super) const fn hint(fault: &LetterFault) -> &'static str {
    match fault {
        LetterFault::UnknownField { .. } => "差し込み項目の一覧から選んでください。",
        LetterFault::LooseBrace { .. } => {
            "差し込み項目は「{氏名}」のように書きます。波括弧そのものは「{{」「}}」と重ねて書きます。"
        }
        LetterFault::NoPlaceForNumber => "番号の入る所に「{番号}」と書いてください。",
        LetterFault::NumberTaken { .. } => "ほかの番号を入力するか、空けて次の番号を使ってください。",
        LetterFault::NobodyChosen => "一覧で選んでください。",
        LetterFault::NoMember { .. } => "先に、委嘱を記録するか、推薦された人を選んでください。",
        LetterFault::NoMeeting { .. } => "会議の画面から作ってください。",
        LetterFault::NoNewDay => {
            "変更後の日を入力してください。決まっていないときは、先に会議を「延期」にすると、「未定」と書けます。"
        }
        LetterFault::NoSubstitute { .. } => "返事の一覧で「代理」にして、代理の人の氏名を記録してください。",
        LetterFault::NoOrganization { .. } => "席の推薦団体か、その人の所属を記録してください。",
    }
}

/// The usual wording of a kind.
pub(crate) fn usual(kind: LetterKind) -> Wording {
    let (subject, body, items) = match kind {
        LetterKind::Request => REQUEST,
        LetterKind::Recommendation => RECOMMENDATION,
        LetterKind::Consent => CONSENT,
        LetterKind::Commission => COMMISSION,
        LetterKind::Assignment => ASSIGNMENT,
        LetterKind::Notice => NOTICE,
        LetterKind::Release => RELEASE,
        LetterKind::Thanks => THANKS,
        LetterKind::Resignation => RESIGNATION,
        LetterKind::ProposalDelivery => PROPOSAL_DELIVERY,
        LetterKind::Feedback => FEEDBACK,
        of_meeting => return super::notices::usual(of_meeting),
    };
    Wording { kind, of_body: None, subject: subject.to_owned(), body: body.to_owned(), items: items.to_owned() }
}

/// Subject, paragraphs, lines of the record.
type Usual = (&'static str, &'static str, &'static str);

const REQUEST: Usual = (
    "{委嘱する職}の推薦について（依頼）",
    "日頃から{市町村名}の障害福祉行政に御理解と御協力をいただき、厚くお礼申し上げます。
このたび、{協議会名}の委員を選任することとなりました。
つきましては、御多用のところ恐れ入りますが、下記により貴団体から委員を御推薦くださいますようお願いいたします。",
    "推薦をお願いする職：{委嘱する職}
委員の区分：{区分}
人数：{人数}
任期：{任期}
回答の方法：同封の推薦書に御記入の上、御返送ください。
回答期限：{回答期限}",
);

const RECOMMENDATION: Usual = (
    "推薦書",
    "{委嘱する職}として、次の者を推薦します。",
    "ふりがな：
氏名：
団体における職名：
住所：
電話番号：
電子メール：
推薦の理由：
会議への参加に必要な配慮：",
);

const CONSENT: Usual = (
    "就任承諾書",
    "私は、{委嘱する職}に就任することを承諾します。",
    "任期：{任期}
所属・職名：{団体名}　{職名}
住所：
電話番号：
電子メール：
会議への参加に必要な配慮：",
);

const COMMISSION: Usual = ("委嘱状", "{委嘱する職}を委嘱します", "委嘱期間：{任期}");

const ASSIGNMENT: Usual = ("辞令書", "{委嘱する職}に任命する", "任期：{任期}");

const NOTICE: Usual = (
    "{委嘱する職}の委嘱について（通知）",
    "日頃から{市町村名}の障害福祉行政に御理解と御協力をいただき、厚くお礼申し上げます。
このたび、貴団体に所属する方を、下記のとおり{委嘱する職}に委嘱しましたので、お知らせします。
会議への出席について、格別の御配慮をくださいますようお願いいたします。",
    "委員：{委員一覧}
委員の区分：{区分}
任期：{任期}",
);

const RELEASE: Usual = ("解嘱状", "{委嘱する職}の委嘱を解きます", "");

const THANKS: Usual = (
    "{委嘱する職}の御退任に当たって（お礼）",
    "時下ますます御清祥のこととお喜び申し上げます。
{氏名}{敬称}には、{委嘱日}から{退任日}まで、{委嘱する職}として、{市町村名}の障害福祉の推進に多大な御尽力をいただきました。
障害のある人の暮らしを支える仕組みづくりに、豊かな御経験と御見識をもってお力添えくださいましたことに、深く感謝申し上げます。
今後とも、{協議会名}に変わらぬ御支援を賜りますようお願いいたしますとともに、ますますの御健勝と御活躍をお祈り申し上げます。",
    "",
);

const RESIGNATION: Usual = (
    "辞任届",
    "次のとおり、{委嘱する職}を辞任したいので、届け出ます。",
    "辞任の日：
辞任の理由：",
);

const PROPOSAL_DELIVERY: (&str, &str, &str) = (
    "{提案名}について（{提案の種類}）",
    "このことについて、{協議会名}の全体会において承認しましたので、別添のとおり提出します。
御検討のうえ、御回答くださいますようお願いいたします。",
    "番号：{提案番号}
承認した会議：{承認した会議}
基になる課題：{基になる課題}
回答期限：{回答期限}",
);

const FEEDBACK: (&str, &str, &str) = (
    "提起いただいた地域課題について（報告）",
    "日頃から{市町村名}の障害福祉行政に御理解と御協力をいただき、厚くお礼申し上げます。
貴団体から提起いただいた地域課題について、これまでの協議の結果などを、下記のとおり報告します。",
    "報告する件数：{報告する件数}",
);
