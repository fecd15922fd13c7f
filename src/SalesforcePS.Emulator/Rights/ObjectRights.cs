namespace SalesforcePS.Emulator.Rights;

/// <summary>What may be done with the records of an object. Create, edit and delete need read, and delete needs edit.</summary>
internal readonly record struct ObjectRights(bool Read, bool Create, bool Edit, bool Delete)
{
    public static readonly ObjectRights All = new(true, true, true, true);
}
