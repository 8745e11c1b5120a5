namespace Ptce.Workspace;

/// <summary>À vous d'animer: who leads a meeting is told when its agenda is laid, and when the turn changes after that; so is who leads it no more.</summary>
public sealed class FacilitationNotice(Workshops workshops, TimeProvider clock) : IWriteNotices
{
    public const string TheTopic = "meeting_facilitation";

    public string Topic => TheTopic;

    public async Task<Notice?> Write(Delivery owed, Actor reader)
    {
        if (!reader.May(Act.ReadPole)) return null;
        var one = await workshops.One(reader, owed.SubjectId);
        if (one.State == Occurrence.Held || one.StartsAt <= clock.GetUtcNow()) return null;
        var (say, today) = (new Say(reader.Language), reader.Today(clock));
        var leads = one.State == Occurrence.Planned && (await workshops.LeadersOf(one)).Contains(reader.PersonId);
        return new(say[leads ? "workshops.mail.lead" : "workshops.mail.lead_no_more", one.Title(say)],
            [leads ? say["workshops.mail.lead_text"] : one.Facilitator is { } other && one.State == Occurrence.Planned ? say["workshops.mail.lead_other", other.Told] : say["workshops.mail.lead_nobody"]],
            workshops.Page(reader, one.Id))
        {
            Facts =
            [
                new(say["workshops.mail.when"], one.When(say, today)),
                .. one.HostName is { } host ? new[] { new Fact(say["workshops.mail.host"], host) } : [],
            ],
        };
    }
}
