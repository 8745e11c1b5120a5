using System.Text;
using System.Text.Json.Nodes;

namespace Ptce.Workspace.Tests;

public sealed class ActivityTests
{
    private const string Bot = "28:11111111-2222-3333-4444-555555555555";

    [Fact]
    public void The_eleven_captured_bodies_are_all_there() => Assert.Equal(11, Captures.Names.Count());

    public static IEnumerable<TheoryDataRow<string>> Bodies => Captures.Names.Select(n => new TheoryDataRow<string>(n));

    [Theory, MemberData(nameof(Bodies))]
    public void A_captured_body_is_read_and_nothing_of_it_is_lost(string name)
    {
        var body = Captures.Body(name);
        var activity = Read(body.ToJsonString());

        Assert.Equal("72f1c9a0-0000-4000-8000-000000000001", activity.TenantId);
        Assert.Equal("0a000000-0000-4000-8000-000000000001", activity.From?.AadObjectId);
        var back = JsonNode.Parse(activity.ToJson())!.AsObject();
        foreach (var instant in new[] { "timestamp", "localTimestamp" })
        {
            Assert.Equal(Instant(body[instant]), Instant(back[instant]));
            body.Remove(instant);
            back.Remove(instant);
        }
        Assert.True(JsonNode.DeepEquals(body, back), back.ToJsonString());

        static DateTimeOffset? Instant(JsonNode? text) => text is null ? null : DateTimeOffset.Parse(text.GetValue<string>(), System.Globalization.CultureInfo.InvariantCulture);
    }

    [Fact]
    public void Where_and_who_is_read_from_the_captures()
    {
        Assert.True(Read("01-installationUpdate-add-personal").BotJoins);
        Assert.True(Read("02-conversationUpdate-membersAdded-personal").BotJoins);
        Assert.Equal("salut", Read("03-message-personal").Said);
        Assert.Equal("approve", Read("04-invoke-adaptiveCard-action").Value?.GetProperty("action").GetProperty("verb").GetString());
        Assert.True(Read("06-message-groupChat-mention") is { MentionsBot: true, IsPersonal: false, Said: "salut groupe" });
        Assert.True(Read("07-message-channel-mention") is { IsChannel: true, Said: "salut canal" });
        Assert.True(Read("10-conversationUpdate-channelRenamed") is { BotJoins: false, ChannelData.EventType: "channelRenamed" });
        Assert.True(Read("11-message-actionSubmit-value") is { Text: null, Said: "", Value: not null, ReplyToId: "1795231828470" });
    }

    [Theory]
    [InlineData("<at>Coop</at> 2h&nbsp;à  la\u00a0 compta", "2h à la compta")]
    [InlineData("dis <at>Coop</at>que &lt;3 &amp; &#233;t&eacute;", "dis que <3 & été")]
    [InlineData("<AT>coop</AT>", "")]
    [InlineData("<at>Coop</at> lundi\r\n  mardi \n", "lundi\nmardi")]
    [InlineData("<at>Coop</at> 2h avec <at id=\"1\">Bruno Petit</at>", "2h avec Bruno Petit")]
    [InlineData("&amp;nbsp;", "&nbsp;")]
    [InlineData(null, "")]
    public void What_was_said_is_the_text_without_the_bot_s_name(string? text, string said)
    {
        var activity = new Activity
        {
            Text = text,
            Recipient = new(Bot, "Coop"),
            Entities =
            [
                new() { Type = "mention", Mentioned = new(Bot, "Coop"), Text = "<at>Coop</at>" },
                new() { Type = "mention", Mentioned = new("29:1bruno", "Bruno Petit"), Text = "<at id=\"1\">Bruno Petit</at>" },
                new() { Type = "mention", Mentioned = new(Bot, "Coop"), Text = "" },
            ],
        };

        Assert.Equal(said, activity.Said);
    }

