namespace Ptce.Workspace.Tests;

/// <summary>What stands around a cooperation: milestones, its tender, the network it makes; and the chains that could begin.</summary>
public abstract class TogetherTests(On on) : CastTest(on)
{
    private Cooperations Together => Get<Cooperations>();

    private Task<Cooperation> Made(params string[] names) => Together.Log(Cast.Chloe, new(null, [.. names.Select(Cast.Organisation)], new(2026, 3, 1), new(2026, 9, 30), Thirds: ["CAVF"]), "web");

    private static async Task<string> Refusal(Func<Task> act) => (await Assert.ThrowsAnyAsync<Refused>(act)).Key;

    [Fact]
    public async Task A_milestone_is_reached_once_and_can_be_put_back()
    {
        var made = await Made("Val Horizon", "Elips");
        await Together.SetMilestone(Cast.Amina, made.Id, new(2026, 12, 1), " Plis remis ");
        var stone = Assert.Single(await Together.Milestones(Cast.Elise, made.Id));
        await Together.ReachMilestone(Cast.Bruno, made.Id, stone.Id);
        await Together.ReachMilestone(Cast.Bruno, made.Id, stone.Id);
        Assert.Equal(Clock.Today, (await Together.Milestones(Cast.Elise, made.Id))[0].ReachedOn);
        Assert.Contains("Bruno Keller a marqué une étape franchie de « Elips, Val Horizon, pour CAVF » : Plis remis", (await Get<Feed>().Of(Cast.Elise, made.Id, new Say("fr"))).Select(h => h.Words.Plain()));
        await Together.ReachMilestone(Cast.Bruno, made.Id, stone.Id, reached: false);
        Assert.Null((await Together.Milestones(Cast.Elise, made.Id))[0].ReachedOn);
        await Assert.ThrowsAsync<NotAllowed>(() => Together.DropMilestone(Cast.Elise, made.Id, stone.Id));
        await Together.DropMilestone(Cast.Amina, made.Id, stone.Id);
        Assert.Empty(await Together.Milestones(Cast.Elise, made.Id));
    }

    [Fact]
    public async Task The_shares_of_a_consortium_never_pass_a_hundred_percent()
    {
        var made = await Made("Val Horizon", "Elips");
        NewTender Shared(decimal? val, decimal? elips, decimal? third) => new("Commune", "2026-14", new(2026, 12, 1), 90_000, "preparing",
            new Dictionary<string, decimal?> { [Cast.Organisation("Val Horizon")] = val, [Cast.Organisation("Elips")] = elips, ["CAVF"] = third });
        Assert.Equal("cooperations.shares_over", await Refusal(() => Together.TellTender(Cast.Amina, made.Id, Shared(50, 50, 0.01m))));
        Assert.Null(await Together.TenderOf(Cast.Amina, made.Id));
        await Together.TellTender(Cast.Amina, made.Id, Shared(50, 33.33m, 16.67m));
        Assert.Equal("cooperations.shares_not_whole", await Refusal(() => Together.TellTender(Cast.Amina, made.Id, Shared(50, 33.33m, null) with { State = "sent" })));
        await Together.TellTender(Cast.Bruno, made.Id, Shared(60, 40, null) with { State = "won" });
        var read = await Together.One(Cast.Elise, made.Id);
        Assert.Equal((4000L, 6000L, (long?)null), (read.Members[0].Share, read.Members[1].Share, read.Thirds[0].Share));
        Assert.Equal((1L, 9_000_000L), (read.Commercial, read.AmountCents ?? 0)); // what was won is commercial
        Assert.Equal(("won", 9_000_000L), (await Together.TenderOf(Cast.Elise, made.Id) is { } t) ? (t.State, t.AmountCents) : default);
        await Assert.ThrowsAsync<NotHere>(() => Together.TellTender(Cast.Amina, made.Id, Shared(1, 1, 1) with { Shares = new Dictionary<string, decimal?> { [Cast.Organisation("Re-Sources")] = 10 } }));
    }

    [Fact]
    public async Task What_was_withdrawn_takes_nothing_more_and_once_it_is_back_says_no_more_why()
    {
        var made = await Made("Val Horizon", "Elips");
        Assert.Equal("last", (await Assert.ThrowsAsync<Refused>(() => Together.Close(Cast.Amina, made.Id, made.FromDay.AddDays(-1), null))).Field);
        await Together.Withdraw(Cast.Chloe, made.Id, "Notée deux fois");
        Assert.Equal("cooperations.is_withdrawn", await Refusal(() => Together.SetMilestone(Cast.Amina, made.Id, new(2026, 12, 1), "Plis remis")));
        Assert.Equal("cooperations.is_withdrawn", await Refusal(() => Together.TellTender(Cast.Amina, made.Id, new("Commune", null, null, null, "preparing", new Dictionary<string, decimal?>()))));
        Assert.Equal("Notée deux fois", (await Together.One(Cast.Elise, made.Id)).Outcome);
        await Together.Reopen(Cast.Chloe, made.Id);
        Assert.Equal((Cooperations.Active, null), ((await Together.One(Cast.Elise, made.Id)).State, (await Together.One(Cast.Elise, made.Id)).Outcome));
    }

