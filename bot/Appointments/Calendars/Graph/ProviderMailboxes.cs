using System.Runtime.InteropServices;
using VpBot.Employers;

namespace VpBot.Appointments.Calendars.Graph;

/// <summary>A mailbox that we may ask about.</summary>
/// <param name="ObjectId">The advisor's Entra object id: the only name of a person that can stand in a path.</param>
/// <param name="Address">The SMTP address, by which a schedule is asked for and answered.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ProviderMailbox(string ObjectId, string Address);

/// <summary>The mailboxes of the external advisors who stand in the settings with a Graph calendar, and nobody else's.</summary>
internal sealed class ProviderMailboxes(EmployerDirectory directory)
{
    /// <exception cref="ForbiddenRequestException">Nobody of that id and object id has a Graph calendar with the provider. Nothing was sent.</exception>
    public ProviderMailbox Of(ExternalAdvisor advisor) =>
        directory.Advisor(advisor.Id) is ExternalAdvisor { Mailbox: { } address } known && IsOurs(known, directory) && known.ObjectId == advisor.ObjectId
            ? new(known.ObjectId, address)
            : throw new ForbiddenRequestException("Graph is asked only about advisors of the provider who stand in the settings with a Graph calendar.");

    /// <summary>As the settings are now: they can be read again.</summary>
    public bool Has(string objectId) => directory.Advisors.Any(advisor => advisor.ObjectId == objectId && IsOurs(advisor, directory));

    private static bool IsOurs(Advisor advisor, EmployerDirectory directory) =>
        advisor is ExternalAdvisor { Mailbox: not null } && directory.IsProvider(advisor.TenantId);
}

/// <summary>A mistake of ours: a request to Graph that we promised never to make. It is thrown before anything is sent.</summary>
public sealed class ForbiddenRequestException(string message) : InvalidOperationException(message);
