namespace Ptce.Workspace;

/// <summary>A nature of contribution, as coded in the ledger, in files and in packs.</summary>
/// <param name="IsTime">Counted in minutes of a person; otherwise in kind, by quantity.</param>
/// <param name="IsVolunteering">Nobody pays for it: bénévolat.</param>
/// <param name="Unit">What a quantity means unless the line says otherwise; null for time.</param>
public sealed record Kind(string Code, bool IsTime, bool IsVolunteering, string? Unit);

/// <summary>Every kind of contribution. The same minutes of a person carry one kind only.</summary>
public static class Kinds
{
    /// <summary>Not a kind: "the one that follows from the person's engagement and the activity".</summary>
    public const string Default = "default";

    /// <summary>Bénévolat politique : unpaid time in a body of strategic thinking (copil, CA, bureau, AG).</summary>
    public const string BenevolatPolitique = "benevolat_politique";

    /// <summary>Bénévolat d'usager : unpaid time in action groups, technical committees, transfers of skill.</summary>
    public const string BenevolatUsager = "benevolat_usager";

    /// <summary>Temps salarié d'un membre donné au pôle, not re-invoiced.</summary>
    public const string TempsSalarie = "temps_salarie";

    /// <summary>Personnel mis à disposition, prêt de main-d'œuvre, re-invoiced at cost.</summary>
    public const string PersonnelMisADisposition = "personnel_mis_a_disposition";

    /// <summary>Mécénat de compétences.</summary>
    public const string MecenatCompetences = "mecenat_competences";

    /// <summary>Locaux.</summary>
    public const string Locaux = "locaux";

    /// <summary>Achat groupé : an indicator of what was saved, never in accounts 86 and 87.</summary>
    public const string AchatGroupe = "achat_groupe";

    public static readonly IReadOnlyList<Kind> All =
    [
        new(BenevolatPolitique, IsTime: true, IsVolunteering: true, null),
        new(BenevolatUsager, IsTime: true, IsVolunteering: true, null),
        new(TempsSalarie, IsTime: true, IsVolunteering: false, null),
        new(PersonnelMisADisposition, IsTime: true, IsVolunteering: false, null),
        new(MecenatCompetences, IsTime: true, IsVolunteering: false, null),
        new("competence", IsTime: false, IsVolunteering: false, "heure"),   // compétences
        new("connaissance", IsTime: false, IsVolunteering: false, "heure"), // connaissances
        new(Locaux, IsTime: false, IsVolunteering: false, "heure"),
        new("materiel", IsTime: false, IsVolunteering: false, "jour"),      // moyens matériels
        new("vehicule", IsTime: false, IsVolunteering: false, "jour"),      // véhicules
        new("personnel", IsTime: false, IsVolunteering: false, "jour"),     // postes partagés
        new("service", IsTime: false, IsVolunteering: false, "heure"),      // prestations
        new(AchatGroupe, IsTime: false, IsVolunteering: false, "unite"),
        new("denrees", IsTime: false, IsVolunteering: false, "kg"),         // denrées
    ];

    private static readonly Dictionary<string, Kind> ByCode = All.ToDictionary(k => k.Code);

    private static readonly Dictionary<string, string> ByWords = All
        .SelectMany(k => Words.All[$"contributions.kind.{k.Code}"].Values.Select(word => (Word: SameName.Folded(word), k.Code))).DistinctBy(w => w.Word).ToDictionary(w => w.Word, w => w.Code);

    /// <summary>Activités that are governance: time there is "politique" when nobody pays for it.</summary>
    public static readonly IReadOnlyList<string> Governance = ["copil", "ca", "bureau", "ag"];

    /// <summary>The kind of a code; null when it is none.</summary>
    public static Kind? Find(string code) => ByCode.GetValueOrDefault(code.Trim().ToLowerInvariant());

    /// <summary>The code of what a file says, a code or its words in one of the languages; what was written where it is neither.</summary>
    public static string Read(string text) => Find(text)?.Code ?? ByWords.GetValueOrDefault(SameName.Folded(text)) ?? text;

    public static bool IsTime(string code) => Find(code) is { IsTime: true };

    /// <summary>The kind of time a sentence means when it does not say: domain rule "copil, AG, bureau → politique, cotech, working group, activity → usager".</summary>
    /// <param name="engagement">"salarie" or "benevole".</param>
    public static string Of(string engagement, string? activity) =>
        engagement == "salarie" ? TempsSalarie
        : activity is not null && Governance.Contains(activity) ? BenevolatPolitique
        : BenevolatUsager;

    /// <summary>The kind as people say it: "bénévolat d'usager".</summary>
    public static string Word(Say say, string code) => say[$"contributions.kind.{code}"];
}

/// <summary>Activités : what the time went to. Known ones have a code; anything else stays as it was typed.</summary>
public static class Activities
{
    private static readonly Dictionary<string, string[]> Written = new()
    {
        ["copil"] = ["copil", "comité de pilotage", "comite de pilotage", "steering committee"],
        ["cotech"] = ["cotech", "comité technique", "comite technique", "technical committee"],
        ["ca"] = ["ca", "conseil d'administration", "board"],
        ["bureau"] = ["bureau"],
        ["ag"] = ["ag", "assemblée générale", "assemblee generale", "general meeting"],
        ["atelier"] = ["atelier", "workshop"],
        ["groupe_travail"] = ["groupe_travail", "groupe de travail", "gt", "working group"],
    };

    public static IReadOnlyCollection<string> Known => Written.Keys;

    /// <summary>The code of what a person wrote where it is a known activity, else their words; null for nothing.</summary>
    public static string? Read(string? text) => string.IsNullOrWhiteSpace(text) ? null : Vocabulary.Read(Written, text) ?? text.Trim();

    public static string Word(Say say, string activity) => Written.ContainsKey(activity) ? say[$"contributions.activity.{activity}"] : activity;
}

/// <summary>Unités of what is given in kind. Known ones have a word in three languages; anything else stays as it was typed.</summary>
public static class Units
{
    private static readonly Dictionary<string, string[]> Written = new()
    {
        ["heure"] = ["heure", "heures", "h", "hour", "hours"],
        ["demi_journee"] = ["demi_journee", "demi-journée", "demi-journées"],
        ["jour"] = ["jour", "jours", "j", "day", "days"],
        ["mois"] = ["mois"],
        ["m2_jour"] = ["m2_jour", "m²·jour", "m²·jours", "m2.jour"],
        ["km"] = ["km"],
        ["kg"] = ["kg", "kilo", "kilos"],
        ["tonne"] = ["tonne", "tonnes", "t"],
        ["litre"] = ["litre", "litres", "l"],
        ["unite"] = ["unite", "unité", "unités", "pièce", "pièces"],
        ["forfait"] = ["forfait", "forfaits"],
    };

    public static IReadOnlyCollection<string> Known => Written.Keys;

    public static string? Read(string? text) => string.IsNullOrWhiteSpace(text) ? null : Vocabulary.Read(Written, text) ?? text.Trim();

    /// <summary>"3 heures", "12 kg", "1,5 jour".</summary>
    public static string Quantity(Say say, decimal quantity, string? unit)
    {
        var number = quantity.ToString("0.###", say.Culture);
        if (unit is null || !Written.ContainsKey(unit)) return unit is null ? number : say.Whole(number + " ") + unit;
        // French counts in the singular below two, the others at one exactly.
        var one = say.Language == "fr" ? Math.Abs(quantity) < 2 : Math.Abs(quantity) == 1;
        return say.Whole(say[$"contributions.unit.{unit}.{(one ? "one" : "many")}", number]);
    }
}
