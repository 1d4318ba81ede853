namespace RelationshipGraph.Model;

/// <summary>What a property holds; it decides the stored form, the filters and the GraphQL type.</summary>
public enum PropertyType : byte
{
    /// <summary>Text in NFC.</summary>
    Text,

    /// <summary>One of a fixed set of words; stored as upper snake case text.</summary>
    Code,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A finite number.</summary>
    Number,

    /// <summary>Truth; stored as 0 or 1.</summary>
    Boolean,

    /// <summary>A calendar day; stored as days since 1970-01-01.</summary>
    Date,

    /// <summary>An instant, UTC, to the millisecond; stored as milliseconds since 1970-01-01.</summary>
    Instant,

    /// <summary>A record's id; stored as its number.</summary>
    Id,

    /// <summary>Texts; stored as a JSON array of strings.</summary>
    TextList,

    /// <summary>Codes; stored as a JSON array of strings.</summary>
    CodeList,

    /// <summary>Ids in their written form; stored as a JSON array of strings.</summary>
    IdList,

    /// <summary>Small structured values; stored as a JSON array of objects. Not filtered by.</summary>
    Documents,
}
