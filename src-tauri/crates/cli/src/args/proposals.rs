//! The words of proposals and of feedback.

use clap::{Args, Subcommand, ValueEnum};
use std::path::PathBuf;

#[derive(Debug, Args)]
pub(crate) struct Proposals {
    /// 行うこと（指定しないときは一覧を示します）
    #[command(subcommand)]
    pub(crate) deed: Option<ProposalDeed>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum ProposalDeed {
    /// 提案の一覧を、状態とともに示します
    List,
    /// 提案の内容を示します
    Show(OneProposal),
    /// 提案を作ります
    Add(Box<AddProposal>),
    /// 全体会の承認を記録します（課題も承認とします）
    Approve(Approve),
    /// 送付を記録します（課題も提案済とします）
    Deliver(Deliver),
    /// 回答を記録します（課題も回答済とします）
    Answer(Answer),
    /// 結果（計画・予算への反映など）を記録します（課題も反映とします）
    Outcome(OutcomeOf),
    /// 提言書を作ります（PDF・Word・テキスト）
    Paper(Paper),
    /// 提言書に付ける送付文を作ります（PDF・Word・テキスト）
    Letter(Letter),
}

/// A proposal by its number and year, or by its title.
#[derive(Debug, Args)]
pub(crate) struct OneProposal {
    /// 提案（「提案第1号」などの番号、件名、又は識別子）
    #[arg(value_name = "提案")]
    pub(crate) proposal: String,
    /// 番号の年度（指定しないときは、その番号の新しいもの）
    #[arg(long, value_name = "年度")]
    pub(crate) year: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct AddProposal {
    /// 件名
    #[arg(value_name = "件名")]
    pub(crate) title: String,
    /// 種類: proposal（提案）、opinion（意見）、recommendation（提言）、report（答申）
    #[arg(long, default_value = "proposal", value_name = "種類")]
    pub(crate) kind: String,
    /// 提案先（市長など）
    #[arg(long, value_name = "宛先")]
    pub(crate) to: Option<String>,
    /// 提案先の団体
    #[arg(long, value_name = "団体")]
    pub(crate) organization: Option<String>,
    /// 提案の本文
    #[arg(long, value_name = "文章")]
    pub(crate) text: Option<String>,
    /// 「はじめに」の文章
    #[arg(long, value_name = "文章")]
    pub(crate) foreword: Option<String>,
    /// 「検討状況」の文章
    #[arg(long, value_name = "文章")]
    pub(crate) course: Option<String>,
    /// 「協議事項」の文章
    #[arg(long, value_name = "文章")]
    pub(crate) discussion: Option<String>,
    /// 基になる課題の番号（R8-3 など。繰り返して指定できます）
    #[arg(long, value_name = "番号")]
    pub(crate) issue: Vec<String>,
    /// 根拠とする数値（「項目=数値=出典」。繰り返して指定できます）
    #[arg(long, value_name = "数値")]
    pub(crate) figure: Vec<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Approve {
    #[command(flatten)]
    pub(crate) which: OneProposal,
    /// 承認した全体会の回（年度は --held で指定します）
    #[arg(long, value_name = "回", required_unless_present_any = ["on", "withdraw"])]
    pub(crate) number: Option<u16>,
    /// 承認した全体会の年度（指定しないときは今年度）
    #[arg(long, value_name = "年度")]
    pub(crate) held: Option<String>,
    /// 全体会の記録がないときの、承認の日
    #[arg(long, value_name = "日付", conflicts_with = "number")]
    pub(crate) on: Option<String>,
    /// 承認の記録を取り消します
    #[arg(long, conflicts_with_all = ["number", "on"])]
    pub(crate) withdraw: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Deliver {
    #[command(flatten)]
    pub(crate) which: OneProposal,
    /// 送付の日（指定しないときは今日）
    #[arg(long, value_name = "日付")]
    pub(crate) on: Option<String>,
    /// 方法: hand（手渡し）、post（郵送）、internal（庁内文書）、mail（電子メール）、other（その他）
    #[arg(long, value_name = "方法")]
    pub(crate) how: Option<String>,
    /// 回答の期限
    #[arg(long, value_name = "日付")]
    pub(crate) due: Option<String>,
    /// 送付の記録を取り消します
    #[arg(long, conflicts_with_all = ["on", "how", "due"])]
    pub(crate) withdraw: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Answer {
    #[command(flatten)]
    pub(crate) which: OneProposal,
    /// 回答の日（指定しないときは今日）
    #[arg(long, value_name = "日付")]
    pub(crate) on: Option<String>,
    /// 回答の内容
    #[arg(long, value_name = "文章", default_value = "")]
    pub(crate) text: String,
    /// 回答の記録を取り消します
    #[arg(long, conflicts_with_all = ["on", "text"])]
    pub(crate) withdraw: bool,
}

#[derive(Debug, Args)]
pub(crate) struct OutcomeOf {
    #[command(flatten)]
    pub(crate) which: OneProposal,
    /// 結果の日（指定しないときは今日）
    #[arg(long, value_name = "日付")]
    pub(crate) on: Option<String>,
    /// 結果: reflected（反映）、partly（一部反映）、declined（見送り）、withdrawn（取下げ）
    #[arg(long, default_value = "reflected", value_name = "結果")]
    pub(crate) outcome: String,
    /// 講じられた措置（見送り・取下げのときは、その理由）
    #[arg(long, visible_alias = "reason", value_name = "文章", default_value = "")]
    pub(crate) measure: String,
    /// 反映先の計画の項目（記録してある項目の番号、項目名、又は識別子。前に計画の名称を付けられます）
    #[arg(long, value_name = "項目")]
    pub(crate) item: Option<String>,
    /// 反映先の計画の項目（計画の項目を記録していないときの、自由な書き方）
    #[arg(long, value_name = "項目", default_value = "")]
    pub(crate) plan: String,
    /// 反映先の予算の年度
    #[arg(long, value_name = "年度")]
    pub(crate) budget_year: Option<String>,
    /// 反映先の予算の事業名
    #[arg(long, value_name = "事業名", default_value = "")]
    pub(crate) budget: String,
    /// 結果の記録を取り消します
    #[arg(long, conflicts_with = "on")]
    pub(crate) withdraw: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Paper {
    #[command(flatten)]
    pub(crate) which: OneProposal,
    /// 公表用にします（氏名は、本人が選んだとおりに示します）
    #[arg(long)]
    pub(crate) public: bool,
    /// 個人が分からないことを確かめました（公表用を作るときに、個人を指すかもしれない語があっても作ります）
    #[arg(long)]
    pub(crate) confirmed: bool,
    /// 書き出すフォルダー
    #[arg(long, default_value = "out", value_name = "フォルダー")]
    pub(crate) out: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct Letter {
    #[command(flatten)]
    pub(crate) which: OneProposal,
    /// 文書の日付（指定しないときは今日）
    #[arg(long, value_name = "日付")]
    pub(crate) on: Option<String>,
    /// 次の文書番号を（予定）と書きます。番号の確定は call take_letter_numbers で行います
    #[arg(long)]
    pub(crate) numbered: bool,
    /// 書き出すフォルダー
    #[arg(long, default_value = "out", value_name = "フォルダー")]
    pub(crate) out: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct Feedback {
    /// 行うこと（指定しないときは一覧を示します）
    #[command(subcommand)]
    pub(crate) deed: Option<FeedbackDeed>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum FeedbackWhich {
    /// 報告を待っている団体だけ
    Owed,
    /// すべての団体
    All,
}

#[derive(Debug, Subcommand)]
pub(crate) enum FeedbackDeed {
    /// 団体ごとに、提起された課題と、報告が要るかどうかを示します
    List {
        /// 受付の年度（指定しないときは、すべて）
        #[arg(long, value_name = "年度")]
        year: Option<String>,
    },
    /// 団体ごとの報告の文書を作ります（PDF・Word・テキスト）
    Letters(FeedbackLetters),
    /// 課題の報告をした日を記録します（多くの課題を一度に）
    Record {
        /// 課題の番号（R8-3 など）。団体の名称を書くと、その団体の報告が要る課題すべて
        #[arg(value_name = "課題", required = true)]
        what: Vec<String>,
        /// 報告の日（指定しないときは今日）
        #[arg(long, value_name = "日付")]
        on: Option<String>,
    },
    /// 決定から何日までに報告するかを設定します
    Days {
        /// 日数
        #[arg(value_name = "日数")]
        days: u16,
    },
    /// 年度のフィードバック一覧を作ります（PDF・Excel・テキスト）
    Overview {
        /// 年度（指定しないときは今年度）
        #[arg(long, value_name = "年度")]
        year: Option<String>,
        /// 公表用にします
        #[arg(long)]
        public: bool,
        /// 個人が分からないことを確かめました
        #[arg(long)]
        confirmed: bool,
        /// 書き出すフォルダー
        #[arg(long, default_value = "out", value_name = "フォルダー")]
        out: PathBuf,
    },
}

#[derive(Debug, Args)]
pub(crate) struct FeedbackLetters {
    /// 団体（指定しないときは、報告を待っている団体すべて）
    #[arg(value_name = "団体")]
    pub(crate) organization: Vec<String>,
    /// どの団体に: owed（報告を待っている団体）、all（課題を提起したすべての団体）
    #[arg(long, value_enum, default_value = "owed", value_name = "範囲", hide_possible_values = true)]
    pub(crate) which: FeedbackWhich,
    /// 文書の日付（指定しないときは今日）
    #[arg(long, value_name = "日付")]
    pub(crate) on: Option<String>,
    /// 次の文書番号を（予定）と書きます。番号の確定は call take_letter_numbers で行います
    #[arg(long)]
    pub(crate) numbered: bool,
    /// 書き出すフォルダー
    #[arg(long, default_value = "out", value_name = "フォルダー")]
    pub(crate) out: PathBuf,
}
