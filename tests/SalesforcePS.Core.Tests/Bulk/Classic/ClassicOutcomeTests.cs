using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Tests.Writing;
using SalesforcePS.Core.Writing;
using Xunit;

namespace SalesforcePS.Core.Tests.Bulk.Classic;

public sealed class ClassicOutcomeTests
{
    private const int Records = 300;

    [Fact]
    public async Task Insert_GivesEachRecordOneOutcomeThatIsTrueAndDoublesNone()
    {
        var kinds = new HashSet<int>();
        for (var seed = 0; seed < 30; seed++)
        {
            var org = new UnreliableClassicOrg(seed);
            InputRecord[] inputs = [.. Enumerable.Range(0, Records).Select(Make)];

            var outcomes = await org.Org.WriteAsync(new WriteOptions(RecordOperation.Insert) { BulkBatchSize = 11, BatchThrottleLimit = 3 }, inputs);

            Assert.Equal(Records, outcomes.Count);
            Assert.Equal(Records, outcomes.Select(outcome => outcome.Record.Source).Distinct(ReferenceEqualityComparer.Instance).Count());
            foreach (var outcome in outcomes)
            {
                var times = org.TimesWritten(outcome.Record.Fields[0].Value!.ToString()!);
                Assert.InRange(times, 0, 1);
                if (outcome.Error is not OutcomeUnknownException)
                    Assert.Equal(outcome.Success ? 1 : 0, times);
            }
            kinds.UnionWith(org.Kinds);
        }
        Assert.Equal(UnreliableClassicOrg.KindCount, kinds.Count);
    }

    private static InputRecord Make(int i) => (i % 13) switch
    {
        5 => Input.Of("Account", ("Name", $"A{i}\u0001")),
        6 => Input.Of("Account", ("Name", $"A{i}bad")),
        7 => Input.Of("Account", ("Name", $"A{i}"), ("Nme", "x")),
        _ when i == 200 => Input.Of("Account", ("Name", $"A{i}"), ("Phone", "1")),
        _ => Input.Of("Account", ("Name", $"A{i}")),
    };
}
