using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ptce.Workspace;

/// <summary>After asking for a link. It says the same whoever asked; in Development, without a mail server, it shows the link.</summary>
public sealed class SignInSentPage(IServiceProvider services) : PageModel
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public string? Folder { get; private set; }
    public string? Link { get; private set; }

    public async Task OnGet(string? demande)
    {
        if (services.GetService<MailFolder>() is not { } folder) return;
        Folder = folder.Path;
        if (demande is not null) Link = await folder.Link(demande, Patience);
    }
}
