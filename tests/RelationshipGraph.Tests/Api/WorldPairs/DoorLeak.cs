namespace RelationshipGraph.Tests.Api.WorldPairs;

/// <summary>The ways in which what stands on the store can tell of what is hidden.</summary>
public enum DoorLeak
{
    /// <summary>Departments that a viewer may not see make colleagues.</summary>
    TeamsOverAll,

    /// <summary>Paths lead over hidden ties and memberships.</summary>
    PathsOverHiddenTies,

    /// <summary>Hidden interactions make ties strong.</summary>
    StrengthOfHiddenActs,

    /// <summary>Paths lead over hidden people, companies and networks.</summary>
    PathsOverHiddenNodes,

    /// <summary>Paths lead through networks whose membership is nobody's business.</summary>
    PathsThroughSensitiveNetworks,
}
