namespace Ptce.Workspace.Tests;

public abstract class SignInLinksTests(On on) : CastTest(on)
{
    private SignInLinks Links => Get<SignInLinks>();

    private async Task<string> Mailed(string email, string? returnTo = null) => (await Links.Secret(await Links.Ask(email, returnTo)))!.Value.Secret;

    [Fact]
    public async Task A_link_opens_one_session_for_whoever_bears_the_address()
    {
        var ask = await Links.Ask(" Amina@Val-Horizon.test ", "/p/pole-du-haut-pays/contributions");
        Assert.Equal([("mail", "sign_in", ask, Cast.Amina.PersonId)], await Db.Read<(string, string, string, string)>("select channel, topic, subject_id, recipient_id from deliveries"));

        var (secret, person) = (await Links.Secret(ask))!.Value;
        Assert.Equal("amina@val-horizon.test", person.Email);
        Assert.DoesNotContain(secret, string.Join(" ", await Db.Read<string>("select secret_hash || address_hash || id from sign_in_links")));
        Assert.Equal((Cast.Amina.Name, null), await Links.Find(secret, Clock.GetUtcNow()) is { } found ? (found.Name, found.Reason?.Key) : default);

        Assert.Equal((Cast.Amina.PersonId, "/p/pole-du-haut-pays/contributions"), await Links.Use(secret));
        Assert.Equal("identity.link_used", (await Assert.ThrowsAsync<Refused>(() => Links.Use(secret))).Key);
        Assert.Equal("identity.link_used", (await Links.Find(secret, Clock.GetUtcNow()))!.Reason?.Key);
    }

    [Fact]
    public async Task Of_many_who_use_the_same_link_at_once_one_enters()
    {
        var secret = await Mailed("amina@val-horizon.test");
        var tries = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            try { return (await Links.Use(secret)).PersonId; }
            catch (Refused) { return null; }
        }));
        Assert.Equal([Cast.Amina.PersonId], tries.OfType<string>());
    }

    [Fact]
    public async Task A_link_lasts_twenty_minutes_and_a_newer_mail_of_the_same_ask_ends_it()
    {
        var secret = await Mailed("amina@val-horizon.test");
        Clock.Advance(TimeSpan.FromMinutes(20));
        Assert.Equal("identity.link_expired", (await Assert.ThrowsAsync<Refused>(() => Links.Use(secret))).Key);

        var ask = await Links.Ask("amina@val-horizon.test", null);
        var (first, second) = ((await Links.Secret(ask))!.Value.Secret, (await Links.Secret(ask))!.Value.Secret);
        Assert.Equal("identity.link_unknown", (await Assert.ThrowsAsync<Refused>(() => Links.Use(first))).Key);
        Assert.Equal(Cast.Amina.PersonId, (await Links.Use(second)).PersonId);

        var late = await Links.Ask("bruno@elips.test", null);
        Clock.Advance(TimeSpan.FromHours(1));
        Assert.Null(await Links.Secret(late)); // the mail server was away too long: nobody waits for it any more
    }

    [Fact]
    public async Task An_unknown_address_leaves_the_same_trace_and_no_mail()
    {
        var ask = await Links.Ask("nobody@val-horizon.test", null);
        Assert.Equal(1, await Db.One<long>("select count(*) from sign_in_links where id = @ask", new { ask }));
        Assert.Equal(0, await Db.One<long>("select count(*) from deliveries"));
        Assert.Null(await Links.Secret(ask));
        Assert.Equal("email", (await Assert.ThrowsAsync<Refused>(() => Links.Ask("not an address", null))).Field);
    }

    [Theory, InlineData("amina@val-horizon.test"), InlineData("nobody@val-horizon.test")]
    public async Task One_address_is_asked_for_five_times_an_hour_known_or_not(string email)
    {
        for (var i = 0; i < SignInLinks.MostAnHour; i++) await Links.Ask(email, null);
        Assert.Equal("identity.link_too_many", (await Assert.ThrowsAsync<Refused>(() => Links.Ask(email.ToUpperInvariant(), null))).Key);
        await Links.Ask("bruno@elips.test", null);
        Clock.Advance(TimeSpan.FromHours(1));
        await Links.Ask(email, null);
        Clock.Advance(TimeSpan.FromDays(2));
        await Links.Ask(email, null);
        Assert.Equal(1, await Db.One<long>("select count(*) from sign_in_links"));
    }

    [Fact]
    public async Task A_link_leads_back_to_our_own_pages_only()
    {
        Assert.Null((await Links.Use(await Mailed("amina@val-horizon.test", "https://elsewhere.test/"))).ReturnTo);
        Assert.Null((await Links.Use(await Mailed("amina@val-horizon.test", "//elsewhere.test/"))).ReturnTo);
    }

    [Fact]
    public async Task Nobody_enters_after_their_last_mandate()
    {
        await Db.Write(null, tx => tx.Execute("update mandates set to_day = '2026-11-01' where person_id = @PersonId", new { Cast.Amina.PersonId }));
        Assert.Null(await Links.Secret(await Links.Ask("amina@val-horizon.test", null)));
    }
}

public sealed class SignInLinksOnSqlite() : SignInLinksTests(On.Sqlite);

public sealed class SignInLinksOnPostgres() : SignInLinksTests(On.Postgres);
