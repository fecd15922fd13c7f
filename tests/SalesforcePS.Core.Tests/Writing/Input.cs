using SalesforcePS.Core.Writing;

namespace SalesforcePS.Core.Tests.Writing;

internal static class Input
{
    public static InputRecord Of(string objectType, params (string Name, object? Value)[] fields) =>
        new(new object(), objectType, [.. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))]);

    public static InputRecord Queried(string objectType, params (string Name, object? Value)[] fields) => Of(objectType, fields) with { IsQueried = true };

    public static InputRecord[] Accounts(int count) => [.. Enumerable.Range(0, count).Select(i => Of("Account", ("Name", $"A{i}")))];
}
