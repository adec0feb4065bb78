//! Up from a table, link by link, to principals and members.

use super::{End, Hop, Ownership, Path};
use crate::catalog::Management;
use crate::diagnostics::{Code, Diagnostic};
use crate::model::{ColumnId, Model, OwnerCan, OwnerLink, PrincipalId, Reference, Table, TableId};
use std::collections::BTreeMap;

/// More ways up than this are a mistake, and would be a policy that nobody can read.
const MOST_PATHS: usize = 64;

/// Traces tables, each once.
pub struct Tracer<'a> {
    model: &'a Model,
    principals: BTreeMap<TableId, PrincipalId>,
    done: BTreeMap<TableId, Vec<Path>>,
    findings: Vec<Diagnostic>,
}

impl<'a> Tracer<'a> {
    /// A tracer of a model whose owner links have no cycle.
    pub fn new(model: &'a Model) -> Self {
        let kinds = model.principals.iter().enumerate().rev();
        let principals = kinds.map(|(index, kind)| (kind.table, PrincipalId::new(index))).collect();
        Self { model, principals, done: BTreeMap::new(), findings: Vec::new() }
    }

    /// All paths, and what is wrong with the rest.
    pub fn finish(mut self) -> (Ownership, Vec<Diagnostic>) {
        self.done.retain(|_, paths| !paths.is_empty());
        (Ownership { paths: self.done }, self.findings)
    }

    /// Traces a table and those above it.
    pub fn trace(&mut self, table: TableId) {
        if self.done.contains_key(&table) {
            return;
        }
        let table = self.model.table(table);
        let mut paths = Vec::new();
        for (index, link) in table.owners.iter().enumerate() {
            paths.extend(self.link(table, index, link));
        }
        if paths.len() > MOST_PATHS {
            let message = format!("{} has {} owner paths, more than {MOST_PATHS}", table.name.name, paths.len());
            self.findings.push(
                Diagnostic::new(Code::TooManyPaths, table.span, message)
                    .help("give the tables on the way fewer owners, or name a nearer owner here"),
            );
            paths.truncate(MOST_PATHS);
        }
        self.done.insert(table.id, paths);
    }

    fn link(&mut self, table: &'a Table, index: usize, link: &'a OwnerLink) -> Vec<Path> {
        let direct = |end| Path { link: index, hops: Vec::new(), end_table: table.id, end_column: link.column, end };
        if link.own_key {
            let Some(principal) = link.principal.or_else(|| self.first_principal()) else { return Vec::new() };
            self.comparable(table, link, principal);
            return vec![direct(End::Principal(principal))];
        }
        // Resolving said that a column without a reference owns nothing.
        let Some(to) = table.column(link.column).references else { return Vec::new() };
        if let Some(principal) = self.principals.get(&to.table).copied() {
            self.comparable(table, link, principal);
            self.no_roles(table, link, principal);
            return vec![direct(End::Principal(principal))];
        }
        if self.model.table(to.table).members.is_some() {
            return vec![direct(End::Members(to.table))];
        }
        self.chain(table, index, link, to)
    }

    fn first_principal(&self) -> Option<PrincipalId> {
        (!self.model.principals.is_empty()).then(|| PrincipalId::new(0))
    }

    fn chain(&mut self, table: &'a Table, index: usize, link: &'a OwnerLink, to: Reference) -> Vec<Path> {
        let parent = self.model.table(to.table);
        if parent.owners.is_empty() {
            self.ends_at(table, link, parent);
            return Vec::new();
        }
        self.trace(to.table);
        let above = self.done.get(&to.table).cloned().unwrap_or_default();
        let hop = Hop { table: table.id, column: link.column, parent: to.table, parent_column: to.column };
        let paths: Vec<Path> = above.into_iter().map(|path| prefixed(path, index, hop)).collect();
        let mut ends = paths.iter().rev().filter_map(|path| match path.end {
            End::Principal(principal) => Some(principal),
            End::Members(_) => None,
        });
        if let (Some(principal), true) = (ends.next(), paths.iter().all(|path| matches!(path.end, End::Principal(_)))) {
            self.no_roles(table, link, principal);
        }
        paths
    }

