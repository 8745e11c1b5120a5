using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Ptce.Workspace.Tests;

/// <summary>A program that asks for digests, and asks badly.</summary>
public sealed class DigestsApiTests
{
    [Fact]
    public async Task What_is_missing_or_has_another_shape_is_refused_in_a_sentence_and_never_breaks_the_door()
    {
        await using var app = await App.Start();
        var (digests, cast) = (app.Get<Digests>(), app.Cast);
        var digest = await digests.Compile(await digests.Ask(cast.Chloe, new(2026, 3, 1), new(2026, 3, 31), byJob: false));
        await digests.OpenReview(cast.Chloe, digest.Id);
        var (elise, home) = (app.SignedIn(cast.Elise), $"/api/v1/poles/{cast.Pole.Slug}/digests");

        async Task<string> Said(string address, HttpContent body)
        {
            using var answer = await elise.PostAsync(address, body, TestContext.Current.CancellationToken);
            var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
            Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
            return $"{(int)answer.StatusCode} {problem.GetProperty("type").GetString()!.Split('#')[1]}";
        }
        static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");

        Assert.Equal("422 digests.reason_length", await Said($"{home}/{digest.Id}/return", Json("{}")));
        Assert.Equal("422 digests.stale_hash", await Said($"{home}/{digest.Id}/approval", Json("{}")));
        Assert.Equal("400 refused.malformed", await Said(home, Json("""{"from":"1er mars","to":"2026-03-31"}""")));
        Assert.Equal("400 refused.malformed", await Said(home, Json("from=2026-03-01")));
        Assert.Equal(Digest.Review, (await digests.One(cast.Chloe, digest.Id)).State);
    }
}
