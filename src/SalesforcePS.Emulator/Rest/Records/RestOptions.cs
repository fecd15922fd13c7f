using SalesforcePS.Emulator.Records;

namespace SalesforcePS.Emulator.Rest.Records;

/// <summary>The request headers that change how records are written.</summary>
internal static class RestOptions
{
    public static DmlOptions Read(HttpRequest request, bool allOrNone = false)
    {
        // Unlike SOAP, REST runs assignment rules unless told not to (REST API guide, assignment rule header).
        var assignment = request.Headers["Sforce-Auto-Assign"].ToString();
        var hasDefaultRule = assignment.Length == 0 || assignment.Equals("TRUE", StringComparison.OrdinalIgnoreCase);
        var hasNoRule = assignment.Equals("FALSE", StringComparison.OrdinalIgnoreCase);
        return new DmlOptions
        {
            AllOrNone = allOrNone,
            AllowDuplicateSave = AllowsDuplicates(request),
            AssignmentRuleId = hasDefaultRule || hasNoRule ? null : assignment,
            UseDefaultRule = hasDefaultRule,
            WrongTypeFailsCall = true,
        };
    }

    private static bool AllowsDuplicates(HttpRequest request) => request.Headers["Sforce-Duplicate-Rule-Header"].ToString()
        .Split([';', ','], StringSplitOptions.TrimEntries)
        .Any(option => option.Replace(" ", "", StringComparison.Ordinal).Equals("allowSave=true", StringComparison.OrdinalIgnoreCase));
}
