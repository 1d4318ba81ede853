using RelationshipGraph.Model;
using RelationshipGraph.Problems;

namespace RelationshipGraph.Tests.Core.Model;

public sealed class PropertyCheckTests
{
    private static readonly RecordModel Contact = GraphModel.Of(RecordKind.Contact);
    private static readonly RecordModel Network = GraphModel.Of(RecordKind.Network);

    [Fact]
    public void Nothing_is_allowed_only_where_a_record_may_be_without()
    {
        Assert.Null(PropertyCheck.Of(Contact["title"], default));
        Assert.Null(PropertyCheck.Of(Contact["topics"], default));
        Assert.Null(PropertyCheck.Of(Network["seatFee"], default));
        AssertProblem(ProblemCode.Required, "name", Contact["name"], default);
        AssertProblem(ProblemCode.Required, "currency", Network["currency"], default);
        AssertProblem(ProblemCode.Required, "isSensitive", Network["isSensitive"], default);
    }

    [Fact]
    public void A_text_has_a_greatest_length()
    {
        Assert.Null(PropertyCheck.Of(Contact["title"], Text(new string('å', Limits.ShortTextMax))));
        AssertProblem(ProblemCode.TooLong, "title", Contact["title"], Text(new string('å', Limits.ShortTextMax + 1)));
        Assert.Null(PropertyCheck.Of(Contact["source"], Text(new string('a', 100))));
        AssertProblem(ProblemCode.TooLong, "source", Contact["source"], Text(new string('a', 101)));
        var idea = GraphModel.Of(RecordKind.Idea)["text"];
        Assert.Null(PropertyCheck.Of(idea, Text(new string('a', Limits.LongTextMax))));
        AssertProblem(ProblemCode.TooLong, "text", idea, Text(new string('a', Limits.LongTextMax + 1)));
    }

