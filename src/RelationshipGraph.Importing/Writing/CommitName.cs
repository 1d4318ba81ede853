using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Importing.Writing;

/// <summary>
/// The id of a commit, from what it does: the same changes to the same records and versions are the same commit, so that sending
/// one again after an unclear ending does nothing twice.
/// </summary>
internal static class CommitName
{
    public static Guid Of(string actor, DateTimeOffset at, IReadOnlyList<Change> changes)
    {
        const int PartBytes = 16;
        var name = Encoding.UTF8.GetBytes(actor);
        var text = new byte[name.Length + 8 + (changes.Count * PartBytes)];
        name.CopyTo(text, 0);
        var part = text.AsSpan(name.Length);
        BinaryPrimitives.WriteInt64LittleEndian(part, at.ToUnixTimeMilliseconds());
        part = part[8..];
        foreach (var change in changes)
        {
            var version = change switch
            {
                Change.Create create => create.Record.Version,
                Change.Update update => update.Record.Version,
                _ => 0,
            };
            BinaryPrimitives.WriteInt64LittleEndian(part, change.Id.Value);
            BinaryPrimitives.WriteInt32LittleEndian(part[8..], change.SeenVersion);
            BinaryPrimitives.WriteInt32LittleEndian(part[12..], version);
            part = part[PartBytes..];
        }

        return new Guid(SHA256.HashData(text).AsSpan(0, PartBytes));
    }
}
