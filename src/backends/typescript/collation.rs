//! The order of `Intl.Collator("en")`, which the reference generator sorts by: letters before their case and their
//! accents, `_` before digits before letters. Exact for Latin script; other letters come after it by code point.

/// What a text is sorted by: letters, then accents, then case, then bytes.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key {
    letters: Vec<u32>,
    accents: Vec<u8>,
    capitals: Vec<bool>,
    text: String,
}

/// Signs in their order, a space first; digits come after them.
static SIGNS: &str = " _-,;:!¡?¿.·'\"«»()[]{}§¶@*/\\&#%`´^¯¨¸°©®+±÷×<=>¬|¦~¤¢$£¥";
const DIGITS: u32 = 100;

/// Each letter with its accented forms in their order.
static LETTERS: [&str; 26] = [
    "aáàăâåäãąāæ",
    "b",
    "cćĉčċç",
    "dďđð",
    "eéèĕêěëėęē",
    "f",
    "gğĝġģ",
    "hĥħ",
    "iíìĭîïĩįīıĳ",
    "jĵ",
    "kķĸ",
    "lĺľļłŀ",
    "m",
    "nńňñņŋŉ",
    "oóòŏôöőõøōœ",
    "p",
    "q",
    "rŕřŗ",
    "sśŝšşſß",
    "tťţŧ",
    "uúùŭûůüűũųū",
    "v",
    "wŵ",
    "x",
    "yýŷÿ",
    "zźžżþ",
];

/// The key of a text.
pub fn key(text: &str) -> Key {
    let room = text.len();
    let mut key = Key {
        letters: Vec::with_capacity(room),
        accents: Vec::with_capacity(room),
        capitals: Vec::with_capacity(room),
        text: text.to_owned(),
    };
    for letter in text.chars().filter(|letter| !letter.is_control()) {
        let small = letter.to_lowercase().next().unwrap_or(letter);
        let (weight, accent) = weight(small);
        key.letters.push(weight);
        key.accents.push(accent);
        key.capitals.push(small != letter);
    }
    key
}

fn weight(letter: char) -> (u32, u8) {
    if letter.is_ascii_lowercase() {
        return (1000 + u32::from(letter), 0);
    }
    if let Some(digit) = letter.to_digit(10) {
        return (DIGITS + digit, 0);
    }
    if let Some(index) = SIGNS.chars().position(|sign| sign == letter) {
        return (u32::try_from(index).unwrap_or_default(), 0);
    }
    for (base, forms) in ('a'..='z').zip(LETTERS) {
        if let Some(index) = forms.chars().position(|form| form == letter) {
            return (1000 + u32::from(base), u8::try_from(index).unwrap_or_default());
        }
    }
    (10_000 + u32::from(letter), 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What node prints for `[…].sort(new Intl.Collator("en").compare)`.
    #[test]
    fn sorts_as_the_reference_does() {
        let sorted = ["_a", "a b", "a_b", "á", "a1", "a10", "a2", "ab", "aB", "Ab", "az", "st", "z"];
        let mut list = sorted;
        list.reverse();
        list.sort_by_key(|text| key(text));
        assert_eq!(list, ["_a", "á", "a b", "a_b", "a1", "a10", "a2", "ab", "aB", "Ab", "az", "st", "z"]);
    }
}
