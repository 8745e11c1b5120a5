using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ptce.Workspace;

/// <summary>Envois : what could not be brought to someone, why, and the button that tries again.</summary>
public sealed class DeliveriesPage(Deliveries deliveries, Actor actor, Say t) : PageModel, IShowsAgain
{
    public Actor Actor { get; } = actor;
    public IReadOnlyList<Deliveries.Parked> GivenUp { get; private set; } = [];

    public Task OnGet() => Load();

    public async Task<IActionResult> OnPost(string id)
    {
        await deliveries.Retry(Actor, id);
        TempData["Notice"] = t["deliveries.retried"];
        return RedirectToPage();
    }

    public async Task Load() => GivenUp = await deliveries.GivenUp(Actor);

    /// <summary>What was to be brought: "Courriel · lien de connexion".</summary>
    public string What(Deliveries.Parked parked) => $"{Named("channel", parked.Channel)} · {Named("topic", parked.Topic)}";

    private string Named(string list, string code) => Words.Knows($"deliveries.{list}.{code}") ? t[$"deliveries.{list}.{code}"] : code;
}
