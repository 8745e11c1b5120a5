namespace Ptce.Workspace.Tests;

/// <summary>What is said while something else waits for an answer. Today is Thursday 19 November 2026.</summary>
public abstract class WaitingTests(On on) : ConversationTest(on)
{
    [Theory]
    [InlineData("on a besoin de trombones pour décembre", "2h hier au cotech avec Elips")]
    [InlineData("we need paper clips for December", "2h yesterday at the technical committee with Elips")]
    [InlineData("wir brauchen Büroklammern für Dezember", "gestern 2 Stunden im Fachausschuss mit Elips")]
    [InlineData("On a répondu avec Valoprest à l'appel d'offres de la CAVF", "2h hier au cotech avec Elips")]
    [InlineData("nous avons prêté la salle à Valoprest hier", "2h hier au cotech avec Elips")]
    [InlineData("j'ai animé le copil", "2h hier au cotech avec Elips")]
    [InlineData("mets le budget à l'ordre du jour de l'atelier", "2h hier au cotech avec Elips")]
    public async Task A_whole_sentence_is_heard_for_itself_and_what_waited_is_set_aside_in_plain_words(string waits, string whole)
    {
        await Meeting("Atelier compost", "atelier", new DateOnly(2026, 12, 8));
        await Say(waits);
        Assert.StartsWith($"« {waits} » est mis de côté : rien n'en est noté. ", (await Say(whole)).Text);
        Assert.Equal($"On revient à « {waits} » ?", (await Say("oui")).Then?.Text.Plain());

        var line = Assert.Single(await Logged());
        Assert.Equal((120, "cotech", whole), (line.Minutes, line.Activity, line.Sentence));
        Assert.Equal("D'accord, rien n'est noté.", (await Say("non")).Text);
        Assert.Equal("Rien n'attend de réponse.", (await Say("oui")).Text);
    }

    [Fact]
    public async Task What_was_set_aside_is_taken_up_again_as_it_stood_and_never_offered_twice()
    {
        await SayAll(Cast.Amina, "j'étais au cotech hier avec Elips", "45 min mardi à l'atelier");
        var done = await Say("oui");
        Assert.StartsWith("C'est noté : 45 min", done.Text);
        Assert.Equal("Combien de temps ?", (await Press(done.Then!, "Y revenir")).Text);

        Assert.NotNull((await Say("2h hier au copil")).SetAside);
        Assert.Null((await Say("oui")).Then);
        Assert.Equal([45, 120], (await Logged()).Select(l => l.Minutes).Order());
    }

    [Fact]
    public async Task What_is_offered_again_gives_way_to_anything_else_without_a_word()
    {
        await SayAll(Cast.Amina, "j'étais au cotech hier avec Elips", "45 min mardi à l'atelier", "non");
        var other = await Say("2h hier au copil");
        Assert.Equal("Voici ce que j'ai compris :", other.Text);
        Assert.Null((await Say("oui")).Then);
        Assert.Equal(120, Assert.Single(await Logged()).Minutes);
    }

    [Fact]
    public async Task What_was_just_made_is_still_spoken_of_while_something_else_is_offered_again()
    {
        await Meeting("Atelier du pôle", "atelier", new DateOnly(2026, 12, 8));
        await SayAll(Cast.Amina, "2h hier au cotech", "mets le local à l'ordre du jour de l'atelier", "20 min", "pour décider");
        Assert.NotNull((await Say("oui")).Then);
        Assert.Equal("30 min", Fact(await Say("plutôt 30 min"), "Durée"));
    }

    [Fact]
    public async Task A_question_that_a_button_asks_says_what_it_sets_aside()
    {
        await SayAll(Cast.Amina, "2h hier au cotech avec Elips", "oui");
        var line = Assert.Single(await Logged());
        await Say("30 min hier au copil", Cast.Bruno);
        Assert.StartsWith("« 30 min hier au copil » est mis de côté", (await Say("je conteste", Cast.Bruno, $"line:{line.Id}")).Text);
        Assert.Equal("On revient à « 30 min hier au copil » ?", (await Say("c'était une heure", Cast.Bruno)).Then?.Text.Plain());
    }

    [Theory]
    [InlineData("Je veux parler à quelqu'un")]
    [InlineData("I want to talk to a human")]
    [InlineData("Ich möchte mit jemandem sprechen")]
    [InlineData("je peux parler à la coordinatrice ?")]
    [InlineData("à qui je peux m'adresser ?")]
    [InlineData("who can I talk to")]
    [InlineData("an wen kann ich mich wenden?")]
    public async Task Whoever_asks_for_a_human_is_told_who_coordinates_with_the_address_they_may_read(string said)
    {
        await Say("2h hier au cotech");
        var row = Assert.Single((await Say(said)).Card!.Rows);
        Assert.Equal((Cast.Chloe.Name, false), (row.Title, row.Detail!.Contains('@')));
        Assert.Contains("@", Assert.Single((await Say(said, Cast.Chloe)).Card!.Rows).Detail);
        await Say("oui");
        Assert.Single(await Logged());
    }

