//! What each rule objects to, in words.

use entaku_domain::Day;
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
        "latin" => "ローマ字表記",
        "needs" => "情報保障",
        "letter_number" => "委嘱状の番号",
        "exception" => "例外とする理由",
        "closed_reason" => "非公開とする理由",
        "presenter" => "説明者",
        "start_time" => "開始の時刻",
        "proxy" => "代理の人の氏名",
        "secretariat" => "事務局",
        "municipality" => "市区町村",
        "legal_basis" => "根拠法令",
        "philosophy_source" => "基本理念の出典",
        "philosophy" => "基本理念",
        "power" => "協議の結果の扱い",
        "consignment" => "庶務の委託",
        "notice" => "すべての文書に付ける注記",
        "revision" => "版の名前",
        "post" => "職名",
        "glyph_note" => "戸籍上の字形",
        "contact" => "連絡先",
        "letter_title" => "敬称",
        "file" => "ファイル名",
        "text" => "内容",
        "markdown" => "本文",
        "note" => "注記",
        "resolution_note" => "設置の経緯",
        "frequency" => "開催頻度",
        "texts" => "記載事項",
        "categories" => "区分",
        "officers" => "役員",
        other => [
            super::elections::field,
            super::day::field,
            super::people::field_name,
            super::minutes_history::field,
            super::series::field,
            super::notices::field,
            super::proposals::field,
            super::plans_history::field,
            super::issues::field,
        ]
        .iter()
        .find_map(|words| words(other))
        .unwrap_or(other),
    }
}

/// One objection in a sentence or two.
pub fn violation(style: DateStyle, found: &V) -> String {
    match found {
        V::Issue(fault) => super::issues::fault(style, fault),
        V::TextEmpty { field: f } => format!("{}が空です。", field(f)),
        V::TextControl { field: f, code_point } => {
            format!("{}に、目に見えない制御文字（U+{code_point:04X}）が入っています。", field(f))
        }
        V::TextTooLong { field: f, length, limit } => {
            format!("{}が長すぎます（{length}文字）。{limit}文字までです。", field(f))
        }
        V::OrganizationTwice { name } => format!("「{name}」という団体は、すでに登録されています。"),
        V::Namesake { name } => {
            format!(
                "「{name}」と同じ名前・ふりがなの人が、すでに登録されています。別の人であることを確かめてください。"
            )
        }
        V::PrivateUse { code_point } => {
            format!("外字（U+{code_point:04X}）が入っています。ほかのパソコンでは別の字に見えることがあります。")
        }
        V::LastBeforeFirst { first, last } => {
            format!("最後の日（{}）が、最初の日（{}）より前です。", style.day(*last), style.day(*first))
        }
        V::LeftWithoutDay => "いつ所属を離れたかが分かりません。".to_owned(),
        V::NameFollows { from } => format!("今の名称は、{}からのものです。", style.day(*from)),
        V::TimesReversed => "終了の時刻が、開始の時刻より前です。".to_owned(),
        V::Person(fault) => super::people::objection(style, fault),
        V::Body(fault) => super::bodies::objection(style, fault),
        V::Letter(fault) => super::letters::objection(fault),
        V::Plan(fault) => super::year_plan::objection(style, fault),
        V::Proposal(fault) => super::proposals::fault(style, fault),
        V::Minutes(fault) => super::minutes::fault(style, fault),
        V::Notice(fault) => super::notices::objection(style, fault),
        V::WorkPlan(fault) => super::work_plans::objection(fault),
        V::Election(fault) => super::elections::fault(*fault),
        V::Day(fault) => super::day::fault(*fault),
        V::Pay(fault) => super::pay::fault(style, *fault),
        V::Service(fault) => super::terms::beyond(style, fault),
        V::PersonalPattern { kind, found } => format!("公表する文書に、{}「{found}」があります。", kind.label()),
        other => term(style, other),
    }
}

