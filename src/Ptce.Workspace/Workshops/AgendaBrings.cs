namespace Ptce.Workspace;

/// <summary>A line shown under a point of the agenda.</summary>
public sealed record Brought(string Text, string Detail, string Href);

/// <summary>What a point of the agenda brings along by itself, read when it is shown and with the reader's rights.</summary>
public sealed class AgendaBrings(Workshops workshops, Decisions decisions, Actions actions, Offers offers, Contributions contributions, Digests digests)
{
    public const string Actions = "actions", Groups = "groups", Needs = "needs", Lines = "lines", Digest = "digest";

    /// <summary>The minutes each has where no template says.</summary>
    public static readonly IReadOnlyDictionary<string, long> Minutes = new Dictionary<string, long> { [Actions] = 10, [Groups] = 10, [Needs] = 15, [Lines] = 5, [Digest] = 10 };

    public const int Most = 8; // lines; the rest is one tap away

    public static readonly IReadOnlyList<string> Kinds = [Actions, Groups, Needs, Lines, Digest];

    /// <summary>By point, for those that bring something.</summary>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<Brought>>> Of(Actor actor, Agenda agenda, Say say)
    {
        actor.Must(Act.ReadPole);
        var brought = new Dictionary<string, IReadOnlyList<Brought>>();
        foreach (var item in agenda.Items.Where(i => i.Brings is not null)) brought[item.Id] = await Of(actor, agenda.Meeting, item.Brings!, say);
        return brought;
    }

    private async Task<IReadOnlyList<Brought>> Of(Actor actor, Occurrence meeting, string kind, Say say)
    {
        var home = $"/p/{actor.PoleSlug}";
        switch (kind)
        {
            case Actions:
                return [.. (await actions.OpenOf(actor, meeting.SeriesId, Most)).Select(a => new Brought(a.What, say["workshops.brings.action", a.OwnerName, say.LongDay(a.DueDay)], actions.Page(actor, a.Id)))];
            case Groups:
                var sessions = (await workshops.ReportsTo(actor, meeting)).Take(Most).ToList();
                var (decided, agreed) = (await decisions.CountOf(actor, [.. sessions.Select(s => s.Id)]), await actions.CountOf(actor, [.. sessions.Select(s => s.Id)]));
                return [.. sessions.Select(s => new Brought(say["workshops.title", s.GroupName, say.LongDay(s.Day)], string.Join(", ",
                [
                    .. decided.GetValueOrDefault(s.Id) is > 0 and var d ? [say.Many("workshops.brings.decided", d)] : Array.Empty<string>(),
                    .. agreed.GetValueOrDefault(s.Id) is > 0 and var a ? [say.Many("workshops.brings.agreed", a)] : Array.Empty<string>(),
                ]), $"{home}/ateliers/{s.Id}/compte-rendu"))];
            case Needs:
                return [.. (await offers.List(actor, new(Sides.Need, State: Stages.Open), most: Most)).Offers.Select(o => new Brought(o.Title, o.OrganisationName, offers.Page(actor, o.Id)))];
            case Lines:
                var (mine, all) = (await contributions.CountWaitingForMe(actor), await contributions.CountToValidate(actor));
                return
                [
                    .. mine > 0 ? [new Brought(say.Many("workshops.brings.to_confirm", mine), "", home + "/contributions#a-confirmer")] : Array.Empty<Brought>(),
                    .. all > 0 ? [new Brought(say.Many("workshops.brings.to_validate", all), "", home + "/contributions#a-valider")] : Array.Empty<Brought>(),
                ];
            default:
                return actor.May(Act.ReadDigests) && (await digests.List(actor)).MaxBy(d => d.ToDay) is { } last
                    ? [new(say.Period(last.FromDay, last.ToDay), say.Duration(last.Minutes), digests.Page(actor, last.Id))] : [];
        }
    }
}
