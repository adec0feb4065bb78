//! The password file: `host:port:database:role:password`, `*` for any, `\` before `:` and `\`.

use super::settings::Settings;
use postgres::config::Host;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

/// Nobody else may read the file: as with libpq, another one is not used.
pub fn is_private(path: &Path) -> bool {
    std::fs::metadata(path).is_ok_and(|file| file.permissions().mode() & 0o077 == 0)
}

/// The password for these settings.
pub fn find(path: &Path, settings: &Settings) -> Option<String> {
    let text = std::fs::read_to_string(path).ok()?;
    let host = match settings.config.get_hosts().first() {
        Some(Host::Tcp(host)) => host.as_str(),
        _ => "localhost",
    };
    let port = settings.config.get_ports().first().copied().unwrap_or(5432).to_string();
    let wanted = [host, &port, settings.database(), settings.role()];
    text.lines().filter(|line| !line.starts_with('#')).find_map(|line| password(line, &wanted))
}

fn password(line: &str, wanted: &[&str; 4]) -> Option<String> {
    let fields = fields(line);
    let fits = |(field, value): (&String, &&str)| field == "*" || field == value;
    let [of @ .., password] = fields.as_slice() else { return None };
    (of.len() == wanted.len() && of.iter().zip(wanted).all(fits)).then(|| password.clone())
}

fn fields(line: &str) -> Vec<String> {
    let mut fields = vec![String::new()];
    let mut letters = line.chars();
    while let Some(letter) = letters.next() {
        let literal = if letter == '\\' { letters.next() } else { (letter != ':').then_some(letter) };
        match (literal, fields.last_mut()) {
            (Some(literal), Some(field)) => field.push(literal),
            _ => fields.push(String::new()),
        }
    }
    fields
}

#[cfg(test)]
mod tests {
    use super::password;

    #[test]
    fn finds_the_password() {
        let wanted = ["db", "5432", "app", "ana"];
        assert_eq!(password("db:5432:*:ana:pa\\:ss\\\\", &wanted).as_deref(), Some("pa:ss\\"));
        assert_eq!(password("db:5433:*:ana:x", &wanted), None);
        assert_eq!(password("db:5432", &wanted), None);
    }
}
