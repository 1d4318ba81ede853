using RelationshipGraph.Model;

namespace RelationshipGraph.Api.Graph;

/// <summary>What is done to a record.</summary>
internal enum WriteOperation
{
    Create,
    Update,
    Delete,
}

/// <summary>A change by its name: <c>createEmployee</c>.</summary>
/// <param name="Operation">What is done.</param>
/// <param name="Model">To a record of which kind.</param>
internal sealed record NamedChange(WriteOperation Operation, RecordModel Model)
{
    /// <summary>Every change there is, by its name, in the order of the model.</summary>
    public static IReadOnlyDictionary<string, NamedChange> All { get; } = GraphModel.Kinds
        .Where(model => !model.IsDerived)
        .SelectMany(model => Enum.GetValues<WriteOperation>().Select(operation => new NamedChange(operation, model)))
        .ToDictionary(change => change.Name, StringComparer.Ordinal);

    public string Name { get; } = CodeNames.Camel(Operation.ToString()) + Model.Name;

    /// <summary>What it does, for the schema's readers.</summary>
    public string Meaning => Operation switch
    {
        WriteOperation.Create => $"Makes a new {Model.Name}. {Model.Meaning}",
        WriteOperation.Update => $"Changes some properties of {Descriptions.One(Model)}; the others stay.",
        _ => $"Removes {Descriptions.One(Model)}{(Model.IsNode ? " with all its relationships" : string.Empty)}.",
    };
}
