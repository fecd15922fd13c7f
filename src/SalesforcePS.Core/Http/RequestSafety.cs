namespace SalesforcePS.Core.Http;

/// <summary>What a request allows to be repeated when its answer is lost.</summary>
public enum RequestSafety
{
    /// <summary>Changes nothing: repeated whatever broke.</summary>
    Read,

    /// <summary>Changes something, but twice is the same as once (update, delete, upsert by external id).</summary>
    Idempotent,

    /// <summary>Twice is not the same as once (insert): repeated only when it surely did not happen.</summary>
    Once,
}
