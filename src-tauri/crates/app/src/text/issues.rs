//! What the rules say of issues (V17, V18, V21), what to do about it, and the
//! words by which issues and proposals are joined.

use entaku_domain::Day;
use entaku_domain::era::DateStyle;
use entaku_domain::issue::{IssueFault as F, LinkKind, StepKind};

/// The headings of the table of issues as a sheet.
pub(crate) const TABLE_COLUMNS: [&str; 16] = [
    "番号",
    "発生元",
    "受付日",
    "分野",
    "課題",
    "事例の要旨",
    "背景",
    "現状の資源",
    "対応の水準",
    "担当",
    "期限",
    "対応策",
    "状態",
    "結果",
    "関連する計画の項目",
    "フィードバック先と日付",
];

/// One objection in a sentence or two, with its reason.
pub(super) fn fault(style: DateStyle, found: &F) -> String {
    let day = |d: &Day| style.day(*d);
    match found {
        F::NumberTaken { year, number } => {
            format!("{}の第{number}号の課題は、すでにあります。", style.fiscal_year(*year))
        }
        F::InFuture { on, .. } => format!("{}は、まだ来ていない日です。", day(on)),
        F::BeforeReceipt { received, .. } => format!("課題の受付日（{}）より前の日です。", day(received)),
        F::ReceivedAfterStep { first } => {
            format!("受付日が、記録済みの経過（{}）より後になります。", day(first))
        }
        F::ReceivedAfterFeedback { told } => {
            format!("受付日が、フィードバックの日（{}）より後になります。", day(told))
        }
        F::MeetingCancelled { on } => format!("{}の会議は中止されています。", day(on)),
        F::BeforeMeeting { meeting } => {
            format!("経過の日が、会議の日（{}）より前です。", day(meeting))
        }
        F::OutOfOrder { last } => {
            format!("これより後の経過（{}）が記録されています。課題の段階は、後の経過のままです。", day(last))
        }
        F::NoOwner => "担当の会議体が決まっていません。".to_owned(),
        F::Overdue { due } => format!("期限の{}を過ぎています。", day(due)),
        F::NotTheLast => "取り除くことができるのは、最後の経過だけです。".to_owned(),
        F::IsTheReceipt => "受付の経過は、取り除くことができません。".to_owned(),
        F::LinkToItself => "同じ課題どうしをつなぐことはできません。".to_owned(),
        F::LinkTwice => "この２つの課題は、すでに同じつながりで記録されています。".to_owned(),
        F::MergedButOpen => "ほかの課題に統合されていますが、まだ終結していません。".to_owned(),
        F::Personal { field, kind, found } => {
            format!(
                "{}に、{}「{found}」があります。課題の記録には、個人が分かることを書きません。",
                place(field),
                kind.label()
            )
        }
        other => way(style, other),
    }
}

/// V17 and V18.
fn way(style: DateStyle, found: &F) -> String {
    match found {
        F::StageSkipped { from, to } => {
            format!("「{}」から「{}」へは、ふつう進みません（課題の流れの順によります）。", from.label(), to.label())
        }
        F::NotThePlenary { stage } => {
            format!("「{}」とするのは全体会です。ほかの会議体の経過としては記録できません。", stage.label())
        }
        F::NoMeetingNamed { stage } => {
            format!("「{}」とした全体会が選ばれていません。承認は、全体会の会議によります。", stage.label())
        }
        F::ApprovalUnproved { year } => {
            format!("{}の全体会が記録されていないため、承認した会議を確かめられません。", style.fiscal_year(*year))
        }
        F::NotApproved => {
            "全体会の承認が記録されていないため、提案済とすることができません（承認に基づく市への意見であるため）。".to_owned()
        }
        F::FeedbackMissing => {
            "関係団体から提起された課題ですが、提起した団体へのフィードバックが記録されていません（協議内容についてフィードバックを行うと定められているため）。"
                .to_owned()
        }
        F::FeedbackDue => "全体会に報告されていますが、提起した団体へのフィードバックがまだ記録されていません。".to_owned(),
        F::ClosedWithoutFeedback { reason } => {
            format!("提起した団体へのフィードバックは行わないと記録されています（理由：{reason}）。")
        }
        other => further(style, other),
    }
}

