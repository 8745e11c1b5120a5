namespace Ptce.Workspace;

/// <summary>The pole's letter: drafted by the program, finished and sent by a person, kept for whoever comes later.</summary>
public sealed partial class Newsletters(Db db, Notices notices, Workshops workshops, Offers offers, Members members, Digests digests, Actors actors, TimeProvider clock) : INameSubjects
{
    public const int LongestTitle = 160, LongestBody = 60_000; // characters
    private const int UsualDays = 45;                          // what the first letter looks back on

    private const string Columns = """
        n.id, n.pole_id, o.name as pole_name, n.title, n.body, n.language, n.from_day, n.to_day, n.state, n.sent_at, p.name as sent_by_name
        """;

    private const string Tables = "newsletters n join poles o on o.id = n.pole_id left join people p on p.id = n.sent_by";

    /// <summary>The draft in hand, newly compiled from what happened since the last letter where there is none.</summary>
    /// <returns>Its id.</returns>
    public async Task<string> Draft(Actor actor)
    {
        actor.Must(Act.WriteNewsletter);
        var last = (await db.Read<DateOnly>("select to_day from newsletters where pole_id = @PoleId and state = 'sent' order by to_day desc limit 1", new { actor.PoleId }))
            .Select(d => (DateOnly?)d).FirstOrDefault();
        var today = actor.Today(clock);
        var from = last?.AddDays(1) is { } next && next <= today ? next : today.AddDays(last is null ? -UsualDays : 0);
        var say = new Say(actor.Language);
        var (title, body) = (say["newsletters.title_of", actor.PoleName, say.Culture.DateTimeFormat.GetMonthName(today.Month), today.Year], await Compile(actor, say, from, today));
        return await db.Write(actor.PoleId, async tx =>
        {
            if (await tx.MaybeOne<string>("select id from newsletters where pole_id = @PoleId and state = 'draft'", new { actor.PoleId }) is { } before) return before;
            var id = Ids.New();
            await tx.Execute("""
                insert into newsletters (id, pole_id, title, body, language, from_day, to_day, state, created_at) values (@id, @PoleId, @title, @body, @Language, @from, @today, 'draft', @Now)
                """, new { id, actor.PoleId, title, body, say.Language, from, today, tx.Now });
            await tx.Announce(actor, new NewsletterDrafted(actor.PoleId, id));
            return id;
        });
    }

    /// <summary>A person writes it.</summary>
    /// <exception cref="Refused">«title» or «body» is empty or too long; it was sent.</exception>
    public Task Edit(Actor actor, string id, string? title, string? body)
    {
        actor.Must(Act.WriteNewsletter);
        (title, body) = (title?.Trim() ?? "", body?.Replace("\r\n", "\n").Trim() ?? "");
        Refused.If(title is "" or { Length: > LongestTitle }, "title", "newsletters.refused.title", LongestTitle);
        Refused.If(body is "" or { Length: > LongestBody }, "body", "newsletters.refused.body", LongestBody);
        return db.Write(actor.PoleId, async tx =>
        {
            var before = await Stand(tx, actor, id);
            Refused.If(before.State != Newsletter.Draft, "", "newsletters.refused.sent");
            if ((before.Title, before.Body) == (title, body)) return;
            await tx.Execute("update newsletters set title = @title, body = @body, edited_at = @Now, edited_by = @PersonId where id = @id", new { id, title, body, tx.Now, actor.PersonId });
            await tx.Announce(actor, new NewsletterEdited(actor.PoleId, id));
        });
    }

    /// <summary>Sends it to the members who want it, where they want it, and to those outside who asked for it. Twice is once.</summary>
    public Task Send(Actor actor, string id)
    {
        actor.Must(Act.WriteNewsletter);
        return db.Write(actor.PoleId, async tx =>
        {
            await Stand(tx, actor, id);
            if (await tx.Execute("update newsletters set state = 'sent', sent_at = @Now, sent_by = @PersonId where id = @id and state = 'draft'", new { id, tx.Now, actor.PersonId }) == 0) return;
            foreach (var person in await tx.Read<string>("""
                select distinct person_id from mandates where pole_id = @PoleId and from_day <= @today and (to_day is null or to_day >= @today) order by person_id
                """, new { actor.PoleId, today = actor.Today(clock) }))
                await notices.Owe(tx, person, NewsletterNotice.TheTopic, id, actor.PoleId, id);
            var outside = await tx.Read<string>("select id from newsletter_subscribers where pole_id = @PoleId and joined_at is not null and left_at is null order by id", new { actor.PoleId });
            foreach (var subscriber in outside)
            {
                var copy = Ids.New();
                await tx.Execute("insert into newsletter_copies (id, newsletter_id, subscriber_id) values (@copy, @id, @subscriber)", new { copy, id, subscriber });
                await tx.Owe("mail", NewsletterOutside.TheTopic, copy, actor.PoleId, dedupe: $"newsletter/{id}/{subscriber}");
            }
            await tx.Announce(actor, new NewsletterSent(actor.PoleId, id, outside.Count));
        });
    }

    /// <summary>The letters, newest first: those sent, and the draft for who writes it.</summary>
    public Task<IReadOnlyList<Newsletter>> List(Actor actor, string? before = null, int most = 30)
    {
        actor.Must(Act.ReadPole);
        return db.Read<Newsletter>($"""
            select {Columns} from {Tables}
            where n.pole_id = @PoleId and n.state in @states {(before is null ? "" : "and n.id < @before")} order by n.id desc limit @most
            """, new { actor.PoleId, states = Readable(actor), before, most });
    }

    /// <exception cref="NotHere">No such letter in the actor's pole, or a draft that is not the actor's to read.</exception>
    public async Task<Newsletter> One(Actor actor, string id)
    {
        actor.Must(Act.ReadPole);
        return await db.MaybeOne<Newsletter>($"select {Columns} from {Tables} where n.pole_id = @PoleId and n.id = @id and n.state in @states",
            new { actor.PoleId, id, states = Readable(actor) }) ?? throw new NotHere();
    }

    /// <summary>A letter as anybody may read it who has its address: once it was sent.</summary>
    public Task<Newsletter?> Public(string id) => db.MaybeOne<Newsletter>($"select {Columns} from {Tables} where n.id = @id and n.state = 'sent'", new { id });

    public async Task<IReadOnlyDictionary<string, string>> Titles(Actor actor, IReadOnlyCollection<string> ids, Say say) => !actor.May(Act.ReadPole) || ids.Count == 0
        ? new Dictionary<string, string>()
        : (await db.Read<(string Id, string Title)>("select id, title from newsletters where pole_id = @PoleId and id in @wanted and state in @states",
            new { actor.PoleId, wanted = ids.ToArray(), states = Readable(actor) })).ToDictionary(n => n.Id, n => n.Title);

    public string Page(Actor actor, string id) => $"/p/{actor.PoleSlug}/lettres/{id}";

    private static string[] Readable(Actor actor) => actor.May(Act.WriteNewsletter) ? [Newsletter.Draft, Newsletter.Sent] : [Newsletter.Sent];

    private static async Task<Newsletter> Stand(Tx tx, Actor actor, string id) =>
        await tx.MaybeOne<Newsletter>($"select {Columns} from {Tables} where n.pole_id = @PoleId and n.id = @id", new { actor.PoleId, id }) ?? throw new NotHere();
}
