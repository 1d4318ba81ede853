using GraphQL.Types;
using RelationshipGraph.Api.Introductions;
using RelationshipGraph.Model;

namespace RelationshipGraph.Api.Graph;

/// <summary>
/// The mutations: each kind created, updated and deleted, many changes at once, and the steps of introductions.
/// </summary>
internal sealed class WriteTypes(GraphTypes types)
{
    private readonly WriteErrorTypes _errors = new(types);
    private readonly InputTypes _inputs = new(types);

    /// <summary>Types that no field names.</summary>
    public IEnumerable<IGraphType> Further => [_errors.Contract];

    public ObjectGraphType Mutation()
    {
        var root = new ObjectGraphType
        {
            Name = "Mutation",
            Description = "What can be changed. Each field is done by itself, one after the other.",
        };
        var change = new InputObjectGraphType
        {
            Name = "ChangeInput",
            Description = "One change; exactly one of these is given.",
            IsOneOf = true,
        };
        var deleted = DeletePayload();
        ObjectGraphType? payload = null;
        ObjectGraphType? ofIntroduction = null;
        foreach (var (name, named) in NamedChange.All)
        {
            payload = named.Operation switch
            {
                WriteOperation.Create => PayloadOf(named.Model),
                WriteOperation.Update => payload,
                _ => deleted,
            };
            ofIntroduction ??= named.Model.Kind == RecordKind.Introduction ? payload : null;
            var input = _inputs.Of(named);
            change.Add(name, input, named.Meaning);
            root.Add(
                name, payload!.NonNull(), named.Meaning,
                new RootChange((context, given) => Changes.OneAsync(context, named, given.Object("input")!)),
                [TypeBuilding.Argument("input", input.NonNull(), named.Meaning)]);
        }

        AddApplyChanges(root, change);
        new StepTypes(types, _inputs, ofIntroduction!).AddTo(root);
        return root;
    }

    private ObjectGraphType PayloadOf(RecordModel model)
    {
        var payload = new ObjectGraphType
        {
            Name = model.Name + "Payload",
            Description = $"What became of a change to {Descriptions.One(model)}.",
        };
        payload.Add(
            CodeNames.Camel(model.Name), types.Of(model.Kind),
            "The record as it is now; null where nothing was done, or where it is gone since.",
            new SourceField<Payload>(p => p.Single?.Record));
        AddErrors(payload);
        return payload;
    }

    private ObjectGraphType DeletePayload()
    {
        var payload = new ObjectGraphType { Name = "DeletePayload", Description = "What became of a removal." };
        payload.Add(
            "id", types.Id, "The id of what was removed; null where nothing was done.",
            new SourceField<Payload>(p => p.Single?.Id.ToString()));
        AddErrors(payload);
        return payload;
    }

    private void AddErrors(ObjectGraphType payload) => payload.Add(
        "errors", _errors.Union.ListOf(), "Everything that is wrong; empty where all was done.",
        new SourceField<Payload>(p => p.Errors));

    private void AddApplyChanges(ObjectGraphType root, InputObjectGraphType change)
    {
        var input = new InputObjectGraphType
        {
            Name = "ApplyChangesInput",
            Description = "Changes that are made together or not at all.",
        };
        input.Add(
            "changes", change.ListOf(),
            "In any order: a label may be used before the change that has it. One request changes a record once.");
        _inputs.AddRequestId(input);
        root.Add(
            "applyChanges", ApplyPayload().NonNull(),
            "Makes many changes together or none of them. New records may be named by their label, \"#word\", wherever an id is "
                + "taken.",
            new RootChange((context, given) => Changes.ManyAsync(context, given.Object("input")!)),
            [TypeBuilding.Argument("input", input.NonNull(), "The changes.")]);
    }

    private ObjectGraphType ApplyPayload()
    {
        var result = new ObjectGraphType { Name = "ChangeResult", Description = "What became of one of many changes." };
        result.Add(
            "id", types.Id.NonNull(), "The record that was made, changed or removed.",
            new SourceField<WrittenRecord>(w => w.Id.ToString()));
        result.Add("label", types.Text, "The label that the change gave it.", new SourceField<WrittenRecord>(w => w.Label));
        result.Add(
            "node", types.Node, "The record as it is now; null where it was removed or is gone since.",
            new SourceField<WrittenRecord>(w => w.Record));
        var payload = new ObjectGraphType { Name = "ApplyChangesPayload", Description = "What became of many changes." };
        payload.Add(
            "results", result.ListOf(), "In the order of the changes; empty where nothing was done.",
            new SourceField<Payload>(p => p.Written));
        AddErrors(payload);
        return payload;
    }
}
