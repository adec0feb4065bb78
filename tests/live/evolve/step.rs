//! One small change of a model.

use super::dice::Dice;
use super::{Model, compiled, parsed};
use schemagen::source::{Span, Spanned};
use schemagen::spec::{self, ColumnSpec, ManagedSpec, Spec, TableSpec, Text};

/// What a step does, as far as rows are concerned.
#[derive(Debug, Default, Clone)]
pub struct Step {
    pub told: String,
    /// Old and new name.
    table: Option<(String, String)>,
    /// Table, old and new name of a column.
    column: Option<(String, String, String)>,
    /// Columns whose values change.
    changed: Vec<(String, String)>,
    removed: Option<(String, Option<String>)>,
}

impl Step {
    fn told(told: impl Into<String>) -> Option<Self> {
        Some(Self { told: told.into(), ..Self::default() })
    }

    pub fn table<'a>(&'a self, name: &'a str) -> &'a str {
        self.table.as_ref().filter(|(old, _)| old == name).map_or(name, |(_, new)| new)
    }

    pub fn column<'a>(&'a self, table: &str, name: &'a str) -> &'a str {
        self.column.as_ref().filter(|(of, old, _)| of == table && old == name).map_or(name, |(_, _, new)| new)
    }

    pub fn changes(&self, table: &str, column: &str) -> bool {
        self.changed.iter().any(|(of, name)| of == table && name == column)
    }

    pub fn removes(&self, table: &str, column: Option<&str>) -> bool {
        let whole = self.removed.as_ref().is_some_and(|(of, name)| of == table && name.as_deref() == column);
        whole || self.removed.as_ref().is_some_and(|(of, name)| of == table && name.is_none())
    }
}

type Change = fn(&mut Spec, &mut Dice, u64) -> Option<Step>;

const CHANGES: &[Change] = &[
    add_column,
    add_column,
    remove_column,
    remove_column,
    rename_column,
    change_type,
    change_null,
    change_default,
    add_index,
    remove_index,
    add_check,
    remove_check,
    add_unique,
    remove_unique,
    add_rule,
    remove_rule,
    add_table,
    add_table,
    remove_table,
    rename_table,
    add_label,
    rename_label,
    add_view,
    remove_view,
    change_comment,
    change_mixin,
    add_trigger,
    change_realtime,
    add_function,
    change_storage,
];

/// A change that leaves a model without an error.
pub fn next(spec: &Spec, dice: &mut Dice, count: u64) -> (Step, Spec, Model) {
    for _ in 0..500 {
        let mut changed = spec.clone();
        let change = dice.pick(CHANGES).unwrap();
        if let Some(step) = change(&mut changed, dice, count)
            && let Some(model) = compiled(&spec::format(&changed))
        {
            return (step, changed, model);
        }
    }
    panic!("nothing can be changed any more:\n{}", spec::format(spec));
}

fn text(value: impl Into<String>) -> Text {
    Spanned::new(value.into(), Span::default())
}

/// A table that is ours.
fn some_table<'a>(spec: &'a mut Spec, dice: &mut Dice) -> Option<&'a mut (Text, TableSpec)> {
    let ours = |table: &TableSpec| {
        !table.columns.is_empty() && table.managed.as_ref().is_none_or(|managed| managed.value == ManagedSpec::Fully)
    };
    let places: Vec<usize> = (0..spec.tables.len()).filter(|place| ours(&spec.tables[*place].1)).collect();
    dice.pick(&places).and_then(|place| spec.tables.get_mut(place))
}

fn some_column<'a>(table: &'a mut TableSpec, dice: &mut Dice) -> Option<&'a mut (Text, ColumnSpec)> {
    let plain = |column: &ColumnSpec| !column.primary_key && column.generated.is_none() && column.identity.is_none();
    let places: Vec<usize> = (0..table.columns.len()).filter(|place| plain(&table.columns[*place].1)).collect();
    dice.pick(&places).and_then(|place| table.columns.get_mut(place))
}

/// A part of a model, from how an author writes it.
fn table_of(text: &str) -> TableSpec {
    parsed(&format!("schemagen: 1\ntables:\n  t:\n{text}")).tables.remove(0).1
}

