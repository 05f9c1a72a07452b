//! The words of the script of a meeting that the program brings, and what is filled in.

use entaku_domain::paper::PaperClass;
use entaku_domain::scenario::ScenarioPart as P;

/// What an officer is to be called while nobody has been elected: the secretariat leads.
pub(crate) const SECRETARIAT: &str = "事務局";
/// A blank that is filled in by hand.
pub(crate) const BLANK: &str = "（　　）";
/// How officers are elected where the rules do not say.
pub(crate) const USUAL_METHOD: &str = "委員の互選";
/// The heading of the opening where the agenda has none.
pub(crate) const OPENING: &str = "開会";
/// The heading of the closing where the agenda has none.
pub(crate) const CLOSING: &str = "閉会";
/// What is said of the next meeting while it is open.
pub(crate) const NEXT_OPEN: &str = "日程が決まり次第、お知らせいたします";

/// 髙橋委員.
pub(crate) fn member(name: &str) -> String {
    format!("{name}委員")
}

/// 髙橋委員の代理として佐藤様.
pub(crate) fn proxy(member: &str, proxy: Option<&str>) -> String {
    proxy.map_or_else(|| format!("{member}の代理の方"), |name| format!("{member}の代理として{name}様"))
}

/// 次第の3「…」; of an item without a number its title alone.
pub(crate) fn item(number: &str, title: &str) -> String {
    if number.is_empty() { format!("「{title}」") } else { format!("次第の{number}「{title}」") }
}

/// 7の(1).
pub(crate) fn under(parent: &str, number: &str) -> String {
    if parent.is_empty() { number.to_owned() } else { format!("{parent}の{number}") }
}

/// 10分.
pub(crate) fn minutes(minutes: u16) -> String {
    format!("{minutes}分")
}

/// The head of a class of papers, to be read aloud.
pub(crate) fn papers_of(class: PaperClass) -> &'static str {
    match class {
        PaperClass::Sent => "事前にお送りした資料は、次のとおりです。",
        PaperClass::OnTheDay => "本日お配りした資料は、次のとおりです。",
        PaperClass::Reference => "参考資料は、次のとおりです。",
    }
}

/// A paper, to be read aloud.
pub(crate) fn paper(number: &str, title: &str, revision: Option<&str>) -> String {
    let revision = revision.map(|r| format!("（{r}）")).unwrap_or_default();
    format!("　{number}{revision}　{title}")
}

/// 令和9年2月17日（水）14時からの第3回全体会を予定しております.
pub(crate) fn next(day: &str, hours: &str, name: &str) -> String {
    let hours = hours.split_once('分').filter(|_| !hours.is_empty());
    let at = hours.map(|(from, _)| format!("{from}分から")).unwrap_or_default();
    format!("{day}{at}、{name}を予定しております")
}

/// What is done before the sentence on the quorum is read, while it is not known.
pub(crate) fn quorum_unknown(needed: usize) -> String {
    format!("※　定足数は{needed}人です。出席者が{needed}人以上であることを確かめてから、次の文を読みます。")
}

/// What is done where the quorum is missed.
pub(crate) fn quorum_missed(needed: usize, present: usize) -> String {
    format!(
        "※　定足数（{needed}人）に対し、出席は{present}人です。会議が成立していません。取扱いを決めてから始めます。"
    )
}

/// A fact at the head of the script.
pub(crate) fn fact(which: &str) -> &'static str {
    match which {
        "presider" => "進行",
        "attendance" => "出席",
        "openness" => "公開",
        _ => "役員",
    }
}

/// Who leads the meeting.
pub(crate) fn leads(title: &str, name: &str) -> String {
    if name.is_empty() { title.to_owned() } else { format!("{title}（{name}）") }
}

/// Who leads until somebody is elected.
pub(crate) fn leads_until(title: &str) -> String {
    format!("{title}が決まるまでは事務局")
}

/// How many are to come.
pub(crate) fn coming(members: usize, present: Option<usize>) -> String {
    match present {
        Some(present) => format!("委員{members}人のうち{present}人"),
        None => format!("委員{members}人（出欠は、まだそろっていません）"),
    }
}

/// Whether the public is admitted.
pub(crate) fn openness(reason: Option<&str>, partly: bool) -> String {
    match (reason, partly) {
        (Some(reason), _) => format!("非公開（{reason}）"),
        (None, true) => "公開（一部の項目は非公開）".to_owned(),
        (None, false) => "公開".to_owned(),
    }
}

/// What stands under the script.
pub(crate) const NOTE: &str = "※の行と、左に線のある行は、読み上げません。";

