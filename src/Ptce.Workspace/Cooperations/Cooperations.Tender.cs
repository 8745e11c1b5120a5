using System.Globalization;

namespace Ptce.Workspace;

/// <summary>Dossier de réponse : a call for tenders that the members answer as a consortium.</summary>
/// <param name="DueDay">The day by which the answer is to be handed in.</param>
/// <param name="State">One of <see cref="Cooperations.TenderStates"/>.</param>
public sealed record Tender(string Client, string? Reference, DateOnly? DueDay, long? AmountCents, string State);

/// <summary>What someone says of a tender. Shares are percent of the amount, by organisation id or by the name of a third; none: not said.</summary>
public sealed record NewTender(string? Client, string? Reference, DateOnly? DueDay, decimal? Amount, string State, IReadOnlyDictionary<string, decimal?> Shares);

public sealed partial class Cooperations
{
    /// <summary>préparé, envoyé, gagné, perdu, abandonné.</summary>
    public static readonly IReadOnlyList<string> TenderStates = ["preparing", "sent", "won", "lost", "left"];

    private const long Whole = 10_000; // hundredths of a percent

    /// <summary>Its tender file; null where it answers no call. The shares stand on its members and thirds.</summary>
    public async Task<Tender?> TenderOf(Actor actor, string id)
    {
        var cooperation = await One(actor, id);
        return await db.MaybeOne<Tender>("select client, reference, due_day, amount_cents, state from cooperation_tenders where cooperation_id = @Id", new { cooperation.Id });
    }

    /// <summary>Opens the tender file, or says it differently.</summary>
    /// <remarks>A call that was won is a commercial cooperation; its amount is the tender's where none was said.</remarks>
    /// <exception cref="Refused">No client, an unknown state, a share out of range, shares of more than 100 % together; or not of 100 %, once it is handed in; the cooperation was withdrawn.</exception>
    public Task TellTender(Actor actor, string id, NewTender tender)
    {
        actor.Must(Act.LogCooperation);
        var client = Text(tender.Client, "client", LongestName) ?? throw new Refused("client", "cooperations.client_missing");
        var reference = Text(tender.Reference, "reference", LongestName);
        Refused.If(!TenderStates.Contains(tender.State), "state", "cooperations.unknown_tender_state");
        var amount = Scaled(tender.Amount, 100, MostAmount, "tender_amount", "cooperations.amount_range");
        var shares = tender.Shares.ToDictionary(s => s.Key, s => Scaled(s.Value, 100, 100, "shares", "cooperations.share_range"));
        var (sum, said) = (shares.Values.Sum(s => s ?? 0), shares.Values.Any(s => s is not null));
        Refused.If(sum > Whole, "shares", "cooperations.shares_over");
        Refused.If(said && sum != Whole && tender.State is "sent" or "won", "shares", "cooperations.shares_not_whole", CooperationWords.Percent(new Say(actor.Language), sum));
        return db.Write(actor.PoleId, async tx =>
        {
            var cooperation = await OwnStanding(tx, actor, id);
            if (!shares.Keys.All(k => cooperation.HasMember(k) || cooperation.Thirds.Any(t => t.Name == k))) throw new NotHere();
            await tx.Execute("""
                insert into cooperation_tenders (cooperation_id, client, reference, due_day, amount_cents, state) values (@id, @client, @reference, @DueDay, @amount, @State)
                on conflict (cooperation_id) do update set client = excluded.client, reference = excluded.reference, due_day = excluded.due_day, amount_cents = excluded.amount_cents, state = excluded.state
                """, new { id, client, reference, tender.DueDay, amount, tender.State });
            if (tender.State == "won") await Won(tx, actor, cooperation, amount);
            await tx.Execute("update cooperation_members set share = null where cooperation_id = @id", new { id });
            await tx.Execute("update cooperation_thirds set share = null where cooperation_id = @id", new { id });
            foreach (var (who, share) in shares)
                if (await tx.Execute("update cooperation_members set share = @share where cooperation_id = @id and organisation_id = @who", new { id, who, share }) == 0)
                    await tx.Execute("update cooperation_thirds set share = @share where cooperation_id = @id and name = @who", new { id, who, share });
            await tx.Announce(actor, new TenderTold(actor.PoleId, id));
        });
    }

    private static async Task Won(Tx tx, Actor actor, Cooperation before, long? amount)
    {
        List<CooperationEdit> edits = [];
        if (before.Commercial == 0) edits.Add(new("commercial", "0", "1"));
        if (before.AmountCents is null && amount is { } cents) edits.Add(new("amount", null, cents.ToString(CultureInfo.InvariantCulture)));
        if (edits.Count == 0) return;
        await tx.Execute("update cooperations set commercial = 1, amount_cents = coalesce(amount_cents, @amount) where id = @Id", new { before.Id, amount });
        await Remember(tx, actor, before.Id, edits);
    }
}
