namespace Ptce.Workspace;

/// <summary>A notice as a mail: sentences, facts, signed links to act at once, and the way out.</summary>
public sealed class NoticeLetters(NoticeDesk desk, Taps taps, Site site, People people, MailSettings mail)
{
    public bool Knows(string topic) => desk.Knows(topic);

    public async Task<Letter?> Write(Delivery owed)
    {
        if (await desk.Write(owed) is not var (notice, reader) || await people.WithMandate(reader.PersonId) is not { Email: { } email } person) return null;
        var say = new Say(person.Language);
        var out_ = site.Link(taps.Path(reader, new(Unsubscribing.ThePurpose, Topics.Theme[owed.Topic])));
        return new Letter(email, person.Name, say.Language, notice.Title, notice.Markdown is { } text ? [text] : [say["mail.hello", person.Name], .. notice.Paragraphs])
        {
            Body = notice.Markdown is { } markdown ? SafeMarkdown.Html(markdown) : null,
            Facts = notice.Facts,
            Acts = [.. Acts(notice, reader, say)],
            After = [say["notices.why_you", reader.PoleName]],
            Ways = [(say["notices.choose"], site.Link($"/avis/{taps.Sign(reader.PersonId, reader.PoleSlug, new(NoticesBySign.ThePurpose, ""))}/reglages")), (say["notices.unsubscribe"], out_)],
            Unsubscribe = out_,
            Calendar = notice.Calendar is { } calendar ? (calendar.Method, Ics.Invitation(calendar, mail.Address, email, person.Name)) : null,
        };
    }

    private IEnumerable<(string Words, string Href, bool Primary)> Acts(Notice notice, Actor reader, Say say)
    {
        foreach (var choice in notice.Choices)
            if (choice.Tap is { } tap) yield return (choice.Label, site.Link(taps.Path(reader, tap)), choice.Primary);
            else if (choice.Path is { } path) yield return (choice.Label, site.Link(path), choice.Primary);
        if (notice.Choices.All(c => c.Path != notice.Path)) yield return (say["notices.open"], site.Link(notice.Path), notice.Choices.Count == 0);
    }
}
