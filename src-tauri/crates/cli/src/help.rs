//! Every command's help in Japanese and in one form, whatever its words are.

use clap::builder::StyledStr;
use clap::{Arg, Command};

const TEMPLATE: &str = "\
{about}

使い方: {usage}

{all-args}{after-help}";

/// A command, and all that are below it, with the help in Japanese. What an argument takes
/// is told in its own words, unless its author has done so and hid the list.
pub(crate) fn in_japanese(command: Command) -> Command {
    command.help_template(TEMPLATE).mut_args(values_told).mut_subcommands(in_japanese)
}

fn values_told(arg: Arg) -> Arg {
    let takes = arg.get_action().takes_values();
    let told = arg.is_hide_possible_values_set() || !takes;
    let names: Vec<String> = if told {
        Vec::new()
    } else {
        arg.get_possible_values().iter().map(|value| value.get_name().to_owned()).collect()
    };
    let default = arg.get_default_values().first().map(|value| value.to_string_lossy().into_owned());
    let arg = arg.hide_possible_values(takes).hide_default_value(takes);
    if names.is_empty() {
        return arg;
    }
    let help = arg.get_help().map(StyledStr::to_string).unwrap_or_default();
    let otherwise = default.map(|value| format!("。指定しないときは{value}")).unwrap_or_default();
    arg.help(format!("{help}（{}{otherwise}）", names.join("・")))
}
