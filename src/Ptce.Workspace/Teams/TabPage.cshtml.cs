using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ptce.Workspace;

/// <summary>What a tab shows first: it asks Teams who is there, and goes on to the page. Anyone may see it; it says nothing about anyone.</summary>
public sealed class TabPage : PageModel
{
    /// <summary>One of <see cref="Tab.Places"/>, or <see cref="Tab.Setting"/> while a channel's tab is set up.</summary>
    public string? Place { get; private set; }

    /// <summary>A page of a pole, for a channel's tab.</summary>
    public string? Wanted { get; private set; }

    public void OnGet(string? place, string? page) => (Place, Wanted) = (Tab.Places.ContainsKey(place ?? "") || place is Tab.Setting ? place : null, Tab.Page(page));
}
