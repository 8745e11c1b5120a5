namespace Ptce.Workspace.Tests;

/// <summary>Lines and digests in words: confirming, contesting, withdrawing, counting, approving.</summary>
public abstract class LedgerTalkTests(On on) : ConversationTest(on)
{
    [Fact]
    public async Task A_line_that_concerns_me_is_confirmed_by_its_button_once()
    {
        await SayAll(Cast.Amina, "2h hier au cotech avec Elips", "oui");

        var asked = await Say("qu'est-ce que j'ai à confirmer ?", Cast.Bruno);
        var row = Assert.Single(asked.Card!.Rows);
        Assert.Equal("2 h · cotech · mercredi 18 novembre", row.Title);
        Assert.StartsWith("Confirmé", (await Press(asked, "Confirmer 2 h", Cast.Bruno)).Text);
        Assert.StartsWith("Confirmé", (await Press(asked, "Confirmer 2 h", Cast.Bruno)).Text);

        Assert.Equal(States.Confirmed, Assert.Single(await Logged()).State);
        Assert.Equal("Rien n'attend votre réponse.", (await Say("j'ai des lignes à confirmer ?", Cast.Bruno)).Text);
    }

    [Fact]
    public async Task Contesting_asks_why_and_takes_the_next_sentence_for_it()
    {
        await SayAll(Cast.Amina, "2h hier au cotech avec Elips", "oui");
        var asked = await Press(await Say("à confirmer", Cast.Bruno), "Contester", Cast.Bruno);
        Assert.Equal(States.Submitted, Assert.Single(await Logged()).State);

        await Say("nous étions là une heure seulement", Cast.Bruno);

        var line = Assert.Single(await Logged());
        Assert.Equal((States.Contested, "nous étions là une heure seulement"), (line.State, line.ContestReason));
    }

    [Theory]
    [InlineData("en fait non")]
    [InlineData("finalement, non rien")]
    [InlineData("actually no")]
    [InlineData("oui")]
    [InlineData("combien d'heures ce mois-ci ?")]
    public async Task What_is_no_reason_contests_nothing(string said)
    {
        await SayAll(Cast.Amina, "2h hier au cotech avec Elips", "oui");
        await Press(await Say("à confirmer", Cast.Bruno), "Contester", Cast.Bruno);
        await Say(said, Cast.Bruno);
        Assert.Equal(States.Submitted, Assert.Single(await Logged()).State);
    }

    [Fact]
    public async Task Whoever_was_asked_why_and_confirms_after_all_has_confirmed()
    {
        await SayAll(Cast.Amina, "2h hier au cotech avec Elips", "oui");
        var list = await Say("à confirmer", Cast.Bruno);
        await Press(list, "Contester", Cast.Bruno);
        var (row, seen) = (list.Card!.Rows[0], list.Card.Version());
        var reply = await Get<Conversations>().Hear(Cast.Bruno, Conversations.Web, "je confirme", new Say("fr"), row.Key, seen: seen);
        Assert.StartsWith("Confirmé", reply.Text);
        Assert.Equal(States.Confirmed, Assert.Single(await Logged()).State);
    }

    [Fact]
    public async Task Nobody_confirms_their_own_line_by_a_key_they_guess()
    {
        await SayAll(Cast.Amina, "2h hier au cotech avec Elips", "oui");
        var line = Assert.Single(await Logged());
        await Say("je confirme", Cast.Amina, $"line:{line.Id}");
        Assert.StartsWith("Cette carte n'attend plus de réponse.", (await Say("je confirme", Cast.Zora, $"line:{line.Id}")).Text);
        Assert.Equal(States.Submitted, Assert.Single(await Logged()).State);
    }

    [Fact]
    public async Task A_line_named_by_its_day_is_shown_and_withdrawn()
    {
        await SayAll(Cast.Amina, "2h hier au cotech", "oui", "3h lundi au copil", "oui");
        var shown = await Say("supprime ma saisie de lundi");
        Assert.Contains("copil", Fact(shown, "La ligne"));
        await Press(shown, "Retirer la ligne");
        Assert.Equal("cotech", Assert.Single(await Logged()).Activity);
        Assert.Equal("Je ne vois pas de ligne de vous qui corresponde.", (await Say("supprime ma saisie de lundi")).Text);
    }

    [Fact]
    public async Task Several_lines_that_fit_are_asked_about()
    {
        await SayAll(Cast.Amina, "2h hier au cotech", "oui", "1h hier au copil", "oui");
        Assert.Equal("Laquelle de ces lignes ?", (await Say("supprime ma saisie d'hier")).Text);
        var shown = await Say("celle du copil");
        Assert.Contains("copil", Fact(shown, "La ligne"));
        await Say("oui");
        Assert.Equal("cotech", Assert.Single(await Logged()).Activity);
    }

