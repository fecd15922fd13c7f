using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Writing;
using Xunit;

namespace SalesforcePS.Core.Tests.Writing;

public sealed class OutcomeCountTests
{
    private const int Records = 300;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Insert_GivesEachRecordOneOutcomeThatIsTrueAndDoublesNone(bool isRest)
    {
        var kinds = new HashSet<int>();
        for (var seed = 0; seed < 24; seed++)
        {
            var org = new UnreliableOrg(seed, isRest);
            var inputs = Inputs();

            var outcomes = await org.Org.WriteAsync(new WriteOptions(RecordOperation.Insert) { BatchSize = 7 }, inputs);

            AssertOneOutcomeEach(inputs, outcomes);
            foreach (var outcome in outcomes)
            {
                var times = org.TimesWritten(NameOf(outcome.Record));
                Assert.InRange(times, 0, 1);
                if (outcome.Error is not OutcomeUnknownException)
                    Assert.Equal(outcome.Success ? 1 : 0, times);
            }
            kinds.UnionWith(org.Kinds);
        }
        Assert.Equal(24, kinds.Count);
    }

    [Theory]
    [InlineData("Update", false)]
    [InlineData("Upsert", false)]
    [InlineData("Delete", false)]
    [InlineData("Update", true)]
    [InlineData("Upsert", true)]
    [InlineData("Delete", true)]
    public async Task OtherWrites_GiveEachRecordOneOutcomeAndClaimNoSuccessThatWasNone(string operation, bool isRest)
    {
        var options = new WriteOptions(Enum.Parse<RecordOperation>(operation)) { BatchSize = 7, ExternalIdField = "Key__c" };
        for (var seed = 100; seed < 110; seed++)
        {
            var org = new UnreliableOrg(seed, isRest);
            var inputs = Inputs();

            var outcomes = await org.Org.WriteAsync(options, inputs);

            AssertOneOutcomeEach(inputs, outcomes);
            foreach (var outcome in outcomes.Where(outcome => outcome.Success))
                Assert.True(org.TimesWritten(options.Operation == RecordOperation.Delete ? outcome.Id! : NameOf(outcome.Record)) > 0);
        }
    }

    private static void AssertOneOutcomeEach(InputRecord[] inputs, List<RecordOutcome> outcomes)
    {
        Assert.Equal(inputs.Length, outcomes.Count);
        Assert.Equal(inputs.Length, outcomes.Select(outcome => outcome.Record.Source).Distinct(ReferenceEqualityComparer.Instance).Count());
        Assert.All(outcomes, outcome => Assert.DoesNotContain("00D!", outcome.Error?.ToString() ?? "", StringComparison.Ordinal));
    }

    private static InputRecord[] Inputs() =>
    [
        .. Enumerable.Range(0, Records).Select(i => (i % 13) switch
        {
            5 => Input.Of("Account", ("Id", $"bad{i}"), ("Name", $"A{i}\u0001"), ("Key__c", $"K{i}")),
            6 => Input.Of("Account", ("Id", $"001{i:D12}"), ("Name", $"A{i}bad"), ("Key__c", $"K{i}")),
            7 => Input.Of("Acount", ("Id", $"001{i:D12}"), ("Name", $"A{i}"), ("Key__c", $"K{i}")),
            8 => Input.Of("Account", ("Id", null), ("Name", $"A{i}"), ("Key__c", "")),
            _ => Input.Of("Account", ("Id", $"001{i:D12}"), ("Name", $"A{i}"), ("Key__c", $"K{i}")),
        }),
    ];

    private static string NameOf(InputRecord record) => record.Fields.Single(field => field.Key == "Name").Value!.ToString()!;
}
