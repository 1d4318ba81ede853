using System.Reflection;
using System.Text.RegularExpressions;
using RelationshipGraph.Model;
using RelationshipGraph.Problems;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Tests.Core.Problems;

public sealed partial class ProblemTextTests
{
    private static readonly string[] Codes =
    [
        .. typeof(ProblemCode).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(field => field.IsLiteral)
            .Select(field => (string)field.GetRawConstantValue()!),
    ];

    public static TheoryData<string> AllCodes => [.. Codes];

    [Fact]
    public void Every_code_has_a_sentence_and_every_sentence_a_code() =>
        Assert.Equal(Codes.Order(StringComparer.Ordinal), ProblemText.Codes.Order(StringComparer.Ordinal));

    [Fact]
    public void Codes_are_upper_snake_case_after_their_names()
    {
        Assert.Equal(Codes.Distinct(), Codes);
        Assert.All(Codes, code => Assert.Matches("^[A-Z]+(_[A-Z0-9]+)*$", code));
    }

    [Theory]
    [MemberData(nameof(AllCodes))]
    public void Both_languages_say_it_in_a_sentence_with_the_same_placeholders(string code)
    {
        var problem = Problem.Of(code, "");
        var (english, danish) = (ProblemText.Of(problem, danish: false), ProblemText.Of(problem, danish: true));

        Assert.NotEqual(english, danish);
        Assert.Equal(PlaceholdersOf(english), PlaceholdersOf(danish));
        Assert.All([english, danish], text =>
        {
            Assert.True(text[^1] is '.' or '}', text);
            Assert.True(char.IsUpper(text[0]) || text[0] is '\'' or '"' or '{', text);
        });
    }

    [Fact]
    public void Arguments_take_the_place_of_their_names()
    {
        var problem = Problem.Of(ProblemCode.OutOfRange, "weight", ("min", "0"), ("max", "1"));

        Assert.Equal("The number must lie between 0 and 1.", ProblemText.Of(problem, danish: false));
        Assert.Equal("Tallet skal ligge mellem 0 og 1.", ProblemText.Of(problem, danish: true));
    }

    [Fact]
    public void A_problem_seen_from_outside_has_a_longer_path()
    {
        var problem = Problem.Of(ProblemCode.Required, "name");

        Assert.Equal("changes.3.input.name", problem.Under("input").Under("changes.3").Path);
        Assert.Equal("input", Problem.Of(ProblemCode.Required, "").Under("input").Path);
    }

    [Fact]
    public void Failures_of_the_store_have_codes_with_a_sentence()
    {
        GraphException[] failures =
        [
            new StoreUnavailableException("x"), new StoreBusyException("x"), new StoreCorruptException("x"),
            new StoreForeignException("x"), new StoreNewerException("x", 2, 1), new StoreFullException("x"),
            new StoreReadOnlyException("x"), new SearchTooBroadException(),
        ];

        Assert.All(failures, failure => Assert.Contains(failure.Code, Codes));
        Assert.Equal(
            [ProblemCode.StoreUnavailable, ProblemCode.StoreBusy],
            failures.Where(failure => failure.IsTransient).Select(failure => failure.Code));
    }

    [Fact]
    public void Every_reason_of_a_refusal_is_a_code() => Assert.All(
        Enum.GetValues<RefusalReason>(),
        reason => Assert.Contains(CodeNames.Upper(reason.ToString()), Codes));

    private static IEnumerable<string> PlaceholdersOf(string text) =>
        Placeholder().Matches(text).Select(match => match.Value).Order(StringComparer.Ordinal).Distinct();

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Placeholder();
}
