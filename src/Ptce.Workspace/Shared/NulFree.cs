using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Metadata;

namespace Ptce.Workspace;

/// <summary>No text holds a NUL (U+0000): nobody types one, and PostgreSQL keeps none. A request that brings one is turned away at the door, whichever way it brings it.</summary>
public static class NulFree
{
    private const char Nul = '\0';

    /// <summary>The address and its cookies, before anything is looked up by them.</summary>
    public static void UseNulFreeAddresses(this WebApplication app) => app.Use((http, next) =>
        InAddress(http.Request) && !IsExplained(http) ? throw new Unreadable() : next(http));

    /// <summary>Forms and JSON, once it is known that the request may pass: what a stranger sends is not read for them.</summary>
    public static void UseNulFreeBodies(this WebApplication app) => app.Use(async (http, next) =>
    {
        if (!IsExplained(http) && await InBody(http)) throw new Unreadable();
        await next(http);
    });

    /// <summary>Whether a JSON text holds a NUL, escaped as JSON must.</summary>
    public static bool InJson(ReadOnlySpan<byte> json)
    {
        var escape = "\\u0000"u8;
        for (int at; (at = json.IndexOf(escape)) >= 0; json = json[(at + escape.Length)..])
        {
            // An even number of backslashes before it are letters of their own, and this one begins the escape.
            var before = json[..at].Length - json[..at].TrimEnd((byte)'\\').Length;
            if (before % 2 == 0) return true;
        }
        return false;
    }

    private static bool InAddress(HttpRequest request) =>
        Holds(request.Path.Value) || request.Query.Any(q => Holds(q.Key) || q.Value.Any(Holds)) || request.Cookies.Any(c => Holds(c.Value));

    private static async Task<bool> InBody(HttpContext http)
    {
        var request = http.Request;
        try
        {
            if (request.HasFormContentType)
            {
                var form = await request.ReadFormAsync(http.RequestAborted);
                return form.Any(f => Holds(f.Key) || f.Value.Any(Holds)) || form.Files.Any(f => Holds(f.FileName));
            }
            if (!request.HasJsonContentType() || http.GetEndpoint()?.Metadata.GetMetadata<IAcceptsMetadata>() is null) return false;
            var read = new MemoryStream();
            await request.Body.CopyToAsync(read, http.RequestAborted);
            (request.Body, read.Position) = (read, 0);
            return InJson(read.GetBuffer().AsSpan(0, (int)read.Length));
        }
        catch (InvalidDataException e) when (e.InnerException is InvalidOperationException)
        {
            return true; // the framework's own decoder of forms stops at an escaped one
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            return false; // too long, cut off, no form at all: whoever reads it next says so in their own way
        }
    }

    private static bool Holds(string? text) => text?.Contains(Nul) is true;

    /// <summary>The page that says what was wrong is shown in the place of what was asked.</summary>
    private static bool IsExplained(HttpContext http) => http.Features.Get<IStatusCodeReExecuteFeature>() is not null;
}
