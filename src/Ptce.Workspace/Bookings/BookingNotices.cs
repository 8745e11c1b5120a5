namespace Ptce.Workspace;

/// <summary>A booking took place: whoever booked is asked, once, whether what was lent may be counted.</summary>
public sealed class BookingNotices(Db db, Contributions contributions, TimeProvider clock) : IWriteNotices
{
    public const string TheTopic = "booking_over";

    public string Topic => TheTopic;

    public async Task<Notice?> Write(Delivery owed, Actor reader)
    {
        if (!reader.May(Act.LogContribution)) return null;
        var proposed = (await db.Read<string>("select contribution_id from bookings where pole_id = @PoleId and person_id = @PersonId and contribution_id is not null", new { reader.PoleId, reader.PersonId })).ToHashSet();
        var drafts = (await contributions.Drafts(reader)).Where(d => proposed.Contains(d.Id)).ToList();
        if (drafts.Count == 0) return null;
        var (say, today) = (new Say(reader.Language), reader.Today(clock));
        return new(drafts.Count == 1 ? say["bookings.mail.over_one", drafts[0].Note] : say["bookings.mail.over_many", drafts.Count], [say["bookings.mail.over_text"]], $"/p/{reader.PoleSlug}")
        {
            Facts = [.. drafts.Select(d => new Fact($"{d.Note}, {say.Day(d.Day, today)}", say["bookings.mail.lent_by", d.Amount(say), d.OrganisationName]))],
        };
    }
}
