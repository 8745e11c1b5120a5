namespace Ptce.Workspace.Tests;

public abstract class NewslettersTests(On on) : CastTest(on)
{
    private Newsletters Letters => Get<Newsletters>();

    [Fact]
    public async Task Each_pole_that_somebody_coordinates_finds_one_draft_and_only_a_new_one_is_told()
    {
        await Db.Write(null, tx => tx.Execute("update mandates set to_day = '2026-12-31' where role = 'coordinator' and pole_id = @Id", new { Cast.Pole.Id })); // Chloé, until the end of the year
        async Task<IReadOnlyList<string?>> Morning()
        {
            var account = JobAccount.Unkept();
            await Letters.DraftForAll(account);
            return [.. account.Notes.Select(n => n.PoleId)];
        }

        Assert.Equal(new[] { Cast.Pole.Id, Cast.Other.Id }.Order(StringComparer.Ordinal), (await Morning()).Order(StringComparer.Ordinal));
        Assert.Empty(await Morning());
        var draft = Assert.Single(await Letters.List(Cast.Chloe));
        Assert.Empty(await Letters.List(Cast.Amina)); // a draft is read by who writes it

        await Letters.Edit(Cast.Ines, draft.Id, " Lettre de novembre ", "Bonjour\r\n");
        await Letters.Send(Cast.Chloe, draft.Id);
        await Letters.Send(Cast.Chloe, draft.Id);
        Assert.Equal(("Lettre de novembre", "Bonjour", Newsletter.Sent), ((await Letters.One(Cast.Amina, draft.Id)) is var sent ? (sent.Title, sent.Body, sent.State) : default));
        Assert.Equal("newsletters.refused.sent", (await Assert.ThrowsAsync<Refused>(() => Letters.Edit(Cast.Chloe, draft.Id, "Autre", "Autre"))).Key);
        Assert.Equal(1, await Db.One<long>("select count(*) from events where name = 'NewsletterSent'"));

        Clock.Advance(TimeSpan.FromDays(50)); // nobody coordinates any more
        Assert.DoesNotContain(Cast.Pole.Id, await Morning());
    }
}

public sealed class NewslettersOnSqlite() : NewslettersTests(On.Sqlite);

public sealed class NewslettersOnPostgres() : NewslettersTests(On.Postgres);
