using VpBot.Announcing.Pages;
using VpBot.Employers;
using VpBot.Language;
using VpBot.Room;
using VpBot.Room.Pages;

namespace VpBot.Announcing;

public static class AnnouncingSetup
{
    internal static Asset Stylesheet { get; } = Asset.Read("kit.css", "text/css; charset=utf-8", "Announcing");

    /// <summary>The kit: public pages with announcement material. They keep no session and ask nothing.</summary>
    public static WebApplication MapAnnouncing(this WebApplication app)
    {
        RoomAssets.Map(app, Stylesheet);
        app.MapGet("/kit/{employer}", (string employer, EmployerDirectory directory, RoomAddresses addresses, Spoken spoken) => Page<KitPage>(employer, Tongue.Dutch.Code, directory, addresses, spoken));
        app.MapGet("/kit/{employer}/{language}", Page<KitPage>);
        app.MapGet("/kit/{employer}/{language}/poster", Page<PosterPage>);
        app.MapGet("/kit/{employer}/{language}/slide", Page<SlidePage>);
        return app;
    }

    private static IResult Page<TPage>(string employer, string language, EmployerDirectory directory, RoomAddresses addresses, Spoken spoken)
        where TPage : Microsoft.AspNetCore.Components.IComponent
    {
        var tongue = Tongue.All.FirstOrDefault(tongue => tongue.Code == language);
        if (directory.ByKey(employer) is not { } known || tongue is null)
            return new Notices(directory.Provider).NotFound(new Look(tongue ?? Tongue.Dutch, "auto"));
        var (address, heard) = (addresses.ShortLink(known).ToString(), new Heard());
        return RoomPages.Draw<TPage>(new Kit(known, spoken.At(known.Key, tongue.Code).HeardBy(heard), address, QrCode.Of(address)) { Heard = heard });
    }
}