    [Theory]
    [InlineData("1h hier pour parler à quelqu'un de la mairie")]
    [InlineData("2 hours yesterday to talk to someone at the town hall")]
    public async Task Time_spent_talking_to_somebody_is_time(string said) =>
        Assert.StartsWith("Voici ce que j'ai compris", (await Say(said)).Text);

    [Theory]
    [InlineData("plutôt dimanche")]
    [InlineData("rather Sunday")]
    [InlineData("lieber Sonntag")]
    [InlineData("no, Sunday")]
    public async Task A_need_that_waits_is_moved_to_another_day(string said)
    {
        await Say("cherche un camion samedi");
        Assert.Contains("22 novembre", Fact(await Say(said), "Quand"));
        await Say("👍");
        Assert.Equal(new DateOnly(2026, 11, 22), Assert.Single((await Get<Offers>().List(Cast.Chloe, new OfferFilter(Sides.Need))).Offers).FromDay);
    }

    [Theory]
    [InlineData("2h finalement")]
    [InlineData("make it 2h")]
    [InlineData("doch lieber 2 Stunden")]
    public async Task A_need_that_waits_is_changed_in_its_length(string said)
    {
        await Say("cherche quelqu'un qui s'y connaît en marchés publics, 3 heures");
        Assert.Equal("2 heures", Fact(await Say(said), "Quantité"));
    }

    [Theory]
    [InlineData("depuis lundi")]
    [InlineData("since Monday")]
    [InlineData("seit Montag")]
    [InlineData("lundi")]
    public async Task Since_when_is_answered_as_it_was_asked(string said)
    {
        Assert.Equal("Depuis quel jour ?", (await Say("On a répondu avec Elips à l'appel d'offres de la CAVF")).Text);
        Assert.StartsWith("lundi 16 novembre", Fact(await Say(said), "Depuis"));
    }

    [Theory]
    [InlineData("deux")]
    [InlineData("two")]
    [InlineData("zwei")]
    [InlineData("2")]
    public async Task A_number_alone_answers_what_was_asked(string said)
    {
        Assert.Equal("Combien de temps ?", (await Say("j'étais au cotech hier")).Text);
        await SayAll(Cast.Amina, said, "oui");
        Assert.Equal(120, Assert.Single(await Logged()).Minutes);

        await Say("nous avons prêté la salle à Elips hier");
        await SayAll(Cast.Amina, said, "oui");
        Assert.Contains(await Logged(), l => l is { Kind: "locaux", Quantity: 2 });
    }

    [Theory]
    [InlineData("la deuxième")]
    [InlineData("the second one")]
    [InlineData("das zweite")]
    [InlineData("le dernier, merci")]
    [InlineData("numéro 2")]
    public async Task One_of_the_answers_offered_is_chosen_by_its_place(string said)
    {
        await SayAll(Cast.Amina, "2h hier au cotech", "oui", "3h hier au cotech", "oui");
        var asked = await Say("supprime ma saisie d'hier au cotech");
        Assert.StartsWith("Laquelle", asked.Text);
        var meant = asked.Card!.Choices[1].Label.Plain();
        await SayAll(Cast.Amina, said, "oui");
        var left = Assert.Single(await Logged());
        Assert.DoesNotContain($"{left.Minutes / 60} h", meant);
    }

    [Fact]
    public async Task A_place_is_no_yes()
    {
        await SayAll(Cast.Amina, "2h hier au cotech", "la première");
        Assert.Empty(await Logged());
    }

    [Theory]
    [InlineData("en fait c'était avec Valoprest")]
    [InlineData("actually it was with Valoprest")]
    [InlineData("eigentlich war es mit Valoprest")]
    public async Task A_correction_that_changes_nothing_of_what_waits_is_not_taken_for_the_last_line(string said)
    {
        var workshop = await Meeting("Atelier compost", "atelier", new DateOnly(2026, 12, 8));
        await SayAll(Cast.Amina, "2h hier au cotech", "oui", "je viens à l'atelier du 8 décembre");
        Assert.StartsWith("Cela ne change rien à ce qui attend ici.", (await Say(said)).Text);
        await Say("oui");
        Assert.Equal(Reply.Yes, (await Get<Workshops>().MyReplies(Cast.Amina, [workshop]))[workshop.Id].Answer);
        Assert.Single(await Logged());
    }

    [Fact]
    public async Task A_question_in_between_leaves_what_waits_waiting()
    {
        await Say("2h hier au cotech");
        await SayAll(Cast.Amina, "combien d'heures ce mois-ci ?", "bonjour", "quand est le prochain atelier ?");
        await Say("oui");
        Assert.Single(await Logged());
    }
}

public sealed class WaitingOnSqlite() : WaitingTests(On.Sqlite);

public sealed class WaitingOnPostgres() : WaitingTests(On.Postgres);
