namespace Ptce.Workspace;

/// <summary>What stands around the bot in Teams: the message extension, and notices in people's chats.</summary>
public static class TeamsParts
{
    public static IServiceCollection AddTeamsParts(this IServiceCollection services)
    {
        services.AddSingleton<Findings>();
        services.AddSingleton<IAnswerInvokes, SearchInvokes>();
        services.AddSingleton<IAnswerInvokes, LogTimeInvokes>();
        services.AddSingleton<SmallInvokes>().AddSingleton<IAnswerInvokes>(s => s.GetRequiredService<SmallInvokes>());
        services.AddSingleton<IPayDeliveries, TeamsNotices>();
        return services;
    }
}
