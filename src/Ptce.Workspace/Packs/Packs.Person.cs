namespace Ptce.Workspace;

/// <summary>One person's hours, day by day, to sign.</summary>
public sealed partial class Packs
{
    /// <summary>A person's time for an organisation: for those who read every line, for that organisation, and for the person.</summary>
    private bool MayRead(Actor actor, DigestDay day) =>
        actor.May(Act.ReadAllContributions) || day.PersonId == actor.PersonId || (day.OrganisationId == actor.OrganisationId && actor.May(Act.ReadPole));

    private async Task<Pack> Person(Source s)
    {
        var t = s.Say;
        var (id, people, days) = await DaysOfOne(s, null);
        var table = new Table("heures", t["packs.personne.table"],
            [
                new(t["packs.column.day"], Shape.Day), new(t["packs.column.organisation"]), new(t["packs.column.kind"]), new(t["packs.column.lines"], Shape.Count, Summed: true),
                new(t["packs.column.time"], Shape.Time, Summed: true), new(t["packs.column.value"], Shape.Money, Summed: true),
            ],
            [.. days.GroupBy(d => (d.Day.Year, d.Day.Month)).OrderBy(g => g.Key).Select(month => new TableBlock(
                [.. month.OrderBy(d => d.Day).Select(d => new TableRow([d.Day, s.Names.Organisation(d.OrganisationId), t.Kind(d.Kind), d.Lines, d.Minutes, d.ValueCents],
                    s.Lines(new(Kind: d.Kind, Giver: d.OrganisationId, Person: id, Day: d.Day.Iso()))))],
                t["packs.total"], t.Month(new(month.Key.Year, month.Key.Month, 1))))], OwnPart(t, days))
        {
            Signatures = [t["packs.sign.person"], t["packs.sign.responsible"]],
        };
        return new(PackNames.Person, t["packs.personne.title"], s.Digest, s.Asked with { PersonId = id }, Money(s, [table]), s.Names.Person(id))
        {
            Choices = people,
            ChoiceName = "personne",
            Lede = t["packs.personne.lede", t.Duration(days.Sum(d => d.Minutes))],
        };
    }

    /// <summary>The person a sheet is about (asked for, else the reader, else the first the reader may read about), who else there is, and the days.</summary>
    /// <exception cref="NotAllowed">Nothing of that person is for this reader.</exception>
    private async Task<(string Id, IReadOnlyList<Link> People, IReadOnlyList<DigestDay> Days)> DaysOfOne(Source s, string? kind)
    {
        var readable = (await digests.OwnDays(s.Digest, kind)).Where(d => MayRead(s.Actor, d)).ToList();
        var people = readable.Select(d => d.PersonId).Distinct().Select(p => new Link(s.Names.Person(p)!, p)).OrderBy(p => p.Words, StringComparer.Create(s.Say.Culture, ignoreCase: true)).ToList();
        if (s.Asked.PersonId is { } asked && !s.Names.People.ContainsKey(asked)) throw new NotHere();
        var id = s.Asked.PersonId ?? (people.Any(p => p.Href == s.Actor.PersonId) || people.Count == 0 ? s.Actor.PersonId : people[0].Href);
        if (id != s.Actor.PersonId && !people.Any(p => p.Href == id)) throw new NotAllowed();
        return (id, people, [.. readable.Where(d => d.PersonId == id)]);
    }

    /// <summary>That a line written for several counts here for one; null where there is none.</summary>
    private static string? OwnPart(Say t, IEnumerable<DigestDay> days) => days.Any(d => d.Shared) ? t["packs.own_part"] : null;

    private static string Month(DateOnly day) => day.ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture);
}
