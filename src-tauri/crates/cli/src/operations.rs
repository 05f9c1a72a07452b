//! What `call` can call: the names of all operations, and what one of them takes.

use entaku_app::{AppError, Result};
use std::collections::{BTreeMap, BTreeSet};

/// An operation's line of the contract.
struct Line<'a> {
    name: &'a str,
    args: &'a str,
    result: &'a str,
}

/// The names of all operations: those that read, and those that write.
pub(crate) fn list() {
    let contract = entaku_app::typescript();
    let (writes, reads): (Vec<Line<'_>>, Vec<Line<'_>>) =
        lines(&contract).partition(|line| line.result.starts_with("Done<"));
    for (title, group) in [("見る操作", reads), ("書き込む操作", writes)] {
        say!("{title}:");
        let names: Vec<&str> = group.iter().map(|line| line.name).collect();
        for row in names.chunks(3) {
            say!("  {}", row.iter().map(|name| format!("{name:<28}")).collect::<String>().trim_end());
        }
        say!("");
    }
    say!("項目は entaku call --fields <操作> で、すべての項目は entaku call --all で確かめられます。");
}

/// All operations with all types, as the screens know them.
pub(crate) fn all() {
    say!("操作の名前と、受け取る項目（args）、返す内容（result）です。項目の説明は英語です。\n");
    say!("{}", entaku_app::typescript());
}

/// What an operation takes and answers.
///
/// # Errors
/// [`AppError::BadRequest`] for an unknown name.
pub(crate) fn fields(name: &str) -> Result<()> {
    let contract = entaku_app::typescript();
    let found = lines(&contract).find(|line| line.name == name);
    let line = found.ok_or_else(|| AppError::BadRequest(format!("no command {name}")))?;
    let types = types(&contract);
    say!(
        "操作「{name}」の受け取る項目です。説明は英語です。? の付いた項目と、null とある項目は、省くことができます。\n"
    );
    let (taken, answered) = (needed(line.args, &types), needed(line.result, &types));
    for one in &taken {
        say!("{}\n", types[one]);
    }
    say!("返す内容: {}\n", line.result);
    for one in answered.difference(&taken) {
        say!("{}\n", types[one]);
    }
    Ok(())
}

fn lines(contract: &str) -> impl Iterator<Item = Line<'_>> {
    let (_, list) = contract.split_once("export interface Commands {\n").unwrap_or_default();
    list.lines().filter_map(|line| {
        let (name, rest) = line.trim().split_once(": { args: ")?;
        let (args, result) = rest.split_once("; result: ")?;
        Some(Line { name, args, result: result.strip_suffix(" };")? })
    })
}

/// The declarations of the contract by their name.
fn types(contract: &str) -> BTreeMap<&str, &str> {
    let (declared, _) = contract.split_once("export interface Commands {").unwrap_or((contract, ""));
    let all = declared.split("\nexport type ").skip(1);
    all.filter_map(|one| Some((one.split([' ', '<']).next()?, one.trim_end()))).collect()
}

/// The types that a type is made of, itself among them.
fn needed<'a>(of: &str, types: &BTreeMap<&'a str, &'a str>) -> BTreeSet<&'a str> {
    let mut found = BTreeSet::new();
    let mut open: Vec<&str> = vec![of];
    while let Some(text) = open.pop() {
        let code = text.lines().filter(|line| !line.trim_start().starts_with(['*', '/']));
        for word in code.flat_map(|line| line.split(|c: char| !c.is_alphanumeric())) {
            if let Some((name, declaration)) = types.get_key_value(word)
                && found.insert(*name)
            {
                open.push(declaration);
            }
        }
    }
    found
}
