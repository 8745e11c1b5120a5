namespace Ptce.Workspace.Tests;

public abstract class PhotosTests(On on) : CastTest(on)
{
    /// <summary>The first bytes of a picture, which is all that tells what it is.</summary>
    private static readonly byte[] Bytes = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];

    internal static MemoryStream Png() => new(Bytes);

    private Photos Photos => Get<Photos>();

    [Fact]
    public async Task A_milestone_keeps_its_pictures_until_they_or_it_are_taken_away()
    {
        var made = await Get<Cooperations>().Log(Cast.Amina, new("Chantier pilote", [Cast.Organisation("Val Horizon"), Cast.Organisation("Elips")], Clock.Today), "web");
        await Get<Cooperations>().SetMilestone(Cast.Amina, made.Id, Clock.Today, "Charpente levée");
        var stone = (await Get<Cooperations>().Milestones(Cast.Amina, made.Id))[0].Id;

        var photo = await Photos.Add(Cast.Bruno, Get<Cooperations>(), made.Id, stone, " La charpente de mélèze ", Png());
        Assert.Equal(photo, await Photos.Add(Cast.Amina, Get<Cooperations>(), made.Id, stone, "La même", Png()));
        Assert.Equal("La charpente de mélèze", Assert.Single(await Photos.Of(Cast.Elise, made.Id)).Shows);
        var (opened, content) = await Photos.Open(Cast.Elise, photo.Id);
        await using (content) Assert.Equal(("image/png", (long)Bytes.Length), (opened.Type, content.Length));

        Assert.Equal("shows", (await Assert.ThrowsAsync<Refused>(() => Photos.Add(Cast.Amina, Get<Cooperations>(), made.Id, stone, " ", Png()))).Field);
        Assert.Equal("photo", (await Assert.ThrowsAsync<Refused>(() => Photos.Add(Cast.Amina, Get<Cooperations>(), made.Id, stone, "Un texte", new MemoryStream("%PDF-1.7"u8.ToArray())))).Field);
        await Assert.ThrowsAsync<NotAllowed>(() => Photos.Add(Cast.Elise, Get<Cooperations>(), made.Id, stone, "Autre", Png()));
        await Assert.ThrowsAsync<NotHere>(() => Photos.Add(Cast.Amina, Get<Cooperations>(), made.Id, "rien", "Autre", Png()));
        await Assert.ThrowsAsync<NotHere>(() => Photos.Open(Cast.Zora, photo.Id));

        await Photos.Remove(Cast.Amina, Get<Cooperations>(), photo.Id);
        await Assert.ThrowsAsync<NotHere>(() => Photos.Open(Cast.Amina, photo.Id));
        await Photos.Add(Cast.Bruno, Get<Cooperations>(), made.Id, stone, "Encore", Png());
        await Get<Cooperations>().DropMilestone(Cast.Amina, made.Id, stone);
        Assert.Empty(await Photos.Of(Cast.Amina, made.Id));
    }

    [Fact]
    public async Task A_picture_is_kept_under_its_hash_once_and_only_pictures_are()
    {
        var offer = await Get<Offers>().Post(Cast.Bruno, new("locaux", "Salle"), "web");
        var photo = await Photos.Add(Cast.Bruno, Get<Offers>(), offer.Id, null, "La salle, côté cour", Png());
        Assert.Equal(photo.Id, (await Photos.Add(Cast.Bruno, Get<Offers>(), offer.Id, null, "La même", Png())).Id);
        Assert.Equal("photos.words", await Refusal(() => Photos.Add(Cast.Bruno, Get<Offers>(), offer.Id, null, " ", Png())));
        Assert.Equal("photos.no_picture", await Refusal(() => Photos.Add(Cast.Bruno, Get<Offers>(), offer.Id, null, "Un texte", new MemoryStream("<script>"u8.ToArray()))));
        await Assert.ThrowsAsync<NotAllowed>(() => Photos.Add(Cast.Elise, Get<Offers>(), offer.Id, null, "La salle", Png()));
        await using (var content = (await Photos.Open(Cast.Elise, photo.Id)).Content) Assert.Equal(Bytes.Length, content.Length);
        await Assert.ThrowsAsync<NotHere>(() => Photos.Remove(Cast.Bruno, Get<Cooperations>(), photo.Id)); // an offer's is no cooperation's
        await Photos.Remove(Cast.Bruno, Get<Offers>(), photo.Id);
        Assert.Empty(await Photos.Of(Cast.Elise, offer.Id));
        await Assert.ThrowsAsync<NotHere>(() => Photos.Open(Cast.Elise, photo.Id));
    }

    private static async Task<string> Refusal(Func<Task> act) => (await Assert.ThrowsAnyAsync<Refused>(act)).Key;
}

public sealed class PhotosOnSqlite() : PhotosTests(On.Sqlite);

public sealed class PhotosOnPostgres() : PhotosTests(On.Postgres);
