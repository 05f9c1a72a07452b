//! What each rule objects to, in words.

use entaku_domain::era::DateStyle;
use entaku_domain::violation::Violation as V;

/// The name of a field as the office knows it.
pub(super) fn field(code: &str) -> &str {
    match code {
        "name" => "名称",
        "family" => "姓",
        "given" => "名",
        "kana" => "ふりがな",
        "title" => "標題",
        "place" => "会場",
        "number" => "番号",
        "start" => "開始日",
        "end" => "満了日",
        "date" | "on" => "日付",
        "year" => "年度",
        other => other,
    }
}

/// One objection in a sentence or two.
pub fn violation(style: DateStyle, found: &V) -> String {
    let day = |d: &entaku_domain::Day| style.day(*d);
    match found {
        V::TextEmpty { field: f } => format!("{}が空です。", field(f)),
        V::TextControl { field: f, code_point } => {
            format!("{}に、目に見えない制御文字（U+{code_point:04X}）が入っています。", field(f))
        }
        V::TextTooLong { field: f, length, limit } => {
            format!("{}が長すぎます（{length}文字）。{limit}文字までです。", field(f))
        }
        V::EndBeforeStart { start, end } => format!("満了日（{}）が開始日（{}）より前です。", day(end), day(start)),
        V::TermTooLong { start, end, cap } => {
            format!("任期（{}から{}まで）が２年を超えます。最も遅い満了日は{}です。", day(start), day(end), day(cap))
        }
        V::EndNotFiscalYearEnd { end } => format!("満了日（{}）が年度の末日ではありません。", day(end)),
        V::ShorterWithoutReason { rule_end, end } => {
            format!("満了日（{}）が定めによる日（{}）より早いのに、理由がありません。", day(end), day(rule_end))
        }
        V::ReplacementChoiceNeeded { by_rule, remaining } => {
            let (rule, rest) = (day(by_rule), day(remaining));
            format!("補欠の任期に２つの読み方があります。条文どおりなら{rule}まで、残任期間なら{rest}までです。")
        }
        V::BackDatedAcrossYears { decided_on, start } => {
            let (start, decided) = (day(start), day(decided_on));
            format!("委嘱日（{start}）が決裁日（{decided}）より前の年度です。満了日が１年早くなります。")
        }
        V::UnknownCategory { number: 0, .. } => "区分が選ばれていません。".to_owned(),
        V::UnknownCategory { number, on } => format!("{}の時点で、区分 {number} 号はありません。", day(on)),
        V::CategoryChange { from, to } => format!("任期の途中で区分を {from} 号から {to} 号に変えることはできません。"),
        V::EmptyCategory { number } => format!("区分 {number} 号の委員がいません。"),
        V::AlreadyAppointed { start, end } => {
            let until = end.as_ref().map(|e| format!("{}まで", day(e))).unwrap_or_default();
            format!("この人は、同じ会議体の委員です（{}から{until}）。", day(start))
        }
        V::MeetingNumberTaken { number, year } => {
            format!("{}の第{number}回は、すでにあります。", style.fiscal_year(*year))
        }
        V::NotMemberOnDay { on } => format!("{}の時点で、委員ではありません。", day(on)),
        V::PersonalPattern { kind, found } => format!("公表する文書に、{}「{found}」があります。", kind.label()),
        V::PaperNumberTwice { number } => format!("「{number}」という番号の資料が２つあります。"),
        V::PaperNumberGap { after, next } => format!("資料の番号が「{after}」から「{next}」へ飛んでいます。"),
        V::PaperMissing { number } => format!("次第にある「{number}」が、資料の中にありません。"),
        V::OfficeTaken { title, since } => format!("{title}は、{}から別の人が務めています。", day(since)),
        V::OfficerNotMember { on } => format!("{}の時点で、この会議体の委員ではありません。", day(on)),
        V::TwoOffices { title } => format!("この人は、すでに{title}を務めています。"),
        V::NotElectedHere => "互選は、その会議体の会議で行われたものに限ります。".to_owned(),
        V::OfficeVacant { title, since } => {
            format!("{title}が{}から欠員です。次の会議は事務局が開きます。", day(since))
        }
        V::DerivedSeatVacant { body } => format!("{body}の部会長が決まっていないため、運営会議の席が欠員です。"),
        V::DerivedSeatCount { seats, subcommittees } => {
            format!("運営会議の専門部会長の席は{seats}ですが、専門部会は{subcommittees}あります。")
        }
        V::NoResolution { body } => format!("{body}の設置を決めた全体会が記録されていません。"),
        V::NoSelectionRoute => "選任の経路（運営会議又は部会長）が記録されていません。".to_owned(),
    }
}
