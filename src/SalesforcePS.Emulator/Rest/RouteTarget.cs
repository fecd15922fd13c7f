using SalesforcePS.Emulator.Identity;
using SalesforcePS.Emulator.Org;
using SalesforcePS.Emulator.Schema;

namespace SalesforcePS.Emulator.Rest;

/// <summary>What the segments of a path name.</summary>
internal static class RouteTarget
{
    /// <summary>The sObject as the caller sees it.</summary>
    public static SObjectType Type(HttpContext context, OrgSchema schema) =>
        RestCall.Of(context).User.Access.SchemaOf(schema).Find(Segment(context, "type")) ?? throw RestError.NotFound();

    public static string Segment(HttpContext context, string name) => context.Request.RouteValues[name]?.ToString() ?? "";

    public static string Id(HttpContext context, SObjectType type)
    {
        var text = Segment(context, "id");
        if (!SalesforceId.TryNormalize(text, out var id))
            throw RestError.UnknownRecordKey(text);
        return SalesforceId.KeyPrefix(id) == type.KeyPrefix
            ? id
            : throw new ApiException("MALFORMED_ID", $"Record ID: id value of incorrect type: {text}") { Fields = ["Id"] };
    }

    /// <summary>The fields of a list such as "Name,Site", with the Id behind them; all when there is no list.</summary>
    public static IReadOnlyList<SObjectField> Fields(SObjectType type, string list) => list.Length == 0
        ? type.Fields
        : [.. list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(name => type.FindField(name) ?? throw SchemaErrors.UnknownField(type.Name, name))
            .Append(type.FindField(SystemFields.Id)!)
            .Distinct()];
}
