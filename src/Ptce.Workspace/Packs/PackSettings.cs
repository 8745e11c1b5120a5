namespace Ptce.Workspace;

/// <summary>How a pole files: who carries it, in which report the time of governing bodies is valued, what an Interreg partner report needs.</summary>
public sealed record PackSettings
{
    /// <summary>Structure porteuse: its legal form decides whether classes 86 and 87 exist in its books.</summary>
    public string CarrierForm { get; init; } = "association";

    /// <summary>Time in governing bodies, in the statement for the accounts: <see cref="AsBooked"/>, <see cref="In"/> or <see cref="Out"/>.</summary>
    /// <remarks>Many auditors leave it out of the accounts, while it is the very sign of reciprocity: it is always logged, and valued report by report.</remarks>
    public string BoardCvn { get; init; } = AsBooked;
    public string BoardCerfa { get; init; } = AsBooked;
    public string BoardSteering { get; init; } = In;
    public string Programme { get; init; } = "";
    public string Project { get; init; } = "";
    public string Partner { get; init; } = "";

    /// <summary><see cref="HourlyRate"/>, <see cref="FixedShare"/>, <see cref="RealCosts"/> or <see cref="FlatRate"/>.</summary>
    public string StaffMethod { get; init; } = HourlyRate;

    /// <summary>Other direct costs of the period, in cents: what the flat rate of 20 % is taken of.</summary>
    public long DirectCents { get; init; }

    /// <summary>Eligible expenditure without what is in kind.</summary>
    public long EligibleCents { get; init; }

    /// <summary>Public support paid to the operation.</summary>
    public long SupportCents { get; init; }

    /// <summary>Annual cost ÷ 1,720 h × hours; a share by letter of assignment; payslips; 20 % of the other direct costs.</summary>
    public const string HourlyRate = "hourly1720", FixedShare = "fixed_pct", RealCosts = "real", FlatRate = "flat20";

    public const string AsBooked = "grid", In = "in", Out = "out";

    public static readonly IReadOnlyList<string> Forms = ["association", "fondation", "scic", "scop", "societe", "geie", "collectivite"];
    public static readonly IReadOnlyList<string> Boards = [AsBooked, In, Out];
    public static readonly IReadOnlyList<string> StaffMethods = [HourlyRate, FixedShare, RealCosts, FlatRate];

    /// <summary>Règlement ANC 2018-06 is for non-profit private bodies: a SCIC, a company or a GEIE shows the same figures beside its accounts.</summary>
    public bool Books => CarrierForm is "association" or "fondation";
}

public sealed record PackSettingsChanged(string PoleId) : Event(PoleId, PoleId);

public sealed partial class Packs
{
    public const long MostCents = 100_000_000_000; // a billion euros: beyond, it is a slip
    public const int LongestText = 200; // characters

    private const string SettingColumns =
        "carrier_form, board_cvn, board_cerfa, board_steering, programme, project, partner, staff_method, direct_cents, eligible_cents, support_cents";

    /// <summary>How the pole files; the usual answers until somebody gave others.</summary>
    public Task<PackSettings> Settings(Actor actor)
    {
        actor.Must(Act.ReadApproved);
        return Settings(actor.PoleId);
    }

    private async Task<PackSettings> Settings(string poleId) =>
        await db.MaybeOne<PackSettings>($"select {SettingColumns} from pack_settings where pole_id = @poleId", new { poleId }) ?? new();

    /// <exception cref="Refused">A field is none of its list, too long or out of range.</exception>
    public Task Set(Actor actor, PackSettings settings)
    {
        actor.Must(Act.SetPacks);
        Refused.If(!PackSettings.Forms.Contains(settings.CarrierForm), "carrier_form", "packs.refused.choice", settings.CarrierForm);
        Refused.If(!PackSettings.StaffMethods.Contains(settings.StaffMethod), "staff_method", "packs.refused.choice", settings.StaffMethod);
        foreach (var (field, board) in new[] { ("board_cvn", settings.BoardCvn), ("board_cerfa", settings.BoardCerfa), ("board_steering", settings.BoardSteering) })
            Refused.If(!PackSettings.Boards.Contains(board), field, "packs.refused.choice", board);
        foreach (var (field, text) in new[] { ("programme", settings.Programme), ("project", settings.Project), ("partner", settings.Partner) })
            Refused.If(text.Trim().Length > LongestText, field, "packs.refused.long", LongestText);
        foreach (var (field, cents) in new[] { ("direct", settings.DirectCents), ("eligible", settings.EligibleCents), ("support", settings.SupportCents) })
            Refused.If(cents is < 0 or > MostCents, field, "packs.refused.amount");

        return db.Write(actor.PoleId, async tx =>
        {
            await tx.Execute("""
                insert into pack_settings (pole_id, carrier_form, board_cvn, board_cerfa, board_steering, programme, project, partner, staff_method,
                    direct_cents, eligible_cents, support_cents, recorded_at, recorded_by)
                values (@PoleId, @CarrierForm, @BoardCvn, @BoardCerfa, @BoardSteering, @Programme, @Project, @Partner, @StaffMethod,
                    @DirectCents, @EligibleCents, @SupportCents, @Now, @PersonId)
                on conflict (pole_id) do update set carrier_form = @CarrierForm, board_cvn = @BoardCvn, board_cerfa = @BoardCerfa, board_steering = @BoardSteering,
                    programme = @Programme, project = @Project, partner = @Partner, staff_method = @StaffMethod,
                    direct_cents = @DirectCents, eligible_cents = @EligibleCents, support_cents = @SupportCents, recorded_at = @Now, recorded_by = @PersonId
                """, new
            {
                actor.PoleId,
                settings.CarrierForm,
                settings.BoardCvn,
                settings.BoardCerfa,
                settings.BoardSteering,
                Programme = settings.Programme.Trim(),
                Project = settings.Project.Trim(),
                Partner = settings.Partner.Trim(),
                settings.StaffMethod,
                settings.DirectCents,
                settings.EligibleCents,
                settings.SupportCents,
                tx.Now,
                actor.PersonId,
            });
            await tx.Announce(actor, new PackSettingsChanged(actor.PoleId));
        });
    }
}
