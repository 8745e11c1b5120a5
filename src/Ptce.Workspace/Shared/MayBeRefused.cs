using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Ptce.Workspace;

/// <summary>
/// An input whose value a command may refuse: <c>&lt;input name="minutes" may-be-refused /&gt;</c> beside
/// <c>&lt;partial name="_Refused" model='"minutes"' /&gt;</c>. Ties the two together for a screen reader and marks the field.
/// </summary>
[HtmlTargetElement("input", Attributes = Attribute)]
[HtmlTargetElement("select", Attributes = Attribute)]
[HtmlTargetElement("textarea", Attributes = Attribute)]
public sealed class MayBeRefused : TagHelper
{
    private const string Attribute = "may-be-refused";

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext Page { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Attributes.RemoveAll(Attribute);
        var name = output.Attributes["name"]?.Value?.ToString() ?? "";
        if (!Page.ModelState.TryGetValue(name, out var entry) || entry.Errors.Count == 0) return;
        output.Attributes.SetAttribute("aria-invalid", "true");
        var described = output.Attributes["aria-describedby"]?.Value?.ToString();
        output.Attributes.SetAttribute("aria-describedby", (described is null ? "" : described + " ") + "refused-" + name);
    }
}