    [Fact]
    public async Task The_last_line_can_be_said_right_in_its_day_and_its_party()
    {
        await SayAll(Cast.Amina, "3h hier au cotech", "oui");
        await SayAll(Cast.Amina, "en fait c'était mardi", "oui");
        await SayAll(Cast.Amina, "corrige : avec Elips", "oui");
        var line = Assert.Single(await Logged());
        Assert.Equal((new DateOnly(2026, 11, 17), 180L, "Elips"), (line.Day, line.Minutes, line.Parties.Single().Name));
    }

    [Fact]
    public async Task My_week_is_told_by_kind_and_by_day()
    {
        await SayAll(Cast.Amina, "2h hier au cotech", "oui", "3h lundi au copil", "oui", "1h lundi 9 novembre au copil", "oui");
        var told = await Say("ma semaine en heures");
        Assert.Contains("5 h", told.Text);
        Assert.Equal(["lundi 16 novembre · 3 h", "mercredi 18 novembre · 2 h"], told.Card!.Rows.Select(r => r.Title));
        Assert.Equal("temps salarié donné", Assert.Single(told.Card.Facts).Label);
        Assert.Contains("1 h", (await Say("combien d'heures au copil le 9 novembre ?")).Text);
    }

    [Fact]
    public async Task A_length_said_for_a_week_is_shared_over_its_days_and_shown_so()
    {
        Assert.Equal("Quel jour ?", (await Say("2 x 3h la semaine dernière sur la charte")).Text);
        await Say("lundi 9 et mardi 10");
        await Say("oui");
        Assert.Equal([(new DateOnly(2026, 11, 10), 180L), (new DateOnly(2026, 11, 9), 180L)], (await Logged()).Select(l => (l.Day, l.Minutes)));
    }

    [Fact]
    public async Task Yes_but_is_a_change_and_not_a_yes()
    {
        await Say("3h hier au cotech");
        await Say("oui mais 2h");
        Assert.Empty(await Logged());
        await Say("oui");
        Assert.Equal(120, Assert.Single(await Logged()).Minutes);
    }

    [Fact]
    public async Task A_question_in_between_leaves_what_waits()
    {
        var waiting = await Say("3h hier au cotech");
        Assert.Contains("rien n'est noté par vous", (await Say("combien d'heures ce mois-ci ?")).Text);
        Assert.Equal(waiting.Card!.Key, (await Get<Conversations>().Waiting(Cast.Amina, Conversations.Web))!.Reply!.Card!.Key);
        await Say("oui");
        Assert.Single(await Logged());
    }

    [Fact]
    public async Task A_digest_is_approved_by_the_hash_that_was_shown()
    {
        await SayAll(Cast.Amina, "2h de bénévolat hier au cotech avec Elips", "oui");
        await Get<Contributions>().Confirm(Cast.Bruno, (await Logged())[0].Id);
        await Get<Contributions>().Validate(Cast.David, (await Logged())[0].Id);
        var digest = await Get<Digests>().Compile(await Get<Digests>().Ask(Cast.Chloe, new(2026, 11, 1), new(2026, 11, 18)));
        await Get<Digests>().OpenReview(Cast.Chloe, digest.Id);
        digest = await Get<Digests>().One(Cast.Chloe, digest.Id);

        Assert.Equal("Aucun bilan n'attend votre accord.", (await Say("le bilan à approuver")).Text);
        var shown = await Say("le bilan à approuver", Cast.Bruno);
        Assert.Equal(("2 h", digest.Hash), (Fact(shown, "Heures"), Fact(shown, "Empreinte")));
        Assert.Contains("changé", (await Say("j'approuve", Cast.Bruno, $"digest:{digest.Id}:{new string('0', 64)}")).Text);

        await Press(shown, "Approuver", Cast.Bruno);
        Assert.False(await Get<Digests>().MayVote(Cast.Bruno, await Get<Digests>().One(Cast.Bruno, digest.Id)));
    }

    [Fact]
    public async Task A_digest_is_returned_with_a_reason()
    {
        await SayAll(Cast.Amina, "2h hier au cotech avec Elips", "oui");
        var digest = await Get<Digests>().Compile(await Get<Digests>().Ask(Cast.Chloe, new(2026, 11, 1), new(2026, 11, 18)));
        await Get<Digests>().OpenReview(Cast.Chloe, digest.Id);
        await Press(await Say("le bilan à approuver", Cast.Bruno), "Renvoyer", Cast.Bruno);
        await Say("il manque les ateliers", Cast.Bruno);
        digest = await Get<Digests>().One(Cast.Chloe, digest.Id);
        Assert.Equal((Digest.Returned, "il manque les ateliers"), (digest.State, digest.ReturnReason));
    }
}

public sealed class LedgerTalkOnSqlite() : LedgerTalkTests(On.Sqlite);

public sealed class LedgerTalkOnPostgres() : LedgerTalkTests(On.Postgres);
