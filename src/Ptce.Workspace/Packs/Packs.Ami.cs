namespace Ptce.Workspace;

/// <summary>Dossier AMI : what a pole tells the State of itself. No official form is known, so these are the headings that the calls ask about.</summary>
public sealed partial class Packs
{
    private async Task<Pack> Ami(Source s)
    {
        var t = s.Say;
        var figures = await declared.Of(s.Actor.PoleId, s.Digest.FromDay, s.Digest.ToDay);
        var texts = await told.Of(s.Actor.PoleId, s.Digest.FromDay, s.Digest.ToDay);
        var running = await RunningCooperations(s);
        Table[] tables =
        [
            .. await MembersByType(s), .. await Governance(s), Animation(s, figures), .. await Mutualisations(s), .. CooperationsHeld(s, running),
            Jobs(s, figures, running), Turnover(s, running, await declared.AnswersBy(s.Actor.PoleId, s.Digest.ToDay)), ByKind(s), Balance(s), .. await Resources(s), .. await Axes(s), .. WithoutValue(s), .. LeftOut(s),
        ];
        var outlook = texts.GetValueOrDefault(DeclaredTexts.Outlook);
        return new(PackNames.Ami, t["packs.ami.title"], s.Digest, s.Asked, Money(s, tables))
        {
            Typed = true,
            Told = true,
            Lede = t["packs.ami.lede"],
            Notes = [new(t["packs.ami.outlook"], outlook?.Text is { } text ? text.Split('\n', StringSplitOptions.RemoveEmptyEntries) : [t["packs.ami.outlook_missing"]]), .. MethodNote(s)],
        };
    }

    /// <summary>Members on the last day, by type and circle: circles overlap, so a row may say more than its organisations.</summary>
    private async Task<IEnumerable<Table>> MembersByType(Source s)
    {
        if (!s.Actor.May(Act.ReadPole)) return [];
        var there = (await members.Belongings(s.Actor)).Where(b => b.FromDay <= s.Digest.ToDay && !(b.ToDay < s.Digest.ToDay)).ToList();
        long In(IEnumerable<Members.Belonging> some, string? circle) => some.Where(b => circle is null || b.Circle == circle).Select(b => b.OrganisationId).Distinct().Count();
        string[] circles = [.. Vocabulary.Circles.Keys];
        return [new("membres", s.Say["packs.ami.members"],
            [
                new(s.Say["packs.column.type"]), new(s.Say["packs.column.organisations"], Shape.Count, Summed: true),
                .. circles.Select(c => new TableColumn(s.Say["circle." + c], Shape.Count, Summed: true)),
            ],
            [new([.. there.GroupBy(b => b.Type).OrderByDescending(g => In(g, null)).ThenBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => new TableRow([s.Say["organisation_type." + g.Key], In(g, null), .. circles.Select(c => (object?)In(g, c))], $"/p/{s.Actor.PoleSlug}/pole"))], s.Say["packs.total"])],
            s.Say["packs.ami.members_lede", s.Say.LongDay(s.Digest.ToDay)])];
    }

    private async Task<IEnumerable<Table>> Governance(Source s)
    {
        if (!s.Actor.May(Act.ReadPole)) return [];
        var bodies = await workshops.Bodies(s.Actor, s.Digest.FromDay, s.Digest.ToDay);
        return bodies.Count == 0 ? [] : [new("instances", s.Say["packs.ami.governance"],
            [
                new(s.Say["packs.column.body"]), new(s.Say["packs.column.sort"]), new(s.Say["packs.column.meetings"], Shape.Count, Summed: true), new(s.Say["packs.column.present"], Shape.Count, Summed: true),
                new(s.Say["packs.column.expected"], Shape.Count, Summed: true), new(s.Say["packs.column.there"], Shape.Count, Summed: true), new(s.Say["packs.column.presence"], Shape.Quantity),
            ],
            [new([.. bodies.Select(b => new TableRow([b.Name, MeetingKinds.Word(s.Say, b.Kind), b.Meetings, b.People, b.Expected, b.Present, b.Percent], $"/p/{s.Actor.PoleSlug}/ateliers/series/{b.SeriesId}"))], s.Say["packs.total"])],
            s.Say["packs.ami.governance_lede"])];
    }

    private async Task<IEnumerable<Table>> Mutualisations(Source s)
    {
        if (!s.Actor.May(Act.ReadPole)) return [];
        var posted = (await offers.Posted(s.Actor, s.Digest.FromDay, s.Digest.ToDay)).ToDictionary(p => p.Kind);
        var made = (await agreements.Made(s.Actor, s.Digest.FromDay, s.Digest.ToDay)).ToDictionary(m => m.Kind);
        var rows = Kinds.All.Select(k => k.Code).Where(k => posted.ContainsKey(k) || made.ContainsKey(k)).Select(k => new TableRow(
            [s.Say.Kind(k), posted.GetValueOrDefault(k)?.Offers ?? 0, posted.GetValueOrDefault(k)?.Needs ?? 0, made.GetValueOrDefault(k)?.Matches ?? 0, made.GetValueOrDefault(k)?.Signed ?? 0],
            $"/p/{s.Actor.PoleSlug}/echanges?nature={k}")).ToList();
        return rows.Count == 0 ? [] : [new("mutualisations", s.Say["packs.ami.pooling"],
            [
                new(s.Say["packs.column.kind"]), new(s.Say["packs.column.offers"], Shape.Count, Summed: true), new(s.Say["packs.column.needs"], Shape.Count, Summed: true),
                new(s.Say["packs.column.matches"], Shape.Count, Summed: true), new(s.Say["packs.column.signed"], Shape.Count, Summed: true),
            ],
            [new(rows, s.Say["packs.total"])], s.Say["packs.ami.pooling_lede"])];
    }

    /// <summary>Axis, objective, target, done, percent, comment, evidence, as on the last day of the digest.</summary>
    private async Task<IEnumerable<Table>> Axes(Source s)
    {
        if (!s.Actor.May(Act.ReadPole)) return [];
        var all = await objectives.On(s.Actor, s.Digest.ToDay);
        var rows = all.Where(a => a.Objective.FromDay <= s.Digest.ToDay || a.Last is not null).Select(a => new TableRow(
            [a.Objective.Axis, a.Objective.Title, a.Objective.Target, a.Last?.Done, a.Objective.Unit, a.Percent, a.Last?.Comment, a.Last?.Evidence], objectives.Page(s.Actor, a.Objective.Id))).ToList();
        return rows.Count == 0 ? [] : [new("axes", s.Say["packs.axes"],
            [
                new(s.Say["objectives.axis"]), new(s.Say["objectives.title"]), new(s.Say["objectives.target"], Shape.Quantity), new(s.Say["packs.column.done"], Shape.Quantity),
                new(s.Say["packs.column.measure"]), new("%", Shape.Quantity), new(s.Say["objectives.comment"]), new(s.Say["packs.column.evidence"]),
            ],
            [new(rows)], s.Say["packs.axes_lede", s.Say.LongDay(s.Digest.ToDay)])];
    }
}
