namespace Ptce.Workspace;

public sealed partial class Members
{
    /// <summary>Names an administrator of one pole, or of the whole instance. A console act: it is how the first one comes to be.</summary>
    /// <param name="pole">Null for every pole of the instance, present and future.</param>
    public Task Administer(Pole? pole, string name, string email, string language)
    {
        name = name.Trim();
        email = email.Trim().ToLowerInvariant();
        Refused.If(name is "" or { Length: > LongestName }, "name", "members.person_length", LongestName);
        Refused.If(!IsAddress(email), "email", "members.bad_email", email);

        return db.Write(pole?.Id, async tx =>
        {
            var person = await Person(tx, name, email, Words.Nearest(language));
            var today = Zones.Day(tx.Now, pole?.Zone ?? "Etc/UTC");
            var given = await tx.Execute("""
                insert into mandates (id, person_id, pole_id, role, from_day)
                select @id, @person, @pole, 'administrator', @today
                where not exists (
                    select 1 from mandates
                    where person_id = @person and role = 'administrator' and to_day is null
                      and (pole_id = @pole or (pole_id is null and @pole is null)))
                """, new { id = Ids.New(), person, pole = pole?.Id, today }) == 1;
            if (given && pole is not null) await tx.Announce(null, new MandateGiven(pole.Id, person, "administrator"));
        });
    }
}
