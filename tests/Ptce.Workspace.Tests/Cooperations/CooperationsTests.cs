namespace Ptce.Workspace.Tests;

public abstract class CooperationsTests(On on) : CastTest(on)
{
    private Cooperations Together => Get<Cooperations>();

    private NewCooperation Schools(params string[] names) => new("Marché des écoles", [.. names.Select(Cast.Organisation)], new(2026, 3, 1), new(2026, 12, 31),
        "economique", "offre_du_pole", Commercial: true, Strategic: true, Thirds: ["CAVF"], Amount: 12_000.50m, TurnoverShare: 8.2m, Jobs: 1.5m);

    /// <summary>The standing cooperation that something is linked to.</summary>
    private async Task<Cooperation?> Holding(string subjectId) => await Db.MaybeOne<string>("""
        select c.id from cooperation_links l join cooperations c on c.id = l.cooperation_id where l.subject_id = @subjectId and c.state <> 'withdrawn'
        """, new { subjectId }) is { } id ? await Together.One(Cast.Amina, id) : null;

    private static async Task<string> Refusal(Func<Task> act) => (await Assert.ThrowsAnyAsync<Refused>(act)).Key;

    [Fact]
    public async Task A_cooperation_is_noted_once_with_all_that_is_known_of_it()
    {
        var noted = await Together.Log(Cast.Amina, Schools("Val Horizon", "Elips"), "web", "clef");
        Assert.Equal(noted.Id, (await Together.Log(Cast.Amina, Schools("Val Horizon", "Elips"), "web", "clef")).Id);

        var read = await Together.One(Cast.Elise, noted.Id);
        Assert.Equal(("economique", "offre_du_pole", 1L, 1L, 1_200_050L, 820L, 1500L), (read.Level, read.Form, read.Commercial, read.Strategic, read.AmountCents, read.TurnoverShare, read.JobsMilli));
        Assert.Equal(["Elips", "Val Horizon"], read.Members.Select(m => m.Name));
        Assert.Equal(["CAVF"], read.Thirds.Select(t => t.Name));
        Assert.Equal(["CooperationLogged"], await Db.Read<string>("select name from events where subject_id = @Id", new { noted.Id }));
        Assert.Equal("Amina Belkacem a noté la coopération « Marché des écoles »", (await Get<Feed>().Of(Cast.Elise, noted.Id, new Say("fr")))[0].Words.Plain());

        var untitled = await Together.Log(Cast.Bruno, Schools("Val Horizon", "Elips") with { Title = null }, "chat");
        Assert.Equal("Elips, Val Horizon, for CAVF", untitled.Title);
    }

    [Fact]
    public async Task It_takes_two_members_a_party_or_the_cell_and_figures_in_range()
    {
        Assert.Equal("cooperations.two_members", await Refusal(() => Together.Log(Cast.Amina, Schools("Val Horizon", "Val Horizon"), "web")));
        Assert.Equal("cooperations.not_yours", await Refusal(() => Together.Log(Cast.Elise, Schools("Val Horizon", "Elips"), "web")));
        Assert.Equal("cooperations.ends_before_it_begins", await Refusal(() => Together.Log(Cast.Amina, Schools("Val Horizon", "Elips") with { ToDay = new(2026, 2, 28) }, "web")));
        Assert.Equal("cooperations.share_range", await Refusal(() => Together.Log(Cast.Amina, Schools("Val Horizon", "Elips") with { TurnoverShare = 100.01m }, "web")));
        Assert.Equal("cooperations.unknown_level", await Refusal(() => Together.Log(Cast.Amina, Schools("Val Horizon", "Elips") with { Level = "haut" }, "web")));
        await Assert.ThrowsAsync<NotHere>(() => Together.Log(Cast.Amina, Schools("Val Horizon") with { MemberIds = [Cast.Organisation("Val Horizon"), Cast.Organisation("Culture & Coopération")] }, "web"));
        Assert.Empty(await Db.Read<string>("select id from cooperations"));

        var cell = await Together.Log(Cast.Chloe, Schools("Val Horizon", "Elips"), "web");
        await Assert.ThrowsAsync<NotAllowed>(() => Together.Close(Cast.Elise, cell.Id, Clock.Today, null));
        await Assert.ThrowsAsync<NotHere>(() => Together.One(Cast.Zora, cell.Id));
    }

