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
            AllowDuplicateSave = Says(request, "allowSave"),
            IncludeRecordDetails = Says(request, "includeRecordDetails"),
            AssignmentRuleId = hasDefaultRule || hasNoRule ? null : assignment,
            UseDefaultRule = hasDefaultRule,
            WrongTypeFailsCall = true,
        };
    }

    private static bool Says(HttpRequest request, string option) => request.Headers["Sforce-Duplicate-Rule-Header"].ToString()
        .Split([';', ','], StringSplitOptions.TrimEntries)
        .Any(given => given.Replace(" ", "", StringComparison.Ordinal).Equals($"{option}=true", StringComparison.OrdinalIgnoreCase));
}
