namespace RelationshipGraph.Importing.Tables;

/// <summary>A column of a file; none where the file has no such column.</summary>
/// <param name="Index">Its place in a row; negative where there is none.</param>
/// <param name="Name">Its name as the file's header writes it.</param>
internal readonly record struct Column(int Index, string Name)
{
    public static readonly Column None = new(-1, string.Empty);

    public bool IsThere => Index >= 0;
}
