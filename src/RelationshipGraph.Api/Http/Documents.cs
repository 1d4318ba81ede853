using System.Collections.Concurrent;
using System.Globalization;
using GraphQL.Execution;
using GraphQLParser;
using GraphQLParser.Exceptions;
using RelationshipGraph.Hosting.Settings;
using RelationshipGraph.Problems;

namespace RelationshipGraph.Api.Http;

/// <summary>Parses documents, keeps them within their limits, and remembers the ones that the schema's rules have
/// passed.</summary>
internal sealed class Documents(ProductSettings settings)
{
    private const int CharactersMax = 4_000_000;

    // A level of fields is a field and its selections; filters nest in the arguments.
    private const int TreeLevelsEach = 4;
    private const int TreeLevelsMore = 64;

    private readonly RequestLimits _limits = settings.Requests;
    private readonly Lock _turning = new();

    // Two halves: the young one takes new documents until it is full, then it becomes the old one and the old one goes. What is
    // asked again moves back into the young half.
    private Half _young = new();
    private Half _old = new();

    /// <summary>The document of a text, parsed and within its limits.</summary>
    public DocumentOutcome Read(string text)
    {
        if (Find(text) is { } known)
        {
            return new DocumentOutcome.Read(known);
        }

        try
        {
            if (CountTokens(text) > _limits.TokensMax)
            {
                return Refuse(ProblemCode.QueryTooLong, _limits.TokensMax);
            }

            var document = Parser.Parse(text, new ParserOptions
            {
                Ignore = IgnoreOptions.Comments,
                MaxDepth = (_limits.DepthMax * TreeLevelsEach) + TreeLevelsMore,
            });
            return AliasCount.Of(document) > _limits.AliasesMax
                ? Refuse(ProblemCode.QueryTooManyAliases, _limits.AliasesMax)
                : new DocumentOutcome.Read(new CheckedDocument(document, text.Length));
        }
        catch (GraphQLSyntaxErrorException e)
        {
            var error = new SyntaxError(e);
            return new DocumentOutcome.Refused(
                Problem.Of(ProblemCode.QuerySyntax, string.Empty, ("reason", e.Description)), error);
        }
        catch (GraphQLMaxDepthExceededException)
        {
            return Refuse(ProblemCode.QueryTooDeep, _limits.DepthMax);
        }
    }

    /// <summary>Remembers a document that the schema's rules have passed.</summary>
    public void Keep(string text, CheckedDocument document)
    {
        if (_limits.DocumentsMax > 0 && !document.IsValid)
        {
            Put(text, document with { IsValid = true });
        }
    }

    private static DocumentOutcome.Refused Refuse(string code, int max) =>
        new(Problem.Of(code, string.Empty, ("max", max.ToString(CultureInfo.InvariantCulture))));

    private int CountTokens(string text)
    {
        ROM source = text;
        var (count, at) = (0, 0);
        while (count <= _limits.TokensMax)
        {
            var token = Lexer.Lex(source, at);
            if (token.Kind == TokenKind.EOF)
            {
                break;
            }

            count++;
            at = token.End;
        }

        return count;
    }

    private CheckedDocument? Find(string text)
    {
        if (_young.Documents.TryGetValue(text, out var known))
        {
            return known;
        }

        if (_old.Documents.TryGetValue(text, out known))
        {
            Put(text, known);
        }

        return known;
    }

    private void Put(string text, CheckedDocument document)
    {
        var young = _young;
        if (!young.Documents.TryAdd(text, document))
        {
            return;
        }

        var characters = Interlocked.Add(ref young.Characters, document.Length);
        if (young.Documents.Count * 2 > _limits.DocumentsMax || characters * 2 > CharactersMax)
        {
            lock (_turning)
            {
                if (ReferenceEquals(young, _young))
                {
                    (_old, _young) = (young, new Half());
                }
            }
        }
    }

    private sealed class Half
    {
        public readonly ConcurrentDictionary<string, CheckedDocument> Documents = new(StringComparer.Ordinal);
        public long Characters;
    }
}
