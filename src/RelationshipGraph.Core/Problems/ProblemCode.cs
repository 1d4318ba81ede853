namespace RelationshipGraph.Problems;

/// <summary>
/// Every stable code. Clients branch on these; <see cref="ProblemText"/> has the sentence of each in English and Danish.
/// </summary>
public static class ProblemCode
{
    // What is wrong with a value.
    public const string Required = "REQUIRED";
    public const string TooLong = "TOO_LONG";
    public const string TooMany = "TOO_MANY";
    public const string OutOfRange = "OUT_OF_RANGE";
    public const string UnknownCode = "UNKNOWN_CODE";
    public const string Malformed = "MALFORMED";
    public const string BadText = "BAD_TEXT";
    public const string WrongKind = "WRONG_KIND";
    public const string PeriodReversed = "PERIOD_REVERSED";
    public const string OwnerRequired = "OWNER_REQUIRED";
    public const string DiscreetIsForTies = "DISCREET_IS_FOR_TIES";
    public const string SelfTie = "SELF_TIE";
    public const string CreditExceedsOne = "CREDIT_EXCEEDS_ONE";
    public const string SeatTaken = "SEAT_TAKEN";
    public const string FitInForce = "FIT_IN_FORCE";
    public const string FitNotInForce = "FIT_NOT_IN_FORCE";
    public const string ChangedTwice = "CHANGED_TWICE";
    public const string LabelTaken = "LABEL_TAKEN";
    public const string LabelUnknown = "LABEL_UNKNOWN";
    public const string RequestIdTaken = "REQUEST_ID_TAKEN";
    public const string RequestIdNested = "REQUEST_ID_NESTED";
    public const string ReadOnlyProperty = "READ_ONLY_PROPERTY";

    // Why a step of an introduction cannot be taken.
    public const string StepNotAllowed = "STEP_NOT_ALLOWED";
    public const string SetBySteps = "SET_BY_STEPS";
    public const string IntroductionAsked = "INTRODUCTION_ASKED";
    public const string IntroductionEnded = "INTRODUCTION_ENDED";
    public const string TargetSaidNo = "TARGET_SAID_NO";
    public const string TargetAnswerOpen = "TARGET_ANSWER_OPEN";
    public const string IntroducerOverBudget = "INTRODUCER_OVER_BUDGET";
    public const string DayInFuture = "DAY_IN_FUTURE";
    public const string DayTooEarly = "DAY_TOO_EARLY";
    public const string SamePerson = "SAME_PERSON";
    public const string PathDoesNotFit = "PATH_DOES_NOT_FIT";
    public const string AlreadyLinked = "ALREADY_LINKED";

    // Why a commit was refused.
    public const string NotFound = "NOT_FOUND";
    public const string VersionConflict = "VERSION_CONFLICT";
    public const string IdTaken = "ID_TAKEN";
    public const string KeyTaken = "KEY_TAKEN";
    public const string EndMissing = "END_MISSING";
    public const string EndChanged = "END_CHANGED";

    // What may not be done.
    public const string Forbidden = "FORBIDDEN";
    public const string Unauthenticated = "UNAUTHENTICATED";

    // What was asked.
    public const string BadCursor = "BAD_CURSOR";
    public const string BadPage = "BAD_PAGE";
    public const string BadFilter = "BAD_FILTER";
    public const string BadOrder = "BAD_ORDER";
    public const string PageTooLarge = "PAGE_TOO_LARGE";
    public const string SearchTooBroad = "SEARCH_TOO_BROAD";
    public const string SearchTooShort = "SEARCH_TOO_SHORT";
    public const string Deadline = "DEADLINE";

    // What is wrong with a request before it is carried out.
    public const string BadRequest = "BAD_REQUEST";
    public const string BodyTooLarge = "BODY_TOO_LARGE";
    public const string BatchRefused = "BATCH_REFUSED";
    public const string MethodNotAllowed = "METHOD_NOT_ALLOWED";
    public const string NotAcceptable = "NOT_ACCEPTABLE";
    public const string UnsupportedMediaType = "UNSUPPORTED_MEDIA_TYPE";
    public const string QuerySyntax = "QUERY_SYNTAX";
    public const string QueryInvalid = "QUERY_INVALID";
    public const string QueryTooLong = "QUERY_TOO_LONG";
    public const string QueryTooDeep = "QUERY_TOO_DEEP";
    public const string QueryTooCostly = "QUERY_TOO_COSTLY";
    public const string QueryTooManyAliases = "QUERY_TOO_MANY_ALIASES";
    public const string BadVariables = "BAD_VARIABLES";
    public const string UnknownOperation = "UNKNOWN_OPERATION";

    // What the product says of itself.
    public const string BadSettings = "BAD_SETTINGS";
    public const string Internal = "INTERNAL";

    // What the store says.
    public const string StoreUnavailable = "STORE_UNAVAILABLE";
    public const string StoreBusy = "STORE_BUSY";
    public const string StoreCorrupt = "STORE_CORRUPT";
    public const string StoreForeign = "STORE_FOREIGN";
    public const string StoreNewer = "STORE_NEWER";
    public const string StoreFull = "STORE_FULL";
    public const string StoreReadOnly = "STORE_READ_ONLY";
    public const string StoreRefused = "STORE_REFUSED";
    public const string StoreNotEmpty = "STORE_NOT_EMPTY";
    public const string StoreChanged = "STORE_CHANGED";

    // What the command line says.
    public const string BadArguments = "BAD_ARGUMENTS";
    public const string AmbiguousName = "AMBIGUOUS_NAME";
    public const string FileTaken = "FILE_TAKEN";
    public const string FileUnwritable = "FILE_UNWRITABLE";
    public const string Interrupted = "INTERRUPTED";

    // What is wrong with a file that comes in.
    public const string ImportsBusy = "IMPORTS_BUSY";
    public const string NothingToImport = "NOTHING_TO_IMPORT";
    public const string NothingToEvaluate = "NOTHING_TO_EVALUATE";
    public const string NothingToFit = "NOTHING_TO_FIT";
    public const string FileUnreadable = "FILE_UNREADABLE";
    public const string FileTooLarge = "FILE_TOO_LARGE";
    public const string FileEmpty = "FILE_EMPTY";
    public const string BrokenArchive = "BROKEN_ARCHIVE";
    public const string WrongEncoding = "WRONG_ENCODING";
    public const string BrokenQuotes = "BROKEN_QUOTES";
    public const string WrongFieldCount = "WRONG_FIELD_COUNT";
    public const string ColumnMissing = "COLUMN_MISSING";
    public const string ColumnRepeated = "COLUMN_REPEATED";
    public const string DuplicateRow = "DUPLICATE_ROW";
    public const string DanglingReference = "DANGLING_REFERENCE";
    public const string FormatUnknown = "FORMAT_UNKNOWN";
    public const string RecordDiffers = "RECORD_DIFFERS";
}
