using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ptce.Workspace.Tests;

/// <summary>A NUL is in no text: wherever a request brings one, it is turned away with a sentence, and the log says one calm line.</summary>
public abstract class NulFreeTests(On on)
{
    private readonly Kept _log = new();

    private Task<App> Start() => App.Start(on, replace: services => services.AddSingleton<ILoggerProvider>(_log));

    [Fact]
    public async Task Wherever_it_stands_it_is_turned_away_with_a_sentence()
    {
        await using var app = await Start();
        var amina = app.SignedIn(app.Cast.Amina);
        var home = $"/p/{app.Cast.Pole.Slug}";
        var asked = new (string What, Func<Task<HttpResponseMessage>> Ask)[]
        {
            ("query", () => Read(amina, $"{home}/echanges?q=vélo%00s")),
            ("name in a query", () => Read(amina, $"{home}?a%00b=1")),
            ("cookie", () => Read(amina, home, $"speaks-for-{app.Cast.Pole.Slug}=a%00b")),
            ("form", async () => await amina.Send(await amina.Page(home), $"{home}/phrase", new() { ["text"] = "2h hier\0" })),
            ("form with files", async () => await amina.PostAsync($"{home}/phrase", new MultipartFormDataContent { { new StringContent("2h hier\0"), "text" } })),
            ("JSON", () => amina.PostAsync($"/api/v1/poles/{app.Cast.Pole.Slug}/contributions", Json("""{"day":"2026-11-18","minutes":60,"kind":"time","activity":"cotech","note":"a\u0000b"}"""))),
            ("query of the API", () => amina.GetAsync($"/api/v1/poles/{app.Cast.Pole.Slug}/offers?q=%00")),
        };
        foreach (var (what, ask) in asked)
        {
            using var answer = await ask();
            var said = await answer.Content.ReadAsStringAsync();
            Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, $"{what}: {(int)answer.StatusCode} {said[..Math.Min(said.Length, 200)]}");
            Assert.True(WebUtility.HtmlDecode(said).Contains("invisible", StringComparison.Ordinal) || said.Contains("invisible", StringComparison.Ordinal), $"{what}: {said}");
        }
        Assert.DoesNotContain(_log.Lines, l => l.Level >= LogLevel.Warning || l.Text.Contains("   at ", StringComparison.Ordinal));

        // Backslashes that only look like one are letters.
        using var kept = await amina.PostAsync($"/api/v1/poles/{app.Cast.Pole.Slug}/contributions", Json("""{"day":"2026-11-18","minutes":60,"kind":"default","activity":"cotech","note":"a\\u0000b"}"""));
        Assert.True(kept.IsSuccessStatusCode, await kept.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_refused_file_is_one_line_in_the_log_and_names_no_address()
    {
        await using var app = await Start();
        var farid = app.SignedIn(app.Cast.Farid);
        using var answer = await farid.GetAsync($"/p/{app.Cast.Pole.Slug}/pole/membres.csv");
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);

        var line = Assert.Single(_log.Lines, l => l.Category.EndsWith("Refusals", StringComparison.Ordinal));
        Assert.Equal((LogLevel.Information, false), (line.Level, line.Text.Contains('\n')));
        Assert.Contains("/pole/membres.csv was refused: refused.not_allowed", line.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(app.Cast.Pole.Slug, line.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(_log.Lines, l => l.Level >= LogLevel.Warning);
    }

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");

    private static Task<HttpResponseMessage> Read(HttpClient browser, string address, string? cookie = null)
    {
        var ask = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { Accept = { new("text/html") } } };
        if (cookie is not null) ask.Headers.Add("Cookie", cookie);
        return browser.SendAsync(ask);
    }

    private sealed class Kept : ILoggerProvider
    {
        private readonly List<(string Category, LogLevel Level, string Text)> _lines = [];

        public IReadOnlyList<(string Category, LogLevel Level, string Text)> Lines
        {
            get { lock (_lines) return [.. _lines]; }
        }

        public ILogger CreateLogger(string categoryName) => new Into(this, categoryName);

        public void Dispose() { }

        private sealed class Into(Kept kept, string category) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

            public bool IsEnabled(LogLevel level) => true;

            public void Log<TState>(LogLevel level, EventId id, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
            {
                lock (kept._lines) kept._lines.Add((category, level, formatter(state, exception) + exception));
            }
        }
    }
}

public sealed class NulFreeOnSqlite() : NulFreeTests(On.Sqlite);

public sealed class NulFreeOnPostgres() : NulFreeTests(On.Postgres);
