using System.Net;

namespace Ptce.Workspace.Tests;

public abstract class ShowcaseTests(On on) : CastTest(on)
{
    private Showcase Showcase => Get<Showcase>();

    [Fact]
    public async Task Only_who_asked_for_it_is_shown_and_only_while_the_page_is_open()
    {
        var slug = Cast.Pole.Slug;
        var (ours, theirs) = (Cast.Organisation("Val Horizon"), Cast.Organisation("Elips"));
        var (shown, kept) = (await Get<Offers>().Post(Cast.Amina, new("locaux", "Salle de 20 places", "Clef chez Amina Belkacem"), "web"), await Get<Offers>().Post(Cast.Amina, new("materiel", "Broyeur"), "web"));
        Assert.Null(await Showcase.Public(slug));
        await Assert.ThrowsAsync<NotAllowed>(() => Showcase.Open(Cast.Chloe, null, indexed: true));
        Assert.Equal("words", (await Assert.ThrowsAsync<Refused>(() => Showcase.Open(Cast.Ines, new string('a', Showcase.LongestWords + 1), false))).Field);
        await Showcase.Open(Cast.Ines, " Un pôle de montagne ", indexed: false);
        Assert.Empty((await Showcase.Public(slug))!.Organisations);

        Assert.Equal("showcase.refused.organisation", (await Assert.ThrowsAsync<Refused>(() => Showcase.ShowOffer(Cast.Amina, shown.Id, true))).Key);
        await Assert.ThrowsAsync<NotAllowed>(() => Showcase.Show(Cast.Chloe, ours, shown: true));
        await Assert.ThrowsAsync<NotHere>(() => Showcase.Show(Cast.Zora, ours, shown: true));
        await Showcase.Show(Cast.Amina, ours, shown: true);
        await Showcase.Show(Cast.Amina, ours, shown: true);
        await Showcase.ShowOffer(Cast.Amina, shown.Id, true);
        await Assert.ThrowsAsync<NotAllowed>(() => Showcase.ShowOffer(Cast.Bruno, kept.Id, true));

        var page = (await Showcase.Public(slug))!;
        Assert.Equal(("Un pôle de montagne", false, "Val Horizon", "Salle de 20 places"), (page.Words, page.Indexed, Assert.Single(page.Organisations).Name, Assert.Single(page.Offers).Title));
        Assert.Equal(1, await Db.One<long>("select count(*) from events where name = 'MemberShown'"));
        await Get<Offers>().Close(Cast.Amina, shown.Id);
        Assert.Empty((await Showcase.Public(slug))!.Offers);
        await Get<Offers>().Reopen(Cast.Amina, shown.Id);

        // The cell takes someone off, and puts nobody on; an organisation off the page takes its offers with it.
        await Showcase.Show(Cast.Chloe, ours, shown: false);
        Assert.Equal((0, 0), ((await Showcase.Public(slug))!.Organisations.Count, (await Showcase.Public(slug))!.Offers.Count));
        await Showcase.Show(Cast.Bruno, theirs, shown: true);
        await Showcase.Close(Cast.Ines);
        Assert.Null(await Showcase.Public(slug));
        await Showcase.Open(Cast.Ines, null, indexed: true);
        Assert.Equal("Elips", Assert.Single((await Showcase.Public(slug))!.Organisations).Name);
        Assert.Null(await Showcase.Public(Cast.Other.Slug));
    }
}

public sealed class ShowcaseOnSqlite() : ShowcaseTests(On.Sqlite);

public sealed class ShowcaseOnPostgres() : ShowcaseTests(On.Postgres);

public sealed class PublicPolePageTests
{
    [Fact]
    public async Task A_stranger_reads_the_page_in_three_languages_and_no_name_of_a_person()
    {
        await using var app = await App.Start();
        var cast = app.Cast;
        using var stranger = app.Stranger();
        var address = $"/poles/{cast.Pole.Slug}";
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(address + "/fr")).StatusCode);
        var ines = app.SignedIn(cast.Ines);
        Assert.Equal(HttpStatusCode.SeeOther, (await ines.Post($"/p/{cast.Pole.Slug}/page-publique?handler=Open", new() { ["words"] = "Un pôle <b>de montagne</b>" })).StatusCode);
        await app.Get<Showcase>().Show(cast.Amina, cast.Organisation("Val Horizon"), shown: true);
        var offer = await app.Get<Offers>().Post(cast.Amina, new("locaux", "Salle de 20 places", "Clef chez Amina Belkacem"), "web");
        Assert.Equal(HttpStatusCode.SeeOther, (await app.SignedIn(cast.Amina).Post($"/p/{cast.Pole.Slug}/echanges/{offer.Id}?handler=Show", [])).StatusCode);

        foreach (var (language, says) in new[] { ("fr", "Ce que nos membres proposent"), ("en", "What our members offer"), ("de", "Was unsere Mitglieder anbieten") })
        {
            var answer = await stranger.GetAsync($"{address}/{language}");
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal(("public, max-age=300", "noindex"), (answer.Headers.CacheControl!.ToString(), Assert.Single(answer.Headers.GetValues("X-Robots-Tag"))));
            Assert.False(answer.Headers.Contains("Set-Cookie"));
            var text = await answer.Content.ReadAsStringAsync();
            Assert.Contains(says, text, StringComparison.Ordinal);
            Assert.Contains("Salle de 20 places", text, StringComparison.Ordinal);
            Assert.Contains("&lt;b&gt;", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Amina", text, StringComparison.Ordinal);
            using var again = new HttpRequestMessage(HttpMethod.Get, $"{address}/{language}");
            again.Headers.TryAddWithoutValidation("If-None-Match", answer.Headers.ETag!.ToString());
            Assert.Equal(HttpStatusCode.NotModified, (await stranger.SendAsync(again)).StatusCode);
        }
        // The reader's own language does not change what a cache keeps for everybody.
        Assert.Contains("What our members offer", (await (await app.SignedIn(cast.Amina).GetAsync(address + "/en")).Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }
}
