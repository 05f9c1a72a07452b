//! Letters in large print (拡大文字): 20 points and more, nothing side by side.

use crate::parts::{Piece, gap, plain_line as line, room};
use docx_rs::{AlignmentType, Paragraph};
use entaku_documents::letter::{ADDRESSED, CONTACT, END, RECORD};
use entaku_documents::{Letter, LetterLine, LetterLook};

/// The type of what is read.
const TEXT: usize = 20;
/// That of headings and names.
const HEAD: usize = 24;

/// A letter's paragraphs, and frames to be written in.
pub(crate) fn pieces(letter: &Letter) -> Vec<Piece> {
    match letter.look {
        LetterLook::Form => form(letter),
        LetterLook::Rules => rules(letter),
        LetterLook::Official | LetterLook::Certificate => official(letter),
    }
}

fn left(text: &str) -> Paragraph {
    line(text, TEXT, AlignmentType::Left)
}

fn right(text: &str) -> Paragraph {
    line(text, TEXT, AlignmentType::Right)
}

fn heading(text: &str) -> Paragraph {
    line(text, HEAD, AlignmentType::Left).outline_lvl(0)
}

fn official(letter: &Letter) -> Vec<Piece> {
    let dated = [&letter.number, &letter.date].into_iter().filter(|t| !t.is_empty());
    let mut pieces: Vec<Piece> = dated.map(|text| right(text).into()).collect();
    pieces.extend(letter.to.iter().map(|to| left(to).into()));
    pieces.push(line(&letter.name, HEAD, AlignmentType::Left).into());
    pieces.extend(letter.from.iter().map(|from| right(&from.text).into()));
    pieces.extend([gap(TEXT).into(), heading(&letter.subject).into(), gap(TEXT).into()]);
    pieces.extend(letter.body.iter().map(|text| left(&format!("　{text}")).into()));
    if !letter.items.is_empty() {
        pieces.push(line(RECORD, TEXT, AlignmentType::Center).into());
        pieces.extend(
            letter.items.iter().zip(1..).flat_map(|(item, at)| labelled(&format!("{at}　{}", item.label), &item.text)),
        );
        pieces.push(right(END).into());
    }
    if !letter.contact.is_empty() {
        pieces.push(gap(TEXT).into());
        pieces
            .extend(std::iter::once(CONTACT).chain(letter.contact.iter().map(String::as_str)).map(|l| left(l).into()));
    }
    pieces
}

/// A label, and what it says below it.
fn labelled(label: &str, text: &str) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = vec![gap(TEXT / 2).into(), left(label).into()];
    pieces.extend(text.split('\n').map(|said| left(&format!("　{said}")).into()));
    pieces
}

fn form(letter: &Letter) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = vec![heading(&letter.subject).into(), right(&letter.date).into()];
    pieces.extend(letter.to.iter().map(|to| left(&format!("{ADDRESSED}{to}")).into()));
    pieces.extend(letter.body.iter().map(|text| left(&format!("　{text}")).into()));
    pieces.extend(letter.blanks.iter().flat_map(blank));
    pieces.extend(letter.from.iter().map(|who| left(&format!("{}　{}", who.label, who.text)).into()));
    pieces
}

/// What is to be filled in: each choice on a line of its own, or a frame.
fn blank(blank: &LetterLine) -> Vec<Piece> {
    if blank.text.is_empty() {
        return vec![gap(TEXT / 2).into(), left(&blank.label).into(), room().into()];
    }
    labelled(&blank.label, &blank.text.replace("　□", "\n□"))
}

fn rules(letter: &Letter) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = vec![heading(&letter.subject).into(), gap(TEXT).into()];
    pieces.extend(letter.body.iter().map(|text| left(&format!("　{text}")).into()));
    pieces.extend(
        letter.items.iter().zip(1..).map(|(item, at)| left(&format!("{at}　{}{}", item.label, item.text)).into()),
    );
    pieces.extend(letter.from.iter().map(|from| right(&from.text).into()));
    pieces
}
