using SalesforcePS.Emulator.Identity;
using SalesforcePS.Emulator.Records;

namespace SalesforcePS.Emulator.Rest.Records;

/// <summary>The request headers that change how records are written.</summary>
internal static class RestOptions
{
    private const string AutoAssign = "Sforce-Auto-Assign";
    private const string DuplicateRule = "Sforce-Duplicate-Rule-Header";

    public static DmlOptions Read(HttpRequest request, bool allOrNone = false)
    {
        // Unlike SOAP, REST runs assignment rules unless told not to (REST API guide, assignment rule header).
        var assignment = request.Headers[AutoAssign].ToString();
        var hasDefaultRule = assignment.Length == 0 || IsFlag(assignment, "TRUE");
        var hasNoRule = IsFlag(assignment, "FALSE");
        var duplicates = HeaderOptions.Read(request, DuplicateRule, "allowSave", "includeRecordDetails", "runAsCurrentUser")
            .ToDictionary(option => option.Key, option => Flag(option.Value), StringComparer.OrdinalIgnoreCase);
        return new DmlOptions
        {
            AllOrNone = allOrNone,
            AllowDuplicateSave = duplicates.GetValueOrDefault("allowSave"),
            IncludeRecordDetails = duplicates.GetValueOrDefault("includeRecordDetails"),
            AssignmentRuleId = hasDefaultRule || hasNoRule ? null : RuleId(assignment),
            UseDefaultRule = hasDefaultRule,
            WrongTypeFailsCall = true,
        };
    }

    private static string RuleId(string text) =>
        SalesforceId.TryNormalize(text, out var id) ? id : throw RestError.InvalidHeader(AutoAssign);

    private static bool Flag(string text) => IsFlag(text, "TRUE") || (IsFlag(text, "FALSE") ? false : throw RestError.InvalidHeader(DuplicateRule));

    private static bool IsFlag(string text, string flag) => text.Equals(flag, StringComparison.OrdinalIgnoreCase);
}
