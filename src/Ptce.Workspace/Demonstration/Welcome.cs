namespace Ptce.Workspace;

/// <summary>What the terminal says once the program serves: what to open, and as whom.</summary>
public static class Welcome
{
    public static void Print(WebApplication app)
    {
        var address = app.Urls.FirstOrDefault() ?? "";
        Say("welcome.address", address);
        Say("welcome.data", app.Services.GetRequiredService<StoreSettings>().Folder);
        if (!app.Environment.IsDevelopment()) return;
        Say("welcome.cast", $"{address}/connexion", DemonstrationCast.Member, DemonstrationCast.Coordinator, DemonstrationCast.Elector);
        Say("welcome.sentence");
        Say("welcome.bot", address);

        static void Say(string key, params object?[] args) => Console.WriteLine(Words.Say(Desk.Language, key, args));
    }
}
