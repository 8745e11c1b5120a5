namespace Ptce.Workspace.Tests;

/// <summary>What the nights do for offers and needs: what ended is closed, what was wished for is told.</summary>
public abstract class OffersAtNightTests(On on) : CastTest(on)
{
    private Offers Pooling => Get<Offers>();
    private SavedSearches Searches => Get<SavedSearches>();

    private Task<IReadOnlyList<(string Topic, string Recipient)>> Owed() => Db.Read<(string, string)>("""
        select d.topic, p.name from deliveries d join people p on p.id = d.recipient_id where d.topic in ('offer_expired', 'search_hit', 'match_found') order by d.topic, p.name
        """);

    /// <summary>The last notice owed to somebody about a topic, as they would read it now.</summary>
    private async Task<Notice?> Read(IWriteNotices writer, Actor reader)
    {
        var subject = await Db.One<string>("select subject_id from deliveries where topic = @Topic and recipient_id = @PersonId order by id desc limit 1", new { writer.Topic, reader.PersonId });
        return await writer.Write(new("d", reader.PoleId, "mail", writer.Topic, subject, reader.PersonId, 1), reader);
    }

    private static async Task<string> Did(Func<JobAccount, Task> job)
    {
        var account = JobAccount.Unkept();
        await job(account);
        return string.Join(" · ", account.Notes.Select(n => n.Note.In(new Say("fr")).Plain()));
    }

    [Fact]
    public async Task What_ended_is_closed_once_and_its_author_hears_of_all_of_it_in_one_message()
    {
        var room = await Pooling.Post(Cast.Amina, new("locaux", "Grande salle", ToDay: Clock.Today), "web");
        var van = await Pooling.Post(Cast.Amina, new("vehicule", "Fourgon", ToDay: Clock.Today), "web");
        var stays = await Pooling.PostNeed(Cast.Amina, new("competence", "Compta", ToDay: Clock.Today.AddDays(9)), "web");
        Assert.Equal("", await Did(Get<ExpiredOffers>().Close));

        Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal("Offres et besoins arrivés à terme : 2", await Did(Get<ExpiredOffers>().Close));
        Assert.Equal("", await Did(Get<ExpiredOffers>().Close));

        Assert.Equal([("offer_expired", "Amina Belkacem")], await Owed());
        Assert.Equal([stays.Id], (await Pooling.List(Cast.Bruno, new())).Offers.Select(o => o.Id));
        Assert.Equal([van.Id, room.Id], (await Pooling.List(Cast.Bruno, new(State: Stages.Expired))).Offers.Select(o => o.Id));
        Assert.Empty((await Pooling.List(Cast.Bruno, new(State: Stages.Closed))).Offers);
        var notice = (await Read(Get<ExpiredOffers>(), Cast.Amina))!;
        Assert.Equal(["Grande salle", "Fourgon"], notice.Facts.Select(f => f.Label));

        await Pooling.Change(Cast.Amina, room.Id, new("locaux", "Grande salle", ToDay: Clock.Today.AddDays(30)));
        Assert.Equal(Stages.Open, (await Pooling.One(Cast.Bruno, room.Id)).StateOn(Clock.Today));
        Assert.Equal("Arrivé à terme : Fourgon", (await Read(Get<ExpiredOffers>(), Cast.Amina))!.Title.Plain());
    }

