//! Every code, declared once: number, severity, title. A code is never reused.

use super::Severity;

macro_rules! codes {
    ($($name:ident = $number:literal, $severity:ident, $title:literal;)*) => {
        /// The code of a finding. SG0xx reading, SG1xx names and references, SG2xx ownership and
        /// tenancy, SG3xx lints, SG4xx database and drift, SG5xx migration hazards.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $(#[doc = $title] $name,)*
        }

        impl Code {
            /// All codes in order of their number.
            pub const ALL: &'static [Code] = &[$(Code::$name,)*];

            /// `SG101`.
            pub fn as_str(self) -> &'static str {
                match self { $(Code::$name => concat!("SG", $number),)* }
            }

            /// What is wrong, in a few words.
            pub fn title(self) -> &'static str {
                match self { $(Code::$name => $title,)* }
            }

            /// The severity a finding of this code has.
            pub fn severity(self) -> Severity {
                match self { $(Code::$name => Severity::$severity,)* }
            }

            /// The page: What / Why / Example / Instead.
            pub fn page(self) -> &'static str {
                match self { $(Code::$name => include_str!(concat!("codes/SG", $number, ".md")),)* }
            }
        }
    };
}

// Add a line here and a page beside it: `codes/SGnnn.md`. Keep the numbers in order.
codes! {
    // SG0xx reading
    YamlSyntax = "001", Error, "not valid YAML";
    DuplicateKey = "002", Error, "a key is written twice";
    YamlTag = "003", Error, "a YAML tag";
    SqlTakenApart = "004", Error, "YAML takes SQL apart";
    TooLarge = "005", Error, "too large or too deep";
    FileUnreadable = "006", Error, "a file cannot be read";
    IncludeFindsNothing = "007", Error, "an include finds nothing";
    EmptyModel = "008", Error, "nothing is written";
    UnknownKey = "009", Error, "an unknown key";
    WrongShape = "010", Error, "a value of the wrong shape";
    MissingKey = "011", Error, "a key is missing";
    UnknownWord = "012", Error, "not one of the words";
    DefinedTwice = "013", Error, "defined twice";
    ReservedWord = "014", Error, "a word reserved for later";
    NullDefault = "015", Error, "null is not a default";
    UnsupportedVersion = "016", Error, "a version that is not supported";
    KeysDisagree = "017", Error, "keys that do not go together";
    UnknownBackEnd = "018", Error, "there is no back end of this name";
    UnknownCode = "019", Error, "there is no code of this number";
    FileThere = "020", Error, "a file is there already";
    FileNotWritten = "021", Error, "a file cannot be written";
    TemplateBroken = "022", Error, "a template that cannot be used";
    // end of SG0xx

    // SG1xx names and references
    UnknownTable = "101", Error, "there is no table of this name";
    UnknownColumn = "102", Error, "there is no column of this name";
    UnknownType = "103", Error, "there is no type of this name";
    UnknownFunction = "104", Error, "there is no function of this name";
    UnknownSubject = "105", Error, "nobody of this name";
    Ambiguous = "106", Error, "a name that could be two things";
    DuplicateName = "107", Error, "two things of one name";
    InvalidName = "108", Error, "not a name that PostgreSQL takes";
    InvalidSql = "109", Error, "not the SQL that belongs here";
    NotAllowedHere = "110", Error, "SQL that cannot stand here";
    InvalidReference = "111", Error, "a reference that cannot hold";
    TypeUnclear = "112", Error, "a column without a type";
    InvalidDefault = "113", Error, "a default that the column cannot have";
    InvalidWord = "114", Error, "not one of the words that stand here";
    Incomplete = "115", Error, "something is missing";
    InvalidPrincipal = "117", Error, "a principal that cannot be one";
    InvalidMembers = "118", Error, "a membership table that cannot be one";
    Circular = "119", Error, "a circle";
    InvalidRow = "120", Error, "a row that does not fit its table";
    StaleRename = "121", Error, "an old name that is still in use";
    Contradiction = "122", Error, "two things that exclude each other";
    UnknownRow = "123", Error, "no fixture row of this name";
    UnlikeTypes = "124", Error, "types that PostgreSQL does not bring together";
    // end of SG1xx

    // SG2xx ownership and tenancy
    OwnerCycle = "201", Error, "owners in a circle";
    OwnerNowhere = "202", Error, "an owner path that ends nowhere";
    OwnerType = "203", Error, "an owner that cannot be a principal's id";
    CarryNullable = "204", Error, "carry with a nullable link";
    CarryColumn = "205", Error, "a carry column of the wrong type";
    CarryManyPaths = "206", Error, "carry where there are several paths";
    TransferOfSelf = "207", Error, "transfer of a row that is its own owner";
    SameOwner = "208", Error, "same_owner without an owner in common";
    ThroughCycle = "209", Error, "through in a circle";
    NoAccess = "211", Error, "a table that does not say who may touch it";
    AccessContradiction = "212", Error, "access that contradicts other rules";
    RolesWithoutMembers = "213", Error, "rights by role where there are no members";
    Founding = "214", Error, "a tenant that nobody could found";
    TooManyPaths = "215", Error, "too many owner paths";
    ReadableCopy = "216", Error, "a readable copy of protected rows";
    ExpectationFails = "217", Error, "an expectation that the model does not meet";
    Uncallable = "218", Error, "a function that callers of its table may not call";
    // end of SG2xx

    // SG3xx lints
    WriteWithoutRead = "301", Error, "rows that may be written and not read";
    HiddenColumn = "302", Note, "a hidden column";
    LongChain = "303", Note, "an owner two references away";
    UniqueOverOwners = "304", Note, "a unique key over all owners";
    OwnersApart = "305", Warning, "a reference to another owner's row";
    NoPrimaryKey = "306", Warning, "a table without a primary key";
    DefinerForAnonymous = "307", Warning, "a definer function for anonymous callers";
    UserMetadata = "308", Warning, "a condition that trusts user_metadata";
    DefinerView = "309", Warning, "a view past row security";
    OpenTable = "310", Note, "a table without row security";
    QuotedName = "311", Note, "a name that must be quoted";
    DuplicateIndex = "312", Warning, "an index twice";
    RowFunction = "313", Warning, "a function called for every row";
    AnonymousWrite = "314", Warning, "rows that anybody may change";
    MembershipRule = "315", Error, "a rule that makes members";
    UnaskedParent = "316", Warning, "a row below anybody's row";
    LooseLimit = "317", Warning, "a limit on columns that cannot be held";
    Unreadable = "318", Error, "rows that nobody who asks for them may read";
    RowsOfChildren = "319", Error, "rows that are reached past their own rules";
    // end of SG3xx

    // SG4xx database and drift
    NoServerFound = "401", Error, "no PostgreSQL on this machine";
    ScratchFailed = "402", Error, "the scratch server does not start";
    ServerDown = "403", Error, "the server does not answer";
    TlsRefused = "404", Error, "no safe connection to the server";
    LoginRefused = "405", Error, "the server refuses the login";
    NoSuchDatabase = "406", Error, "the server has no such database";
    MissingPrivilege = "407", Error, "the role lacks a privilege";
    StatementFailed = "408", Error, "the server refused a statement";
    ConnectionLost = "409", Error, "the connection broke";
    BadConnectionSettings = "410", Error, "connection settings that make no sense";
    SchemaChanges = "411", Error, "the schema changes while it is read";
    RowMissing = "412", Error, "no such row";
    // end of SG4xx

    // SG5xx migration hazards
    ValueMissing = "501", Error, "a NOT NULL column has no value for existing rows";
    TableRewrite = "502", Error, "a big table would be rewritten";
    KindChange = "503", Error, "an object cannot become what the model says";
    RenamedBoth = "504", Error, "both the old and the new name are there";
    IndexNotBuilt = "505", Error, "an index could not be built";
    NameTaken = "506", Error, "something else has the name";
    MaterializedViewInTheWay = "507", Error, "a materialized view reads what changes";
    SetAsideTwice = "508", Error, "something was set aside under this name before";
    CannotUndo = "509", Error, "an entry of the ledger cannot be undone";
    AnotherModel = "510", Error, "another model made what is in this database";
    ValuesLost = "511", Error, "a new type would cut or round values";
    // end of SG5xx
}

