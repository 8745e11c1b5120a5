using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;

namespace Ptce.Workspace;

/// <summary>What the server may say to an open page: the whole vocabulary. It carries no data; the page reads again with its own rights.</summary>
public interface ILivePage
{
    /// <summary>Something happened in the pole, up to event number <paramref name="seq"/>.</summary>
    Task LookAgain(long seq);

    /// <summary>Something changed in the room this page is in: <paramref name="what"/> of <see cref="Room"/>.</summary>
    Task LookHere(string what);

    /// <summary>Someone else writes in this room, or has ceased to.</summary>
    Task Writing(AtWork at);

    /// <summary>Who is on this page now.</summary>
    Task Presence(IReadOnlyList<OnPage> people);
}

/// <summary>Someone who has the page open.</summary>
public sealed record OnPage(string PersonId, string Name, string Initials);

/// <summary>Where someone writes.</summary>
/// <param name="Place">The point; empty when they have ceased.</param>
/// <param name="Paragraph">Counted from 1.</param>
public sealed record AtWork(string PersonId, string Name, string Place, int Paragraph);

/// <summary>The door of open pages. Authorises when a page subscribes, forwards, holds no rule.</summary>
[Authorize]
public sealed class LiveHub(Actors actors, Poles poles, Workshops workshops, Presence presence) : Hub<ILivePage>
{
    /// <summary>Subscribes the connection to a pole and says who is on the page.</summary>
    /// <param name="page">Path of the page, without query: presence is per page.</param>
    /// <param name="lastSeq">Last event number the page shows; a smaller number than the answer means it must look again.</param>
    /// <returns>The pole's last event number.</returns>
    public async Task<long> Watch(string pole, string page, long lastSeq)
    {
        var actor = await Who(pole);
        if (Context.Items["pole"] is string before && before != actor.PoleId) await Groups.RemoveFromGroupAsync(Context.ConnectionId, before);
        Context.Items["pole"] = actor.PoleId;
        await Groups.AddToGroupAsync(Context.ConnectionId, actor.PoleId);
        await Groups.AddToGroupAsync(Context.ConnectionId, GroupOf(actor.PersonId));
        await presence.Enter(Context.ConnectionId, actor, page.Length > 200 ? page[..200] : page);
        return (await poles.BySlug(pole))?.Seq ?? lastSeq;
    }

    /// <summary>Enters the room of a meeting: from then on the page hears what changes in it.</summary>
    public async Task Sit(string pole, string meeting)
    {
        var actor = await Who(pole);
        var one = await Readable(actor, meeting);
        if (Context.Items["room"] is string before && before != meeting) await Groups.RemoveFromGroupAsync(Context.ConnectionId, GroupOf(before));
        Context.Items["room"] = meeting;
        Context.Items["writer"] = actor.May(Act.WriteMinutes) && await workshops.TakesPart(actor, one) ? actor : null;
        await Groups.AddToGroupAsync(Context.ConnectionId, GroupOf(meeting));
    }

    /// <summary>Tells the room where this person writes; nothing of what.</summary>
    /// <param name="place">The point; empty when they cease.</param>
    public async Task Write(string place, int paragraph)
    {
        if (Context.Items["room"] is not string room || Context.Items["writer"] is not Actor actor || place.Length > 64) throw new HubException(new NotAllowed().Message);
        await Clients.OthersInGroup(GroupOf(room)).Writing(new(actor.PersonId, actor.Name, place, Math.Clamp(paragraph, 1, 9999)));
    }

    private async Task<Occurrence> Readable(Actor actor, string meeting)
    {
        try { return await workshops.One(actor, meeting); }
        catch (Refused e) { throw new HubException(e.Message); }
    }

    private async Task<Actor> Who(string pole)
    {
        var personId = Context.User?.FindFirstValue(ClaimTypes.NameIdentifier) ?? "";
        var actor = await actors.Find(personId, pole);
        return actor is not null && actor.May(Act.ReadApproved) ? actor : throw new HubException(new NotHere().Message);
    }

    internal static string GroupOf(string room) => "room " + room;

    public override Task OnDisconnectedAsync(Exception? exception) => presence.Leave(Context.ConnectionId);
}
