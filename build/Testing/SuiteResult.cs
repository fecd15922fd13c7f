namespace SalesforcePS.Build.Testing;

/// <summary>Counts of one suite; the report says what a person must know of it, and is empty when all is well.</summary>
internal sealed record SuiteResult(int Passed, int Failed, int Skipped, string Report)
{
    public static SuiteResult None { get; } = new(0, 0, 0, "");

    public static SuiteResult LeftOut(int count, string reason) => new(0, 0, count, reason);

    public SuiteResult Plus(SuiteResult other) =>
        new(Passed + other.Passed, Failed + other.Failed, Skipped + other.Skipped, Report);

    public override string ToString() => $"{Passed} passed, {Failed} failed, {Skipped} skipped";
}
