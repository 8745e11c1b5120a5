using System.Security.Cryptography;
using System.Text;

namespace Ptce.Workspace;

public sealed partial class Contributions
{
    /// <summary>A row of a file that has passed the rules.</summary>
    /// <param name="Key">What it says, and the how-many-th time the file says it.</param>
    /// <param name="Id">Of the line it was exported from; "" in a file of another making.</param>
    /// <param name="Reverses">Id there of the line it takes back; "" where it takes none back.</param>
    private sealed record FileLine(int Line, string Key, Ready Ready, string Id, string Reverses);

    /// <summary>Rows of a file as lines of this pole: names looked up in memory.</summary>
    private sealed class FileRows(Roll roll, Pole pole)
    {
        private readonly ILookup<string, string> _organisations = roll.OrganisationsByName();
        private readonly ILookup<string, string> _people = roll.PeopleByNameOrEmail();
        private readonly Dictionary<string, int> _seen = [];

        /// <summary>A row that has passed the rules, with its key.</summary>
        public FileLine Line(ContributionRow row)
        {
            var ready = Read(row);
            return new(row.Line, Key(Kind(row), ready), ready, row.Exported?.Id ?? "", row.Exported?.Reverses ?? "");
        }

        // What the row means and not how it is written: a spreadsheet that saves a file again writes its days and numbers in another way.
        private string Key(string kind, Ready line)
        {
            var content = string.Join('\0', (object?[])[pole.Id, line.Day.Iso(), line.PersonId, line.OrganisationId, line.BeneficiaryId, kind, line.Minutes, line.QuantityMilli, line.Unit, line.UnitValueCents, line.Activity, line.Note]);
            var occurrence = _seen[content] = _seen.GetValueOrDefault(content) + 1;
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{content}\n{occurrence}")));
        }

        private static string Kind(ContributionRow row) => row.Kind == "" ? Kinds.Default : Kinds.Read(row.Kind);

        private Ready Read(ContributionRow row)
        {
            if (row.Wrong is { } wrong) throw wrong;
            var person = row.Person == "" ? null : Only(_people, row.Person, "person", "contributions.unknown_person", "contributions.two_people");
            var organisation = row.Organisation == "" && person is not null && roll.OrganisationOf(person) is { } theirs
                ? theirs : Only(_organisations, row.Organisation, "organisation", "contributions.unknown_organisation", "contributions.two_organisations");
            var beneficiary = row.Beneficiary == "" || SameName.Comparer.Equals(row.Beneficiary, pole.Name)
                ? null : Only(_organisations, row.Beneficiary, "beneficiary", "contributions.unknown_organisation", "contributions.two_organisations");
            var (minutes, quantity) = (Field.NumberIfAny(row.Minutes, "minutes") ?? 0, Field.NumberIfAny(row.Quantity, "quantity"));
            Refused.If(minutes != decimal.Truncate(minutes) || Math.Abs(minutes) > MostMinutes * MostPeople, "minutes", "contributions.minutes_range");
            var sign = Sign(row, minutes, quantity);
            var more = row.Exported;
            var line = new NewContribution(Field.Day(row.Date, "day"), sign * (long)minutes, Kind(row), row.Activity,
                BeneficiaryId: beneficiary, Quantity: sign * quantity, Unit: row.Unit, UnitValueCents: Field.CentsIfAny(row.UnitValue, "unit_value_eur"),
                Starts: more?.Starts, Ends: more?.Ends, Note: row.Note, People: Field.WholeIfAny(more?.People, "people") ?? 1, Basis: Basis(more));
            var ready = Check(line, new(person, organisation, person is null ? "benevole" : roll.Engagement(person, organisation), null), roll, OldestYearsInFile);
            return ready with { Minutes = sign * ready.Minutes, QuantityMilli = sign * ready.QuantityMilli };
        }

        /// <summary>-1 for a row that takes another line back: the rules are those of the line it takes back.</summary>
        private static int Sign(ContributionRow row, decimal minutes, decimal? quantity)
        {
            if (row.Exported is not { Reverses: not "" })
            {
                Refused.If(minutes < 0, "minutes", "contributions.import_negative");
                Refused.If(quantity < 0, "quantity", "contributions.import_negative");
                return 1;
            }
            Refused.If(minutes > 0 || quantity > 0 || (minutes == 0 && quantity is null or 0), "row", "contributions.import_reversal_positive");
            return -1;
        }

        private static UnitValueBasis? Basis(ExportedRow? row) => row is not { Basis: not "" } ? null
            : new(row.Basis, row.BasisSource, Field.CentsIfAny(row.Price, "price"), Field.NumberIfAny(row.Life, "life"),
                Field.CentsIfAny(row.Share, "share"), Field.CentsIfAny(row.Running, "running")); // a share of 50.00 % is 5,000 ten-thousandths

        private static string Only(ILookup<string, string> names, string name, string field, string unknown, string several) => names[name].Distinct().ToList() switch
        {
            [var one] => one,
            [] => throw new Refused(field, unknown, name),
            _ => throw new Refused(field, several, name),
        };
    }
}
