using SalesforcePS.Emulator.Storage;

namespace SalesforcePS.Emulator.Records;

/// <summary>One transaction per call; with AllOrNone a single failure takes all of it back.</summary>
internal static class DmlCall
{
    public static IReadOnlyList<SaveResult> Run(OrgDatabase database, DmlOptions options, Func<SaveResult[]> work) =>
        database.Write((connection, transaction) =>
        {
            const string name = "call";
            transaction.Save(name);
            var results = work();
            if (!options.AllOrNone || Array.TrueForAll(results, result => result.Success))
                return results;
            transaction.Rollback(name);
            return [.. results.Select(RolledBack)];
        });

    // The rows that were good keep the id they would have had (REST API Developer Guide, allOrNone with collections).
    private static SaveResult RolledBack(SaveResult result) =>
        result.Success ? result with { Success = false, Created = false, Errors = [RecordErrors.AllOrNone()] } : result;
}
