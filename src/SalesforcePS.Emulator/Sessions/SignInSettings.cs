namespace SalesforcePS.Emulator.Sessions;

/// <summary>The rules as they are now; a test may change them while the emulator runs.</summary>
internal sealed class SignInSettings
{
    private readonly object changing = new();
    private readonly SignInRules initial;
    private volatile SignInRules current;

    public SignInSettings(SignInRules initial) => this.initial = current = initial;

    public SignInRules Current => current;

    public void Change(Func<SignInRules, SignInRules> change)
    {
        lock (changing)
            current = change(current);
    }

    public void Reset() => current = initial;
}
