namespace Ptce.Workspace;

/// <summary>Which kind of thing a sentence is about: the first one named, a joint purchase before all.</summary>
internal static class Things
{
    internal static string? Kind(Hearing h)
    {
        string? kind = null;
        var at = int.MaxValue;
        var length = 0;
        foreach (var (where, mark) in h.Marks(Sense.Thing))
        {
            if (mark.Value == "achat_groupe") return "achat_groupe";
            if (Elsewhere(h, where)) continue;
            // "bureau", "groupe", "aide": the same place read by a longer phrase is that phrase
            if (where < at || (where == at && mark.Length > length)) { (kind, at, length) = (mark.Value, where, mark.Length); }
        }
        if (kind is null && h.All<SurfaceMention>().Any()) return "locaux";
        return kind;
    }

    // inside the name of an organisation or a body: "Services Plus", "réunion de bureau"
    private static bool Elsewhere(Hearing h, int at)
    {
        foreach (var mention in h.Mentions)
            if (mention.Start <= at && at < mention.End && mention is OrganisationMention or DateMention or LengthMention && mention.Start <= at && at < mention.End) return true;
        return false;
    }
}
