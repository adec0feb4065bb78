//! Where a session tells who is asking.

use crate::model::{Model, PrincipalId};

/// Where an id or a condition about the caller is read from.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// A claim of the token, by its path in it: `app_metadata`, `role`.
    Claim(Vec<String>),
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
        return Some(Origin::Claim(vec!["sub".to_owned()]));
    }
    origins(&principal.id.sql).into_iter().next()
}

/// The claims and settings that some SQL reads.
pub fn origins(sql: &str) -> Vec<Origin> {
    let claims = paths(sql).into_iter().map(Origin::Claim);
    let settings = settings(sql).into_iter().map(Origin::Setting);
    claims.chain(settings).filter(|origin| *origin != Origin::Setting("request.jwt.claims".to_owned())).collect()
}

/// The literals that directly follow `current_setting(`.
fn settings(sql: &str) -> Vec<String> {
    let pieces = sql.split("current_setting(").skip(1);
    pieces.filter_map(|piece| Some(literal(piece.trim_start())?.0)).collect()
}

/// The paths into JSON: `-> 'a' ->> 'b'`, `#>> '{a,b}'`, `['a']['b']`. Between two steps of one path there may be brackets and
/// a cast to JSON.
fn paths(sql: &str) -> Vec<Vec<String>> {
    let mut found: Vec<Vec<String>> = Vec::new();
    let (mut rest, mut goes_on) = (sql, false);
    while let Some(letter) = rest.chars().next() {
        if let Some((keys, behind)) = step(rest) {
            match found.last_mut().filter(|_| goes_on) {
                Some(path) => path.extend(keys),
                None => found.push(keys),
            }
            (rest, goes_on) = (behind, true);
        } else if let Some((_, behind)) = literal(rest) {
            (rest, goes_on) = (behind, false);
        } else if let Some(behind) = rest.strip_prefix("::jsonb").or_else(|| rest.strip_prefix("::json")) {
            rest = behind;
        } else {
            goes_on &= letter.is_whitespace() || matches!(letter, '(' | ')' | ']');
            rest = rest.strip_prefix(letter).unwrap_or_default();
        }
    }
    found
}

/// A step into JSON: the keys that it follows, and what stands behind it.
fn step(sql: &str) -> Option<(Vec<String>, &str)> {
    let along = sql.strip_prefix("#>").map(|behind| behind.strip_prefix('>').unwrap_or(behind));
    if let Some((path, behind)) = along.and_then(|behind| literal(behind.trim_start())) {
        let keys = path.trim_matches(['{', '}']).split(',').map(|key| key.trim().trim_matches('"').to_owned());
        return Some((keys.collect(), behind));
    }
    let to = sql.strip_prefix("->").map(|behind| behind.strip_prefix('>').unwrap_or(behind));
    let (key, behind) = literal(to.or_else(|| sql.strip_prefix('['))?.trim_start())?;
    Some((vec![key], behind))
}

/// The string at the beginning, and what stands behind it.
fn literal(sql: &str) -> Option<(String, &str)> {
    let (mut text, mut rest) = (String::new(), sql.strip_prefix('\'')?);
    loop {
        let (piece, behind) = rest.split_once('\'')?;
        text.push_str(piece);
        match behind.strip_prefix('\'') {
            Some(more) => {
                text.push('\'');
                rest = more;
            }
            None => return Some((text, behind)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Origin, origins};

    #[test]
    fn claims_have_paths() {
        let shown = |sql: &str| {
            let one = |origin: Origin| match origin {
                Origin::Claim(path) => path.join("."),
                Origin::Setting(name) => format!("setting {name}"),
            };
            origins(sql).into_iter().map(one).collect::<Vec<_>>().join(", ")
        };
        for (sql, found) in [
            ("auth.jwt() ->> 'aal' = 'aal2'", "aal"),
            ("((auth.jwt() -> 'app_metadata') ->> 'role') = 'staff'", "app_metadata.role"),
            ("(auth.jwt() ->> 'a')::jsonb -> 'b' ? 'c'", "a.b"),
            ("auth.jwt() #>> '{app_metadata, \"role\"}' = 'x'", "app_metadata.role"),
            ("(auth.jwt() -> 'a')['b']['c'] = '\"x\"'", "a.b.c"),
            ("(auth.jwt()->>'it''s') = '->' and x->>'b' = 'c'", "it's, b"),
            ("coalesce(auth.jwt() ->> 'a', auth.jwt() ->> 'b') is not null", "a, b"),
            ("current_setting('request.jwt.claims', true)::json ->> 'sub'", "sub"),
            ("current_setting( 'app.user_id')", "setting app.user_id"),
            ("a[1] -> 2 ->> '", ""),
        ] {
            assert_eq!(shown(sql), found, "{sql}");
        }
    }
}
