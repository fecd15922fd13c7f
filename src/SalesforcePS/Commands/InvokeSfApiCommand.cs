using System.Collections;
using System.Management.Automation;
using SalesforcePS.Binding;
using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Rest;
using SalesforcePS.Errors;
using SalesforcePS.Pipeline;
using SalesforcePS.Resources;

namespace SalesforcePS.Commands;

/// <summary>Calls any REST resource of the org with the session's sign-in, retries and errors.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "SfApi", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium, DefaultParameterSetName = ToPipeline)]
[OutputType(typeof(PSObject), typeof(string), typeof(byte[]))]
[OutputType(typeof(FileInfo), ParameterSetName = [ToFile])]
public sealed class InvokeSfApiCommand : SessionCmdlet
{
    private const string ToPipeline = "Object";
    private const string ToFile = "File";

    /// <summary>The path: below /services/data/vNN.0/, or from a slash on. A full address must be of the session's instance.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    [Alias("Uri")]
    public string Path { get; set; } = null!;

    /// <summary>The HTTP method.</summary>
    [Parameter]
    [ValidateSet("Get", "Post", "Patch", "Put", "Delete", "Head")]
    public string Method { get; set; } = "Get";

    /// <summary>The body: objects and hashtables go as JSON, text and bytes as they are.</summary>
    [Parameter]
    [ValidateNotNull]
    public object? Body { get; set; }

    /// <summary>The type of the body.</summary>
    [Parameter]
    [ValidatePattern(@"^[\w.+-]+/[\w.+-]+(\s*;.*)?$")]
    public string ContentType { get; set; } = "application/json";

    /// <summary>Further headers of the request.</summary>
    [Parameter]
    [ValidateNotNull]
    public IDictionary? Header { get; set; }

    /// <summary>Follows nextRecordsUrl and nextPageUrl to the last page, and puts out one object for each page.</summary>
    [Parameter(ParameterSetName = ToPipeline)]
    public SwitchParameter Paging { get; set; }

    /// <summary>Writes the answer's content to this file, which appears when it is complete.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ToFile)]
    [ValidateNotNullOrEmpty]
    public string? OutFile { get; set; }

    /// <summary>Replaces an existing file, once the new one is complete.</summary>
    [Parameter(ParameterSetName = ToFile)]
    public SwitchParameter Force { get; set; }

    private HttpMethod HttpMethod => new(Method.ToUpperInvariant());

    private bool IsRead => HttpMethod == HttpMethod.Get || HttpMethod == HttpMethod.Head;

    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        if (Paging && HttpMethod != HttpMethod.Get)
            ThrowTerminatingError(ErrorRecords.Input(nameof(Messages.PagingNotAllowed), Messages.PagingNotAllowed, Method));
        if (Body is not null && IsRead)
            ThrowTerminatingError(ErrorRecords.Input(nameof(Messages.BodyNotAllowed), Messages.BodyNotAllowed, Body, HttpMethod));
        foreach (var header in ApiHeaders.Read(Header))
        {
            if (ApiHeaders.Refusal(header) is { } reason)
                ThrowTerminatingError(ErrorRecords.Input(nameof(Messages.HeaderNotAllowed), Messages.HeaderNotAllowed, header.Key, header.Key, reason));
        }
    }

    protected override void ProcessRecord() => Guard(Call, Path);

    private void Call()
    {
        try
        {
            var api = new RestApi(Connection);
            var request = new RestApiRequest(HttpMethod, api.Resolve(Path)) { Body = ApiBody.Read(Body), ContentType = ContentType, Headers = ApiHeaders.Read(Header) };
            if (IsRead ? OutFile is null || ShouldProcess(GetUnresolvedProviderPathFromPSPath(OutFile), "Save") : ShouldProcess(request.PathAndQuery, HttpMethod.Method))
                Call(api, request);
        }
        catch (FormatException unwritable)
        {
            WriteError(ErrorRecords.Input(nameof(Messages.BodyNotJson), Messages.BodyNotJson, Body, unwritable.Message));
        }
        catch (SalesforceException refused) when (refused.GetType() == typeof(SalesforceException) || refused is OutcomeUnknownException)
        {
            WriteError(ErrorRecords.Request(refused, Path));
        }
    }

    private void Call(RestApi api, RestApiRequest request)
    {
        if (OutFile is { } file)
            Save(api, request, GetUnresolvedProviderPathFromPSPath(file));
        else if (Paging)
        {
            foreach (var page in api.ReadPagesAsync(request, StopToken).ToBlockingEnumerable(StopToken))
                Write(page);
        }
        else
            Write(Task.Run(() => api.SendAsync(request, StopToken)).GetAwaiter().GetResult());
    }

    private void Write(RestAnswer answer)
    {
        if (ApiContent.Read(answer) is { } content)
            WriteObject(content, enumerateCollection: content is not byte[]);
    }

    private void Save(RestApi api, RestApiRequest request, string path)
    {
        if (!Force && File.Exists(path))
        {
            WriteError(ErrorRecords.FileExists(path));
            return;
        }
        try
        {
            Task.Run(() => api.SaveAsync(request, path, StopToken)).GetAwaiter().GetResult();
            WriteObject(new FileInfo(path));
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            WriteError(ErrorRecords.FileNotWritten(failed, path));
        }
    }
}
