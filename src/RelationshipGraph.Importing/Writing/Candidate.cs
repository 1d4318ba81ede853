using System.Text.Json;
using RelationshipGraph.Importing.Tables;
using RelationshipGraph.Model;
using RelationshipGraph.Problems;

namespace RelationshipGraph.Importing.Writing;

/// <summary>What a draft becomes: a new record, a newer version of a stored one, or nothing.</summary>
internal sealed class Candidate(string source, RecordIds ids)
{
    private readonly PropertyValue _source = PropertyValue.Of(source);
    private readonly PropertyValue[] _values = new PropertyValue[GraphModel.Kinds.Max(model => model.Properties.Count)];

    /// <summary>Makes the record as it is if there is none yet, and its key.</summary>
    public void Make(Draft draft, DateTimeOffset now)
    {
        var model = draft.Model;
        draft.Id = draft.Entry.Reserved.Kind == model.Kind ? draft.Entry.Reserved : ids.Next(model.Kind);
        var properties = model.Properties;
        var said = _values.AsSpan(0, properties.Count);
        draft.Values.CopyTo(said);
        for (var i = 0; i < properties.Count && properties[i].IsSystem; i++)
        {
            said[i] = properties[i].Name switch
            {
                "id" => PropertyValue.Of(draft.Id),
                "source" => _source,
                "externalId" => draft.ExternalId is { } external ? PropertyValue.Of(external) : default,
                "version" => PropertyValue.Of(1L),
                "createdAt" or "updatedAt" => PropertyValue.Of(now),
                "knownSince" => !said[i].IsNothing ? said[i]
                    : PropertyValue.Of(draft.KnownSince ?? DateOnly.FromDateTime(now.UtcDateTime)),
                "fromId" => PropertyValue.Of(draft.From.Id),
                "toId" => PropertyValue.Of(draft.To.Id),
                _ => default,
            };
        }

        draft.Candidate = model.Build(said);
        draft.Key = draft.Candidate.NaturalKey!.Value;
    }

    /// <summary>Sets what is to be written, if anything.</summary>
    /// <returns>Why it cannot be.</returns>
    public static Problem? Decide(Draft draft, Record? stored, DateTimeOffset now)
    {
        draft.Stored = stored;
        draft.Id = stored?.Id ?? draft.Candidate!.Id;
        draft.Result = stored is null ? draft.Candidate : Newer(draft, stored, now);
        if (draft.Result is null)
        {
            return null;
        }

        if (draft.Result is Relationship { FromId: var from, ToId: var to } && from == to)
        {
            return Problem.Of(ProblemCode.SelfTie, string.Empty);
        }

        return draft.Model is { From: { } first, Until: { } last }
            && first.Get(draft.Result) is { IsNothing: false } start
            && last.Get(draft.Result) is { IsNothing: false } end
            && end.Integer < start.Integer
                ? Problem.Of(ProblemCode.PeriodReversed, draft.UntilColumn)
                : null;
    }

    /// <summary>The stored record with what the row says otherwise; null where it says nothing else.</summary>
    private static Record? Newer(Draft draft, Record stored, DateTimeOffset now)
    {
        List<KeyValuePair<PropertyModel, PropertyValue>>? changes = null;
        var properties = draft.Model.Properties;
        for (var i = 0; i < properties.Count; i++)
        {
            var said = draft.Values[i];
            if (said.IsNothing)
            {
                continue;
            }

            var kept = properties[i].Get(stored);
            if (draft.IsAdding && properties[i].Type == PropertyType.TextList)
            {
                said = Joined(kept, said);
            }

            if (said != kept)
            {
                (changes ??= []).Add(new(properties[i], said));
            }
        }

        if (changes is null)
        {
            return null;
        }

        changes.Add(new(draft.Model["version"], PropertyValue.Of((long)stored.Version + 1)));
        changes.Add(new(draft.Model["updatedAt"], PropertyValue.Of(now)));
        return stored.With(changes);
    }

    private static PropertyValue Joined(PropertyValue kept, PropertyValue said) =>
        kept.IsNothing ? said : SourceRow.ListOf(TextsOf(kept).Concat(TextsOf(said)));

    private static List<string> TextsOf(PropertyValue list)
    {
        using var json = JsonDocument.Parse(list.Text);
        return [.. json.RootElement.EnumerateArray().Select(entry => entry.GetString()!)];
    }
}
