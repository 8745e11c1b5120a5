namespace Ptce.Workspace;

public sealed partial class Contributions
{
    /// <summary>Writes a day of a person lent as their draft. Called by the loan's own job, in its transaction.</summary>
    /// <returns>The line's id; null where the rules leave no room for it (the day is full, the organisation has left): the person says it by hand.</returns>
    internal static async Task<string?> DraftLent(Tx tx, Roll roll, string poleId, NewContribution line)
    {
        try { return await WriteDraft(tx, roll, poleId, line, "lending"); }
        catch (Refused) { return null; }
    }

    /// <summary>Drafts of the actor's that go to the other party together.</summary>
    /// <returns>Their minutes.</returns>
    internal static async Task<long> SubmitLent(Tx tx, Actor actor, IReadOnlyCollection<string> ids)
    {
        long minutes = 0;
        foreach (var id in ids)
        {
            var line = await Stand(tx, actor, id);
            await Submit(tx, actor, line);
            minutes += line.Minutes;
        }
        return minutes;
    }
}
