namespace Ptce.Workspace;

/// <summary>Axes et objectifs: what funders' reports score in percent. Nothing is edited; a later score takes over from its day on.</summary>
public sealed class Objectives(Db db, TimeProvider clock) : INameSubjects
{
    public const int LongestText = 200, LongestComment = 1000, LongestUnit = 40; // characters
    public const int MostAtOnce = 200; // objectives of a pole that stand at the same time
    public const decimal MostUnits = 1_000_000_000m;

    /// <summary>Sets an objective of an axis.</summary>
    /// <returns>Its id.</returns>
    /// <exception cref="Refused">A field is missing, too long or out of range; there are too many.</exception>
    public Task<string> Set(Actor actor, string axis, string title, decimal target, string unit)
    {
        actor.Must(Act.ReportProgress);
        var (onAxis, words, counted) = (Text("axis", axis, LongestText), Text("title", title, LongestText), Text("unit", unit, LongestUnit));
        Refused.If(target <= 0, "target", "objectives.target_range");
        var targetMilli = Milli("target", target);
        return db.Write(actor.PoleId, async tx =>
        {
            Refused.If(await tx.One<long>("select count(*) from objectives where pole_id = @PoleId and ended_on is null", new { actor.PoleId }) >= MostAtOnce, "", "objectives.too_many", MostAtOnce);
            var id = Ids.New();
            await tx.Execute("""
                insert into objectives (id, pole_id, axis, title, target_milli, unit, from_day, set_by) values (@id, @PoleId, @onAxis, @words, @targetMilli, @counted, @today, @PersonId)
                """, new { id, actor.PoleId, onAxis, words, targetMilli, counted, today = actor.Today(clock), actor.PersonId });
            await tx.Announce(actor, new ObjectiveSet(actor.PoleId, id));
            return id;
        });
    }

    /// <summary>Says how far an objective is on a day, since its beginning.</summary>
    /// <exception cref="Refused">A day to come, a number out of range, a text too long.</exception>
    public Task Score(Actor actor, string id, DateOnly day, decimal done, string? comment, string? evidence)
    {
        actor.Must(Act.ReportProgress);
        Refused.If(day > actor.Today(clock), "day", "contributions.day_to_come");
        Refused.If(done < 0, "done", "objectives.done_range");
        var doneMilli = Milli("done", done);
        var (said, proof) = (Maybe("comment", comment, LongestComment), Maybe("evidence", evidence, LongestComment));
        return db.Write(actor.PoleId, async tx =>
        {
            await Standing(tx, actor, id);
            await tx.Execute("""
                insert into objective_scores (id, objective_id, day, done_milli, comment, evidence, recorded_at, recorded_by)
                values (@score, @id, @day, @doneMilli, @said, @proof, @Now, @PersonId)
                """, new { score = Ids.New(), id, day, doneMilli, said, proof, tx.Now, actor.PersonId });
            await tx.Announce(actor, new ObjectiveScored(actor.PoleId, id));
        });
    }

    /// <summary>Drops an objective from today on: reports of earlier days keep it. Twice is once.</summary>
    public Task Drop(Actor actor, string id)
    {
        actor.Must(Act.ReportProgress);
        return db.Write(actor.PoleId, async tx =>
        {
            if ((await Standing(tx, actor, id)).EndedOn is not null) return;
            await tx.Execute("update objectives set ended_on = @today, ended_by = @PersonId where id = @id", new { id, today = actor.Today(clock), actor.PersonId });
            await tx.Announce(actor, new ObjectiveDropped(actor.PoleId, id));
        });
    }

    private static async Task<Objective> Standing(Tx tx, Actor actor, string id) =>
        await tx.MaybeOne<Objective>($"select {Columns} from objectives where id = @id and pole_id = @PoleId", new { id, actor.PoleId }) ?? throw new NotHere();

    private const string Columns = "id, axis, title, target_milli, unit, from_day, ended_on";

    /// <summary>The pole's objectives as they stood on a day, by axis; those dropped by then are left out.</summary>
    public Task<IReadOnlyList<Advance>> On(Actor actor, DateOnly day)
    {
        actor.Must(Act.ReadPole);
        return db.Snapshot(async tx =>
        {
            var all = await tx.Read<Objective>($"""
                select {Columns} from objectives where pole_id = @PoleId and (ended_on is null or ended_on > @day) order by lower(axis), axis, from_day, id
                """, new { actor.PoleId, day });
            var scores = await tx.Read<Score>("""
                select s.objective_id, s.day, s.done_milli, s.comment, s.evidence, s.recorded_at, s.recorded_by
                from objective_scores s join objectives o on o.id = s.objective_id
                where o.pole_id = @PoleId and s.day <= @day order by s.day, s.recorded_at, s.id
                """, new { actor.PoleId, day });
            var last = scores.GroupBy(s => s.ObjectiveId).ToDictionary(g => g.Key, g => g.Last());
            return (IReadOnlyList<Advance>)[.. all.Select(o => new Advance(o, last.GetValueOrDefault(o.Id)))];
        });
    }

    public async Task<IReadOnlyDictionary<string, string>> Titles(Actor actor, IReadOnlyCollection<string> ids, Say say)
    {
        if (ids.Count == 0 || !actor.May(Act.ReadPole)) return new Dictionary<string, string>();
        return (await db.Read<Objective>($"select {Columns} from objectives where pole_id = @PoleId and id in @ids", new { actor.PoleId, ids })).ToDictionary(o => o.Id, o => o.Title);
    }

    public string Page(Actor actor, string id) => $"/p/{actor.PoleSlug}/bilans/objectifs#objective-{id}";

    private static long Milli(string field, decimal number)
    {
        Refused.If(number > MostUnits || number * 1000 != decimal.Truncate(number * 1000), field, "objectives.number_range");
        return (long)(number * 1000);
    }

    private static string Text(string field, string? text, int longest) => Maybe(field, text, longest) ?? throw new Refused(field, "objectives.missing");

    private static string? Maybe(string field, string? text, int longest)
    {
        text = text?.Trim();
        Refused.If(text?.Length > longest, field, "objectives.too_long", longest);
        return string.IsNullOrEmpty(text) ? null : text;
    }
}
