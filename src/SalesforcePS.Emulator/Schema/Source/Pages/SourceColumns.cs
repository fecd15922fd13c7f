using System.Collections.Frozen;

namespace SalesforcePS.Emulator.Schema.Source.Pages;

/// <summary>
/// Finds the fields behind the names that list views and related lists have for them: API names, and for standard fields
/// those of reports, as in <c>ACCOUNT.PHONE1</c> and <c>CORE.USERS.ALIAS</c>.
/// </summary>
internal sealed class SourceColumns(IReadOnlyDictionary<string, SObjectType> types)
{
    private const string User = "User";

    /// <summary>Names that do not follow from the field's own, by object.</summary>
    private static readonly FrozenDictionary<string, string> Special = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["Campaign.CAMPAIGN_TYPE"] = "Type",
        ["Case.NAME"] = "Contact.Name",
        ["Case.CASES.NAME"] = "SuppliedName",
        ["Case.CASES.EMAIL"] = "SuppliedEmail",
        ["Contact.PHONE3"] = "MobilePhone",
        ["Event.ALL_DAY"] = "IsAllDayEvent",
        ["Event.DUE_DATE"] = "ActivityDate",
        ["Lead.UNREAD"] = "IsUnreadByOwner",
        ["Product2.CUSTOMER_PRODUCT_ID"] = "ProductCode",
        ["Task.DUE_DATE"] = "ActivityDate",
        ["User.LAST_LOGIN"] = "LastLoginDate",
        ["User.SAML_SUBJECT"] = "FederationIdentifier",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, string> Common = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["CREATEDBY_USER"] = "CreatedBy.Name",
        ["LAST_ACTIVITY"] = "LastActivityDate",
        ["LAST_UPDATE"] = "LastModifiedDate",
        ["OBJECT_ID"] = "Id",
        ["PHONE1"] = "Phone",
        ["RECORDTYPE"] = "RecordType.Name",
        ["RECORD_TYPE"] = "RecordType.Name",
        ["UPDATEDBY_USER"] = "LastModifiedBy.Name",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, string> References = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["CORE.PROFILE"] = "ProfileId",
        ["CORE.USERS"] = SystemFields.OwnerId,
        ["CORE.USER_ROLE"] = "UserRoleId",
        ["CREATEDBY_USER"] = SystemFields.CreatedById,
        ["UPDATEDBY_USER"] = SystemFields.LastModifiedById,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>What stands before fields of parents, as in Contact.CNTC_TITLE.</summary>
    private static readonly string[] ParentMarks = ["ACC_", "CNTC_", "OPP_"];

    /// <summary>The path of the field, such as <c>Owner.Alias</c>; null where the emulator has no such field.</summary>
    public string? Find(SObjectType type, string name)
    {
        if (Special.TryGetValue($"{type.Name}.{name}", out var special))
            return Existing(type, special);
        if (name.LastIndexOf('.') is var dot and >= 0)
            return OfOther(type, name[..dot], name[(dot + 1)..]);
        return Common.TryGetValue(name, out var common) ? Existing(type, common) : OfOwn(type, name);
    }

    private string? OfOther(SObjectType type, string prefix, string name)
    {
        if (IsOwn(type, prefix))
            return Find(type, name);
        var reference = References.TryGetValue(prefix, out var field)
            ? type.FindField(field)
            : type.FindRelationship(prefix) ?? type.FindField(prefix) ?? type.Fields.FirstOrDefault(other => other.ReferenceTo.Contains(prefix, StringComparer.OrdinalIgnoreCase));
        return Parent(reference) is { } parent && Find(parent, name) is { } inner ? $"{reference!.RelationshipName}.{inner}" : null;
    }

    private string? OfOwn(SObjectType type, string name)
    {
        if (ParentMarks.FirstOrDefault(mark => name.StartsWith(mark, StringComparison.Ordinal)) is { } known)
            return Find(type, name[known.Length..]);
        if (name.ToUpperInvariant() is "NAME" or "FULL_NAME")
            return type.NameField?.Name;
        const string nameSuffix = "_NAME";
        var isName = name.EndsWith(nameSuffix, StringComparison.OrdinalIgnoreCase);
        var words = Words(type, isName && type.FindField($"{name[..^nameSuffix.Length]}Id") is not null ? name[..^nameSuffix.Length] : name);
        string[] candidates = [name, words, $"Is{words}", $"{words}Id"];
        var field = candidates.Select(type.FindField).FirstOrDefault(field => field is not null);
        if (field is not { Type: FieldType.Reference, RelationshipName: { } relationship })
            return field?.Name;
        return Parent(field)?.NameField is { } parentName ? $"{relationship}.{parentName.Name}" : null;
    }

    /// <summary>CLOSE_DATE is CloseDate whatever the case; accounts call their addresses by number.</summary>
    private static string Words(SObjectType type, string name)
    {
        const string dateOnly = "_DATE_ONLY";
        var words = name.EndsWith(dateOnly, StringComparison.OrdinalIgnoreCase) ? name[..^dateOnly.Length] : name;
        if (Common.TryGetValue(words, out var common))
            return common;
        words = words.Replace("NUM_", "NumberOf", StringComparison.Ordinal);
        if (type.Name == "Account")
        {
            words = words.Replace("ADDRESS1_", "Billing", StringComparison.Ordinal).Replace("ADDRESS2_", "Shipping", StringComparison.Ordinal)
                .Replace("ZIP", "PostalCode", StringComparison.Ordinal);
        }
        return words.Replace("_", "", StringComparison.Ordinal);
    }

    private static bool IsOwn(SObjectType type, string prefix) =>
        prefix.Equals(type.Name, StringComparison.OrdinalIgnoreCase)
        || prefix.Equals($"{type.Name}s", StringComparison.OrdinalIgnoreCase)
        || (type.Name, prefix.ToUpperInvariant()) is (User, "CORE.USERS") or ("Product2", "PRODUCT") or ("Task" or "Event", "TASK" or "EVENT" or "ACTIVITY");

    private SObjectType? Parent(SObjectField? reference)
    {
        if (reference is not { Type: FieldType.Reference, RelationshipName: not null })
            return null;
        return types.GetValueOrDefault(reference.ReferenceTo.Contains(User) ? User : reference.ReferenceTo[0]);
    }

    private string? Existing(SObjectType type, string path) => path.Split('.') is [var relationship, var name]
        ? Parent(type.FindRelationship(relationship))?.FindField(name) is null ? null : path
        : type.FindField(path)?.Name;
}
