namespace Ptce.Workspace;

/// <summary>The letter to a member: on the channel they chose for it.</summary>
public sealed class NewsletterNotice(Newsletters newsletters) : IWriteNotices
{
    public const string TheTopic = "newsletter";

    public string Topic => TheTopic;

    public async Task<Notice?> Write(Delivery owed, Actor reader) => await newsletters.Public(owed.SubjectId) is { } one
        ? new(one.Title, [], reader.May(Act.ReadPole) ? newsletters.Page(reader, one.Id) : NewsletterReadPage.Address(one.Id)) { Markdown = one.Body }
        : null;
}

/// <summary>The letter to someone outside.</summary>
public sealed class NewsletterOutside(Newsletters newsletters, Taps taps, Site site) : IWriteLetters
{
    public const string TheTopic = "newsletter_outside";

    public string Topic => TheTopic;

    public async Task<Letter?> Write(Delivery owed)
    {
        if (await newsletters.CopyOf(owed.SubjectId) is not { LeftAt: null, JoinedAt: not null, NewsletterId: { } id } to || await newsletters.Public(id) is not { } one) return null;
        var say = new Say(to.Language);
        var leave = site.Link(NewsletterJoinPage.Address(taps.Sign(to.Id, to.Slug, new(NewsletterJoinPage.Leaves, to.Id), days: 365)));
        return new Letter(to.Email, to.Email, one.Language, one.Title, [one.Body])
        {
            Body = SafeMarkdown.Html(one.Body),
            After = [say["newsletters.why_outside", to.PoleName]],
            Ways = [(say["newsletters.read_online"], site.Link(NewsletterReadPage.Address(id))), (say["notices.unsubscribe"], leave)],
            Unsubscribe = leave,
        };
    }
}

/// <summary>The mail that asks someone outside to say again that they want the letter.</summary>
public sealed class NewsletterJoining(Newsletters newsletters, Taps taps, Site site) : IWriteLetters
{
    public const string TheTopic = "newsletter_join";

    public string Topic => TheTopic;

    public async Task<Letter?> Write(Delivery owed)
    {
        if (await newsletters.OutsiderOf(owed.SubjectId) is not { } to || to is { JoinedAt: not null, LeftAt: null }) return null;
        var say = new Say(to.Language);
        return new Letter(to.Email, to.Email, say.Language, say["newsletters.join.subject", to.PoleName], [say["newsletters.join.text", to.PoleName]],
            (say["newsletters.join.act"], site.Link(NewsletterJoinPage.Address(taps.Sign(to.Id, to.Slug, new(NewsletterJoinPage.Joins, to.Id))))),
            [say["newsletters.join.not_you"]]);
    }
}
