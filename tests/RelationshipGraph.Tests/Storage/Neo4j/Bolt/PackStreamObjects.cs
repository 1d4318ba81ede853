using RelationshipGraph.Storage.Neo4j.Bolt;

namespace RelationshipGraph.Tests.Storage.Neo4j.Bolt;

/// <summary>
/// Values of every type as objects, for the scripted server: integers are <see cref="long"/>, lists are lists of objects, maps
/// are dictionaries.
/// </summary>
internal static class PackStreamObjects
{
    public static object? Read(PackStreamReader reader)
    {
        var marker = reader.Marker;
        return marker switch
        {
            PackStreamMarker.Null => reader.TryReadNull() ? null : throw new InvalidOperationException(),
            PackStreamMarker.True or PackStreamMarker.False => reader.ReadBoolean(),
            PackStreamMarker.Number => reader.ReadNumber(),
            >= PackStreamMarker.Bytes8 and <= PackStreamMarker.Bytes32 => reader.ReadBytes(),
            >= PackStreamMarker.Text8 and <= PackStreamMarker.Text32 => reader.ReadText(),
            >= PackStreamMarker.List8 and <= PackStreamMarker.List32 => ReadList(reader),
            >= PackStreamMarker.Map8 and <= PackStreamMarker.Map32 => ReadMap(reader),
            _ => (marker & 0xF0) switch
            {
                PackStreamMarker.TinyText => reader.ReadText(),
                PackStreamMarker.TinyList => ReadList(reader),
                PackStreamMarker.TinyMap => ReadMap(reader),
                PackStreamMarker.TinyStructure => ReadStructure(reader),
                _ => reader.ReadInteger(),
            },
        };
    }

    public static void Write(PackStreamWriter writer, object? value)
    {
        switch (value)
        {
            case PackStreamStructure structure:
                writer.WriteStructure(structure.Tag, structure.Fields.Count);
                WriteAll(writer, structure.Fields);
                break;
            case IReadOnlyDictionary<string, object?> map:
                writer.WriteMap(map.Count);
                foreach (var (key, each) in map)
                {
                    writer.WriteText(key);
                    Write(writer, each);
                }

                break;
            case IReadOnlyList<object?> list and not string[]:
                writer.WriteList(list.Count);
                WriteAll(writer, list);
                break;
            default:
                writer.WriteValue(value);
                break;
        }
    }

    private static void WriteAll(PackStreamWriter writer, IReadOnlyList<object?> values)
    {
        foreach (var each in values)
        {
            Write(writer, each);
        }
    }

    private static List<object?> ReadList(PackStreamReader reader) =>
        ReadAll(reader, reader.ReadListCount());

    private static List<object?> ReadAll(PackStreamReader reader, int count)
    {
        var values = new List<object?>(count);
        for (; count > 0; count--)
        {
            values.Add(Read(reader));
        }

        return values;
    }

    private static Dictionary<string, object?> ReadMap(PackStreamReader reader)
    {
        var map = new Dictionary<string, object?>();
        for (var count = reader.ReadMapCount(); count > 0; count--)
        {
            map.Add(reader.ReadText(), Read(reader));
        }

        return map;
    }

    private static PackStreamStructure ReadStructure(PackStreamReader reader)
    {
        var (tag, fields) = reader.ReadStructure();
        return new PackStreamStructure(tag, ReadAll(reader, fields));
    }
}
