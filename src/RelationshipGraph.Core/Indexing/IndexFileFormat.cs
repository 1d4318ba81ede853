using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace RelationshipGraph.Indexing;

/// <summary>What writer and reader of an index file agree on.</summary>
internal static class IndexFileFormat
{
    /// <summary>
    /// Goes up with every change of what is in the arrays: a field, an order, or a constant by which strengths or days are made.
    /// </summary>
    public const int Version = 2;

    /// <summary>"RGINDEX" and a line feed.</summary>
    public const long Magic = 0x0A58_4544_4E49_4752;

    /// <summary>Tells files of programs apart that lay out structures otherwise.</summary>
    public static int Layout { get; } = HashCodeOf(
        Unsafe.SizeOf<Arc>(), Unsafe.SizeOf<Tie>(), Unsafe.SizeOf<Member>(), Unsafe.SizeOf<Joining>(),
        Unsafe.SizeOf<AccessRule>(), Unsafe.SizeOf<CostBounds>(), Unsafe.SizeOf<ActRow>(),
        Unsafe.SizeOf<Strand>(), Unsafe.SizeOf<Storage.Link>(), Unsafe.SizeOf<Storage.Point>());

    /// <summary>A check sum that goes on; finds what was cut or changed by accident.</summary>
    public static uint Add(uint sum, ReadOnlySpan<byte> bytes)
    {
        var words = MemoryMarshal.Cast<byte, ulong>(bytes);
        foreach (var word in words)
        {
            sum = BitOperations.Crc32C(sum, word);
        }

        foreach (var rest in bytes[(words.Length * sizeof(ulong))..])
        {
            sum = BitOperations.Crc32C(sum, rest);
        }

        return sum;
    }

    private static int HashCodeOf(params ReadOnlySpan<int> sizes)
    {
        var hash = 17;
        foreach (var size in sizes)
        {
            hash = unchecked((hash * 31) + size);
        }

        return hash;
    }
}
