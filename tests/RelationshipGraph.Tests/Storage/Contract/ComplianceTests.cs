using System.Reflection;

namespace RelationshipGraph.Tests.Storage.Contract;

/// <summary>No store leaves out a part of the contract, and none changes a test of it.</summary>
public sealed class ComplianceTests
{
    private static readonly Type[] Types = typeof(ComplianceTests).Assembly.GetTypes();

    private static readonly Type[] Contracts =
        [.. Types.Where(type => type.IsAbstract && OpenBaseOf(type) == typeof(GraphStoreContract<>))];

    public static TheoryData<string> Places =>
        [.. Types.Where(type => type.IsClass && type.IsAssignableTo(typeof(IStorePlace))).Select(type => type.FullName!)];

    [Theory]
    [MemberData(nameof(Places))]
    public void Every_store_derives_every_contract(string place) => Assert.Empty(
        Contracts.Except(DerivedFor(place).Select(OpenBaseOf)).Select(contract => $"{place} does not derive {contract!.Name}"));

    [Theory]
    [MemberData(nameof(Places))]
    public void No_store_adds_to_a_contract_or_changes_it(string place) => Assert.All(
        DerivedFor(place),
        type => Assert.DoesNotContain(
            type.GetMembers(BindingFlags.DeclaredOnly | BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public
                | BindingFlags.NonPublic),
            member => member is not ConstructorInfo));

    [Fact]
    public void No_test_of_a_contract_can_be_overridden() => Assert.All(
        Contracts.SelectMany(contract => contract.GetMethods(BindingFlags.Public | BindingFlags.Instance))
            .Where(method => method.DeclaringType != typeof(object)),
        method => Assert.False(method.IsVirtual, $"{method.DeclaringType!.Name}.{method.Name} is virtual"));

    [Fact]
    public void The_suite_is_whole()
    {
        Assert.NotEmpty(DerivedFor(typeof(ReferencePlace).FullName!));
        Assert.Equal(18, Contracts.Length);
    }

    private static IEnumerable<Type> DerivedFor(string place) => Types.Where(type =>
        !type.IsAbstract
        && OpenBaseOf(type) is { } contract
        && Contracts.Contains(contract)
        && type.BaseType!.GetGenericArguments().Single().FullName == place);

    private static Type? OpenBaseOf(Type type) =>
        type.BaseType is { IsGenericType: true } parent ? parent.GetGenericTypeDefinition() : null;
}
