using VpBot.Playground;
using VpBot.Teams;
using VpBot.Teams.Incoming;
using VpBot.Tests.Storage;
using VpBot.Tests.Support;

namespace VpBot.Tests.Teams.Incoming;

/// <summary>A token that was checked before is not checked in full again; nothing else gains by that.</summary>
[Collection(IncomingPlayground.Name)]
public sealed class CheckedTokensTests(PlaygroundFixture fixture)
{
    private readonly ManualClock _clock = new();

    [Fact]
    public async Task A_token_that_comes_again_is_not_checked_in_full_again()
    {
        var authentication = Authentication(fixture.Server.AppId);
        var token = Token();
        var first = await authentication.CheckAsync(token);
        Assert.IsType<TokenCheck.Good>(first);
        Assert.Same(first, await authentication.CheckAsync(token));
    }

    [Fact]
    public async Task A_token_that_was_good_before_is_refused_once_it_has_ended_and_before_it_begins()
    {
        var authentication = Authentication(fixture.Server.AppId);
        var token = Token();
        Assert.IsType<TokenCheck.Good>(await authentication.CheckAsync(token));
        _clock.Pass(TimeSpan.FromMinutes(65));
        Assert.IsType<TokenCheck.Good>(await authentication.CheckAsync(token));
        _clock.Pass(TimeSpan.FromSeconds(1));
        Assert.IsType<TokenCheck.Bad>(await authentication.CheckAsync(token));
        _clock.Pass(TimeSpan.FromHours(-3));
        Assert.IsType<TokenCheck.Bad>(await authentication.CheckAsync(token));
    }

    [Fact]
    public async Task A_token_with_one_letter_changed_gains_nothing_from_the_one_that_was_good()
    {
        var authentication = Authentication(fixture.Server.AppId);
        var token = Token();
        Assert.IsType<TokenCheck.Good>(await authentication.CheckAsync(token));
        foreach (var at in (int[])[5, token.IndexOf('.') + 9, token.LastIndexOf('.') + 9])
            Assert.IsType<TokenCheck.Bad>(await authentication.CheckAsync($"{token[..at]}{(token[at] == 'A' ? 'B' : 'A')}{token[(at + 1)..]}"));
        Assert.IsType<TokenCheck.Bad>(await authentication.CheckAsync(token[..token.LastIndexOf('.')] + "."));
    }

    [Fact]
    public async Task A_token_for_another_audience_gains_nothing_from_one_that_was_good()
    {
        const string other = "40000000-0000-4000-8000-000000000005";
        var authentication = Authentication(fixture.Server.AppId);
        Assert.IsType<TokenCheck.Good>(await authentication.CheckAsync(Token()));
        for (var again = 0; again < 2; again++)
            Assert.IsType<TokenCheck.Bad>(await authentication.CheckAsync(Token(other)));
        Assert.IsType<TokenCheck.Bad>(await Authentication(other).CheckAsync(Token()));
    }

    [Fact]
    public void What_was_checked_with_other_published_keys_counts_no_more()
    {
        var (before, now) = (new object(), new object());
        var tokens = new CheckedTokens();
        tokens.Keep("token", before, new(null, DateTime.MaxValue.AddDays(-1)), new("https://smba.trafficmanager.net/emea/"));
        Assert.NotNull(tokens.Find("token", before, DateTime.UnixEpoch));
        Assert.Null(tokens.Find("token", now, DateTime.UnixEpoch));
    }

    [Fact]
    public void Of_many_tokens_only_some_are_remembered()
    {
        var keys = new object();
        var tokens = new CheckedTokens();
        string[] many = [.. Enumerable.Range(0, (3 * CheckedTokens.Most) + 1).Select(index => $"token {index}")];
        foreach (var token in many)
            tokens.Keep(token, keys, new(null, DateTime.MaxValue.AddDays(-1)), new("https://smba.trafficmanager.net/emea/"));
        Assert.InRange(many.Count(token => tokens.Find(token, keys, DateTime.UnixEpoch) is not null), 1, CheckedTokens.Most);
        Assert.NotNull(tokens.Find(many[^1], keys, DateTime.UnixEpoch));
    }

    private string Token(string? audience = null) =>
        fixture.Server.Tokens.Issue(new ChannelToken { Audience = audience, NotBefore = _clock.GetUtcNow(), Expires = _clock.GetUtcNow().AddMinutes(60) });

    private ChannelAuthentication Authentication(string appId)
    {
        var metadata = fixture.Server.EnvironmentFor(fixture.Server.Address, "")["Teams__TokenMetadataAddress"];
        return new(new TeamsSettings { TokenMetadataAddress = metadata, AppId = appId }, _clock);
    }
}
