using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;

namespace Ptce.Workspace;

/// <summary>What the server may say to an open page: the whole vocabulary. It carries no data; the page reads again with its own rights.</summary>
public interface ILivePage
{
    /// <summary>Something happened in the pole, up to event number <paramref name="seq"/>.</summary>
    Task LookAgain(long seq);

    /// <summary>Who is on this page now.</summary>
    Task Presence(IReadOnlyList<OnPage> people);
}

/// <summary>Someone who has the page open.</summary>
public sealed record OnPage(string PersonId, string Name, string Initials);

/// <summary>The door of open pages. Authorises when a page subscribes, forwards, holds no rule.</summary>
[Authorize]
public sealed class LiveHub(Actors actors, Poles poles, Presence presence) : Hub<ILivePage>
{
    /// <summary>Subscribes the connection to a pole and says who is on the page.</summary>
    /// <param name="page">Path of the page, without query: presence is per page.</param>
    /// <param name="lastSeq">Last event number the page shows; a smaller number than the answer means it must look again.</param>
    /// <returns>The pole's last event number.</returns>
    public async Task<long> Watch(string pole, string page, long lastSeq)
    {
        var personId = Context.User?.FindFirstValue(ClaimTypes.NameIdentifier) ?? "";
        var actor = await actors.Find(personId, pole);
        if (actor is null || !actor.May(Act.ReadApproved)) throw new HubException(new NotHere().Message);

        if (Context.Items["pole"] is string before && before != actor.PoleId) await Groups.RemoveFromGroupAsync(Context.ConnectionId, before);
        Context.Items["pole"] = actor.PoleId;
        await Groups.AddToGroupAsync(Context.ConnectionId, actor.PoleId);
        await presence.Enter(Context.ConnectionId, actor, page.Length > 200 ? page[..200] : page);
        return (await poles.BySlug(pole))?.Seq ?? lastSeq;
    }

    public override Task OnDisconnectedAsync(Exception? exception) => presence.Leave(Context.ConnectionId);
}
