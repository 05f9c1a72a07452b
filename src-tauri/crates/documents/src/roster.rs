//! The roster of a body's members (委員名簿).

use serde::{Deserialize, Serialize};

use crate::Audience;
use crate::plain::{Lines, spaced};

/// A roster (委員名簿) as of one day.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Roster {
    /// The council's name, 「鎌倉市障害者支援協議会」.
    pub council: String,
    /// The heading, 「全体会 委員名簿」.
    pub title: String,
    /// 「令和8年10月14日現在」.
    pub as_of: String,
    /// 「任期　令和8年4月1日から令和10年3月31日まで」; empty if no term is set.
    pub term: String,
    /// Public or internal; the line is printed for [`Audience::Internal`] only.
    pub audience: Audience,
    /// The columns from left to right.
    pub columns: Vec<RosterColumn>,
    /// By category, or one group without label for 五十音順.
    pub groups: Vec<RosterGroup>,
    /// Lines under the table, such as 「敬称略・五十音順」.
    pub footers: Vec<String>,
}

/// A column of a roster (欄).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RosterColumn {
    /// Running number (番号), counted over the whole roster.
    Number,
    /// Category with its 号 (区分); taken from the group, else from the row.
    Category,
    /// Name (氏名).
    Name,
    /// Reading (ふりがな).
    Kana,
    /// Organisation and post (所属・職).
    Affiliation,
    /// Organisation alone (所属).
    Organization,
    /// Post alone (職).
    Post,
    /// Office in the body (役職), 会長.
    Office,
    /// 委員, 臨時委員, オブザーバー (種別).
    Kind,
    /// Day of appointment (委嘱日).
    Appointed,
    /// Last day of the term (任期満了日).
    TermEnd,
    /// How often the member was appointed again without a break (再任回数).
    Again,
    /// The organisation that nominates (推薦団体).
    Nominator,
    /// Number of the letter of appointment (委嘱状の番号); internal.
    LetterNumber,
    /// Remarks (備考).
    Note,
    /// Address for letters (住所); internal.
    Address,
    /// Telephone and the like (連絡先); internal.
    Contact,
    /// What the person needs at meetings (情報保障); internal.
    Needs,
}

impl RosterColumn {
    /// All of them, in the usual order.
    pub const ALL: [RosterColumn; 18] = [
        RosterColumn::Number,
        RosterColumn::Category,
        RosterColumn::Name,
        RosterColumn::Kana,
        RosterColumn::Affiliation,
        RosterColumn::Organization,
        RosterColumn::Post,
        RosterColumn::Office,
        RosterColumn::Kind,
        RosterColumn::Appointed,
        RosterColumn::TermEnd,
        RosterColumn::Again,
        RosterColumn::Nominator,
        RosterColumn::LetterNumber,
        RosterColumn::Note,
        RosterColumn::Address,
        RosterColumn::Contact,
        RosterColumn::Needs,
    ];

    /// Its code, and the heading of the column.
    const fn words(self) -> (&'static str, &'static str) {
        match self {
            RosterColumn::Number => ("number", "番号"),
            RosterColumn::Category => ("category", "区分"),
            RosterColumn::Name => ("name", "氏名"),
            RosterColumn::Kana => ("kana", "ふりがな"),
            RosterColumn::Affiliation => ("affiliation", "所属・職"),
            RosterColumn::Organization => ("organization", "所属"),
            RosterColumn::Post => ("post", "職"),
            RosterColumn::Office => ("office", "役職"),
            RosterColumn::Kind => ("kind", "種別"),
            RosterColumn::Appointed => ("appointed", "委嘱日"),
            RosterColumn::TermEnd => ("term_end", "任期満了日"),
            RosterColumn::Again => ("again", "再任回数"),
            RosterColumn::Nominator => ("nominator", "推薦団体"),
            RosterColumn::LetterNumber => ("letter_number", "委嘱状の番号"),
            RosterColumn::Note => ("note", "備考"),
            RosterColumn::Address => ("address", "住所"),
            RosterColumn::Contact => ("contact", "連絡先"),
            RosterColumn::Needs => ("needs", "情報保障"),
        }
    }

    /// Its code, as the template and saved columns know it.
    #[must_use]
    pub const fn code(self) -> &'static str {
        self.words().0
    }

    /// The heading of the column.
    #[must_use]
    pub const fn label(self) -> &'static str {
        self.words().1
    }

    /// The column with a code, or with a heading; none where there is no such.
    #[must_use]
    pub fn known(text: &str) -> Option<RosterColumn> {
        RosterColumn::ALL.into_iter().find(|c| c.code() == text || c.label() == text)
    }

    /// Whether it is for the secretariat alone (V26).
    #[must_use]
    pub const fn is_internal(self) -> bool {
        matches!(self, RosterColumn::LetterNumber | RosterColumn::Address | RosterColumn::Contact | RosterColumn::Needs)
    }
}

