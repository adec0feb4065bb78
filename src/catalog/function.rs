//! Functions, procedures and triggers.

use super::{FunctionName, Grant, Management, Named, QualifiedName};

/// The `search_path` of every function that we make, as SQL: nothing but the server's own schema. Under an empty path the
/// caller's temporary types come before that, and a domain called `text` runs its check with the rights of the function
/// ("write `pg_temp` as the last entry": PostgreSQL, CREATE FUNCTION; measured on 15 and 18).
pub const PINNED: &str = "'pg_catalog', 'pg_temp'";

/// A function or procedure.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Function {
    /// Name and input types.
    pub name: FunctionName,
    /// `PROCEDURE`
    pub procedure: bool,
    /// Arguments in order, those of `RETURNS TABLE` left out.
    pub arguments: Vec<Argument>,
    /// What it returns.
    pub returns: Returns,
    /// `LANGUAGE`
    pub language: String,
    /// Volatility.
    pub volatility: Volatility,
    /// `SECURITY DEFINER`
    pub security_definer: bool,
    /// `STRICT`
    pub strict: bool,
    /// `LEAKPROOF`
    pub leakproof: bool,
    /// `PARALLEL`: unsafe, restricted, safe.
    pub parallel: String,
    /// `COST`, when not the default.
    pub cost: Option<String>,
    /// `ROWS`, when not the default.
    pub rows: Option<String>,
    /// `SET`: setting to value as SQL (`search_path` to [`PINNED`]).
    pub settings: Named<String>,
    /// The body, as `prosrc`; of a `RETURN`/`BEGIN ATOMIC` body, its SQL with `sql_body` set.
    pub body: String,
    /// The body is SQL-standard (`BEGIN ATOMIC …`).
    pub sql_body: bool,
    /// `COMMENT ON`
    pub comment: Option<String>,
    /// Who may execute, the owner left out; `public` for everybody.
    pub grants: Vec<Grant>,
    /// Who owns it; only from a server, and not compared.
    pub owner: String,
    /// How much of it is ours.
    pub management: Management,
    /// It was made by the compiler (a policy helper, a trigger of the model's rules), not written by the author.
    pub compiled: bool,
}

impl Function {
    /// No setting but the pinned `search_path`.
    pub fn pinned() -> Named<String> {
        Self::searching(PINNED.to_owned())
    }

    /// No setting but this `search_path`.
    pub fn searching(path: String) -> Named<String> {
        Named::from_sorted_store_unchecked(vec![("search_path".to_owned(), path)])
    }

    /// The author wrote its body, and PostgreSQL can look at it before somebody calls it.
    pub fn is_checked(&self) -> bool {
        let written = !self.compiled && self.management != Management::None && !self.sql_body;
        written && matches!(self.language.as_str(), "sql" | "plpgsql")
    }
}

/// One argument.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Argument {
    /// Name; empty when it has none.
    pub name: String,
    /// Type as SQL spells it.
    pub data_type: String,
    /// Mode.
    pub mode: ArgumentMode,
    /// Default as SQL.
    pub default: Option<String>,
}

/// Mode of an argument.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum ArgumentMode {
    /// `IN`
    #[default]
    In,
    /// `OUT`
    Out,
    /// `INOUT`
    InOut,
    /// `VARIADIC`
    Variadic,
}

/// What a function returns.
#[derive(Debug, Clone, PartialEq)]
pub enum Returns {
    /// A type.
    Type(String),
    /// `SETOF` a type.
    SetOf(String),
    /// `TABLE (name type, …)`
    Table(Vec<(String, String)>),
    /// Nothing is written: a procedure, or OUT arguments say it.
    Nothing,
}

impl Returns {
    /// The type of one result, where it is a named one.
    pub fn type_name(&self) -> Option<&str> {
        match self {
            Self::Type(name) | Self::SetOf(name) => Some(name),
            Self::Table(_) | Self::Nothing => None,
        }
    }
}

impl Default for Returns {
    fn default() -> Self {
        Self::Type("void".to_owned())
    }
}

/// Volatility.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Volatility {
    /// `VOLATILE`
    #[default]
    Volatile,
    /// `STABLE`
    Stable,
    /// `IMMUTABLE`
    Immutable,
}

/// A trigger.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Trigger {
    /// Its name.
    pub name: String,
    /// `BEFORE`, `AFTER` or `INSTEAD OF`.
    pub timing: String,
    /// Events in PostgreSQL's order (INSERT, DELETE, UPDATE [OF …], TRUNCATE).
    pub events: Vec<TriggerEvent>,
    /// `FOR EACH ROW`, else STATEMENT.
    pub each_row: bool,
    /// `WHEN`, without outer parentheses.
    pub when: Option<String>,
    /// The function, qualified.
    pub function: QualifiedName,
    /// Its arguments, text, unquoted.
    pub arguments: Vec<String>,
    /// A constraint trigger, and when it is checked.
    pub constraint: Option<super::Deferral>,
    /// `FROM`: the other table that a constraint trigger names.
    pub from: Option<QualifiedName>,
    /// `REFERENCING OLD TABLE AS`
    pub old_table: Option<String>,
    /// `REFERENCING NEW TABLE AS`
    pub new_table: Option<String>,
    /// origin, always, replica or disabled.
    pub enabled: TriggerEnabled,
    /// `COMMENT ON`
    pub comment: Option<String>,
}

/// One event of a trigger.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct TriggerEvent {
    /// INSERT, UPDATE, DELETE or TRUNCATE.
    pub event: String,
    /// `OF` columns.
    pub columns: Vec<String>,
}

/// When a trigger fires.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum TriggerEnabled {
    /// In ordinary sessions.
    #[default]
    Origin,
    /// Always.
    Always,
    /// In replicas.
    Replica,
    /// Never.
    Disabled,
}
