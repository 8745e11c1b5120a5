namespace Ptce.Workspace.Tests;

/// <summary>Every list of the exchanges over some thousand rows: it comes a page at a time, loses and repeats nothing, narrows in the store, and reads by an index.</summary>
public abstract class ListsTests(On on) : CastTest(on)
{
    private const int Many = 3_000, Page = 200;

    private Agreements Deals => Get<Agreements>();
    private string A => Cast.Organisation("Val Horizon");
    private string B => Cast.Organisation("Elips");

    private object Given => new { pole = Cast.Pole.Id, person = Cast.Amina.PersonId, a = A, b = B, c = Cast.Organisation("Re-Sources"), many = Many };

    /// <summary>Rows by the thousand, n counted from 1.</summary>
    private Task<int> Fill(string into, string select) => Db.Write(null, tx => tx.Execute($"with recursive n (i) as (select 1 union all select i + 1 from n where i < @many) insert into {into} select {select} from n", Given));

    private static async Task<List<string>> Walk(Func<string?, Task<(IEnumerable<string> Ids, string? Next)>> page)
    {
        var (all, after) = (new List<string>(), (string?)null);
        do
        {
            var (ids, next) = await page(after);
            var some = ids.ToList();
            Assert.InRange(some.Count, next is null ? 0 : Page, Page);
            all.AddRange(some);
            after = next;
        }
        while (after is not null);
        Assert.Equal(all.Distinct(), all);
        return all;
    }

    [Fact]
    public async Task Agreements_and_what_was_asked_before()
    {
        await Fill("matches (id, pole_id, giver_id, receiver_id, kind, title, price_cents, reasons, state, asked_by, asked_at, giver_said_at)", """
            'm' || (100000 + i), @pole, case when i % 3 = 0 then @c else @a end, @b, case when i % 2 = 0 then 'locaux' else 'competence' end, 'Éco-matériaux n° ' || i, 0, '[]',
            case when i % 10 = 0 then 'asked' else 'accepted' end, @person, 1000000000 + i, 1
            """);
        await Fill("agreements (id, pole_id, match_id, giver_id, receiver_id, kind, title, price_cents, version, state, made_at, giver_signed_at)", """
            'g' || (100000 + i), @pole, 'm' || (100000 + i), case when i % 3 = 0 then @c else @a end, @b, case when i % 2 = 0 then 'locaux' else 'competence' end, 'Éco-matériaux n° ' || i, 0, 1,
            case when i % 10 = 0 then 'proposed' else 'agreed' end, 1000000000 + i, 1
            """);

        Task<List<string>> Agreed(Actor actor, AgreementFilter filter) => Walk(async after => await Deals.List(actor, filter, after, Page) is var (rows, next) ? (rows.Select(r => r.Id), next) : default);
        Task<List<string>> Asked(Actor actor, AgreementFilter filter) => Walk(async after => await Deals.Matches(actor, filter, after, Page) is var (rows, next) ? (rows.Select(r => r.Id), next) : default);

        var all = await Agreed(Cast.Chloe, new());
        Assert.Equal((Many, "g103000", "g100001"), (all.Count, all[0], all[^1]));
        Assert.Equal(Many, (await Asked(Cast.Chloe, new())).Count);
        Assert.Equal(2000, (await Agreed(Cast.Amina, new())).Count); // her own organisation's
        Assert.Equal(1000, (await Agreed(Cast.Chloe, new(OrganisationId: Cast.Organisation("Re-Sources")))).Count);
        Assert.Equal(Many / 2, (await Agreed(Cast.Chloe, new(Kind: "locaux"))).Count);
        Assert.Equal(300, (await Agreed(Cast.Bruno, new(State: AgreementFilter.Mine))).Count);
        Assert.Equal(300, (await Asked(Cast.Bruno, new(State: AgreementFilter.Mine))).Count);
        Assert.Empty(await Asked(Cast.Amina, new(State: AgreementFilter.Mine)));
        Assert.Equal((300, 300), await Deals.CountWaiting(Cast.Bruno));
        Assert.Equal(["g101234"], await Agreed(Cast.Chloe, new("eco materiaux 1234")));
        Assert.Empty(await Agreed(Cast.Chloe, new("100%_\"' or 1=1")));
        Assert.Empty(await Agreed(Cast.Chloe, new(From: new(2026, 1, 1))));
        Assert.Equal(Many, (await Agreed(Cast.Chloe, new(To: new(1970, 12, 31)))).Count);
        Assert.Empty(await Agreed(Cast.Zora, new()));

        await SearchesByIndex(Deals.ListSql(Cast.Chloe, new(), "g102000", Page), "agreements");
        await SearchesByIndex(Deals.ListSql(Cast.Amina, new(State: AgreementFilter.Mine), null, Page), "agreements");
        await SearchesByIndex(Deals.MatchesSql(Cast.Chloe, new(State: "asked"), null, Page), "matches");
    }

