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
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(actor));
        Span<byte> part = stackalloc byte[16];
        BinaryPrimitives.WriteInt64LittleEndian(part, at.ToUnixTimeMilliseconds());
        hash.AppendData(part[..8]);
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
            hash.AppendData(part);
        }

        Span<byte> whole = stackalloc byte[32];
        hash.GetHashAndReset(whole);
        return new Guid(whole[..16]);
    }
}
