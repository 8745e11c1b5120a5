namespace Ptce.Workspace;

/// <summary>What an organisation says of itself, as a members file writes it; "" where it says nothing.</summary>
/// <param name="Fte">Full-time posts, with a comma or a point.</param>
/// <param name="Charter">The day it signed the poles' charter, yyyy-MM-dd.</param>
public sealed record ProfileRow(string LegalForm, string Sector, string Territory, string Fte, string Charter, string Website, string About)
{
    public static readonly string[] Columns = ["legal_form", "sector", "territory", "fte", "charter", "website", "about"];

    private static readonly ProfileRow Nothing = new("", "", "", "", "", "", "");

    /// <returns>Null where the row says nothing.</returns>
    public static ProfileRow? Of(CsvRow r) =>
        new ProfileRow(r["legal_form"], r["sector"], r["territory"], r["fte"], r["charter"], r["website"], r["about"]) is var said && said != Nothing ? said : null;

    /// <summary>Why it cannot be taken; null when it can.</summary>
    internal Refused? Bad()
    {
        try
        {
            _ = Read();
            return null;
        }
        catch (Refused e) { return e; }
    }

    /// <exception cref="Refused">A text too long, a number or a day that is none, a website that is none.</exception>
    internal Members.Profile Read() => Members.Checked(
        new(LegalForm, Sector, Territory, null, Field.DayIfAny(Charter, "charter"), Website, About), Field.NumberIfAny(Fte, "fte"));
}

public sealed partial class Members
{
    /// <summary>Takes what a file says of an organisation; what it leaves empty stays as it was.</summary>
    private static async Task Describe(Tx tx, Pole pole, string organisationId, ProfileRow row)
    {
        var (before, said) = (await Described(tx, organisationId), row.Read());
        var after = new Profile(said.LegalForm ?? before.LegalForm, said.Sector ?? before.Sector, said.Territory ?? before.Territory, said.FteMilli ?? before.FteMilli,
            said.CharterSignedOn ?? before.CharterSignedOn, said.Website ?? before.Website, said.About ?? before.About);
        await Keep(tx, null, pole.Id, organisationId, before, after);
    }
}
