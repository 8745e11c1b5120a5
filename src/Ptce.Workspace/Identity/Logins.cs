namespace Ptce.Workspace;

/// <summary>Which outside accounts open the session of which person.</summary>
/// <remarks>
/// The rule, and what it is against:
/// <list type="number">
/// <item>An account is the pair (provider, its own stable id). An address never is one: addresses are reassigned, and some providers let anyone write any.</item>
/// <item>An account that is linked opens the session of its person. An account that is not linked opens nothing, whatever address it bears.</item>
/// <item>It is linked only by a person who has a session here, in the same browser: who proved, by a link mailed to their address or by
/// an account linked before, that they are that person. A stranger's account bearing somebody's address gets nowhere, for want of that session.</item>
/// <item>And only when the provider vouches for the address and it is that person's: nobody ends up linked to an account
/// that they were signed in to without noticing, such as one that an attacker opened in their browser.</item>
/// <item>And only by pressing a button on a page that names both sides: coming back from a provider links nothing by itself.</item>
/// <item>An account linked to somebody is never moved to somebody else; they unlink it first, signed in.</item>
/// </list>
/// </remarks>
public sealed class Logins(Db db)
{
    public sealed record Login(string Provider, string Subject, DateTimeOffset CreatedAt);

    /// <summary>The person whose session this account opens; null when it is linked to nobody.</summary>
    public Task<string?> PersonOf(OutsideAccount account) =>
        db.MaybeOne<string>("select person_id from logins where provider = @Provider and subject = @Subject", new { account.Provider, account.Subject });

    /// <summary>Why this person may not link this account; null when they may.</summary>
    public static Refused? WhyNot(Person person, OutsideAccount account) => account switch
    {
        { Email: null } => new("", "identity.outside_no_address"),
        { EmailVerified: false } => new("", "identity.outside_not_verified", account.Email),
        _ when person.Email != account.Email => new("", "identity.outside_other_address", account.Email, person.Email ?? "–"),
        _ => null,
    };

    /// <summary>Links an account to the person whose session this is.</summary>
    /// <exception cref="Refused">The rule above says no, or the account is somebody else's.</exception>
    public Task Link(Person person, OutsideAccount account)
    {
        if (WhyNot(person, account) is { } reason) throw reason;
        return db.Write(null, async tx =>
        {
            await tx.Execute("""
                insert into logins (provider, subject, person_id, created_at) values (@Provider, @Subject, @Id, @Now)
                on conflict (provider, subject) do nothing
                """, new { account.Provider, account.Subject, person.Id, tx.Now });
            var whose = await tx.One<string>("select person_id from logins where provider = @Provider and subject = @Subject", new { account.Provider, account.Subject });
            Refused.If(whose != person.Id, "", "identity.outside_taken");
        });
    }

    /// <summary>Forgets a link. The person comes in by mail, as before it.</summary>
    public Task Unlink(Person person, string provider, string subject) => db.Write(null, tx =>
        tx.Execute("delete from logins where provider = @provider and subject = @subject and person_id = @Id", new { provider, subject, person.Id }));

    public Task<IReadOnlyList<Login>> Of(Person person) =>
        db.Read<Login>("select provider, subject, created_at from logins where person_id = @Id order by created_at", new { person.Id });
}