    [Fact]
    public async Task What_is_done_together()
    {
        await Fill("cooperations (id, pole_id, title, project, level, form, commercial, strategic, kind, from_day, state, channel, logged_at)", """
            'c' || (100000 + i), @pole, 'Chantier ' || i, case when i % 100 = 0 then 'Filière paille' end, case when i % 2 = 0 then 'mutualisation' else 'recherche' end, 'bilaterale', i % 2, 1,
            case when i % 3 = 0 then 'locaux' end, case when i % 2 = 0 then '2025-03-01' else '2026-03-01' end, case when i % 10 = 0 then 'closed' when i % 11 = 0 then 'withdrawn' else 'active' end, 'web', 1
            """);
        await Fill("cooperation_members (cooperation_id, organisation_id)", "'c' || (100000 + i), case when i % 4 = 0 then @a else @b end");
        await Db.Write(null, tx => tx.Execute("insert into cooperation_thirds (cooperation_id, name) values ('c100001', 'Commune d''Éloyes')"));

        Task<List<string>> Found(CooperationFilter filter) =>
            Walk(async after => await Get<Cooperations>().List(Cast.Elise, filter, after, Page) is var (rows, next) ? (rows.Select(r => r.Id), next) : default);

        Assert.Equal(Many - 245, (await Found(new())).Count);
        Assert.Equal(300, (await Found(new(State: "closed"))).Count);
        Assert.Equal(245, (await Found(new(State: "withdrawn"))).Count);
        Assert.All(await Found(new(OrganisationId: A, Kind: "locaux")), id => Assert.Equal(0, int.Parse(id[1..]) % 12 - 100000 % 12));
        Assert.Equal(30, (await Found(new(Search: "FILIERE  paille"))).Count);
        Assert.Equal(["c100001"], await Found(new(Search: "eloyes")));
        Assert.Equal(["c102017"], await Found(new(Search: "chantier 2017", Level: "recherche")));
        await SearchesByIndex(Cooperations.ListSql(Cast.Pole.Id, new(), null, Page), "cooperations");
    }

    [Fact]
    public async Task What_can_be_booked_and_is_free()
    {
        await Fill("bookables (id, pole_id, organisation_id, kind, title, place, seats, opens, closes, opened_at)", """
            'b' || (100000 + i), @pole, case when i % 4 = 0 then @a else @b end, case when i % 2 = 0 then 'locaux' else 'vehicule' end, 'Salle ' || i, case when i % 50 = 0 then 'Thionville' end, 2, 480, 1200, 1
            """);
        var (rooms, day) = (Get<Bookings>(), Clock.Today.AddDays(3));
        await Fill("bookings (id, pole_id, bookable_id, organisation_id, person_id, day, starts, ends, seats, booked_at)",
            $"'k' || (100000 + i), @pole, 'b' || (100000 + i), @b, @person, '{day:yyyy-MM-dd}', 600, 660, case when i % 2 = 0 then 2 else 1 end, 1");

        Task<List<string>> Found(BookableFilter filter) => Walk(async after => await rooms.List(Cast.Elise, filter, after, Page) is var (rows, next) ? (rows.Select(r => r.Id), next) : default);

        Assert.Equal(Many, (await Found(new())).Count);
        Assert.Equal(750, (await Found(new(OrganisationId: A))).Count);
        Assert.Equal(60, (await Found(new("thionville", "locaux"))).Count);
        Assert.Equal(Many / 2, (await Found(new(FreeOn: day, From: "10:30", To: "12:00"))).Count); // one of two is left in every second
        Assert.Equal(Many / 2, (await Found(new(FreeOn: day))).Count);
        Assert.Equal(Many, (await Found(new(FreeOn: day, From: "11:00", To: "12:00"))).Count);
        Assert.Equal(Many, (await Found(new(FreeOn: day.AddDays(1)))).Count);
        Assert.Empty(await Found(new(FreeOn: day.AddDays(1), From: "07:00")));
        Assert.Equal(Many, (await Walk(async after => await rooms.Ours(Cast.Bruno, after, Page) is var (rows, next) ? (rows.Select(r => r.Id), next) : default)).Count);
        Assert.Empty((await rooms.Ours(Cast.Elise)).Bookings);
        Assert.Empty((await rooms.List(Cast.Zora, new())).Bookables);
    }

