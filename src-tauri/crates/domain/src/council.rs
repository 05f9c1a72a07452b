//! The council itself (協議会) and the answers that only its office can give.

use crate::FiscalYear;
use crate::era::DateStyle;
use crate::meeting::Numbering;

/// The council (協議会).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Council {
    /// Its name.
    pub name: String,
    /// The municipality.
    pub municipality: String,
    /// Wordings of its purpose; the seed has two.
    pub purposes: Vec<Purpose>,
    /// Where the philosophy stands, 鎌倉市障害者福祉計画の基本理念.
    pub philosophy_source: String,
    /// The philosophy (基本理念).
    pub philosophy: String,
    /// Legal basis (根拠法令).
    pub legal_basis: String,
    /// The secretariat (事務局).
    pub secretariat: String,
    /// What the rules say on consigned clerical work (庶務の委託).
    pub consignment: Option<String>,
    /// What the council may do with its results (提案の権能).
    pub power: String,
    /// How dates are written.
    pub date_style: DateStyle,
    /// How meetings are numbered.
    pub numbering: Numbering,
    /// The office's answers.
    pub answers: Vec<(Question, Answer)>,
    /// A note that stands on every document, such as that the people are fictional.
    pub notice: Option<String>,
}

/// A wording of the purpose (目的).
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Purpose {
    /// The text.
    pub text: String,
    /// The document where it stands, 関係図 or 構成図.
    pub document: String,
    /// From this year on.
    pub from_year: FiscalYear,
}

coded! {
    /// What only the office can answer (確認事項).
    Question {
        Reappointment = "reappointment", "再任の可否と上限";
        Replacement = "replacement", "補欠の任期";
        Quorum = "quorum", "定足数と議決";
        Proxy = "proxy", "代理出席・オンライン・書面開催";
        Openness = "openness", "公開の原則と傍聴定員";
        Minutes = "minutes", "会議録の方式・期限・発言者表記";
        Pay = "pay", "報酬・謝礼";
        Season = "season", "年3回の時期と予算要求締切";
        SubcommitteeTerm = "subcommittee_term", "部会員の任期";
        Consignment = "consignment", "庶務委託の有無と委託先";
        Spelling = "spelling", "障害・障がいの表記";
        Comma = "comma", "読点の書き方";
        PaperNumbers = "paper_numbers", "資料番号の書き方";
        SteeringChair = "steering_chair", "座長・副座長の選び方";
        SupportArrow = "support_arrow", "運営支援の矢印の向き";
        SortingArrow = "sorting_arrow", "課題整理依頼の矢印の向き";
    }
}

/// An answer: 「未定」 and 「要綱に定めなし」 are values, never silent defaults.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(tag = "is", content = "text", rename_all = "snake_case")]
pub enum Answer {
    /// 未定.
    Undecided,
    /// 要綱に定めなし.
    NotInRules,
    /// Decided, in words.
    Decided(String),
}

impl Council {
    /// What the office has decided on a question, in its words; none while it has not.
    pub fn decided(&self, question: Question) -> Option<&str> {
        self.answers.iter().rev().find(|(asked, _)| *asked == question).and_then(|(_, answer)| match answer {
            Answer::Decided(text) => Some(text.as_str()),
            Answer::Undecided | Answer::NotInRules => None,
        })
    }
}
