namespace Ptce.Workspace;

public sealed partial class Contributions
{
    /// <summary>Lines that another slice's command writes in its own transaction: checked now, written when that command runs.</summary>
    /// <exception cref="Refused">As <see cref="Log"/>.</exception>
    internal async Task<Func<Tx, Task<IReadOnlyList<string>>>> Prepare(Actor actor, IReadOnlyList<NewContribution> lines, string channel)
    {
        actor.Must(Act.LogContribution);
        var roll = await RollFor(actor, lines);
        var ready = lines.Select(l => Check(l, Giver(actor, l, roll), roll)).ToList();
        return async tx =>
        {
            foreach (var (line, i) in ready.Select((l, i) => (l, i)))
            {
                if (line.PersonId is { } person) await HoldsInDay(tx, actor.PoleId, person, line.Day, line.Minutes / line.People, own: person == actor.PersonId);
                await Insert(tx, actor.PoleId, line, channel, actor.PersonId, null, i);
                await tx.Announce(actor, new ContributionLogged(actor.PoleId, line.Id, line.Minutes, line.Kind, line.OrganisationId, line.BeneficiaryId, line.Day, line.PartyIds));
            }
            await AskParties(tx, actor, ready);
            return [.. ready.Select(l => l.Id)];
        };
    }
}
