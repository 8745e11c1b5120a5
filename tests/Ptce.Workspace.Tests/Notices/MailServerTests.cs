using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;

namespace Ptce.Workspace.Tests;

/// <summary>Notices over a real mail server that fails in every way for a while: each reaches its person once, in their language, with a way out.</summary>
public sealed partial class MailServerTests
{
    [Fact]
    public async Task A_server_that_fails_in_every_way_for_a_while_costs_nobody_their_message_and_nobody_gets_two()
    {
        await using var server = await Node.Start("Mail/server", "server.mjs");
        await using var app = await App.Start(settings: Settings(await server.Line(), patience: "2"), replace: PlainWriter.Instead);
        await app.Get<Dispatcher>().StopAsync(TestContext.Current.CancellationToken); // the story alone says when it is tried: a clock turned meanwhile would cut a try short
        var mails = new List<JsonElement>();

        foreach (var (mode, number) in new[] { "close", "hang", "greylist", "drop" }.Select((m, n) => (m, n)))
        {
            await Turn(server, mode, mails);
            foreach (var actor in new[] { app.Cast.Amina, app.Cast.Bruno, app.Cast.Gaelle }) await Owe(app, actor, $"Message {number}");
            for (var n = 0; n < 3; n++) await Pass(app, seconds: 20);
            if (mode != "greylist") await Soon.True(async () => await app.Get<Channels>().PauseOf("mail") is not null, $"{mode} pauses the channel");
            await Turn(server, "ok", mails);
            await Soon.True(async () =>
            {
                await Pass(app, seconds: 60);
                return await app.Db.One<long>("select count(*) from deliveries where delivered_at is null") == 0;
            }, $"{mode} is over and everything goes out");
            Assert.Null(await app.Get<Channels>().PauseOf("mail"));
        }
        await Turn(server, "ok", mails); // prints after all that came before it

        // What was taken before the line broke comes again under the same number, and mail programs show it once.
        var once = mails.DistinctBy(m => Of(m, "id")).ToList();
        Assert.Equal(Enumerable.Range(0, 4).SelectMany(n => new[] { "amina", "bruno", "gaelle" }.Select(p => $"{p} Message {n}")).Order(),
            once.Select(m => $"{Of(m, "to").Split('@')[0]} {Of(m, "subject")}").Order());
        Assert.InRange(mails.Count - once.Count, 1, 4);
        Assert.Equal(["de", "en", "fr"], once.Select(m => Of(m, "language")).Distinct().Order());
        Assert.Equal(["Bonjour", "Guten", "Hello"], once.Select(m => Of(m, "text").Split(' ', ',')[0]).Distinct().Order());
        Assert.Equal(0, await app.Db.One<long>("select count(*) from deliveries where parked_at is not null"));
    }

    [Fact]
    public async Task An_address_that_does_not_exist_is_given_up_at_once_with_its_cause_in_words_and_the_others_go_on()
    {
        await using var server = await Node.Start("Mail/server", "server.mjs");
        await using var app = await App.Start(settings: Settings(await server.Line()), replace: PlainWriter.Instead);
        await Turn(server, "refuse", []);
        await Owe(app, app.Cast.Amina, "Premier");
        await Soon.True(async () => await app.Db.One<long>("select count(*) from deliveries where parked_at is not null") == 1);

        var page = $"/p/{app.Cast.Pole.Slug}/envois";
        var chloe = app.SignedIn(app.Cast.Chloe);
        Assert.Contains("l'adresse n'existe pas ou refuse ce courriel", (await chloe.Page(page)).Says());
        Assert.Null(await app.Get<Channels>().PauseOf("mail"));

        await Turn(server, "ok", []);
        Assert.Equal(HttpStatusCode.Redirect, (await chloe.Post(page, new() { ["id"] = await app.Db.One<string>("select id from deliveries") })).StatusCode);
        Assert.Equal("Premier", Of(JsonDocument.Parse(await server.Line()).RootElement, "subject"));
    }

