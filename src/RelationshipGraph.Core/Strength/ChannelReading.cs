using RelationshipGraph.Model;

namespace RelationshipGraph.Strength;

/// <summary>What one channel says of a tie, and what that rests on.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Strength">How likely the two are to act on it within the horizon.</param>
/// <param name="Alive">How likely it is that the tie has not ended there.</param>
/// <param name="Pair">The evidence: contacts, sittings, directions, the first and the last of them.</param>
/// <param name="Form">The formula that was used.</param>
public sealed record ChannelReading(Channel Channel, TieStrength Strength, Share Alive, PairState Pair, StrengthForm Form);