fn column_of(text: &str) -> ColumnSpec {
    table_of(&format!("    columns:\n      c: {text}\n")).columns.remove(0).1
}

const COLUMNS: &[&str] = &[
    "text?",
    "{type: integer, default: 3}",
    "{type: uuid, default: gen_random_uuid()}",
    "{type: text, backfill: \"'old ' || 'row'\"}",
    "{type: text, backfill: \"(select count(*)::text from auth.users)\"}",
    "{type: timestamptz, default: now()}",
    "{type: \"numeric(6,2)\", default: 1, check: \"COLUMN > 0\"}",
    "{type: \"varchar(20)\", default: short}",
    "{type: text, one_of: [some, other], default: some}",
    "{type: jsonb, default: {}}",
    "{type: \"text[]\", default: []}",
    "{type: integer?, index: true}",
    "{type: text?, unique: true}",
    "{type: uuid?, references: auth.users, on_delete: set null}",
    "{type: text, default: hidden, hidden: true}",
    "{type: boolean, default: false, immutable: true}",
    "{type: integer, generated: \"length('word')\"}",
    "{type: text, default: word, comment: \"it's\", read_only: true}",
];

fn add_column(spec: &mut Spec, dice: &mut Dice, count: u64) -> Option<Step> {
    let (table, found) = some_table(spec, dice)?;
    let name = format!("c{count}");
    let written = dice.pick(COLUMNS)?.replace("COLUMN", &name);
    found.columns.push((text(&name), column_of(&written)));
    Step::told(format!("add {}.{name} {written}", table.value))
}

fn remove_column(spec: &mut Spec, dice: &mut Dice, _: u64) -> Option<Step> {
    let (table, found) = some_table(spec, dice)?;
    let name = some_column(found, dice)?.0.value.clone();
    found.columns.retain(|(other, _)| other.value != name);
    let removed = Some((table.value.clone(), Some(name.clone())));
    Some(Step { told: format!("remove {}.{name}", table.value), removed, ..Step::default() })
}

fn rename_column(spec: &mut Spec, dice: &mut Dice, count: u64) -> Option<Step> {
    let (table, found) = some_table(spec, dice)?;
    let (name, column) = some_column(found, dice)?;
    let (old, new) = (name.value.clone(), format!("{}_{count}", name.value));
    column.renamed_from = Some(Box::new(text(&old)));
    name.value.clone_from(&new);
    let told = format!("rename {}.{old} to {new}", table.value);
    Some(Step { told, column: Some((table.value.clone(), old, new)), ..Step::default() })
}

const TYPES: &[(&str, &str)] = &[
    ("integer", "bigint"),
    ("text", "varchar(300)"),
    ("varchar(300)", "text"),
    ("varchar(20)", "varchar(40)"),
    ("varchar(40)", "text"),
    ("numeric(6,2)", "numeric(9,2)"),
    ("numeric(9,2)", "numeric"),
    ("bigint", "numeric"),
    ("jsonb", "json"),
];

fn change_type(spec: &mut Spec, dice: &mut Dice, _: u64) -> Option<Step> {
    let (table, found) = some_table(spec, dice)?;
    let (name, column) = some_column(found, dice)?;
    let written = column.data_type.as_mut()?;
    let (bare, mark) =
        written.value.strip_suffix('?').map_or((written.value.clone(), ""), |bare| (bare.to_owned(), "?"));
    let choices: Vec<&str> = TYPES.iter().filter(|(from, _)| *from == bare).map(|(_, to)| *to).collect();
    let to = dice.pick(&choices)?;
    written.value = format!("{to}{mark}");
    Step::told(format!("{}.{} from {bare} to {to}", table.value, name.value))
}

fn change_null(spec: &mut Spec, dice: &mut Dice, _: u64) -> Option<Step> {
    let (table, found) = some_table(spec, dice)?;
    let (name, column) = some_column(found, dice)?;
    let written = column.data_type.as_mut()?;
    let told = format!("NULL or not in {}.{}", table.value, name.value);
    match written.value.strip_suffix('?').map(str::to_owned) {
        Some(bare)
            if bare == "text" && column.one_of.is_none() && column.check.is_none() && column.unique.is_none() =>
        {
            written.value = bare;
            column.backfill = Some(Box::new(text("'was null'")));
            Some(Step { told, changed: vec![(table.value.clone(), name.value.clone())], ..Step::default() })
        }
        Some(_) => None,
        None => {
            written.value.push('?');
            Step::told(told)
        }
    }
}

