namespace Ptce.Workspace;

/// <summary>The morning message about lines that wait: one per person, never more than one a day, none once nothing waits.</summary>
public sealed class LinesWaiting(Db db, Actors actors, Contributions contributions, Notices notices, TimeProvider clock) : IWriteNotices
{
    public const string TheTopic = "lines_waiting";
    private const int MostShown = 5, MostTaps = 3;

    public string Topic => TheTopic;

    /// <summary>Each working morning: whoever has a line that has waited 1, 3 or 5 working days for their word, and again each week; on Mondays, whoever has lines to validate.</summary>
    public async Task Chase(JobAccount? account = null)
    {
        foreach (var (poleId, slug, zone) in await db.Read<(string Id, string Slug, string Zone)>("select id, slug, zone from poles order by id"))
        {
            var today = Zones.Day(clock.GetUtcNow(), zone);
            if (today.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday) continue;
            var people = await db.Read<string>("""
                select distinct m.person_id from mandates m
                where m.pole_id = @poleId and m.role <> 'observer' and m.from_day <= @today and (m.to_day is null or m.to_day >= @today)
                  and exists (
                    select 1 from contributions c where c.pole_id = m.pole_id and c.state in ('submitted', 'confirmed')
                      and (m.role in ('coordinator', 'treasurer')
                        or exists (select 1 from contribution_parties x where x.contribution_id = c.id and x.organisation_id = m.organisation_id)))
                order by m.person_id
                """, new { poleId, today });
            long told = 0;
            foreach (var person in people)
                if (await actors.Find(person, slug) is { } actor && await IsDue(actor, today)
                    && await db.Write(poleId, tx => notices.Owe(tx, person, TheTopic, poleId, poleId, $"{poleId}/{today:yyyy-MM-dd}"))) told++;
            if (told > 0) account?.DidFor(poleId, "jobs.did.told", told);
        }
    }

    private async Task<bool> IsDue(Actor actor, DateOnly today)
    {
        if (today.DayOfWeek == DayOfWeek.Monday && await contributions.CountToValidate(actor) > 0) return true;
        return (await contributions.WaitingForMe(actor, 200))
            .Select(line => WorkingDaysSince(Zones.Day(line.AnsweredAt ?? line.LoggedAt, actor.Zone), today))
            .Any(days => days is 1 or 3 || (days > 0 && days % 5 == 0));
    }

    private static int WorkingDaysSince(DateOnly day, DateOnly today)
    {
        var days = 0;
        for (var d = day.AddDays(1); d <= today; d = d.AddDays(1))
            if (d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)) days++;
        return days;
    }

    public async Task<Notice?> Write(Delivery owed, Actor reader)
    {
        if (!reader.May(Act.ReadPole)) return null;
        var (say, today) = (new Say(reader.Language), reader.Today(clock));
        var (waiting, confirm, validate) = (await contributions.WaitingForMe(reader, MostShown), await contributions.CountWaitingForMe(reader), await contributions.CountToValidate(reader));
        if (confirm + validate == 0) return null;
        var sentences = new List<string>();
        if (confirm > 0) sentences.Add(say[confirm == 1 ? "contributions.mail.confirm_one" : "contributions.mail.confirm_many", confirm]);
        if (validate > 0) sentences.Add(say[validate == 1 ? "contributions.mail.validate_one" : "contributions.mail.validate_many", validate]);
        return new Notice(say[confirm + validate == 1 ? "contributions.mail.subject_one" : "contributions.mail.subject_many", confirm + validate], sentences, $"/p/{reader.PoleSlug}")
        {
            Facts = [.. waiting.Select(l => new Fact(l.PersonName ?? l.OrganisationName, l.Title(say, today)))],
            Choices = [.. waiting.Take(MostTaps).Select(l => new NoticeChoice(say["contributions.mail.confirm", l.Amount(say), l.PersonName ?? l.OrganisationName], new(Confirming.ThePurpose, l.Id), Primary: true))],
            Card = new("", [], [])
            {
                Rows = [.. waiting.Select(l => LineCard.Row(l, reader, say, today, contributions.Page(reader, l.Id)))],
                Links = [new(say["notices.open"], $"/p/{reader.PoleSlug}")],
            },
        };
    }
}

/// <summary>Confirms a line from the mail's link, with the rights and the pair of eyes of the person the mail went to.</summary>
public sealed class Confirming(Contributions contributions, TimeProvider clock) : ITakeTaps
{
    public const string ThePurpose = "confirm_line";

    public string Purpose => ThePurpose;

    public async Task<TapPage?> Show(Tap tap, Actor actor)
    {
        var line = await contributions.One(actor, tap.SubjectId);
        if (line.State != States.Submitted) return null;
        var say = new Say(actor.Language);
        return new(say["contributions.mail.confirm_title"], [new(line.PersonName ?? line.OrganisationName, line.Title(say, actor.Today(clock)))],
            say["contributions.mail.confirm_button", line.Amount(say)], $"/p/{actor.PoleSlug}/contributions/{line.Id}");
    }

    public async Task<string> Take(Tap tap, Actor actor)
    {
        var line = await contributions.Confirm(actor, tap.SubjectId);
        return new Say(actor.Language)["today.confirmed", line.Amount(new Say(actor.Language))];
    }
}
