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
        services.AddSingleton<IPayDeliveries, TeamsPosts>();
        services.AddSingleton(s => new TeamsSetup(s.GetRequiredService<BotSettings>(), s.GetRequiredService<ConnectorToken>(), s.GetRequiredKeyedService<HttpClient>(BotSettings.Section),
            s.GetRequiredService<Site>(), s.GetRequiredService<TeamsReach>(), s.GetRequiredService<Deliveries>(), s.GetRequiredService<Channels>(), s.GetRequiredService<SmallInvokes>(), s.GetRequiredService<TurnedAway>(), s.GetRequiredService<TimeProvider>()));
        return services;
    }
}
