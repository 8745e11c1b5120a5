namespace Ptce.Workspace;

/// <summary>A line that names someone's organisation: its people are asked at once where they chat with us. Everyone else reads of it in the morning's message.</summary>
public sealed class LineToConfirm(Contributions contributions, TimeProvider clock) : IWriteNotices
{
    public const string TheTopic = "line_to_confirm";
    private const int MostAtOnce = 3; // of one entry; more are read in one list in the morning

    public string Topic => TheTopic;

    /// <summary>Owes each line to the people of the organisations it names, but to nobody whose own word it is.</summary>
    internal static async Task Tell(Tx tx, Notices notices, Actor actor, DateOnly today, IReadOnlyList<string> lines)
    {
        if (lines.Count > MostAtOnce) return;
        foreach (var id in lines)
            foreach (var person in await tx.Read<string>("""
                select distinct m.person_id from contributions c
                join contribution_parties x on x.contribution_id = c.id
                join mandates m on m.organisation_id = x.organisation_id and m.pole_id = c.pole_id
                where c.id = @id and m.role <> 'observer' and m.from_day <= @today and (m.to_day is null or m.to_day >= @today)
                  and m.person_id <> @PersonId and (c.person_id is null or m.person_id <> c.person_id)
                order by m.person_id
                """, new { id, today, actor.PersonId }))
                await notices.OweInChat(tx, person, TheTopic, id, actor.PoleId, id);
    }

    public async Task<Notice?> Write(Delivery owed, Actor reader)
    {
        if (!reader.May(Act.ReadPole)) return null;
        Contribution line;
        try { line = await contributions.One(reader, owed.SubjectId); }
        catch (NotHere) { return null; }
        if (!Contributions.MayConfirm(reader, line)) return null;
        var (say, today, page) = (new Say(reader.Language), reader.Today(clock), contributions.Page(reader, line.Id));
        return new Notice(say["contributions.mail.to_confirm", line.PersonName ?? line.OrganisationName, line.Title(say, today)], [], page)
        {
            Choices = [new(say["contributions.mail.confirm", line.Amount(say), line.PersonName ?? line.OrganisationName], new(Confirming.ThePurpose, line.Id), Primary: true)],
            Card = LineCard.Of(line, reader, say, today, page),
        };
    }
}
