namespace Ptce.Workspace;

/// <summary>"mets le budget à l'ordre du jour du copil, 20 min": a point proposed for a meeting to come.</summary>
public sealed class PointMatter(Workshops workshops) : Matter
{
    public override string Code => Errands.Point;

    protected override string Drop => "conversation.not_said";

    protected override string Dropped => "conversation.kept";

    /// <summary>A point that stands already, to be said otherwise.</summary>
    internal static Pending Again(Talk talk, AgendaItem item, Occurrence meeting) =>
        About(talk, Pending.Of(talk.Text, talk.Heard) with { Matter = Errands.Point }, meeting).With("item", item.Id).With("title", item.Title).With("minutes", Written(item.Minutes)).With("aim", item.Aim);

    public override async Task<Turned> Open(Talk talk, Pending heard)
    {
        var r = heard.Reading;
        var meant = new Reading { Event = r.Event ?? r.Amends.Activity, EventDate = r.EventDate ?? r.Amends.DateFuture };
        var found = await MeetingMeant.Among(workshops, talk, meant, orShown: true);
        if (found.Count == 0) return new(new(talk.Say["conversation.no_such_meeting"], new("", [], []) { Links = [new(talk.Say["conversation.all_meetings"], $"{talk.Home}/ateliers")] }));
        var pending = About(talk, heard with { Matter = Code }, found[0]);
        if (r.Subject is { Length: > 0 } title) pending = pending.With("title", title);
        if (r.Amends.Minutes is { } minutes) pending = pending.With("minutes", Written(minutes));
        if (Aim(talk) is { } aim) pending = pending.With("aim", aim);
        return Shown(talk, pending);
    }

    /// <summary>"20 min, pour décider", "décider".</summary>
    private static string? Aim(Talk talk) => AgendaItem.Aims.FirstOrDefault(a =>
        Words.Languages.Any(l => $" {talk.Text.TrimEnd('.', ' ')}".EndsWith($" {Words.Say(l, $"conversation.aim.{a}")}", StringComparison.OrdinalIgnoreCase)));

    private static Pending About(Talk talk, Pending pending, Occurrence one) =>
        (pending with { SubjectId = one.Id }).With("meeting", one.Title(talk.Say)).With("when", one.When(talk.Say, talk.Today));

    protected override string? Missing(Talk talk, Pending pending) =>
        pending.Told("title") is null ? "point_title" : pending.Told("minutes") is null ? "point_minutes" : pending.Told("aim") is null ? "point_aim" : null;

    protected override (string Question, IReadOnlyList<Choice> Choices) Ask(Talk talk, Pending pending, string missing) => (talk.Say[$"conversation.ask.{missing}"], missing switch
    {
        "point_minutes" => [.. new long[] { 5, 10, 20, 30 }.Select(talk.Say.Duration).Select(d => new Choice(d, d))],
        "point_aim" => [.. AgendaItem.Aims.Select(a => talk.Saying($"conversation.aim.{a}"))],
        _ => [],
    });

    protected override Card Card(Talk talk, Pending pending)
    {
        var say = talk.Say;
        var facts = new List<Fact>
        {
            new(say["conversation.fact.point"], pending.Told("title") ?? say["conversation.missing"]),
            new(say["conversation.fact.meeting"], pending.Told("meeting") ?? ""),
            new(say["conversation.fact.when"], pending.Told("when") ?? ""),
        };
        if (Minutes(pending) is { } minutes) facts.Add(new(say["conversation.fact.duration"], say.Duration(minutes)));
        if (pending.Told("aim") is { } aim) facts.Add(new(say["conversation.fact.aim"], say[$"conversation.aim.{aim}"]));
        return new(pending.Sentence, facts, []);
    }

    protected override string? Hint(Talk talk) => talk.Say["conversation.change_how.point"];

    protected override IReadOnlyList<Choice> Acts(Talk talk, Pending pending) =>
        [new(talk.Say[pending.Told("item") is null ? "conversation.propose_point" : "conversation.revise_point"], talk.Say["conversation.yes"], Primary: true)];

    protected override Task<Pending?> Changed(Talk talk, Pending pending) => Amended(talk, pending);

    internal async Task<Pending?> Amended(Talk talk, Pending pending)
    {
        var says = talk.Heard.Amends;
        if (Missing(talk, pending) != "point_title" && Aim(talk) is { } aim) return (says.Minutes is { } length ? pending.With("minutes", Written(length)) : pending).With("aim", aim);
        if (talk.IsWhole) return null;
        if (Missing(talk, pending) == "point_title") return pending.With("title", talk.Text);
        if (IsOther(talk)) return null;
        if ((says.Minutes ?? (Missing(talk, pending) == "point_minutes" ? says.Number : null)) is { } minutes) return pending.With("minutes", Written(minutes));
        // A point that stands goes to another meeting on that meeting's page.
        if (pending.Told("item") is not null || (says.DateFuture is null && says.Activity is null)) return null;
        var found = await MeetingMeant.Among(workshops, talk, new Reading { Event = says.Activity, EventDate = says.DateFuture });
        return found.Count == 0 ? null : About(talk, pending, found[0]);
    }

    protected override async Task<BotReply> Do(Talk talk, Pending pending)
    {
        var (title, minutes, aim) = (pending.Told("title"), Minutes(pending)!.Value, pending.Told("aim")!);
        if (pending.Told("item") is { } standing) await workshops.Revise(talk.Actor, standing, title, minutes, aim);
        var item = pending.Told("item") ?? await workshops.Propose(talk.Actor, pending.SubjectId!, reserve: false, title, minutes, aim, pending.Key);
        return new(talk.Say[pending.Told("item") is null ? "conversation.point_proposed" : "conversation.point_revised", title, pending.Told("meeting")],
            PointCard.Of(await workshops.Point(talk.Actor, item), talk.Say, workshops.Page(talk.Actor, pending.SubjectId!)));
    }

    private static long? Minutes(Pending pending) => pending.Told("minutes") is { } minutes ? long.Parse(minutes, System.Globalization.CultureInfo.InvariantCulture) : null;

    private static string Written(long minutes) => minutes.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
