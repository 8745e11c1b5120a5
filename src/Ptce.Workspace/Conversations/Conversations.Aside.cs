namespace Ptce.Workspace;

public sealed partial class Conversations
{
    private const int LongestQuoted = 60;

    internal static string Quoted(Pending waited) => waited.Sentence.Length <= LongestQuoted ? waited.Sentence : waited.Sentence[..LongestQuoted].TrimEnd() + "…";

    /// <summary>Something else begins: what waited is told to wait no more.</summary>
    private Turned Begins(Talk talk, Pending? before, Turned opened)
    {
        if (before is null or { Sentence: "" } || opened.Waits is not { } waits || waits.Key == before.Key) return opened;
        var told = talk.Say[Of(before).SetAside, Quoted(before)];
        return opened with
        {
            Reply = opened.Reply with { Text = $"{told} {opened.Reply.Text}", SetAside = told },
            Aside = Of(before).IsOfferedAgain && before.Told(Pending.WasAside) is null ? before : null,
        };
    }

    /// <summary>What made it wait is finished: what was set aside is offered again, each once.</summary>
    private (Turned, Showed) Finished(Talk talk, Turned turned, Pending? before, Showed showed)
    {
        if (before is null || turned.Waits is not null || showed.Aside is not [.., var last]) return (turned, showed);
        var again = Pending.Again(last);
        var offer = matters[AsideMatter.Name].Shown(talk, again).Reply;
        return (turned with { Reply = turned.Reply with { Then = offer }, Waits = again with { Reply = offer } }, showed with { Aside = [.. showed.Aside.SkipLast(1)], Asks = false });
    }

    /// <summary>"oui" to what is offered again.</summary>
    private Turned TakenUp(Talk talk, Pending aside) => Of(aside).Shown(talk, aside.With(Pending.WasAside, ""));
}
