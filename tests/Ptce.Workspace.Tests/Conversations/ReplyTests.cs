namespace Ptce.Workspace.Tests;

/// <summary>Short answers to a card, as people give them in passing. Today is Thursday 19 November 2026.</summary>
public abstract class ReplyTests(On on) : ConversationTest(on)
{
    [Fact]
    public async Task Every_way_to_say_yes_notes_what_was_shown()
    {
        string[] said =
        [
            "oui", "Oui !", "ouais", "ok", "ok vas-y", "vas-y", "c'est bon", "c'est ça", "parfait", "parfait merci", "oui merci", "d'accord", "dac", "nickel", "go", "ça marche", "oui c'est ça", "👍", "enregistre", "tout bon",
            "yes", "yep", "sure", "go ahead", "looks good", "yes please", "save it", "that's right", "ja", "jo", "passt", "passt so", "genau", "ja bitte", "mach das", "ja, speichern",
        ];
        var unheard = new List<string>();
        for (var k = 0; k < said.Length; k++)
        {
            await Say($"{k + 1} min hier au cotech");
            await Say(said[k]);
            if ((await Logged()).All(l => l.Minutes != k + 1)) unheard.Add(said[k]);
            await Say("non");
        }
        Assert.Empty(unheard);
    }

    [Fact]
    public async Task Every_way_to_say_no_or_to_let_go_notes_nothing_and_leaves_nothing_waiting()
    {
        string[] said =
        [
            "non", "nan", "nan merci", "non merci", "non pas ça", "laisse tomber", "non laisse tomber", "annule", "annule ça", "oublie", "tant pis", "efface ça", "supprime", "pas ça", "surtout pas", "stop", "👎",
            "no", "nope", "no thanks", "never mind", "forget it", "cancel", "cancel that", "scrap that", "nein", "nee", "nö", "nein danke", "vergiss es", "abbrechen", "lösch das", "lass es",
        ];
        var unheard = new List<string>();
        foreach (var word in said)
        {
            await Say("2h hier au cotech");
            await Say(word);
            if ((await Say("oui")).Text is not "Rien n'attend de réponse." || (await Logged()).Count > 0) unheard.Add(word);
        }
        Assert.Empty(unheard);
    }

    [Theory]
    [InlineData("plutôt mardi", 120, 17)]
    [InlineData("non mardi", 120, 17)]
    [InlineData("non c'était mardi", 120, 17)]
    [InlineData("mardi en fait", 120, 17)]
    [InlineData("avant-hier", 120, 17)]
    [InlineData("lieber Dienstag", 120, 17)]
    [InlineData("no, Tuesday", 120, 17)]
    [InlineData("2h30 finalement", 150, 18)]
    [InlineData("non 3h", 180, 18)]
    [InlineData("oui mais 3h", 180, 18)]
    [InlineData("mets 3h", 180, 18)]
    [InlineData("make it 3h", 180, 18)]
    [InlineData("nein, 3 Stunden", 180, 18)]
    [InlineData("c'était 45 min", 45, 18)]
    [InlineData("de 9h à 10h30", 90, 18)]
    [InlineData("plutôt 1h lundi", 60, 16)]
    public async Task What_waits_is_changed_in_passing(string said, long minutes, int day)
    {
        await Say("2h hier au cotech");
        await Say(said);
        await Say("oui");

        var line = Assert.Single(await Logged());
        Assert.Equal((minutes, new DateOnly(2026, 11, day), "cotech"), (line.Minutes, line.Day, line.Activity));
    }

    [Theory]
    [InlineData("2", 120)]
    [InlineData("45", 45)]
    [InlineData("une petite heure", 60)]
    [InlineData("toute la journée", 420)]
    [InlineData("de 14h à 16h", 120)]
    public async Task How_long_is_answered_in_passing(string said, long minutes)
    {
        Assert.Equal("Combien de temps ?", (await Say("j'étais au cotech hier")).Text);
        await Say(said);
        await Say("oui");
        Assert.Equal(minutes, Assert.Single(await Logged()).Minutes);
    }

    [Fact]
    public async Task A_number_that_may_be_hours_or_minutes_is_asked_again()
    {
        await Say("j'étais au cotech hier");
        Assert.Equal("Cela, je ne l'ai pas compris. Combien de temps ?", (await Say("13")).Text);
    }

    [Fact]
    public async Task An_offer_that_waits_hears_no_as_a_no()
    {
        foreach (var word in new[] { "non", "laisse tomber", "nan merci", "never mind", "lass es" })
        {
            await Say("on propose un bureau de 12 m² les mardis");
            await Say(word);
            Assert.Equal("Rien n'attend de réponse.", (await Say("oui")).Text);
        }
    }

    [Fact]
    public async Task An_answer_to_a_meeting_is_turned_round_in_passing()
    {
        var meeting = await Meeting("Atelier compost", "atelier", new DateOnly(2026, 12, 8));
        await Say("je viens à l'atelier du 8 décembre");
        await Say("finalement je ne viens pas");
        await Say("c'est bon");
        Assert.Equal("no", (await Get<Workshops>().MyReplies(Cast.Amina, [meeting]))[meeting.Id].Answer);
    }
}

public sealed class ReplyOnSqlite() : ReplyTests(On.Sqlite);

public sealed class ReplyOnPostgres() : ReplyTests(On.Postgres);
