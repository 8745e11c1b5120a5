namespace Ptce.Workspace;

/// <summary>Emploi (classe 86) and contribution (classe 87) of one gift, règlement ANC 2018-06: always the same amount on both sides.</summary>
public sealed record AccountPair(string Debit, string Credit)
{
    public static readonly AccountPair Volunteers = new("864", "875");
    public static readonly AccountPair Services = new("862", "871");
    public static readonly AccountPair Premises = new("8611", "871");
    public static readonly AccountPair Equipment = new("8612", "871");
    public static readonly AccountPair Goods = new("860", "870");

    public override string ToString() => $"{Debit}/{Credit}";

    /// <summary>"864/875" or "862/871", the pairs a pole may choose for time; null for "none".</summary>
    /// <exception cref="Refused">«accounts» is none of the three.</exception>
    public static AccountPair? ForTime(string text) => text switch
    {
        "864/875" => Volunteers,
        "862/871" => Services,
        "none" => null,
        _ => throw new Refused("accounts", "rates.unknown_accounts", text),
    };

    /// <summary>Where a thing given goes; null for what is never booked (savings of grouped purchases are an indicator).</summary>
    public static AccountPair? InKind(string kind) => kind switch
    {
        "locaux" => Premises,
        "materiel" or "vehicule" => Equipment,
        "denrees" => Goods,
        "service" or "competence" or "connaissance" or "personnel" => Services,
        _ => null,
    };
}

/// <summary>Rows of the CERFA forms for the same gift: not account numbers, though they look alike (<see cref="Cerfa"/>).</summary>
public sealed record CerfaRow(string Charges, string Produits);
