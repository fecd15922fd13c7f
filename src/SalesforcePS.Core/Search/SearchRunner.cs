using System.Text.Json;
using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Http;
using SalesforcePS.Core.Query;
using SalesforcePS.Core.Records;
using SalesforcePS.Core.Sessions;

namespace SalesforcePS.Core.Search;

/// <summary>Runs SOSL (api-rest "Search"): typed rows of several objects, in the order that Salesforce finds best.</summary>
public sealed class SearchRunner(SalesforceConnection connection)
{
    // An address has 16,384 bytes at most (api-rest), the host's name among them.
    private const int LongestPath = 16_000;

    /// <summary>The SOSL text of a search.</summary>
    /// <exception cref="SalesforceException">An object has no such field, or there is no such object.</exception>
    public ValueTask<string> BuildAsync(SearchOptions options, CancellationToken cancellation = default) =>
        new SoslBuilder(connection.Schema).BuildAsync(options, cancellation);

    /// <summary>The rows found, 2,000 at most (the API's limit).</summary>
    /// <exception cref="SalesforceException">Salesforce refused the search (<c>MALFORMED_SEARCH</c>).</exception>
    public async Task<IReadOnlyList<SalesforceRecord>> FindAsync(string sosl, CancellationToken cancellation = default)
    {
        var path = $"{connection.RestPath}/search/?q={Uri.EscapeDataString(sosl)}";
        if (path.Length > LongestPath)
            throw new SalesforceException("The search is too long for one request. Search for fewer words or objects at a time.") { ErrorCode = "QUERY_TOO_LONG" };
        using var answer = await connection.Transport.SendAsync(ApiRequest.Get(path), PageBuffer.ReadAsync, cancellation).ConfigureAwait(false);
        var (start, rows) = Look(answer.Span);
        var builder = new ShapeBuilder(connection.Schema, connection.RecordClasses);
        var shapes = new Dictionary<string, RowShape>(StringComparer.Ordinal);
        foreach (var ofType in rows.GroupBy(row => row.ObjectType))
            shapes[ofType.Key] = await builder.BuildAsync(JsonShape.Of([.. ofType]), cancellation).ConfigureAwait(false);
        return [.. PageReader.ReadArray(answer.Span[start..], place => shapes[rows[place].ObjectType]).OfType<SalesforceRecord>()];
    }

    /// <summary>Where the list of rows begins, and what each of them has.</summary>
    private static (int Start, IReadOnlyList<JsonShape> Rows) Look(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json);
            reader.Read();
            // Before API 37.0 the list stood alone.
            while (reader.TokenType != JsonTokenType.StartArray)
            {
                if (!reader.Read() || reader.TokenType != JsonTokenType.PropertyName)
                    throw new JsonException("It has no searchRecords.");
                var isRows = reader.ValueTextEquals("searchRecords"u8);
                reader.Read();
                if (!isRows)
                    reader.Skip();
            }
            var start = (int)reader.TokenStartIndex;
            var rows = new List<JsonShape>();
            while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
                rows.Add(JsonShape.Read(ref reader));
            return (start, rows);
        }
        catch (Exception exception) when (PageReader.IsMalformed(exception))
        {
            throw new ProtocolException($"The answer of the search could not be read: {exception.Message}", exception);
        }
    }
}
