using SalesforcePS.Core.Http;
using Xunit;

namespace SalesforcePS.Core.Tests.Http;

public sealed class ConnectTimeoutTests
{
    /// <summary>The retry rule relies on how the framework's handler reports a connection that does not come about in time.</summary>
    [Fact]
    public async Task HandlersConnectTimeout_SurelyDidNotHappen()
    {
        using var handler = new SocketsHttpHandler
        {
            ConnectTimeout = TimeSpan.FromMilliseconds(1),
            ConnectCallback = static async (_, cancellation) =>
            {
                await Task.Delay(Timeout.Infinite, cancellation);
                return Stream.Null;
            },
        };
        using var http = HttpClientFactory.Create(null, handler);

        var timeout = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => http.GetAsync(new Uri("https://org.my.salesforce.com/")));

        Assert.True(RetryRule.MayRepeat(timeout, RequestSafety.Once));
        Assert.False(RetryRule.MayHaveHappened(timeout));
    }
}
