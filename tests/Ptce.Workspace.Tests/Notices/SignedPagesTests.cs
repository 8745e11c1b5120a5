using System.Net;

namespace Ptce.Workspace.Tests;

/// <summary>What a mail's links do: one purpose, one person, for a while, and nothing before a button is pressed.</summary>
public sealed class SignedPagesTests
{
    [Fact]
    public async Task The_way_out_of_a_theme_needs_one_button_or_the_mail_programs_own_and_no_session()
    {
        await using var app = await App.Start();
        var gaelle = app.Cast.Gaelle;
        var path = app.Get<Taps>().Path(gaelle, new(Unsubscribing.ThePurpose, "lines"));
        Task<string> Now() => Chosen(app, gaelle, "lines");

        for (var scan = 0; scan < 2; scan++)
        {
            var page = await app.Stranger().Page(path);
            Assert.Equal("Diese Nachrichten abbestellen", page.QuerySelector("form button")!.TextContent.Trim()); // her language, not the browser's
        }
        Assert.Equal(Preference.Teams, await Now());
        using var one = new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]);
        var done = await app.Stranger().PostAsync(path, one);
        Assert.Equal((HttpStatusCode.OK, "no-referrer"), (done.StatusCode, done.Headers.GetValues("Referrer-Policy").Single()));
        Assert.Equal(Preference.None, await Now());
        Assert.Equal(Preference.Teams, await Chosen(app, gaelle, "meetings"));
        Assert.Null((await app.Stranger().Page(path)).QuerySelector("form")); // done already
    }

    [Fact]
    public async Task A_link_that_was_changed_is_over_or_belongs_to_someone_who_left_does_nothing()
    {
        await using var app = await App.Start();
        var path = app.Get<Taps>().Path(app.Cast.Amina, new(Unsubscribing.ThePurpose, "lines"));
        async Task Nothing(string at)
        {
            using var empty = new FormUrlEncodedContent([]);
            Assert.Null((await app.Stranger().Page(at)).QuerySelector("form"));
            await app.Stranger().PostAsync(at, empty);
            Assert.Equal(Preference.Teams, await Chosen(app, app.Cast.Amina, "lines"));
        }
        await Nothing(path[..^4] + "AAAA");
        await Nothing("/avis/nothing");
        await Nothing(app.Get<Taps>().Path(app.Cast.Amina, new("conquer", "lines")));
        await app.Db.Write(null, tx => tx.Execute("update mandates set to_day = '2026-11-01' where person_id = @PersonId", new { app.Cast.Amina.PersonId }));
        await Nothing(path);
        await app.Db.Write(null, tx => tx.Execute("update mandates set to_day = null where person_id = @PersonId", new { app.Cast.Amina.PersonId }));
        app.Clock.Advance(TimeSpan.FromDays(Taps.Days));
        await Nothing(path);
    }

    [Fact]
    public async Task The_choices_are_made_from_my_page_and_from_the_mails_link()
    {
        await using var app = await App.Start();
        var amina = app.SignedIn(app.Cast.Amina);
        Assert.NotNull((await amina.Page("/moi")).QuerySelector("a[href=\"/moi/avis\"]"));
        Assert.Equal(HttpStatusCode.SeeOther, (await amina.Post("/moi/avis", new() { ["theme-lines"] = "mail", ["starts"] = "19:00", ["ends"] = "08:00" })).StatusCode);
        Assert.Equal(Preference.Mail, await Chosen(app, app.Cast.Amina, "lines"));
        Assert.Equal(new QuietHours(null, "19:00", "08:00"), await app.Get<Notices>().QuietOf(app.Cast.Amina.PersonId));
        var refused = await amina.Post("/moi/avis", new() { ["starts"] = "19:00", ["zone"] = "Mars/Olympus" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);

        var link = $"/avis/{app.Get<Taps>().Sign(app.Cast.Amina.PersonId, app.Cast.Pole.Slug, new(NoticesBySign.ThePurpose, ""))}/reglages";
        Assert.Equal("mail", (await app.Stranger().Page(link)).QuerySelector("#theme-lines option[selected]")!.GetAttribute("value"));
        using var form = new FormUrlEncodedContent([new("theme-lines", "both"), new("starts", ""), new("ends", "")]);
        Assert.Equal(HttpStatusCode.OK, (await app.Stranger().PostAsync(link, form)).StatusCode);
        Assert.Equal(Preference.Both, await Chosen(app, app.Cast.Amina, "lines"));
        Assert.Equal(HttpStatusCode.Redirect, (await app.Stranger().GetAsync("/moi/avis")).StatusCode);
    }

    private static async Task<string> Chosen(App app, Actor actor, string theme) => (await app.Get<Notices>().Preferences(actor.PersonId)).First(p => p.Theme == theme).Channels;
}