    [Theory]
    [InlineData("de-AT", "en-US", "de")]
    [InlineData(null, "en-US", "en")]
    [InlineData("es-ES", "it", "fr")]
    [InlineData("", "", "fr")]
    public void The_language_is_the_activity_s_then_the_client_s_then_French(string? locale, string? client, string language) =>
        Assert.Equal(language, new Activity { Locale = locale, Entities = [new() { Type = "clientInfo", Locale = client }] }.Language());

    [Fact]
    public void A_field_of_the_wrong_kind_reads_as_absent()
    {
        string[] wrong = ["5", "true", "\"x\"", "[]", "{}", "null", "[[{}],5,null,\"x\",{\"id\":[]}]", "{\"id\":{},\"text\":[]}", "\"2026-99-99\"", "1e999"];
        foreach (var name in Captures.Names)
            foreach (var field in Captures.Body(name).Select(f => f.Key))
                foreach (var value in wrong)
                {
                    var body = Captures.Body(name);
                    body[field] = JsonNode.Parse(value);
                    if (Activity.Read(Encoding.UTF8.GetBytes(body.ToJsonString()), out var why) is not { } activity) Assert.Contains(field, new[] { "type", "conversation" });
                    else _ = (activity.Said, activity.Language(), activity.TenantId, activity.BotJoins, activity.MentionsBot, activity.Address(), activity.ToJson(), why);
                }
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"message\"")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("""{"type":"","conversation":{"id":"a"}}""")]
    [InlineData("""{"type":"message"}""")]
    [InlineData("""{"type":"message","conversation":{"id":""}}""")]
    [InlineData("""{"type":"message","conversation":{"id":"a"},"text":"\ud800"}""")]
    [InlineData("""{"type":"message","conversation":{"id":"a"}} x""")]
    public void What_is_no_activity_is_said_so_in_one_sentence(string body)
    {
        Assert.Null(Activity.Read(Encoding.UTF8.GetBytes(body), out var wrong));
        Assert.EndsWith(".", wrong);
    }

    [Fact]
    public void Broken_bodies_never_throw()
    {
        var random = new Random(11);
        foreach (var name in Captures.Names)
        {
            var good = Encoding.UTF8.GetBytes(Captures.Body(name).ToJsonString());
            for (var i = 0; i < 400; i++)
            {
                var bad = good[..(random.Next(3) == 0 ? random.Next(good.Length) : good.Length)];
                for (var j = 0; j < random.Next(4) && bad.Length > 0; j++) bad[random.Next(bad.Length)] = (byte)random.Next(256);
                if (Activity.Read(bad, out _) is { } activity) _ = (activity.Said, activity.Address(), activity.ToJson());
            }
        }
        Assert.Null(Activity.Read(Encoding.UTF8.GetBytes("{\"type\":\"message\",\"conversation\":{\"id\":\"a\"},\"value\":" + new string('[', 100_000)), out _));
    }

    [Fact]
    public void An_answer_carries_the_tenant_and_the_person_and_keeps_accents_light()
    {
        var address = Read("03-message-personal").Address();
        var sent = Encoding.UTF8.GetString(address.Addressed(new() { Type = "message", Text = "Noté, déjà" }, "x").ToJson());

        Assert.Contains("Noté, déjà", sent, StringComparison.Ordinal);
        Assert.Contains($$"""
            "from":{"id":"{{Bot}}","name":"Coop"},"recipient":{"id":"29:1alice","aadObjectId":"0a000000-0000-4000-8000-000000000001"}
            """.Trim(), sent, StringComparison.Ordinal);
        Assert.Contains("""
            "channelData":{"tenant":{"id":"72f1c9a0-0000-4000-8000-000000000001"}}
            """.Trim(), sent, StringComparison.Ordinal);
        Assert.DoesNotContain("null", sent, StringComparison.Ordinal);
    }

    private static Activity Read(string nameOrJson)
    {
        var json = nameOrJson[0] is '{' ? nameOrJson : Captures.Body(nameOrJson).ToJsonString();
        var activity = Activity.Read(Encoding.UTF8.GetBytes(json), out var wrong);
        Assert.Null(wrong);
        return activity!;
    }
}
