using SalesforcePS.Core.Errors;

namespace SalesforcePS.Core.Authentication;

/// <summary>Makes any answer that denies a session an <see cref="AuthenticationException"/>, whatever code it came with.</summary>
internal static class SignInRefusal
{
    public static async Task<T> TranslateAsync<T>(Uri loginUri, Task<T> signIn)
    {
        try
        {
            return await signIn.ConfigureAwait(false);
        }
        catch (SalesforceException refused) when (refused is not AuthenticationException && refused.StatusCode is not null)
        {
            throw new AuthenticationException($"{loginUri.Host} refused the sign-in: {refused.Message} ({refused.ErrorCode}).", refused)
            {
                ErrorCode = refused.ErrorCode,
                StatusCode = refused.StatusCode,
            };
        }
    }
}