    [Theory]
    [InlineData(new[] { 'a', '\0' })]
    [InlineData(new[] { '\uD83D' })]
    [InlineData(new[] { '\uFFFF' })]
    public void A_text_is_well_formed(char[] text) =>
        AssertProblem(ProblemCode.BadText, "title", Contact["title"], Text(new string(text)));

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("\u00A0\t")]
    public void A_required_text_holds_more_than_space(string text)
    {
        AssertProblem(ProblemCode.Required, "name", Contact["name"], Text(text));
        Assert.Null(PropertyCheck.Of(Contact["title"], Text(text)));
    }

    [Theory]
    [InlineData(RecordKind.Network, "noticeMonths", 0, 120)]
    [InlineData(RecordKind.Network, "feePeriodMonths", 1, 120)]
    [InlineData(RecordKind.Company, "employeeCount", 0, int.MaxValue)]
    [InlineData(RecordKind.Network, "entryFee", 0, MinorUnits.ValueMax)]
    public void A_whole_number_lies_in_its_range(RecordKind kind, string name, long min, long max)
    {
        var property = GraphModel.Of(kind)[name];
        Assert.Null(PropertyCheck.Of(property, PropertyValue.Of(min)));
        Assert.Null(PropertyCheck.Of(property, PropertyValue.Of(max)));
        AssertProblem(ProblemCode.OutOfRange, name, property, PropertyValue.Of(min - 1));
        AssertProblem(ProblemCode.OutOfRange, name, property, PropertyValue.Of(max + 1));
    }

    [Fact]
    public void A_number_lies_in_its_range()
    {
        var strength = GraphModel.Of(RecordKind.Knows)["declaredStrength"];
        Assert.Null(PropertyCheck.Of(strength, PropertyValue.Of(0.0)));
        Assert.Null(PropertyCheck.Of(strength, PropertyValue.Of(1.0)));
        AssertProblem(ProblemCode.OutOfRange, "declaredStrength", strength, PropertyValue.Of(Math.BitIncrement(1.0)));
        AssertProblem(ProblemCode.OutOfRange, "declaredStrength", strength, PropertyValue.Of(-double.Epsilon));
    }

    [Fact]
    public void A_code_is_one_of_its_words_to_the_letter()
    {
        var form = Network["form"];
        Assert.All(form.Codes, code => Assert.Null(PropertyCheck.Of(form, Text(code.Name))));
        AssertProblem(ProblemCode.UnknownCode, "form", form, Text("online"));
        var problem = AssertProblem(ProblemCode.UnknownCode, "form", form, Text(new string('X', 300)));
        Assert.Equal(60, problem.Arguments["value"].Length);
        Assert.Contains("ONLINE", problem.Arguments["allowed"]);
    }

    [Fact]
    public void An_id_names_a_kind_it_may()
    {
        Assert.Null(PropertyCheck.Of(Contact["ownerId"], PropertyValue.Of(Some.Id(RecordKind.Employee))));
        AssertProblem(ProblemCode.WrongKind, "ownerId", Contact["ownerId"], PropertyValue.Of(Some.Id(RecordKind.Contact)));
    }

    [Fact]
    public void Days_and_instants_lie_in_the_calendar()
    {
        var (day, at) = (Network["foundedOn"], GraphModel.Of(RecordKind.Meeting)["startsAt"]);
        Assert.Null(PropertyCheck.Of(day, PropertyValue.Of(DateOnly.MinValue)));
        Assert.Null(PropertyCheck.Of(day, PropertyValue.Of(DateOnly.MaxValue)));
        AssertProblem(ProblemCode.Malformed, "foundedOn", day, PropertyValue.Of(-719_163L));
        AssertProblem(ProblemCode.Malformed, "foundedOn", day, PropertyValue.Of(2_932_897L));
        Assert.Null(PropertyCheck.Of(at, PropertyValue.Of(DateTimeOffset.MinValue)));
        Assert.Null(PropertyCheck.Of(at, PropertyValue.Of(DateTimeOffset.MaxValue)));
        AssertProblem(ProblemCode.Malformed, "startsAt", at, PropertyValue.Of(253_402_300_800_000L));
        AssertProblem(ProblemCode.Malformed, "startsAt", at, PropertyValue.Of(long.MinValue));
    }

    [Theory]
    [InlineData("emails", "a@b.dk", true)]
    [InlineData("emails", "søren.å+1@øst.example.com", true)]
    [InlineData("emails", "a", false)]
    [InlineData("emails", "a@", false)]
    [InlineData("emails", "@b.dk", false)]
    [InlineData("emails", "a b@c.dk", false)]
    [InlineData("emails", "a@b@c.dk", false)]
    [InlineData("emails", "a@b.dk,c@d.dk", false)]
    [InlineData("emails", "a@b.dk\n", false)]
    [InlineData("emails", "", false)]
    public void An_address_has_its_form(string property, string entry, bool isAllowed)
    {
        var problem = PropertyCheck.Of(Contact[property], List(entry));

        Assert.Equal(isAllowed ? null : ProblemCode.Malformed, problem?.Code);
        Assert.Equal(isAllowed ? null : $"{property}.0", problem?.Path);
    }

    [Theory]
    [InlineData(RecordKind.Company, "domain", "example.dk", true)]
    [InlineData(RecordKind.Company, "domain", "øst.example.co.uk", true)]
    [InlineData(RecordKind.Company, "domain", "example", false)]
    [InlineData(RecordKind.Company, "domain", "https://example.dk", false)]
    [InlineData(RecordKind.Company, "domain", "-a.dk", false)]
    [InlineData(RecordKind.Company, "domain", "a..dk", false)]
    [InlineData(RecordKind.Company, "domain", "example.dk/", false)]
    [InlineData(RecordKind.Company, "country", "DK", true)]
    [InlineData(RecordKind.Company, "country", "dk", false)]
    [InlineData(RecordKind.Company, "country", "DNK", false)]
    [InlineData(RecordKind.Company, "country", "DK\n", false)]
    [InlineData(RecordKind.Network, "currency", "DKK", true)]
    [InlineData(RecordKind.Network, "currency", "kr.", false)]
    [InlineData(RecordKind.Network, "currency", "ÆØÅ", false)]
    public void A_formatted_text_has_its_form(RecordKind kind, string name, string text, bool isAllowed) =>
        Assert.Equal(isAllowed ? null : ProblemCode.Malformed, PropertyCheck.Of(GraphModel.Of(kind)[name], Text(text))?.Code);

    [Fact]
    public void A_list_has_a_greatest_count_and_each_entry_is_checked()
    {
        Assert.Null(PropertyCheck.Of(Contact["topics"], List([.. Enumerable.Repeat("a", Limits.ListMax)])));
        AssertProblem(
            ProblemCode.TooMany, "topics", Contact["topics"], List([.. Enumerable.Repeat("a", Limits.ListMax + 1)]));
        AssertProblem(ProblemCode.TooLong, "topics.1", Contact["topics"], List("a", new string('b', Limits.ShortTextMax + 1)));
        AssertProblem(ProblemCode.Malformed, "topics.1", Contact["topics"], Text("[\"a\",1]"));
        AssertProblem(ProblemCode.Malformed, "topics.0", Contact["topics"], Text("[null]"));
        AssertProblem(ProblemCode.UnknownCode, "purposes.0", Network["purposes"], List("FUN"));
        var reused = GraphModel.Of(RecordKind.Insight)["reusedByIds"];
        AssertProblem(ProblemCode.WrongKind, "reusedByIds.0", reused, List(Some.Id(RecordKind.Contact).ToString()));
        AssertProblem(ProblemCode.Malformed, "reusedByIds.0", reused, List("emp_1"));
    }

    [Theory]
    [InlineData("""{"channel":"EMAIL","isAllowed":true}""", null, null)]
    [InlineData("""{"channel":"EMAIL","isAllowed":false,"basis":null,"givenOn":"2026-01-15"}""", null, null)]
    [InlineData("""{"isAllowed":true}""", ProblemCode.Required, "permissions.0.channel")]
    [InlineData("""{"channel":"EMAIL"}""", ProblemCode.Required, "permissions.0.isAllowed")]
    [InlineData("""{"channel":"FAX","isAllowed":true}""", ProblemCode.UnknownCode, "permissions.0.channel")]
    [InlineData("""{"channel":"EMAIL","isAllowed":1}""", ProblemCode.Malformed, "permissions.0.isAllowed")]
    [InlineData("""{"channel":"EMAIL","isAllowed":true,"x":1}""", ProblemCode.Malformed, "permissions.0.x")]
    [InlineData("[]", ProblemCode.Malformed, "permissions.0")]
    [InlineData("null", ProblemCode.Malformed, "permissions.0")]
    public void A_document_is_checked_field_by_field(string document, string? code, string? path)
    {
        var problem = PropertyCheck.Of(Contact["permissions"], Text($"[{document}]"));

        Assert.Equal((code, path), (problem?.Code, problem?.Path));
    }

    [Fact]
    public void A_list_in_a_document_is_checked_with_its_whole_path() => AssertProblem(
        ProblemCode.UnknownCode,
        "wishes.1.purposes.0",
        GraphModel.Of(RecordKind.Strategy)["wishes"],
        Text("""[{},{"purposes":["FUN"]}]"""));

    [Fact]
    public void Every_problem_has_a_whole_sentence_in_both_languages()
    {
        Problem?[] problems =
        [
            PropertyCheck.Of(Contact["name"], default),
            PropertyCheck.Of(Contact["title"], Text(new string('a', 501))),
            PropertyCheck.Of(Contact["title"], Text("\0")),
            PropertyCheck.Of(Network["form"], Text("x")),
            PropertyCheck.Of(Network["currency"], Text("x")),
            PropertyCheck.Of(Network["noticeMonths"], PropertyValue.Of(-1L)),
            PropertyCheck.Of(Contact["ownerId"], PropertyValue.Of(Some.Id(RecordKind.Goal))),
            PropertyCheck.Of(Contact["topics"], List([.. Enumerable.Repeat("a", Limits.ListMax + 1)])),
        ];

        Assert.All(problems, problem =>
        {
            Assert.DoesNotContain("{", ProblemText.Of(problem!, danish: false));
            Assert.DoesNotContain("{", ProblemText.Of(problem!, danish: true));
        });
    }

    private static PropertyValue Text(string text) => PropertyValue.Of(text);

    private static PropertyValue List(params string[] entries) =>
        PropertyValue.Of(System.Text.Json.JsonSerializer.Serialize(entries));

    private static Problem AssertProblem(string code, string path, PropertyModel property, PropertyValue value)
    {
        var problem = PropertyCheck.Of(property, value);
        Assert.Equal((code, path), (problem?.Code, problem?.Path));
        return problem!;
    }
}
