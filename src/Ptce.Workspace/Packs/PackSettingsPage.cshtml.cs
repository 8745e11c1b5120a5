using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ptce.Workspace;

/// <summary>How the pole files: carrier, time of governing bodies, what Interreg asks.</summary>
public sealed class PackSettingsPage(Packs packs, Actor actor) : PageModel, IShowsAgain
{
    public Actor Actor { get; } = actor;
    public string Here => $"/p/{Actor.PoleSlug}/bilans/reglages";

    [BindProperty(Name = "carrier_form")]
    public string? CarrierForm { get; set; }

    [BindProperty(Name = "board_cvn")]
    public string? BoardCvn { get; set; }

    [BindProperty(Name = "board_cerfa")]
    public string? BoardCerfa { get; set; }

    [BindProperty(Name = "board_steering")]
    public string? BoardSteering { get; set; }

    [BindProperty(Name = "programme")]
    public string? Programme { get; set; }

    [BindProperty(Name = "project")]
    public string? Project { get; set; }

    [BindProperty(Name = "partner")]
    public string? Partner { get; set; }

    [BindProperty(Name = "staff_method")]
    public string? StaffMethod { get; set; }

    /// <summary>Euros, as typed.</summary>
    [BindProperty(Name = "direct")]
    public string? Direct { get; set; }

    [BindProperty(Name = "eligible")]
    public string? Eligible { get; set; }

    [BindProperty(Name = "support")]
    public string? Support { get; set; }

    public Task OnGet() => Load();

    public async Task<IActionResult> OnPost(string? back)
    {
        await packs.Set(Actor, new()
        {
            CarrierForm = CarrierForm ?? "",
            BoardCvn = BoardCvn ?? "",
            BoardCerfa = BoardCerfa ?? "",
            BoardSteering = BoardSteering ?? "",
            Programme = Programme ?? "",
            Project = Project ?? "",
            Partner = Partner ?? "",
            StaffMethod = StaffMethod ?? "",
            DirectCents = Field.CentsIfAny(Direct, "direct") ?? 0,
            EligibleCents = Field.CentsIfAny(Eligible, "eligible") ?? 0,
            SupportCents = Field.CentsIfAny(Support, "support") ?? 0,
        });
        return new SeeOther(back ?? Here);
    }

    public async Task Load()
    {
        Actor.Must(Act.SetPacks);
        var now = await packs.Settings(Actor);
        CarrierForm ??= now.CarrierForm;
        (BoardCvn, BoardCerfa, BoardSteering) = (BoardCvn ?? now.BoardCvn, BoardCerfa ?? now.BoardCerfa, BoardSteering ?? now.BoardSteering);
        (Programme, Project, Partner, StaffMethod) = (Programme ?? now.Programme, Project ?? now.Project, Partner ?? now.Partner, StaffMethod ?? now.StaffMethod);
        (Direct, Eligible, Support) = (Direct ?? Typed(now.DirectCents), Eligible ?? Typed(now.EligibleCents), Support ?? Typed(now.SupportCents));
    }

    private static string Typed(long cents) => cents == 0 ? "" : (cents / 100m).ToString("0.##", System.Globalization.CultureInfo.InvariantCulture);
}
