using System.Security;

namespace SalesforcePS.Core.Authentication;

/// <summary>How a sign-in by browser goes about.</summary>
public sealed record BrowserSignInOptions
{
    /// <summary>The port that the browser comes back to, where the app's callback URL names one; 0 takes a free one.</summary>
    public int RedirectPort { get; init; }

    /// <summary>How long somebody may take to sign in.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The user name that the page is to show; null for none.</summary>
    public string? UserName { get; init; }

    /// <summary>Takes each refresh token, the first one too, to keep it for another time; null keeps them in the session alone.</summary>
    public Func<SecureString, CancellationToken, Task>? OnTokenRefresh { get; init; }

    public TimeProvider Time { get; init; } = TimeProvider.System;
}
