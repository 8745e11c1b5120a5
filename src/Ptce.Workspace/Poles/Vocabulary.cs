using System.Collections.Concurrent;

namespace Ptce.Workspace;

/// <summary>The closed lists of the field (member types, circles of belonging), as stored words with the ways people write them.</summary>
public static class Vocabulary
{
    /// <summary>Types de membres.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> OrganisationTypes = new Dictionary<string, string[]>
    {
        ["association"] = ["association", "asso"],
        ["cooperative"] = ["cooperative", "coopérative", "scop", "scic", "cae"],
        ["mutuelle"] = ["mutuelle"],
        ["fondation"] = ["fondation"],
        ["societe_ess"] = ["societe_ess", "entreprise ess", "société commerciale de l'ess"],
        ["insertion"] = ["insertion", "siae", "ei", "ai", "aci", "esat"],
        ["entreprise"] = ["entreprise", "pme", "sarl", "sas", "sa"],
        ["collectivite"] = ["collectivite", "collectivité", "commune", "epci", "collectivité territoriale"],
        ["recherche"] = ["recherche", "université", "universite", "enseignement supérieur"],
        ["formation"] = ["formation", "organisme de formation"],
        ["autre"] = ["autre", "personne", "collectif"],
    };

    /// <summary>Cercles d'appartenance; they overlap.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> Circles = new Dictionary<string, string[]>
    {
        ["membre"] = ["membre", "membre formel", "adhérent", "adherent", "sociétaire", "societaire"],
        ["projet"] = ["projet", "participant", "participant à un projet"],
        ["resident"] = ["resident", "résident"],
        ["partenaire"] = ["partenaire"],
        ["noyau_dur"] = ["noyau_dur", "noyau dur"],
        ["signataire"] = ["signataire", "signataire de la charte"],
    };

    /// <summary>Engagement : paid staff or volunteer.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> Engagements = new Dictionary<string, string[]>
    {
        ["salarie"] = ["salarie", "salariée", "salarié·e", "salarié(e)", "paid staff", "paid", "angestellt"],
        ["benevole"] = ["benevole", "volunteer", "ehrenamtlich"],
    };

    private static readonly ConcurrentDictionary<IReadOnlyDictionary<string, string[]>, Dictionary<string, string>> Folded = new(ReferenceEqualityComparer.Instance);

    /// <summary>The stored word for what a person wrote, with its accents or without; null when it is none of the list.</summary>
    public static string? Read(IReadOnlyDictionary<string, string[]> list, string text) => Folded
        .GetOrAdd(list, l => l.SelectMany(e => e.Value.Select(word => (Word: SameName.Folded(word), e.Key))).DistinctBy(w => w.Word).ToDictionary(w => w.Word, w => w.Key))
        .GetValueOrDefault(SameName.Folded(text));
}
