namespace Ptce.Workspace;

public sealed partial record Report
{
    /// <summary>The same as the page says, as a tagged PDF.</summary>
    /// <param name="link">The page, where decisions and actions can be followed.</param>
    public byte[] Pdf(Say t, string link)
    {
        var title = t["proceedings.minutes_of", Meeting.Title(t)];
        var file = new Pdf(title, t.Language);
        file.Heading(title, 1);
        file.Paragraph(string.Join(" · ", new[]
        {
            Meeting.When(t), Meeting.Place, Meeting.HostName is { } host ? t["proceedings.hosted", host] : null, Meeting.Facilitator is { } leads ? t["proceedings.led", leads.Told] : null,
        }.Where(s => s is not null)));
        file.Paragraph(SettledAt is { } settled ? t["proceedings.settled", t.Instant(settled, Meeting.Zone)] : t["proceedings.draft"]);

        file.Heading(t["proceedings.who"], 2);
        file.Paragraph(Present.Count == 0 ? t["proceedings.nobody"] : t["proceedings.hours", Present.Count, t.Duration(Minutes), t.Duration(PersonMinutes)]);
        foreach (var group in PresentByOrganisation) file.Item(t["proceedings.pdf_there", group.Key, string.Join(", ", group.Select(p => p.Name))]);
        if (Guests.Count > 0) file.Paragraph(t["guests.were_there", string.Join(", ", Guests.Select(g => g.Told(t)))]);
        if (Excused.Count > 0) file.Paragraph(t["proceedings.excused", string.Join(", ", Excused)]);
        if (NoShows.Count > 0) file.Paragraph(t["proceedings.no_shows", string.Join(", ", NoShows)]);

        foreach (var item in Agenda.Items)
        {
            file.Heading(item.Title, 2);
            if (!SaysSomething(item)) file.Paragraph(t[item.State == AgendaItem.Carried ? "proceedings.carried" : "proceedings.unsaid"]);
            foreach (var (paragraph, _) in NoteOf(item).Paragraphs)
                if (paragraph.StartsWith("- ", StringComparison.Ordinal)) file.Item(paragraph[2..]);
                else file.Paragraph(paragraph);
            foreach (var decision in DecisionsOf(item))
                file.Item(string.Join(" ", [t["proceedings.post_decision", decision.Body, t["decisions.state." + decision.State]], .. decision.Result(t)]));
            foreach (var action in ActionsOf(item)) file.Item(t["proceedings.post_action", action.What, action.OwnerName, t.LongDay(action.DueDay)]);
        }
        if (Yields.Count > 0)
        {
            file.Heading(t["proceedings.yields"], 2);
            foreach (var one in Yields) file.Item(t["proceedings.pdf_there", t["proceedings.yield." + one.Kind], one.Title]);
        }
        if (Next is not null) file.Paragraph(t["proceedings.next", Next.When(t)]);
        if (!file.IsFaithful) file.Paragraph(t["proceedings.pdf_letters"]);
        file.Paragraph(link);
        return file.ToBytes((page, of) => t["proceedings.pdf_page", Meeting.Title(t), page, of]);
    }
}
