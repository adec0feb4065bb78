//! What is there without being written: Supabase's tables, the mixins of the language.

use crate::source::{Node, NodeKind, ScalarStyle, Span, Spanned};
use crate::spec::{ColumnSpec, Entries, ManagedSpec, MixinSpec, TableSpec, Text, TriggerEventSpec, TriggerSpec};

/// The function that all `timestamps` share.
pub(super) const TOUCH: &str = "private.touch_updated_at";

/// Specifications that the language brings along.
pub(super) struct Builtins {
    /// Tables that exist before us, by qualified name.
    pub(super) tables: Vec<(&'static str, Text, TableSpec)>,
    /// Mixins by name.
    pub(super) mixins: Entries<MixinSpec>,
}

impl Builtins {
    /// All of them.
    pub(super) fn new() -> Self {
        let tables = [AUTH_USERS, STORAGE_BUCKETS, STORAGE_OBJECTS];
        Self { tables: tables.map(|(name, columns)| (name, text(name), table(columns))).into(), mixins: mixins() }
    }
}

type Described = (&'static str, &'static [(&'static str, &'static str)]);

const AUTH_USERS: Described = (
    "auth.users",
    &[
        ("id", "uuid"),
        ("instance_id", "uuid?"),
        ("aud", "varchar(255)?"),
        ("role", "varchar(255)?"),
        ("email", "varchar(255)?"),
        ("encrypted_password", "varchar(255)?"),
        ("email_confirmed_at", "timestamptz?"),
        ("invited_at", "timestamptz?"),
        ("confirmation_token", "varchar(255)?"),
        ("confirmation_sent_at", "timestamptz?"),
        ("recovery_token", "varchar(255)?"),
        ("recovery_sent_at", "timestamptz?"),
        ("email_change_token_new", "varchar(255)?"),
        ("email_change", "varchar(255)?"),
        ("email_change_sent_at", "timestamptz?"),
        ("last_sign_in_at", "timestamptz?"),
        ("raw_app_meta_data", "jsonb?"),
        ("raw_user_meta_data", "jsonb?"),
        ("is_super_admin", "boolean?"),
        ("created_at", "timestamptz?"),
        ("updated_at", "timestamptz?"),
        ("phone", "text?"),
        ("phone_confirmed_at", "timestamptz?"),
        ("confirmed_at", "timestamptz?"),
        ("banned_until", "timestamptz?"),
        ("is_sso_user", "boolean"),
        ("deleted_at", "timestamptz?"),
        ("is_anonymous", "boolean"),
    ],
);

const STORAGE_BUCKETS: Described = (
    "storage.buckets",
    &[
        ("id", "text"),
        ("name", "text"),
        ("owner", "uuid?"),
        ("public", "boolean?"),
        ("file_size_limit", "bigint?"),
        ("allowed_mime_types", "text[]?"),
        ("created_at", "timestamptz?"),
        ("updated_at", "timestamptz?"),
        ("owner_id", "text?"),
    ],
);

const STORAGE_OBJECTS: Described = (
    "storage.objects",
    &[
        ("id", "uuid"),
        ("bucket_id", "text?"),
        ("name", "text?"),
        ("owner", "uuid?"),
        ("created_at", "timestamptz?"),
        ("updated_at", "timestamptz?"),
        ("last_accessed_at", "timestamptz?"),
        ("metadata", "jsonb?"),
        ("path_tokens", "text[]?"),
        ("version", "text?"),
        ("owner_id", "text?"),
        ("user_metadata", "jsonb?"),
    ],
);

fn table(columns: &[(&str, &str)]) -> TableSpec {
    let entry = |(index, (name, data_type)): (usize, &(&str, &str))| {
        let spec = ColumnSpec { data_type: Some(text(data_type)), primary_key: index == 0, ..ColumnSpec::default() };
        (text(name), spec)
    };
    TableSpec {
        columns: columns.iter().enumerate().map(entry).collect(),
        managed: Some(Spanned::new(ManagedSpec::No, Span::default())),
        ..TableSpec::default()
    }
}

fn mixins() -> Entries<MixinSpec> {
    let created = || ("created_at", moment());
    let stamped = MixinSpec {
        columns: columns([created(), ("updated_at", moment())]),
        triggers: vec![(text("touch_updated_at"), touch())],
        ..MixinSpec::default()
    };
    let deleted = ColumnSpec { data_type: Some(text("timestamptz?")), ..ColumnSpec::default() };
    vec![
        (text("timestamps"), stamped),
        (text("created_at"), MixinSpec { columns: columns([created()]), ..MixinSpec::default() }),
        (text("soft_delete"), MixinSpec { columns: columns([("deleted_at", deleted)]), ..MixinSpec::default() }),
        (text("audit"), MixinSpec::default()),
    ]
}

/// A moment that the database fills in and no API role writes.
fn moment() -> ColumnSpec {
    ColumnSpec {
        data_type: Some(text("timestamptz")),
        default: Some(Box::new(scalar("now()"))),
        read_only: Some(Spanned::new(true, Span::default())),
        ..ColumnSpec::default()
    }
}

fn touch() -> TriggerSpec {
    TriggerSpec {
        timing: Some(text("before")),
        events: vec![TriggerEventSpec { event: text("update"), columns: Vec::new() }],
        call: Some(text(TOUCH)),
        ..TriggerSpec::default()
    }
}

fn columns<const N: usize>(entries: [(&str, ColumnSpec); N]) -> Entries<ColumnSpec> {
    entries.into_iter().map(|(name, spec)| (text(name), spec)).collect()
}

fn text(value: &str) -> Text {
    Spanned::new(value.to_owned(), Span::default())
}

fn scalar(value: &str) -> Node {
    Node { span: Span::default(), kind: NodeKind::Scalar { text: value.to_owned(), style: ScalarStyle::Plain } }
}
