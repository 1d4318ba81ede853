using System.Buffers;
using System.Text;
using System.Text.Json;
using RelationshipGraph.Model;
using RelationshipGraph.Text;

namespace RelationshipGraph.Importing.JsonLines;

/// <summary>Writes records as lines of JSON, one after another into a buffer.</summary>
internal sealed class RecordLine : IDisposable
{
    private readonly ArrayBufferWriter<byte> _buffer = new(1 << 17);
    private readonly Utf8JsonWriter _json;

    public RecordLine() => _json = new Utf8JsonWriter(_buffer, PropertyJson.Options with { SkipValidation = true });

    /// <summary>The lines written since the last <see cref="Clear"/>.</summary>
    public ReadOnlyMemory<byte> Written => _buffer.WrittenMemory;

    public void Clear() => _buffer.ResetWrittenCount();

    public void AppendHeader()
    {
        _json.WriteStartObject();
        _json.WriteString("format"u8, ExportLines.Format);
        _json.WriteNumber("version"u8, ExportLines.Version);
        _json.WriteEndObject();
        EndLine();
    }

    public void Append(RecordModel model, Record record)
    {
        _json.WriteStartObject();
        _json.WriteString("type"u8, model.Name);
        foreach (var property in model.Properties)
        {
            var value = property.Get(record);
            if (!value.IsNothing)
            {
                _json.WritePropertyName(property.Name);
                PropertyJson.Write(_json, property.Type, Composed(value));
            }
        }

        _json.WriteEndObject();
        EndLine();
    }

    public void Dispose() => _json.Dispose();

    private void EndLine()
    {
        _json.Flush();
        _json.Reset();
        _buffer.GetSpan(1)[0] = (byte)'\n';
        _buffer.Advance(1);
    }

    // Every door composes texts; a store that was filled by other means is still exported in the one form.
    private static PropertyValue Composed(PropertyValue value) =>
        value.Primitive != PropertyPrimitive.Text || Ascii.IsValid(value.Text) || !Normal.IsWellFormed(value.Text)
            ? value
            : PropertyValue.Of(Normal.Nfc(value.Text));
}
