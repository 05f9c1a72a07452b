//! What members need at a meeting (情報保障), told apart by what the office has to do,
//! and by when (V24). Never why: the reason is nobody's business here.

use crate::Day;
use crate::calendar::OfficeCalendar;
use crate::id::MeetingId;
use crate::text::search_key;
use chrono::TimeDelta;

coded! {
    /// A need for which the office prepares something (会議での配慮).
    Need {
        SignLanguage = "sign_language", "手話通訳";
        Captioning = "captioning", "要約筆記";
        LargePrint = "large_print", "拡大文字の資料";
        Braille = "braille", "点字の資料";
        TextData = "text_data", "テキストデータ";
        Ruby = "ruby", "ふりがな付きの資料";
        PlainVersion = "plain_version", "分かりやすい版の資料";
        HearingLoop = "hearing_loop", "磁気ループ";
        Wheelchair = "wheelchair", "車いすの席";
        SeatPlace = "seat_place", "座席の位置";
        Companion = "companion", "支援者・介助者の同席";
        Parking = "parking", "駐車場";
        Other = "other", "その他の配慮";
    }
}

/// That something needed at a meeting has been arranged (手配の記録).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Arrangement {
    /// The meeting.
    pub meeting: MeetingId,
    /// What.
    pub need: Need,
    /// The day on which it was arranged; none while it is not.
    pub done_on: Option<Day>,
    /// With whom, how many.
    pub note: Option<String>,
}

/// When something must be arranged for a meeting (V24).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NeedDue {
    /// Days before the meeting.
    pub days: i64,
    /// By when it should be arranged: the counted day, or the last working day before it.
    pub on: Day,
    /// Days before the meeting of the last call.
    pub last_days: i64,
    /// The last call (最終の期限): after that it may not be had any more.
    pub last_call: Day,
}

/// The words by which a need is known in what was typed, in order: the first that
/// is found decides. 「座席（通訳者が見える位置）」 is about a seat, so only what
/// stands before a bracket is looked at.
const WORDS: [(Need, &[&str]); 12] = [
    (Need::SignLanguage, &["手話"]),
    (Need::Captioning, &["要約筆記", "文字通訳", "字幕"]),
    (Need::LargePrint, &["拡大"]),
    (Need::Braille, &["点字", "点訳"]),
    (Need::TextData, &["テキスト", "音声", "データ"]),
    (Need::Ruby, &["ルビ", "ふりがな"]),
    (Need::PlainVersion, &["分かりやすい", "わかりやすい", "やさしい", "イージーリード"]),
    (Need::HearingLoop, &["ループ", "補聴"]),
    (Need::Wheelchair, &["車いす", "車椅子"]),
    (Need::Companion, &["同席", "介助", "支援者", "付添", "盲導犬", "補助犬"]),
    (Need::SeatPlace, &["座席", "席"]),
    (Need::Parking, &["駐車", "車で"]),
];

impl Need {
    /// The need that a text speaks of.
    pub fn of(text: &str) -> Self {
        let kind = search_key(text.split(['（', '(']).next().unwrap_or(text));
        let found = WORDS.iter().find(|(_, words)| words.iter().any(|word| kind.contains(&search_key(word))));
        found.map_or(Self::Other, |(need, _)| *need)
    }

    /// Days before the meeting by which it is arranged, and those of the last call.
    /// Interpreters: V24 (30, and 7 as the last call). All others are practice:
    /// papers in another form go out with the papers, a week before; braille takes
    /// a fortnight more; rooms and places are settled in the week before.
    const fn days(self) -> (i64, i64) {
        match self {
            Self::SignLanguage | Self::Captioning => (30, 7),
            Self::Braille => (21, 14),
            Self::LargePrint | Self::TextData | Self::Ruby | Self::PlainVersion => (10, 7),
            Self::HearingLoop | Self::Wheelchair | Self::SeatPlace | Self::Companion | Self::Parking | Self::Other => {
                (7, 1)
            }
        }
    }

    /// When it is to be arranged for a meeting (V24).
    pub fn due(self, meeting: Day, calendar: &OfficeCalendar) -> NeedDue {
        let (days, last_days) = self.days();
        let before = |days| calendar.open_by(meeting.checked_sub_signed(TimeDelta::days(days)).unwrap_or(meeting));
        NeedDue { days, on: before(days), last_days, last_call: before(last_days) }
    }
}

#[cfg(test)]
mod tests {
    //! V24's worked example, and needs as people type them.
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn v24_interpreters_are_asked_for_a_month_before_and_a_week_before_at_last() {
        let due = Need::SignLanguage.due("2026-10-14".parse().unwrap(), &OfficeCalendar::default());
        assert_eq!((due.on.to_string(), due.last_call.to_string()), ("2026-09-14".into(), "2026-10-07".into()));
        let seat = Need::Wheelchair.due("2026-10-13".parse().unwrap(), &OfficeCalendar::default());
        assert_eq!(seat.last_call.to_string(), "2026-10-09", "the day before is a holiday: the Friday before that");
    }

    #[test]
    fn a_need_is_known_by_its_words() {
        for (text, need) in [
            ("手話通訳（2人）", Need::SignLanguage),
            ("要約筆記", Need::Captioning),
            ("座席（通訳者が見える位置）", Need::SeatPlace),
            ("車いす席（机の高さ70cm）", Need::Wheelchair),
            ("拡大文字（18ポイント）", Need::LargePrint),
            ("音声データ（本文のテキスト）", Need::TextData),
            ("やさしい日本語（要約版）", Need::PlainVersion),
            ("支援者同席（1人）", Need::Companion),
            ("ルビ（全文）", Need::Ruby),
            ("駐車場", Need::Parking),
            ("休憩を多めに", Need::Other),
            ("", Need::Other),
        ] {
            assert_eq!(Need::of(text), need, "{text}");
        }
    }
}