    [Fact]
    public async Task A_calendar_that_is_full_ends_with_a_whole_day()
    {
        await Db.Write(null, tx => tx.Execute("insert into bookables (id, pole_id, organisation_id, kind, title, seats, opens, closes, opened_at) values ('b', @pole, @a, 'locaux', 'Halle', 1000, 0, 1440, 1)", Given));
        await Fill("bookings (id, pole_id, bookable_id, organisation_id, person_id, day, starts, ends, seats, booked_at)", "'k' || (100000 + i), @pole, 'b', @b, @person, '2026-12-' || (10 + i % 10), 600, 660, 1, 1");
        var (held, until) = await Get<Bookings>().Calendar(Cast.Amina, "b", new(2026, 12, 10), new(2026, 12, 23), 700);
        Assert.Equal((600, new DateOnly(2026, 12, 11)), (held.Count, until));
        (held, until) = await Get<Bookings>().Calendar(Cast.Amina, "b", new(2026, 12, 10), new(2026, 12, 23), 100);
        Assert.Equal((300, new DateOnly(2026, 12, 10)), (held.Count, until));
        (held, until) = await Get<Bookings>().Calendar(Cast.Amina, "b", new(2026, 12, 20), new(2026, 12, 23));
        Assert.Equal((0, new DateOnly(2026, 12, 23)), (held.Count, until));
    }

    [Fact]
    public async Task What_is_bought_together()
    {
        await Fill("offers (id, pole_id, side, kind, organisation_id, title, state, channel, posted_at)", "'o' || (100000 + i), @pole, 'offer', 'achat_groupe', case when i % 2 = 0 then @a else @c end, 'Granulés n° ' || i, 'open', 'web', 1");
        await Fill("purchases (offer_id, pole_id, unit, usual_cents, group_cents, threshold_milli, until_day, state)", """
            'o' || (100000 + i), @pole, 'tonne', 400, 300, 5000, case when i % 3 = 0 then '2026-01-31' else '2027-01-31' end, case when i % 5 = 0 then 'ordered' else 'open' end
            """);
        await Fill("purchase_parts (offer_id, organisation_id, quantity_milli, person_id, taken_at)", "'o' || (100000 + i), @b, 1000 * (i % 10 + 1), @person, 1");

        Task<List<string>> Found(PurchaseFilter filter) => Walk(async after => await Get<Purchases>().List(Cast.Bruno, filter, after, Page) is var (rows, next) ? (rows.Select(r => r.OfferId), next) : default);

        Assert.Equal(Many, (await Found(new())).Count);
        Assert.Equal(Many / 5, (await Found(new(State: "ordered"))).Count);
        Assert.Equal(Many / 2, (await Found(new(OrganisationId: A))).Count);
        Assert.Equal(Many, (await Found(new(OrganisationId: B))).Count);
        Assert.Equal(1000, (await Found(new(To: new(2026, 12, 31)))).Count);
        var one = Assert.Single((await Get<Purchases>().List(Cast.Bruno, new("granules 1009"))).Purchases);
        Assert.Equal((1, 10_000, 10_000, true, 1000), (one.Participants, one.TakenMilli, one.OwnMilli, one.Enough, one.Saves));
        await SearchesByIndex(Purchases.ListSql(Cast.Bruno, new(), null, Page), "purchases");
    }

