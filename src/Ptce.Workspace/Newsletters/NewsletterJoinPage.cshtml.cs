using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ptce.Workspace;

/// <summary>The second yes, and the way out, of someone outside: one button, because scanners of mail follow links.</summary>
[IgnoreAntiforgeryToken]
public sealed class NewsletterJoinPage(Newsletters newsletters, Taps taps, TimeProvider clock, Say t) : PageModel
{
    public const string Joins = "newsletter_join", Leaves = "newsletter_leave";

    [FromRoute] public string Signed { get; set; } = "";

    public string Heading { get; private set; } = "";
    public string? Button { get; private set; }
    public string? Said { get; private set; }

    public static string Address(string signed) => $"/lettres/abonnement/{signed}";

    public Task OnGet() => Show(done: false);

    public async Task OnPost()
    {
        if (Read() is { } read)
        {
            if (read.Tap.Purpose == Joins) await newsletters.Join(read.Tap.SubjectId);
            else await newsletters.Leave(read.Tap.SubjectId);
        }
        await Show(done: true);
    }

    private async Task Show(bool done)
    {
        Response.Headers["Referrer-Policy"] = "no-referrer";
        if (Read() is not { } read || await newsletters.OutsiderOf(read.Tap.SubjectId) is not { } who)
        {
            (Heading, Said) = (t["newsletters.title"], t["notices.link_unknown"]);
            return;
        }
        Heading = t["newsletters.ask.title", who.PoleName];
        var joins = read.Tap.Purpose == Joins;
        if (done) Said = t[joins ? "newsletters.joined" : "newsletters.left", who.Email];
        else Button = t[joins ? "newsletters.join.act" : "notices.stop"];
    }

    private Taps.Signed? Read() => taps.Read(Signed) is { Tap.Purpose: Joins or Leaves } read && !read.IsOver(clock.GetUtcNow()) ? read : null;
}
