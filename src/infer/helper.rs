//! Functions that policies call to look something up: what they look up, as if their query stood in the policy.
//!
//! `is_member(team_id)` is a row of the members whose team is this row's, and `team_id in (select my_teams())` the
//! same. Only a function that is one query and nothing else is read, and only where each of its names can mean one
//! thing.

use super::condition::{Lookup, Parent, uncast};
use super::query::{Query, after, last_name};
use super::text::{Kind, Token, bare, split, tokens};
use crate::catalog::{Catalog, Function, QualifiedName, Returns};

/// Words of queries that are more than rows and a condition on them.
const MORE: [&str; 12] =
    ["union", "intersect", "except", "limit", "offset", "group", "having", "order", "join", "between", "case", "with"];

/// What a call looks up for a column, and whether it does so with its owner's rights.
pub fn looked_up(catalog: &Catalog, column: &str, lookup: &Lookup) -> Option<(Parent, bool)> {
    let function = only(catalog, lookup)?;
    let all = tokens(&function.body);
    let body = Body { catalog, function, lookup };
    let parent = match (&function.returns, lookup.place) {
        (Returns::Type(kind), Some(place)) if kind == "boolean" => body.exists(column, place, statement(&all)?),
        (Returns::SetOf(_), None) => body.keys(column, statement(&all)?),
        _ => None,
    };
    Some((parent?, function.security_definer))
}

/// The function that a call means, where only one can be meant.
fn only<'c>(catalog: &'c Catalog, lookup: &Lookup) -> Option<&'c Function> {
    let count = lookup.arguments.len();
    let named = |function: &&Function| function.name.name == lookup.function && function.arguments.len() == count;
    let mut named = catalog.functions.values().filter(named);
    let function = named.next().filter(|function| !function.sql_body && !function.procedure)?;
    (named.next().is_none() && matches!(function.language.as_str(), "sql" | "plpgsql")).then_some(function)
}

/// The one statement of a body, without what each language puts around it.
fn statement<'t, 's>(all: &'t [Token<'s>]) -> Option<&'t [Token<'s>]> {
    let inner = match ended(all) {
        [begin, word, value @ .., end] if begin.is("begin") && word.is("return") && end.is("end") => {
            ended(after(value, "query").unwrap_or(value))
        }
        plain => plain,
    };
    let more = |token: &Token<'_>| token.text == ";" || MORE.iter().any(|word| token.is(word));
    (!inner.is_empty() && !inner.iter().any(more)).then(|| bare(inner))
}

/// Without a semicolon behind.
fn ended<'t, 's>(tokens: &'t [Token<'s>]) -> &'t [Token<'s>] {
    match tokens {
        [rest @ .., last] if last.text == ";" => rest,
        _ => tokens,
    }
}

/// A function's body, and a call of it.
struct Body<'a> {
    catalog: &'a Catalog,
    function: &'a Function,
    lookup: &'a Lookup,
}

