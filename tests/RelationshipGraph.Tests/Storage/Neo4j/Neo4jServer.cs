using RelationshipGraph.Storage.Neo4j.Bolt;

namespace RelationshipGraph.Tests.Storage.Neo4j;

/// <summary>The disposable server that the environment names. What is in it is wiped.</summary>
internal static class Neo4jServer
{
    /// <summary>Tests that use the server run one after the other.</summary>
    public const string Collection = "Neo4jServer";

    /// <summary>Why tests that need a server are skipped; null where they run.</summary>
    public static string? WhatIsMissing { get; } =
        Environment.GetEnvironmentVariable("RELATIONSHIPGRAPH_REQUIRE_NEO4J") == "1"
        || Environment.GetEnvironmentVariable("RELATIONSHIPGRAPH_TEST_NEO4J") is { Length: > 0 }
            ? null
            : "RELATIONSHIPGRAPH_TEST_NEO4J names no server, as in bolt://127.0.0.1:7687.";

    /// <summary>The folder of the script that starts servers, for tests that kill one; null where there is none.</summary>
    public static string? Fixture { get; } =
        Environment.GetEnvironmentVariable("RELATIONSHIPGRAPH_TEST_NEO4J_FIXTURE") is { Length: > 0 } folder ? folder : null;

    /// <summary>As in <c>bolt://127.0.0.1:7687</c>.</summary>
    public static string Address => Of("RELATIONSHIPGRAPH_TEST_NEO4J");

    public static string User => Of("RELATIONSHIPGRAPH__NEO4J__USER");

    public static string Password => Of("RELATIONSHIPGRAPH__NEO4J__PASSWORD");

    /// <summary>A client of the server.</summary>
    public static BoltTransport Connect(
        BoltOptions? options = null, string? address = null, BoltCredentials? credentials = null) => BoltTransport.Create(
            BoltAddress.Parse(address ?? Address),
            credentials ?? BoltCredentials.Basic(User, Password),
            options ?? new BoltOptions(),
            TimeProvider.System,
            new Random(1));

    private static string Of(string variable) => Environment.GetEnvironmentVariable(variable)
        ?? throw new InvalidOperationException($"{variable} is not set.");
}