    /// The column's type must be that of the principal's id.
    fn comparable(&mut self, table: &Table, link: &OwnerLink, principal: PrincipalId) {
        let kind = self.model.principal(principal);
        let column = table.column(link.column);
        let (own, wanted) = (self.base_type(&column.data_type), self.base_type(&kind.data_type));
        // Of a column that has another type than what it refers to, that was said already.
        let referred =
            column.references.map(|to| self.base_type(&self.model.table(to.table).column(to.column).data_type));
        let told = referred.is_some_and(|referred| referred != own);
        if own.is_empty() || wanted.is_empty() || own == wanted || told {
            return;
        }
        let path = format!("{}.{} -> principal {}", table.name.name, column.name, kind.name);
        let message = format!(
            "{path}: {} cannot be compared with the {} id of a {}",
            column.data_type, kind.data_type, kind.name
        );
        self.findings.push(
            Diagnostic::new(Code::OwnerType, link.span, message)
                .label(format!("{} is {}", column.name, column.data_type))
                .related(column.span, "the owner column")
                .help(format!("give {} the type {}", column.name, kind.data_type)),
        );
    }

    fn base_type(&self, written: &str) -> String {
        let name = written.trim().to_ascii_lowercase();
        let domain =
            self.model.base.domains.values().find(|domain| domain.name.sql() == name || domain.name.name == name);
        let name = domain.map_or(name, |domain| domain.data_type.to_ascii_lowercase());
        match name.trim_start_matches("pg_catalog.") {
            "int" | "int4" | "serial" | "integer" => "integer".to_owned(),
            "int8" | "bigserial" | "bigint" => "bigint".to_owned(),
            other if other.starts_with("varchar") || other.starts_with("character varying") => "text".to_owned(),
            other => other.to_owned(),
        }
    }

    /// `can` by role needs members at the path's end.
    fn no_roles(&mut self, table: &Table, link: &OwnerLink, principal: PrincipalId) {
        if matches!(link.can, OwnerCan::ByRole(_)) {
            let kind = &self.model.principal(principal).name;
            let message = format!("{} gives its owner rights by role, but a {kind} has no roles", table.name.name);
            self.findings.push(
                Diagnostic::new(Code::RolesWithoutMembers, link.span, message)
                    .help("list the verbs: can: [read, update]"),
            );
        }
    }

    fn ends_at(&mut self, table: &Table, link: &OwnerLink, parent: &Table) {
        let column = table.column(link.column);
        let message =
            format!("{}.{} -> {}: which has no owner and no members", table.name.name, column.name, parent.name.name);
        let help = match parent.management {
            Management::None => format!("make {} the table of a principal, or name another owner", parent.name.name),
            _ => format!("give {} an owner: or members:, or name another owner here", parent.name.name),
        };
        let place = column.references.map_or(column.span, |to| to.span);
        self.findings.push(
            Diagnostic::new(Code::OwnerNowhere, link.span, message)
                .related(place, format!("refers to {}", parent.name.name))
                .related(parent.span, "the path ends here")
                .help(help),
        );
    }
}

/// The path of a parent, seen from the row below. A parent's link by the very key that is referred to adds
/// nothing: the row's own column holds that value already.
fn prefixed(mut path: Path, link: usize, hop: Hop) -> Path {
    path.link = link;
    let same_key = |column: ColumnId| column == hop.parent_column;
    match path.hops.first().copied() {
        None if same_key(path.end_column) => {
            path.end_table = hop.table;
            path.end_column = hop.column;
        }
        Some(first) if same_key(first.column) => {
            path.hops[0] = Hop { table: hop.table, column: hop.column, ..first };
        }
        _ => path.hops.insert(0, hop),
    }
    path
}
