namespace RelationshipGraph;

/// <summary>Every bound of the product in one place. Meeting one is said in the answer, with the name it has here.</summary>
public static class Limits
{
    /// <summary>Rows of a page when the caller does not ask for a number.</summary>
    public const int PageRowsDefault = 25;

    /// <summary>Rows of a page at most.</summary>
    public const int PageRowsMax = 200;

    /// <summary>Ids or natural keys in one batch read at most.</summary>
    public const int BatchMax = 5_000;

    /// <summary>Nodes whose relationships are read together at most.</summary>
    public const int AnchorsMax = 1_000;

    /// <summary>Changes in one commit at most; an import sends several commits.</summary>
    public const int CommitChangesMax = 5_000;

    /// <summary>Visible matches above which a text search is refused as too broad.</summary>
    public const int SearchMatchesMax = 10_000;

    /// <summary>Letters a prefix needs before it is searched.</summary>
    public const int SearchPrefixMin = 2;

    /// <summary>Words of a text search that are looked at; more are refused.</summary>
    public const int SearchWordsMax = 16;

    /// <summary>Characters of a short text (names, titles, codes) that a store may index.</summary>
    public const int ShortTextMax = 500;

    /// <summary>Characters of a long text (descriptions, evidence).</summary>
    public const int LongTextMax = 20_000;

    /// <summary>Entries of a list property.</summary>
    public const int ListMax = 200;

    /// <summary>Nodes of a filter's tree, relationships included.</summary>
    public const int FilterTermsMax = 100;

    /// <summary>How deep a filter may nest.</summary>
    public const int FilterDepthMax = 8;

    /// <summary>Colleagues whose team records a viewer may see; a larger department is cut to the nearest ids.</summary>
    public const int TeamMax = 5_000;

    /// <summary>How long a second writer waits for the first.</summary>
    public static readonly TimeSpan WriterWait = TimeSpan.FromSeconds(5);

    /// <summary>Bytes of all files of an import together, uncompressed.</summary>
    public const long ImportBytesMax = 8L << 30;

    /// <summary>Lines of all files of an import together.</summary>
    public const long ImportLinesMax = 100_000_000;

    /// <summary>Bytes of one line of a file.</summary>
    public const int ImportLineBytesMax = 4 << 20;

    /// <summary>How many bytes one compressed byte may become, on average over a file of more than a few.</summary>
    public const int ImportRatioMax = 200;

    /// <summary>Characters of one field of a table.</summary>
    public const int ImportFieldMax = 1 << 20;

    /// <summary>Files of one import.</summary>
    public const int ImportFilesMax = 100;

    /// <summary>Refused rows that an import keeps one by one; more are counted.</summary>
    public const int ImportRefusalsMax = 1_000;

    /// <summary>Hops of an introduction path when the caller does not ask for a number.</summary>
    public const int PathHopsDefault = 4;

    /// <summary>Hops of an introduction path at most.</summary>
    public const int PathHopsMax = 6;

    /// <summary>Introduction paths when the caller does not ask for a number.</summary>
    public const int PathsDefault = 5;

    /// <summary>Introduction paths of one answer at most.</summary>
    public const int PathsMax = 20;

    /// <summary>People whom introduction paths may be told to avoid at most, and of whom those are looked for.</summary>
    public const int PathPeopleMax = 1_000;

    /// <summary>People or companies of a segment to whom ways in are looked for in one request at most.</summary>
    public const int PathTargetsMax = 200;

    /// <summary>People in the middle of a map at most.</summary>
    public const int MapCentresMax = 50;

    /// <summary>How far from its middle a map reaches at most.</summary>
    public const int MapHopsMax = 2;

    /// <summary>Visible ties, memberships and partial paths that one search for paths looks at.</summary>
    public const int PathWorkMax = 5_000_000;

    /// <summary>
    /// Visible records that one search for paths brings from the store, where it does not hold the whole graph in memory.
    /// </summary>
    public const int SurroundingRecordsMax = 200_000;

    /// <summary>
    /// Asks that may be held against one introducer: who is asked more often than about once a month stops answering.
    /// </summary>
    public const int IntroducerBudget = 3;

    /// <summary>For how many days an ask is held against an introducer; the horizon of tie strength as well.</summary>
    public const int IntroducerBudgetDays = 90;
}
