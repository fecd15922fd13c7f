namespace SalesforcePS.Emulator.Rights;

/// <summary>Field-level security: a field that may not be read is as good as none.</summary>
internal readonly record struct FieldRights(bool Read, bool Edit)
{
    public static readonly FieldRights All = new(true, true);
}
