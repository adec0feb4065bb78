//! Inputs by number: the same number gives the same text on every machine.

/// SplitMix64: small, seeded, good enough to choose by.
pub struct Random(u64);

impl Random {
    /// The same number gives the same sequence.
    pub fn seeded(number: u64) -> Self {
        Self(number)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    pub fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.next() % limit.max(1) as u64).unwrap()
    }

    fn one_in(&mut self, chances: usize) -> bool {
        self.below(chances) == 0
    }

    pub fn pick<'a, T: ?Sized>(&mut self, items: &[&'a T]) -> &'a T {
        items[self.below(items.len())]
    }
}

/// Words of the language and of SQL, and what breaks programs that read either.
const WORDS: &[&str] = &[
    "schemagen: 1",
    "tables:",
    "columns:",
    "owner:",
    "members:",
    "allow:",
    "deny:",
    "require:",
    "access: shared",
    "access: internal",
    "policies:",
    "use: [timestamps]",
    "use: [soft_delete, audit]",
    "unique:",
    "checks:",
    "indexes:",
    "foreign_keys:",
    "triggers:",
    "partition_by:",
    "partitions:",
    "rows:",
    "managed: false",
    "managed: partly",
    "renamed_from:",
    "functions:",
    "views:",
    "enums:",
    "domains:",
    "mixins:",
    "self",
    "owner: self",
    "carry: true",
    "can: read",
    "can: all",
    "to: anyone",
    "through:",
    "when:",
    "becomes:",
    "references:",
    "primary_key: true",
    "default:",
    "check:",
    "one_of: []",
    "generated:",
    "identity: always",
    "uuid",
    "text?",
    "jsonb",
    "text[]",
    "numeric(10,2)",
    "timestamptz",
    "null",
    "~",
    "true",
    "false",
    "no",
    "{}",
    "[]",
    "''",
    "\"\"",
    "*a",
    "&a ",
    "<<: *a",
    "!!str",
    "|",
    ">",
    "-",
    "- ",
    "? ",
    ": ",
    ":",
    ",",
    "{",
    "}",
    "[",
    "]",
    "'",
    "\"",
    "#",
    " # ",
    "%",
    "@",
    "`",
    "\t",
    "\n",
    "\r\n",
    "\u{0}",
    "\u{feff}",
    "\u{202e}",
    "é",
    "表",
    "🦀",
    "$$",
    "$1",
    "--",
    "/*",
    "*/",
    ";",
    "\\",
    "(",
    ")",
    "::",
    "select",
    "select 1; drop table x",
    "(select",
    "case when",
    "1e999999",
    "99999999999999999999",
    "-1",
    "0x1F",
    "a\"b",
    "a'b",
    "a.b.c",
    "auth.users",
    "auth.uid()",
    "type",
    "select",
    "user",
    "pg_catalog",
    "public",
];

/// The text of input `number`.
pub fn input(seeds: &[String], number: u64) -> String {
    let mut random = Random(number);
    match random.below(20) {
        0 => noise(&mut random),
        1 => words(&mut random),
        2 => bytes(&mut random),
        _ => mutated(seeds, &mut random),
    }
}

fn noise(random: &mut Random) -> String {
    let indicators: Vec<char> = "{}[]:,-?&*!|>'\"%@` \n\t#ab1".chars().collect();
    (0..random.below(400)).map(|_| indicators[random.below(indicators.len())]).collect()
}

fn words(random: &mut Random) -> String {
    let mut text = "schemagen: 1\n".to_owned();
    for _ in 0..random.below(80) {
        if random.one_in(2) {
            text += "\n";
            text += &"  ".repeat(random.below(6));
        }
        text += random.pick(WORDS);
        text += if random.one_in(2) { " " } else { "" };
    }
    text
}

fn bytes(random: &mut Random) -> String {
    let bytes: Vec<u8> = (0..random.below(600)).map(|_| random.next().to_le_bytes()[0]).collect();
    String::from_utf8_lossy(&bytes).into_owned()
}

fn mutated(seeds: &[String], random: &mut Random) -> String {
    let mut lines: Vec<String> = seeds[random.below(seeds.len())].lines().map(str::to_owned).collect();
    for _ in 0..=random.below(6) {
        mutate(&mut lines, seeds, random);
    }
    lines.join("\n")
}

fn mutate(lines: &mut Vec<String>, seeds: &[String], random: &mut Random) {
    if lines.is_empty() {
        lines.push("schemagen: 1".to_owned());
    }
    let (at, other) = (random.below(lines.len()), random.below(lines.len()));
    match random.below(12) {
        0 => drop(lines.remove(at)),
        1 => lines.insert(at, lines[other].clone()),
        2 => lines.swap(at, other),
        3 => lines[at].insert_str(0, random.pick(&[" ", "  ", "\t", "    "])),
        4 => lines[at] = lines[at].trim_start().to_owned(),
        5 => lines.truncate(at),
        6 => splice(lines, at, seeds, random),
        7 => drop(lines.drain(at..(at + random.below(12)).min(lines.len()))),
        8 | 9 => lines[at] = with_word(&lines[at], random),
        10 => {
            let from = if random.one_in(2) { at } else { other };
            lines[at] = with_other_word(&lines[at], &lines[from], random);
        }
        _ => lines[at] = without_character(&lines[at], random),
    }
}

/// Lines of another model, indented as they are.
fn splice(lines: &mut Vec<String>, at: usize, seeds: &[String], random: &mut Random) {
    let other: Vec<&str> = seeds[random.below(seeds.len())].lines().collect();
    let from = random.below(other.len());
    let piece = other[from..(from + random.below(20)).min(other.len())].iter().map(|line| (*line).to_owned());
    lines.splice(at..at, piece.collect::<Vec<_>>());
}

fn place(line: &str, random: &mut Random) -> usize {
    let places: Vec<usize> = line.char_indices().map(|(index, _)| index).chain([line.len()]).collect();
    places[random.below(places.len())]
}

fn with_word(line: &str, random: &mut Random) -> String {
    let at = place(line, random);
    format!("{}{}{}", &line[..at], random.pick(WORDS), &line[at..])
}

/// Replaces one word by one of this line or of another: a column that is not there, a type that is a table, a circle.
fn with_other_word(line: &str, from: &str, random: &mut Random) -> String {
    let words = words_of(line);
    let others = words_of(from);
    let changed = random.below(words.len());
    let other = others.get(random.below(others.len())).copied().unwrap_or_default();
    let replace = |(index, word): (usize, &&str)| {
        if index != changed {
            return (*word).to_owned();
        }
        let end = word.chars().next_back().filter(|c| !c.is_alphanumeric() && *c != '_');
        let new = other.trim_end_matches(|c: char| !c.is_alphanumeric() && c != '_');
        format!("{new}{}", end.map(String::from).unwrap_or_default())
    };
    words.iter().enumerate().map(replace).collect()
}

fn words_of(line: &str) -> Vec<&str> {
    line.split_inclusive(|c: char| !c.is_alphanumeric() && c != '_').collect()
}

fn without_character(line: &str, random: &mut Random) -> String {
    let mut line = line.to_owned();
    let at = place(&line, random);
    if at < line.len() {
        line.remove(at);
    }
    line
}