    [Fact]
    public async Task A_saved_search_tells_each_new_hit_once_and_nothing_of_ones_own()
    {
        await Pooling.Post(Cast.Bruno, new("vehicule", "Camion benne"), "web");
        Clock.Advance(TimeSpan.FromMinutes(1));
        var saved = await Searches.Save(Cast.Amina, new(Side: Sides.Offer, Search: " camion "));
        Assert.Equal(saved, await Searches.Save(Cast.Amina, new(Side: Sides.Offer, Search: "camion")));
        Assert.Equal("« camion » · Offres", saved.In(new Say("fr")).Plain());
        Assert.Equal("", await Did(Searches.Look));

        Clock.Advance(TimeSpan.FromHours(1));
        var lorry = await Pooling.Post(Cast.Elise, new("vehicule", "Petit camion"), "web");
        await Pooling.Post(Cast.Amina, new("vehicule", "Camion à moi"), "web");
        await Pooling.PostNeed(Cast.Elise, new("vehicule", "Cherche camion"), "web");
        Clock.Advance(TimeSpan.FromHours(12));
        Assert.Equal("Nouveautés trouvées pour les recherches enregistrées : 1, personnes prévenues : 1", await Did(Searches.Look));
        var notice = (await Read(Searches, Cast.Amina))!;
        Assert.Equal(("Nouveau dans vos recherches : Petit camion", Pooling.Page(Cast.Amina, lorry.Id)), (notice.Title.Plain(), notice.Path));

        Clock.Advance(TimeSpan.FromHours(12));
        Assert.Equal("", await Did(Searches.Look)); // the day looked at twice brings nothing twice
        await Pooling.Close(Cast.Elise, lorry.Id);
        Assert.Null(await Read(Searches, Cast.Amina)); // gone meanwhile: nothing is said of it

        await Searches.Forget(Cast.Bruno, saved.Id);
        Assert.Single(await Searches.Mine(Cast.Amina)); // somebody else's is not theirs to let go
        await Searches.Forget(Cast.Amina, saved.Id);
        Assert.Empty(await Searches.Mine(Cast.Amina));
        await Assert.ThrowsAsync<NotAllowed>(() => Searches.Save(Cast.Farid, new(Search: "camion")));
        await Assert.ThrowsAsync<Refused>(() => Searches.Save(Cast.Amina, new()));
    }

    [Fact]
    public async Task Who_wants_no_notices_of_the_exchanges_is_told_none()
    {
        await Searches.Save(Cast.Amina, new(Search: "camion"));
        await Get<Notices>().Prefer(Cast.Amina.PersonId, "exchanges", Preference.None);
        Clock.Advance(TimeSpan.FromHours(1));
        await Pooling.Post(Cast.Elise, new("vehicule", "Petit camion"), "web");
        await Did(Searches.Look);
        Assert.Empty(await Owed());
    }

    [Fact]
    public async Task A_need_and_an_offer_that_fit_are_found_at_night_told_to_both_and_never_again()
    {
        var need = await Pooling.PostNeed(Cast.Bruno, new("vehicule", "Camion pour un déménagement"), "web");
        var offer = await Pooling.Post(Cast.Amina, new("vehicule", "Camion avec hayon"), "web");
        var declined = await Pooling.Post(Cast.Elise, new("vehicule", "Camion bâché"), "web");
        var match = await Get<Agreements>().Ask(Cast.Bruno, declined.Id, need.Id);
        await Get<Agreements>().Refuse(Cast.Elise, match.Id, "Il est en panne.");

        Assert.Equal("Rapprochements trouvés : 1, personnes prévenues : 2", await Did(a => Get<FoundMatches>().Search(a)));
        Assert.Equal("", await Did(a => Get<FoundMatches>().Search(a)));
        Assert.Equal([("match_found", "Amina Belkacem"), ("match_found", "Bruno Keller")], await Owed());

        var (forBruno, forAmina) = ((await Read(Get<FoundMatches>(), Cast.Bruno))!, (await Read(Get<FoundMatches>(), Cast.Amina))!);
        Assert.Equal(Pooling.Page(Cast.Bruno, need.Id), forBruno.Path);
        Assert.Equal(("Camion avec hayon", "Elips : Camion pour un déménagement"), (forAmina.Facts[0].Label, forAmina.Facts[0].Value.Plain()));

        await Get<Agreements>().Ask(Cast.Bruno, offer.Id, need.Id);
        Assert.Null(await Read(Get<FoundMatches>(), Cast.Amina)); // asked meanwhile: the proposal speaks for itself
    }
}

public sealed class OffersAtNightOnSqlite() : OffersAtNightTests(On.Sqlite);

public sealed class OffersAtNightOnPostgres() : OffersAtNightTests(On.Postgres);
