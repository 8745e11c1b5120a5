using Microsoft.Extensions.DependencyInjection;

namespace Ptce.Workspace.Tests;

/// <summary>Makes, in the cast's first pole and by someone entitled, the things that a command of <see cref="RightsTable"/> is tried on. Fresh each time.</summary>
public sealed class Stage(IServiceProvider slices, Cast cast)
{
    private static readonly Roles All = Enum.GetValues<Roles>().Aggregate((a, b) => a | b);
    private int _count;

    public Cast Cast => cast;

    public T Get<T>() where T : notnull => slices.GetRequiredService<T>();

    /// <summary>Somebody of the pole (Élise, of Re-Sources) who holds these roles and no other.</summary>
    public Actor With(Roles roles) => cast.Elise with { Roles = roles };

    /// <summary>Somebody else of the pole (Chloé), who may do anything there and sets the stage.</summary>
    public Actor Entitled => cast.Chloe with { Roles = All };

    /// <summary>Somebody who may do anything, in the other pole.</summary>
    public Actor Abroad => cast.Zora with { Roles = All };

    /// <summary>A name nobody bears yet.</summary>
    public string Name(string kind) => $"{kind} {Interlocked.Increment(ref _count)}";

    public Task<string> Organisation() => Get<Members>().AddOrganisation(Entitled, Name("Organisation"), "association", "membre", Today);

    public Task<string> Person(string role = "member") => Person(cast.Organisation("Elips"), role);

    public Task<string> Person(string organisation, string role) =>
        Get<Members>().AddPerson(Entitled, new(Name("Personne"), null, organisation, role, "benevole", Today));

    public async Task<string> Membership() => (await Get<Members>().Belongings(Entitled, await Organisation()))[0].Id;

    public async Task<string> Mandate(string role = "member") => (await Get<Members>().Mandates(Entitled, await Person(role)))[0].Id;

    public async Task<string> ParkedDelivery()
    {
        var id = Ids.New();
        await Get<Db>().Write(null, tx => tx.Execute("""
            insert into deliveries (id, pole_id, channel, topic, subject_id, created_at, due_at, parked_at) values (@id, @pole, 'nobody', 'x', 'x', @Now, @Now, @Now)
            """, new { id, pole = cast.Pole.Id, tx.Now }));
        return id;
    }

    /// <summary>One minute, today: a day has room for many.</summary>
    public NewContribution Minute() => new(Today, 1, "default");

    /// <summary>A line that waits for the word of Élise's organisation.</summary>
    public Task<string> LineWithElise() => Line(cast.Bruno, Minute() with { PartyIds = [cast.Organisation("Re-Sources")] });

    /// <summary>A line of Élise's, that somebody else wrote: trying is hers alone.</summary>
    public Task<string> LineOfElise() => Line(Entitled, Minute() with { PersonId = cast.Elise.PersonId });

    /// <summary>A line whose other party is the pole, of somebody who sets no stage.</summary>
    public Task<string> LineOfThePole() => Line(cast.Bruno, Minute());

    public async Task<string> ContestedLine()
    {
        var id = await LineOfElise();
        await Get<Contributions>().Contest(cast.David, id, "Non.");
        return id;
    }

    private async Task<string> Line(Actor of, NewContribution line) => (await Get<Contributions>().Log(of, [line], "web"))[0].Id;

    public DateOnly Today => new(2026, 11, 19);
}
