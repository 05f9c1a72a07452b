//! Office files by the LibreOffice of this machine; where there is none, what is said then.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::ops::ControlFlow;
use std::time::Instant;

use entaku_documents::{PrintError, Printer, SourceFile, go_on};
use entaku_press::{Press, office};

/// A document as rich text: what every version of LibreOffice reads.
fn rtf(text: &str) -> SourceFile {
    let coded: String = text.chars().map(|c| format!("\\u{}?", c as u32 as i32)).collect();
    SourceFile {
        name: "計画（案） 髙橋.rtf".into(),
        bytes: format!("{{\\rtf1\\ansi {coded}\\page {coded}}}").into_bytes(),
    }
}

fn here() -> bool {
    let found = office::converter().is_some();
    if !found {
        eprintln!("LibreOffice is not installed: the conversion itself is not tested here");
    }
    found
}

#[test]
fn a_file_becomes_a_pdf_of_its_pages() {
    let file = rtf("資料の本文");
    let made = Press.convert(&file, &mut go_on);
    if !here() {
        assert!(matches!(made, Err(PrintError::NoConverter { .. })));
        return;
    }
    let made = made.unwrap();
    assert_eq!(made.name, "計画（案） 髙橋.pdf");
    assert_eq!(Press.inspect(&made).unwrap().pages.len(), 2);
}

#[test]
fn what_is_no_document_says_so() {
    if !here() {
        return;
    }
    let file = SourceFile { name: "壊れた.docx".into(), bytes: b"PK\x03\x04 and no more".to_vec() };
    match Press.convert(&file, &mut go_on) {
        Err(PrintError::NotConverted { late: false, .. }) => {}
        other => panic!("{:?}", other.map(|f| f.name)),
    }
}

#[test]
fn it_is_given_up_at_once_and_leaves_nothing_running() {
    if !here() {
        return;
    }
    let began = Instant::now();
    let mut times = 0;
    let stopped = Press.convert(&rtf("本文"), &mut |_| {
        times += 1;
        if times > 2 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    assert!(matches!(stopped, Err(PrintError::Cancelled)));
    assert!(began.elapsed().as_secs() < 20, "it waited");
}
