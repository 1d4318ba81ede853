using GraphQL;
using GraphQL.Resolvers;

namespace RelationshipGraph.Api.Graph;

/// <summary>Resolves a field from its source alone.</summary>
internal sealed class SourceField<TSource>(Func<TSource, object?> get) : IFieldResolver
    where TSource : class
{
    public ValueTask<object?> ResolveAsync(IResolveFieldContext context) => new(get((TSource)context.Source!));
}

/// <summary>Resolves a field from its source and its arguments.</summary>
internal sealed class ArgumentField<TSource>(Func<TSource, GivenArguments, object?> get) : IFieldResolver
    where TSource : class
{
    public ValueTask<object?> ResolveAsync(IResolveFieldContext context) =>
        new(get((TSource)context.Source!, new GivenArguments(context)));
}

/// <summary>Resolves a field that is a sentence in the caller's language: Danish where true, else English.</summary>
internal sealed class SaidField<TSource>(Func<TSource, bool, object?> say) : IFieldResolver
    where TSource : class
{
    public ValueTask<object?> ResolveAsync(IResolveFieldContext context) =>
        new(say((TSource)context.Source!, AnswerContext.Of(context).IsDanish));
}

/// <summary>Resolves a field of the root.</summary>
internal sealed class RootField(Func<AnswerContext, GivenArguments, object?> get) : IFieldResolver
{
    public ValueTask<object?> ResolveAsync(IResolveFieldContext context) =>
        new(get(AnswerContext.Of(context), new GivenArguments(context)));
}

/// <summary>Resolves a field of the root that changes something.</summary>
internal sealed class RootChange(Func<AnswerContext, GivenArguments, Task<object?>> change) : IFieldResolver
{
    public async ValueTask<object?> ResolveAsync(IResolveFieldContext context) =>
        await change(AnswerContext.Of(context), new GivenArguments(context));
}
