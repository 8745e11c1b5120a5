using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Options;

namespace Ptce.Workspace;

public static class Store
{
    /// <summary>Registers the store, its clock and the keys of its cookies; <see cref="Migrations"/> run before anything is served.</summary>
    public static void AddStore(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = StoreSettings.From(configuration);
        services.AddSingleton(settings);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(s => Db.Open(settings, s.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IXmlRepository, ProtectionKeys>();
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(s =>
            new ConfigureOptions<KeyManagementOptions>(o => o.XmlRepository = s.GetRequiredService<IXmlRepository>()));
        services.AddDataProtection().SetApplicationName("Ptce.Workspace");
    }

    /// <summary>Cookie keys live in the store, so that every node reads every node's cookies and a backup holds them.</summary>
    private sealed class ProtectionKeys(Db db, TimeProvider clock) : IXmlRepository
    {
        public IReadOnlyCollection<XElement> GetAllElements() =>
            [.. db.Read<string>("select xml from protection_keys order by created_at").GetAwaiter().GetResult().Select(XElement.Parse)];

        public void StoreElement(XElement element, string friendlyName) =>
            db.Write(null, tx => tx.Execute("insert into protection_keys (id, xml, created_at) values (@friendlyName, @xml, @now)",
                new { friendlyName, xml = element.ToString(SaveOptions.DisableFormatting), now = clock.GetUtcNow() })).GetAwaiter().GetResult();
    }
}
