//! What carries addresses: sheets of labels (宛名ラベル) and envelopes (封筒). They
//! are the secretariat's own: addresses are for nobody else.

use serde::{Deserialize, Serialize};

use crate::grid::{Cell, CellSheet, Offset};
use crate::plain::{Lines, spaced};

/// An address (宛名), each part already as it is printed; empty parts are left out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Address {
    /// 「248-8686」; empty if it is not known.
    pub postal: String,
    /// The lines of the address.
    pub lines: Vec<String>,
    /// The organisation.
    pub organization: String,
    /// The post there.
    pub post: String,
    /// The name; empty for an organisation.
    pub name: String,
    /// 様, 御中.
    pub title: String,
}

/// Address labels (宛名ラベル) on sheets that are cut already.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AddressLabels {
    /// The title of the file, 「宛名ラベル　全体会」.
    pub title: String,
    /// The sheet.
    pub sheet: CellSheet,
    /// The first label that is not used yet, from 1.
    pub first: u32,
    /// How the office's printer is set right.
    pub offset: Offset,
    /// The addresses in order.
    pub labels: Vec<Address>,
}

/// Envelopes (封筒) of the size 長形3号, 120 mm × 235 mm upright, one page each.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Envelopes {
    /// The title of the file.
    pub title: String,
    /// The addresses in order.
    pub envelopes: Vec<Address>,
    /// Who sends, one line each; none where the envelopes say so already.
    pub sender: Vec<String>,
    /// How the office's printer is set right.
    pub offset: Offset,
}

/// Where the seven digits of a postal code stand on an upright envelope or
/// postcard, as Japan Post lays down the printed frame (郵便番号記入枠): 12.0 mm from
/// the upper edge, 8.0 mm from the right one, each box 5.7 mm × 8.0 mm, gaps of
/// 1.3 mm within the first three, 1.9 mm behind them, 1.1 mm within the last four.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct PostalFrame {
    /// Upper edge of the boxes, in millimetres.
    pub top: f64,
    /// Width of a box.
    pub width: f64,
    /// Height of a box.
    pub height: f64,
    /// Left edges of the boxes.
    pub lefts: [f64; 7],
}

impl Envelopes {
    /// Width and height of 長形3号, in millimetres.
    pub const SIZE_MM: (f64, f64) = (120.0, 235.0);

    /// Where the digits stand.
    #[must_use]
    pub fn frame() -> PostalFrame {
        let begins = Self::SIZE_MM.0 - 8.0 - 47.7;
        let lefts = [0.0, 7.0, 14.0, 21.6, 28.4, 35.2, 42.0].map(|x: f64| ((begins + x) * 10.0).round() / 10.0);
        PostalFrame { top: 12.0, width: 5.7, height: 8.0, lefts }
    }

    /// The plain-text version.
    #[must_use]
    pub fn text(&self) -> String {
        let mut lines = Lines::default();
        lines.push(&self.title);
        for address in &self.envelopes {
            lines.part(&address.text());
        }
        if !self.sender.is_empty() {
            lines.gap();
            lines.push("差出人");
            self.sender.iter().for_each(|line| lines.push(line));
        }
        lines.finish()
    }
}

impl Address {
    /// The name with its title: 「髙橋　美咲　様」; the title alone names nobody.
    #[must_use]
    pub fn addressee(&self) -> String {
        if self.name.is_empty() { String::new() } else { spaced(&[&self.name, &self.title]) }
    }

    /// The organisation, with its title where no person is named.
    #[must_use]
    pub fn organization_line(&self) -> String {
        let title = if self.name.is_empty() { self.title.as_str() } else { "" };
        if self.organization.is_empty() { String::new() } else { spaced(&[&self.organization, title]) }
    }

    /// The seven digits of the postal code; fewer where it is none.
    #[must_use]
    pub fn digits(&self) -> String {
        self.postal.chars().filter(char::is_ascii_digit).collect()
    }

    fn text(&self) -> String {
        let mut lines = Lines::default();
        lines.push(postal_mark(&self.postal));
        self.lines.iter().for_each(|line| lines.push(line));
        lines.push(self.organization_line());
        lines.push(&self.post);
        lines.push(self.addressee());
        lines.finish()
    }
}

impl AddressLabels {
    /// Where each label lies.
    #[must_use]
    pub fn cells(&self) -> Vec<Cell> {
        self.sheet.grid().cells(self.labels.len(), self.first, self.offset)
    }

    /// The plain-text version.
    #[must_use]
    pub fn text(&self) -> String {
        let mut lines = Lines::default();
        lines.push(&self.title);
        for address in &self.labels {
            lines.part(&address.text());
        }
        lines.finish()
    }
}

fn postal_mark(postal: &str) -> String {
    if postal.is_empty() { String::new() } else { format!("〒{postal}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_digits_stand_in_the_printed_frame() {
        let frame = Envelopes::frame();
        assert_eq!(frame.lefts, [64.3, 71.3, 78.3, 85.9, 92.7, 99.5, 106.3]);
        assert!((frame.lefts[6] + frame.width - 112.0).abs() < 0.01, "8 mm to the right edge");
    }

    #[test]
    fn an_organisation_alone_takes_the_title() {
        let to = |name: &str, title: &str| Address {
            organization: "社会福祉法人まる".into(),
            name: name.into(),
            title: title.into(),
            ..Address::default()
        };
        assert_eq!(to("", "御中").organization_line(), "社会福祉法人まる　御中");
        let person = to("髙橋　美咲", "様");
        assert_eq!(
            (person.organization_line(), person.addressee()),
            ("社会福祉法人まる".into(), "髙橋　美咲　様".into())
        );
    }
}
