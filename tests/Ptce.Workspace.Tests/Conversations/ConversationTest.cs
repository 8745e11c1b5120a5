namespace Ptce.Workspace.Tests;

/// <summary>Somebody talks to the pole. Today is Thursday 19 November 2026.</summary>
public abstract class ConversationTest(On on) : CastTest(on)
{
    private static readonly Say French = new("fr");

    protected static DateOnly Today { get; } = new(2026, 11, 19);

    protected async Task<BotReply> Say(string text, Actor? actor = null, string? key = null)
    {
        var reply = await Get<Conversations>().Hear(actor ?? Cast.Amina, Conversations.Web, text, French, key);
        return reply with { Text = reply.Text.Plain() };
    }

    /// <summary>Says the sentences one after the other, and answers the last answer.</summary>
    protected async Task<BotReply> SayAll(Actor actor, params string[] sentences)
    {
        BotReply? reply = null;
        foreach (var sentence in sentences) reply = await Say(sentence, actor);
        return reply!;
    }

    /// <summary>Presses a button: of the card, or of the row that has it.</summary>
    protected Task<BotReply> Press(BotReply shown, string label, Actor? actor = null)
    {
        var card = shown.Card!;
        var (choice, key) = card.Choices.Select(c => (c, card.Key)).Concat(card.Rows.SelectMany(r => (r.Choices ?? []).Select(c => (c, r.Key)))).First(c => c.c.Label.StartsWith(label, StringComparison.Ordinal));
        return Say(choice.Says, actor, key);
    }

    protected async Task<IReadOnlyList<Contribution>> Logged(Actor? actor = null) => (await Get<Contributions>().Mine(actor ?? Cast.Amina)).Lines;

    protected static string Fact(BotReply reply, string label) => reply.Card!.Facts.Single(f => f.Label == label).Value;

    /// <summary>A series that meets on the given day.</summary>
    protected async Task<Occurrence> Meeting(string name, string kind, DateOnly day, string audience = "pole")
    {
        await Get<Workshops>().Plan(Cast.Chloe, new NewSeries(name, kind, audience, day, new TimeOnly(9, 30), 120, "6w", ["FR"]));
        return (await Get<Workshops>().Next(Cast.Chloe, 50)).First(o => o.SeriesName == name);
    }
}