fn change_default(spec: &mut Spec, dice: &mut Dice, count: u64) -> Option<Step> {
    let (table, found) = some_table(spec, dice)?;
    let (name, column) = some_column(found, dice)?;
    let told = format!("default of {}.{}", table.value, name.value);
    match column.data_type.as_ref()?.value.as_str() {
        "text" | "text?" if column.one_of.is_none() => {
            column.default = column_of(&format!("{{type: text, default: d{count}}}")).default
        }
        "integer" | "bigint" | "numeric" => {
            column.default = column_of(&format!("{{type: integer, default: {count}}}")).default
        }
        other if other.ends_with('?') => column.default = None,
        _ => return None,
    }
    Step::told(told)
}

fn add_index(spec: &mut Spec, dice: &mut Dice, count: u64) -> Option<Step> {
    let (table, found) = some_table(spec, dice)?;
    let name = some_column(found, dice)?.0.value.clone();
    let forms = [
        format!("[[{name}]]"),
        format!("[{{columns: [\"{name} desc\"], name: idx_{count}}}]"),
        format!("[{{columns: [\"({name} is null)\"], name: idx_{count}, where: {name} is not null}}]"),
    ];
    let form = dice.pick(&forms)?;
    found.indexes.extend(table_of(&format!("    indexes: {form}\n")).indexes);
    Step::told(format!("index {form} on {}", table.value))
}

fn remove_index(spec: &mut Spec, dice: &mut Dice, _: u64) -> Option<Step> {
    let (table, found) = some_table(spec, dice)?;
    (!found.indexes.is_empty()).then_some(())?;
    found.indexes.remove(dice.below(found.indexes.len()));
    Step::told(format!("an index less on {}", table.value))
}

fn add_check(spec: &mut Spec, dice: &mut Dice, count: u64) -> Option<Step> {
    let (table, found) = some_table(spec, dice)?;
    let name = some_column(found, dice)?.0.value.clone();
    let written = format!("    checks: {{check_{count}: \"{name} is null or {name}::text <> 'never'\"}}\n");
    found.checks.extend(table_of(&written).checks);
    Step::told(format!("check of {}.{name}", table.value))
}

fn remove_check(spec: &mut Spec, dice: &mut Dice, _: u64) -> Option<Step> {
    let (table, found) = some_table(spec, dice)?;
    (!found.checks.is_empty()).then_some(())?;
    found.checks.remove(dice.below(found.checks.len()));
    Step::told(format!("a check less on {}", table.value))
}

fn add_unique(spec: &mut Spec, dice: &mut Dice, _: u64) -> Option<Step> {
    let (table, found) = some_table(spec, dice)?;
    let key = found.columns.iter().find(|(_, column)| column.primary_key)?.0.value.clone();
    let name = some_column(found, dice)?.0.value.clone();
    found.unique.extend(table_of(&format!("    unique: [[{key}, {name}]]\n")).unique);
    Step::told(format!("unique {name} on {}", table.value))
}

fn remove_unique(spec: &mut Spec, dice: &mut Dice, _: u64) -> Option<Step> {
    let (table, found) = some_table(spec, dice)?;
    (!found.unique.is_empty()).then_some(())?;
    found.unique.remove(dice.below(found.unique.len()));
    Step::told(format!("a unique key less on {}", table.value))
}

fn add_rule(spec: &mut Spec, dice: &mut Dice, _: u64) -> Option<Step> {
    let (table, found) = some_table(spec, dice)?;
    let name = some_column(found, dice)?.0.value.clone();
    let forms = [
        format!("    allow: [{{can: read, to: anyone, when: {name} is not null}}]\n"),
        "    allow: [{can: read, to: signed_in}]\n".to_owned(),
        format!("    deny: [{{can: delete, when: {name} is null}}]\n"),
    ];
    let form = dice.pick(&forms)?;
    let parsed = table_of(&form);
    found.allow.extend(parsed.allow);
    found.deny.extend(parsed.deny);
    Step::told(format!("{}: {}", table.value, form.trim()))
}

