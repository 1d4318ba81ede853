using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace RelationshipGraph.Hosting.Tokens;

/// <summary>A secret that tokens are signed and checked with. Never shows itself.</summary>
public sealed class SigningKey
{
    /// <summary>HMAC-SHA-256 takes no less.</summary>
    public const int BytesMin = 32;

    private const int DistinctMin = 8;
    private const int MadeBytes = 48;

    private SigningKey(byte[] bytes) => Bytes = bytes;

    /// <summary>The secret.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>The key of a text: its bytes in UTF-8, as they are.</summary>
    /// <returns>False if it is too short, or made of a few letters only.</returns>
    public static bool TryCreate(string text, [NotNullWhen(true)] out SigningKey? key)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        key = bytes.Length >= BytesMin && bytes.Distinct().Count() >= DistinctMin ? new SigningKey(bytes) : null;
        return key is not null;
    }

    /// <summary>A new secret as text.</summary>
    public static string MakeText() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(MadeBytes));

    public override string ToString() => "(secret)";
}
