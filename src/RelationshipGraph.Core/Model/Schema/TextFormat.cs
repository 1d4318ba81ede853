namespace RelationshipGraph.Model;

/// <summary>The form a text must have.</summary>
public enum TextFormat : byte
{
    /// <summary>Any text.</summary>
    Plain = 0,

    /// <summary>One e-mail address: something, an at sign, a host.</summary>
    Email,

    /// <summary>A host name without scheme or path, such as <c>example.dk</c>.</summary>
    Domain,

    /// <summary>An ISO 4217 code: three capital letters.</summary>
    Currency,

    /// <summary>An ISO 3166-1 code: two capital letters.</summary>
    Country,
}
