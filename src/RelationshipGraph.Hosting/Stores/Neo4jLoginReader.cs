using RelationshipGraph.Hosting.Settings;

namespace RelationshipGraph.Hosting.Stores;

/// <summary>Reads the settings <c>Neo4j</c>.</summary>
internal static class Neo4jLoginReader
{
    public static Neo4jLogin Read(SettingsReader reader)
    {
        var user = reader.Text("Neo4j:User");
        var password = reader.Text("Neo4j:Password");
        var database = reader.Text("Neo4j:Database");
        if (user is null && password is not null)
        {
            reader.Refuse("Neo4j:User", "is missing: there is a password without a user.");
        }
        else if (user is not null && password is null)
        {
            reader.Refuse("Neo4j:Password", "is missing: there is a user without a password.");
        }

        return new Neo4jLogin(user, password, database);
    }
}
