using System.Text.RegularExpressions;

namespace Ptce.Workspace.Tests;

/// <summary>What is spoken of without its name: one line of several, one thing of a list, the meeting just told. Today is Thursday 19 November 2026.</summary>
public abstract class SpokenOfTests(On on) : ConversationTest(on)
{
    [Theory]
    [InlineData("lundi 2h au copil et mardi 1h à l'atelier", "pas mardi, mercredi")]
    [InlineData("2h Monday at the steering committee and 1h Tuesday at the workshop", "not Tuesday, Wednesday")]
    [InlineData("Montag 2 Stunden im Lenkungsausschuss und Dienstag 1 Stunde im Workshop", "nicht Dienstag, Mittwoch")]
    public async Task A_day_taken_back_moves_the_line_of_that_day_and_no_other(string sentence, string said)
    {
        await SayAll(Cast.Amina, sentence, said, "oui");
        Assert.Equal([(new(2026, 11, 16), "copil", 120), (new(2026, 11, 18), "atelier", 60)], (await Logged()).OrderBy(l => l.Day).Select(l => (l.Day, l.Activity!, l.Minutes)));
    }

    [Theory]
    [InlineData("plutôt vendredi", "la première", "13 copil 120, 17 atelier 60")]
    [InlineData("plutôt vendredi", "celle de l'atelier", "13 atelier 60, 16 copil 120")]
    [InlineData("3h finalement", "mardi", "16 copil 120, 17 atelier 180")]
    [InlineData("make it 30 min", "all of them", "16 copil 30, 17 atelier 30")]
    public async Task A_change_that_may_be_of_any_line_is_asked_about_and_made_to_the_one_named(string change, string answer, string lines)
    {
        await Say("lundi 2h au copil et mardi 1h à l'atelier");
        var asked = await Say(change);
        Assert.Equal("De quelle ligne parlez-vous ?", asked.Text);
        Assert.Equal(["copil · lundi 16 novembre · 2 h", "atelier · mardi 17 novembre · 1 h", "toutes", "Ne pas noter"], asked.Card!.Choices.Select(c => c.Label.Plain()));
        await SayAll(Cast.Amina, answer, "oui");
        Assert.Equal(lines, string.Join(", ", (await Logged()).OrderBy(l => l.Day).Select(l => $"{l.Day.Day} {l.Activity} {l.Minutes}")));
    }

    [Fact]
    public async Task What_was_listed_is_spoken_of_by_its_place_and_answered_in_the_words_of_its_button()
    {
        foreach (var hours in new[] { 2, 3 })
            await Get<Contributions>().Log(Cast.Bruno, [new(Today.AddDays(-hours), hours * 60, Kinds.Default, "cotech", PartyIds: [Cast.Organisation("Val Horizon")])], "web");
        var listed = await Say("qu'est-ce que j'ai à confirmer ?");
        Assert.Equal(2, listed.Card!.Rows.Count);
        Assert.Equal("Rien n'attend de réponse.", (await Say("oui")).Text); // two things: a yes is to none of them
        await Say("qu'est-ce que j'ai à confirmer ?");
        await Say("merci");
        var second = await Say("la deuxième");
        Assert.Equal(("Est-ce exact ?", listed.Card.Rows[1].Title), (second.Text, second.Card!.Title));
        Assert.StartsWith("Confirmé", (await Say("oui")).Text);
        Assert.StartsWith("Confirmé", (await Say("je confirme")).Text); // the one that is left
        Assert.Empty(await Get<Contributions>().WaitingForMe(Cast.Amina, 5));
    }

    [Fact]
    public async Task A_place_among_answers_that_are_no_days_is_no_day()
    {
        await Meeting("Atelier compost", "atelier", new DateOnly(2026, 12, 8));
        await SayAll(Cast.Amina, "mets le local à l'ordre du jour de l'atelier", "20 min");
        Assert.Equal("discuter", Fact(await Say("le deuxième"), "But"));
    }

    public static TheoryData<string, string[]> Sentences => new()
    {
        { "fr", ["1h hier au cotech", "nous avons prêté la salle à Elips hier de 14h à 16h", "on propose un bureau les mardis", "On a répondu hier avec Elips à l'appel d'offres de la CAVF", "je viens à l'atelier du 8 décembre", "mets le local à l'ordre du jour de l'atelier, 20 min, pour discuter"] },
        { "en", ["1h yesterday at the technical committee", "we lent our room to Elips yesterday from 2pm to 4pm", "we offer an office on Tuesdays", "we answered CAVF's call for tenders with Elips last week", "I'm coming to the workshop on 8 December", "put the premises on the agenda of the workshop, 20 min"] },
        { "de", ["gestern 1 Stunde im Fachausschuss", "wir haben gestern von 14 bis 16 Uhr unseren Saal an Elips verliehen", "wir bieten dienstags ein Büro", "ich komme zum Workshop am 8. Dezember", "setz das Lokal auf die Tagesordnung des Workshops, 20 Min."] },
    };

    [Theory, MemberData(nameof(Sentences))]
    public async Task What_a_card_says_can_be_changed_can_be_changed_so(string language, string[] sentences)
    {
        await Meeting("Atelier compost", "atelier", new DateOnly(2026, 12, 8));
        await Meeting("Copil", "copil", new DateOnly(2026, 12, 9));
        var say = new Say(language);
        var mute = new List<string>();
        foreach (var sentence in sentences)
        {
            var card = await Hear(sentence);
            while (card.Card!.Note is null && card.Card.Choices.Count > 1) card = await Hear(card.Card.Choices[0].Says);
            foreach (var change in Regex.Matches(card.Card.Note ?? "", "[«“„]\\s?(.+?)\\s?[»”“]").Select(m => m.Groups[1].Value.Plain()))
            {
                var changed = await Hear(change);
                if (changed.Card?.Key != card.Card!.Key || changed.Card!.Version() == card.Card.Version()) mute.Add($"{sentence} → {change} → {changed.Text}");
                card = changed.Card?.Note is null ? await Hear(sentence) : changed;
            }
        }
        Assert.True(mute.Count == 0, string.Join("\n", mute));

        async Task<BotReply> Hear(string text) => await Get<Conversations>().Hear(Cast.Amina with { Language = language }, Conversations.Web, text, say);
    }

    [Fact]
    public async Task What_nobody_understands_leaves_the_card_and_says_so_and_what_waited_a_day_is_told_by_name()
    {
        var card = (await Say("2h hier au cotech")).Card!.Key;
        Assert.StartsWith("Cela, je ne l'ai pas compris. ", (await Say("patati zzz")).Text);
        Clock.Advance(TimeSpan.FromHours(25));
        Assert.StartsWith("« 2h hier au cotech » a attendu plus d'un jour", (await Say("oui", key: card)).Text);
        Assert.Equal("Rien n'attend de réponse.", (await Say("oui")).Text);
        Assert.Empty(await Logged());
    }

    [Fact]
    public async Task What_changes_nothing_is_said_to_change_nothing()
    {
        await Say("nous avons prêté la salle à Elips hier de 14h à 17h");
        Assert.StartsWith("Cela n'y change rien. ", (await Say("hier")).Text);
        await Say("oui");
        Assert.Single(await Logged());
    }
}

public sealed class SpokenOfOnSqlite() : SpokenOfTests(On.Sqlite);

public sealed class SpokenOfOnPostgres() : SpokenOfTests(On.Postgres);
