namespace Ptce.Workspace;

public sealed partial class Newsletters
{
    private static readonly TimeSpan BetweenAsks = TimeSpan.FromHours(1);

    /// <summary>Someone outside asks for the letter of a pole. A mail asks them to say so again; the answer is the same for every address.</summary>
    /// <exception cref="Refused">«email» is no address.</exception>
    /// <exception cref="NotHere">No such pole.</exception>
    public Task Ask(string slug, string? email, string language)
    {
        var address = email?.Trim().ToLowerInvariant() ?? "";
        Refused.If(!Members.IsAddress(address), "email", "members.bad_email", address);
        return db.Write(null, async tx =>
        {
            var pole = await tx.MaybeOne<string>("select id from poles where slug = @slug", new { slug }) ?? throw new NotHere();
            var id = Ids.New();
            await tx.Execute("""
                insert into newsletter_subscribers (id, pole_id, email, language, asked_at) values (@id, @pole, @address, @language, @Now)
                on conflict (pole_id, email) do update set asked_at = excluded.asked_at, language = excluded.language
                where newsletter_subscribers.asked_at < @before and (newsletter_subscribers.joined_at is null or newsletter_subscribers.left_at is not null)
                """, new { id, pole, address, language = Words.Nearest(language), tx.Now, before = tx.Now - BetweenAsks });
            var asked = await tx.MaybeOne<string>("""
                select id from newsletter_subscribers where pole_id = @pole and email = @address and asked_at = @Now and (joined_at is null or left_at is not null)
                """, new { pole, address, tx.Now });
            if (asked is not null) await tx.Owe("mail", NewsletterJoining.TheTopic, asked, pole, dedupe: $"newsletter_join/{asked}/{tx.Now.ToUnixTimeMilliseconds()}");
        });
    }

    /// <summary>They say so again: from the mail's link.</summary>
    public Task Join(string subscriberId) => db.Write(null, tx =>
        tx.Execute("update newsletter_subscribers set joined_at = @Now, left_at = null where id = @subscriberId and (joined_at is null or left_at is not null)", new { subscriberId, tx.Now }));

    /// <summary>They want it no more: from the mail's link, or the mail program's own button.</summary>
    public Task Leave(string subscriberId) => db.Write(null, tx =>
        tx.Execute("update newsletter_subscribers set left_at = @Now where id = @subscriberId and left_at is null", new { subscriberId, tx.Now }));

    /// <summary>Who outside the pole receives it, by address.</summary>
    public Task<IReadOnlyList<Subscriber>> Subscribers(Actor actor)
    {
        actor.Must(Act.WriteNewsletter);
        return db.Read<Subscriber>("""
            select id, email, joined_at from newsletter_subscribers where pole_id = @PoleId and joined_at is not null and left_at is null order by email limit 500
            """, new { actor.PoleId });
    }

    internal sealed record Outsider
    {
        public required string Id { get; init; }
        public required string Email { get; init; }
        public required string Language { get; init; }
        public required string Slug { get; init; }
        public required string PoleName { get; init; }
        public DateTimeOffset? JoinedAt { get; init; }
        public DateTimeOffset? LeftAt { get; init; }

        /// <summary>The letter of which this is their copy.</summary>
        public string? NewsletterId { get; init; }
    }

    internal Task<Outsider?> OutsiderOf(string subscriberId) => db.MaybeOne<Outsider>("""
        select s.id, s.email, s.language, p.slug, p.name as pole_name, s.joined_at, s.left_at
        from newsletter_subscribers s join poles p on p.id = s.pole_id where s.id = @subscriberId
        """, new { subscriberId });

    internal Task<Outsider?> CopyOf(string copyId) => db.MaybeOne<Outsider>("""
        select s.id, s.email, s.language, p.slug, p.name as pole_name, s.joined_at, s.left_at, c.newsletter_id
        from newsletter_copies c join newsletter_subscribers s on s.id = c.subscriber_id join poles p on p.id = s.pole_id where c.id = @copyId
        """, new { copyId });
}
