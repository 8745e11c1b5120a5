namespace Ptce.Workspace;

/// <summary>For load balancers and supervisors: <c>/health/live</c> (the process answers) and <c>/health/ready</c> (it can serve: the store answers).</summary>
public static class HealthEndpoint
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => Results.Text("ok\n"));
        routes.MapGet("/health/ready", async (Db db) => await Answers(db) ? Results.Text("ok\n") : Results.Text("store\n", statusCode: StatusCodes.Status503ServiceUnavailable));
    }

    private static async Task<bool> Answers(Db db)
    {
        try { return await Task.Run(() => db.One<long>("select count(*) from migrations")).WaitAsync(Patience) > 0; }
        catch (Exception) { return false; }
    }
}
