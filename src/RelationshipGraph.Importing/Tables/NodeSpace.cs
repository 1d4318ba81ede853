namespace RelationshipGraph.Importing.Tables;

/// <summary>Among which nodes a row's reference is looked for.</summary>
internal enum NodeSpace : byte
{
    Person,
    Group,
    Company,
    Network,
    Meeting,
}
