namespace RelationshipGraph.Hosting.Demo;

/// <summary>What somebody works with, coarsely. Records show it as the profession.</summary>
internal enum DemoTrade : byte
{
    Leadership,
    Commercial,
    Technical,
    Finance,
    People,
    Digital,
}
