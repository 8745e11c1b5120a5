namespace Ptce.Workspace;

/// <summary>A match put to an organisation: told to its people when it is asked, and again while it waits.</summary>
public sealed class MatchNotices(Db db, Agreements agreements, Notices notices, TimeProvider clock) : IWriteNotices
{
    public const string TheTopic = "match_asked";
    private static readonly int[] AgainDays = [3, 8];

    public string Topic => TheTopic;

    /// <summary>Each morning: matches that have waited 3 and 8 days; after that the page shows them, and nobody is written to any more.</summary>
    public async Task Chase(JobAccount? account = null)
    {
        foreach (var (poleId, zone) in await db.Read<(string Id, string Zone)>("select id, zone from poles order by id"))
        {
            var today = Zones.Day(clock.GetUtcNow(), zone);
            foreach (var (id, giver, receiver, asked) in await db.Read<(string Id, string? Giver, string? Receiver, DateTimeOffset AskedAt)>("""
                select id, case when giver_said_at is null then giver_id end, case when receiver_said_at is null then receiver_id end, asked_at
                from matches where pole_id = @poleId and state = 'asked' and asked_at > @since order by id
                """, new { poleId, since = clock.GetUtcNow().AddDays(-AgainDays[^1] - 2) }))
            {
                var days = today.DayNumber - Zones.Day(asked, zone).DayNumber;
                if (!AgainDays.Contains(days)) continue;
                foreach (var organisation in new[] { giver, receiver }.OfType<string>())
                    account?.DidFor(poleId, "jobs.did.told", await db.Write(poleId, tx => Tell(tx, notices, poleId, id, organisation, today, $"{id}/{days}")));
            }
        }
    }

    /// <summary>Owes it to everyone who may answer for the organisation.</summary>
    /// <returns>How many.</returns>
    internal static Task<long> Tell(Tx tx, Notices notices, string poleId, string matchId, string organisationId, DateOnly today, string dedupe) =>
        Tell(tx, notices, TheTopic, poleId, matchId, organisationId, today, dedupe);

    internal static async Task<long> Tell(Tx tx, Notices notices, string topic, string poleId, string subjectId, string organisationId, DateOnly today, string dedupe)
    {
        var people = await tx.Read<string>("""
            select distinct person_id from mandates
            where pole_id = @poleId and organisation_id = @organisationId and role <> 'observer' and from_day <= @today and (to_day is null or to_day >= @today)
            order by person_id
            """, new { poleId, organisationId, today });
        var told = 0L;
        foreach (var person in people)
            if (await notices.Owe(tx, person, topic, subjectId, poleId, dedupe)) told++;
        return told;
    }

    public async Task<Notice?> Write(Delivery owed, Actor reader)
    {
        if (await Standing(owed.SubjectId, reader) is not { } match) return null;
        var (say, today) = (new Say(reader.Language), reader.Today(clock));
        var other = match.GiverId == reader.OrganisationId ? match.ReceiverName : match.GiverName;
        var facts = new List<Fact> { new(say["agreements.mail.what"], match.Title) };
        facts.AddRange(MatchCard.Terms(say, today, match.Amount(say), match.FromDay, match.ToDay, match.Note));
        var page = agreements.Page(reader, match.Id);
        return new Notice(say["agreements.mail.subject", other, match.Title],
            [say[match.GiverId == reader.OrganisationId ? "agreements.mail.you_give" : "agreements.mail.you_receive", other, reader.OrganisationName], .. match.Why.Select(w => w.In(say))], page)
        {
            Facts = facts,
            Choices = [new(say["agreements.mail.yes"], new(Agreeing.ThePurpose, match.Id), Primary: true), new(say["agreements.mail.no"], Path: page)],
            Card = MatchCard.Of(match, reader, say, today, page),
        };
    }

    /// <summary>The match while it waits for the reader's organisation; null otherwise.</summary>
    private async Task<Match?> Standing(string id, Actor reader)
    {
        if (!reader.May(Act.AskMatch)) return null;
        try { return await agreements.Match(reader, id) is { } match && match.WaitsFor(reader.OrganisationId, reader.Today(clock)) ? match : null; }
        catch (NotHere) { return null; }
    }
}

/// <summary>Says yes to a match from the mail's link. A no wants its reason, and is said on the page.</summary>
public sealed class Agreeing(Agreements agreements, TimeProvider clock) : ITakeTaps
{
    public const string ThePurpose = "accept_match";

    public string Purpose => ThePurpose;

    public async Task<TapPage?> Show(Tap tap, Actor actor)
    {
        var match = await agreements.Match(actor, tap.SubjectId);
        if (!match.WaitsFor(actor.OrganisationId, actor.Today(clock))) return null;
        var say = new Say(actor.Language);
        return new(match.Title, [new(say["agreements.mail.between"], $"{match.GiverName} → {match.ReceiverName}")], say["agreements.mail.yes"], agreements.Page(actor, match.Id));
    }

    public async Task<string> Take(Tap tap, Actor actor)
    {
        var match = await agreements.Accept(actor, tap.SubjectId);
        return new Say(actor.Language)[match.AgreementId is null ? "agreements.accepted_now" : "agreements.made_now"];
    }
}
