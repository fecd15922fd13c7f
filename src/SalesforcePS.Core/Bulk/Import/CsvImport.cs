using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Sessions;
using SalesforcePS.Core.Writing;

namespace SalesforcePS.Core.Bulk.Import;

/// <summary>
/// Takes a CSV file into the org through Bulk 2.0, straight from its bytes. Every row of the file ends up in one of two result files, in
/// the file's order. With a journal, an import that broke off is taken up where it was: nothing is sent twice.
/// </summary>
public sealed class CsvImport : IDisposable
{
    private readonly SalesforceConnection connection;
    private readonly ImportPlan plan;
    private readonly ImportMeter meter;

    private CsvImport(SalesforceConnection connection, ImportPlan plan) =>
        (this.connection, this.plan, meter) = (connection, plan, new ImportMeter(plan.Rows));

    /// <summary>The data rows of the file.</summary>
    public long Rows => plan.Rows;

    public ImportProgress Progress => meter.Progress;

    /// <summary>Checks the file, its columns and the journal. Nothing is written, and the org is asked for describe alone.</summary>
    /// <exception cref="ImportException">The import cannot work as it is asked for.</exception>
    public static async Task<CsvImport> PrepareAsync(SalesforceConnection connection, ImportOptions options, CancellationToken cancellation)
    {
        try
        {
            var check = new FieldCheck(connection.Schema, options);
            await check.CheckKeyAsync(cancellation).ConfigureAwait(false);
            var file = await InputFile.OpenAsync(options.Path, options.Encoding, cancellation).ConfigureAwait(false);
            try
            {
                var layout = InputLayout.Read(file, options.Delimiter);
                var columns = await new ColumnPlan(layout.Headers, options, check).BuildAsync(cancellation).ConfigureAwait(false);
                var plan = new ImportPlan(
                    options, SettingsOf(options), file, layout, columns, ResultPaths.For(options), CountRows(file, layout, cancellation))
                {
                    Check = options.Write.Validate ? await RowCheck.CreateAsync(connection, options, columns, cancellation).ConfigureAwait(false) : null,
                };
                CheckState(connection, plan);
                return new CsvImport(connection, plan);
            }
            catch
            {
                file.Dispose();
                throw;
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw FileFailed(exception);
        }
    }

    /// <summary>Sends the rows and writes the result files.</summary>
    /// <exception cref="ImportException">A file cannot be read or written.</exception>
    /// <exception cref="SalesforceException">With a journal: the org cannot be worked with now. The same import can be run again.</exception>
    public async Task<ImportResult> RunAsync(CancellationToken cancellation)
    {
        try
        {
            return await new ImportRun(connection, plan, meter).RunAsync(cancellation).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw FileFailed(exception);
        }
    }

    private static Ingest.IngestSettings SettingsOf(ImportOptions options) =>
        Ingest.IngestSettings.Of(options.Write with { ExternalIdField = options.Write.Operation == RecordOperation.Upsert ? options.Write.ExternalIdField ?? "Id" : null }, options.ObjectType);

    /// <summary>Reads the file once to its end, so that what is wrong with it is known before anything is sent.</summary>
    private static long CountRows(InputFile file, InputLayout layout, CancellationToken cancellation)
    {
        if (layout.FirstRow is not { } first)
            return 0;
        using var rows = new InputRows(file, layout.Delimiter, first);
        long count = 0;
        while (rows.Read())
        {
            if (++count % 10_000 == 0)
                cancellation.ThrowIfCancellationRequested();
        }
        return count;
    }

    private static void CheckState(SalesforceConnection connection, ImportPlan plan)
    {
        var state = plan.Options.StatePath is { } path ? ImportJournal.Peek(path) : null;
        if (state?.Header is { } header)
            JournalCheck.RequireSame(plan.Options.StatePath!, header, plan.HeaderFor(connection));
        else if (!plan.Options.Force && plan.Paths.FindExisting() is { } existing)
            throw new ImportException(
                ImportProblem.ResultsExist, $"'{existing}' is there already, with the outcomes of an earlier import. Move it, give another -ResultDirectory, or overwrite it with -Force.");
    }

    private static ImportException FileFailed(Exception exception) => new(ImportProblem.File, exception.Message, exception);

    public void Dispose() => plan.File.Dispose();
}