/// V17: finished issues, requests, lineages.
fn further(style: DateStyle, found: &F) -> String {
    match found {
        F::Finished { stage } => {
            format!("「{}」となった課題です。続けるには、理由を付けて再開します。", stage.label())
        }
        F::NotFinished => "まだ終わっていない課題です。再開は、終結・反映となった課題だけに記録します。".to_owned(),
        F::ReopenedShut => "再開と同時に、終結・反映とすることはできません。".to_owned(),
        F::ReasonMissing => "再開する理由が入力されていません。".to_owned(),
        F::BackToReceipt => "受付は最初の経過です。後から「受付」に戻すことはできません。".to_owned(),
        F::NotProposed => "提案の経過が記録されていないため、回答済とすることができません。".to_owned(),
        F::NobodyAsked { kind } => format!("{}の相手の会議体が選ばれていません。", kind.label()),
        F::RequestByOther { kind } => format!("{}は、ふつう{}が行います。", kind.label(), asker(*kind)),
        F::RequestToOther { kind } => format!("{}は、ふつう{}に行います。", kind.label(), asked(*kind)),
        F::DueBeforeStep { on, .. } => format!("期限が、経過の日（{}）より前です。", style.day(*on)),
        F::LinkInCircle => {
            "つながりが輪になります。この課題は、相手の課題からたどるともとの課題に当たります。".to_owned()
        }
        F::TooFewParts => "分割・統合には、課題が２つ以上要ります。".to_owned(),
        F::PartOwed { year, number, .. } => format!(
            "統合した{}第{number}号の課題を提起した団体へのフィードバックが、まだ記録されていません。",
            style.fiscal_year(*year)
        ),
        F::OtherMeeting { .. } => "選んだ会議のものではありません。".to_owned(),
        F::NoSuchPaper => "この資料は見つかりません。".to_owned(),
        F::LaterStep { last } => format!("これより後の経過（{}）が記録されています。", style.day(*last)),
        F::RaisedAfterReceipt { received } => {
            format!("提起された日が、受付日（{}）より後です。", style.day(*received))
        }
        _ => "定めに合わないところがあります。".to_owned(),
    }
}

/// Who makes a request, by the council's rules.
fn asker(kind: StepKind) -> &'static str {
    if kind == StepKind::SortingRequest { "運営会議" } else { "全体会" }
}

/// Whom a request asks, by the council's rules.
fn asked(kind: StepKind) -> &'static str {
    if kind == StepKind::SortingRequest { "地域事例みえるか会議" } else { "専門部会" }
}

/// What to do about it; empty where nothing is to be done.
pub(crate) fn hint(found: &F) -> &'static str {
    match found {
        F::NumberTaken { .. } => "別の番号にするか、番号を空けて自動で付けてください。",
        F::InFuture { .. } => "今日までの日を入力してください。",
        F::BeforeReceipt { .. } => "受付日以後の日を入力するか、受付日を直してください。",
        F::ReceivedAfterStep { .. } => "経過の最初の日以前の日を入力してください。",
        F::ReceivedAfterFeedback { .. } => {
            "フィードバックの日以前の日を入力するか、先にフィードバックの日を直してください。"
        }
        F::MeetingCancelled { .. } => "開かれた会議を選んでください。",
        F::BeforeMeeting { .. } => "会議の日以後の日を入力してください。",
        F::NotThePlenary { .. } | F::NoMeetingNamed { .. } => "承認などを行った全体会の会議を選んでください。",
        F::NotApproved => "先に、全体会の承認を経過に記録してください。",
        F::FeedbackMissing => "先に、フィードバックの日か、行わない理由を記録してください。",
        F::FeedbackDue => "団体に伝えたら、フィードバックの日を記録してください。",
        F::Overdue { .. } => "期限を改めるか、経過を記録してください。",
        F::NoOwner => "訂正で、担当の会議体を選んでください。",
        F::Personal { .. } => "個人が分からない書き方に直してください。公表用の文書では、確かめるまで止まります。",
        F::NotTheLast => "後の経過から順に取り除いてください。",
        F::MergedButOpen => "統合元の課題に、終結の経過を記録してください。",
        F::LinkToItself | F::LinkTwice | F::LinkInCircle => "つなぐ課題を選び直してください。",
        F::Finished { .. } => "「経過の種類」で再開を選び、理由を入力してください。",
        F::NotFinished | F::BackToReceipt => "ほかの段階を選んでください。",
        F::ReopenedShut => "再開してから、あらためて終結・反映を記録してください。",
        F::ReasonMissing => "内容に、再開する理由を入力してください。",
        F::NotProposed => "先に、提案済の経過を記録してください。",
        F::NobodyAsked { .. } => "依頼する会議体を選んでください。",
        F::DueBeforeStep { .. } => "経過の日以後の日を入力してください。",
        F::TooFewParts => "課題を２つ以上にしてください。",
        F::PartOwed { .. } => "統合した課題のページで、フィードバックの日か、行わない理由を記録してください。",
        F::OtherMeeting { .. } => "会議を選び直すか、その会議のものを選んでください。",
        F::NoSuchPaper => "資料を選び直すか、資料の名を入力してください。",
        F::LaterStep { .. } => "最後の経過の日以後の日を入力してください。",
        F::RaisedAfterReceipt { .. } => "受付日以前の日を入力してください。",
        _ => "",
    }
}