fn remove_rule(spec: &mut Spec, dice: &mut Dice, _: u64) -> Option<Step> {
    let (table, found) = some_table(spec, dice)?;
    if found.deny.pop().is_none() && found.allow.pop().is_none() {
        return None;
    }
    Step::told(format!("a rule less on {}", table.value))
}

fn add_table(spec: &mut Spec, dice: &mut Dice, count: u64) -> Option<Step> {
    let name = format!("t{count}");
    let parent = some_table(spec, dice).map(|(parent, _)| parent.value.clone())?;
    let forms = [
        "    access: shared\n    columns: {id: {type: uuid, primary_key: true, default: gen_random_uuid()}, word: text}\n    rows: [{id: \"'00000000-0000-4000-8000-000000000001'\", word: one}]\n".to_owned(),
        format!("    owner: parent_id\n    use: [timestamps]\n    columns: {{id: {{type: uuid, primary_key: true, default: gen_random_uuid()}}, parent_id: {{references: {parent}}}, word: text?}}\n"),
        "    access: internal\n    columns: {id: {type: bigint, identity: always, primary_key: true}, word: {type: text, index: true}}\n".to_owned(),
        "    access: internal\n    primary_key: [id, at]\n    partition_by: {range: [at]}\n    partitions: {PART_a: {from: '2026-01-01', to: '2027-01-01'}, PART_rest: default}\n    columns: {id: bigint, at: timestamptz, word: text?}\n".replace("PART", &name),
    ];
    let form = dice.pick(&forms)?;
    spec.tables.push((text(&name), table_of(&form)));
    Step::told(format!("table {name}:\n{form}"))
}

fn remove_table(spec: &mut Spec, dice: &mut Dice, _: u64) -> Option<Step> {
    let name = some_table(spec, dice)?.0.value.clone();
    spec.tables.retain(|(other, _)| other.value != name);
    Some(Step { told: format!("remove table {name}"), removed: Some((name, None)), ..Step::default() })
}

fn rename_table(spec: &mut Spec, dice: &mut Dice, count: u64) -> Option<Step> {
    let (name, found) = some_table(spec, dice)?;
    let (old, new) = (name.value.clone(), format!("{}_{count}", name.value));
    found.renamed_from = Some(text(&old));
    name.value.clone_from(&new);
    for (_, table) in &mut spec.tables {
        for (_, column) in &mut table.columns {
            if let Some(references) =
                column.references.as_mut().filter(|references| references.table.value.trim_end_matches('?') == old)
            {
                references.table.value = references.table.value.replace(&old, &new);
            }
        }
    }
    Some(Step { told: format!("rename table {old} to {new}"), table: Some((old, new)), ..Step::default() })
}

fn add_label(spec: &mut Spec, dice: &mut Dice, count: u64) -> Option<Step> {
    let place = dice.below(spec.enums.len());
    let (name, found) = spec.enums.get_mut(place)?;
    let mut label = found.values.first()?.clone();
    label.label = text(format!("label {count}"));
    label.renamed_from = None;
    let at = dice.below(found.values.len());
    found.values.insert(at, label);
    Step::told(format!("a label more in {}", name.value))
}

fn rename_label(spec: &mut Spec, dice: &mut Dice, count: u64) -> Option<Step> {
    let place = dice.below(spec.enums.len());
    let (name, found) = spec.enums.get_mut(place)?;
    let at = dice.below(found.values.len());
    let label = found.values.get_mut(at)?;
    label.renamed_from = Some(label.label.clone());
    label.label = text(format!("name {count}"));
    let (told, name) = (format!("another name for a label of {}", name.value), name.value.clone());
    let of_type = |column: &ColumnSpec| {
        column.data_type.as_ref().is_some_and(|written| written.value.trim_end_matches(['?', '[', ']']) == name)
    };
    let changed = spec.tables.iter().flat_map(|(table, found)| {
        let columns = found.columns.iter().filter(|(_, column)| of_type(column));
        columns.map(|(column, _)| (table.value.clone(), column.value.clone()))
    });
    Some(Step { told, changed: changed.collect(), ..Step::default() })
}

