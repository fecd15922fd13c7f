using System.Management.Automation;
using SalesforcePS.Core.Files;

namespace SalesforcePS.Pipeline;

/// <summary>Carries files to a downloader.</summary>
internal sealed class DownloadPump(Func<Action<Action<Cmdlet>>, FileDownloader> create, Action<DownloadOutcome> handle, CancellationToken stopping)
    : Pump<DownloadRequest, DownloadOutcome>(say => create(say).DownloadAsync, handle, stopping)
{
    protected override bool IsRefusal(DownloadOutcome outcome) => outcome.Error is not null;
}
