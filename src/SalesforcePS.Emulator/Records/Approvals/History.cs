namespace SalesforcePS.Emulator.Records.Approvals;

/// <summary>What was done in an approval, by whom: the rows of ProcessInstanceStep.</summary>
internal sealed class History(WriteContext context, OrgRows rows, ApprovalInstance instance)
{
    private const double MillisecondsInMinute = 60_000;

    /// <param name="status">What was done.</param>
    /// <param name="actorId">Who did it.</param>
    /// <param name="originalActorId">Who was asked at first.</param>
    /// <param name="node">The ProcessNode of the step; null for the submission.</param>
    /// <param name="comments">What was said.</param>
    /// <param name="since">When the request was made, in milliseconds since 1970; null where there was none.</param>
    public void Add(string status, string actorId, string originalActorId, string? node, string? comments = null, long? since = null)
    {
        var minutes = (context.Now - (since ?? context.Now)) / MillisecondsInMinute;
        rows.Add(
            ApprovalRun.Step,
            ("ProcessInstanceId", instance.Id),
            ("StepStatus", status),
            ("ActorId", actorId),
            ("OriginalActorId", originalActorId),
            ("StepNodeId", node),
            ("Comments", Checked(comments)),
            ("ElapsedTimeInMinutes", Math.Round(minutes, 2)),
            ("ElapsedTimeInHours", Math.Round(minutes / 60, 2)),
            ("ElapsedTimeInDays", Math.Round(minutes / 1440, 2)));
    }

    private object? Checked(string? comments)
    {
        if (string.IsNullOrEmpty(comments))
            return null;
        var type = context.Schema.Find(ApprovalRun.Step)!;
        var error = TextCheck.Check(type, type.FindField("Comments")!, comments, context.Options.AllowFieldTruncation, out var column);
        return error is null ? column : throw new ApprovalRefusedException(error);
    }
}
