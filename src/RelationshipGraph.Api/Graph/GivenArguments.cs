using GraphQL;
using RelationshipGraph.Sessions;

namespace RelationshipGraph.Api.Graph;

/// <summary>The arguments that a field was given. What is null counts as not given.</summary>
internal readonly struct GivenArguments(IResolveFieldContext context)
{
    /// <summary>The input object, list or value of that name.</summary>
    public object? this[string name] =>
        context.Arguments is { } given && given.TryGetValue(name, out var argument) ? argument.Value : null;

    /// <summary>The day that everything below the field is seen as of; null: the day of what is above it.</summary>
    public DateOnly? AsOf => (DateOnly?)this["asOf"];

    /// <summary>Whether what does not count on the day is wanted too.</summary>
    public bool History => this["history"] is true;

    /// <summary>The part of a list.</summary>
    public PageArguments Page =>
        new((int?)this["first"], (string?)this["after"], (int?)this["last"], (string?)this["before"]);

    /// <summary>Whether anything of a list is wanted beside the number of its rows.</summary>
    public bool WantsRows
    {
        get
        {
            foreach (var (_, (_, wanted)) in context.SubFields ?? [])
            {
                if (wanted.Name is not ("totalCount" or "__typename"))
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>The input object of that name.</summary>
    public IDictionary<string, object?>? Object(string name) => (IDictionary<string, object?>?)this[name];
}
