namespace Ptce.Workspace;

/// <summary>The agenda of a meeting was laid: the cell is asked to look at it before the invitations leave.</summary>
public sealed class PreparationNotice(Workshops workshops, TimeProvider clock) : IWriteNotices
{
    public const string TheTopic = "meeting_preparation";
    private const int MostPoints = 8;

    public string Topic => TheTopic;

    public async Task<Notice?> Write(Delivery owed, Actor reader)
    {
        if (!reader.May(Act.PlanMeetings)) return null;
        var one = await workshops.One(reader, owed.SubjectId);
        if (one.State != Occurrence.Planned || one.StartsAt <= clock.GetUtcNow()) return null;
        var (say, today) = (new Say(reader.Language), reader.Today(clock));
        var points = (await workshops.AgendaOf(reader, one.Id)).Items;
        return new(say["workshops.mail.prepare", one.Title(say)], [say[points.Count == 0 ? "workshops.mail.prepare_empty" : "workshops.mail.prepare_text"]], workshops.Page(reader, one.Id))
        {
            Facts =
            [
                new(say["workshops.mail.when"], one.When(say, today)),
                .. points.Take(MostPoints).Select(p => new Fact(p.Title, say.Duration(p.Minutes))),
            ],
        };
    }
}
