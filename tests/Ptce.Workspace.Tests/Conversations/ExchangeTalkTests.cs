namespace Ptce.Workspace.Tests;

/// <summary>Offers, needs, searches and loans, said in words.</summary>
public abstract class ExchangeTalkTests(On on) : ConversationTest(on)
{
    private async Task<IReadOnlyList<Offer>> Posted(string side) => (await Get<Offers>().List(Cast.Chloe, new OfferFilter(side))).Offers;

    [Fact]
    public async Task An_offer_is_shown_before_it_is_posted()
    {
        var shown = await Say("On propose un bureau fermé 12 m² les mardis jusqu'à fin mars");
        Assert.Empty(await Posted(Sides.Offer));
        Assert.Equal("Bureau fermé 12 m²", Fact(shown, "Offre"));
        Assert.StartsWith("chaque mardi", Fact(shown, "Quand"));

        var done = await Press(shown, "Publier l'offre");

        var offer = Assert.Single(await Posted(Sides.Offer));
        Assert.Equal(("Bureau fermé 12 m²", "locaux", "weekly", 2L, new DateOnly(2027, 3, 31), "chat"), (offer.Title, offer.Kind, offer.Recurrence, offer.Weekday, offer.ToDay, offer.Channel));
        Assert.EndsWith($"/echanges/{offer.Id}", Assert.Single(done.Card!.Links).Href);
        Assert.Equal("Rien n'attend de réponse.", (await Say("oui")).Text);
    }

    [Fact]
    public async Task Who_has_a_room_shows_the_rooms_offered_and_posts_the_need_only_if_asked()
    {
        await SayAll(Cast.Bruno, "on propose une salle de réunion pour 20 personnes", "oui");

        var shown = await Say("qui a une salle ?");
        Assert.Equal("Salle de réunion pour 20 personnes", Assert.Single(shown.Card!.Rows).Title);
        Assert.Empty(await Posted(Sides.Need));

        await Press(shown, "Publier le besoin");
        Assert.Equal(("Salle", "locaux"), (Assert.Single(await Posted(Sides.Need)) is var n ? (n.Title, n.Kind) : default));
    }

    [Fact]
    public async Task What_stands_open_is_listed_on_request()
    {
        await SayAll(Cast.Bruno, "on propose un camion le samedi", "oui");
        await SayAll(Cast.Bruno, "cherche un comptable 2 jours", "oui");

        Assert.Equal("Camion", Assert.Single((await Say("montre les offres")).Card!.Rows).Title);
        Assert.Equal("Comptable", Assert.Single((await Say("quels besoins ?")).Card!.Rows).Title);
        Assert.Equal("Camion", Assert.Single((await Say("quelles offres de camion ?")).Card!.Rows).Title);
        Assert.Empty((await Say("quelles offres de piano ?")).Card!.Rows);
    }

    [Fact]
    public async Task What_was_found_is_answered_with_its_button_and_agreed_on_by_the_other_with_theirs()
    {
        await SayAll(Cast.Bruno, "on propose un camion le samedi", "oui");
        var own = await Say("quelles offres de camion ?", Cast.Bruno);
        Assert.Empty(Assert.Single(own.Card!.Rows).Choices ?? []); // one's own is not answered
        var found = await Say("quelles offres de camion ?");

        var asked = await Press(found, "Cela nous intéresse");
        Assert.Equal("La demande est partie : l'autre organisation répond.", asked.Text);
        var match = Assert.Single((await Get<Agreements>().Matches(Cast.Bruno, new(State: AgreementFilter.Mine))).Matches);
        Assert.Equal("Val Horizon", match.ReceiverName);
        await Press(found, "Cela nous intéresse"); // twice is one
        Assert.Single((await Get<Agreements>().Matches(Cast.Bruno, new())).Matches);

        Assert.StartsWith("Accepté et signé", (await Say("Accepter", Cast.Bruno, $"match:{match.Id}")).Text);
        Assert.StartsWith("Je n'ai rien trouvé", (await Say("quelles offres de camion ?", Cast.Chloe)).Text); // it is agreed on: no longer open
    }

