namespace Ptce.Workspace;

/// <summary>The closed lists of cooperations and how they are said.</summary>
public static class CooperationWords
{
    /// <summary>Three levels (étude de caractérisation): pooled means, economic projects, research and foresight.</summary>
    public static readonly IReadOnlyList<string> Levels = ["mutualisation", "economique", "recherche"];

    /// <summary>Three forms around a project: two parties, the pole's own offer to the territory, research and innovation.</summary>
    public static readonly IReadOnlyList<string> Forms = ["bilaterale", "offre_du_pole", "r_et_d"];

    /// <summary>Two flags, not a choice: 86 % of the survey's cooperations were commercial, 85 % strategic.</summary>
    public static readonly IReadOnlyList<string> Natures = ["commerciale", "strategique"];

    public static string Level(Say say, string? level) => say[$"cooperations.level.{level ?? "unsaid"}"];

    public static string Form(Say say, string? form) => say[$"cooperations.form.{form ?? "unsaid"}"];

    /// <summary>"commerciale et stratégique", or "" where it is neither.</summary>
    public static string Nature(Say say, Cooperation c) => (c.Commercial, c.Strategic) switch
    {
        (1, 1) => say["cooperations.nature.both"],
        (1, _) => say["cooperations.nature.commerciale"],
        (_, 1) => say["cooperations.nature.strategique"],
        _ => "",
    };

    /// <summary>"depuis le 3 mars 2026", "du … au …".</summary>
    public static string When(Say say, Cooperation c) => c.ToDay switch
    {
        null => say["cooperations.since", say.LongDay(c.FromDay)],
        { } to when to == c.FromDay => say.LongDay(to),
        { } to => say.Period(c.FromDay, to),
    };

    /// <summary>Hundredths of a percent as "12,5 %".</summary>
    public static string Percent(Say say, long share) => say["cooperations.percent", say.Number(share / 100m)];
}
