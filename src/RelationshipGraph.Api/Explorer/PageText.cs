namespace RelationshipGraph.Api.Explorer;

/// <summary>The words of the query page, by their place in it.</summary>
internal static class PageText
{
    public static IReadOnlyDictionary<string, string> English { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["signInAs"] = "Sign in as",
        ["role"] = "with the role",
        ["signIn"] = "Sign in",
        ["token"] = "or with a token",
        ["use"] = "Use",
        ["signedOut"] = "Not signed in",
        ["signOut"] = "Sign out",
        ["signedInAs"] = "Signed in as",
        ["notAToken"] = "This is not a token.",
        ["signInFirst"] = "Sign in first: nothing is answered without a token.",
        ["ended"] = "The token is no longer valid. Sign in again.",
        ["nobody"] = "nobody, just the role",
        ["firstQuery"] = Question("Sign in above, then press the arrow.", "The book to the left shows all that can be asked."),
    };

    public static IReadOnlyDictionary<string, string> Danish { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["signInAs"] = "Log ind som",
        ["role"] = "med rollen",
        ["signIn"] = "Log ind",
        ["token"] = "eller med et token",
        ["use"] = "Brug",
        ["signedOut"] = "Ikke logget ind",
        ["signOut"] = "Log ud",
        ["signedInAs"] = "Logget ind som",
        ["notAToken"] = "Dette er ikke et token.",
        ["signInFirst"] = "Log ind først: intet besvares uden et token.",
        ["ended"] = "Tokenet gælder ikke længere. Log ind igen.",
        ["nobody"] = "ingen, kun rollen",
        ["firstQuery"] = Question("Log ind ovenfor, og tryk så på pilen.", "Bogen til venstre viser, hvad der kan spørges om."),
    };

    private static string Question(string how, string where) =>
        $$"""
        # {{how}}
        # {{where}}
        {
          viewer {
            roles
            employee {
              name
            }
          }
        }
        """;
}
