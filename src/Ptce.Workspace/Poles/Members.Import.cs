namespace Ptce.Workspace;

/// <summary>One row of a members file: <c>organisation;type;circle;person;email;role</c> and, where they are known, <c>engagement;from;to</c>.</summary>
/// <param name="Line">Line number in the file, for the person who corrects it.</param>
/// <param name="From">First day (yyyy-MM-dd) of the mandate, or of the membership in a row without a person; today where it is empty.</param>
/// <param name="To">Last day, where it has ended.</param>
/// <param name="Said">What the organisation says of itself, in a row without a person; null where the file has no such columns.</param>
public sealed record MemberRow(
    int Line, string Organisation, string Type, string Circle, string Person, string Email, string Role, string Engagement, string From = "", string To = "", ProfileRow? Said = null)
{
    public static readonly string[] Columns = ["organisation", "type", "circle", "person", "email", "role"];

    public static IReadOnlyList<MemberRow> Of(IEnumerable<CsvRow> rows) =>
    [
        .. rows.Select(r => new MemberRow(r.Line, r["organisation"], r["type"], r["circle"], r["person"], r["email"].ToLowerInvariant(), r["role"], Vocabulary.Read(Vocabulary.Engagements, r["engagement"]) ?? r["engagement"], r["from"], r["to"], ProfileRow.Of(r))),
    ];
}

/// <summary>A row that was refused, and why.</summary>
public sealed record BadRow(int Line, Refused Reason);

/// <summary>The same as a program reads it.</summary>
public sealed record BadRowShown(int Line, string Reason)
{
    public static BadRowShown Of(BadRow row, string language) => new(row.Line, row.Reason.In(language));
}

/// <summary>A file with rows that cannot be taken: nothing of it was written.</summary>
public sealed class BadFile(IReadOnlyList<BadRow> rows) : Refused("file", rows.Count == 1 ? "import.bad_rows.one" : "import.bad_rows.many", rows.Count)
{
    public IReadOnlyList<BadRow> Rows { get; } = rows;
}

public sealed partial class Members
{
    public const int MostFileCharacters = 1_000_000;

    /// <summary>What an import changed.</summary>
    public sealed record Imported(int Organisations, int People, int Mandates)
    {
        public string In(Say t) => t["members.imported",
            t.Many("members.imported_memberships", Organisations), t.Many("members.imported_people", People), t.Many("members.imported_mandates", Mandates)];
    }

    /// <summary>The same file, from a page: a coordinator makes no administrators with it.</summary>
    /// <param name="text">The file's content.</param>
    /// <exception cref="BadFile">As <see cref="Import(Pole, IReadOnlyList{MemberRow})"/>.</exception>
    public async Task<Imported> Import(Actor actor, string text)
    {
        actor.Must(Act.ManageMembers);
        Refused.If(text.Length > MostFileCharacters, "file", "members.import_large");
        var rows = MemberRow.Of(CsvFile.Parse(text, MemberRow.Columns));
        var above = actor.May(Act.AppointAdministrator) ? [] : rows.Where(r => r.Person != "" && RoleNames.Read(r.Role) == Roles.Administrator).ToList();
        if (above.Count > 0) throw new BadFile([.. above.Select(r => new BadRow(r.Line, new("role", "members.import_administrator")))]);
        return await Import(new Pole(actor.PoleId, actor.PoleSlug, actor.PoleName, actor.Zone, await db.One<string>("select language from poles where id = @PoleId", new { actor.PoleId }), 0, 0, 0), rows);
    }

    /// <summary>Takes a members file whole, or not at all. The same file twice changes nothing the second time.</summary>
    /// <param name="pole">Named by the console: there is no actor yet to check.</param>
    /// <exception cref="BadFile">Rows with an unknown type, circle, role or address, each with its line.</exception>
    public async Task<Imported> Import(Pole pole, IReadOnlyList<MemberRow> rows)
    {
        var bad = rows.Select(r => new BadRow(r.Line, Check(r)!)).Where(b => b.Reason is not null).ToList();
        if (bad.Count > 0) throw new BadFile(bad);

        return await db.Write(pole.Id, async tx =>
        {
            var done = new Imported(0, 0, 0);
            var today = Zones.Day(tx.Now, pole.Zone);
            foreach (var row in rows)
            {
                var (organisation, joined) = await Join(tx, pole, row, today);
                if (joined) done = done with { Organisations = done.Organisations + 1 };
                if (row.Person == "")
                {
                    if (row.Said is { } said) await Describe(tx, pole, organisation, said);
                    continue;
                }
                var before = row.Email == "" ? null : await tx.MaybeOne<string>("select id from people where email = @Email", new { row.Email });
                var person = before ?? (row.Email == "" ? await Unnamed(tx, pole.Id, organisation, row.Person) : null) ?? await Person(tx, row.Person, row.Email == "" ? null : row.Email, pole.Language);
                if (before is null) done = done with { People = done.People + 1 };
                if (await Appoint(tx, pole, person, organisation, row, today)) done = done with { Mandates = done.Mandates + 1 };
            }
            return done;
        });
    }

