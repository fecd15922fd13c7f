using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Sessions;

namespace SalesforcePS.Core.Writing;

/// <summary>Foretells what Salesforce would refuse, as far as describe tells: a dry run, which sends nothing but describe calls.</summary>
public sealed class RecordCheck(SalesforceConnection connection, WriteOptions options)
{
    private readonly EncoderSource encoders = new(connection.Schema, options with { Validate = true }, connection.Time.LocalTimeZone);

    /// <summary>Null where nothing speaks against the record.</summary>
    public async Task<SalesforceException?> FindAsync(InputRecord record, CancellationToken cancellation = default)
    {
        try
        {
            await encoders.EncodeAsync(record, cancellation).ConfigureAwait(false);
            return null;
        }
        catch (SalesforceException refused)
        {
            return refused;
        }
    }
}
