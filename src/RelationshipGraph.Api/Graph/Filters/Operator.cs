namespace RelationshipGraph.Api.Graph;

/// <summary>The words that compare a property inside a filter.</summary>
internal static class Operator
{
    public const string Equal = "eq";
    public const string NotEqual = "ne";
    public const string In = "in";
    public const string Greater = "gt";
    public const string GreaterOrEqual = "gte";
    public const string Less = "lt";
    public const string LessOrEqual = "lte";
    public const string StartsWith = "startsWith";
    public const string Exists = "exists";
    public const string Has = "has";
    public const string HasSome = "hasSome";
}
