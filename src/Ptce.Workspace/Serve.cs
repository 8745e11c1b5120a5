using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Ptce.Workspace;

/// <summary>The web host: a table of contents of what it is made of.</summary>
public static class Serve
{
    public static async Task<int> Run(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        // Until it serves, what stops it is said in one sentence by whoever catches it, not logged with its stack as well.
        var serves = false;
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", _ => serves);
        builder.Services.AddSlices(builder.Configuration);
        builder.Services.AddHostedService<StoreInUse>();
        builder.Services.AddSingleton<Measures>();
        builder.Services.AddHostedService(s => s.GetRequiredService<Measures>());
        builder.Services.AddJobs(builder.Configuration);
        builder.Services.AddHostedService(s => s.GetRequiredService<Dispatcher>());
        builder.Services.AddHostedService<AgreementsHear>();
        builder.Services.AddSingleton<IPayDeliveries, WebhookDeliveries>();
        builder.Services.AddHostedService<WebhooksHear>();
        builder.Services.AddMail(builder.Configuration, builder.Environment);
        builder.Services.AddSignIn(builder.Configuration, builder.Environment);
        builder.Services.AddWhoAsks();
        builder.Services.AddLive();
        builder.Services.AddAssets();
        builder.Services.AddBot().AddBotTurns().AddTeamsParts();
        builder.Services.AddRazorPages().WithRazorPagesAtContentRoot().AddMvcOptions(o =>
        {
            o.Filters.Add<Frames>();
            o.Filters.Add<Refusals>();
        });
        builder.Services.AddSingleton<CookieTempDataProvider>().AddSingleton<ITempDataProvider, OnceTold>();

        var app = builder.Build();
        await Migrations.Apply(app.Services.GetRequiredService<Db>(), app.Services.GetRequiredService<TimeProvider>());
        if (app.Environment.IsDevelopment() && app.Configuration.GetValue("Demonstration:Seed", true)) await DemonstrationPole.Seed(app.Configuration, app.Services.GetRequiredService<TimeProvider>());

        app.UseSafeHeaders();
        StatusPage.Use(app);
        Refusals.UseRefusals(app);
        app.UseAssets();
        app.UseTabCookies();
        app.UseNulFreeAddresses();
        app.UseRouting();
        app.UseAuthentication();
        app.UseWhoAsks();
        app.UseSignedReaders();
        app.UseAuthorization();
        app.UseNulFreeBodies();
        app.UseTrueForms();
        app.UseRateLimiter();
        app.MapRazorPages();
        app.MapSignIn();
        app.MapTab();
        app.MapLive();
        app.MapBot();
        app.MapHealth();
        app.MapMetrics();
        app.MapCalendars();
        app.MapMinutes();
        app.MapContributionsApi();
        app.MapOffersApi();
        app.MapAgreementsApi();
        app.MapCooperationsApi();
        app.MapDigestsApi();
        app.MapPacks();
        app.MapPacksApi();
        app.MapMeetingsApi();
        app.MapProceedingsApi();
        app.MapMembers();
        app.MapPhotos();
        app.MapObservatory();

        try
        {
            await app.StartAsync();
        }
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            throw new CannotRun("serve.port_taken", e.Message);
        }
        catch (FormatException)
        {
            throw new CannotRun("serve.bad_address", app.Configuration["urls"]);
        }
        serves = true;
        Welcome.Print(app);
        await app.WaitForShutdownAsync();
        return 0;
    }
}