impl Body<'_> {
    /// `select exists (select … from members where team_id = team and …)`
    fn exists(&self, column: &str, place: usize, statement: &[Token<'_>]) -> Option<Parent> {
        let value = bare(after(statement, "select").unwrap_or(statement));
        let query = self.query(after(bare(after(value, "exists")?), "select")?)?;
        let parts = split(query.condition, "and");
        if split(query.condition, "or").len() > 1 {
            return None;
        }
        let (link, key) =
            parts.iter().enumerate().find_map(|(index, part)| Some((index, self.key(&query, part, place)?)))?;
        let others = parts.iter().enumerate().filter(|(index, _)| *index != link);
        let others: Option<Vec<String>> = others.map(|(_, part)| self.filled(&query, part)).collect();
        Some(parent(column, &query, key, others?.join(" AND ")))
    }

    /// `select team_id from members where …`
    fn keys(&self, column: &str, statement: &[Token<'_>]) -> Option<Parent> {
        let rest = after(statement, "select")?;
        let query = self.query(after(rest, "distinct").unwrap_or(rest))?;
        Some(parent(column, &query, last_name(query.output)?, self.filled(&query, query.condition)?))
    }

    fn query<'t, 's>(&self, tokens: &'t [Token<'s>]) -> Option<Query<'t, 's>> {
        Query::parse_with(tokens, &|name| self.found(name))
    }

    /// The table that a bare name means, where the function says where to look.
    fn found(&self, name: &str) -> Option<QualifiedName> {
        let path = self.function.settings.get("search_path")?;
        let schemas = path.split(',').map(|schema| schema.trim().trim_matches(['"', '\'']));
        let mut tables = schemas.map(|schema| QualifiedName::new(schema, name));
        tables.find(|table| self.catalog.tables.contains_key(table))
    }

    /// `key = the argument`, either way round.
    fn key(&self, query: &Query<'_, '_>, part: &[Token<'_>], place: usize) -> Option<String> {
        let [left, right] = split(bare(part), "=")[..] else { return None };
        let is_argument =
            |side: &[Token<'_>]| self.argument(query, bare(side)).is_some_and(|(index, _)| index == place);
        let whole =
            |side: &[Token<'_>]| self.argument(query, bare(side)).is_some_and(|(_, length)| length == bare(side).len());
        let other = match (is_argument(left) && whole(left), is_argument(right) && whole(right)) {
            (true, false) => right,
            (false, true) => left,
            _ => return None,
        };
        last_name(uncast(other)).filter(|name| self.has(query, name))
    }

    /// The argument that the first of the tokens is, and how many tokens say so.
    fn argument(&self, query: &Query<'_, '_>, tokens: &[Token<'_>]) -> Option<(usize, usize)> {
        let named = |token: &Token<'_>| {
            let name = token.name()?;
            self.function.arguments.iter().position(|argument| argument.name == name)
        };
        match tokens {
            [dollar, number, ..] if dollar.text == "$" && number.kind == Kind::Number => {
                Some((number.text.parse::<usize>().ok()?.checked_sub(1)?, 2))
            }
            [function, dot, name, ..] if dot.text == "." && function.name()? == self.function.name.name.name => {
                Some((named(name)?, 3))
            }
            [_, dot, ..] if dot.text == "." => None,
            // in SQL a column comes first, in PL/pgSQL it is an error
            [name, ..] if !self.has(query, &name.name()?) => Some((named(name)?, 1)),
            _ => None,
        }
    }

    fn has(&self, query: &Query<'_, '_>, column: &str) -> bool {
        let table = self.catalog.tables.get(&query.table);
        table.is_some_and(|table| table.columns.iter().any(|known| known.name == column))
    }

    /// A condition with what the function is called with in place of its arguments.
    fn filled(&self, query: &Query<'_, '_>, tokens: &[Token<'_>]) -> Option<String> {
        let (mut words, mut rest): (Vec<String>, _) = (Vec::new(), tokens);
        while let [first, others @ ..] = rest {
            let qualified = words.last().is_some_and(|word| word == ".");
            let (word, behind) = match self.argument(query, rest).filter(|_| !qualified) {
                Some((place, length)) => {
                    (format!("({})", self.lookup.arguments.get(place)?.as_ref()?), rest.get(length..)?)
                }
                None => (first.text.to_owned(), others),
            };
            words.push(word);
            rest = behind;
        }
        Some(words.join(" "))
    }
}

fn parent(column: &str, query: &Query<'_, '_>, key: String, condition: String) -> Parent {
    Parent {
        column: column.to_owned(),
        table: query.table.clone(),
        key,
        alias: query.renamed(),
        condition,
        form: "helper",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::{Argument, Column, FunctionName, Table};

    fn found(body: &str, language: &str, arguments: &[(&str, &str)], call: Lookup) -> Option<Parent> {
        let name = FunctionName { name: call.function.clone(), arguments: Vec::new() };
        let argument = |(name, kind): &(&str, &str)| Argument {
            name: (*name).to_owned(),
            data_type: (*kind).to_owned(),
            ..Argument::default()
        };
        let returns =
            if call.place.is_some() { Returns::Type("boolean".into()) } else { Returns::SetOf("uuid".into()) };
        let function = Function {
            name: name.clone(),
            arguments: arguments.iter().map(argument).collect(),
            returns,
            language: language.to_owned(),
            body: body.to_owned(),
            settings: Function::searching("public".to_owned()),
            ..Function::default()
        };
        let columns = ["team_id", "user_id", "role"].map(|name| Column { name: name.to_owned(), ..Column::default() });
        let members = QualifiedName::new("public", "members");
        let table = Table { name: members.clone(), columns: columns.into(), ..Table::default() };
        let mut catalog = Catalog::default();
        catalog.functions.insert(name, function);
        catalog.tables.insert(members, table);
        looked_up(&catalog, "team_id", &call).map(|(parent, _)| parent)
    }

    fn call(arguments: &[Option<&str>]) -> Lookup {
        Lookup {
            function: QualifiedName::new("public", "is_member"),
            arguments: arguments.iter().map(|argument| argument.map(str::to_owned)).collect(),
            place: arguments.iter().position(Option::is_none),
            others: String::new(),
        }
    }

    const TEAM: &[(&str, &str)] = &[("team", "uuid")];

    #[test]
    fn a_boolean_function_is_a_row_of_the_table_that_it_reads() {
        let sql = "select exists (select 1 from public.members m where m.team_id = team and m.user_id = auth.uid());";
        let parent = found(sql, "sql", TEAM, call(&[None])).unwrap();
        assert_eq!((parent.table.name.as_str(), parent.key.as_str()), ("members", "team_id"));
        assert_eq!((parent.alias.as_deref(), parent.condition.as_str()), (Some("m"), "m . user_id = auth . uid ( )"));
        let by_role = "begin return exists (select from members where user_id = auth.uid() and team_id = $1 and role = any (wanted)); end;";
        let parent =
            found(by_role, "plpgsql", &[TEAM[0], ("wanted", "text[]")], call(&[None, Some("array['admin']")])).unwrap();
        assert_eq!(parent.condition, "user_id = auth . uid ( ) AND role = any ( (array['admin']) )");
    }

    #[test]
    fn a_set_is_the_keys_that_it_gives() {
        let parent = found("select team_id from members where user_id = auth.uid()", "sql", &[], call(&[])).unwrap();
        assert_eq!((parent.key.as_str(), parent.condition.as_str()), ("team_id", "user_id = auth . uid ( )"));
    }

    #[test]
    fn what_is_not_one_clear_query_is_not_read() {
        let none =
            |sql: &str, arguments: &[(&str, &str)]| assert_eq!(found(sql, "sql", arguments, call(&[None])), None);
        // the column comes before an argument of the same name: every row
        none("select exists (select 1 from members where team_id = team_id)", &[("team_id", "uuid")]);
        none("select exists (select 1 from members where team_id = team) or true", TEAM);
        none("select set_config('a', 'b', true); select exists (select 1 from members where team_id = team)", TEAM);
        none("select exists (select 1 from elsewhere where team_id = team)", TEAM);
        none("select not exists (select 1 from members where team_id = team)", TEAM);
        none("select exists (select 1 from members where team_id = team or user_id = auth.uid())", TEAM);
    }
}
