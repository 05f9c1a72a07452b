//! What is said of the reappointment round (改選) and of leaving (退任).

use entaku_domain::Day;
use entaku_domain::era::DateStyle;
use entaku_domain::round::{Late, Next, RoundFault as F, Step, Way};

/// 席の廃止.
pub const CLOSED: &str = "席を廃止する予定です";
/// 手続き済み.
pub const DONE: &str = "手続きは済んでいます";

/// What a column of a nomination or a leaving is called in the history.
pub(super) fn column(table: &str, name: &str) -> Option<&'static str> {
    Some(match (table, name) {
        ("nomination", "due_on") => "推薦書の期限",
        ("nomination", "appointment") => "委嘱した記録",
        ("nomination" | "leaving", "note") => "覚え",
        ("nomination", "asked_on") => "推薦依頼日",
        ("nomination", "replied_on") => "推薦書の受領日",
        ("nomination", "consented_on") => "就任承諾日",
        ("nomination", "round_on") => "改選の基準日（任期満了日）",
        ("nomination", "start_on") => "就任予定日",
        ("nomination", "letter_on") => "委嘱状の交付日",
        ("nomination", "roster_on") => "名簿の更新日",
        ("nomination", "ask_due") => "推薦依頼の期限",
        ("nomination", "consent_due") => "就任承諾の期限",
        ("nomination", "decide_due") => "決裁の期限",
        ("nomination", "letter_due") => "委嘱状の期限",
        ("nomination", "roster_due") => "名簿の期限",
        ("leaving", "notice_on") => "辞任届の受理日",
        _ => return None,
    })
}

/// One objection.
pub(super) fn fault(style: DateStyle, found: F) -> String {
    match found {
        F::NobodyNamed => "候補の人が決まっていません。".to_owned(),
        F::StepMissing { step } => format!("「{}」の日が記録されていません。", step.label()),
        F::NotAStep { step } => format!("選んだ席には、「{}」の手順がありません。", step.label()),
        F::Appointed { from } => format!("この席は、{}からの委員がすでに記録されています。", style.day(from)),
        F::NobodyToRename => "選んだ席には、再任できる委員がいません。".to_owned(),
        F::NoStart => "就任日が決まっていません。".to_owned(),
        F::Derived => "役職による席は、役員の選出で決まります。推薦や委嘱の手続きはありません。".to_owned(),
        F::NotInRound { on } => format!("{}に任期の満了する席ではありません。", style.day(on)),
    }
}

/// What to do about it.
pub(super) fn hint(found: F) -> &'static str {
    match found {
        F::NobodyNamed => "席を開いて、候補の人を選んでください。再任のときは「再任とする」でまとめて記録できます。",
        F::StepMissing { .. } => "手順の日を記録してから、もう一度お試しください。",
        F::NotAStep { .. } => "充て職の席に推薦はありません。別の席か、別の手順を選んでください。",
        F::Appointed { .. } => "内容を直すときは、その人の画面で委嘱の記録を訂正してください。",
        F::NobodyToRename => "空席には、席を開いて候補の人を選んでください。",
        F::NoStart => "就任日を入力してください。",
        F::Derived => "会長や部会長の選出は、「役員の選出を記録」で行います。",
        F::NotInRound { .. } => "基準日を確かめて、一覧を開き直してください。",
    }
}

/// What comes next.
pub fn next(next: Next, way: Way) -> String {
    match (next, way) {
        (Next::Step(Step::Ask), Way::Sent) => "団体に、送る人を照会する".to_owned(),
        (Next::Step(Step::Ask), _) => "推薦を依頼する".to_owned(),
        (Next::Step(Step::Reply), Way::Sent) => "団体の回答を受け取る".to_owned(),
        (Next::Step(Step::Reply), _) => "推薦書を受け取る".to_owned(),
        (Next::Step(Step::Consent), _) => "就任承諾書を受け取る".to_owned(),
        (Next::Step(Step::Decide), _) => "決裁を受ける".to_owned(),
        (Next::Step(Step::Letter), _) => "委嘱状を渡す".to_owned(),
        (Next::Step(Step::Roster), _) => "名簿を改める".to_owned(),
        (Next::Person, _) => "候補の人を決める".to_owned(),
        (Next::Appoint, _) => "委嘱を記録する".to_owned(),
        (Next::Nothing, _) => DONE.to_owned(),
    }
}

/// Why that comes next: what was done last, or how the seat is filled.
pub fn why(style: DateStyle, after: Option<(Step, Day)>, organization: &str, way: Way) -> String {
    let brief = super::today::brief(style);
    match (after, way) {
        (Some((step, on)), _) => format!("{}（{}）まで済んでいます。", step.label(), brief.day(on)),
        (None, Way::Nominated) => format!("{organization}が推薦する席です。"),
        (None, Way::Sent) => format!("{organization}の席です。"),
        (None, Way::Post) => "充て職の席です。推薦と承諾の手順はありません。".to_owned(),
        (None, Way::Direct) => "推薦団体のない席です。本人に直接依頼します。".to_owned(),
    }
}