fn add_view(spec: &mut Spec, dice: &mut Dice, count: u64) -> Option<Step> {
    let (table, found) = some_table(spec, dice)?;
    let column = some_column(found, dice)?.0.value.clone();
    let written = format!(
        "schemagen: 1\nviews:\n  v{count}: {{query: 'select x.{column} as word from public.{} as x', columns: {{word: text?}}, read: [signed_in]}}\n",
        table.value
    );
    spec.views.extend(parsed(&written).views);
    Step::told(written)
}

fn remove_view(spec: &mut Spec, dice: &mut Dice, _: u64) -> Option<Step> {
    (!spec.views.is_empty()).then_some(())?;
    let (name, _) = spec.views.remove(dice.below(spec.views.len()));
    Step::told(format!("remove view {}", name.value))
}

fn change_comment(spec: &mut Spec, dice: &mut Dice, count: u64) -> Option<Step> {
    let (table, found) = some_table(spec, dice)?;
    found.comment = if found.comment.is_some() { None } else { Some(text(format!("comment {count}"))) };
    let (column, column_spec) = some_column(found, dice)?;
    column_spec.comment = if column_spec.comment.is_some() { None } else { Some(text(format!("it's {count}"))) };
    Step::told(format!("comments of {} and {}", table.value, column.value))
}

fn change_mixin(spec: &mut Spec, dice: &mut Dice, _: u64) -> Option<Step> {
    let (table, found) = some_table(spec, dice)?;
    let mixin = dice.pick(&["timestamps", "created_at", "soft_delete", "audit"])?;
    if found.mixins.iter().any(|used| used.value == mixin) {
        found.mixins.retain(|used| used.value != mixin);
        let gone = if mixin == "soft_delete" { "deleted_at" } else { "created_at" };
        let removed = Some((table.value.clone(), Some(gone.to_owned())));
        return Some(Step { told: format!("{} without {mixin}", table.value), removed, ..Step::default() });
    }
    found.mixins.push(text(mixin));
    Step::told(format!("{} with {mixin}", table.value))
}

fn add_trigger(spec: &mut Spec, dice: &mut Dice, count: u64) -> Option<Step> {
    let (table, found) = some_table(spec, dice)?;
    if found.triggers.pop().is_some() {
        return Step::told(format!("a trigger less on {}", table.value));
    }
    let functions =
        format!("schemagen: 1\nfunctions: {{fired_{count}: {{returns: trigger, body: 'begin return new; end'}}}}\n");
    found
        .triggers
        .extend(table_of(&format!("    triggers: {{fires: {{before: update, call: fired_{count}}}}}\n")).triggers);
    let told = Step::told(format!("a trigger on {}", table.value));
    spec.functions.extend(parsed(&functions).functions);
    told
}

fn change_realtime(spec: &mut Spec, dice: &mut Dice, _: u64) -> Option<Step> {
    let (table, found) = some_table(spec, dice)?;
    let now = found.realtime.as_ref().is_some_and(|realtime| realtime.value);
    found.realtime = (!now).then(|| Spanned::new(true, Span::default()));
    Step::told(format!("realtime of {}: {}", table.value, !now))
}

fn add_function(spec: &mut Spec, dice: &mut Dice, count: u64) -> Option<Step> {
    if let Some(place) = spec.functions.iter().position(|(name, _)| name.value.starts_with('f') && dice.below(2) == 0) {
        let (name, _) = spec.functions.remove(place);
        return Step::told(format!("remove function {}", name.value));
    }
    let written = format!(
        "schemagen: 1\nfunctions: {{f{count}: {{args: {{n: integer}}, returns: integer, language: sql, call: [signed_in], body: select n * 2}}}}\n"
    );
    spec.functions.extend(parsed(&written).functions);
    Step::told(written)
}

fn change_storage(spec: &mut Spec, dice: &mut Dice, _: u64) -> Option<Step> {
    let (table, found) = some_table(spec, dice)?;
    if found.with.pop().is_none() {
        found.with.push((text("fillfactor"), text("90")));
    }
    Step::told(format!("storage of {}", table.value))
}
