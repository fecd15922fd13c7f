using SalesforcePS.Emulator.Schema;
using SalesforcePS.Emulator.Storage;

namespace SalesforcePS.Emulator.Records;

internal sealed class RecordReader(OrgDatabase database)
{
    /// <summary>One entry per id, in order; null where there is no such record or it is deleted.</summary>
    public IReadOnlyList<StoredRecord?> Retrieve(SObjectType type, IReadOnlyList<SObjectField> fields, IReadOnlyList<string> ids) =>
        throw new NotSupportedException($"{database}");
}
