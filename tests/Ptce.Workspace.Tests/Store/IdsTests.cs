namespace Ptce.Workspace.Tests;

public sealed class IdsTests
{
    [Fact]
    public void Ids_of_one_instant_sort_as_they_were_made_and_are_versioned_by_time()
    {
        var made = Enumerable.Range(0, 20_000).Select(_ => Ids.New()).ToList();

        Assert.Equal(made.Distinct().Order(StringComparer.Ordinal), made);
        Assert.All(made, id => Assert.Equal((32, '7'), (id.Length, id[12])));
    }

    [Fact]
    public void Many_hands_never_get_the_same_id()
    {
        var made = new string[40_000];
        Parallel.For(0, made.Length, i => made[i] = Ids.New());

        Assert.Equal(made.Length, made.Distinct().Count());
    }
}
