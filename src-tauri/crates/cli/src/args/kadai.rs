//! The words of the ledger of issues.

use clap::{Args, Subcommand};

/// 課題の台帳.
#[derive(Debug, Args)]
pub(crate) struct Kadai {
    /// 行うこと
    #[command(subcommand)]
    pub(crate) command: KadaiDo,
}

#[derive(Debug, Subcommand)]
pub(crate) enum KadaiDo {
    /// 課題の一覧を示します
    List(ListIssues),
    /// １件の課題の経過・対応・つながりを示します
    Show(OneIssue),
    /// 課題を受け付けます（会議録の項目からも）
    Add(Box<AddIssue>),
    /// 経過を記録します
    Step(Box<Step>),
    /// 最後の経過を取り除きます
    Unstep(OneIssue),
    /// 対応の一覧を示し、加え、完了とします
    Task(Task),
    /// 課題を２つ以上に分割します
    Split(Split),
    /// 課題を統合します
    Merge(Merge),
    /// 新しい課題に引き継ぎます
    Follow(Follow),
    /// フィードバックの日、又は行わない理由を記録します
    Feedback(Feedback),
}

#[derive(Debug, Args)]
pub(crate) struct ListIssues {
    /// 受付の年度
    #[arg(long, value_name = "年度")]
    pub(crate) year: Option<String>,
    /// 担当の会議体
    #[arg(long, value_name = "会議体")]
    pub(crate) body: Option<String>,
    /// 終わった課題も示します
    #[arg(long)]
    pub(crate) all: bool,
    /// 期限を過ぎた課題だけを示します
    #[arg(long)]
    pub(crate) overdue: bool,
    /// 番号・件名・要旨などの語
    #[arg(long, value_name = "語")]
    pub(crate) text: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct OneIssue {
    /// 課題の番号（R8-3 のように書きます）
    #[arg(value_name = "番号")]
    pub(crate) issue: String,
}

/// 会議. 会議体・年度・回数で選びます
#[derive(Debug, Args)]
pub(crate) struct AtMeeting {
    /// 会議の会議体（年度・回数とともに）
    #[arg(long, value_name = "会議体", requires = "number")]
    pub(crate) meeting: Option<String>,
    /// 会議の年度
    #[arg(long, value_name = "年度")]
    pub(crate) year: Option<String>,
    /// 会議の回数
    #[arg(long, value_name = "回")]
    pub(crate) number: Option<u16>,
}

#[derive(Debug, Args)]
pub(crate) struct AddIssue {
    /// 件名
    #[arg(long, value_name = "件名")]
    pub(crate) title: Option<String>,
    /// 課題の要旨
    #[arg(long, value_name = "文")]
    pub(crate) gist: Option<String>,
    /// 背景
    #[arg(long, value_name = "文")]
    pub(crate) background: Option<String>,
    /// 現状の資源
    #[arg(long, value_name = "文")]
    pub(crate) resources: Option<String>,
    /// 分野
    #[arg(long, value_name = "分野")]
    pub(crate) field: Option<String>,
    /// 対応の水準: 個別、部会、全体会、市、県
    #[arg(long, value_name = "水準", default_value = "部会")]
    pub(crate) level: String,
    /// 発生元: みえるか会議、関係団体、専門部会、全体会、運営会議（会議を選んだときは、その会議体によります）
    #[arg(long, value_name = "発生元")]
    pub(crate) inlet: Option<String>,
    /// 提起した団体
    #[arg(long, value_name = "団体")]
    pub(crate) raised_by: Option<String>,
    /// 持ち込んだ人（内部の記録です）
    #[arg(long, value_name = "人")]
    pub(crate) brought_by: Option<String>,
    /// 提起された日
    #[arg(long, value_name = "日付")]
    pub(crate) raised_on: Option<String>,
    /// 提起の資料
    #[arg(long, value_name = "資料")]
    pub(crate) paper: Option<String>,
    /// 受付日（指定しないときは今日。会議を選んだときは、その日）
    #[arg(long, value_name = "日付")]
    pub(crate) on: Option<String>,
    /// 期限
    #[arg(long, value_name = "日付")]
    pub(crate) due: Option<String>,
    /// 担当の会議体
    #[arg(long, value_name = "会議体")]
    pub(crate) owner: Option<String>,
    #[command(flatten)]
    pub(crate) at: AtMeeting,
    /// その会議の、何番目の次第の項目か
    #[arg(long, value_name = "番号", requires = "meeting")]
    pub(crate) item: Option<usize>,
    /// その会議の会議録の、何番目の項目から受け付けるか
    #[arg(long, value_name = "番号", requires = "meeting")]
    pub(crate) from_minutes: Option<usize>,
}

#[derive(Debug, Args)]
pub(crate) struct Step {
    #[command(flatten)]
    pub(crate) of: OneIssue,
    /// 段階: 整理中、テーマ案、協議中、報告済、承認、継続、差戻し、提案済、回答済、反映、終結（指定しないときは、ふつうの次の段階）
    #[arg(long, value_name = "段階")]
    pub(crate) stage: Option<String>,
    /// 経過の種類: 課題整理依頼、協議依頼、再開
    #[arg(long, value_name = "種類")]
    pub(crate) kind: Option<String>,
    /// 日（指定しないときは今日。会議を選んだときは、その日）
    #[arg(long, value_name = "日付")]
    pub(crate) on: Option<String>,
    #[command(flatten)]
    pub(crate) at: AtMeeting,
    /// 会議体（会議によらないとき）
    #[arg(long, value_name = "会議体")]
    pub(crate) body: Option<String>,
    /// 内容、又は再開する理由
    #[arg(long, value_name = "文", default_value = "")]
    pub(crate) text: String,
    /// これからの担当、又は依頼する会議体
    #[arg(long, value_name = "会議体")]
    pub(crate) to: Option<String>,
    /// 依頼への回答の期限
    #[arg(long, value_name = "日付")]
    pub(crate) due: Option<String>,
    /// 残す対応（「内容」「内容=担当」「内容=担当=期限」のように、繰り返して書きます）
    #[arg(long, value_name = "対応")]
    pub(crate) task: Vec<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Task {
    /// 課題の番号（指定しないときは、すべての課題の対応の一覧）
    #[arg(value_name = "番号")]
    pub(crate) issue: Option<String>,
    /// 加える対応（「内容」「内容=担当」「内容=担当=期限」）
    #[arg(long, value_name = "対応", requires = "issue")]
    pub(crate) add: Option<String>,
    /// 完了とする対応の、一覧での番号
    #[arg(long, value_name = "番号", requires = "issue")]
    pub(crate) done: Option<usize>,
    /// 結果
    #[arg(long, value_name = "文", requires = "done")]
    pub(crate) outcome: Option<String>,
    /// 完了した対応も示します
    #[arg(long)]
    pub(crate) all: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Turn {
    /// 日（指定しないときは今日。会議を選んだときは、その日）
    #[arg(long, value_name = "日付")]
    pub(crate) on: Option<String>,
    #[command(flatten)]
    pub(crate) at: AtMeeting,
    /// 理由
    #[arg(long, value_name = "文")]
    pub(crate) reason: String,
}

#[derive(Debug, Args)]
pub(crate) struct Split {
    #[command(flatten)]
    pub(crate) of: OneIssue,
    /// 新しい課題の件名（２つ以上、繰り返して書きます。「件名=要旨」とも書けます）
    #[arg(long, value_name = "件名", required = true)]
    pub(crate) part: Vec<String>,
    /// もとの課題を終結とせず、続けます
    #[arg(long)]
    pub(crate) keep: bool,
    #[command(flatten)]
    pub(crate) turn: Turn,
}

#[derive(Debug, Args)]
pub(crate) struct Merge {
    /// まとめる課題の番号（２つ以上。--into を書いたときは１つ以上）
    #[arg(value_name = "番号", required = true)]
    pub(crate) issues: Vec<String>,
    /// まとめる先の課題の番号
    #[arg(long, value_name = "番号", conflicts_with = "title")]
    pub(crate) into: Option<String>,
    /// 新しい課題の件名
    #[arg(long, value_name = "件名", required_unless_present = "into")]
    pub(crate) title: Option<String>,
    /// 新しい課題の要旨（書かないときは、初めの課題と同じ）
    #[arg(long, value_name = "文")]
    pub(crate) gist: Option<String>,
    #[command(flatten)]
    pub(crate) turn: Turn,
}

#[derive(Debug, Args)]
pub(crate) struct Follow {
    #[command(flatten)]
    pub(crate) of: OneIssue,
    /// 新しい課題の件名（書かないときは、もとの課題と同じ）
    #[arg(long, value_name = "件名")]
    pub(crate) title: Option<String>,
    /// もとの課題を終結とせず、続けます
    #[arg(long)]
    pub(crate) keep: bool,
    #[command(flatten)]
    pub(crate) turn: Turn,
}

#[derive(Debug, Args)]
pub(crate) struct Feedback {
    #[command(flatten)]
    pub(crate) of: OneIssue,
    /// 伝えた日（指定しないときは今日）
    #[arg(long, value_name = "日付", conflicts_with = "none")]
    pub(crate) on: Option<String>,
    /// 行わない理由
    #[arg(long, value_name = "理由")]
    pub(crate) none: Option<String>,
}
