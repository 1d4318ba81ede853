namespace RelationshipGraph.Storage.Neo4j.Transport;

/// <summary>The one parameter that holds what differs in form from call to call: lists, texts, values of any type.</summary>
/// <remarks>
/// The server keeps a plan for the types of the parameters, and for the size of each list and text by powers of ten: one
/// statement would be planned again and again. Of a map it only looks at that it is one.
/// </remarks>
internal static class VaryingValues
{
    /// <summary>Its name; a statement says <c>$v.name</c>.</summary>
    public const string Name = "v";

    /// <summary>Parameters of which one value is all.</summary>
    public static Dictionary<string, object?> Of(string name, object? value) =>
        new() { [Name] = new Dictionary<string, object?> { [name] = value } };
}
