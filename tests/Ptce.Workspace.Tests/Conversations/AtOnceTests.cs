namespace Ptce.Workspace.Tests;

/// <summary>The same person at two places at once: two windows, or a window and Teams. Today is Thursday 19 November 2026.</summary>
public abstract class AtOnceTests(On on) : ConversationTest(on)
{
    private static readonly Say French = new("fr");

    [Fact]
    public async Task Of_sentences_said_at_once_each_waits_or_is_told_to_be_set_aside_and_then_offered_again()
    {
        string[] sentences = ["1h hier au cotech", "2h lundi au copil", "45 min mardi à l'atelier", "3h samedi au cotech"];
        var replies = await Task.WhenAll(sentences.Select(s => Task.Run(() => Hear(s))));
        Assert.Equal(sentences.Length - 1, replies.Count(r => r.SetAside is not null));

        var minutes = new List<long>();
        for (var reply = await Say("oui"); ; reply = await Say("oui"))
        {
            minutes.Add((await Logged()).Sum(l => l.Minutes));
            if (reply.Then is null) break;
            await Say("oui");
        }
        Assert.Equal([45, 60, 120, 180], (await Logged()).Select(l => l.Minutes).Order());
        Assert.Equal(sentences.Length, minutes.Distinct().Count());
    }

    [Fact]
    public async Task What_another_node_heard_meanwhile_is_not_overwritten()
    {
        // Another node, on the same store: it knows nothing of who has the floor here.
        var there = new Conversations(Db, Get<IEnumerable<Matter>>(), Get<Members>(), Get<Poles>(), Get<Diagnostics>(), Get<TimeProvider>());
        var told = 0;
        for (var round = 0; round < 6; round++)
        {
            var replies = await Task.WhenAll(Task.Run(() => Hear("1h hier au cotech")), Task.Run(() => there.Hear(Cast.Amina, Conversations.Web, "2h lundi au copil", French)));
            told += replies.Count(r => r.SetAside is not null);
        }
        Assert.Equal(11, told);
    }

    [Fact]
    public async Task A_yes_pressed_in_two_windows_at_once_is_one_act_and_both_are_told()
    {
        await Meeting("Atelier compost", "atelier", new DateOnly(2026, 12, 8));
        var point = await SayAll(Cast.Amina, "mets le budget à l'ordre du jour de l'atelier, 20 min", "pour décider");
        var replies = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => Hear("oui", point.Card!.Key))));
        Assert.All(replies, r => Assert.Contains("Proposé", r.Text));
        Assert.Equal(1, await Db.One<long>("select count(*) from agenda_items"));
    }

    [Fact]
    public async Task A_point_whose_answer_was_never_kept_is_proposed_once()
    {
        var meeting = await Meeting("Atelier compost", "atelier", new DateOnly(2026, 12, 8));
        var point = await SayAll(Cast.Amina, "mets le budget à l'ordre du jour de l'atelier, 20 min", "pour décider");
        // The program died between the point and the answer to it.
        await Get<Workshops>().Propose(Cast.Amina, meeting.Id, reserve: false, "budget", 20, "decide", point.Card!.Key);
        await Say("oui");
        Assert.Equal(1, await Db.One<long>("select count(*) from agenda_items"));
    }

    [Fact]
    public async Task A_line_confirmed_in_Teams_and_on_the_web_at_once_is_confirmed_once_and_nobody_is_refused()
    {
        await SayAll(Cast.Amina, "2h hier au cotech avec Elips", "oui");
        var line = Assert.Single(await Logged());
        var replies = await Task.WhenAll(new[] { Conversations.Web, BotTurns.Channel }.Select(channel =>
            Task.Run(() => Get<Conversations>().Hear(Cast.Bruno, channel, "je confirme", French, $"line:{line.Id}"))));
        Assert.All(replies, r => Assert.StartsWith("Confirmé", r.Text));
        Assert.Equal(1, await Db.One<long>("select count(*) from events where name = 'ContributionConfirmed'"));
    }

    private Task<BotReply> Hear(string text, string? key = null) => Get<Conversations>().Hear(Cast.Amina, Conversations.Web, text, French, key);
}

public sealed class AtOnceOnSqlite() : AtOnceTests(On.Sqlite);

public sealed class AtOnceOnPostgres() : AtOnceTests(On.Postgres);
