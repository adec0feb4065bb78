//! Forms of one word out of a few.

use serde_json::json;

use super::form::form;
use super::reader::Reader;
use super::scalar::{as_flag, text, text_schema, word};
use crate::source::{Node, NodeKind, Spanned};
use crate::spec::yaml::Yaml;
use crate::spec::{AccessSpec, CarrySpec, ManagedSpec, PrivilegesSpec, Target, Text, TypeScriptSpec};

/// Declares a form that is one of some words, kept as text.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident = $kind:literal: $($word:literal),*) => {
        form!($(#[$doc])* $name -> Text, |reader, node| word(reader, node, $kind, &[$($word),*]),
            json!({"enum": [$($word),*]}), text);
    };
}

words!(
    /// Whose rights a function or a view runs with.
    Security = "a way to run it": "invoker", "definer"
);
words!(
    /// What a function promises.
    Volatility = "a volatility": "immutable", "stable", "volatile"
);
words!(
    /// Parallel safety of a function.
    Parallel = "a parallel safety": "safe", "restricted", "unsafe"
);
words!(
    /// Modes of an argument.
    ArgumentMode = "an argument mode": "in", "out", "inout", "variadic"
);
words!(
    /// How often a trigger fires.
    Each = "how often": "row", "statement"
);
words!(
    /// When a trigger is enabled.
    Enabled = "a trigger state": "origin", "always", "replica", "disabled"
);
words!(
    /// Command of a raw policy.
    PolicyCommand = "a command": "all", "select", "insert", "update", "delete"
);
words!(
    /// Check option of a view.
    CheckOption = "a check option": "local", "cascaded"
);
words!(
    /// When a piece of raw SQL runs.
    Phase = "a phase": "before", "before_views", "after", "no_transaction"
);
words!(
    /// What an API role may do with a row.
    Verb = "a verb": "read", "create", "update", "delete", "write", "all"
);
words!(
    /// Verbs of an expectation.
    Expected = "a verb": "reads", "creates", "updates", "deletes"
);
words!(
    /// Kinds of identity column.
    IdentityKind = "an identity": "always", "by_default"
);
words!(
    /// Events of a trigger.
    TriggerEvent = "an event": "insert", "update", "delete", "truncate"
);
words!(
    /// How a column's long values are stored.
    Storage = "a storage": "plain", "external", "extended", "main"
);
words!(
    /// Partition strategies.
    Strategy = "a strategy": "range", "list", "hash"
);

