namespace Ptce.Workspace.Tests;

/// <summary>The rows of the first page and of the dialogue. What a sentence makes of itself is guarded by the slice it ends in.</summary>
public static class TodayRights
{
    private static readonly Say Say = new("fr");

    public static IEnumerable<Guarded> All =>
    [
        new(Act.ReadPole, "Contributions.Balance", (s, a) => s.Get<Contributions>().Balance(a, s.Today, s.Today), NoForeignId: true),
        new(Act.ReadPole, "Contributions.MonthsOf", (s, a) => s.Get<Contributions>().MonthsOf(a, s.Today, s.Today), NoForeignId: true),
        new(Act.ReadPole, "Contributions.MinutesOf", (s, a) => s.Get<Contributions>().MinutesOf(a, s.Today, s.Today), NoForeignId: true),
        new(Act.LogContribution, "Conversations.Preview", (s, a) => s.Get<Conversations>().Preview(a, "2h hier au cotech", Say), NoForeignId: true),
        new(Act.LogContribution, "Conversations.Present", (s, a) => s.Get<Conversations>().Present(a, BotTurns.Channel, "line:none", Say), NoForeignId: true),
        new(Act.LogContribution, "Conversations.MayBeSaidAmongOthers", (s, a) => s.Get<Conversations>().MayBeSaidAmongOthers(a, "2h hier au cotech"), NoForeignId: true),
        new(Act.LogContribution, "Conversations.Hear", (s, a) => s.Get<Conversations>().Hear(a, Conversations.Web, "2h hier au cotech", Say), NoForeignId: true),
    ];
}