    [Fact]
    public async Task Candidacies_and_members()
    {
        await Fill("candidacies (id, pole_id, name, type, circle, motive, proposed_by, proposed_for, proposed_at, state)", """
            'y' || (100000 + i), @pole, 'Régie n° ' || i, case when i % 2 = 0 then 'association' else 'insertion' end, 'membre', 'Répare et forme', @person, @a, 1, case when i % 4 = 0 then 'open' else 'declined' end
            """);
        await Fill("organisations (id, name, type, created_at)", "'r' || (100000 + i), 'Épicerie n° ' || i, 'association', 1");
        await Fill("memberships (id, pole_id, organisation_id, circle, from_day, to_day)", """
            's' || (100000 + i), @pole, 'r' || (100000 + i), case when i % 2 = 0 then 'membre' else 'resident' end, '2024-01-01', case when i % 3 = 0 then '2025-12-31' end
            """);
        await Fill("organisation_profiles (organisation_id, territory, sector, told_at)", "'r' || (100000 + i), case when i % 10 = 0 then 'Pays-Haut' else null end, 'Alimentation', 1");
        await Fill("mandates (id, person_id, pole_id, organisation_id, role, engagement, from_day, to_day)", "'z' || (100000 + i), @person, @pole, 'r' || (100000 + i), 'member', 'benevole', '2024-01-01', '2025-12-31'");
        var members = Get<Members>();

        Task<List<string>> Proposed(CandidacyFilter filter) => Walk(async after => await members.Candidacies(Cast.Elise, filter, after, Page) is var (rows, next) ? (rows.Select(r => r.Id), next) : default);
        Assert.Equal(Many, (await Proposed(new())).Count);
        Assert.Equal(750, (await Proposed(new(State: "open"))).Count);
        Assert.Equal(["y102999"], await Proposed(new("REGIE 2999", "declined", "insertion", "membre")));

        Task<List<string>> Listed(MemberFilter filter, bool byTerritory) => Walk(async after => await members.Directory(Cast.Elise, filter, byTerritory, after, Page) is var (rows, _, next) ? (rows.Select(r => r.Id), next) : default);
        var (circles, territories) = (await Listed(new(), false), await Listed(new(), true));
        Assert.Equal(2000 + 7, circles.Count);     // the cast's six, one of them in two circles
        Assert.Equal(2000 + 6, territories.Count);
        Assert.Equal(200, (await Listed(new(Territory: "Pays-Haut"), true)).Count);
        Assert.Equal(1000, (await Listed(new(Circle: "resident"), false)).Count);
        Assert.Equal(2000, (await Listed(new("epicerie"), true)).Count);
        var directory = await members.Directory(Cast.Elise, new(), byTerritory: true);
        Assert.Equal((200, 1806, "Pays-Haut"), (directory.Counts["Pays-Haut"], directory.Counts[""], directory.Entries[0].Group));
        Assert.Equal(2006, await members.CountOrganisations(Cast.Elise, new()));
        var (said, sectors) = await members.Said(Cast.Elise);
        Assert.Equal(("Pays-Haut", "Alimentation"), (Assert.Single(said), Assert.Single(sectors)));

        Assert.Equal(1000, (await Walk(async after => await members.NotBelonging(Cast.Elise, null, after, Page) is var (rows, next) ? (rows.Select(r => r.Id), next) : default)).Count);
        Assert.Equal(Many, (await Walk(async after => await members.NotActing(Cast.Elise, "amina", after, Page) is var (rows, next) ? (rows.Select(r => r.Id), next) : default)).Count);
    }

    private async Task SearchesByIndex((string Sql, Dapper.DynamicParameters Args) statement, string table)
    {
        if (On == On.Postgres) return; // it may well read a table of this size from end to end
        var plan = (await Db.Read<(long Id, long Parent, long NotUsed, string Detail)>("explain query plan " + statement.Sql, statement.Args)).Select(r => r.Detail).ToList();
        Assert.Contains(plan, l => l.StartsWith("SEARCH", StringComparison.Ordinal) && l.Contains(table, StringComparison.Ordinal));
        Assert.DoesNotContain(plan, l => l.StartsWith("SCAN", StringComparison.Ordinal));
    }
}

public sealed class ListsOnSqlite() : ListsTests(On.Sqlite);

public sealed class ListsOnPostgres() : ListsTests(On.Postgres);
