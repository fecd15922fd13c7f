using Xunit;

namespace SalesforcePS.Emulator.Tests.Querying;

public sealed class RandomConditionTests : IDisposable
{
    private const int Conditions = 400;

    private static readonly Dictionary<string, object?[]> Values = new()
    {
        ["NextStep"] = ["abc", "ABC", "abd", "b_c", "50%", "Abc d", "z", null],
        ["Account.Site"] = ["abc", "B_C", "zz", null],
        ["Amount"] = [0d, 1.5, 5d, 10d, null],
        ["Account.AnnualRevenue"] = [1d, -2d, null],
    };

    private readonly QueryOrg org = new();
    private readonly List<(string Name, Dictionary<string, object?> Row)> rows = [];

    public RandomConditionTests()
    {
        var random = new Random(5);
        var accounts = Enumerable.Range(0, 5).Select(index =>
        {
            var (site, revenue) = (Any("Account.Site"), Any("Account.AnnualRevenue"));
            return (Id: org.Create("Account", ("Name", $"a{index}"), ("Site", site), ("AnnualRevenue", revenue)), Site: site, Revenue: revenue);
        }).ToArray();
        for (var index = 0; index < 60; index++)
        {
            var account = accounts[random.Next(accounts.Length)];
            var hasAccount = random.Next(3) > 0;
            var (step, amount) = (Any("NextStep"), Any("Amount"));
            org.Create(
                "Opportunity", ("Name", $"o{index}"), ("StageName", "Prospecting"), ("CloseDate", "2026-01-01"), ("NextStep", step), ("Amount", amount),
                ("AccountId", hasAccount ? account.Id : null));
            rows.Add(($"o{index}", new Dictionary<string, object?>
            {
                ["NextStep"] = step,
                ["Amount"] = amount,
                ["Account.Site"] = hasAccount ? account.Site : null,
                ["Account.AnnualRevenue"] = hasAccount ? account.Revenue : null,
            }));
        }

        object? Any(string field) => Values[field][random.Next(Values[field].Length)];
    }

    public void Dispose() => org.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Condition_FindsTheRowsThatFulfilIt(int seed)
    {
        var conditions = new RandomConditions(new Random(seed), Values);
        for (var count = 0; count < Conditions; count++)
        {
            var (soql, holds) = conditions.Next();
            var expected = rows.Where(row => holds(row.Row)).Select(row => row.Name);
            Assert.True(
                expected.SequenceEqual(org.Values($"SELECT Name FROM Opportunity WHERE {soql} ORDER BY Id")), $"{soql}: other rows than {string.Join(' ', expected)}");
        }
    }
}
