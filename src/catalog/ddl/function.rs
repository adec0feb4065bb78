//! Functions and procedures.

use crate::catalog::{Argument, ArgumentMode, Function, Returns, Volatility, quote_dollars, quote_identifier};

/// `create or replace function public.match(query real[]) returns … as $body$…$body$`
pub fn create_function(function: &Function) -> String {
    let mut text = format!("{}({})", create_function_head(function), arguments(function));
    text.push_str(&returns(&function.returns, function.procedure));
    text.push_str(&format!("\n  language {}", quote_identifier(&function.language)));
    text.push_str(&attributes(function));
    for (setting, value) in &function.settings {
        text.push_str(&format!("\n  set {setting} to {value}"));
    }
    if function.sql_body {
        text.push_str(&format!("\n{}", function.body));
    } else {
        text.push_str(&format!("\nas {}", quote_dollars("body", &function.body)));
    }
    text
}

/// What stands before the arguments.
pub fn create_function_head(function: &Function) -> String {
    format!("create or replace {} {}", function_word(function), function.name.name.sql())
}

/// `function` or `procedure`.
pub fn function_word(function: &Function) -> &'static str {
    if function.procedure { "procedure" } else { "function" }
}

fn arguments(function: &Function) -> String {
    function.arguments.iter().map(argument).collect::<Vec<_>>().join(", ")
}

fn argument(argument: &Argument) -> String {
    let mode = match argument.mode {
        ArgumentMode::In => "",
        ArgumentMode::Out => "out ",
        ArgumentMode::InOut => "inout ",
        ArgumentMode::Variadic => "variadic ",
    };
    let name = if argument.name.is_empty() { String::new() } else { format!("{} ", quote_identifier(&argument.name)) };
    let default = argument.default.as_ref().map(|value| format!(" default {value}")).unwrap_or_default();
    format!("{mode}{name}{}{default}", argument.data_type)
}

fn returns(returns: &Returns, procedure: bool) -> String {
    match returns {
        _ if procedure => String::new(),
        Returns::Nothing => String::new(),
        Returns::Type(data_type) => format!("\n  returns {data_type}"),
        Returns::SetOf(data_type) => format!("\n  returns setof {data_type}"),
        Returns::Table(columns) => {
            let list: Vec<String> =
                columns.iter().map(|(name, data_type)| format!("{} {data_type}", quote_identifier(name))).collect();
            format!("\n  returns table ({})", list.join(", "))
        }
    }
}

fn attributes(function: &Function) -> String {
    let mut words: Vec<String> = Vec::new();
    match function.volatility {
        Volatility::Volatile => {}
        Volatility::Stable => words.push("stable".to_owned()),
        Volatility::Immutable => words.push("immutable".to_owned()),
    }
    let flags = [(function.strict, "strict"), (function.leakproof, "leakproof")];
    words.extend(flags.iter().filter(|(on, _)| *on).map(|(_, word)| (*word).to_owned()));
    if function.security_definer {
        words.push("security definer".to_owned());
    }
    if !function.parallel.is_empty() && function.parallel != "unsafe" {
        words.push(format!("parallel {}", function.parallel));
    }
    words.extend(function.cost.iter().map(|cost| format!("cost {cost}")));
    words.extend(function.rows.iter().map(|rows| format!("rows {rows}")));
    words.iter().map(|word| format!(" {word}")).collect()
}
