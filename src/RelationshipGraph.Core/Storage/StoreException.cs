using RelationshipGraph.Problems;

namespace RelationshipGraph.Storage;

/// <summary>A store could not do what it should, whatever it was asked.</summary>
public abstract class StoreException(string code, string message, Exception? inner = null) : GraphException(code, message, inner);

/// <summary>The store did not answer. What was sent may have been done; repeating it is safe.</summary>
/// <param name="store">The store.</param>
/// <param name="what">What it does, as in <c>did not answer</c>: no secret, no value.</param>
/// <param name="inner">What it came from.</param>
public sealed class StoreUnavailableException(string store, string what, Exception? inner = null)
    : StoreException(ProblemCode.StoreUnavailable, $"The {store} store {what}.", inner)
{
    public StoreUnavailableException(string store, Exception? inner = null)
        : this(store, "did not answer", inner) { }

    public override bool IsTransient => true;
}

/// <summary>Another writer held the store for as long as we wait. Nothing was done.</summary>
public sealed class StoreBusyException(string store, Exception? inner = null)
    : StoreException(ProblemCode.StoreBusy, $"Another writer is at work in the {store} store.", inner)
{
    public override bool IsTransient => true;
}

/// <summary>The store's data are damaged.</summary>
public sealed class StoreCorruptException(string store, Exception? inner = null)
    : StoreException(ProblemCode.StoreCorrupt, $"The {store} store is damaged. Restore it from a backup.", inner);

/// <summary>What was opened is something else than a store of ours.</summary>
public sealed class StoreForeignException(string store, Exception? inner = null)
    : StoreException(ProblemCode.StoreForeign,
        $"This is not a {store} store of RelationshipGraph. Name another one, or an empty place.", inner);

/// <summary>The store was written by a newer version of the product.</summary>
public sealed class StoreNewerException(string store, int found, int known)
    : StoreException(ProblemCode.StoreNewer,
        $"The {store} store has schema version {found}; this program knows {known}. Use a newer program.");

/// <summary>There is no room left. Nothing was done.</summary>
public sealed class StoreFullException(string store, Exception? inner = null)
    : StoreException(ProblemCode.StoreFull, $"There is no room left for the {store} store.", inner);

/// <summary>The store can be read but not written. Nothing was done.</summary>
public sealed class StoreReadOnlyException(string store, Exception? inner = null)
    : StoreException(ProblemCode.StoreReadOnly, $"The {store} store can only be read here.", inner);

/// <summary>The store's server does not let us in, or is not what the settings say. Nothing was done.</summary>
/// <param name="store">The store.</param>
/// <param name="what">What to look at: no secret, no value.</param>
/// <param name="inner">What it came from.</param>
public sealed class StoreRefusedException(string store, string what, Exception? inner = null)
    : StoreException(ProblemCode.StoreRefused, $"The {store} server does not let us work with it. Check the {what}.", inner);

/// <summary>More nodes match than a search shows. More words find fewer.</summary>
public sealed class SearchTooBroadException()
    : StoreException(ProblemCode.SearchTooBroad, $"More than {Limits.SearchMatchesMax} matches. Add a word.");