/// A step that is late: 推薦書の期限（令和10年2月1日）を12日過ぎています.
pub fn late(style: DateStyle, late: &Late) -> String {
    let due = super::today::brief(style).day(late.due);
    format!("{}の期限（{due}）を{}日過ぎています", late.step.label(), late.days)
}

/// Days in no good order.
pub fn out_of_order(earlier: Step, later: Step) -> String {
    format!("「{}」の日が、「{}」の日より前になっています", later.label(), earlier.label())
}

/// The seat is closed.
pub fn closed(style: DateStyle, on: Option<Day>) -> String {
    on.map(|d| format!("この席は{}までのものです。", style.day(d))).unwrap_or_default()
}

/// Who sits there from when.
pub fn done(style: DateStyle, who: &str, from: Day) -> String {
    format!("{}から{who}が就きます。", style.day(from))
}

/// What a change was about: 令和10年3月31日満了の20席.
pub fn subject(style: DateStyle, on: Option<Day>, seats: usize) -> String {
    match on {
        Some(on) => format!("{}満了の{seats}席", style.day(on)),
        None => format!("欠員の{seats}席"),
    }
}

/// The two readings of a replacement's term.
pub fn readings(style: DateStyle, by_rule: Day, remaining: Day) -> Vec<String> {
    vec![format!("条文どおり　{}まで", style.day(by_rule)), format!("残任期間　{}まで", style.day(remaining))]
}

/// A group of seats of a round on the list of today: 推薦を依頼する（20席）.
pub fn task(step: &str, seats: u32) -> String {
    format!("{step}（{seats}席）")
}

/// Why they are on the list.
pub fn task_reason(style: DateStyle, on: Day, days: Option<i64>) -> String {
    let end = super::today::brief(style).day(on);
    match days {
        Some(0) => format!("{end}に任期が満了します。新しい任期の初日までが目安です。"),
        Some(days @ ..0) => format!("{end}に任期が満了します。新しい任期の初日の{}日前までが目安です。", -days),
        Some(days) => format!("{end}に任期が満了します。新しい任期の初日から{days}日後までが目安です。"),
        None => format!("{end}に任期が満了します。期限は事務局が定めた日です。"),
    }
}

/// The round, as a task's subject: 改選　全体会.
pub fn task_about(body: &str) -> String {
    format!("改選　{body}")
}

/// What follows when a member leaves.
pub mod leaving {
    use super::{DateStyle, Day};

    /// An office ends with the appointment (V8).
    pub fn office(style: DateStyle, title: &str, body: &str, on: Day, presides: bool) -> String {
        let meanwhile = if presides { "次の選出までは、事務局が会議を開きます。" } else { "" };
        format!("{body}の{title}も{}に終わり、翌日から欠員になります。{meanwhile}", style.day(on))
    }

    /// A later term is recorded, and stays.
    pub fn later(style: DateStyle, body: &str, start: Day) -> String {
        format!(
            "{body}の{}からの委嘱も記録されていて、退任を記録してもそのまま残ります。就任しないときは、この人の画面の「記録を訂正」から、その委嘱の記録を取り消してください。",
            style.day(start)
        )
    }

    /// The person is a candidate for a seat: of a round, or for a vacancy.
    pub fn candidate(style: DateStyle, body: &str, round: Option<Day>) -> String {
        let which = round.map_or_else(|| "欠員の補充".to_owned(), |on| format!("{}満了の改選", style.day(on)));
        format!(
            "{body}の{which}で、候補の人になっています。就任しないときは、「改選・推薦の手続き」でその席の候補の人を改めるか、手続きの記録を取り消してください。"
        )
    }

    /// A derived seat follows (V9).
    pub fn derived(style: DateStyle, seat_body: &str, title: &str, on: Day) -> String {
        format!(
            "{seat_body}の{title}による席も、{}まででなくなります。次の{title}が選ばれると、その人が就きます。",
            style.day(on)
        )
    }

    /// The seat is vacant.
    pub fn vacant(style: DateStyle, from: Day) -> String {
        format!("席は{}から空席になります。", style.day(from))
    }

    /// A replacement's two readings (V4).
    pub fn readings(style: DateStyle, from: Day, by_rule: Day, remaining: Day) -> String {
        format!(
            "後任を{}に委嘱すると、任期は条文どおりなら{}まで、残任期間とすれば{}までです。委嘱のときに選びます。",
            style.day(from),
            style.day(by_rule),
            style.day(remaining)
        )
    }

    /// A replacement whose readings agree.
    pub fn one_reading(style: DateStyle, from: Day, end: Day) -> String {
        format!("後任を{}に委嘱すると、任期は{}までです。", style.day(from), style.day(end))
    }

    /// Seats elsewhere are not touched.
    pub fn elsewhere(bodies: &str) -> String {
        format!("ほかに{bodies}の委員でもあります。そちらの退任は、別に記録してください。")
    }

    /// Nobody is left in the category (V6).
    pub fn empty_category(mark: &str) -> String {
        format!("{mark}号の委員がいなくなります。")
    }

    /// What was stays.
    pub const PAST: &str = "これまでの名簿、出欠、会議の記録は変わりません。";
}
