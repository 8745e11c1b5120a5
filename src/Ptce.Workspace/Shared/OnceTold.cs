using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Ptce.Workspace;

/// <summary>What is told once, on the page that a form leads to: "2 h notées", a new secret. A page that reads itself again (look.ts), in whichever window of the same browser, takes none of it away.</summary>
internal sealed class OnceTold(CookieTempDataProvider kept) : ITempDataProvider
{
    private const string LookAgain = "X-Look-Again";

    public IDictionary<string, object> LoadTempData(HttpContext context) =>
        context.Request.Headers.ContainsKey(LookAgain) ? new Dictionary<string, object>() : kept.LoadTempData(context);

    public void SaveTempData(HttpContext context, IDictionary<string, object> values)
    {
        if (!context.Request.Headers.ContainsKey(LookAgain)) kept.SaveTempData(context, values);
    }
}