/// V1 to V5.
fn term(style: DateStyle, found: &V) -> String {
    let day = |d: &Day| style.day(*d);
    match found {
        V::EndBeforeStart { start, end } => format!("満了日（{}）が開始日（{}）より前です。", day(end), day(start)),
        V::TermTooLong { start, end, cap } => {
            let (start, end, cap) = (day(start), day(end), day(cap));
            format!("任期（{start}から{end}まで）が、定められた年数を超えます。最も遅い満了日は{cap}です。")
        }
        V::EndNotFiscalYearEnd { end } => format!("満了日（{}）が年度の末日ではありません。", day(end)),
        V::EndAfterRule { rule_end, end } => {
            format!("満了日（{}）が、定めによる満了日（{}）より後です。", day(end), day(rule_end))
        }
        V::ShorterWithoutReason { rule_end, end } => {
            format!("満了日（{}）が定めによる日（{}）より早いのに、理由がありません。", day(end), day(rule_end))
        }
        V::ReasonWithoutEnd => "任期を短くする理由がありますが、満了日が指定されていません。".to_owned(),
        V::EndAndReading => "満了日と、補欠の任期の読み方の両方が指定されています。".to_owned(),
        V::NothingRemains => "任期の途中で退いた前任者がいないため、残任期間とすることができません。".to_owned(),
        V::ReplacementChoiceNeeded { by_rule, remaining } => {
            let (rule, rest) = (day(by_rule), day(remaining));
            format!("補欠の任期に２つの読み方があります。条文どおりなら{rule}まで、残任期間なら{rest}までです。")
        }
        V::BackDatedAcrossYears { decided_on, start } => {
            let (start, decided) = (day(start), day(decided_on));
            format!("委嘱日（{start}）が決裁日（{decided}）より前の年度です。満了日が１年早くなります。")
        }
        V::LeftBeforeStart { start, on } => format!("退任日（{}）が、開始日（{}）より前です。", day(on), day(start)),
        V::AlreadyEnded { on } => format!("この委員は、すでに{}に退任しています。", day(on)),
        V::EndAfterTerm { end, on } => format!("退任日（{}）が、満了日（{}）より後です。", day(on), day(end)),
        other => member(style, other),
    }
}

/// V6, V7, V11, V15, and the seat that is taken.
fn member(style: DateStyle, found: &V) -> String {
    let day = |d: &Day| style.day(*d);
    match found {
        V::UnknownCategory { number: 0, .. } => "区分が選ばれていません。".to_owned(),
        V::UnknownCategory { number, on } => format!("{}の時点で、区分 {number} 号はありません。", day(on)),
        V::CategoryChange { from, to } => format!("任期の途中で区分を {from} 号から {to} 号に変えることはできません。"),
        V::EmptyCategory { number } => format!("区分 {number} 号の委員がいません。"),
        V::FillerNotOfCategory { number, fill } => {
            format!("区分 {number} 号の席を占めるのは、{}と定められています。", fill.label())
        }
        V::SeatOfOtherKind(seat, kind) => {
            format!("{}の席に、{}として就くことになります。種別を確かめてください。", seat.label(), kind.label())
        }
        V::SeatOfOtherCategory => "席の区分が、選ばれた区分と違います。".to_owned(),
        V::SeatTaken { from } => {
            format!("席には、{}から別の人が就いているため、任期を通して就くことができません。", day(from))
        }
        V::SeatInUse { until: Some(until) } => {
            format!("この席には、{}までの委員がいるため、その前に席をなくすことはできません。", day(until))
        }
        V::SeatInUse { until: None } => {
            "この席には、満了日のない委員がいるため、席をなくすことはできません。".to_owned()
        }
        V::SeatNotYet { from, start } => {
            format!("席は{}からのもので、開始日（{}）には、まだありません。", day(from), day(start))
        }
        V::SeatEndsBefore { to } => format!("席は{}までのものです。", day(to)),
        V::SeatOutsideBody { body, year } => format!("{body}は、{}にはありません。", style.fiscal_year(*year)),
        V::SeatTakenBefore { start } => format!("この席には、{}からの委員がいます。", day(start)),
        V::SeatHeld => "この席に就いた人がいるため、席を占めるものを、会議体の長に（又は会議体の長からほかのものに）変えることはできません。この席を廃止し、新しい席を加えてください。".to_owned(),
        V::AttendedOn { on, .. } => format!("{}の会議の出欠が記録されています。", day(on)),
        V::Succeeded { on } => format!("この委員の補欠として、{}からの委嘱が記録されています。", day(on)),
        V::SeatGone { to } => format!("席は{}までのもので、任期の満了まではありません。", day(to)),
        V::AlreadyAppointed { start, end } => {
            let until = end.as_ref().map(|e| format!("{}まで", day(e))).unwrap_or_default();
            format!("この人は、同じ会議体の委員です（{}から{until}）。", day(start))
        }
        V::NotMemberOnDay { on } => format!("{}の時点で、委員ではありません。", day(on)),
        V::NoSelectionRoute => "選任の経路（運営会議又は部会長）が記録されていません。".to_owned(),
        V::RouteNotSteering => "選任の経路とした会議が、運営会議ではありません。".to_owned(),
        V::RouteNotHead { on } => {
            format!("選任の経路とした人は、{}の時点で、部会長として記録されていません。", day(on))
        }
        other => officer(style, other),
    }
}

