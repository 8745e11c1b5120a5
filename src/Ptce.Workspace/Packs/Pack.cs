namespace Ptce.Workspace;

/// <summary>Dossier : figures of one digest version, in the shape in which somebody files them.</summary>
/// <param name="Name">One of <see cref="PackNames"/>; it stands in addresses and file names.</param>
/// <param name="About">For whom, where it is for one: an organisation, a person.</param>
public sealed record Pack(string Name, string Title, Digest Digest, PackAsked Asked, IReadOnlyList<Table> Tables, string? About = null)
{
    public string? Lede { get; init; }

    /// <summary>What an empty pack says, and what to do next; a sentence for all unless it has its own.</summary>
    public Emptiness? Nothing { get; init; }

    /// <summary>Texts to file with the figures: headings and paragraphs.</summary>
    public IReadOnlyList<PackNote> Notes { get; init; } = [];

    /// <summary>Who signs the whole, after its last words.</summary>
    public IReadOnlyList<string> Signatures { get; init; } = [];

    /// <summary>Some of its figures are typed: <see cref="DeclaredFigures"/>.</summary>
    public bool Typed { get; init; }

    /// <summary>Some of its words are: <see cref="DeclaredTexts"/>.</summary>
    public bool Told { get; init; }

    /// <summary>Some of its rows are vouchers: <see cref="Expenditures"/>.</summary>
    public bool Paid { get; init; }

    /// <summary>Whether the same figures make sense in quantities alone.</summary>
    public bool MayHideValues => PackNames.MayHideValues.Contains(Name);

    /// <summary>Who else the same pack can be for: name, id.</summary>
    public IReadOnlyList<Link> Choices { get; init; } = [];

    /// <summary>"organisation" or "personne": what is chosen.</summary>
    public string ChoiceName { get; init; } = "";

    /// <summary>Files of other shapes: words, and the last part of the address.</summary>
    public IReadOnlyList<Link> Files { get; init; } = [];

    /// <summary>The numbers to see first.</summary>
    public IReadOnlyList<Figure> Figures { get; init; } = [];

    /// <summary>Charts, each before the table it draws, by the table's name.</summary>
    public IReadOnlyDictionary<string, Bars> Charts { get; init; } = new Dictionary<string, Bars>();

    /// <summary>Who gave to whom, drawn before the table "flux".</summary>
    public FlowPicture? Flow { get; init; }
}

public sealed record PackNote(string Heading, IReadOnlyList<string> Paragraphs);

/// <summary>Which pack is asked for.</summary>
/// <param name="Values">False: quantities alone.</param>
/// <param name="OrganisationId">For a statement of one organisation; null: the actor's own.</param>
/// <param name="PersonId">For a sheet of one person; null: the actor.</param>
public sealed record PackAsked(string Name, bool Values = true, string? OrganisationId = null, string? PersonId = null)
{
    /// <summary>The query that asks for it again; "" where nothing is out of the ordinary.</summary>
    public string Query(params (string Name, string Value)[] more)
    {
        var parts = new List<string>();
        if (!Values) parts.Add("valeurs=non");
        if (OrganisationId is { } organisation) parts.Add("organisation=" + Uri.EscapeDataString(organisation));
        if (PersonId is { } person) parts.Add("personne=" + Uri.EscapeDataString(person));
        parts.AddRange(more.Select(m => $"{m.Name}={Uri.EscapeDataString(m.Value)}"));
        return parts.Count == 0 ? "" : "?" + string.Join('&', parts);
    }
}

public static class PackNames
{
    public const string Steering = "pilotage", Cvn = "cvn", CerfaAccount = "cerfa-15059", CerfaBudget = "cerfa-12156",
        Organisation = "organisation", Person = "personne", Entries = "ecritures", Staff = "interreg-temps", StaffMonth = "interreg-feuille", Ceiling = "interreg-plafond",
        Ami = "ami", Partner = "interreg-partenaire", Sponsorship = "mecenat";

    /// <summary>The entries as a file of Paheko's: no pack of its own.</summary>
    public const string EntriesForPaheko = "ecritures-paheko";

    /// <summary>What accompanies the FEC: how it is written, and the whole hash of the digest it comes from.</summary>
    public const string EntriesDescription = "ecritures-description";

    /// <summary>What can be asked for as a file.</summary>
    public static IEnumerable<string> Files => [.. All, EntriesForPaheko, EntriesDescription];

    /// <summary>Those that make sense in quantities alone.</summary>
    public static readonly IReadOnlyList<string> MayHideValues = [Steering, Organisation, Person, Ami];

    public static readonly IReadOnlyList<string> All = [Steering, Organisation, Person, Cvn, Entries, Sponsorship, CerfaAccount, CerfaBudget, Ami, Partner, Staff, StaffMonth, Ceiling];
}
