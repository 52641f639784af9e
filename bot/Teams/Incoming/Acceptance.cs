using VpBot.Employers;

namespace VpBot.Teams.Incoming;

/// <summary>What must be true of an activity before anything is done with it.</summary>
internal sealed class Acceptance(TeamsSettings settings, EmployerDirectory directory)
{
    public Refusal? Judge(Activity activity, string tokenServiceUrl)
    {
        // A form that HR opens comes from any kind of chat, and from some without saying which. It only has to be of one tenant.
        var announces = ComposeExtension.IsAsked(activity);
        if (string.IsNullOrEmpty(activity.Type) || string.IsNullOrEmpty(activity.Id) || (!announces && string.IsNullOrEmpty(activity.Conversation?.Id)))
            return Refusal.Malformed;
        if (activity.ServiceUrl is null || activity.ServiceUrl != tokenServiceUrl)
            return Refusal.WrongServiceUrl;
        if (activity.ChannelId != "msteams")
            return Refusal.WrongChannel;
        if (!IsServiceHost(activity.ServiceUrl))
            return Refusal.ForeignServiceHost;
        var tenant = activity.ChannelData?.Tenant?.Id;
        if (!SameTenant(announces ? activity.Conversation?.TenantId ?? tenant : activity.Conversation!.TenantId, tenant))
            return Refusal.TenantMismatch;
        if (!directory.IsOnContract(tenant))
            return Refusal.ForeignTenant;
        if (!announces && activity.Conversation!.ConversationType != "personal")
            return Refusal.NotPersonal;
        return string.IsNullOrEmpty(activity.From?.Id) || string.IsNullOrEmpty(activity.From.AadObjectId) ? Refusal.NoSender : null;
    }

    private bool IsServiceHost(string serviceUrl) =>
        Uri.TryCreate(serviceUrl, UriKind.Absolute, out var uri)
        // A path such as //127.0.0.1/ is an address too, of a file: only the web counts, and without TLS only this machine.
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))
        && string.IsNullOrEmpty(uri.UserInfo)
        && settings.ServiceHosts.Contains(uri.Host, StringComparer.OrdinalIgnoreCase);

    private static bool SameTenant(string? conversation, string? channel) =>
        !string.IsNullOrEmpty(conversation) && string.Equals(conversation, channel, StringComparison.OrdinalIgnoreCase);
}
