using RelationshipGraph.Model;

namespace RelationshipGraph.Api.Graph;

/// <summary>What a name inside a filter stands for: a property, or the relationships on one side.</summary>
internal sealed record FilterField(PropertyModel? Property, EdgeSide? Side)
{
    private static readonly Dictionary<RecordKind, Dictionary<string, FilterField>> ByKind =
        GraphModel.Kinds.ToDictionary(m => m.Kind, Make);

    /// <summary>The names that the filter of a kind knows, in the order of the model.</summary>
    public static IReadOnlyDictionary<string, FilterField> Of(RecordModel model) => ByKind[model.Kind];

    private static Dictionary<string, FilterField> Make(RecordModel model)
    {
        var fields = new Dictionary<string, FilterField>(StringComparer.Ordinal);
        foreach (var property in model.Properties.Where(p => p.IsFilterable))
        {
            fields.Add(property.Name, new FilterField(property, null));
        }

        foreach (var side in model.IsNode ? EdgeSide.At(model.Kind) : [])
        {
            fields.Add(side.Name, new FilterField(null, side));
        }

        return fields;
    }
}
