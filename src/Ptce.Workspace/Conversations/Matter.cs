namespace Ptce.Workspace;

/// <summary>One kind of thing that people say to the pole: what it still misses, how it is asked, shown, changed and done. One small file each.</summary>
public abstract class Matter
{
    /// <summary>The intent, or the errand, that it answers; also the first part of its cards' <see cref="SubjectKey"/>.</summary>
    public abstract string Code { get; }

    /// <summary>Makes something that waits, or an answer at once, of what was heard. Reads only: the same while a sentence is typed.</summary>
    public virtual Task<Turned> Open(Talk talk, Pending heard) => Task.FromResult(Shown(talk, heard));

    /// <summary>What a card about one thing is about, pressed at any time.</summary>
    /// <returns>Null when this matter has no such cards.</returns>
    public virtual Task<Pending?> Reopen(Talk talk, SubjectKey key) => Task.FromResult<Pending?>(null);

    /// <summary>Hears what is said while this waits.</summary>
    /// <returns>Null when it is about something else.</returns>
    public virtual async Task<Turned?> Hear(Talk talk, Pending pending)
    {
        if (talk.SaysYes) return Missing(talk, pending) is null ? await Agreed(talk, pending) : Shown(talk, pending);
        if (talk.SaysNo || talk.Cancels) return new(new(talk.Say[Dropped]));
        if (await Changed(talk, pending) is not { } changed) return null;
        var (shown, before) = (Shown(talk, changed), Shown(talk, pending).Reply);
        return shown.Reply.Text != before.Text || shown.Reply.Card!.Version() != before.Card!.Version() ? shown
            : shown with { Reply = shown.Reply with { Text = $"{talk.Say["conversation.changes_nothing"]} {before.Text}" } };
    }

    /// <summary>Hears what is said of the one thing that was shown last, or was just made: "plutôt 30 min", "à trois", "annule".</summary>
    /// <returns>Null when it says nothing about that.</returns>
    public virtual Task<Turned?> HearOf(Talk talk, SubjectKey shown) => Task.FromResult<Turned?>(null);

    /// <summary>The card as it stands, with the question for what is missing.</summary>
    public Turned Shown(Talk talk, Pending pending)
    {
        var card = Card(talk, pending) with { Key = pending.Key };
        var drop = new Choice(talk.Say[Drop], talk.Say["conversation.no"]);
        if (Missing(talk, pending) is { } missing)
        {
            var (question, choices) = Ask(talk, pending, missing);
            return new(new(question, card with { Choices = [.. choices, drop] }), pending);
        }
        return new(new(Presents(talk, pending), card with { Choices = [.. Acts(talk, pending), drop], Note = card.Note ?? Hint(talk) }), pending);
    }

    /// <summary>The first field to ask for; null when a yes can be answered.</summary>
    protected virtual string? Missing(Talk talk, Pending pending) => null;

    /// <summary>Whether it is a day that is asked for: "le premier" is one, then.</summary>
    public bool AsksDay(Talk talk, Pending pending) => Missing(talk, pending) is "date" or "confirm_future" or "coop_date" or "until";

    /// <summary>The question for it, and sensible answers.</summary>
    protected virtual (string Question, IReadOnlyList<Choice> Choices) Ask(Talk talk, Pending pending, string missing) => (talk.Say[$"conversation.ask.{missing}"], []);

    /// <summary>What was understood; key and buttons are put on by <see cref="Shown"/>.</summary>
    protected virtual Card Card(Talk talk, Pending pending) => new(pending.Sentence, [], []);

    /// <summary>Words of the button that says no, and of the answer to it.</summary>
    protected virtual string Drop => "conversation.drop";

    protected virtual string Dropped => "conversation.dropped";

    /// <summary>Words for what waited and waits no more, because something else was begun.</summary>
    public virtual string SetAside => "conversation.set_aside";

    /// <summary>Whether it is offered again after that: a change to what stands is said again by whoever still wants it.</summary>
    public virtual bool IsOfferedAgain => true;

    /// <summary>The sentence over the card when nothing is missing.</summary>
    protected virtual string Presents(Talk talk, Pending pending) => talk.Say["conversation.understood"];

    /// <summary>How to say what should be otherwise; null where there is nothing to change.</summary>
    protected virtual string? Hint(Talk talk) => null;

    /// <summary>The buttons that do it.</summary>
    protected virtual IReadOnlyList<Choice> Acts(Talk talk, Pending pending) => [];

    /// <summary>The same with what was just said about it.</summary>
    /// <returns>Null when it says nothing about it.</returns>
    protected virtual Task<Pending?> Changed(Talk talk, Pending pending) => Task.FromResult<Pending?>(null);

    /// <summary>Does it, through the slice's own command.</summary>
    /// <exception cref="Refused">A rule says no; what was understood stays.</exception>
    protected virtual Task<BotReply> Do(Talk talk, Pending pending) => throw new NotSupportedException();

    protected async Task<Turned> Agreed(Talk talk, Pending pending)
    {
        try
        {
            return new(await Do(talk, pending)) { Acted = true };
        }
        catch (Refused refused)
        {
            // The rule spoke; what was understood stays, so that only what is wrong has to be said again.
            var shown = Shown(talk, pending);
            return shown with { Reply = shown.Reply with { Text = refused.In(talk.Say.Language) } };
        }
    }

    /// <summary>A sentence with an intent or an errand of its own is a new one, not a change to what waits.</summary>
    protected bool IsOther(Talk talk, params string[] own) =>
        talk.IsWhole || (talk.Heard.Errand is { } errand && errand != Code) || talk.Heard.Intent is not (Intents.None or Intents.CorrectLast or Intents.LogTime) && !own.Contains(talk.Heard.Intent);
}
