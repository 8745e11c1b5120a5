using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.SignalR;

namespace Ptce.Workspace;

/// <summary>Who is on which page, on this node. Forgotten with the connection; never stored.</summary>
public sealed class Presence(IHubContext<LiveHub, ILivePage> hub)
{
    private sealed record Seat(string Room, OnPage Person);

    private readonly ConcurrentDictionary<string, Seat> _seats = new();
    private readonly Lock _telling = new();

    public async Task Enter(string connectionId, Actor actor, string page)
    {
        var room = $"{actor.PoleId} {page}";
        var left = _seats.TryGetValue(connectionId, out var before) && before.Room != room ? before : null;
        _seats[connectionId] = new(room, new(actor.PersonId, actor.Name, Initials(actor.Name)));
        if (left is not null) await Tell(left.Room);
        await Tell(room);
    }

    public async Task Leave(string connectionId)
    {
        if (_seats.TryRemove(connectionId, out var seat)) await Tell(seat.Room);
    }

    // Sent to the connections of the room themselves: the seats are the only list, so none can be in one and not in the other.
    // Counted and begun to be sent in one: the older of two counts must not arrive last and stay.
    private Task Tell(string room)
    {
        lock (_telling)
        {
            var here = _seats.Where(s => s.Value.Room == room).ToList();
            var people = here.Select(s => s.Value.Person).DistinctBy(p => p.PersonId).OrderBy(p => p.Name, StringComparer.Ordinal).ToList();
            return hub.Clients.Clients([.. here.Select(s => s.Key)]).Presence(people);
        }
    }

    internal static string Initials(string name) =>
        string.Concat(name.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries).Take(2).Select(w => Rune.ToUpperInvariant(w.EnumerateRunes().First())));
}
