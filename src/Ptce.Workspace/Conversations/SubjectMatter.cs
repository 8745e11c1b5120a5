namespace Ptce.Workspace;

/// <summary>The buttons of a card about one thing that stands: each acts at once, and what a rule says no to is told beside the thing as it then stands.</summary>
public abstract class SubjectMatter : Matter
{
    private const string Asked = "asked";

    public override Task<Pending?> Reopen(Talk talk, SubjectKey key) => Task.FromResult<Pending?>(Pending.Of(key));

    /// <summary>Acts, and tells a refusal in place.</summary>
    protected static async Task<Turned> Acting(Talk talk, Func<Task<Turned>> act, Func<string, Task<Turned>> refused)
    {
        try
        {
            return await act();
        }
        catch (Refused why) when (why is not NotHere)
        {
            return await refused(why.In(talk.Say.Language));
        }
    }

    /// <summary>Acts, and tells a refusal in place.</summary>
    protected static Task<Turned> Acting(Talk talk, Func<Task<Turned>> act, Func<string, Turned> refused) => Acting(talk, act, why => Task.FromResult(refused(why)));

    /// <summary>Asks why: what is said next is the reason.</summary>
    protected static Turned AskWhy(Talk talk, Pending pending, string question, string title) =>
        new(new(question, new(title, [], [talk.Saying("conversation.keep")], pending.Key)), pending.With(Asked, "reason"));

    protected static bool AskedWhy(Pending pending) => pending.Told(Asked) is not null;

    /// <summary>"Laisser comme c'est": its button says so in these words, so that an old one begins nothing.</summary>
    protected static bool Keeps(Talk talk) => talk.SaysNo || talk.Cancels || talk.Means("conversation.keep")
        || Folding.Fold(talk.Text).Split([' ', ',', '.', '!'], StringSplitOptions.RemoveEmptyEntries) is { Length: <= MostWordsOfNo } words && words.LastOrDefault() is "non" or "no" or "nein" or "rien" or "nothing" or "nichts";

    private const int MostWordsOfNo = 4; // "en fait non", "finalement, non rien"

    /// <summary>Whether it says why: a thank-you, a greeting, a question or a bare yes does not.</summary>
    protected static bool SaysWhy(Talk talk) => !talk.SaysYes
        && talk.Heard.SmallTalk is not (SmallTalks.Thanks or SmallTalks.Greeting or SmallTalks.Bye or SmallTalks.Help)
        && !(talk.Heard.Intent is Intents.QueryTotal or Intents.QueryNextEvent && talk.Text.TrimEnd().EndsWith('?'));
}
