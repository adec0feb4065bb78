use super::*;
use crate::expression::ColumnUse;

fn answer(sql: &str, values: &[(&str, Option<&str>)]) -> Answer {
    let columns = values.iter().flat_map(|(name, _)| {
        sql.match_indices(name).map(|(start, _)| ColumnUse { start, end: start + name.len(), column: (*name).into() })
    });
    let expression = Expression { sql: sql.to_owned(), columns: columns.collect(), ..Expression::default() };
    Formula::of(&expression).answer(&|name| {
        let value = values.iter().find(|(known, _)| *known == name).and_then(|(_, value)| *value);
        value.map_or(Answer::Null, |value| Answer::Known(value.to_owned()))
    })
}

#[test]
fn answers_what_rows_alone_decide() {
    let row = [("status", Some("published")), ("deleted", None), ("price", Some("10"))];
    for (sql, wanted) in [
        ("status = 'published' and deleted is null", "true"),
        ("status in ('draft', 'it''s') or price between 5 and 10.0", "true"),
        ("not (status <> 'draft'::text)", "false"),
        ("price >= 11", "false"),
        ("status is distinct from 'published'", "false"),
        ("deleted is not null or f(price)", "unknown"),
        ("status = 'draft' and f(price)", "false"),
        ("price + 1 > 3", "unknown"),
        ("deleted = 'x'", "null"),
        ("(status)::character varying = 'published' and price > -1", "true"),
        ("status not in ('a', 'b')", "true"),
        ("case when price > 1 then true end", "unknown"),
        ("status = any ('{published}')", "unknown"),
        ("status < 'q'", "unknown"),
    ] {
        let wanted = match wanted {
            "unknown" => Answer::Unknown,
            "null" => Answer::Null,
            value => Answer::Known(value.to_owned()),
        };
        assert_eq!(answer(sql, &row), wanted, "{sql}");
    }
}

#[test]
fn knows_constants() {
    assert_eq!(Formula::constant("'draft'::public.status"), Answer::Known("draft".to_owned()));
    assert_eq!(Formula::constant("now()"), Answer::Unknown);
    assert_eq!(Formula::constant("false"), Answer::Known("false".to_owned()));
}
