//! Where a session tells who is asking.

use crate::model::{Model, PrincipalId};

/// Where an id or a condition about the caller is read from.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// A claim of the token.
    Claim(String),
    /// A session setting.
    Setting(String),
}

/// Where a principal's id is told from, when it is told at all and not looked up.
pub fn id_origin(model: &Model, principal: PrincipalId) -> Option<Origin> {
    let principal = model.principal(principal);
    if let Some(setting) = &principal.setting {
        return Some(Origin::Setting(setting.clone()));
    }
    if principal.id.sql.replace(' ', "").contains("auth.uid()") {
        return Some(Origin::Claim("sub".to_owned()));
    }
    origins(&principal.id.sql).into_iter().next()
}

/// The claims and settings that some SQL reads.
pub fn origins(sql: &str) -> Vec<Origin> {
    let claims = after(sql, "->>").into_iter().chain(after(sql, "->")).map(Origin::Claim);
    let settings = after(sql, "current_setting(").into_iter().map(Origin::Setting);
    claims.chain(settings).filter(|origin| *origin != Origin::Setting("request.jwt.claims".to_owned())).collect()
}

/// The literals that directly follow a word.
fn after(sql: &str, word: &str) -> Vec<String> {
    let pieces = sql.split(word).skip(1);
    pieces
        .filter_map(|piece| piece.trim_start().strip_prefix('\'')?.split_once('\'').map(|(text, _)| text.to_owned()))
        .collect()
}
