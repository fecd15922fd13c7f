using System.Net;
using System.Net.Sockets;
using SalesforcePS.Core.Errors;

namespace SalesforcePS.Core.Authentication;

/// <summary>Waits on a port of this machine for the browser to come back from Salesforce with the right state.</summary>
internal sealed class LoopbackListener : IDisposable
{
    private const string CallbackPath = "/callback";

    private readonly TcpListener[] listeners;
    private readonly string state;
    private readonly CancellationTokenSource closing = new();
    private readonly TaskCompletionSource<LoopbackCallback> arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool hasRefused;

    private LoopbackListener(TcpListener[] listeners, string state)
    {
        (this.listeners, this.state) = (listeners, state);
        RedirectUri = $"http://localhost:{((IPEndPoint)listeners[0].LocalEndpoint).Port}{CallbackPath}";
        foreach (var listener in listeners)
            _ = AcceptAsync(listener);
    }

    /// <summary>By name: Salesforce takes plain http for localhost alone.</summary>
    public string RedirectUri { get; }

    /// <summary>What an error is to say beside that nobody came.</summary>
    public string Remark => hasRefused ? "; a callback that did not answer this sign-in was refused" : "";

    /// <param name="port">0 for a free one.</param>
    /// <param name="state">What the callback must bring back.</param>
    /// <exception cref="AuthenticationException">The port is taken.</exception>
    public static LoopbackListener Start(int port, string state)
    {
        try
        {
            var first = Listen(IPAddress.Loopback, port);
            return new LoopbackListener([first, .. SecondOf(((IPEndPoint)first.LocalEndpoint).Port)], state);
        }
        catch (SocketException taken)
        {
            throw new AuthenticationException(
                $"The port {port} of this machine cannot be listened on: {taken.Message}. Give another one that is in a callback URL of the app.", taken)
            {
                ErrorCode = "REDIRECT_PORT_UNUSABLE",
            };
        }
    }

    public Task<LoopbackCallback> WaitAsync(CancellationToken cancellation) => arrived.Task.WaitAsync(cancellation);

    /// <summary>Connections are served each for itself: browsers open some that they never use.</summary>
    private async Task AcceptAsync(TcpListener listener)
    {
        try
        {
            while (true)
                _ = ServeAsync(await listener.AcceptTcpClientAsync(closing.Token).ConfigureAwait(false));
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // It was closed.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        try
        {
            var target = await LoopbackRequest.ReadTargetAsync(client.GetStream(), closing.Token).ConfigureAwait(false);
            if (target?.AbsolutePath != CallbackPath)
                await LoopbackPage.WriteAsync(client.GetStream(), 404, "Not found", "There is nothing here.", closing.Token).ConfigureAwait(false);
            else if (new LoopbackCallback(client, target) is var callback && callback.State == state && arrived.TrySetResult(callback))
                return;
            else
            {
                hasRefused = true;
                await LoopbackPage.WriteAsync(
                    client.GetStream(), 400, "This is not the sign-in that was begun", "Begin again, and use the page that opens then.", closing.Token).ConfigureAwait(false);
            }
        }
        catch (Exception exception) when (exception is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // A connection that broke off is no answer; another one may be.
        }
        client.Dispose();
    }

    private static TcpListener Listen(IPAddress address, int port)
    {
        var listener = new TcpListener(address, port);
        listener.Start();
        return listener;
    }

    /// <summary>A browser may look for localhost under its other address; where there is none the first must do.</summary>
    private static IEnumerable<TcpListener> SecondOf(int port)
    {
        try
        {
            return Socket.OSSupportsIPv6 ? [Listen(IPAddress.IPv6Loopback, port)] : [];
        }
        catch (SocketException)
        {
            return [];
        }
    }

    public void Dispose()
    {
        closing.Cancel();
        foreach (var listener in listeners)
            listener.Dispose();
    }
}
