namespace SalesforcePS.Core.Http;

/// <summary>Gives the session's token and renews it when Salesforce has ended it.</summary>
internal interface ITokenSource
{
    ValueTask<AccessToken> GetAsync(CancellationToken cancellation);

    /// <summary>Renews the token unless somebody has done so since <paramref name="expired"/> was read.</summary>
    /// <exception cref="Errors.AuthenticationException">The sign-in cannot be repeated, or was refused.</exception>
    ValueTask<AccessToken> RenewAsync(AccessToken expired, CancellationToken cancellation);
}
