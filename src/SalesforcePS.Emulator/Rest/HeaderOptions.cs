namespace SalesforcePS.Emulator.Rest;

/// <summary>A request header of options, such as "allowSave=true; includeRecordDetails=true".</summary>
internal static class HeaderOptions
{
    /// <summary>The values by name; empty where the request has no such header.</summary>
    /// <exception cref="ApiException">It is not of that form, or has an option that is not among the known ones.</exception>
    public static IReadOnlyDictionary<string, string> Read(HttpRequest request, string header, params string[] known)
    {
        var options = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var option in request.Headers[header].ToString().Split([';', ','], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (option.Split('=', StringSplitOptions.TrimEntries) is not [var name, { Length: > 0 } value] || !known.Contains(name, StringComparer.OrdinalIgnoreCase))
                throw RestError.InvalidHeader(header);
            options[name] = value;
        }

        return options;
    }
}
