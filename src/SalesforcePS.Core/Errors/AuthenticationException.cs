namespace SalesforcePS.Core.Errors;

/// <summary>The sign-in was refused, or the session has ended and could not be renewed: signing in anew is the remedy.</summary>
public sealed class AuthenticationException(string message, Exception? innerException = null)
    : SalesforceException(message, innerException);
