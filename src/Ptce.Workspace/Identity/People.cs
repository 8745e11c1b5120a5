namespace Ptce.Workspace;

/// <summary>Someone who signs in, in however many organisations and poles.</summary>
/// <param name="Email">Lower case; null for a person without one.</param>
public sealed record Person(string Id, string Name, string? Email, string Language);

/// <summary>People as themselves, outside any pole.</summary>
public sealed partial class People(Db db, TimeProvider clock)
{
    private const string Columns = "p.id, p.name, p.email, p.language";

    /// <summary>The person whose session this is, while they have a mandate somewhere; else null, and the session ends.</summary>
    public Task<Person?> WithMandate(string personId) => db.MaybeOne<Person>($"""
        select {Columns} from people p
        where p.id = @personId and exists (
            select 1 from mandates m
            where m.person_id = p.id and m.from_day <= @latest and (m.to_day is null or m.to_day >= @earliest))
        """, new { personId, latest = Utc.AddDays(1), earliest = Utc.AddDays(-1) });

    // Poles stand in several zones: a session lasts as long as it is still today somewhere; each pole then decides by its own clock.
    private DateOnly Utc => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
}
