using CsvHelper;

namespace Quickstart;

/// <summary>A CSV file of companies, and which of its columns goes to which Account field.</summary>
internal sealed class CompanyFile
{
    private const string DefaultMapping =
        "CompanyKey__c=Key; Name=Company; Industry=Industry; BillingCity=City; BillingState=Region; BillingCountry=Country; Phone=Phone; "
        + "Website=Website; NumberOfEmployees=Employees; AnnualRevenue=Revenue; CustomerSince__c=Customer Since; Description=Remarks";

    private static readonly string[] Required = ["CompanyKey__c", "Name"];

    private readonly string path = Path.Combine(AppContext.BaseDirectory, "data", "companies.csv");
    private readonly (string Field, string Column)[] mapping = Parse(DefaultMapping);

    public CompanyFile(string[] arguments)
    {
        foreach (var pair in arguments.Chunk(2))
        {
            switch (pair)
            {
                case ["-Path", var value]:
                    path = value;
                    break;
                case ["-Mapping", var value]:
                    mapping = Parse(value);
                    break;
                default:
                    throw new ArgumentException("Arguments are -Path FILE and -Mapping 'CompanyKey__c=Column; Name=Column; ...'.");
            }
        }
        if (Required.Except(mapping.Select(pair => pair.Field)).ToArray() is { Length: > 0 } missing)
            throw new ArgumentException($"Fields without a column: {string.Join(", ", missing)}.");
    }

    /// <summary>The fields of each account, in the order of the file.</summary>
    public IReadOnlyList<Dictionary<string, object?>> Read()
    {
        using var reader = CsvReader.Create(File.OpenRead(path), CsvReaderOptions.Default);
        var accounts = new List<Dictionary<string, object?>>();
        while (reader.Read())
            accounts.Add(mapping.ToDictionary(pair => pair.Field, pair => (object?)reader.GetString(pair.Column)));
        return accounts;
    }

    private static (string Field, string Column)[] Parse(string text) =>
    [
        .. from pair in text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
           let parts = pair.Split('=', 2, StringSplitOptions.TrimEntries)
           select parts.Length == 2 ? (parts[0], parts[1]) : throw new ArgumentException($"'{pair}' is not of the form field=column."),
    ];
}
