using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ptce.Workspace;

/// <summary>Back from an outside provider: in, if the account is linked; else what it takes to link it (<see cref="Logins"/>).</summary>
public sealed class OutsidePage(Logins logins, People people, Mailer mailer, IReadOnlyList<Provider> providers, Say say) : PageModel, IShowsAgain
{
    /// <summary>The sign-in page, saying that the provider did not confirm.</summary>
    public const string Failed = "/connexion?echec=1";

    [BindProperty(SupportsGet = true)]
    public string? Retour { get; set; }

    public OutsideAccount? Account { get; private set; }

    /// <summary>The person whose session this is, if there is one.</summary>
    public Person? Me => HttpContext.Features.Get<Person>();

    public string Label => providers.FirstOrDefault(p => p.Name == Account?.Provider)?.Label ?? "";

    /// <summary>Why the account cannot be linked, if it cannot.</summary>
    public string? Reason { get; private set; }

    public static string Address(string? returnTo) => "/connexion/avec" + (returnTo is null ? "" : "?retour=" + Uri.EscapeDataString(returnTo));

    public async Task<IActionResult> OnGet()
    {
        await Load();
        if (Account is null || Reason is not null) return Page();
        if (await logins.PersonOf(Account) is not { } known) return Page();
        if (await people.WithMandate(known) is null)
        {
            Reason = say["identity.outside_no_mandate"];
            return Page();
        }
        if (Me is not null && Me.Id != known)
        {
            Reason = say["identity.outside_taken"];
            return Page();
        }
        await HttpContext.SignOutAsync(OutsideAccount.Scheme);
        if (Me is null) await Sessions.Open(HttpContext, known);
        return new SeeOther(Retour);
    }

    public async Task<IActionResult> OnPost(string? act)
    {
        await Load();
        if (act == "link" && Account is not null)
        {
            if (Me is null) return new SeeOther(Address(Retour)); // the session ended meanwhile
            await logins.Link(Me, Account);
        }
        await HttpContext.SignOutAsync(OutsideAccount.Scheme);
        return new SeeOther(Retour);
    }

    public async Task Load()
    {
        Retour = SeeOther.Local(Retour);
        Account = OutsideAccount.ReadFrom((await HttpContext.AuthenticateAsync(OutsideAccount.Scheme)).Principal);
        if (Account is null || await logins.PersonOf(Account) is not null) return;
        Reason = Me is not null ? Logins.WhyNot(Me, Account)?.In(say.Language)
            : Account is { Email: not null, EmailVerified: true } ? mailer.Sends ? null : say["identity.outside_no_mail"]
            : Logins.WhyNot(new Person("", "", null, ""), Account)!.In(say.Language);
    }
}
