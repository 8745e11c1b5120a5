using System.Globalization;

namespace Ptce.Workspace;

/// <summary>"annule ma dernière saisie": the last line withdrawn, once it was shown.</summary>
public class CancelLastMatter(Contributions contributions) : Matter
{
    public override string Code => Intents.CancelLast;

    protected override string Drop => "conversation.keep";

    protected override string Dropped => "conversation.kept";

    public override string SetAside => "conversation.set_aside_kept";

    public override bool IsOfferedAgain => false;

    public override async Task<Turned> Open(Talk talk, Pending heard) => await contributions.LastOf(talk.Actor) is { } last
        ? Shown(talk, About(talk, heard, last))
        : new(new(talk.Say["conversation.no_last"]));

    protected static Pending About(Talk talk, Pending pending, Contribution line) => (pending with { SubjectId = line.Id }).With("now", line.Title(talk.Say, talk.Today));

    protected override Card Card(Talk talk, Pending pending) =>
        new(talk.Say["conversation.cancel_title"], [new(talk.Say["conversation.line_now"], pending.Told("now") ?? "")], [], Note: talk.Say["conversation.cancel_how"]);

    protected override IReadOnlyList<Choice> Acts(Talk talk, Pending pending) => [new(talk.Say["conversation.cancel"], talk.Say["conversation.yes"], Primary: true)];

    protected override async Task<BotReply> Do(Talk talk, Pending pending)
    {
        await contributions.Cancel(talk.Actor, pending.SubjectId!, talk.Door);
        return new(talk.Say["conversation.cancelled", pending.Told("now")]);
    }
}

/// <summary>"supprime mes 2h de lundi au copil": the line found by its day, activity, length or organisation; several are asked about.</summary>
public sealed class CancelEntryMatter(Contributions contributions) : CancelLastMatter(contributions)
{
    private const int MostAsked = 5, MostLooked = 100;
    private readonly Contributions contributions = contributions;

    public override string Code => Intents.CancelEntry;

    public override async Task<Turned> Open(Talk talk, Pending heard)
    {
        var found = await Fitting(talk, heard.Reading);
        return found switch
        {
            [] => new(new(talk.Say["conversation.no_such_line"])),
            [var one] => Shown(talk, About(talk, heard, one)),
            _ => Shown(talk, heard.With("among", string.Join(' ', found.Take(MostAsked).Select(l => l.Id))).With("titles", string.Join('\n', found.Take(MostAsked).Select(l => l.Title(talk.Say, talk.Today))))),
        };
    }

    protected override string? Missing(Talk talk, Pending pending) => pending.SubjectId is null ? "which_line" : null;

    protected override (string Question, IReadOnlyList<Choice> Choices) Ask(Talk talk, Pending pending, string missing) =>
        (talk.Say["conversation.ask.which_line"], [.. Titles(pending).Select((title, i) => new Choice(title, Number(i)))]);

    protected override Card Card(Talk talk, Pending pending) => pending.SubjectId is not null ? base.Card(talk, pending)
        : new(talk.Say["conversation.cancel_title"], [.. Titles(pending).Select((title, i) => new Fact(Number(i), title))], []);

    protected override async Task<Pending?> Changed(Talk talk, Pending pending)
    {
        if (pending.Told("among")?.Split(' ') is not { } among) return null;
        if (talk.Heard.Amends.Number is { } n and >= 1 && n <= among.Length)
            return About(talk, pending, await contributions.One(talk.Actor, among[n - 1]));
        if (IsOther(talk, Intents.CancelEntry) || talk.Heard.Amends.Fields.Count == 0) return null;
        // "celle de mardi": the same question with one more thing known
        var says = talk.Heard.Amends;
        var narrowed = pending.Reading with { Date = says.DatePast ?? pending.Reading.Date, Minutes = says.Minutes ?? pending.Reading.Minutes, Activity = says.Activity ?? pending.Reading.Activity };
        return await Fitting(talk, narrowed) is [var one] ? About(talk, pending, one) : null;
    }

    private async Task<IReadOnlyList<Contribution>> Fitting(Talk talk, Reading r)
    {
        var (from, to) = (r.Date ?? r.DateFrom, r.Date ?? r.DateTo);
        var lines = (await contributions.Mine(talk.Actor, most: MostLooked, from: from, to: to)).Lines;
        return [.. lines.Where(l => l.ReversesId is null && Contributions.MayCorrect(talk.Actor, l)
            && (r.Minutes is null || l.Minutes == r.Minutes) && (r.Activity is null || l.Activity == r.Activity)
            && (r.Orgs.Count == 0 || r.Orgs.All(o => o.Self || l.Parties.Any(p => p.Id == o.Id))))];
    }

    private static string[] Titles(Pending pending) => pending.Told("titles")?.Split('\n') ?? [];

    private static string Number(int i) => (i + 1).ToString(CultureInfo.InvariantCulture);
}
