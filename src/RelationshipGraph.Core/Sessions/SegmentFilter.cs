using RelationshipGraph.Model;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Sessions;

/// <summary>Which companies belong to a segment.</summary>
internal static class SegmentFilter
{
    /// <summary>Every part of the segment that says something must hold; of several words one is enough.</summary>
    public static RecordFilter Of(Segment segment)
    {
        var company = GraphModel.Of(RecordKind.Company);
        var parts = new List<RecordFilter>();
        if (segment.IndustryCodes.Count > 0)
        {
            parts.Add(new RecordFilter.Or(ValueList.From(segment.IndustryCodes.Select(
                code => (RecordFilter)new RecordFilter.StartsWith(company["industryCode"], code)))));
        }

        AddIn("size", segment.Sizes.Select(size => CodeNames.Upper(size.ToString())));
        AddIn("region", segment.Regions);
        AddIn("relation", segment.Relations.Select(relation => CodeNames.Upper(relation.ToString())));
        return new RecordFilter.And(ValueList.From(parts));

        void AddIn(string property, IEnumerable<string> words)
        {
            var values = ValueList.From(words.Select(PropertyValue.Of));
            if (values.Count > 0)
            {
                parts.Add(new RecordFilter.In(company[property], values));
            }
        }
    }
}