/// V8 to V10.
fn officer(style: DateStyle, found: &V) -> String {
    let day = |d: &Day| style.day(*d);
    match found {
        V::OfficeTaken { title, since } => format!("{title}は、{}から別の人が務めています。", day(since)),
        V::OfficeSameDay { title, on } => {
            format!("{title}は、{}の選出がすでに記録されています。就任した日に交代することはできません。", day(on))
        }
        V::OfficeOutsideTerm { title, start, .. } => {
            format!("{}からの{title}の任期が、そのもとになる委嘱又は役職の期間から外れます。", day(start))
        }
        V::OfficerNotMember { on } => format!("{}の時点で、この会議体の委員ではありません。", day(on)),
        V::TwoOffices { title } => format!("この人は、{title}を務めています。兼ねることはできません。"),
        V::NotElectedHere => "互選は、その会議体の会議で行われたものに限ります。".to_owned(),
        V::NotByElection { title } => format!("{title}は、委員の互選によると定められています。"),
        V::MeetingCancelled { on } => format!("{}の会議は中止されているため、選出を記録できません。", day(on)),
        V::MeetingNotYet { on } => format!("{}の会議はまだ開かれていないため、選出を記録できません。", day(on)),
        V::OfficeUntilNext { title, end } => {
            format!("次の{title}がすでに記録されているため、その前日の{}までとしました。", day(end))
        }
        V::OfficeVacant { title, since } => {
            format!("{title}が{}から欠員です。次の会議は事務局が開きます。", day(since))
        }
        V::DerivedSeatVacant { body } => format!("{body}の部会長が決まっていないため、運営会議の席が欠員です。"),
        V::DerivedSeatCount { seats, subcommittees } => {
            format!("運営会議の専門部会長の席は{seats}ですが、専門部会は{subcommittees}あります。")
        }
        V::NoResolution { body } => format!("{body}の設置を決めた全体会が記録されていません。"),
        other => meeting(style, other),
    }
}

/// V14 and V25.
fn meeting(style: DateStyle, found: &V) -> String {
    match found {
        V::MeetingNumberTaken { number, on } => {
            let year = style.fiscal_year(entaku_domain::FiscalYear::of(*on));
            format!("第{number}回は、すでにあります（{year}、{}の会議）。", style.day(*on))
        }
        V::PaperNumberTwice { number } => format!("「{number}」という番号の資料が２つあります。"),
        V::PaperNumberGap { after, next } => format!("資料の番号が「{after}」から「{next}」へ飛んでいます。"),
        V::PaperNotNamed { number } => format!("「{number}」は、次第のどの項目にも付いていません。"),
        V::AgendaTooLong { planned, available } => {
            format!("次第の所要時間（{planned}分）が、会議の時間（{available}分）を超えています。")
        }
        V::MeetingNumberOrder { number } => {
            format!("第{number}回は、日付の順とは異なる番号です。必要なら、会議の変更で回を付け直せます。")
        }
        V::Paper(fault) => super::papers::fault(style, fault),
        V::Meeting(fault) => super::meetings::fault(style, fault),
        V::Round(fault) => super::round::fault(style, *fault),
        V::PaperMissing { number } => format!("次第にある「{number}」が、資料の中にありません。"),
        _ => "定めに合わないところがあります。".to_owned(),
    }
}
