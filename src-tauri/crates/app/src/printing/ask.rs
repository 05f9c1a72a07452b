//! What can be asked for.

pub use super::choices::{AudienceName, DetailName, Format, LabelSheet, OrderName};
use super::plans::PlanPaperName;
use crate::commands::{LetterBatch, MemberFilter, TurnoutDays, WhichIssues, WhichPeople, WordingText};
use serde::Deserialize;
use ts_rs::TS;

/// A document to be made. Days and years as typed; today and this year where none.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
#[ts(tag = "kind", rename_all = "snake_case")]
#[ts(optional_fields = nullable)]
pub enum Document {
    /// 関係図 of a fiscal year.
    RelationshipChart {
        /// The fiscal year.
        year: Option<String>,
        /// A4 instead of A3.
        a4: Option<bool>,
        /// How much stands in the boxes; as fits the sheet where none.
        detail: Option<DetailName>,
    },
    /// 構成図 of a day.
    CompositionChart {
        /// The day.
        on: Option<String>,
        /// A4 instead of A3.
        a4: Option<bool>,
        /// For whom.
        audience: AudienceName,
    },
    /// 会議資料 of a meeting, one edition.
    Packet {
        /// The meeting's identifier.
        meeting: String,
        /// For whom.
        audience: AudienceName,
        /// Whether each paper begins on an odd page.
        odd: Option<bool>,
        /// 「個人が分からないことを確かめました」.
        confirmed: Option<bool>,
        /// Identifier of the member for whom it is made, without what they may not have.
        member: Option<String>,
        /// Whether their name stands on the cover.
        named: Option<bool>,
        /// Large print on A3, in percent from 120 to 200.
        large: Option<u16>,
    },
    /// 差替え資料 of a meeting: what has changed since a set left.
    Replacement {
        /// The meeting's identifier.
        meeting: String,
        /// For whom.
        audience: AudienceName,
        /// Identifier of the member whose own set is mended.
        member: Option<String>,
        /// The set that is mended, a line of the ledger; the last for these readers where none.
        issued: Option<String>,
        /// 「個人が分からないことを確かめました」.
        confirmed: Option<bool>,
    },
    /// 回収資料, each numbered copy by itself.
    CollectedCopies {
        /// The meeting's identifier.
        meeting: String,
    },
    /// 回収確認表 of a meeting.
    CollectionList {
        /// The meeting's identifier.
        meeting: String,
    },
    /// 送付一覧 of a meeting.
    DeliveryList {
        /// The meeting's identifier.
        meeting: String,
    },
    /// 配付計画 of a meeting: how many copies of what for whom.
    PacketPlan {
        /// The meeting's identifier.
        meeting: String,
        /// Whether each member gets a set with their name.
        named: Option<bool>,
    },
    /// 印刷・部数表 of a meeting.
    PrintPlan {
        /// The meeting's identifier.
        meeting: String,
        /// Whether each paper begins on an odd page.
        odd: Option<bool>,
        /// 「個人が分からないことを確かめました」.
        confirmed: Option<bool>,
    },
    /// 次第 of a meeting.
    Agenda {
        /// The meeting's identifier.
        meeting: String,
        /// For whom.
        audience: AudienceName,
        /// 「個人が分からないことを確かめました」.
        confirmed: Option<bool>,
    },
    /// 進行シナリオ of a meeting.
    Scenario {
        /// The meeting's identifier.
        meeting: String,
        /// In a large type, to be read standing.
        large: Option<bool>,
    },
    /// 席次表 of a meeting.
    Seating {
        /// The meeting's identifier.
        meeting: String,
        /// For whom.
        audience: AudienceName,
    },
    /// 受付簿 of a meeting.
    Reception {
        /// The meeting's identifier.
        meeting: String,
        /// In large print.
        large: Option<bool>,
        /// Blank lines for those who were not expected; 5 where none.
        blank: Option<u8>,
    },
    /// 出席状況 over some days.
    Turnout {
        /// Over which days, of which body.
        days: TurnoutDays,
        /// For whom: in public bodies alone appear.
        audience: AudienceName,
    },
    /// 活動報告書 of a fiscal year.
    ActivityReport {
        /// The fiscal year.
        year: Option<String>,
        /// For whom.
        audience: AudienceName,
        /// 「個人が分からないことを確かめました」.
        confirmed: Option<bool>,
    },
    /// 意見書, 意見と回答の一覧, 連携の記録, 協議会の評価, 県・国への報告の数字.
    PlanPaper {
        /// Which of them.
        paper: PlanPaperName,
        /// The hearing's identifier, or the fiscal year; this year where none.
        of: Option<String>,
        /// As of which day, of figures for prefecture and ministry.
        on: Option<String>,
        /// For whom.
        audience: AudienceName,
        /// 「個人が分からないことを確かめました」.
        confirmed: Option<bool>,
    },
    /// 支払一覧.
    PayList {
        /// Its identifier.
        list: String,
    },
    /// 委員名簿 of a body on a day.
    Roster {
        /// Handle or name of the body.
        body: String,
        /// The day.
        on: Option<String>,
        /// In which order; by category where none.
        order: Option<OrderName>,
        /// For whom.
        audience: AudienceName,
        /// Codes of the columns from left to right; the usual ones where none.
        columns: Option<Vec<String>>,
        /// Only these members.
        filter: Option<MemberFilter>,
    },
    /// 課題整理表 of a day.
    IssueTable {
        /// The day.
        on: Option<String>,
        /// A4 instead of A3.
        a4: Option<bool>,
        /// For whom.
        audience: AudienceName,
        /// 「個人が分からないことを確かめました」.
        confirmed: Option<bool>,
        /// Only these issues; the open ones where none.
        filter: Option<WhichIssues>,
    },
    /// 課題の流れ of a fiscal year.
    IssueFlow {
        /// The fiscal year.
        year: Option<String>,
        /// A4 instead of A3.
        a4: Option<bool>,
        /// For whom.
        audience: AudienceName,
    },
    /// テーマの経過 as of a day.
    IssueThemes {
        /// The day.
        on: Option<String>,
        /// For whom.
        audience: AudienceName,
        /// 「個人が分からないことを確かめました」.
        confirmed: Option<bool>,
    },
    /// 課題カルテ of a day.
    IssueCards {
        /// Identifiers of the issues; all open ones where none.
        issues: Option<Vec<String>>,
        /// The day.
        on: Option<String>,
        /// For whom.
        audience: AudienceName,
        /// 「個人が分からないことを確かめました」.
        confirmed: Option<bool>,
    },
    /// 進捗管理表 of the subcommittees.
    ProgressSheet {
        /// The fiscal year; this one where none.
        year: Option<String>,
        /// The day.
        on: Option<String>,
        /// A3 instead of A4.
        a3: Option<bool>,
        /// For whom.
        audience: AudienceName,
        /// 「個人が分からないことを確かめました」.
        confirmed: Option<bool>,
    },
    /// A report of a subcommittee, or of all.
    SubReport {
        /// Handle or name of the subcommittee; all in one paper where none.
        body: Option<String>,
        /// The fiscal year; this one where none.
        year: Option<String>,
        /// `activity`, `next_plan`, `evaluation`.
        report: String,
        /// For whom.
        audience: AudienceName,
        /// 「個人が分からないことを確かめました」.
        confirmed: Option<bool>,
    },
    /// 委嘱関係の文書, one or many.
    Letters {
        /// Which letters, for whom.
        letters: LetterBatch,
    },
    /// A letter to somebody made up, to look at a wording.
    LetterSample {
        /// The wording.
        wording: WordingText,
    },
    /// 委員の異動 of a body between two days.
    RosterChanges {
        /// Handle or name of the body.
        body: String,
        /// The earlier day.
        from: String,
        /// The later day; today where none.
        to: Option<String>,
        /// For whom.
        audience: AudienceName,
    },
    /// 委員の構成 of a body on a day, in figures.
    RosterFigures {
        /// Handle or name of the body.
        body: String,
        /// The day.
        on: Option<String>,
        /// For whom.
        audience: AudienceName,
    },
    /// 名札 of who sits in a body on a day, or comes to a meeting.
    NamePlates {
        /// Whose.
        who: WhichPeople,
        /// With the reading.
        kana: Option<bool>,
    },
    /// 席札, likewise.
    TableCards {
        /// Whose.
        who: WhichPeople,
        /// With the reading.
        kana: Option<bool>,
        /// With organisation and post.
        posts: Option<bool>,
        /// 髙橋委員 in place of the full name.
        spoken: Option<bool>,
        /// Of the meeting's secretariat and of those who come from outside, too.
        secretariat: Option<bool>,
    },
    /// 宛名ラベル, 12 or 24 on A4.
    AddressLabels {
        /// Whose.
        who: WhichPeople,
        /// To the organisations in place of the people.
        organizations: Option<bool>,
        /// The sheet; 12 on A4 where none.
        sheet: Option<LabelSheet>,
        /// The first label that is not used yet, from 1.
        first: Option<u32>,
        /// How far to the right the printer is to print, in tenths of a millimetre.
        right: Option<i32>,
        /// How far down, likewise.
        down: Option<i32>,
    },
    /// 封筒, 長形3号.
    Envelopes {
        /// Whose.
        who: WhichPeople,
        /// To the organisations in place of the people.
        organizations: Option<bool>,
        /// Who sends, line by line; the secretariat where none.
        sender: Option<Vec<String>>,
        /// How far to the right the printer is to print, in tenths of a millimetre.
        right: Option<i32>,
        /// How far down, likewise.
        down: Option<i32>,
    },
    /// 投票用紙 for an office at a meeting, one for each member.
    Ballots {
        /// The meeting's identifier.
        meeting: String,
        /// The office, 会長.
        title: String,
    },
    /// 開票集計表 for an office at a meeting.
    CountSheet {
        /// The meeting's identifier.
        meeting: String,
        /// The office, 会長.
        title: String,
    },
    /// 役員の選出の記録 of a meeting.
    ElectionRecord {
        /// The meeting's identifier.
        meeting: String,
    },
    /// 役員の変遷 of a body, as of today.
    OfficerHistory {
        /// Handle or name of the body.
        body: String,
    },
    /// 出欠の回答一覧 of a meeting.
    ReplyTable {
        /// The meeting's identifier.
        meeting: String,
    },
    /// 出欠の督促一覧 of a meeting.
    ReminderTable {
        /// The meeting's identifier.
        meeting: String,
    },
    /// 情報保障等の手配一覧 of a meeting.
    NeedsTable {
        /// The meeting's identifier.
        meeting: String,
    },
    /// いただいた意見一覧 of a meeting.
    OpinionsPaper {
        /// The meeting's identifier.
        meeting: String,
        /// For whom.
        audience: AudienceName,
        /// 「個人が分からないことを確かめました」.
        confirmed: Option<bool>,
    },
    /// 会議録 of a meeting, one edition.
    Minutes {
        /// The meeting's identifier.
        meeting: String,
        /// For whom.
        audience: AudienceName,
        /// 「個人が分からないことを確かめました」.
        confirmed: Option<bool>,
    },
    /// 会議概要 of a meeting, one edition.
    MinutesOutline {
        /// The meeting's identifier.
        meeting: String,
        /// For whom.
        audience: AudienceName,
        /// 「個人が分からないことを確かめました」.
        confirmed: Option<bool>,
    },
    /// 会議録（案）の確認について, to each member.
    MinutesLetters {
        /// The meeting's identifier.
        meeting: String,
        /// The letters' day; today where none.
        on: Option<String>,
    },
    /// 決定事項の抄録 of one decision.
    DecisionExtract {
        /// Identifier of the entry of the minutes.
        decision: String,
        /// The day on which it is certified; today where none.
        on: Option<String>,
    },
    /// 年間予定表 of a fiscal year.
    YearPlan {
        /// The fiscal year.
        year: Option<String>,
        /// A4 instead of A3.
        a4: Option<bool>,
        /// For whom.
        audience: AudienceName,
        /// As a table and for calendar programs with what is due around the meetings; for the secretariat alone.
        tasks: Option<bool>,
        /// 「個人が分からないことを確かめました」.
        confirmed: Option<bool>,
    },
    /// 傍聴者受付簿 of a meeting.
    ReceptionTable {
        /// The meeting's identifier.
        meeting: String,
    },
    /// 提言書 of a proposal.
    Proposal {
        /// The proposal's identifier.
        proposal: String,
        /// For whom.
        audience: AudienceName,
        /// 「個人が分からないことを確かめました」.
        confirmed: Option<bool>,
    },
    /// フィードバック一覧 of a fiscal year.
    FeedbackOverview {
        /// The fiscal year; this one where none.
        year: Option<String>,
        /// For whom.
        audience: AudienceName,
        /// 「個人が分からないことを確かめました」.
        confirmed: Option<bool>,
    },
    /// 出した文書の台帳 of a fiscal year, or all of it: a table, not to be printed.
    IssuedLedger {
        /// The fiscal year.
        year: Option<String>,
    },
}