    [Fact]
    public async Task What_is_changed_stays_readable_and_who_leaves_is_gone()
    {
        var noted = await Together.Log(Cast.Amina, Schools("Val Horizon", "Elips", "Valoprest"), "web");
        await Together.Change(Cast.Bruno, noted.Id, Schools("Val Horizon", "Elips") with { Amount = 15_000, Thirds = ["CAVF", "Commune"] });
        await Together.Change(Cast.Bruno, noted.Id, Schools("Val Horizon", "Elips") with { Amount = 15_000, Thirds = ["CAVF", "Commune"] });

        var change = Assert.Single((await Together.History(Cast.Elise, noted.Id)).Changes);
        Assert.Equal(("Bruno Keller", "amount members thirds"), (change.Who, string.Join(' ', change.Edits.Select(e => e.Field))));
        Assert.Equal(("1200050", "1500000"), (change.Edits[0].Before, change.Edits[0].After));
        Assert.Equal(["Elips", "Val Horizon"], (await Together.One(Cast.Elise, noted.Id)).Members.Select(m => m.Name));
        await Assert.ThrowsAsync<NotAllowed>(() => Together.Change(Cast.David, noted.Id, Schools("Val Horizon", "Valoprest")));
    }

    [Fact]
    public async Task An_agreement_of_two_makes_the_cooperation_the_next_one_joins_it_and_its_lines_count_there()
    {
        var first = await Agreed("Salle du lundi");
        var made = (await Holding(first.Id))!;
        Assert.Equal(("Salle du lundi", "mutualisation", "bilaterale", "locaux", 0L), (made.Title, made.Level, made.Form, made.Kind, made.Commercial));
        Assert.Equal(["offer", "agreement"], (await Together.Links(Cast.Elise, made.Id)).Links.Select(l => l.Kind).OrderDescending());

        var second = await Agreed("Salle du mardi");
        Assert.Equal(made.Id, (await Holding(second.Id))!.Id);
        await Get<Agreements>().Deliver(Cast.Bruno, second.Id, Clock.Today, 2);
        Assert.Equal((1, 1), await Given(made.Id));

        await Get<Agreements>().Cancel(Cast.Amina, first.Id, "Plus besoin");
        Assert.Equal("active", (await Together.One(Cast.Amina, made.Id)).State);
        Assert.Equal(1, (await Together.Year(Cast.Amina, 2026)).Cooperations);

        async Task<(int, int)> Given(string id) => await Together.Given(Cast.Elise, id) is var g ? ((int)g.Lines, (int)g.InKind) : default;
    }

    [Fact]
    public async Task An_agreement_given_up_takes_along_what_it_alone_had_made()
    {
        var agreement = await Agreed("Salle");
        var made = (await Holding(agreement.Id))!;
        await Get<Agreements>().Cancel(Cast.Bruno, agreement.Id, "Travaux");
        Assert.Equal("withdrawn", (await Together.One(Cast.Amina, made.Id)).State);
        Assert.Empty((await Together.List(Cast.Amina, new())).Cooperations);
    }

    [Fact]
    public async Task A_line_is_of_one_cooperation_only_and_moves_by_who_may_touch_both()
    {
        var line = (await Get<Contributions>().Log(Cast.Amina, [new(Clock.Today, 90, "default", PartyIds: [Cast.Organisation("Elips")])], "web"))[0];
        var (one, other) = (await Together.Log(Cast.Amina, Schools("Val Horizon", "Elips"), "web"), await Together.Log(Cast.Bruno, Schools("Re-Sources", "Elips"), "web"));
        await Together.Link(Cast.Amina, one.Id, "line", line.Id);
        await Assert.ThrowsAsync<NotAllowed>(() => Together.Link(Cast.Elise, other.Id, "line", line.Id));
        await Together.Link(Cast.Bruno, other.Id, "line", line.Id);
        Assert.Equal((0L, 90L), ((await Together.Given(Cast.Amina, one.Id)).Minutes, (await Together.Given(Cast.Amina, other.Id)).Minutes));

        var strangers = await Together.Log(Cast.David, Schools("Valoprest", "Re-Sources"), "web");
        await Assert.ThrowsAsync<NotHere>(() => Together.Link(Cast.David, strangers.Id, "line", line.Id));
        await Together.Withdraw(Cast.Bruno, other.Id, "En double");
        Assert.Null(await Holding(line.Id));
    }

