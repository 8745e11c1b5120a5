namespace Ptce.Workspace;

public static class Live
{
    public static void AddLive(this IServiceCollection services)
    {
        services.AddSignalR();
        services.AddSingleton<Presence>();
        services.AddHostedService<LiveNews>();
    }

    public static void MapLive(this IEndpointRouteBuilder routes) => routes.MapHub<LiveHub>("/live");
}
