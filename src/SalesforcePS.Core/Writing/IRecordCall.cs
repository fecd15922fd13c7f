using SalesforcePS.Core.Errors;

namespace SalesforcePS.Core.Writing;

/// <summary>One request that writes records, and is answered in their order.</summary>
internal interface IRecordCall
{
    /// <summary>
    /// True where an attempt that may have been carried out had no answer, and the call was made again. One that surely was not carried
    /// out, because the session had ended or the org was busy, leaves no doubt.
    /// </summary>
    bool HasLostAnswer { get; }

    /// <exception cref="SalesforceException">The whole call was refused; nothing was written.</exception>
    /// <exception cref="OutcomeUnknownException">The answer was lost and the call may not be repeated.</exception>
    Task<IReadOnlyList<RecordAnswer>> SendAsync(IReadOnlyList<EncodedRecord> records, CancellationToken cancellation);
}