    [Fact]
    public async Task The_list_narrows_and_pages_without_loading_everything()
    {
        for (var i = 0; i < 7; i++) await Together.Log(Cast.Amina, Schools("Val Horizon", "Elips") with { Title = $"n° {i}", FromDay = new(2025, 6, 1 + i % 3), ToDay = new(2025, 6, 30) }, "web");
        await Together.Log(Cast.Bruno, Schools("Elips", "Re-Sources") with { Level = "recherche", Commercial = false }, "web");

        var seen = new List<string>();
        for (string? after = null; ;)
        {
            var page = await Together.List(Cast.Farid with { Roles = Roles.Member }, new(), after, 3);
            seen.AddRange(page.Cooperations.Select(c => c.Id));
            if ((after = page.Next) is null) break;
            Assert.Equal(3, page.Cooperations.Count);
        }
        Assert.Equal((8, 8), (seen.Count, seen.Distinct().Count()));
        Assert.Equal(7, await Count(new(Year: 2025)));
        Assert.Equal(1, await Count(new(Level: "recherche")));
        Assert.Equal(7, await Count(new(Nature: "commerciale")));
        Assert.Equal(1, await Count(new(OrganisationId: Cast.Organisation("Re-Sources"))));
        Assert.Equal(0, await Count(new(Form: "r_et_d")));

        async Task<int> Count(CooperationFilter filter) => (await Together.List(Cast.Amina, filter)).Cooperations.Count;
    }

    [Fact]
    public async Task A_year_counts_what_meets_it_and_says_who_stands_apart()
    {
        await Together.Log(Cast.Amina, Schools("Val Horizon", "Elips") with { Thirds = [], Strategic = false }, "web");
        await Together.Log(Cast.Amina, Schools("Val Horizon", "Elips", "Valoprest") with { FromDay = new(2025, 12, 1), ToDay = null, Level = null, Amount = null }, "web");
        await Together.Log(Cast.Amina, Schools("Val Horizon", "Elips") with { FromDay = new(2025, 1, 1), ToDay = new(2025, 12, 31) }, "web");
        var mistake = await Together.Log(Cast.Amina, Schools("Val Horizon", "Elips"), "web");
        await Together.Withdraw(Cast.Amina, mistake.Id, "En double");

        var year = await Together.Year(Cast.Elise, 2026);
        Assert.Equal((2, 6, 0.83m, 2, 1, 1, 1, 1_200_050L), (year.Cooperations, year.Members, year.PerMember, year.Commercial, year.Strategic, year.Bilateral, year.Collective, year.AmountCents));
        Assert.Equal((1, 1), (year.ByLevel["economique"], year.ByLevel["unsaid"]));
        Assert.Equal(["Elips", "Valoprest"], year.Each.Single(m => m.Name == "Val Horizon").With);
        Assert.Equal(["La Coursive", "Re-Sources", "Université de Lorraine"], year.Alone);
        Assert.Equal(2, (await Together.Year(Cast.Elise, 2025)).Cooperations);
        Assert.Equal(0, (await Together.Year(Cast.Zora, 2026)).Cooperations);
    }

    private async Task<Agreement> Agreed(string title)
    {
        var offer = await Get<Offers>().Post(Cast.Bruno, new("locaux", title, Quantity: 4, Unit: "heures"), "web");
        var match = await Get<Agreements>().Ask(Cast.Amina, offer.Id, null);
        return await Get<Agreements>().Sign(Cast.Amina, (await Get<Agreements>().Accept(Cast.Bruno, match.Id)).AgreementId!, 1);
    }
}

public sealed class CooperationsOnSqlite() : CooperationsTests(On.Sqlite);

public sealed class CooperationsOnPostgres() : CooperationsTests(On.Postgres);
