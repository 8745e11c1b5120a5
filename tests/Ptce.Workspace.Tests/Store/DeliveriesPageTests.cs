using System.Net;

namespace Ptce.Workspace.Tests;

public sealed class DeliveriesPageTests
{
    [Fact]
    public async Task What_could_not_be_sent_is_shown_with_its_cause_to_the_cell_and_retried_by_a_button()
    {
        await using var app = await App.Start();
        var page = $"/p/{app.Cast.Pole.Slug}/envois";
        await app.Db.Write(null, async tx =>
        {
            await tx.Owe("mail", "sign_in", "a link", recipientId: app.Cast.Amina.PersonId);
            await tx.Execute("update deliveries set parked_at = @Now, attempts = 8, error = 'the mail server is away'", new { tx.Now });
        });
        var chloe = app.SignedIn(app.Cast.Chloe);

        var shown = await chloe.Page(page);
        Assert.Contains("the mail server is away", shown.Body!.TextContent);
        Assert.Contains("lien de connexion", shown.Body.TextContent);

        var id = await app.Db.One<string>("select id from deliveries");
        Assert.Equal(HttpStatusCode.Redirect, (await chloe.Post(page, new() { ["id"] = id })).StatusCode);
        Assert.Equal(1, await app.Db.One<long>("select count(*) from deliveries where parked_at is null"));

        Assert.Equal(HttpStatusCode.Forbidden, (await app.SignedIn(app.Cast.Amina).GetAsync(page)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await app.SignedIn(app.Cast.Zora).GetAsync(page)).StatusCode);
    }
}
