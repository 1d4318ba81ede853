using GraphQL.Types;
using RelationshipGraph.Model;

namespace RelationshipGraph.Api.Graph;

/// <summary>The input types of changes; <see cref="DraftReading"/> reads them.</summary>
internal sealed class InputTypes(GraphTypes types)
{
    private static readonly DateTimeOffset AnyTime = new(2020, 1, 2, 0, 0, 0, TimeSpan.Zero);

    private readonly Dictionary<string, InputObjectGraphType> _documents = [];
    private InputObjectGraphType? _delete;

    /// <summary>The input of a change.</summary>
    public InputObjectGraphType Of(NamedChange change) => change.Operation switch
    {
        WriteOperation.Create => Create(change.Model),
        WriteOperation.Update => Update(change.Model),
        _ => _delete ??= Delete(),
    };

    /// <summary>Adds the id by which a request may be sent again.</summary>
    public void AddRequestId(InputObjectGraphType input) => input.Add(
        DraftReading.RequestId, types.Id,
        "A UUID of the caller's own for the request, so that it can be sent again when no answer came: it is done once, and the "
            + "same id again answers with what was written then, as it is now. In applyChanges it stands beside the changes.");

    /// <summary>Adds which record it is about, as the caller has seen it.</summary>
    public void AddSeen(InputObjectGraphType input)
    {
        input.Add("id", types.Id.NonNull(), "The record.");
        input.Add("version", types.Int.NonNull(), "The version that was seen; another one is refused.");
    }

    private InputObjectGraphType Create(RecordModel model)
    {
        var input = new InputObjectGraphType
        {
            Name = $"Create{model.Name}Input",
            Description = $"A new {model.Name}. What is left out has its default. Without an owner it belongs to the viewer's "
                + "employee; with null to nobody.",
        };
        input.Add(
            DraftReading.Label, types.Text,
            "A word of letters, digits, - and _ by which other changes of the same applyChanges name the new record: \"#word\" "
                + "in place of an id.");
        AddRequestId(input);
        if (!model.IsNode)
        {
            input.Add("fromId", types.Id.NonNull(), $"The node it starts at: {string.Join(", ", model.FromKinds)}.");
            input.Add("toId", types.Id.NonNull(), $"The node it ends at: {string.Join(", ", model.ToKinds)}.");
        }

        var blank = model.Blank(RecordIds.At(model.Kind, AnyTime, 0, 0));
        foreach (var property in WritableProperties.Of(model))
        {
            var type = TypeOf(property);
            input.Add(
                property.Name, property.IsRequired ? type.NonNull() : type,
                Descriptions.Of(property) + DefaultOf(property, blank));
        }

        return input;
    }

    private InputObjectGraphType Update(RecordModel model)
    {
        var input = new InputObjectGraphType
        {
            Name = $"Update{model.Name}Input",
            Description = $"New values for some properties of {Descriptions.One(model)}: what is left out stays as it is, "
                + "what is null is taken away.",
        };
        AddSeen(input);
        AddRequestId(input);
        foreach (var property in WritableProperties.Of(model))
        {
            input.Add(property.Name, TypeOf(property), Descriptions.Of(property));
        }

        return input;
    }

    private InputObjectGraphType Delete()
    {
        var input = new InputObjectGraphType
        {
            Name = "DeleteInput",
            Description = "A record that is to be removed; a node with all its relationships.",
        };
        AddSeen(input);
        return input;
    }

    private IGraphType TypeOf(PropertyModel property)
    {
        IGraphType single = property.Document is { } document
            ? DocumentOf(document, property.Meaning)
            : types.ScalarOf(property);
        return property.IsList ? single.OptionalListOf() : single;
    }

    private InputObjectGraphType DocumentOf(DocumentModel document, string meaning)
    {
        if (!_documents.TryGetValue(document.Name, out var input))
        {
            input = new InputObjectGraphType { Name = document.Name + "Input", Description = "One entry. " + meaning };
            _documents[document.Name] = input;
            foreach (var property in document.Properties)
            {
                var type = TypeOf(property);
                input.Add(property.Name, property.IsRequired ? type.NonNull() : type, Descriptions.Of(property));
            }
        }

        return input;
    }

    private static string DefaultOf(PropertyModel property, Record blank) =>
        property.IsRequired || property.IsNullable || property.IsList || property.Name == "knownSince"
            ? string.Empty
            : $" Left out: {PropertyJson.ToText(property.Type, property.Get(blank))}.";
}