    [Fact]
    public async Task An_invitation_carries_its_calendar_and_is_answered_by_its_link_and_left_by_the_mail_programs_own_button()
    {
        await using var server = await Node.Start("Mail/server", "server.mjs");
        await using var app = await App.Start(settings: Settings(await server.Line()));
        var workshops = app.Get<Workshops>();
        var series = await workshops.Plan(app.Cast.Chloe, MeetingsFolk.Coming("Atelier; « réemploi »"));
        var meeting = (await workshops.Next(app.Cast.Chloe, 1))[0];
        foreach (var other in new[] { app.Cast.Bruno, app.Cast.Chloe, app.Cast.David, app.Cast.Elise, app.Cast.Gaelle, app.Cast.Ines }) await app.Get<Notices>().Prefer(other.PersonId, "meetings", Preference.None);
        await workshops.InviteAndRemind();

        var mail = JsonDocument.Parse(await server.Line()).RootElement;
        Assert.Equal(("amina@val-horizon.test", "Invitation : Atelier; « réemploi » du 26 novembre 2026"), (Of(mail, "to"), Of(mail, "subject").Plain()));
        var calendar = Of(mail, "calendar").Replace("\r\n ", "");
        Assert.Contains("METHOD:REQUEST", calendar);
        Assert.Contains($"UID:{meeting.Id}@ptce-workspace", calendar);
        Assert.Contains("SEQUENCE:0", calendar);
        Assert.Contains("mailto:amina@val-horizon.test", calendar);
        Assert.Contains("ORGANIZER:mailto:pole@pole.test", calendar);

        var yes = Link().Matches(Of(mail, "text")).Select(m => m.Value).First(l => l.Contains("/avis/", StringComparison.Ordinal));
        var page = await app.Stranger().Page(new Uri(yes).AbsolutePath);
        Assert.Equal("Je viens", page.QuerySelector("form button")!.TextContent.Trim());
        Assert.Empty((await workshops.TurnoutOf(app.Cast.Chloe, meeting.Id)).Replies); // looking is not answering
        using var empty = new FormUrlEncodedContent([]);
        Assert.Equal(HttpStatusCode.OK, (await app.Stranger().PostAsync(new Uri(yes).AbsolutePath, empty)).StatusCode);
        Assert.Equal(("Amina Belkacem", Reply.Yes), (await workshops.TurnoutOf(app.Cast.Chloe, meeting.Id)).Replies.Select(r => (r.Name, r.Answer)).Single());

        await workshops.Move(app.Cast.Chloe, meeting.Id, new(2026, 11, 30), new(9, 0), "Le train.");
        await workshops.Move(app.Cast.Chloe, meeting.Id, new(2026, 11, 27), new(9, 0), "Le train.");
        app.Clock.Advance(Notices.Pause + TimeSpan.FromSeconds(1)); // two changes in a row are one message, about the last
        var change = JsonDocument.Parse(await server.Line()).RootElement;
        Assert.StartsWith("Changement : ", Of(change, "subject").Plain(), StringComparison.Ordinal);
        Assert.Contains("SEQUENCE:2", Of(change, "calendar"));
        Assert.Contains("DTSTART:20261127T080000Z", Of(change, "calendar"));
        await workshops.Cancel(app.Cast.Chloe, meeting.Id, "La neige.");
        app.Clock.Advance(Notices.Pause + TimeSpan.FromSeconds(1));
        var cancelled = JsonDocument.Parse(await server.Line()).RootElement;
        Assert.Contains("METHOD:CANCEL", Of(cancelled, "calendar"));
        Assert.Contains("STATUS:CANCELLED", Of(cancelled, "calendar"));

        Assert.Equal("List-Unsubscribe-Post: List-Unsubscribe=One-Click", Of(mail, "oneClick"));
        using var one = new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]);
        Assert.Equal(HttpStatusCode.OK, (await app.Stranger().PostAsync(new Uri(Of(mail, "unsubscribe")).AbsolutePath, one)).StatusCode);
        await workshops.Restore(app.Cast.Chloe, meeting.Id);
        Assert.Equal(0, await app.Db.One<long>("select count(*) from deliveries where delivered_at is null and topic = 'meeting_change'"));
        Assert.NotNull(series);
    }

    [Fact]
    public async Task The_newsletter_reaches_members_who_want_it_and_outsiders_who_said_so_twice()
    {
        await using var server = await Node.Start("Mail/server", "server.mjs");
        await using var app = await App.Start(settings: Settings(await server.Line()));
        var chloe = app.SignedIn(app.Cast.Chloe);
        var (pole, home) = (app.Cast.Pole, $"/p/{app.Cast.Pole.Slug}/lettres");
        foreach (var other in new[] { app.Cast.Bruno, app.Cast.Chloe, app.Cast.David, app.Cast.Elise, app.Cast.Gaelle, app.Cast.Ines, app.Cast.Farid }) await app.Get<Notices>().Prefer(other.PersonId, "newsletter", Preference.None);

        var stranger = app.Stranger();
        await stranger.Post($"/lettres/{pole.Slug}", new() { ["email"] = "Maire@saint-aubin.test" });
        await stranger.Post($"/lettres/{pole.Slug}", new() { ["email"] = "maire@saint-aubin.test" }); // once an hour at most
        var confirm = JsonDocument.Parse(await server.Line()).RootElement;
        Assert.Equal("maire@saint-aubin.test", Of(confirm, "to"));
        var join = new Uri(Link().Match(Of(confirm, "text")).Value).AbsolutePath;
        await stranger.Page(join);
        Assert.Empty(await app.Get<Newsletters>().Subscribers(app.Cast.Chloe));
        using var empty = new FormUrlEncodedContent([]);
        await stranger.PostAsync(join, empty);
        Assert.Equal("maire@saint-aubin.test", (await app.Get<Newsletters>().Subscribers(app.Cast.Chloe)).Single().Email);

        await app.Get<Workshops>().Plan(app.Cast.Chloe, MeetingsFolk.Coming("Atelier *bois*"));
        var draft = (await chloe.Post(home + "?handler=Draft", [])).Headers.Location!.OriginalString;
        var page = await chloe.Page(draft);
        Assert.Contains("Atelier \\*bois\\*", page.QuerySelector("#body")!.TextContent);
        Assert.Equal(HttpStatusCode.NotFound, (await app.SignedIn(app.Cast.Amina).GetAsync(draft)).StatusCode);
        var id = draft.Split('/')[^1];
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/lettre/{id}")).StatusCode);
        var sent = await chloe.Send(page, draft + "?handler=Send", new() { ["title"] = "Novembre", ["body"] = "Bonjour,\n\n## Ensemble\n\n- [le site](https://pole.test) <script>x</script>\n- [piège](javascript:alert(1)) ![p](https://spy.test/p.png)" });
        Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);

        var mails = new[] { JsonDocument.Parse(await server.Line()).RootElement, JsonDocument.Parse(await server.Line()).RootElement };
        Assert.Equal(["amina@val-horizon.test", "maire@saint-aubin.test"], mails.Select(m => Of(m, "to")).Order());
        Assert.All(mails, mail =>
        {
            Assert.Equal("Novembre", Of(mail, "subject"));
            Assert.Contains("## Ensemble", Of(mail, "text"));
            Assert.Contains("<h2>Ensemble</h2>", Of(mail, "html"));
            Assert.Contains("href=\"https://pole.test\"", Of(mail, "html"));
            foreach (var harm in new[] { "<script", "javascript:", "spy.test\"", "<img" }) Assert.DoesNotContain(harm, Of(mail, "html"));
            Assert.StartsWith("https://pole.test/", Of(mail, "unsubscribe"), StringComparison.Ordinal);
        });
        Assert.Contains("Ensemble", (await stranger.Page($"/lettre/{id}")).Says());
        using var one = new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]);
        await stranger.PostAsync(new Uri(Of(mails.Single(m => Of(m, "to").StartsWith("maire", StringComparison.Ordinal)), "unsubscribe")).AbsolutePath, one);
        Assert.Empty(await app.Get<Newsletters>().Subscribers(app.Cast.Chloe));
        await app.Get<Newsletters>().Send(app.Cast.Chloe, id);
        Assert.Equal(1, await app.Db.One<long>("select count(*) from events where name = 'NewsletterSent'"));
        Assert.Contains("Novembre", (await app.SignedIn(app.Cast.Amina).Page(home)).Says());
    }

    /// <summary>Time passes, and what is due is tried.</summary>
    private static async Task Pass(App app, int seconds)
    {
        app.Clock.Advance(TimeSpan.FromSeconds(seconds));
        await app.Get<Dispatcher>().PayWhatIsDue(TestContext.Current.CancellationToken);
    }

    /// <summary>Changes how the server behaves, and reads the mails it took before that.</summary>
    private static async Task Turn(Node server, string mode, List<JsonElement> mails)
    {
        await server.Say($"mode {mode}");
        while (JsonDocument.Parse(await server.Line()).RootElement is var line && !line.TryGetProperty("mode", out _)) mails.Add(line);
    }

    private static Task<bool> Owe(App app, Actor to, string subject) =>
        app.Db.Write(app.Cast.Pole.Id, tx => app.Get<Notices>().Owe(tx, to.PersonId, "action_due", subject, app.Cast.Pole.Id));

    private static string Of(JsonElement mail, string part) => mail.GetProperty(part).GetString()!;

    private static Dictionary<string, string?> Settings(string port, string patience = "60") => new()
    {
        ["Mail:Host"] = "127.0.0.1",
        ["Mail:Port"] = port,
        ["Mail:From"] = "Espace du pôle <pole@pole.test>",
        ["Mail:UseTls"] = "false",
        ["Mail:PatienceSeconds"] = patience,
        ["Site:Address"] = "https://pole.test",
    };

    [GeneratedRegex(@"https://\S+")]
    private static partial Regex Link();
}
