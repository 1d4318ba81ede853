namespace RelationshipGraph.Storage.Neo4j.Transport;

/// <summary>One statement and what is done with its rows.</summary>
/// <param name="Text">Cypher, valid as 5 and as 25. Never made of anything a user wrote.</param>
/// <param name="Parameters">
/// Null, <see cref="bool"/>, <see cref="int"/>, <see cref="long"/>, <see cref="double"/>, <see cref="string"/>,
/// <see cref="byte"/> arrays, lists of such values, and dictionaries from text to such values.
/// </param>
/// <param name="OnRow">
/// Called for every row in order, while further rows are still on their way; reads each column once, in order. Null: rows are
/// passed over. Must not keep the row.
/// </param>
internal sealed record CypherStep(
    string Text, IReadOnlyDictionary<string, object?>? Parameters = null, Action<ICypherRow>? OnRow = null);

/// <summary>The values of one row, read one after the other, each once. A list or map is followed by its own values.</summary>
/// <remarks>A value of another type than the one asked for is a <see cref="CypherException"/>.</remarks>
internal interface ICypherRow
{
    /// <summary>Whether the next value is null; then it is passed over.</summary>
    bool TryReadNull();

    bool ReadBoolean();

    long ReadInteger();

    /// <summary>A number; an integer is given as a number as well.</summary>
    double ReadNumber();

    string ReadText();

    byte[] ReadBytes();

    /// <summary>The number of entries of a list, which follow.</summary>
    int ReadListCount();

    /// <summary>The number of entries of a map, which follow, each as a text and a value.</summary>
    int ReadMapCount();

    /// <summary>Passes over the next value, whatever it is.</summary>
    void Skip();
}
