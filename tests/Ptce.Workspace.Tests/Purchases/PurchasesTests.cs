namespace Ptce.Workspace.Tests;

public abstract class PurchasesTests(On on) : CastTest(on)
{
    private Purchases Buying => Get<Purchases>();

    private async Task<string> Paper()
    {
        var offer = await Get<Offers>().Post(Cast.Bruno, new("achat_groupe", "Papier recyclé"), "web");
        await Buying.Tell(Cast.Bruno, offer.Id, new("ramettes", 5.40m, 4.15m, 20, Clock.Today.AddDays(20)));
        await Buying.Tell(Cast.Bruno, offer.Id, new("ramettes", 5.40m, 4.15m, 20, Clock.Today.AddDays(20)));
        Assert.Equal(1, await Db.One<long>("select count(*) from events where name = 'PurchaseTold'"));
        return offer.Id;
    }

    private static async Task<string> Refusal(Func<Task> act) => (await Assert.ThrowsAnyAsync<Refused>(act)).Key;

    [Fact]
    public async Task Members_take_their_part_the_threshold_orders_and_each_confirms_what_it_saved()
    {
        var paper = await Paper();
        await Buying.Join(Cast.Amina, paper, 8);
        await Buying.Join(Cast.Amina, paper, 9);
        await Buying.Join(Cast.Amina, paper, 9);
        Assert.Equal(2, await Db.One<long>("select count(*) from events where name = 'PurchaseJoined'"));
        await Buying.Join(Cast.Bruno, paper, 4);
        Assert.Equal("purchases.below", await Refusal(() => Buying.Order(Cast.Bruno, paper)));
        Assert.Equal("purchases.taken_already", await Refusal(() => Buying.Tell(Cast.Bruno, paper, new("ramettes", 6, 4, 5, Clock.Today))));
        await Buying.Join(Cast.Elise, paper, 7.5m);
        var purchase = (await Buying.Of(Cast.David, paper))!;
        Assert.Equal((20_500L, true, 2563L), (purchase.TakenMilli, purchase.Enough, purchase.Saves(purchase.TakenMilli)));
        await Assert.ThrowsAsync<NotAllowed>(() => Buying.Order(Cast.Elise, paper));

        await Buying.Order(Cast.Bruno, paper);
        Assert.Equal(Stages.Agreed, (await Get<Offers>().One(Cast.David, paper)).State);
        Assert.Equal("purchases.ended", await Refusal(() => Buying.Join(Cast.David, paper, 1)));
        var line = Assert.Single(await Get<Contributions>().WaitingForMe(Cast.Amina));
        Assert.Equal(("achat_groupe", 9m, 125L, "Elips"), (line.Kind, line.Quantity, line.UnitValueCents, line.OrganisationName));
        Assert.Single(await Get<Contributions>().WaitingForMe(Cast.Elise));
    }

    [Fact]
    public async Task Who_leaves_is_gone_and_after_the_day_nobody_joins()
    {
        var paper = await Paper();
        await Buying.Join(Cast.Amina, paper, 8);
        await Buying.Leave(Cast.Amina, paper);
        await Buying.Leave(Cast.Amina, paper);
        Assert.Empty((await Buying.Of(Cast.Amina, paper))!.Parts);
        Clock.Advance(TimeSpan.FromDays(21));
        Assert.Equal("purchases.over", await Refusal(() => Buying.Join(Cast.Elise, paper, 1)));
        await Buying.Drop(Cast.Bruno, paper);
        Assert.Equal(Stages.Closed, (await Get<Offers>().One(Cast.Amina, paper)).State); // nobody answers it any more
        Assert.Equal("purchases.ended", await Refusal(() => Buying.Drop(Cast.Bruno, paper)));
        await Assert.ThrowsAsync<NotHere>(() => Buying.Join(Cast.Zora, paper, 1));
    }
}

public sealed class PurchasesOnSqlite() : PurchasesTests(On.Sqlite);

public sealed class PurchasesOnPostgres() : PurchasesTests(On.Postgres);
