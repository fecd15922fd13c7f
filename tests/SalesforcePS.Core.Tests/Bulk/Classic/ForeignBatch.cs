namespace SalesforcePS.Core.Tests.Bulk.Classic;

/// <summary>A batch of another tool's job: what it sent, and the org's answer by the path behind the batch (<c>result</c>, <c>result/752</c>).</summary>
internal sealed record ForeignBatch(byte[] Request, params (string Path, string Body)[] Answers)
{
    public string State { get; set; } = "Completed";

    public string? Message { get; init; }

    public int Processed { get; init; }

    public int Failed { get; init; }
}
