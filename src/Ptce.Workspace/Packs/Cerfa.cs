namespace Ptce.Workspace;

/// <summary>Rows of the forms CERFA 15059 (compte rendu financier) and 12156 (demande de subvention) for voluntary contributions.</summary>
/// <remarks>
/// The forms still print the numbers of the plan of 1999 for the credit side: 870 is bénévolat there and 875 dons en nature, while the plan in
/// force (ANC 2018-06) has 870 for dons en nature and 875 for bénévolat. So a kind is mapped to a row of the form here and to an account in
/// <see cref="AccountPair"/>, and the two are never joined on a number.
/// </remarks>
public static class Cerfa
{
    /// <summary>Charges, in the order of the form.</summary>
    public static readonly IReadOnlyList<string> Charges = ["860", "861", "862", "864"];

    /// <summary>Produits, in the order of the form.</summary>
    public static readonly IReadOnlyList<string> Produits = ["870", "871", "875"];

    private static readonly CerfaRow Volunteers = new("864", "870"), Services = new("862", "871"), Lent = new("861", "871"), Goods = new("860", "875");

    /// <summary>The rows a kind goes to.</summary>
    /// <param name="asVolunteers">The pole's accountant books staff made available as bénévolat: for time that somebody pays.</param>
    public static CerfaRow RowOf(string kind, bool asVolunteers = false) => kind switch
    {
        Kinds.BenevolatPolitique or Kinds.BenevolatUsager => Volunteers,
        Kinds.TempsSalarie or Kinds.MecenatCompetences or Kinds.PersonnelMisADisposition => asVolunteers ? Volunteers : Services,
        Kinds.Locaux or "materiel" or "vehicule" => Lent,
        "denrees" => Goods,
        "service" or "competence" or "connaissance" or "personnel" => Services,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No row of the form."),
    };
}
