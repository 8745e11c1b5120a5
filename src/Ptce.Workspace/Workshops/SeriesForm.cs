using System.Globalization;

namespace Ptce.Workspace;

/// <summary>The fields of a series as a form or an address carries them.</summary>
public sealed class SeriesForm
{
    public string? Name { get; set; }
    public string? Kind { get; set; } = "atelier";
    public string? Audience { get; set; } = "pole";
    public string? Anchor { get; set; }
    public string? Starts { get; set; } = "14:00";
    public string? Minutes { get; set; } = "180";
    public string? Every { get; set; } = "6w";
    public string[] Countries { get; set; } = [];
    public bool Bridges { get; set; }
    public string? Closed { get; set; }
    public string? Place { get; set; }
    public string? Link { get; set; }
    public string? Capacity { get; set; }
    public string[] Hosts { get; set; } = [];
    public string? Parent { get; set; }

    /// <summary>The rota, one place a field: <see cref="Facilitator.Key"/>, and the day from which it counts beside it.</summary>
    public string[] Facilitators { get; set; } = [];
    public string[] Since { get; set; } = [];

    public static SeriesForm Of(MeetingSeries series) => new()
    {
        Name = series.Name,
        Kind = series.Kind,
        Audience = series.Audience,
        Anchor = series.Anchor.Iso(),
        Starts = series.Starts,
        Minutes = series.Minutes.ToString(CultureInfo.InvariantCulture),
        Every = series.Every,
        Countries = series.Countries.Split(','),
        Bridges = !series.AvoidBridges,
        Closed = series.Closed,
        Place = series.Place,
        Link = series.Link,
        Capacity = series.Capacity?.ToString(CultureInfo.InvariantCulture),
        Hosts = [.. series.Hosts.Select(h => h.Id)],
        Parent = series.ParentId,
        Facilitators = [.. series.Rota.Select(p => p.Facilitator.Key)],
        Since = [.. series.Rota.Select(p => p.FromDay.Iso())],
    };

    /// <exception cref="Refused">A field that cannot be read.</exception>
    public NewSeries Read(MeetingSeries? known = null) => new(
        Name ?? "", Kind ?? "", Audience ?? "", known?.Anchor ?? Field.Day(Anchor, "anchor"), Field.Clock(Starts, "starts"), Field.WholeIfAny(Minutes, "minutes") ?? 0,
        known?.Every ?? Every ?? "", Countries, !Bridges, Closed ?? "", Place, Link, Field.WholeIfAny(Capacity, "capacity"), [.. Hosts.Where(h => h != "")], string.IsNullOrEmpty(Parent) ? null : Parent, [.. Rota()]);

    private IEnumerable<NewRotaPlace> Rota()
    {
        foreach (var (key, n) in Facilitators.Select((k, n) => (k, n)))
            if (NewRotaPlace.Read(key, n < Since.Length ? Field.DayIfAny(Since[n], "facilitators") : null) is { } place) yield return place;
    }
}
