using SalesforcePS.Core.Bulk.Query;
using SalesforcePS.Core.Query;

namespace SalesforcePS.Core.Tests.Bulk.Query;

/// <summary>A folder for one test's exports.</summary>
internal sealed class ExportFolder : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    public string Target => Path.Combine(folder, "out.csv");

    public string Partial => Target + ".partial";

    public string State => Partial + ".json";

    public List<string> Warnings { get; } = [];

    public IEnumerable<string> Files => Directory.EnumerateFiles(folder).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal);

    public async Task<ExportProgress> RunAsync(QueryOrg org, string soql, ExportOptions? options = null, int stopAfterRows = int.MaxValue)
    {
        using var connection = await org.Fake.ConnectAsync();
        var export = new QueryExport(connection, (options ?? new ExportOptions(Target)) with { Warn = Warnings.Add });
        ExportProgress last = null!;
        await foreach (var step in export.RunAsync(soql, new QueryOptions()))
        {
            last = step;
            if (step.Rows >= stopAfterRows)
                break;
        }
        return last;
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
