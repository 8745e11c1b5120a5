using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ptce.Workspace;

/// <summary>Envois : what could not be brought to someone, why, and the button that tries again.</summary>
public sealed class DeliveriesPage(Deliveries deliveries, Channels channels, Actor actor, Say t) : PageModel, IShowsAgain
{
    public Actor Actor { get; } = actor;
    public IReadOnlyList<Deliveries.Parked> GivenUp { get; private set; } = [];

    /// <summary>Channels whose provider is away.</summary>
    public IReadOnlyList<Channels.Pause> Paused { get; private set; } = [];

    /// <summary>What waits for its turn or its hour, by channel.</summary>
    public IReadOnlyList<(string Channel, long Count, DateTimeOffset Oldest)> Queued { get; private set; } = [];

    public Task OnGet() => Load();

    public async Task<IActionResult> OnPostAll()
    {
        var back = await deliveries.RetryAll(Actor);
        TempData["Notice"] = t["deliveries.retried_all", back];
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostProbe(string channel)
    {
        await channels.ProbeNow(Actor, channel);
        TempData["Notice"] = t["deliveries.probing"];
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPost(string id)
    {
        await deliveries.Retry(Actor, id);
        TempData["Notice"] = t["deliveries.retried"];
        return RedirectToPage();
    }

    public async Task Load()
    {
        GivenUp = await deliveries.GivenUp(Actor);
        Paused = await channels.Paused();
        Queued = await deliveries.Queued(Actor);
    }

    public string ChannelName(string channel) => Named("channel", channel);

    public long Waiting(string channel) => Queued.FirstOrDefault(q => q.Channel == channel).Count;

    /// <summary>What was to be brought: "Courriel · lien de connexion".</summary>
    public string What(Deliveries.Parked parked) => $"{Named("channel", parked.Channel)} · {Named("topic", parked.Topic)}";

    private string Named(string list, string code) => Words.Knows($"deliveries.{list}.{code}") ? t[$"deliveries.{list}.{code}"] : code;
}
