namespace Ptce.Workspace;

public sealed partial class LoanMatter
{
    protected override Task<Pending?> Changed(Talk talk, Pending pending) => Task.FromResult(Amended(talk, pending));

    private Pending? Amended(Talk talk, Pending pending)
    {
        var (missing, r, says) = (Missing(talk, pending), pending.Reading, talk.Heard.Amends);
        if (talk.Means("conversation.other_way")) return pending with { Reading = r with { OrgFrom = r.OrgTo, OrgTo = r.OrgFrom } };
        if (missing == "loan_with" && talk.Means("conversation.nobody_else")) return pending.With("alone", "yes") with { Reading = r with { OrgText = null } };
        if (missing == "loan_kind" && Suggested.KindSaid(talk, Lent) is { } kind) return pending with { Reading = r with { Kind = kind } };
        if (IsOther(talk)) return null;
        if (missing == "quantity" && talk.Heard.Quantity is null && says.Number is { } n and > 0) return pending with { Reading = r with { Quantity = n, Unit = r.Kind switch { "locaux" => "heure", "denrees" => "kg", _ => "jour" } } };
        if (says.Fields.Count == 0 && talk.Heard.Quantity is null) return null;

        var other = says.Orgs.FirstOrDefault(o => !o.Self);
        var entries = r.Entries.Count == 0 ? [new ReadEntry(null, null)] : r.Entries;
        return pending with
        {
            Reading = r with
            {
                Kind = says.Kind is { } said && Lent.Contains(said) ? said : r.Kind,
                Quantity = talk.Heard.Quantity ?? (says.Minutes is null ? r.Quantity : null),
                Unit = talk.Heard.Quantity is null ? r.Unit : talk.Heard.Unit,
                OrgFrom = other is not null && Inward(r) ? other : r.OrgFrom,
                OrgTo = other is not null && !Inward(r) ? other : r.OrgTo,
                OrgText = other is null ? r.OrgText : null,
                Entries = [.. entries.Select(e => Amended(e, r.Kind, says, talk.DayMinutes))],
            },
        };
    }

    private static ReadEntry Amended(ReadEntry entry, string? kind, Amendment says, long dayMinutes)
    {
        if (says.DatePast is { } day) entry = entry with { Date = day, DateFrom = null, DateTo = null, Days = kind is "locaux" or "denrees" ? null : entry.Days ?? 1 };
        if (says.Days is [var from, .., var to]) entry = entry with { Date = null, DateFrom = from, DateTo = to, Days = says.Days.Count };
        if (says.Minutes is not { } minutes) return entry;
        // "2 jours" for what is lent by the day
        return kind is not "locaux" && minutes % dayMinutes == 0
            ? entry with { Days = (int)(minutes / dayMinutes), Minutes = null, Start = null, End = null }
            : entry with { Minutes = minutes, Start = says.Start, End = says.End };
    }
}
