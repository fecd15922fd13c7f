using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SalesforcePS.Core.Sessions;

namespace SalesforcePS.Core.Bulk.Import;

/// <summary>An import that may begin: file, form and columns are known to fit.</summary>
internal sealed record ImportPlan(
    ImportOptions Options, Ingest.IngestSettings Settings, InputFile File, InputLayout Layout, IReadOnlyList<UploadColumn> Columns, ResultPaths Paths, long Rows)
{
    /// <summary>Holds the rows against describe; null where that is left to the org.</summary>
    public RowCheck? Check { get; init; }

    public JournalHeader HeaderFor(SalesforceConnection connection) => new(
        1, File.Path, File.Length, File.Modified, connection.User.OrganizationId, Settings.ObjectType, Settings.Operation, Fingerprint(), Paths.Success, Paths.Error);

    private string Fingerprint()
    {
        var text = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"{Settings.ExternalIdField}|{Settings.AssignmentRuleId}|{Options.Write.ClearBlank}|{(int)Layout.Delimiter}|{File.Encoding.WebName}");
        if (Check is not null)
            text.Append("|validated");
        foreach (var column in Columns)
            text.Append(CultureInfo.InvariantCulture, $"\n{column.Name}={column.Source}:{Convert.ToHexString(column.Constant ?? [])}");
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
