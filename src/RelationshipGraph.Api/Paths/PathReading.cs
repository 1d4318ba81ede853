using System.Globalization;
using RelationshipGraph.Api.Graph;
using RelationshipGraph.Model;
using RelationshipGraph.Paths;
using RelationshipGraph.Problems;
using RelationshipGraph.Sessions;

namespace RelationshipGraph.Api.Paths;

/// <summary>Reads the arguments of a search for introduction paths.</summary>
internal static class PathReading
{
    private static readonly RecordKind[] Persons = [RecordKind.Employee, RecordKind.Contact];

    /// <summary>What is searched for.</summary>
    /// <exception cref="RequestException">An argument is not valid; the path says which.</exception>
    public static PathQuery Read(Session session, GivenArguments given)
    {
        var to = IdOf((string)given["to"]!, "to", [.. Persons, RecordKind.Company]);
        return new PathQuery(to, FromOf(session, given), DayOf(session))
        {
            HopsMax = Within((int?)given["maxHops"] ?? Limits.PathHopsDefault, 1, Limits.PathHopsMax, "maxHops"),
            PathsMax = Within((int?)given["first"] ?? Limits.PathsDefault, 1, Limits.PathsMax, "first"),
            StrengthMin = new TieStrength(Within(NumberOf(given, "minStrength") ?? 0, 0, 1, "minStrength")),
            HopDiscount = Within(NumberOf(given, "hopDiscount") ?? .8, .01, 1, "hopDiscount"),
            Through = ThroughOf(given),
            Avoid = PeopleOf(given, "avoid", Limits.PathPeopleMax),
            Require = given["require"] is string require ? IdOf(require, "require", Persons) : null,
            IsDiverse = given["diverse"] is true,
            IsDeclaredOnly = given["declaredOnly"] is true,
        };
    }

    /// <summary>Refuses what contradicts itself.</summary>
    /// <exception cref="RequestException">Who is avoided or required is an end of the path, or both.</exception>
    public static PathQuery Checked(PathQuery query)
    {
        if (query.Require is { } require && (require == query.From || require == query.To))
        {
            throw new RequestException(Problem.Of(
                ProblemCode.BadRequest, "require", ("reason", "who is required stands between the ends of a path")));
        }

        return query.Avoid.Any(id => id == query.From || id == query.To || id == query.Require)
            ? throw new RequestException(Problem.Of(
                ProblemCode.BadRequest, "avoid", ("reason", "who is avoided is neither an end of a path nor required")))
            : query;
    }

    /// <summary>Reads whom ways are looked for to; one of both.</summary>
    /// <exception cref="RequestException">An argument is not valid; the path says which.</exception>
    public static (PathQuery Query, ValueList<RecordId> To, RecordId? Segment) ReadEach(Session session, GivenArguments given)
    {
        var to = PeopleOf(given, "to", Limits.PathTargetsMax);
        RecordId? segment = given["segment"] is string text ? IdOf(text, "segment", [RecordKind.Segment]) : null;
        if (to.Count > 0 == segment is not null)
        {
            throw new RequestException(Problem.Of(
                ProblemCode.BadRequest, "to", ("reason", "either to or segment says whom ways are looked for to")));
        }

        var from = FromOf(session, given);
        return (new PathQuery(to.Count > 0 ? to[0] : default, from, DayOf(session))
        {
            HopsMax = Within((int?)given["maxHops"] ?? Limits.PathHopsDefault, 1, Limits.PathHopsMax, "maxHops"),
            StrengthMin = new TieStrength(Within(NumberOf(given, "minStrength") ?? 0, 0, 1, "minStrength")),
            HopDiscount = Within(NumberOf(given, "hopDiscount") ?? .8, .01, 1, "hopDiscount"),
            Through = ThroughOf(given),
            Avoid = ValueList.From(PeopleOf(given, "avoid", Limits.PathPeopleMax).Where(id => id != from)),
        }, to, segment);
    }

    /// <summary>Reads the arguments of a map.</summary>
    /// <exception cref="RequestException">An argument is not valid; the path says which.</exception>
    public static MapQuery ReadMap(Session session, GivenArguments given)
    {
        var around = PeopleOf(given, "around", Limits.MapCentresMax);
        return new MapQuery(around.Count > 0 ? around : [PersonOf(session, given, "around")], DayOf(session))
        {
            HopsMax = Within((int?)given["maxHops"] ?? 1, 0, Limits.MapHopsMax, "maxHops"),
            PeopleMax = Within((int?)given["first"] ?? 50, 1, Limits.PageRowsMax, "first"),
            StrengthMin = new TieStrength(Within(NumberOf(given, "minStrength") ?? 0, 0, 1, "minStrength")),
            Through = ThroughOf(given),
        };
    }

    private static ValueList<RecordId> PeopleOf(GivenArguments given, string name, int max)
    {
        if (given[name] is not IEnumerable<object?> listed)
        {
            return [];
        }

        var ids = ValueList.From(listed.Select(one => IdOf((string)one!, name, Persons)).Distinct());
        return ids.Count <= max
            ? ids
            : throw new RequestException(Problem.Of(
                ProblemCode.TooMany, name, ("max", max.ToString(CultureInfo.InvariantCulture))));
    }

