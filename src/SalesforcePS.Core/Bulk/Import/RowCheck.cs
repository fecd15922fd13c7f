using System.Text;
using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Schema;
using SalesforcePS.Core.Sessions;
using SalesforcePS.Core.Writing;

namespace SalesforcePS.Core.Bulk.Import;

/// <summary>Holds rows against describe before they are sent, as <see cref="RecordValidator"/> holds records.</summary>
internal sealed class RowCheck
{
    private readonly ImportOptions options;
    private readonly RecordEncoder encoder;
    private readonly RecordValidator validator;
    private readonly (string Name, int Source, string? Constant)[] columns;

    private RowCheck(SalesforceConnection connection, ImportOptions options, ObjectDescription description, IReadOnlyList<UploadColumn> columns)
    {
        this.options = options;
        encoder = new RecordEncoder(description, options.Write, new FieldValueEncoder(connection.Time.LocalTimeZone));
        validator = new RecordValidator(connection.Schema, options.Write);
        this.columns = [.. columns.Select(column => (column.Name, column.Source, column.Constant is null ? null : Encoding.UTF8.GetString(column.Constant)))];
    }

    /// <summary>Asks the org for what rows are held against, so that no row costs a call.</summary>
    public static async Task<RowCheck> CreateAsync(
        SalesforceConnection connection, ImportOptions options, IReadOnlyList<UploadColumn> columns, CancellationToken cancellation)
    {
        var description = await connection.Schema.GetAsync(options.ObjectType, cancellation).ConfigureAwait(false);
        if (columns.Any(column => description.FindField(column.Name) is { Type: FieldType.Reference }))
            await connection.Schema.GetObjectsAsync(cancellation).ConfigureAwait(false);
        return new RowCheck(connection, options, description, columns);
    }

    /// <summary>Why Salesforce would refuse the row; null where nothing speaks against it.</summary>
    public string? FindFault(InputRows row)
    {
        var fields = new KeyValuePair<string, object?>[columns.Length];
        for (var i = 0; i < fields.Length; i++)
        {
            var text = columns[i].Constant ?? row.Text(columns[i].Source);
            fields[i] = new(columns[i].Name, text == BulkCsv.Null ? null : text);
        }

        var record = new InputRecord(row, options.ObjectType, fields);
        try
        {
            var encoded = options.Write.IsOfIdsAlone ? EncoderSource.EncodeId(record) : encoder.Encode(record);
            return validator.Find(encoded) is { Count: > 0 } errors ? TextOf(errors) : null;
        }
        catch (RecordException unusable)
        {
            return TextOf(unusable.Errors);
        }
    }

    /// <summary>As the org's own refusals stand in the error file.</summary>
    private static string TextOf(IEnumerable<RecordError> errors) => string.Join("; ", errors);
}
