using SalesforcePS.Core.Errors;

namespace SalesforcePS.Core.Http;

/// <summary>What the attempts at one request leave behind: once an answer was lost, no later refusal makes the outcome certain again.</summary>
internal sealed class AttemptHistory
{
    /// <summary>Why the first lost answer was lost; null while every attempt's outcome is known.</summary>
    public Exception? LostAnswer { get; private set; }

    public void Note(Exception failed)
    {
        if (RetryRule.MayHaveHappened(failed))
            LostAnswer ??= failed;
    }

    public OutcomeUnknownException OutcomeUnknown(RequestSafety safety) => new(
        $"The request was sent and its answer was lost ({LostAnswer!.Message}): whether Salesforce carried it out is not known"
            + (safety == RequestSafety.Once ? ", so it was not repeated." : ". Sending it again does no harm."),
        LostAnswer);
}
