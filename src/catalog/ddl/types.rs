//! Types, sequences, schemas and extensions.

use super::sequence_options;
use crate::catalog::{
    CompositeType, Domain, EnumType, Extension, RangeType, Sequence, quote_identifier, quote_literal,
};

/// `create type public.mood as enum ('low', 'high')`
pub fn create_enum(enumeration: &EnumType) -> String {
    let labels: Vec<String> = enumeration.labels.iter().map(|label| quote_literal(label)).collect();
    format!("create type {} as enum ({})", enumeration.name.sql(), labels.join(", "))
}

/// `create domain public.slug as text constraint … check (…)`
pub fn create_domain(domain: &Domain) -> String {
    let mut text = format!("{}{}", create_domain_head(domain), domain.data_type);
    if let Some(collation) = &domain.collation {
        text.push_str(&format!(" collate {collation}"));
    }
    if let Some(default) = &domain.default {
        text.push_str(&format!(" default {default}"));
    }
    if domain.not_null {
        text.push_str(" not null");
    }
    for (name, expression) in &domain.checks {
        text.push_str(&format!(" constraint {} check ({expression})", quote_identifier(name)));
    }
    text
}

/// What stands before the base type.
pub fn create_domain_head(domain: &Domain) -> String {
    format!("create domain {} as ", domain.name.sql())
}

/// `create type public.address as (street text, city text)`
pub fn create_composite(composite: &CompositeType) -> String {
    format!("create type {} as ({})", composite.name.sql(), fields(composite).join(", "))
}

fn fields(composite: &CompositeType) -> Vec<String> {
    composite.fields.iter().map(|(name, data_type)| format!("{} {data_type}", quote_identifier(name))).collect()
}

/// `create type public.span as range (subtype = …)`
pub fn create_range(range: &RangeType) -> String {
    let options: Vec<String> = range.options.iter().map(|(name, value)| format!("{name} = {value}")).collect();
    format!("create type {} as range ({})", range.name.sql(), options.join(", "))
}

/// `create sequence public.numbers as integer start with 5`
pub fn create_sequence(sequence: &Sequence) -> String {
    let data_type = if sequence.data_type.is_empty() { "bigint" } else { &sequence.data_type };
    let options: String = sequence_options(&sequence.options).iter().map(|option| format!(" {option}")).collect();
    format!("create sequence {} as {data_type}{options}", sequence.name.sql())
}

/// `create extension citext with schema extensions`
pub fn create_extension(extension: &Extension) -> String {
    let schema = extension.schema.as_ref().map(|schema| format!(" with schema {}", quote_identifier(schema)));
    format!("create extension {}{}", quote_identifier(&extension.name), schema.unwrap_or_default())
}