/// The wording of a part that the program brings.
pub(crate) fn built_in(part: P) -> &'static str {
    match part {
        P::Opening => {
            "【事務局】定刻となりましたので、ただ今から、{会議名}を開会いたします。\n\
             本日は、お忙しい中、御出席いただき、ありがとうございます。"
        }
        P::FirstOpening => {
            "【事務局】定刻となりましたので、ただ今から、{会議名}を開会いたします。\n\
             本日は、お忙しい中、御出席いただき、ありがとうございます。\n\
             会長が選出されるまでの間、事務局が進行を務めます。"
        }
        P::Attendance => {
            "【事務局】本日の出席の状況を報告いたします。委員{委員数}人のうち、出席は{出席数}人です。\n\
             御欠席の連絡をいただいているのは、{欠席者}です。\n\
             代理で御出席いただいているのは、{代理出席者}です。\n\
             オンラインで御出席いただいているのは、{オンライン出席者}です。\n\
             遅れて御出席の連絡をいただいているのは、{遅参者}です。"
        }
        P::Quorum => {
            "【事務局】定足数は、委員の{定足数の定め}である{定足数}人です。本日は定足数に達しており、会議が成立していることを報告いたします。"
        }
        P::Open => {
            "【事務局】この会議は、公開で行います。\n\
             本日の傍聴の方は、{傍聴者数}人です。\n\
             傍聴の方にお願いいたします。会議中の発言や、許可のない撮影・録音は、御遠慮ください。"
        }
        P::Closed => "【事務局】この会議は、非公開で行います。理由は、{非公開の理由}です。",
        P::Access => {
            "【事務局】御発言の際は、初めにお名前をおっしゃってから、はっきりと、ゆっくりお話しくださいますよう、お願いいたします。"
        }
        P::Papers => {
            "【事務局】続いて、資料を確認いたします。\n\
             {資料一覧}\n\
             お手元にない資料がありましたら、お知らせください。\n\
             ※　全員に資料がそろったことを確かめます。"
        }
        P::HandOver => {
            "【事務局】それでは、ここからの進行は、{会長}にお願いいたします。\n\
             【{会長}】{会長}の{会長氏名}です。円滑な進行に御協力をお願いいたします。"
        }
        other => of_items(other),
    }
}

/// The wording of items of the agenda.
fn of_items(part: P) -> &'static str {
    match part {
        P::Letters => {
            "【{進行役}】{項目}を行います。お名前をお呼びしますので、その場で御起立ください。\n\
             ※　名簿の順にお名前を読み上げ、委嘱状をお渡しします。"
        }
        P::Greeting => "【{進行役}】続いて、{説明者}から御あいさつを申し上げます。\n※　{説明者}のあいさつ",
        P::Introductions => {
            "【{進行役}】続いて、委員の皆様に自己紹介をお願いいたします。名簿の順に、お名前と御所属をお願いいたします。\n\
             ※　委員の自己紹介の後、事務局の職員を紹介します。"
        }
        P::LastMinutes => {
            "【{進行役}】{項目}に入ります。{前回の会議}の会議録案は、事前にお送りしたとおりです。\n\
             資料は、{項目の資料}です。\n\
             修正の御意見はありますか。\n\
             ※　修正の意見があれば伺い、扱いを決めます。\n\
             【{進行役}】それでは、会議録を確定いたします。"
        }
        P::Heading => "【{進行役}】{項目}に入ります。",
        P::Deliberation => {
            "【{進行役}】{項目}に入ります。\n\
             資料は、{項目の資料}です。\n\
             {説明者}から説明をお願いします。\n\
             ※　{説明者}が説明します。\n\
             【{進行役}】ただ今の件について、御質問や御意見をお願いします。\n\
             ※　質疑、意見交換\n\
             【{進行役}】それでは、この件は、（　　　　　　　　　　）とすることで、よろしいでしょうか。\n\
             ※　異議の有無を確かめます。"
        }
        P::Report => {
            "【{進行役}】{項目}に入ります。\n\
             資料は、{項目の資料}です。\n\
             {説明者}から報告をお願いします。\n\
             ※　{説明者}が報告します。\n\
             【{進行役}】ただ今の報告について、御質問はありますか。\n\
             ※　質疑"
        }
        P::Continued => "【{進行役}】次は、{前回の会議}から継続している件です。",
        P::ClosedItem => {
            "【{進行役}】{項目}は、非公開とします。理由は、{非公開の理由}です。傍聴の方は、御退席をお願いいたします。\n\
             ※　傍聴者の退席を確かめてから始めます。"
        }
        P::Reopened => "【{進行役}】ここからは、公開とします。\n※　傍聴者に入室していただきます。",
        P::Other => {
            "【{進行役}】{項目}に入ります。\n\
             {説明者}から、お願いします。\n\
             ※　{説明者}が連絡します。\n\
             【{進行役}】委員の皆様から、何かありますか。"
        }
        P::Recess => "【{進行役}】ここで、{所要時間}の休憩をとります。再開は、（　　）時（　　）分です。",
        P::NextMeeting => "【事務局】次回の会議は、{次回の会議}。",
        P::Closing => {
            "【{進行役}】以上で、本日の議事は全て終わりました。御協力ありがとうございました。\n\
             これをもちまして、{会議名}を閉会いたします。"
        }
        other => of_elections(other),
    }
}

/// The wording of elections.
fn of_elections(part: P) -> &'static str {
    match part {
        P::Election => {
            "【{進行役}】{役職}の選出を行います。{役職}は、{選出の方法}によるものとされています。\n\
             立候補、又は御推薦はありますか。\n\
             ※　立候補と推薦を伺います。どなたもいないときは、事務局の案を示すことを諮ります。\n\
             【{進行役}】（　　　　　　　）委員の推薦がありました。{役職}を（　　　　　　　）委員にお願いすることに、御異議はありませんか。\n\
             ※　異議の有無を確かめます。候補が二人以上のときは、投票とします。\n\
             【{進行役}】御異議がないものと認めます。{役職}は、（　　　　　　　）委員に決まりました。"
        }
        P::ElectionNamed => {
            "【{進行役}】{役職}の選出を行います。{役職}は、{選出の方法}によるものとされています。\n\
             ※　指名をいただきます。\n\
             【{進行役}】{役職}は、（　　　　　　　）委員に決まりました。"
        }
        P::ElectionVote => {
            "※　投票になったときは、投票用紙を配り、集めて、二人以上で開票します。得票の最も多い人を当選とし、同数のときは決選投票又はくじとします。"
        }
        _ => "※　{役職}に席を移っていただき、就任のあいさつをいただきます。",
    }
}
