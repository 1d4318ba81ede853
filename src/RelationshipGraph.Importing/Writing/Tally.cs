using RelationshipGraph.Importing.Tables;
using RelationshipGraph.Model;
using RelationshipGraph.Problems;

namespace RelationshipGraph.Importing.Writing;

/// <summary>Counts what comes of the rows, and keeps the first refusals.</summary>
internal sealed class Tally
{
    private readonly long[] _created = new long[64];
    private readonly long[] _updated = new long[64];
    private readonly long[] _unchanged = new long[64];
    private readonly long[] _refused = new long[64];
    private readonly List<ImportRefusal> _refusals = [];
    private readonly List<PassedOver> _passedOver = [];

    /// <summary>Rows read.</summary>
    public long Rows { get; set; }

    public long RefusalsTotal { get; private set; }

    /// <summary>The place of the last commit in the feed.</summary>
    public long Sequence { get; set; }

    public void Created(RecordKind kind) => _created[(int)kind]++;

    public void Updated(RecordKind kind) => _updated[(int)kind]++;

    public void Unchanged(RecordKind kind) => _unchanged[(int)kind]++;

    public void Refuse(string file, Entry entry) => Refuse(file, entry.Line, entry.Kind, entry.Problem!);

    public void Refuse(string file, long line, RecordKind? kind, Problem problem)
    {
        if (kind is { } some)
        {
            _refused[(int)some]++;
        }

        Keep(new ImportRefusal(file, line, problem));
    }

    public void RefuseFile(string file, long line, Problem problem) => Keep(new ImportRefusal(file, line, problem));

    public void PassOver(PassedOver what) => _passedOver.Add(what);

    public ImportReport Report(ImportEnding ending, string? source) => new()
    {
        Ending = ending,
        Source = source,
        Created = ByName(_created),
        Updated = ByName(_updated),
        Unchanged = ByName(_unchanged),
        Refused = ByName(_refused),
        Refusals = [.. _refusals],
        RefusalsTotal = RefusalsTotal,
        PassedOver = [.. _passedOver],
        Sequence = Sequence,
    };

    /// <summary>What an import says that wrote nothing: no record became anything, only refusals count.</summary>
    public ImportReport ReportNothing(string? source) => Report(ImportEnding.Refused, source) with
    {
        Created = ByName(new long[64]),
        Updated = ByName(new long[64]),
        Unchanged = ByName(new long[64]),
        Sequence = 0,
    };

    private static Dictionary<string, long> ByName(long[] counts) => GraphModel.Kinds
        .Where(model => counts[(int)model.Kind] > 0)
        .ToDictionary(model => model.Name, model => counts[(int)model.Kind], StringComparer.Ordinal);

    private void Keep(ImportRefusal refusal)
    {
        RefusalsTotal++;
        if (_refusals.Count < Limits.ImportRefusalsMax)
        {
            _refusals.Add(refusal);
        }
    }
}
