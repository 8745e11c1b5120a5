namespace Ptce.Workspace.Tests;

public sealed class FeedTests() : CastTest(On.Sqlite)
{
    [Fact]
    public async Task Each_step_of_a_line_is_told_in_order_and_only_to_those_who_may_read_it()
    {
        var say = new Say("fr");
        var line = (await Get<Contributions>().Log(Cast.Amina, [new(new(2026, 11, 18), 120, "default", "cotech", [Cast.Organisation("Elips")])], "web"))[0];
        await Get<Contributions>().Confirm(Cast.Bruno, line.Id);
        await Get<Contributions>().Validate(Cast.Chloe, line.Id);

        var told = await Get<Feed>().Of(Cast.Bruno, line.Id, say);

        Assert.Equal(3, told.Count);
        Assert.All(told, t => Assert.Contains("2 h · cotech · mercredi 18 novembre", t.Words));
        Assert.Equal(["Amina", "Bruno", "Chloé"], told.Select(t => t.Words.Split(' ')[0]));
        Assert.Equal(told[0].Seq + 2, told[2].Seq);
        Assert.Empty(await Get<Feed>().Of(Cast.Zora, line.Id, say));
        Assert.DoesNotContain(await Get<Feed>().Recent(Cast.Elise with { Roles = Roles.Member }, say), t => t.Href.Contains(line.Id));
    }
}
