using SalesforcePS.Emulator.Storage;

namespace SalesforcePS.Emulator.Records;

/// <summary>One transaction per call; with AllOrNone a single failure takes all of it back.</summary>
internal static class DmlCall
{
    public static IReadOnlyList<SaveResult> Run(OrgDatabase database, DmlOptions options, Func<SaveResult[]> work)
    {
        SaveResult[] results = [];
        var isKept = database.WriteUnlessRefused(() =>
        {
            results = work();
            return !options.AllOrNone || Array.TrueForAll(results, result => result.Success);
        });
        return isKept ? results : [.. results.Select(RolledBack)];
    }

    // The rows that were good keep the id they would have had (REST API Developer Guide, allOrNone with collections).
    private static SaveResult RolledBack(SaveResult result) =>
        result.Success ? result with { Success = false, Created = false, Errors = [RecordErrors.AllOrNone()] } : result;
}
