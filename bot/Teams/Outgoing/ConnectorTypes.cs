namespace VpBot.Teams;

/// <summary>The connector's answer to a message.</summary>
internal sealed record ResourceResponse(string? Id);

internal sealed record ConversationParameters(ChannelAccount Bot, IReadOnlyList<ChannelAccount> Members, string TenantId, ChannelData ChannelData)
{
    public bool IsGroup => false;
}

internal sealed record ErrorResponse(ErrorBody? Error);

internal sealed record ErrorBody(string? Code);

/// <summary>A chat inside an employer's tenant. Only catalogue entries can be sent there.</summary>
internal sealed record EmployerConversation(string Employer, string ServiceUrl, string ConversationId);

/// <summary>Where an advisor is reached: kept sealed, made when the advisor installs the app or writes to it.</summary>
internal sealed record AdvisorConversation(string ServiceUrl, string ConversationId, string UserId);

/// <summary>A catalogue entry on its way to an employer's tenant.</summary>
internal sealed record CatalogueSend(string ServiceUrl, string ConversationId, Catalogue.CatalogueCard Card);
