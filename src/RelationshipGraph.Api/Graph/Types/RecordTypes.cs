using GraphQL.Types;
using RelationshipGraph.Model;

namespace RelationshipGraph.Api.Graph;

/// <summary>Gives the object types of the model their fields.</summary>
internal sealed class RecordTypes(GraphTypes types, ListTypes lists)
{
    private readonly Dictionary<string, ObjectGraphType> _documents = [];

    /// <summary>Every object type and interface of the model, with its fields.</summary>
    public IEnumerable<IGraphType> Build()
    {
        types.Node.Add("id", types.Id.NonNull(), "The record's identity; opaque, type-tagged, never reused.");
        FillPerson();
        types.Person.AddResolvedInterface(types.Node);
        foreach (var model in GraphModel.Kinds)
        {
            var type = types.Of(model.Kind);
            foreach (var property in model.Properties)
            {
                AddProperty(type, model, property);
            }

            foreach (var side in model.IsNode ? EdgeSide.At(model.Kind) : [])
            {
                lists.AddTo(type, side);
            }

            Implement(type, types.Node);
            if (model.IsPerson)
            {
                Implement(type, types.Person);
            }

            yield return type;
        }
    }

    /// <summary>The properties of a relationship as fields of the rows of its lists, which have their node beside them.</summary>
    public void AddToRow(IComplexGraphType row, RecordModel model)
    {
        foreach (var property in model.Properties.Where(p => p.Name is not ("fromId" or "toId")))
        {
            AddProperty(row, model, property);
        }
    }

    private static void Implement(ObjectGraphType type, InterfaceGraphType contract)
    {
        type.AddResolvedInterface(contract);
        contract.AddPossibleType(type);
    }

    private void FillPerson()
    {
        var employee = GraphModel.Of(RecordKind.Employee);
        var contact = GraphModel.Of(RecordKind.Contact);
        foreach (var property in employee.Properties.Where(p => contact.Find(p.Name) is not null))
        {
            AddProperty(types.Person, employee, property);
        }

        foreach (var side in EdgeSide.At(RecordKind.Employee).Intersect(EdgeSide.At(RecordKind.Contact)))
        {
            lists.AddTo(types.Person, side);
        }
    }

    private void AddProperty(IComplexGraphType type, RecordModel model, PropertyModel property)
    {
        var isContract = type is IInterfaceGraphType;
        if (property.Name == "id" || property.Type is not (PropertyType.Id or PropertyType.IdList))
        {
            type.Add(property.Name, TypeOf(property), Descriptions.Of(property), isContract ? null : new PropertyField(property));
            return;
        }

        var kinds = KindsOf(model, property);
        var of = property.IsList ? types.Of(kinds).ListOf() : types.Of(kinds);
        type.Add(
            ReferenceName(property), of, Descriptions.OfReference(property), isContract ? null : new ReferenceField(property));
    }

    private static IReadOnlyList<RecordKind> KindsOf(RecordModel model, PropertyModel property) => property.Name switch
    {
        "fromId" => model.FromKinds,
        "toId" => model.ToKinds,
        _ => property.Refers,
    };

    // The days from and until are taken, so the ends of a relationship are its fromNode and toNode.
    private static string ReferenceName(PropertyModel property) => property.Name switch
    {
        "fromId" or "toId" => property.Name[..^2] + "Node",
        var name when name.EndsWith("Ids", StringComparison.Ordinal) => name switch
        {
            "pathIds" or "reusedByIds" => name[..^3],
            _ => name[..^3] + "s",
        },
        var name => name[..^2],
    };

    private IGraphType TypeOf(PropertyModel property)
    {
        if (property.Document is { } document)
        {
            return DocumentOf(document, property.Meaning).ListOf();
        }

        var type = types.ScalarOf(property);
        return property.IsList ? type.ListOf() : property.IsNullable ? type : type.NonNull();
    }

    private ObjectGraphType DocumentOf(DocumentModel document, string meaning)
    {
        if (_documents.TryGetValue(document.Name, out var known))
        {
            return known;
        }

        var type = new ObjectGraphType { Name = document.Name, Description = meaning };
        _documents[document.Name] = type;
        foreach (var property in document.Properties)
        {
            if (property.Type is PropertyType.Id or PropertyType.IdList)
            {
                var of = types.Of(property.Refers);
                type.Add(
                    ReferenceName(property), property.IsList ? of.ListOf() : of, Descriptions.OfReference(property),
                    new SourceField<DocumentRow>(row => row.Reference(property)));
            }
            else
            {
                var shape = ValueShapes.Of(property);
                type.Add(
                    property.Name, TypeOf(property), Descriptions.Of(property),
                    new SourceField<DocumentRow>(row => shape(row.Value(property))));
            }
        }

        return type;
    }
}
