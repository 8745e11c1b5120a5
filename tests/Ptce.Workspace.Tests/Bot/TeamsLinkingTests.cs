namespace Ptce.Workspace.Tests;

/// <summary>How a Teams account comes to speak for a person.</summary>
public abstract class TeamsLinkingTests(On on) : TeamsTest(on)
{
    private TeamsAccounts Accounts => _teams.App.Get<TeamsAccounts>();

    private static Person Of(Actor actor) => new(actor.PersonId, actor.Name, null, actor.Language);

    private async Task<string> Says(Actor person, string text) => TeamsStage.Text(await _teams.Says(person, text));

    [Fact]
    public async Task A_stranger_gets_the_way_to_link_and_nothing_else()
    {
        foreach (var text in new[] { "2h hier au cotech", "aide", "oui", "pôle du Haut-Pays" })
        {
            var answer = await Says(Cast.Amina, text);
            Assert.Contains("https://pole.test/moi", answer);
            Assert.DoesNotContain("Haut-Pays", answer);
        }
        Assert.Empty(await _teams.App.Db.Read<string>("select id from conversations"));
    }

    [Fact]
    public async Task Who_only_reads_the_pole_is_told_where_to_read_and_never_that_a_greeting_is_not_allowed()
    {
        await _teams.Linked(Cast.Farid);
        foreach (var text in new[] { "bonjour", "2h hier au cotech" })
        {
            var answer = await _teams.Says(Cast.Farid, text);
            Assert.StartsWith("Bonjour Farid. Dans ", TeamsStage.Text(TeamsStage.Card(answer)["body"]));
            Assert.Equal(["Bilans", "Observatoire", "Toutes les réunions"], TeamsStage.Card(answer)["actions"]!.AsArray().Select(a => (string)a!["title"]!));
        }
        // Among others his role is nobody's matter.
        var answers = await _teams.Answers(_teams.Message(Cast.Farid, "c'est quand le prochain atelier ?", "19:g@thread.v2", "groupChat"));
        Assert.Equal(["Je vous réponds dans notre conversation privée.", null], answers.Select(a => (string?)a["text"]));
    }

    [Fact]
    public async Task A_code_links_once_within_its_time()
    {
        var code = await Accounts.ShowCode(Of(Cast.Amina));
        Assert.Contains("Amina Belkacem", await Says(Cast.Amina, $"lier {code[..3]} {code[3..]}"));
        Assert.Contains("déjà relié", await Says(Cast.Amina, $"lier {code}"));
        Assert.Contains("n'est pas le bon", await Says(Cast.Chloe, $"lier {code}"));

        var late = await Accounts.ShowCode(Of(Cast.Chloe));
        _teams.App.Clock.Advance(TimeSpan.FromMinutes(TeamsAccounts.CodeMinutes));
        Assert.Contains("n'est pas le bon", await Says(Cast.Chloe, late));

        var (first, second) = (await Accounts.ShowCode(Of(Cast.Chloe)), await Accounts.ShowCode(Of(Cast.Chloe)));
        Assert.Contains("n'est pas le bon", await Says(Cast.Chloe, first));
        Assert.Contains("Chloé Perrin", await Says(Cast.Chloe, second));
    }

    [Fact]
    public async Task The_profile_shows_a_code_once_and_the_account_it_linked_until_it_is_unlinked()
    {
        var browser = _teams.App.SignedIn(Cast.Amina);
        Assert.Equal(System.Net.HttpStatusCode.SeeOther, (await browser.Post("/moi?handler=TeamsCode", [])).StatusCode);
        var sentence = (await browser.Page("/moi")).Says("section:has(#teams) strong");
        Assert.Matches(@"^lier \d{3} \d{3}$", sentence);
        Assert.DoesNotContain(sentence, (await browser.Page("/moi")).Says());

        Assert.Contains("Amina Belkacem", await Says(Cast.Amina, sentence));
        var account = (await browser.Page("/moi")).QuerySelector("input[name=account]")!.GetAttribute("value")!;
        await browser.Post("/moi?handler=TeamsUnlink", new() { ["tenant"] = TeamsStage.Tenant, ["account"] = account });
        Assert.Contains("/moi", await Says(Cast.Amina, "bonjour"));

        for (var n = 1; n < TeamsAccounts.MostCodesAnHour; n++) await Accounts.ShowCode(Of(Cast.Amina));
        Assert.Contains("Trop de codes", (await (await browser.Post("/moi?handler=TeamsCode", [])).Page()).Says());
    }

    [Fact]
    public async Task Guessing_ends_after_five_tries_an_hour_even_with_the_right_code()
    {
        var code = await Accounts.ShowCode(Of(Cast.Amina));
        var wrong = code == "000000" ? "000001" : "000000";
        for (var n = 0; n < TeamsAccounts.MostTriesAnHour; n++) Assert.Contains("n'est pas le bon", await Says(Cast.Bruno, wrong));
        Assert.Contains("Trop de codes faux", await Says(Cast.Bruno, code));
        Assert.Contains("Amina", await Says(Cast.Amina, code)); // nobody else is held up
    }

    [Fact]
    public async Task An_account_is_never_moved_to_somebody_else_and_is_a_strangers_once_unlinked()
    {
        await _teams.Linked(Cast.Amina);
        await Assert.ThrowsAsync<Refused>(() => Accounts.Link(Of(Cast.Bruno), new(TeamsStage.Tenant, TeamsStage.Account(Cast.Amina), null, null)));
        await Accounts.Unlink(Of(Cast.Bruno), TeamsStage.Tenant, TeamsStage.Account(Cast.Amina));
        Assert.Single(await Accounts.Of(Of(Cast.Amina)));

        await Accounts.Unlink(Of(Cast.Amina), TeamsStage.Tenant, TeamsStage.Account(Cast.Amina));
        Assert.Contains("/moi", await Says(Cast.Amina, "bonjour"));
    }

    [Fact]
    public async Task A_person_of_two_poles_speaks_in_one_at_a_time_and_is_told_which()
    {
        await _teams.Linked(Cast.Gaelle);
        var first = await Says(Cast.Gaelle, "Hallo");
        Assert.Contains("Pôle des Deux-Rives", first);
        Assert.Contains("Pôle du Haut-Pays", await Says(Cast.Gaelle, "pole haut pays"));
        Assert.Contains("Pôle du Haut-Pays", await Says(Cast.Gaelle, "gestern 2 Std. Fachausschuss"));
        Assert.Contains("Pôle des Deux-Rives", await Says(Cast.Gaelle, "Verbund"));
    }

    [Theory]
    [InlineData("lier 493 027", "493027"), InlineData("Link 493027", "493027"), InlineData("VERBINDEN 493-027.", "493027"), InlineData("493 027", "493027")]
    [InlineData("lier", null), InlineData("lier 49302", null), InlineData("2h hier", null), InlineData("４９３０２７", null), InlineData("lier 4930271", null)]
    public void A_code_is_read_as_people_type_it(string said, string? code) => Assert.Equal(code, TeamsAccounts.CodeIn(said));
}

public sealed class TeamsLinkingOnSqlite() : TeamsLinkingTests(On.Sqlite);

public sealed class TeamsLinkingOnPostgres() : TeamsLinkingTests(On.Postgres);
