namespace SalesforcePS.Core.Tests.Support;

internal static class AsyncSequences
{
    public static async Task<List<T>> ToListAsync<T>(this IAsyncEnumerable<T> source)
    {
        var items = new List<T>();
        await foreach (var item in source)
            items.Add(item);
        return items;
    }

    public static async IAsyncEnumerable<T> ToAsync<T>(this IEnumerable<T> source)
    {
        await Task.CompletedTask;
        foreach (var item in source)
            yield return item;
    }
}
