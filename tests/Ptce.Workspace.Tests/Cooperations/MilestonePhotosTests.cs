namespace Ptce.Workspace.Tests;

public abstract class MilestonePhotosTests(On on) : CastTest(on)
{
    /// <summary>The first bytes of a picture, which is all that tells what it is.</summary>
    internal static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];

    private MilestonePhotos Photos => Get<MilestonePhotos>();

    [Fact]
    public async Task A_milestone_keeps_its_pictures_until_they_or_it_are_taken_away()
    {
        var made = await Get<Cooperations>().Log(Cast.Amina, new("Chantier pilote", [Cast.Organisation("Val Horizon"), Cast.Organisation("Elips")], Clock.Today), "web");
        await Get<Cooperations>().SetMilestone(Cast.Amina, made.Id, Clock.Today, "Charpente levée");
        var stone = (await Get<Cooperations>().Milestones(Cast.Amina, made.Id))[0].Id;

        var photo = await Photos.Add(Cast.Bruno, made.Id, stone, " La charpente de mélèze ", new MemoryStream(Png));
        Assert.Equal(photo, await Photos.Add(Cast.Amina, made.Id, stone, "La même", new MemoryStream(Png)));
        Assert.Equal("La charpente de mélèze", Assert.Single(await Photos.Of(Cast.Elise, made.Id)).Shows);
        var (opened, content) = await Photos.Open(Cast.Elise, photo.Id);
        await using (content) Assert.Equal(("image/png", (long)Png.Length), (opened.Type, content.Length));

        Assert.Equal("shows", (await Assert.ThrowsAsync<Refused>(() => Photos.Add(Cast.Amina, made.Id, stone, " ", new MemoryStream(Png)))).Field);
        Assert.Equal("photo", (await Assert.ThrowsAsync<Refused>(() => Photos.Add(Cast.Amina, made.Id, stone, "Un texte", new MemoryStream("%PDF-1.7"u8.ToArray())))).Field);
        await Assert.ThrowsAsync<NotAllowed>(() => Photos.Add(Cast.Elise, made.Id, stone, "Autre", new MemoryStream(Png)));
        await Assert.ThrowsAsync<NotHere>(() => Photos.Add(Cast.Amina, made.Id, "rien", "Autre", new MemoryStream(Png)));
        await Assert.ThrowsAsync<NotHere>(() => Photos.Open(Cast.Zora, photo.Id));

        await Photos.Remove(Cast.Amina, photo.Id);
        await Assert.ThrowsAsync<NotHere>(() => Photos.Open(Cast.Amina, photo.Id));
        await Photos.Add(Cast.Bruno, made.Id, stone, "Encore", new MemoryStream(Png));
        await Get<Cooperations>().DropMilestone(Cast.Amina, made.Id, stone);
        Assert.Empty(await Photos.Of(Cast.Amina, made.Id));
    }
}

public sealed class MilestonePhotosOnSqlite() : MilestonePhotosTests(On.Sqlite);

public sealed class MilestonePhotosOnPostgres() : MilestonePhotosTests(On.Postgres);