/// A field of an issue's forms.
pub(super) fn field(name: &str) -> Option<&'static str> {
    Some(match name {
        "gist" => "課題の要旨",
        "background" => "背景",
        "resources" => "現状の資源",
        "measures" => "対応策",
        "field" => "分野",
        "reason" => "理由",
        _ => return None,
    })
}

/// Where in an issue's record something stands.
fn place(field: &str) -> &'static str {
    match field {
        "title" => "件名",
        "gist" => "課題の要旨",
        "background" => "背景",
        "resources" => "現状の資源",
        "measures" => "対応策",
        "field" => "分野",
        "step" => "経過",
        _ => "本文",
    }
}

/// 行わない（理由：…）.
pub(crate) fn no_feedback(reason: &str) -> String {
    format!("行わない（理由：{reason}）")
}

/// What the other issue is to this one.
pub(crate) fn relation(kind: LinkKind, outward: bool) -> &'static str {
    match (kind, outward) {
        (LinkKind::Split, true) => "この課題から分けた課題",
        (LinkKind::Split, false) => "分割元の課題",
        (LinkKind::Merged, true) => "統合先の課題",
        (LinkKind::Merged, false) => "この課題に統合した課題",
        (LinkKind::Follows, true) => "この課題を引き継いだ課題",
        (LinkKind::Follows, false) => "引き継いだ元の課題",
    }
}

/// An objection to one of several new issues.
pub(crate) fn in_part(at: usize, message: &str) -> String {
    format!("{at}番目の課題：{message}")
}

/// A step in a document: a request says whom it asked and by when.
pub(crate) fn step(kind: StepKind, to: Option<&str>, due: Option<&str>, text: &str) -> String {
    let asked = match (kind.stage(), to, due) {
        (None, ..) | (_, None, _) => String::new(),
        (Some(_), Some(to), None) => format!("{to}に{}", kind.label()),
        (Some(_), Some(to), Some(due)) => format!("{to}に{}（回答の期限：{due}）", kind.label()),
    };
    [asked.as_str(), text].iter().filter(|t| !t.is_empty()).copied().collect::<Vec<_>>().join("\n")
}

/// The receipt of an issue that came out of others.
pub(crate) fn came_out_of(others: &str, reason: &str) -> String {
    format!("{others}から。{reason}")
}

/// The step of an issue that was split.
pub(crate) fn split_into(parts: &str, reason: &str) -> String {
    format!("{parts}に分割。{reason}")
}

/// The last step of an issue that became part of another.
pub(crate) fn merged_into(whole: &str, reason: &str) -> String {
    format!("{whole}に統合。{reason}")
}

/// The step of an issue that another carries on.
pub(crate) fn carried_on_by(next: &str, reason: &str) -> String {
    format!("{next}に引き継ぐ。{reason}")
}