    private static Refused? Check(MemberRow row) => row switch
    {
        { Organisation: "" or { Length: > LongestName } } => new("organisation", "members.organisation_length", LongestName),
        { Person.Length: > LongestName } => new("person", "members.person_length", LongestName),
        _ when Vocabulary.Read(Vocabulary.OrganisationTypes, row.Type) is null => new("type", "members.unknown_type", row.Type, string.Join(", ", Vocabulary.OrganisationTypes.Keys)),
        _ when Vocabulary.Read(Vocabulary.Circles, row.Circle) is null => new("circle", "members.unknown_circle", row.Circle, string.Join(", ", Vocabulary.Circles.Keys)),
        { Person: not "" } when RoleNames.Read(row.Role) is null => new("role", "members.unknown_role", row.Role, RoleNames.InWords),
        { Email: not "" } when !IsAddress(row.Email) => new("email", "members.bad_email", row.Email),
        { From: not "" } when Field.Iso(row.From) is null => new("from", "members.unknown_day", row.From),
        { To: not "" } when Field.Iso(row.To) is null => new("to", "members.unknown_day", row.To),
        { From: not "", To: not "" } when string.CompareOrdinal(row.To, row.From) < 0 => new("to", "members.ends_before_it_begins", row.To, row.From),
        { Engagement: not ("" or "salarie" or "benevole") } => new("engagement", "members.unknown_engagement", row.Engagement),
        { Person: "", Said: { } said } => said.Bad(),
        _ => null,
    };

    internal static bool IsAddress(string email) =>
        System.Net.Mail.MailAddress.TryCreate(email, out var address) && address.Address == email && email.Length <= 254;

    /// <summary>A person without an address is known by name within the organisation, or the same file twice would double them.</summary>
    private static Task<string?> Unnamed(Tx tx, string poleId, string organisation, string name) => tx.MaybeOne<string>("""
        select p.id from people p join mandates m on m.person_id = p.id
        where p.email is null and p.name = @name and m.pole_id = @poleId and m.organisation_id = @organisation
        """, new { name, poleId, organisation });

    private static async Task<(string Id, bool Joined)> Join(Tx tx, Pole pole, MemberRow row, DateOnly today)
    {
        // An organisation already known to this pole keeps its identity; a namesake in another pole is another organisation.
        var id = await Known(tx, pole.Id, row.Organisation)
            ?? await Organisation(tx, row.Organisation, Vocabulary.Read(Vocabulary.OrganisationTypes, row.Type)!);
        var circle = Vocabulary.Read(Vocabulary.Circles, row.Circle)!;
        var (from, to) = (Field.Iso(row.From) ?? today, Field.Iso(row.To));
        // A mandate that has ended brings no organisation back that has left.
        var aside = row.Person != "" && to is not null ? 1L : 0L;
        var joined = await tx.Execute("""
            insert into memberships (id, pole_id, organisation_id, circle, from_day, to_day)
            select @membership, @pole, @organisation, @circle, @from, @to
            where not exists (
                select 1 from memberships where pole_id = @pole and organisation_id = @organisation and circle = @circle
                  and (from_day = @from or @aside = 1 or (to_day is null and @open = 1)))
            """, new { membership = Ids.New(), pole = pole.Id, organisation = id, circle, from, to, aside, open = to is null ? 1L : 0L }) == 1;
        if (joined && to is null) await tx.Announce(null, new OrganisationJoined(pole.Id, id, circle));
        return (id, joined);
    }

    private static async Task<bool> Appoint(Tx tx, Pole pole, string person, string organisation, MemberRow row, DateOnly today)
    {
        var role = RoleNames.Read(row.Role)!.Value.Name();
        var (from, to) = (Field.Iso(row.From) ?? today, Field.Iso(row.To));
        var given = await tx.Execute("""
            insert into mandates (id, person_id, pole_id, organisation_id, role, engagement, from_day, to_day)
            select @id, @person, @pole, @organisation, @role, @engagement, @from, @to
            where not exists (
                select 1 from mandates
                where person_id = @person and pole_id = @pole and organisation_id = @organisation and role = @role and (from_day = @from or (to_day is null and @open = 1)))
            """, new { id = Ids.New(), person, pole = pole.Id, organisation, role, engagement = row.Engagement == "" ? "benevole" : row.Engagement, from, to, open = to is null ? 1L : 0L }) == 1;
        if (given && to is null) await tx.Announce(null, new MandateGiven(pole.Id, person, role));
        return given;
    }
}
