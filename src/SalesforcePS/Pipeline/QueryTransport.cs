using System.Management.Automation;
using SalesforcePS.Core.Query;
using SalesforcePS.Errors;
using SalesforcePS.Resources;

namespace SalesforcePS.Pipeline;

/// <summary>Chooses the transport of a query. What the chosen one cannot do is refused by name.</summary>
internal sealed record QueryTransport(SfApi Api)
{
    public bool Raw { get; init; }

    public bool NoWait { get; init; }

    public bool Unordered { get; init; }

    public int? BatchSize { get; init; }

    public int? ThrottleLimit { get; init; }

    public int? PkChunkSize { get; init; }

    /// <summary>What Auto comes to where the options leave no choice; Auto itself where the number of rows decides.</summary>
    public QueryApi Resolved => Api switch
    {
        SfApi.Rest => QueryApi.Rest,
        SfApi.Bulk => QueryApi.Bulk,
        SfApi.Bulk1 => QueryApi.Bulk1,
        _ when PkChunkSize is not null => QueryApi.Bulk1,
        _ when NoWait => QueryApi.Bulk,
        _ when Raw => QueryApi.Rest,
        _ => QueryApi.Auto,
    };

    /// <summary>Why Auto comes to its transport; null where nothing was left to choose, or the number of rows decides.</summary>
    public string? Reason => this switch
    {
        { Api: not SfApi.Auto } => null,
        { PkChunkSize: not null } => TransportNames.Reason(SfApi.Bulk1, nameof(PkChunkSize)),
        { NoWait: true } => TransportNames.Reason(SfApi.Bulk, nameof(NoWait)),
        { Raw: true } => TransportNames.Reason(SfApi.Rest, nameof(Raw)),
        _ => null,
    };

    /// <summary>The error that names the option; null where all can be done.</summary>
    public ErrorRecord? Refusal => (Api, Resolved) switch
    {
        (SfApi.Soap, _) => Refuse(SfApi.Soap, ("Api", "queries go over REST or Bulk")),
        (_, QueryApi.Bulk1) => Refuse(SfApi.Bulk1, BulkLimit()),
        (SfApi.Rest, _) => Refuse(SfApi.Rest, RestLimit()),
        (_, QueryApi.Bulk) => Refuse(SfApi.Bulk, BulkLimit()),
        _ => null,
    };

    private (string Option, string Reason)? RestLimit() => this switch
    {
        { NoWait: true } => (nameof(NoWait), "REST has no jobs to come back to"),
        { Unordered: true } => (nameof(Unordered), "REST gives one page after the other"),
        { ThrottleLimit: > 1 } => (nameof(ThrottleLimit), "REST gives one page after the other"),
        { PkChunkSize: not null } => (nameof(PkChunkSize), "REST does not split a query; Bulk1 does"),
        _ => null,
    };

    private (string Option, string Reason)? BulkLimit() => this switch
    {
        { Raw: true } => (nameof(Raw), "its rows are CSV, which has no shape of Salesforce's own"),
        { BatchSize: not null } => (nameof(BatchSize), "the org itself cuts a job's results into pages"),
        { Api: SfApi.Bulk, PkChunkSize: not null } => (nameof(PkChunkSize), "Bulk 2.0 splits a query by itself; Bulk1 takes a size"),
        { NoWait: true, Unordered: true } => (nameof(Unordered), "with -NoWait no rows come; give it to Receive-SfJob"),
        { NoWait: true, ThrottleLimit: not null } => (nameof(ThrottleLimit), "with -NoWait no rows come; give it to Receive-SfJob"),
        _ => null,
    };

    private static ErrorRecord? Refuse(SfApi api, (string Option, string Reason)? limit) =>
        limit is var (option, reason)
            ? ErrorRecords.Input(nameof(Messages.OptionNotSupported), Messages.OptionNotSupported, option, option, api, reason)
            : null;
}
