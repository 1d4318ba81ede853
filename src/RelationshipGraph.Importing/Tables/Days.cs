namespace RelationshipGraph.Importing.Tables;

/// <summary>The days a row names.</summary>
internal readonly record struct Days(
    DateOnly? From, DateOnly? Until, DateOnly? KnownSince, DateOnly? LastSeen, string FromColumn, string UntilColumn);
