using SalesforcePS.Core.Authentication;
using SalesforcePS.Core.Sessions;
using SalesforcePS.Core.Tests.Support;
using SalesforcePS.Core.Writing;
using Xunit;

namespace SalesforcePS.Core.Tests.Writing;

public sealed class RestLimitsTests
{
    private static readonly WriteOptions Insert = new(RecordOperation.Insert);
    private static readonly WriteOptions Upsert = new(RecordOperation.Upsert) { ExternalIdField = "Key__c" };

    public static TheoryData<string, WriteOptions, string?> Options => new()
    {
        { "68.0", Insert with { AllOrNone = true, AllowDuplicates = true, AssignmentRule = "default" }, null },
        { "68.0", Upsert with { UpdateOnly = true }, null },
        { "68.0", Insert with { AllowFieldTruncation = true }, "AllowFieldTruncation" },
        { "68.0", Insert with { Serial = true }, "Serial" },
        { "68.0", Insert with { DisableBatchRetry = true }, "DisableBatchRetry" },
        { "68.0", new WriteOptions(RecordOperation.Delete) { Hard = true }, "Hard" },
        { "68.0", Upsert with { ExternalIdField = "id" }, "ExternalIdField" },
        { "52.0", Insert with { AllowDuplicates = true }, null },
        { "51.0", Insert with { AllowDuplicates = true }, "AllowDuplicates" },
        { "46.0", Upsert, null },
        { "45.0", Upsert, "Api" },
        { "42.0", Insert, null },
        { "41.0", Insert, "Api" },
    };

    [Theory]
    [MemberData(nameof(Options))]
    public async Task Option_IsRefusedByNameWhereRestHasItNot(string version, WriteOptions options, string? refused)
    {
        var org = new FakeOrg { On = request => request.Path == "/services/data" ? Answers.Json($$"""[{"version":"{{version}}"}]""") : null };
        using var connection = await SalesforceConnection.OpenAsync(
            new ClientCredentialsSignIn(new Uri(FakeOrg.Instance), "client", Secret.Of("secret")), new ConnectionOptions { Handler = org.Handler, Time = org.Time });

        Assert.Equal(refused, RestLimits.Find(connection, options)?.Option);
    }
}
