namespace RelationshipGraph.Model;

/// <summary>The four forms a stored value can take.</summary>
public enum PropertyPrimitive : byte
{
    Nothing = 0,
    Integer = 1,
    Number = 2,
    Text = 3,
}
