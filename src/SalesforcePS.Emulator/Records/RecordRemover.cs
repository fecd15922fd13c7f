using SalesforcePS.Emulator.Storage;

namespace SalesforcePS.Emulator.Records;

/// <summary>Moves records to the recycle bin and back.</summary>
internal sealed class RecordRemover(OrgDatabase database, TimeProvider time)
{
    public IReadOnlyList<SaveResult> Delete(RequestUser user, IReadOnlyList<string> ids, DmlOptions options) =>
        throw new NotSupportedException($"{database} {time}");

    public IReadOnlyList<SaveResult> Undelete(RequestUser user, IReadOnlyList<string> ids, DmlOptions options) =>
        throw new NotSupportedException($"{database} {time}");
}
