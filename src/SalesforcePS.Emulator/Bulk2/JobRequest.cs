using System.Text.Json;
using SalesforcePS.Emulator.Bulk;
using SalesforcePS.Emulator.Rest;

namespace SalesforcePS.Emulator.Bulk2;

/// <summary>The members of a JSON body that makes or changes a job.</summary>
internal sealed class JobRequest
{
    private readonly JsonElement body;

    public JobRequest(JsonElement body, IReadOnlyList<string> known)
    {
        if (body.ValueKind != JsonValueKind.Object)
            throw RestBody.Malformed("The body must be an object.");
        foreach (var member in body.EnumerateObject())
        {
            if (!known.Contains(member.Name))
                throw RestBody.Malformed($"Unrecognized field \"{member.Name}\"");
        }

        this.body = body;
    }

    /// <summary>Null where the member is missing, null or empty.</summary>
    public string? Text(string name)
    {
        if (!body.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
            return null;
        if (value.ValueKind != JsonValueKind.String)
            throw RestBody.Malformed($"The value of {name} must be a text.");
        return value.GetString() is { Length: > 0 } text ? text : null;
    }

    public string Required(string name) => Text(name) ?? throw BulkErrors.InvalidJob($"{name} is required.");

    public BulkOperation Operation(Predicate<BulkOperation> isAllowed)
    {
        var name = Required("operation");
        return BulkNames.Operation(name) is { } operation && isAllowed(operation)
            ? operation
            : throw RestBody.Malformed($"Unexpected value '{name}' for operation.");
    }

    public ColumnDelimiter ColumnDelimiter() => Value<ColumnDelimiter>("columnDelimiter", BulkNames.Of);

    public LineEnding LineEnding() => Value<LineEnding>("lineEnding", ending => ending.ToString());

    public void RequireCsv()
    {
        if (Text("contentType") is { } type && type != "CSV")
            throw BulkErrors.InvalidJob($"Content type {type} is not supported by Bulk API 2.0.");
    }

    private T Value<T>(string name, Func<T, string> nameOf)
        where T : struct, Enum
    {
        if (Text(name) is not { } text)
            return default;
        foreach (var value in Enum.GetValues<T>())
        {
            if (nameOf(value) == text)
                return value;
        }

        throw RestBody.Malformed($"Unexpected value '{text}' for {name}.");
    }
}
