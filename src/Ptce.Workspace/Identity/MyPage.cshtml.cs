using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ptce.Workspace;

/// <summary>Me: what I am called, what I read, for whom I act in which pole, and as what.</summary>
[Authorize, InLastPole]
public sealed class MyPage(People people, Logins logins, TeamsAccounts teams, BotSettings bot, IReadOnlyList<Provider> providers, TimeProvider clock, Say say) : PageModel, IShowsAgain
{
    public sealed record Choice(string Id, string Name);

    /// <summary>One pole's mandates in force.</summary>
    /// <param name="Slug">Null for the mandates over the whole instance.</param>
    /// <param name="Choices">The organisations I may speak for there.</param>
    /// <param name="SpeaksFor">The one I speak for now.</param>
    public sealed record InPole(string? Slug, string? Name, DateOnly Today, IReadOnlyList<People.Mine> Mandates, IReadOnlyList<Choice> Choices, Choice? SpeaksFor);

    public Person Me => HttpContext.Features.Get<Person>()!;

    [BindProperty] public string? Name { get; set; }
    [BindProperty] public string? Language { get; set; }

    public IReadOnlyList<InPole> Poles { get; private set; } = [];
    public IReadOnlyList<Provider> Providers => providers;
    public IReadOnlyList<Logins.Login> Accounts { get; private set; } = [];
    public IReadOnlyList<TeamsAccount> Teams { get; private set; } = [];
    public bool HasTeams => bot.AppId is not "" || bot.Playground;
    public IReadOnlyList<(People.Mine Mandate, DateOnly Today)> Past { get; private set; } = [];

    public async Task OnGet()
    {
        (Name, Language) = (Me.Name, Me.Language);
        await Load();
    }

    public async Task<IActionResult> OnPost()
    {
        await people.Introduce(Me, Name ?? "", Language ?? "");
        return Saved(Language!);
    }

    public async Task<IActionResult> OnPostEngagement(string? mandate, string? engagement)
    {
        await people.Engage(Me, mandate ?? "", engagement ?? "");
        return Saved(say.Language);
    }

    public async Task<IActionResult> OnPostUnlink(string? provider, string? subject)
    {
        await logins.Unlink(Me, provider ?? "", subject ?? "");
        return Saved(say.Language);
    }

    /// <summary>A code to type to the bot: shown on the next page, once.</summary>
    public async Task<IActionResult> OnPostTeamsCode()
    {
        TempData["TeamsCode"] = await teams.ShowCode(Me);
        return new SeeOther("/moi#teams");
    }

    public async Task<IActionResult> OnPostTeamsUnlink(string? tenant, string? account)
    {
        await teams.Unlink(Me, tenant ?? "", account ?? "");
        return Saved(say.Language);
    }

    /// <summary>Which of my organisations I speak for in a pole: this browser remembers it.</summary>
    public async Task<IActionResult> OnPostSpeaks(string? pole, string? organisation)
    {
        await Load();
        if (!Poles.Any(p => p.Slug == pole && p.Choices.Any(c => c.Id == organisation))) throw new NotHere();
        Sessions.Remember(HttpContext, WhoAsks.SpeaksForCookie(pole!), organisation!);
        return Saved(say.Language);
    }

    public async Task Load()
    {
        (Name, Language) = (Name ?? Me.Name, Language ?? Me.Language);
        Accounts = await logins.Of(Me);
        Teams = HasTeams ? await teams.Of(Me) : [];
        var all = (await people.Mandates(Me.Id)).Select(m => (Mandate: m, Today: Zones.Day(clock.GetUtcNow(), m.Zone ?? "Etc/UTC"))).ToList();
        Past = [.. all.Where(m => !m.Mandate.Lasts.On(m.Today))];
        Poles = [.. all.Where(m => m.Mandate.Lasts.On(m.Today)).GroupBy(m => m.Mandate.Slug).OrderBy(p => p.Key is null).Select(pole =>
        {
            var mandates = pole.Select(m => m.Mandate).ToList();
            var choices = mandates.Where(m => m.OrganisationId is not null).Select(m => new Choice(m.OrganisationId!, m.Organisation!)).Distinct().ToList();
            // As Actors.Find decides: the one remembered, else that of the oldest mandate.
            var remembered = pole.Key is null ? null : Request.Cookies[WhoAsks.SpeaksForCookie(pole.Key)];
            var oldest = mandates.Where(m => m.OrganisationId is not null).OrderBy(m => m.FromDay).ThenBy(m => m.Id, StringComparer.Ordinal).FirstOrDefault()?.OrganisationId;
            return new InPole(pole.Key, mandates[0].Pole, pole.First().Today, mandates, choices, choices.Find(c => c.Id == remembered) ?? choices.Find(c => c.Id == oldest));
        })];
    }

    private SeeOther Saved(string language)
    {
        TempData["Notice"] = Words.Say(language, "identity.saved");
        return new SeeOther("/moi");
    }
}
