namespace SalesforcePS.Emulator.Users;

/// <summary>The password policies that a new org has: length and a mix of letters and digits; not the password before.</summary>
internal static class PasswordPolicy
{
    private const string Code = "INVALID_NEW_PASSWORD";
    private const int Shortest = 8;

    public static void Check(string password, string former)
    {
        if (password.Length < Shortest)
            throw new ApiException(Code, FormattableString.Invariant($"Your password must be at least {Shortest} characters long."));
        if (!IsMixed(password))
            throw new ApiException(Code, "Your password must include letters and numbers");
        if (password == former)
            throw new ApiException(Code, "invalid repeated password");
    }

    public static bool IsMixed(string password) => password.Any(char.IsLetter) && password.Any(char.IsDigit);
}
