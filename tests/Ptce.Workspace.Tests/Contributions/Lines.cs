namespace Ptce.Workspace.Tests;

/// <summary>Stories about lines of the ledger, on one store or the other.</summary>
public abstract class LinesTest(On on) : CastTest(on)
{
    protected Contributions Ledger => Get<Contributions>();
    protected DateOnly Yesterday => Clock.Today.AddDays(-1);

    /// <summary>Amina gives two hours of cotech, yesterday; with Elips unless the story says otherwise.</summary>
    protected NewContribution TwoHours(params string[] with) => new(Yesterday, 120, "default", "cotech", [.. with.Select(Cast.Organisation)]);

    protected async Task<Contribution> Logged(Actor actor, NewContribution line) => (await Ledger.Log(actor, [line], "web"))[0];

    /// <summary>A line of Amina's that went the whole way: confirmed by Bruno for Elips, validated by Chloé.</summary>
    protected async Task<Contribution> Validated()
    {
        var line = await Logged(Cast.Amina, TwoHours("Elips"));
        await Ledger.Confirm(Cast.Bruno, line.Id);
        await Ledger.Validate(Cast.Chloe, line.Id);
        return await Ledger.One(Cast.Amina, line.Id);
    }

    protected async Task<Contribution> Locked()
    {
        var line = await Validated();
        await Db.Write(Cast.Pole.Id, tx => Contributions.LockForDigest(tx, Cast.Pole.Id, "digest-1", [line.Id]));
        return await Ledger.One(Cast.Amina, line.Id);
    }

    protected static async Task<string> Refusal(Func<Task> act)
    {
        var refused = await Assert.ThrowsAnyAsync<Refused>(act);
        return refused.Key;
    }

    protected async Task<IReadOnlyList<string>> Events(string id) =>
        await Db.Read<string>("select name from events where subject_id = @id order by seq", new { id });
}