    /// <summary>Reads the arguments of a look at the contacts' contacts.</summary>
    /// <exception cref="RequestException">An argument is not valid; the path says which.</exception>
    public static SecondDegreeQuery ReadSecondDegree(Session session, GivenArguments given) =>
        new(PersonOf(session, given, "of"), DayOf(session))
        {
            Order = (SecondDegreeOrder?)given["orderBy"] ?? SecondDegreeOrder.Likelihood,
            Kind = (RecordKind?)given["kind"],
            WorksAt = given["worksAt"] is string company ? IdOf(company, "worksAt", [RecordKind.Company]) : null,
            StrengthMin = new TieStrength(Within(NumberOf(given, "minStrength") ?? 0, 0, 1, "minStrength")),
        };

    /// <summary>Reads the arguments of a count of who is within reach.</summary>
    /// <exception cref="RequestException">An argument is not valid; the path says which.</exception>
    public static ReachQuery ReadReach(Session session, GivenArguments given) => new(FromOf(session, given), DayOf(session))
    {
        HopsMax = Within((int?)given["maxHops"] ?? 2, 1, Limits.PathHopsMax, "maxHops"),
        ScoreMin = new TieStrength(Within(NumberOf(given, "minScore") ?? 0, 0, 1, "minScore")),
        HopDiscount = Within(NumberOf(given, "hopDiscount") ?? .8, .01, 1, "hopDiscount"),
        Through = ThroughOf(given),
    };

    /// <summary>Reads whose tie to whom is asked about.</summary>
    /// <exception cref="RequestException">An argument is not valid; the path says which.</exception>
    public static (RecordId Of, RecordId With) ReadTie(Session session, GivenArguments given) =>
        (PersonOf(session, given, "of"), IdOf((string)given["with"]!, "with", Persons));

    /// <summary>Reads the arguments of a list of ties.</summary>
    /// <exception cref="RequestException">An argument is not valid; the path says which.</exception>
    public static (TieListQuery Query, RecordId? Segment) ReadTieList(
        Session session, GivenArguments given, TieListOrder order)
    {
        RecordId? company = given["worksAt"] is string one ? IdOf(one, "worksAt", [RecordKind.Company]) : null;
        RecordId? segment = given["segment"] is string other ? IdOf(other, "segment", [RecordKind.Segment]) : null;
        if (company is not null && segment is not null)
        {
            throw new RequestException(Problem.Of(
                ProblemCode.BadRequest, "segment", ("reason", "worksAt and segment exclude each other")));
        }

        return (new TieListQuery(FromOf(session, given, "of"), DayOf(session))
        {
            Order = order,
            Kind = (RecordKind?)given["kind"],
            Companies = company is { } at ? [at] : null,
            StrengthMin = new TieStrength(Within(NumberOf(given, "minStrength") ?? 0, 0, 1, "minStrength")),
        }, segment);
    }

    // Nobody knows yet who will be in contact, or leave.
    private static DateOnly DayOf(Session session) => session.AsOf <= session.Today
        ? session.AsOf
        : throw new RequestException(Problem.Of(
            ProblemCode.DayInFuture, "asOf", ("today", session.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))));

    private static Through ThroughOf(GivenArguments given) => given["through"] is IEnumerable<object?> through
        ? through.Aggregate(Through.None, (all, one) => all | (Through)one!)
        : Through.All;

    private static RecordId PersonOf(Session session, GivenArguments given, string name) =>
        given[name] is string text ? IdOf(text, name, Persons)
            : session.Viewer.Employee is { IsNone: false } employee ? employee
            : throw new RequestException(Problem.Of(ProblemCode.Required, name));

    private static RecordId? FromOf(Session session, GivenArguments given, string name = "from")
    {
        var isAny = given["anyEmployee"] is true;
        return !isAny ? PersonOf(session, given, name)
            : given[name] is null ? null
            : throw new RequestException(Problem.Of(
                ProblemCode.BadRequest, "anyEmployee", ("reason", $"{name} and anyEmployee exclude each other")));
    }

    private static RecordId IdOf(string text, string path, IReadOnlyList<RecordKind> kinds)
    {
        if (!RecordId.TryParse(text, out var id))
        {
            throw new RequestException(Problem.Of(ProblemCode.Malformed, path, ("form", "emp_0c5k2v8q0004g")));
        }

        return kinds.Contains(id.Kind)
            ? id
            : throw new RequestException(Problem.Of(ProblemCode.WrongKind, path, ("allowed", string.Join(", ", kinds))));
    }

    private static double? NumberOf(GivenArguments given, string name) =>
        given[name] is IConvertible number ? number.ToDouble(CultureInfo.InvariantCulture) : null;

    // Stated positively, so that what is no number is refused.
    private static T Within<T>(T value, T min, T max, string path)
        where T : IComparable<T>, IFormattable =>
        value.CompareTo(min) >= 0 && value.CompareTo(max) <= 0
            ? value
            : throw new RequestException(Problem.Of(
                ProblemCode.OutOfRange, path,
                ("min", min.ToString(null, CultureInfo.InvariantCulture)),
                ("max", max.ToString(null, CultureInfo.InvariantCulture))));
}
