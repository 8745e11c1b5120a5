using System.Net;

namespace Ptce.Workspace.Tests;

public abstract class LiveHubTests(On on)
{
    [Fact]
    public async Task An_open_page_is_told_to_look_again_with_the_number_of_the_event_and_catches_up_when_it_comes_back()
    {
        await using var app = await App.Start(on);
        var pole = app.Cast.Pole;
        await using var page = await app.Open(app.Cast.Amina);
        var before = await page.Watch(pole.Slug);

        await app.Db.Write(pole.Id, tx => tx.Announce(null, new PoleCreated(pole.Id)));
        Assert.Equal(before + 1, await NewsOf(page, before));

        await page.DisposeAsync();
        await app.Db.Write(pole.Id, tx => tx.Announce(null, new PoleCreated(pole.Id)));
        await using var again = await app.Open(app.Cast.Amina);
        Assert.Equal(before + 2, await again.Watch(pole.Slug, "/", before + 1));
    }

    [Fact]
    public async Task A_page_subscribes_to_the_poles_of_its_reader_only()
    {
        await using var app = await App.Start(on);
        await using var zora = await app.Open(app.Cast.Zora);

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => zora.Watch(app.Cast.Pole.Slug));
        Assert.Contains(new NotHere().Message, refused.Message);
        await Assert.ThrowsAsync<InvalidOperationException>(() => zora.Watch("nulle-part"));

        var before = await zora.Watch(app.Cast.Other.Slug);
        await app.Db.Write(app.Cast.Pole.Id, tx => tx.Announce(null, new PoleCreated(app.Cast.Pole.Id)));
        await app.Db.Write(app.Cast.Other.Id, tx => tx.Announce(null, new PoleCreated(app.Cast.Other.Id)));
        var heard = await NewsOf(zora, before);
        Assert.Equal((await app.Get<Poles>().BySlug(app.Cast.Other.Slug))!.Seq, heard);
    }

    [Fact]
    public async Task Nobody_subscribes_without_a_session()
    {
        await using var app = await App.Start(on);
        using var stranger = app.Stranger();

        Assert.NotEqual(HttpStatusCode.OK, (await stranger.PostAsync("/live/negotiate?negotiateVersion=1", null)).StatusCode);
    }

    [Fact]
    public async Task Who_is_in_the_room_of_a_meeting_hears_what_changes_there_and_nobody_else()
    {
        await using var app = await App.Start(on);
        var (cast, pole) = (app.Cast, app.Cast.Pole.Slug);
        await app.Get<Workshops>().Plan(cast.Chloe, MeetingsFolk.Coming() with { Audience = "committee" });
        var meeting = (await app.Get<Workshops>().Next(cast.Chloe, 1))[0].Id;
        await app.Get<Workshops>().Propose(cast.Chloe, meeting, false, "Broyeur", 20, "decide");
        var item = (await app.Get<Workshops>().AgendaOf(cast.Chloe, meeting)).Items[0].Id;
        await using var chloe = await app.Open(cast.Chloe);
        await using var bruno = await app.Open(cast.Bruno);
        await using var amina = await app.Open(cast.Amina);
        await using var zora = await app.Open(cast.Zora);

        await chloe.Sit(pole, meeting);
        await bruno.Sit(pole, meeting);
        await amina.Sit(pole, meeting); // she reads along
        Assert.Contains(new NotHere().Message, (await Assert.ThrowsAsync<InvalidOperationException>(() => zora.Sit(pole, meeting))).Message);
        Assert.Contains(new NotHere().Message, (await Assert.ThrowsAsync<InvalidOperationException>(() => zora.Sit(cast.Other.Slug, meeting))).Message);

        await chloe.Write(item, 2);
        var at = (await bruno.Hear("Writing"))[0];
        Assert.Equal(("Chloé Perrin", item, 2), (at.GetProperty("name").GetString(), at.GetProperty("place").GetString(), at.GetProperty("paragraph").GetInt32()));
        foreach (var other in (OpenPage[])[amina, zora])
            Assert.Contains(new NotAllowed().Message, (await Assert.ThrowsAsync<InvalidOperationException>(() => other.Write(item, 1))).Message);

        await app.Get<Proceedings>().Write(cast.Bruno, item, "b1", "", "Bonjour");
        Assert.Equal(Room.Notes, (await chloe.Hear("LookHere"))[0].GetString());
        Assert.Equal(Room.Notes, (await amina.Hear("LookHere"))[0].GetString());
        Assert.False(zora.Heard("LookHere"));
    }

    [Fact]
    public async Task Everyone_on_a_page_sees_who_else_is_there()
    {
        await using var app = await App.Start(on);
        await using var amina = await app.Open(app.Cast.Amina);
        await amina.Watch(app.Cast.Pole.Slug, "/contributions");
        await amina.Hear("Presence");

        await using var bruno = await app.Open(app.Cast.Bruno);
        await bruno.Watch(app.Cast.Pole.Slug, "/contributions");
        Assert.Equal(["Amina Belkacem", "Bruno Keller"], (await amina.Hear("Presence"))[0].EnumerateArray().Select(p => p.GetProperty("name").GetString()));

        await bruno.DisposeAsync();
        Assert.Equal(1, (await amina.Hear("Presence"))[0].GetArrayLength());
    }

    /// <summary>The next number that is new to the page. A node that has just begun to listen says those from before too, which pages ignore.</summary>
    private static async Task<long> NewsOf(OpenPage page, long after)
    {
        while (true)
            if ((await page.Hear("LookAgain"))[0].GetInt64() is var seq && seq > after) return seq;
    }
}

public sealed class LiveHubOnSqlite() : LiveHubTests(On.Sqlite);

public sealed class LiveHubOnPostgres() : LiveHubTests(On.Postgres);
