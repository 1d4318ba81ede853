using System.ComponentModel;
using System.Reflection;

namespace RelationshipGraph.Model;

/// <summary>One property of a kind, as declared on its record: what it means, how it is kept, and how to get at it.</summary>
public abstract class PropertyModel
{
    private protected PropertyModel(PropertyInfo info, PropertyAttribute declared, PropertyType type)
    {
        Declared = declared;
        Type = type;
        ClrName = info.Name;
        Name = CodeNames.Camel(info.Name);
        Column = CodeNames.Snake(info.Name);
        IsRequired = info.GetCustomAttribute<System.Runtime.CompilerServices.RequiredMemberAttribute>() is not null;
        IsNullable = Nullable.GetUnderlyingType(info.PropertyType) is not null
            || (info.PropertyType == typeof(string)
                && new NullabilityInfoContext().Create(info).WriteState == NullabilityState.Nullable);
        var single = info.PropertyType.IsGenericType ? info.PropertyType.GetGenericArguments()[0] : info.PropertyType;
        if (single.IsEnum)
        {
            CodeType = single.Name;
            CodeMeaning = MeaningOf(single);
            Codes = [.. single.GetFields(BindingFlags.Public | BindingFlags.Static).Select(f =>
                new CodeModel(CodeNames.Upper(f.Name), MeaningOf(f)))];
        }

        Document = type == PropertyType.Documents && single.IsClass ? DocumentModel.Of(single) : null;
        (Min, Max) = RangeOf(single, declared);
    }

    /// <summary>The name clients see, camel case.</summary>
    public string Name { get; }

    /// <summary>The name in tables, snake case.</summary>
    public string Column { get; }

    /// <summary>What it holds.</summary>
    public PropertyType Type { get; }

    /// <summary>What it means, in a sentence or two.</summary>
    public string Meaning => Declared.Meaning;

    /// <summary>What export, erasure and logs do with it.</summary>
    public Privacy Privacy => Declared.Privacy;

    /// <summary>The unit of a number; null where it has none.</summary>
    public string? Unit => Declared.Unit;

    /// <summary>Characters at most; of each entry where it is a list.</summary>
    public int LengthMax => Declared.LengthMax;

    /// <summary>The form of a text.</summary>
    public TextFormat Format => Declared.Format;

    /// <summary>The kinds an id may name; empty where it is none, or may name any.</summary>
    public IReadOnlyList<RecordKind> Refers => Declared.Refers;

    /// <summary>The least number allowed.</summary>
    public double Min { get; }

    /// <summary>The greatest number allowed.</summary>
    public double Max { get; }

    /// <summary>Whether a record without it cannot be made.</summary>
    public bool IsRequired { get; }

    /// <summary>Whether a record may be without it. A list is never absent, only empty.</summary>
    public bool IsNullable { get; }

    /// <summary>Whether it holds several values.</summary>
    public bool IsList => Type >= PropertyType.TextList;

    /// <summary>Whether it is what the record is called.</summary>
    public bool IsName => Declared.Name;

    /// <summary>Whether text search looks here; the name is always looked at.</summary>
    public bool IsSearched => Declared.Search || Declared.Name;

    /// <summary>Whether pages may be ordered by it. The name is ordered by its sort key.</summary>
    public bool IsOrderable => Declared.Orderable || Declared.Moment || Declared.Name;

    /// <summary>Whether stores keep an index of it.</summary>
    public bool IsIndexed => IsOrderable || Declared.Indexed;

    /// <summary>
    /// Whether filters may use it. What only participants see is never filtered by, for a filter would tell it.
    /// </summary>
    public bool IsFilterable => Privacy != Privacy.Participants && Type != PropertyType.Documents;

    /// <summary>Whether the product keeps it and callers do not set it directly.</summary>
    public bool IsSystem => Declared.System;

    /// <summary>Whether named steps set it; only administrators set it directly, to mend it.</summary>
    public bool IsStep => Declared.Step;

    /// <summary>The name of the set of words, where it holds codes; else null.</summary>
    public string? CodeType { get; }

    /// <summary>What the set of words is for.</summary>
    public string CodeMeaning { get; } = string.Empty;

    /// <summary>The words allowed, where it holds codes.</summary>
    public IReadOnlyList<CodeModel> Codes { get; } = [];

    /// <summary>The form of each entry, where it holds documents.</summary>
    public DocumentModel? Document { get; }

    internal string ClrName { get; }

    internal bool IsMoment => Declared.Moment;

    private PropertyAttribute Declared { get; }

    /// <summary>The value in its stored form.</summary>
    public abstract PropertyValue Get(object owner);

    public override string ToString() => Name;

    /// <summary>Sets the value on a record that nobody else has seen yet. The value has been checked.</summary>
    internal abstract void Set(object owner, PropertyValue value);

    /// <summary>The properties a type declares, base types first, in the order written.</summary>
    internal static IReadOnlyList<PropertyModel> AllOf(Type type)
    {
        var types = new Stack<Type>();
        for (var at = type; at is not null && at != typeof(object); at = at.BaseType)
        {
            types.Push(at);
        }

        return [.. types.SelectMany(t => t.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(p => p.GetCustomAttribute<PropertyAttribute>() is not null)
            .Select(p => (PropertyModel)Activator.CreateInstance(
                typeof(PropertyModel<,>).MakeGenericType(p.DeclaringType!, p.PropertyType),
                p,
                p.GetCustomAttribute<PropertyAttribute>())!)];
    }

    private static string MeaningOf(MemberInfo member) =>
        member.GetCustomAttribute<DescriptionAttribute>()?.Description ?? string.Empty;

    private static (double Min, double Max) RangeOf(Type single, PropertyAttribute declared)
    {
        var isNumberValue = Array.Exists(
            single.GetInterfaces(), i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(INumberValue<>));
        var (min, max) = single == typeof(MinorUnits) ? (0, MinorUnits.ValueMax)
            : single == typeof(int) ? (int.MinValue, int.MaxValue)
            : isNumberValue ? RangeOfNumberValue(single)
            : (double.NegativeInfinity, double.PositiveInfinity);
        return (Math.Max(min, declared.Min), Math.Min(max, declared.Max));
    }

    private static (double Min, double Max) RangeOfNumberValue(Type type) => ((double, double))typeof(PropertyModel)
        .GetMethod(nameof(RangeOfValue), BindingFlags.NonPublic | BindingFlags.Static)!
        .MakeGenericMethod(type).Invoke(null, null)!;

    private static (double Min, double Max) RangeOfValue<T>()
        where T : struct, INumberValue<T> => (T.Min, T.Max);
}

/// <summary>The typed half of a property: no boxing between the record and its stored form.</summary>
internal sealed class PropertyModel<TOwner, TValue> : PropertyModel
    where TOwner : class
{
    private readonly ValueCodec<TValue> _codec;
    private readonly Func<TOwner, TValue> _get;
    private readonly Action<TOwner, TValue> _set;

    public PropertyModel(PropertyInfo info, PropertyAttribute declared)
        : this(info, declared, ValueCodec.For<TValue>())
    {
    }

    private PropertyModel(PropertyInfo info, PropertyAttribute declared, ValueCodec<TValue> codec)
        : base(info, declared, codec.Type)
    {
        _codec = codec;
        _get = info.GetMethod!.CreateDelegate<Func<TOwner, TValue>>();
        _set = info.SetMethod!.CreateDelegate<Action<TOwner, TValue>>();
    }

    public override PropertyValue Get(object owner) => _codec.Encode(_get((TOwner)owner));

    internal override void Set(object owner, PropertyValue value) => _set((TOwner)owner, _codec.Decode(value));
}