form!(
    /// Action of a foreign key; PostgreSQL 15 takes columns: `set null (a)`.
    Action -> Text, action, json!({"type": "string", "pattern": "^(cascade|restrict|no action|set (null|default)( ?\\(.*\\))?)$"}),
    text
);
form!(
    /// `nulls: not distinct`
    NullsNotDistinct -> bool,
    |reader, node| word(reader, node, "how nulls compare", &["distinct", "not distinct"]).map(|text| text.value == "not distinct"),
    json!({"enum": ["distinct", "not distinct"]}),
    |flag| either(*flag, "not distinct", "distinct")
);
form!(
    /// `match: full`
    MatchFull -> bool,
    |reader, node| word(reader, node, "a match", &["simple", "full"]).map(|text| text.value == "full"),
    json!({"enum": ["simple", "full"]}),
    |flag| either(*flag, "full", "simple")
);
form!(
    /// `kind: procedure`
    IsProcedure -> bool,
    |reader, node| word(reader, node, "a kind", &["function", "procedure"]).map(|text| text.value == "procedure"),
    json!({"enum": ["function", "procedure"]}),
    |flag| either(*flag, "procedure", "function")
);
form!(
    /// `deferrable: true`, or `deferred`, or `immediate` (which is what `true` means).
    Deferrable -> Option<Text>,
    |reader, node| {
        let text = word(reader, node, "when it is checked", &["true", "false", "deferred", "immediate"])?;
        Some(Some(text).filter(|text| text.value != "false"))
    },
    json!({"enum": [true, false, "deferred", "immediate"]}),
    |when| match when.as_ref()?.value.as_str() {
        "true" => Some(Yaml::Flag(true)),
        word => Some(Yaml::Text(word.to_owned())),
    }
);
form!(
    /// `deprecated: true`, or a reason.
    Deprecated -> Option<Box<Text>>,
    |reader: &mut Reader<'_>, node| match as_flag(node) {
        Some(true) => Some(Some(Box::new(Spanned::new(String::new(), node.span)))),
        Some(false) => Some(None),
        None => reader.text(node, "true, or a reason").map(|reason| Some(Box::new(reason))),
    },
    text_schema(),
    |reason| match reason.as_ref()?.value.as_str() {
        "" => Some(Yaml::Flag(true)),
        reason => Some(Yaml::Text(reason.to_owned())),
    }
);
form!(
    /// `target:`
    TargetWord -> Target,
    |reader, node| word(reader, node, "a target", &["supabase", "postgres"]).map(|text| match text.value.as_str() {
        "postgres" => Target::Postgres,
        _ => Target::Supabase,
    }),
    json!({"enum": ["supabase", "postgres"]}),
    |target| either(*target == Target::Postgres, "postgres", "supabase")
);
form!(
    /// `access:`
    AccessWord -> AccessSpec,
    |reader, node| word(reader, node, "an access", &["shared", "internal", "open", "written"]).map(|text| match text.value.as_str() {
        "shared" => AccessSpec::Shared,
        "open" => AccessSpec::Open,
        "written" => AccessSpec::Written,
        _ => AccessSpec::Internal,
    }),
    json!({"enum": ["shared", "internal", "open", "written"]}),
    |access| Some(Yaml::Text(match access {
        AccessSpec::Shared => "shared".to_owned(),
        AccessSpec::Internal => "internal".to_owned(),
        AccessSpec::Open => "open".to_owned(),
        AccessSpec::Written => "written".to_owned(),
    }))
);
form!(
    /// `row_security:`
    RowSecurity -> Text,
    |reader, node| word(reader, node, "a state of row security", &["true", "false", "forced"]),
    json!({"enum": [true, false, "forced"]}),
    |state| Some(match state.value.as_str() {
        "forced" => Yaml::Text("forced".to_owned()),
        state => Yaml::Flag(state == "true"),
    })
);
form!(
    /// `privileges:`
    PrivilegesWord -> PrivilegesSpec,
    |reader, node| word(reader, node, "a source of privileges", &["derived", "written"]).map(|text| {
        if text.value == "written" { PrivilegesSpec::Written } else { PrivilegesSpec::Derived }
    }),
    json!({"enum": ["derived", "written"]}),
    |source| either(*source == PrivilegesSpec::Written, "written", "derived")
);
form!(
    /// `typescript:`
    TypeScriptWord -> TypeScriptSpec,
    |reader, node| word(reader, node, "a kind of TypeScript", &["enriched", "strict"]).map(|text| {
        if text.value == "strict" { TypeScriptSpec::Strict } else { TypeScriptSpec::Enriched }
    }),
    json!({"enum": ["enriched", "strict"]}),
    |kind| either(*kind == TypeScriptSpec::Strict, "strict", "enriched")
);
form!(
    /// `managed:`
    Managed -> ManagedSpec,
    |reader, node| word(reader, node, "a way to manage it", &["true", "partly", "false"]).map(|text| {
        match text.value.as_str() {
            "partly" => ManagedSpec::Partly,
            "false" => ManagedSpec::No,
            _ => ManagedSpec::Fully,
        }
    }),
    json!({"enum": [true, "partly", false]}),
    |managed| Some(match managed {
        ManagedSpec::Fully => Yaml::Flag(true),
        ManagedSpec::Partly => Yaml::Text("partly".to_owned()),
        ManagedSpec::No => Yaml::Flag(false),
    })
);
form!(
    /// `carry: true`, or the name of a column.
    Carry -> CarrySpec,
    |reader: &mut Reader<'_>, node| match as_flag(node) {
        Some(flag) => Some(CarrySpec::Flag(flag)),
        None => reader.text(node, "true, or a column").map(|text| CarrySpec::Column(text.value)),
    },
    json!({"type": ["boolean", "string"]}),
    |carry| Some(match carry {
        CarrySpec::Flag(flag) => Yaml::Flag(*flag),
        CarrySpec::Column(column) => Yaml::Text(column.clone()),
    })
);

fn action(reader: &mut Reader<'_>, node: &Node) -> Option<Text> {
    let limited = |text: &str| {
        let columns = text.strip_prefix("set null").or_else(|| text.strip_prefix("set default"));
        columns.is_some_and(|columns| columns.trim_start().starts_with('(') && columns.ends_with(')'))
    };
    if let NodeKind::Scalar { text, .. } = &node.kind
        && limited(text)
    {
        return reader.text(node, "an action");
    }
    word(reader, node, "an action", &["cascade", "restrict", "set null", "set default", "no action"])
}

/// One of two words for a flag.
fn either(flag: bool, yes: &str, no: &str) -> Option<Yaml> {
    Some(Yaml::Text(if flag { yes } else { no }.to_owned()))
}
