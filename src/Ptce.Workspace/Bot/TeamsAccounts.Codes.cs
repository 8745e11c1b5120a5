using System.Security.Cryptography;
using System.Text;

namespace Ptce.Workspace;

public sealed partial class TeamsAccounts
{
    public const int CodeMinutes = 10;        // a code can be typed, from the moment it is shown
    public const int MostCodesAnHour = 10;    // shown to one person
    public const int MostTriesAnHour = 5;     // wrong codes from one account
    public const int MostTenantTriesAnHour = 60; // wrong codes from all accounts of a tenant: 60 in a million, an hour

    /// <summary>Shows a person a code to type to the bot; the one shown before is worth nothing any more.</summary>
    /// <returns>Six digits. Only their hash is kept.</returns>
    /// <exception cref="Refused">Too many in an hour.</exception>
    public Task<string> ShowCode(Person person) => db.Write(null, async tx =>
    {
        await tx.Execute("delete from teams_codes where made_at < @yesterday", new { yesterday = tx.Now.AddDays(-1) });
        var shown = await tx.One<long>("select count(*) from teams_codes where person_id = @Id and made_at > @anHourAgo", new { person.Id, anHourAgo = tx.Now.AddHours(-1) });
        Refused.If(shown >= MostCodesAnHour, "code", "teams.too_many_codes");
        await tx.Execute("update teams_codes set expires_at = @Now where person_id = @Id and expires_at > @Now", new { person.Id, tx.Now });
        while (true)
        {
            var code = RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", System.Globalization.CultureInfo.InvariantCulture);
            if (await tx.Execute("""
                insert into teams_codes (code_hash, person_id, made_at, expires_at) values (@hash, @Id, @Now, @expires)
                on conflict (code_hash) do nothing
                """, new { hash = Hash(code), person.Id, tx.Now, expires = tx.Now.AddMinutes(CodeMinutes) }) == 1) return code;
        }
    });

    /// <summary>Links an account by the code its owner read on their profile page. A code works once.</summary>
    /// <returns>The person it now speaks for.</returns>
    /// <exception cref="Refused">It is none, is too old, or too many were tried.</exception>
    public async Task<Person> LinkByCode(string tenantId, string objectId, string code)
    {
        // What is counted must stay although the try is refused: the refusal is thrown after the commit.
        var (personId, reason) = await db.Write<(string?, string?)>(null, async tx =>
        {
            var anHourAgo = tx.Now.AddHours(-1);
            await tx.Execute("delete from teams_tries where at < @yesterday", new { yesterday = tx.Now.AddDays(-1) });
            var tries = await tx.Read<string>("select object_id from teams_tries where tenant_id = @tenantId and at > @anHourAgo", new { tenantId, anHourAgo });
            if (tries.Count(t => t == objectId) >= MostTriesAnHour || tries.Count >= MostTenantTriesAnHour) return (null, "teams.too_many_tries");

            var person = await tx.MaybeOne<string>("select person_id from teams_codes where code_hash = @hash and expires_at > @Now", new { hash = Hash(code), tx.Now });
            if (person is null || await tx.Execute("update teams_codes set expires_at = @Now where code_hash = @hash and expires_at > @Now", new { hash = Hash(code), tx.Now }) == 0)
            {
                await tx.Execute("insert into teams_tries (id, tenant_id, object_id, at) values (@id, @tenantId, @objectId, @Now)", new { id = Ids.New(), tenantId, objectId, tx.Now });
                return (null, "teams.wrong_code");
            }
            await Link(tx, person, tenantId, objectId, "code");
            return (person, null);
        });
        if (reason is not null) throw new Refused("code", reason, MostTriesAnHour);
        return await people.WithMandate(personId!) ?? throw new NotAllowed();
    }

    /// <summary>The six digits of a sentence that links: "lier 493 027", "link 493027", "493 027".</summary>
    public static string? CodeIn(string said)
    {
        var words = Folding.Fold(said.Trim().TrimEnd('.', '!')).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (words is ["lier" or "relier" or "link" or "verbinden" or "verknupfen" or "code", ..]) words = words[1..];
        var digits = string.Concat(words).Replace("-", "").Replace(".", "");
        return digits.Length == 6 && digits.All(char.IsAsciiDigit) ? digits : null;
    }

    private static string Hash(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code)));
}
