namespace Ptce.Workspace.Tests;

/// <summary>What one's own organisation offers and seeks: listed, taken off the pole and put back in words. Today is Thursday 19 November 2026.</summary>
public abstract class OwnTalkTests(On on) : ConversationTest(on)
{
    private async Task<IReadOnlyList<string>> Open() => [.. (await Get<Offers>().List(Cast.Amina, new(State: Stages.Open))).Offers.Select(o => o.Title)];

    [Theory]
    [InlineData("je retire mon offre")]
    [InlineData("annule mon offre de camion")]
    [InlineData("supprime l'offre")]
    [InlineData("mes offres")]
    [InlineData("mein Angebot")]
    [InlineData("I withdraw my offer")]
    [InlineData("cancel my offer")]
    [InlineData("ich ziehe mein Angebot zurück")]
    public async Task An_offer_is_withdrawn_by_a_sentence_and_one_press_and_put_back_by_another(string said)
    {
        await SayAll(Cast.Amina, "on propose un camion les mardis", "oui", "merci");
        var listed = await Say(said);
        Assert.Equal("Camion", Assert.Single(listed.Card!.Rows).Title);
        Assert.Equal(["Camion"], await Open());

        var off = await Press(listed, "Retirer");
        Assert.StartsWith("« Camion » est retiré", off.Text);
        Assert.Empty(await Open());

        await Press(off, "Remettre");
        Assert.Equal(["Camion"], await Open());
    }

    [Theory]
    [InlineData("nous n'avons plus besoin du chapiteau")]
    [InlineData("withdraw my need")]
    [InlineData("we no longer need the chapiteau")]
    [InlineData("wir brauchen das Chapiteau nicht mehr")]
    public async Task What_is_needed_no_more_is_found_among_ones_own_needs(string said)
    {
        await SayAll(Cast.Amina, "on propose un camion les mardis", "oui", "on cherche un chapiteau", "oui");
        await Say("on cherche une sono", Cast.Bruno);
        await Say("oui", Cast.Bruno);
        Assert.Equal(["Chapiteau"], (await Say(said)).Card!.Rows.Select(r => r.Title));
    }

    [Fact]
    public async Task Undoing_right_after_posting_takes_the_offer_off_again()
    {
        await SayAll(Cast.Amina, "on propose un camion les mardis", "oui");
        Assert.StartsWith("« Camion » est retiré", (await Say("annule")).Text);
        Assert.Empty(await Open());
    }

    [Fact]
    public async Task Taking_back_what_was_posted_leaves_what_waits()
    {
        await SayAll(Cast.Amina, "on propose un camion les mardis", "oui", "2h hier au cotech", "annule mon offre de camion");
        await Say("oui");
        Assert.Single(await Logged());
    }

    [Fact]
    public async Task Another_organisations_offer_is_not_taken_off()
    {
        await SayAll(Cast.Amina, "on propose un camion les mardis", "oui");
        var offer = (await Get<Offers>().List(Cast.Amina, new())).Offers.Single();
        Assert.Empty((await Say("mes offres", Cast.Bruno)).Card!.Rows);
        await Say("Retirer", Cast.Bruno, $"own:{offer.Id}");
        Assert.Equal(["Camion"], await Open());
    }

    [Fact]
    public async Task A_need_that_nobody_meets_says_so_before_it_is_posted() =>
        Assert.StartsWith("Personne ne le propose pour l'instant. ", (await Say("qui a un chapiteau ?")).Text);

    [Fact]
    public async Task The_new_need_of_ones_own_is_a_need_and_no_list() =>
        Assert.Equal("Camion", Fact(await Say("notre besoin : un camion pour samedi"), "Besoin"));
}

public sealed class OwnTalkOnSqlite() : OwnTalkTests(On.Sqlite);

public sealed class OwnTalkOnPostgres() : OwnTalkTests(On.Postgres);
