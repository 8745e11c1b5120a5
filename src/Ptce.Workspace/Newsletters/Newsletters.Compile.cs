using System.Text;

namespace Ptce.Workspace;

public sealed partial class Newsletters
{
    private const int MostOfEach = 8;

    /// <summary>Each month's first morning: a draft waits where a pole has a coordinator and none is in hand. Harmless as often as it runs.</summary>
    public async Task DraftForAll(JobAccount? account = null)
    {
        foreach (var (poleId, slug) in await db.Read<(string Id, string Slug)>("""
            select o.id, o.slug from poles o where not exists (select 1 from newsletters n where n.pole_id = o.id and n.state = 'draft') order by o.id
            """))
            if (await CoordinatorOf(poleId, slug) is { } actor)
            {
                await Draft(actor);
                account?.DidFor(poleId, "jobs.did.newsletter", 1);
            }
    }

    /// <summary>Someone who coordinates the pole today: in their language the draft is written.</summary>
    private async Task<Actor?> CoordinatorOf(string poleId, string slug)
    {
        foreach (var person in await db.Read<string>("select distinct person_id from mandates where pole_id = @poleId and role = 'coordinator' order by person_id", new { poleId }))
            if (await actors.Find(person, slug) is { } actor && actor.May(Act.WriteNewsletter)) return actor;
        return null;
    }

    /// <summary>What the period brought, as the reader outside may know it: meetings, offers, needs, hours together, newcomers. Nobody's name, nobody's line.</summary>
    private async Task<string> Compile(Actor actor, Say say, DateOnly from, DateOnly to)
    {
        var letter = new StringBuilder(say["newsletters.draft.opening"]).Append("\n\n");

        var held = (await workshops.Between(actor, from, to)).Where(m => m is { State: Occurrence.Held, Day: not null, Audience: "pole" }).Take(MostOfEach)
            .Select(m => $"{SafeMarkdown.Plain(m.SeriesName)}, {say.Day(m.Day!.Value, to)}");
        Section("newsletters.draft.held", held);

        var next = (await workshops.Next(actor, 20)).Where(m => m is { Day: not null, Audience: "pole" }).Take(4)
            .Select(m => say.Pair($"**{say.Day(m.Day!.Value, to)}**", SafeMarkdown.Plain(m.SeriesName) + (m.Place is { } place ? ", " + SafeMarkdown.Plain(place) : "")));
        Section("newsletters.draft.next", next);

        var open = (await offers.List(actor, new(State: Stages.Open), most: 60)).Offers.Where(o => Zones.Day(o.PostedAt, actor.Zone) >= from).ToList();
        Section("newsletters.draft.offers", open.Where(o => !o.IsNeed).Take(MostOfEach).Select(Told));
        Section("newsletters.draft.needs", open.Where(o => o.IsNeed).Take(MostOfEach).Select(Told));

        var together = (await digests.ApprovedBetween(actor, from, to)).Select(d => say["newsletters.draft.hours", say.Period(d.FromDay, d.ToDay), say.Duration(d.Minutes)]);
        Section("newsletters.draft.together", together);

        var joined = (await members.Belongings(actor)).Where(b => b.FromDay >= from && b.FromDay <= to).Select(b => SafeMarkdown.Plain(b.Name)).Distinct().Take(MostOfEach);
        Section("newsletters.draft.joined", joined);
        return letter.Append(say["newsletters.draft.closing"]).Append('\n').ToString();

        void Section(string key, IEnumerable<string> lines)
        {
            var all = lines.ToList();
            if (all.Count == 0) return;
            letter.Append("## ").Append(say[key]).Append("\n\n");
            foreach (var line in all) letter.Append("- ").Append(line).Append('\n');
            letter.Append('\n');
        }

        string Told(Offer offer) => $"{SafeMarkdown.Plain(offer.Title)} ({SafeMarkdown.Plain(offer.OrganisationName)})";
    }
}
