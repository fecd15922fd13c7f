using System.Text;
using SalesforcePS.Core.Bulk.Import;
using SalesforcePS.Core.Writing;

namespace SalesforcePS.Core.Tests.Bulk.Import;

/// <summary>A folder with a file to import, which goes when the test is over.</summary>
internal sealed class ImportFolder : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    public ImportFolder(string csv, Encoding? encoding = null)
        : this([.. (encoding ?? new UTF8Encoding(false)).Preamble, .. (encoding ?? Encoding.UTF8).GetBytes(csv)])
    {
    }

    public ImportFolder(byte[] csv) => File.WriteAllBytes(Input, csv);

    public string Input => Path.Combine(folder, "accounts.csv");

    public string Journal => Path.Combine(folder, "accounts.state");

    public string Success => Path.Combine(folder, "accounts.success.csv");

    public string Error => Path.Combine(folder, "accounts.error.csv");

    public ImportOptions Insert(int rowsPerJob = 50_000, bool resumable = false) =>
        new(Input, "Account", new WriteOptions(RecordOperation.Insert) { RowsPerJob = rowsPerJob, ThrottleLimit = 1 }) { StatePath = resumable ? Journal : null };

    public string PathOf(string name, string content)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, content);
        return path;
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
