using System.Collections;
using RelationshipGraph.Storage.Neo4j.Transport;

namespace RelationshipGraph.Storage.Neo4j.Bolt;

/// <summary>Parameters of statements on their way out, whatever type they have.</summary>
internal static class PackStreamValues
{
    public static void WriteParameters(this PackStreamWriter writer, IReadOnlyDictionary<string, object?>? parameters)
    {
        if (parameters is null)
        {
            writer.WriteMap(0);
        }
        else
        {
            WriteMap(writer, parameters, depth: 0);
        }
    }

    public static void WriteValue(this PackStreamWriter writer, object? value) => Write(writer, value, depth: 0);

    private static void Write(PackStreamWriter writer, object? value, int depth)
    {
        switch (value)
        {
            case null:
                writer.WriteNull();
                break;
            case string text:
                writer.WriteText(text);
                break;
            case long integer:
                writer.WriteInteger(integer);
                break;
            case int integer:
                writer.WriteInteger(integer);
                break;
            case bool boolean:
                writer.WriteBoolean(boolean);
                break;
            case double number:
                writer.WriteNumber(number);
                break;
            case byte[] bytes:
                writer.WriteBytes(bytes);
                break;
            case IReadOnlyDictionary<string, object?> map:
                WriteMap(writer, map, Deeper(depth));
                break;
            case IDictionary map:
                WriteMap(writer, map, Deeper(depth));
                break;
            default:
                WriteList(writer, value, Deeper(depth));
                break;
        }
    }

    private static void WriteMap(PackStreamWriter writer, IReadOnlyDictionary<string, object?> map, int depth)
    {
        writer.WriteMap(map.Count);
        foreach (var (key, value) in map)
        {
            writer.WriteText(key);
            Write(writer, value, depth);
        }
    }

    private static void WriteMap(PackStreamWriter writer, IDictionary map, int depth)
    {
        writer.WriteMap(map.Count);
        foreach (DictionaryEntry entry in map)
        {
            writer.WriteText(entry.Key as string ?? throw Refused(entry.Key));
            Write(writer, entry.Value, depth);
        }
    }

    // The usual lists are written without a box for each value.
    private static void WriteList(PackStreamWriter writer, object value, int depth)
    {
        switch (value)
        {
            case IReadOnlyCollection<string> texts:
                writer.WriteList(texts.Count);
                foreach (var text in texts)
                {
                    Write(writer, text, depth);
                }

                break;
            case IReadOnlyCollection<long> integers:
                writer.WriteList(integers.Count);
                foreach (var integer in integers)
                {
                    writer.WriteInteger(integer);
                }

                break;
            case IReadOnlyCollection<object?> values:
                writer.WriteList(values.Count);
                foreach (var each in values)
                {
                    Write(writer, each, depth);
                }

                break;
            case ICollection values:
                writer.WriteList(values.Count);
                foreach (var each in values)
                {
                    Write(writer, each, depth);
                }

                break;
            default:
                throw Refused(value);
        }
    }

    private static int Deeper(int depth) => depth < BoltLimits.DepthMax
        ? depth + 1
        : throw new CypherException(
            CypherFailure.Statement, "", $"A parameter has more than {BoltLimits.DepthMax} lists and maps within each other.");

    private static CypherException Refused(object value) =>
        new(CypherFailure.Statement, "", $"A parameter cannot be of the type {value.GetType().Name}.");
}
