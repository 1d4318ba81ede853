using RelationshipGraph.Storage;

namespace RelationshipGraph.Importing;

/// <summary>One of the two stores of a copy failed; the message says which one.</summary>
public sealed class CopyStoreException : StoreException
{
    private CopyStoreException(CopySide side, StoreException failure)
        : base(failure.Code, $"{NameOf(side)}: {failure.Message}", failure)
    {
        Side = side;
        IsTransient = failure.IsTransient;
    }

    public CopySide Side { get; }

    public override bool IsTransient { get; }

    /// <summary>What the command line calls a side.</summary>
    public static string NameOf(CopySide side) => side == CopySide.From ? "--from" : "--to";

    /// <summary>Does something with one of the stores.</summary>
    /// <exception cref="CopyStoreException">The store failed.</exception>
    public static async Task<T> GuardAsync<T>(CopySide side, Func<Task<T>> act)
    {
        ArgumentNullException.ThrowIfNull(act);
        try
        {
            return await act();
        }
        catch (StoreException failure)
        {
            throw new CopyStoreException(side, failure);
        }
    }
}
