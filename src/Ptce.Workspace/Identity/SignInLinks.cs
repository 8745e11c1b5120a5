using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Ptce.Workspace;

/// <summary>One-time links: whoever reads the mail of an address may enter as the person who bears it.</summary>
public sealed class SignInLinks(Db db, People people)
{
    public const int Minutes = 20;        // a link lasts, from the making of its mail
    public const int MostAnHour = 5;      // asks for one address, known or not
    private const int StaleMinutes = 60;  // after so long nobody waits for the mail any more: it is not sent

    /// <summary>A link as the page shows it before it is used.</summary>
    public sealed record Found(string Name, Refused? Reason);

    private sealed record Row
    {
        public string PersonId { get; init; } = "";
        public string? ReturnTo { get; init; }
        public string Name { get; init; } = "";
        public DateTimeOffset ExpiresAt { get; init; }
        public DateTimeOffset? UsedAt { get; init; }
    }

    /// <summary>Forgets links and asks that are a day old: used or not, they open nothing any more.</summary>
    /// <returns>How many.</returns>
    public Task<int> Forget() => db.Write(null, tx => tx.Execute("delete from sign_in_links where asked_at < @yesterday", new { yesterday = tx.Now.AddDays(-1) }));

    /// <summary>Asks for a link by mail. Answers the same, and does the same work, whether somebody bears the address or not.</summary>
    /// <param name="returnTo">Where the person was going: an address of ours.</param>
    /// <returns>The ask's id. It opens nothing.</returns>
    /// <exception cref="Refused">«email» is no address, or was asked for too often.</exception>
    public Task<string> Ask(string email, string? returnTo)
    {
        email = email.Trim().ToLowerInvariant();
        Refused.If(!Members.IsAddress(email), "email", "members.bad_email", email);

        return db.Write(null, async tx =>
        {
            await tx.Execute("delete from sign_in_links where asked_at < @yesterday", new { yesterday = tx.Now.AddDays(-1) });
            var asked = await tx.One<long>("select count(*) from sign_in_links where address_hash = @address and asked_at > @anHourAgo",
                new { address = Hash(email), anHourAgo = tx.Now.AddHours(-1) });
            Refused.If(asked >= MostAnHour, "email", "identity.link_too_many", MostAnHour);
            var (id, person) = await Note(tx, email, returnTo);
            if (person is not null) await tx.Owe("mail", SignInMail.TheTopic, id, recipientId: person);
            return id;
        });
    }

    /// <summary>Makes a link at once, without mail. A console act: whoever may run it can already read the store.</summary>
    /// <exception cref="Refused">«email» belongs to nobody with a mandate.</exception>
    public async Task<string> Make(string email)
    {
        var (id, _) = await db.Write(null, tx => Note(tx, email.Trim().ToLowerInvariant(), null));
        return await Secret(id) is { } made ? made.Secret : throw new Refused("email", "identity.nobody", email);
    }

    private static async Task<(string Id, string? Person)> Note(Tx tx, string email, string? returnTo)
    {
        var id = Ids.New();
        var person = await tx.MaybeOne<string>("select id from people where email = @email", new { email });
        await tx.Execute("""
            insert into sign_in_links (id, address_hash, person_id, return_to, asked_at)
            values (@id, @address, @person, @returnTo, @Now)
            """, new { id, address = Hash(email), person, returnTo = SeeOther.Local(returnTo), tx.Now });
        return (id, person);
    }

    /// <summary>Makes the secret of an ask, as its mail is written: it is never in the store, only its hash. A second mail ends the first one's link.</summary>
    internal async Task<(string Secret, Person Person)?> Secret(string id)
    {
        var personId = await db.MaybeOne<string>("select person_id from sign_in_links where id = @id", new { id });
        if (personId is null || await people.WithMandate(personId) is not { } person) return null;
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var made = await db.Write(null, tx => tx.Execute("""
            update sign_in_links set secret_hash = @hash, expires_at = @expires
            where id = @id and used_at is null and asked_at > @stale
            """, new { id, hash = Hash(secret), expires = tx.Now.AddMinutes(Minutes), stale = tx.Now.AddMinutes(-StaleMinutes) }));
        return made == 1 ? (secret, person) : null;
    }

    /// <summary>What a link would do, without using it up: mail scanners open links too.</summary>
    public async Task<Found?> Find(string secret, DateTimeOffset now) =>
        await db.MaybeOne<Row>(Select, new { hash = Hash(secret) }) is { } row ? new(row.Name, WhyNot(row, now)) : null;

    /// <summary>Uses a link up.</summary>
    /// <returns>Whose session to open, and where they were going.</returns>
    /// <exception cref="Refused">It was used, has expired, or is none of ours.</exception>
    public Task<(string PersonId, string? ReturnTo)> Use(string secret) => db.Write(null, async tx =>
    {
        var row = await tx.MaybeOne<Row>(Select, new { hash = Hash(secret) }) ?? throw new Refused("", "identity.link_unknown");
        if (WhyNot(row, tx.Now) is { } reason) throw reason;
        // Two browsers at once: the row decides, not the reading before it.
        var used = await tx.Execute("update sign_in_links set used_at = @Now where secret_hash = @hash and used_at is null", new { hash = Hash(secret), tx.Now });
        Refused.If(used == 0, "", "identity.link_used");
        return (row.PersonId, row.ReturnTo);
    });

    private const string Select = """
        select l.person_id as PersonId, l.return_to as ReturnTo, p.name as Name, l.expires_at as ExpiresAt, l.used_at as UsedAt
        from sign_in_links l join people p on p.id = l.person_id
        where l.secret_hash = @hash
        """;

    private static Refused? WhyNot(Row row, DateTimeOffset now) =>
        row.UsedAt is not null ? new("", "identity.link_used") : row.ExpiresAt <= now ? new("", "identity.link_expired", Minutes) : null;

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}

/// <summary>The mail that carries a sign-in link.</summary>
public sealed class SignInMail(SignInLinks links, Site site) : IWriteLetters
{
    public const string TheTopic = "sign_in";

    public string Topic => TheTopic;

    public async Task<Letter?> Write(Delivery owed)
    {
        if (await links.Secret(owed.SubjectId) is not var (secret, person) || person.Email is null) return null;
        var say = new Say(person.Language);
        return new Letter(person.Email, person.Name, say.Language, say["mail.sign_in.subject"],
            [say["mail.hello", person.Name], say["mail.sign_in.text", SignInLinks.Minutes]],
            (say["mail.sign_in.act"], site.Link(SignInLinkPage.Address(secret))),
            [say["mail.sign_in.not_you"]]);
    }
}
