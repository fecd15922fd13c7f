using SalesforcePS.Core.Http;
using SalesforcePS.Core.Tests.Support;

namespace SalesforcePS.Core.Tests.Http;

internal sealed class CountingTokens : ITokenSource
{
    private AccessToken current = new("token0", new Uri(FakeOrg.Instance));

    public int Renewals { get; private set; }

    public ValueTask<AccessToken> GetAsync(CancellationToken cancellation) => new(current);

    public ValueTask<AccessToken> RenewAsync(AccessToken expired, CancellationToken cancellation) =>
        new(current = current with { Value = $"token{++Renewals}" });
}
