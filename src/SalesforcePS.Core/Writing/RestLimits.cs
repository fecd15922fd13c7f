using System.Globalization;
using SalesforcePS.Core.Sessions;

namespace SalesforcePS.Core.Writing;

/// <summary>What a write asks for that REST's sObject collections have no way to say; it is refused by name, never left out.</summary>
public static class RestLimits
{
    // The versions that brought sObject collections, their upsert, and the duplicate rule header (api-rest).
    private const decimal Collections = 42, Upsert = 46, DuplicateRuleHeader = 52;

    /// <summary>The option that REST does not have, and the reason; null where it can do it all.</summary>
    public static (string Option, string Reason)? Find(SalesforceConnection connection, WriteOptions options)
    {
        var version = decimal.Parse(connection.ApiVersion, CultureInfo.InvariantCulture);
        return options switch
        {
            { AllowFieldTruncation: true } => (nameof(options.AllowFieldTruncation), "REST has no field truncation header; SOAP has (-Api Soap)"),
            { Serial: true } => (nameof(options.Serial), "REST sends one request at a time already"),
            { DisableBatchRetry: true } => (nameof(options.DisableBatchRetry), "REST has no batches that the org tries again"),
            { Hard: true } => (nameof(options.Hard), "REST deletes into the recycle bin"),
            { Operation: RecordOperation.Upsert, IsKeyedById: true } => (nameof(options.ExternalIdField), "REST upserts by external ids alone, not by Id; SOAP does (-Api Soap)"),
            { AllowDuplicates: true } when version < DuplicateRuleHeader => (nameof(options.AllowDuplicates), Needs(DuplicateRuleHeader)),
            { Operation: RecordOperation.Upsert } when version < Upsert => ("Api", Needs(Upsert)),
            _ when version < Collections => ("Api", Needs(Collections)),
            _ => null,
        };

        string Needs(decimal needed) => $"REST has it from API {needed}.0 on, and the session has {connection.ApiVersion}";
    }
}
