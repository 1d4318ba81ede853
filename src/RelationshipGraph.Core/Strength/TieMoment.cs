using RelationshipGraph.Model;

namespace RelationshipGraph.Strength;

/// <summary>All that is known of a tie at the end of a UTC day.</summary>
/// <param name="Day">The day.</param>
/// <param name="Channels">A part for each channel on which the two were in contact by then; an empty state is none.</param>
/// <param name="Declared">
/// How strong somebody says the tie is; <see cref="TieStrength.Undeclared"/> where it is declared without a number, null where
/// nobody declares it.
/// </param>
public sealed record TieMoment(DateOnly Day, IReadOnlyList<ChannelMoment> Channels, TieStrength? Declared = null)
{
    /// <summary>Whether anything is known at all.</summary>
    public bool IsKnown => Declared is not null || Channels.Any(channel => !channel.Pair.IsEmpty);
}