impl Code {
    /// The code with this number (`SG201`, `sg201` or `201`).
    pub fn parse(text: &str) -> Option<Code> {
        let wanted = number(text)?;
        Self::ALL.iter().copied().find(|code| number(code.as_str()) == Some(wanted))
    }

    /// The codes nearest to a number that none has, the nearest first; nothing where the text is no number of a code.
    pub fn near(text: &str) -> Option<[Code; 3]> {
        let wanted = number(text)?;
        let mut nearest = Self::ALL.to_vec();
        nearest.sort_by_key(|code| number(code.as_str()).map(|number| number.abs_diff(wanted)));
        nearest.first_chunk().copied()
    }
}

impl std::fmt::Display for Code {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(self.as_str())
    }
}

/// 201 of `SG201`, `sg201` or `201`: three digits.
fn number(text: &str) -> Option<u32> {
    let digits = text.strip_prefix("SG").or_else(|| text.strip_prefix("sg")).unwrap_or(text);
    let is_number = digits.len() == 3 && digits.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| digits.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::Code;

    #[test]
    fn a_code_is_known_by_its_number_and_another_has_neighbours() {
        for text in ["SG201", "sg201", "201"] {
            assert_eq!(Code::parse(text), Some(Code::OwnerCycle));
        }
        assert_eq!(Code::near("SG999"), Some([Code::ValuesLost, Code::AnotherModel, Code::CannotUndo]));
        assert_eq!(Code::near("SG210"), Some([Code::ThroughCycle, Code::NoAccess, Code::SameOwner]));
        for text in ["jobs", "SG", "SG2010", "20", "SG+01"] {
            assert_eq!((Code::parse(text), Code::near(text)), (None, None), "{text}");
        }
    }
}