    [Fact]
    public async Task A_need_without_a_kind_asks_for_it_and_can_be_changed()
    {
        var asked = await Say("on a besoin de trombones pour décembre");
        Assert.Equal("De quoi s'agit-il ?", asked.Text);
        await Say("materiel");
        var shown = await Say("jusqu'au 15 décembre");
        Assert.Equal("matériel", Fact(shown, "Nature"));
        await Say("oui");
        var need = Assert.Single(await Posted(Sides.Need));
        Assert.Equal(("materiel", new DateOnly(2026, 12, 15)), (need.Kind, need.ToDay));
    }

    [Fact]
    public async Task A_rule_that_says_no_is_told_and_what_was_understood_stays()
    {
        await Say("cherche un camion");
        await Say("jusqu'au 15 novembre 2026");
        var refused = await Say("oui");
        Assert.Contains("passé", refused.Text);
        await Say("jusqu'au 15 décembre");
        await Say("oui");
        Assert.Single(await Posted(Sides.Need));
    }

    [Fact]
    public async Task A_room_lent_is_a_line_of_hours_that_the_other_confirms()
    {
        var shown = await Say("nous avons prêté la salle samedi de 14h à 17h à Elips");
        Assert.Equal("3 heures", Fact(shown, "Quantité"));
        Assert.Equal(("Val Horizon", "Elips"), (Fact(shown, "Donné par"), Fact(shown, "Reçu par")));
        var saved = await Press(shown, "Noter");

        Assert.Contains("Elips confirme", saved.Text);
        var line = Assert.Single(await Logged());
        Assert.Equal(("locaux", 3m, "heure", new DateOnly(2026, 11, 14)), (line.Kind, line.Quantity, line.Unit, line.Day));
        Assert.Equal(["Elips"], line.Parties.Select(p => p.Name));
    }

    [Fact]
    public async Task What_was_lent_to_us_is_given_by_the_other()
    {
        await Say("Elips nous a prêté le camion lundi");
        var shown = await Say("2 jours");
        Assert.Equal("2 jours", Fact(shown, "Quantité"));
        await Say("oui");

        var line = Assert.Single(await Logged());
        Assert.Equal(("Elips", "Val Horizon", 2m), (line.OrganisationName, line.BeneficiaryName, line.Quantity));
        Assert.Equal(["Elips"], line.Parties.Select(p => p.Name));
    }

    [Fact]
    public async Task Food_given_asks_how_much()
    {
        Assert.StartsWith("Combien ?", (await Say("on a donné des légumes à Elips hier")).Text);
        await Say("35 kg");
        await Say("oui");
        Assert.Equal((35m, "kg", "denrees"), Assert.Single(await Logged()) is var line ? (line.Quantity, line.Unit, line.Kind) : default);
    }

    [Fact]
    public async Task A_cooperation_is_noted_once_its_partners_its_day_and_its_nature_are_known()
    {
        Assert.Equal("Depuis quel jour ?", (await Say("On a répondu avec Elips et Valoprest à l'appel d'offres de la CAVF")).Text);
        var shown = await Say("le 12 novembre");
        Assert.Equal(("Val Horizon, Elips, Valoprest", "CAVF"), (Fact(shown, "Ensemble"), Fact(shown, "Pour")));
        await Press(shown, "Noter");

        var noted = Assert.Single((await Get<Cooperations>().List(Cast.Amina, new CooperationFilter())).Cooperations);
        Assert.Equal((1L, 0L, new DateOnly(2026, 11, 12), "chat"), (noted.Commercial, noted.Strategic, noted.FromDay, noted.Channel));
        Assert.Equal(["Elips", "Val Horizon", "Valoprest"], noted.Members.Select(m => m.Name));
    }

    [Fact]
    public async Task Lending_a_person_explains_the_three_documents_and_saves_nothing()
    {
        var told = await Say("on met Julie à disposition de Valoprest 1 jour par semaine à partir du 1er décembre");
        Assert.Equal(3, told.Card!.Facts.Count(f => f.Label.StartsWith("Document", StringComparison.Ordinal)));
        Assert.Contains(told.Card.Facts, f => f.Value == "Valoprest");
        Assert.Contains(told.Card.Links, l => l.Href.EndsWith("/mises-a-disposition", StringComparison.Ordinal));
        Assert.Null(await Get<Conversations>().Waiting(Cast.Amina, Conversations.Web));
    }
}

public sealed class ExchangeTalkOnSqlite() : ExchangeTalkTests(On.Sqlite);

public sealed class ExchangeTalkOnPostgres() : ExchangeTalkTests(On.Postgres);
