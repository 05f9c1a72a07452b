//! A roster of 3,000 people: previewed, and written.

use crate::{Outcome, now, row};
use entaku_app::App;
use entaku_app::import::{ImportAsk, ImportFile};
use std::time::{Duration, Instant};

const PEOPLE: usize = 3_000;

pub(crate) fn measure() -> Outcome<()> {
    let bytes = roster();
    let ask = ImportAsk { body: Some("zentaikai".to_owned()), ..ImportAsk::default() };
    let folder = tempfile::tempdir()?;
    let app = App::create_sample(folder.path(), now, "bench")?;
    row("a roster of 3,000 people, from file to preview", "< 1 s", || {
        let file = ImportFile::read("roster.csv", &bytes, None)?;
        let shown = app.preview_import(&file, &ask)?;
        assert_eq!(shown.counts.new as usize, PEOPLE);
        Ok(())
    })?;
    let file = ImportFile::read("roster.csv", &bytes, None)?;
    let mut spent = Vec::new();
    for _ in 0..3 {
        let folder = tempfile::tempdir()?;
        let mut app = App::create_sample(folder.path(), now, "bench")?;
        let began = Instant::now();
        app.write_import(&file, &ask)?;
        spent.push(began.elapsed());
        let again = Instant::now();
        assert_eq!(app.preview_import(&file, &ask)?.counts.same as usize, PEOPLE);
        println!("{:<52} {:>9} ", "the same roster previewed once more", ms(again.elapsed()));
    }
    spent.sort();
    println!("{:<52} {:>9} {:>9} {:>9}  < 3 s", "the roster written to disk", ms(spent[0]), ms(spent[1]), ms(spent[2]));
    Ok(())
}

fn ms(time: Duration) -> String {
    format!("{:.1} ms", time.as_secs_f64() * 1000.0)
}

/// Categories, names with readings, organisations, posts and terms.
fn roster() -> Vec<u8> {
    let mut text = String::from("\u{feff}category,name,kana,organization,post,start,end\r\n");
    let heads =
        ["\u{533a}\u{5206}", "\u{6c0f}\u{540d}", "\u{3075}\u{308a}\u{304c}\u{306a}", "\u{56e3}\u{4f53}\u{540d}"];
    text = text.replace("category,name,kana,organization", &heads.join(","));
    text = text.replace("post,start,end", "\u{8077}\u{540d},\u{59d4}\u{5631}\u{65e5},\u{6e80}\u{4e86}\u{65e5}");
    for n in 0..PEOPLE {
        let family: String = spelled(n / 60);
        let given: String = spelled(n % 60 + 7);
        let (category, organization) = ([1, 2, 3, 4, 6, 7][n % 6], n / 10);
        text.push_str(&format!(
            "{category},{family}\u{3000}{given},{family} {given},org {organization},staff,R8.4.1,R10.3.31\r\n"
        ));
    }
    text.into_bytes()
}

/// A number in hiragana.
fn spelled(mut n: usize) -> String {
    let mut out = String::from("\u{307f}");
    loop {
        out.extend(char::from_u32(0x304B + u32::try_from(n % 10).unwrap_or_default() * 2));
        n /= 10;
        if n == 0 {
            return out;
        }
    }
}
