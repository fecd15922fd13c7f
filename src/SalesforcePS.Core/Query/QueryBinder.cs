using System.Collections;
using SalesforcePS.Core.Schema;
using SalesforcePS.Core.Sessions;
using SalesforcePS.Core.Soql;

namespace SalesforcePS.Core.Query;

/// <summary>Puts the values of a query's parameters into its text.</summary>
internal static class QueryBinder
{
    public static async ValueTask<string> BindAsync(SalesforceConnection connection, string soql, QueryOptions options, CancellationToken cancellation)
    {
        if (options.Parameters.Count == 0 && !SoqlBinder.HasParameters(soql))
            return soql;
        var types = new Dictionary<string, FieldType>(StringComparer.OrdinalIgnoreCase);
        var zone = connection.Time.LocalTimeZone;
        var bound = SoqlBinder.Bind(soql, options.Parameters, path => types[path] = FieldType.Unknown, zone);
        if (!options.Parameters.Values.Any(MayBeTime) || SelectReader.Read(soql) is not { } select)
            return bound;
        var root = await connection.Schema.GetAsync(select.From, cancellation).ConfigureAwait(false);
        foreach (var path in types.Keys.ToList())
            types[path] = await new FieldTypes(connection.Schema).OfAsync(FieldTypes.PathOf(select.Aliases.Resolve(path), root), root, cancellation).ConfigureAwait(false);
        return SoqlBinder.Bind(soql, options.Parameters, path => types[path], zone);
    }

    /// <summary>Only times are written by the type of their field; other parameters need no describe.</summary>
    private static bool MayBeTime(object? value) =>
        value is DateTime or DateTimeOffset or DateOnly or (IEnumerable and not (string or IEnumerable<string>));
}