    [Fact]
    public async Task The_network_counts_each_pair_once_per_cooperation_and_says_who_stands_apart()
    {
        await Made("Val Horizon", "Elips");
        await Made("Val Horizon", "Elips", "Valoprest");
        var withdrawn = await Made("La Coursive", "Elips");
        await Together.Withdraw(Cast.Chloe, withdrawn.Id, null);

        var network = await Together.Network(Cast.Elise, new(2026, 7, 1), new(2026, 12, 31));
        Assert.Equal(["Elips-Val Horizon 2 1", "Elips-Valoprest 1 0", "Val Horizon-Valoprest 1 0"], network.Ties.Select(t => $"{t.A.Name}-{t.B.Name} {t.Cooperations} {t.Alone}"));
        Assert.Equal(["La Coursive", "Re-Sources", "Université de Lorraine"], network.Apart.Select(n => n.Name));
        Assert.Equal(Enumerable.Range(1, 6), network.Nodes.Select(n => n.Number));
        Assert.Empty((await Together.Network(Cast.Elise, new(2027, 1, 1), new(2027, 6, 30))).Ties);
        Assert.Empty((await Together.Network(Cast.Zora, new(2026, 7, 1), new(2026, 12, 31))).Ties);
        Assert.Equal(new DateOnly(2026, 3, 1), await Together.FirstDay(Cast.Elise));
    }

    [Fact]
    public async Task Three_who_could_give_to_one_another_are_found_as_a_ring_once_and_what_was_declined_is_not_put_again()
    {
        await Gives("Elips", "Comptabilité et bilan", Cast.Bruno);
        await Seeks("Val Horizon", "Aide au bilan et à la comptabilité", Cast.Amina);
        var room = await Gives("Val Horizon", "Salle de réunion équipée", Cast.Amina);
        var wanted = await Seeks("Re-Sources", "Une salle de réunion", Cast.Elise);
        Assert.False(Assert.Single(await Get<Agreements>().Chains(Cast.Amina)).Closed);

        await Gives("Re-Sources", "Étagères de réemploi", Cast.Elise);
        await Seeks("Elips", "Des étagères de réemploi pour l'archive", Cast.Bruno);
        var ring = Assert.Single(await Get<Agreements>().Chains(Cast.Amina), c => c.Closed);
        Assert.Equal(3, ring.Links.Select(l => l.GiverId).Distinct().Count());
        Assert.Equal("words", ring.Links[0].Why[^1].Key);
        Assert.Empty(await Get<Agreements>().Chains(Cast.David with { Roles = Roles.Member }));

        var match = await Get<Agreements>().Ask(Cast.Elise, room.Id, wanted.Id);
        await Get<Agreements>().Refuse(Cast.Amina, match.Id, "Louée jusqu'en mars");
        Assert.DoesNotContain(await Get<Agreements>().Chains(Cast.Amina), c => c.Closed);
        Assert.Empty(await Get<Agreements>().Suggestions(Cast.Elise, wanted.Id));

        Task<Offer> Gives(string organisation, string title, Actor by) => Get<Offers>().Post(by, new("service", title, OrganisationId: Cast.Organisation(organisation)), "web");
        Task<Offer> Seeks(string organisation, string title, Actor by) => Get<Offers>().PostNeed(by, new("service", title, OrganisationId: Cast.Organisation(organisation)), "web");
    }

    [Fact]
    public async Task A_need_that_nothing_fits_goes_before_the_next_workshop_once()
    {
        var series = await Get<Workshops>().Plan(Cast.Chloe, new("Atelier du pôle", "atelier", "pole", Clock.Today.AddDays(7), new(14, 0), 180, "6w", ["FR"]));
        var need = await Get<Offers>().PostNeed(Cast.Amina, new("locaux", "Un local sec", ToDay: Clock.Today.AddDays(30)), "web");
        await Get<Agreements>().Raise(Cast.Amina, need.Id, series.Id);
        Assert.Equal("agreements.already_raised", await Refusal(() => Get<Agreements>().Raise(Cast.Bruno, need.Id, series.Id)));
        Assert.Equal("Besoin : Un local sec (Val Horizon)", Assert.Single(await Get<Workshops>().Reserve(Cast.Chloe, series.Id)).Title.Plain());
        await Get<Offers>().Close(Cast.Amina, need.Id);
        Assert.Equal("agreements.not_open", await Refusal(() => Get<Agreements>().Raise(Cast.Amina, need.Id, series.Id)));
    }

    [Fact]
    public async Task An_organisation_says_what_it_is_by_one_of_its_own_or_by_the_cell()
    {
        var elips = Cast.Organisation("Elips");
        await Get<Members>().Describe(Cast.Bruno, elips, new(null, null, " Plateau ", null, new(2024, 5, 1), "https://elips.test", null), 4.5m);
        Assert.Equal(("Plateau", 4500L), (await Get<Members>().ProfileOf(Cast.Elise, elips)) is var p ? (p.Territory, p.FteMilli) : default);
        await Get<Members>().Describe(Cast.Chloe, elips, await Get<Members>().ProfileOf(Cast.Chloe, elips), 4.5m);
        Assert.Equal(1, await Db.One<long>("select count(*) from events where name = 'OrganisationDescribed'"));
        await Assert.ThrowsAsync<NotAllowed>(() => Get<Members>().Describe(Cast.Elise, elips, Members.Profile.Unsaid, null));
        Assert.Equal("members.bad_website", await Refusal(() => Get<Members>().Describe(Cast.Bruno, elips, Members.Profile.Unsaid with { Website = "javascript:alert(1)" }, null)));
        await Assert.ThrowsAsync<NotHere>(() => Get<Members>().ProfileOf(Cast.Zora, elips));
    }
}

public sealed class TogetherOnSqlite() : TogetherTests(On.Sqlite);

public sealed class TogetherOnPostgres() : TogetherTests(On.Postgres);