/// The members of one category (区分).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RosterGroup {
    /// 「⑴ 医療関係者」; empty if the roster is not grouped.
    pub label: String,
    /// The members in order.
    pub rows: Vec<RosterRow>,
}

/// One seat of a roster: a member, or 「欠員」.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct RosterRow {
    /// Category with its 号, for rosters that are not grouped.
    pub category: String,
    /// The name as it is printed, told apart from namesakes; 「（欠員）」 for a vacant seat.
    pub name: String,
    /// Its reading.
    pub kana: String,
    /// Organisation and post.
    pub affiliation: String,
    /// 会長, 副会長, 座長, 部会長; empty for others.
    pub office: String,
    /// Day of appointment, formatted.
    pub appointed: String,
    /// Last day of the term, formatted.
    pub term_end: String,
    /// Remarks, 「再任」「補欠」.
    pub note: String,
    /// The organisation alone.
    pub organization: String,
    /// The post alone.
    pub post: String,
    /// 委員, 臨時委員, オブザーバー.
    pub kind: String,
    /// How often appointed again, 「2」; empty for never.
    pub again: String,
    /// The organisation that nominates.
    pub nominator: String,
    /// Number of the letter of appointment; internal.
    pub letter_number: String,
    /// Address for letters; internal.
    pub address: String,
    /// Telephone and the like; internal.
    pub contact: String,
    /// What the person needs at meetings; internal.
    pub needs: String,
    /// Whether nobody holds the seat.
    pub vacant: bool,
}

impl RosterRow {
    /// The text of a column, except the running number.
    #[must_use]
    pub fn cell(&self, column: RosterColumn) -> &str {
        match column {
            RosterColumn::Number => "",
            RosterColumn::Category => &self.category,
            RosterColumn::Name => &self.name,
            RosterColumn::Kana => &self.kana,
            RosterColumn::Affiliation => &self.affiliation,
            RosterColumn::Office => &self.office,
            RosterColumn::Appointed => &self.appointed,
            RosterColumn::TermEnd => &self.term_end,
            RosterColumn::Note => &self.note,
            RosterColumn::Organization => &self.organization,
            RosterColumn::Post => &self.post,
            RosterColumn::Kind => &self.kind,
            RosterColumn::Again => &self.again,
            RosterColumn::Nominator => &self.nominator,
            RosterColumn::LetterNumber => &self.letter_number,
            RosterColumn::Address => &self.address,
            RosterColumn::Contact => &self.contact,
            RosterColumn::Needs => &self.needs,
        }
    }
}

impl Roster {
    /// The plain-text version, one member per line.
    #[must_use]
    pub fn text(&self) -> String {
        let mut lines = Lines::default();
        lines.push(spaced(&[&self.council, &self.title]));
        lines.push(&self.as_of);
        lines.push(&self.term);
        if self.audience == Audience::Internal {
            lines.push(format!("（{}）", self.audience.label()));
        }
        let mut number = 0;
        for group in &self.groups {
            lines.gap();
            lines.push(&group.label);
            for row in &group.rows {
                number += 1;
                lines.push(self.row_text(row, number, !group.label.is_empty()));
            }
        }
        lines.gap();
        for footer in &self.footers {
            lines.push(footer);
        }
        lines.finish()
    }

    fn row_text(&self, row: &RosterRow, number: usize, grouped: bool) -> String {
        let number = number.to_string();
        let cells: Vec<String> = self
            .columns
            .iter()
            .filter(|column| !(grouped && **column == RosterColumn::Category))
            .map(|column| match column {
                RosterColumn::Number => number.clone(),
                RosterColumn::Kana if !row.kana.is_empty() => format!("（{}）", row.kana),
                RosterColumn::Appointed
                | RosterColumn::TermEnd
                | RosterColumn::Again
                | RosterColumn::Nominator
                | RosterColumn::LetterNumber
                | RosterColumn::Address
                | RosterColumn::Contact
                | RosterColumn::Needs
                    if !row.cell(*column).is_empty() =>
                {
                    format!("{} {}", column.label(), row.cell(*column))
                }
                _ => row.cell(*column).to_owned(),
            })
            .collect();
        spaced(&cells.iter().map(String::as_str).collect::<Vec<_>>())
    }
}
