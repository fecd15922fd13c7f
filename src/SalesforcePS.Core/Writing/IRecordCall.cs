using SalesforcePS.Core.Errors;

namespace SalesforcePS.Core.Writing;

/// <summary>One request that writes records, and is answered in their order.</summary>
internal interface IRecordCall
{
    /// <summary>True when an answer may have been lost and the call was made again.</summary>
    bool WasRepeated { get; }

    /// <exception cref="SalesforceException">The whole call was refused; nothing was written.</exception>
    /// <exception cref="OutcomeUnknownException">The answer was lost and the call may not be repeated.</exception>
    Task<IReadOnlyList<RecordAnswer>> SendAsync(IReadOnlyList<EncodedRecord> records, CancellationToken cancellation);
}
