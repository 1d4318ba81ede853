using RelationshipGraph.Model;

namespace RelationshipGraph.Tests.Api.Graph;

/// <summary>The kinds that clients write.</summary>
public static class WritableKinds
{
    /// <summary>Their names.</summary>
    public static TheoryData<string> Names => [.. GraphModel.Kinds.Where(k => !k.IsDerived).Select(k => k.Name)];
}
