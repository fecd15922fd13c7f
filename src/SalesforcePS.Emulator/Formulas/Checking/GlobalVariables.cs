using System.Text.RegularExpressions;
using SalesforcePS.Emulator.Formulas.Evaluation;
using SalesforcePS.Emulator.Identity;
using SalesforcePS.Emulator.Schema;
using SalesforcePS.Emulator.Storage;

namespace SalesforcePS.Emulator.Formulas.Checking;

/// <summary>What the names that begin with a dollar sign stand for.</summary>
internal sealed partial class GlobalVariables(OrgSchema schema, SObjectType? root)
{
    private static readonly DateTime Origin = new(1900, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>Null where the variable is a field of a record.</summary>
    public FormulaExpression? Value(string[] path)
    {
        switch (path[0].ToUpperInvariant(), path.Length)
        {
            case ("$LABEL", 2):
                return schema.Labels.TryGetValue(path[1], out var text)
                    ? new ConstantExpression(text, FormulaType.Text)
                    : throw new FormulaException($"there is no custom label {path[1]}");
            // No user of the emulator has a custom permission.
            case ("$PERMISSION", 2):
                return new ConstantExpression(false, FormulaType.Boolean);
            case ("$SYSTEM", 2) when path[1].Equals("OriginDateTime", StringComparison.OrdinalIgnoreCase):
                return new ConstantExpression(Origin, FormulaType.DateTime);
            case ("$API", 2) when ServerUrl().Match(path[1]) is { Success: true } match:
                var service = match.Groups["service"].Value.Equals("Partner", StringComparison.OrdinalIgnoreCase) ? 'u' : 'c';
                var version = match.Groups["version"].Value.Insert(match.Groups["version"].Length - 1, ".");
                return new CallExpression(
                    FormulaType.Text,
                    [],
                    arguments => $"{arguments.Scope.Environment.OrgUrl}/services/Soap/{service}/{version}/{SeedRecords.OrganizationId[..SalesforceId.ShortLength]}");
            default:
                return null;
        }
    }

    /// <summary>The record that the variable starts from, its type, and the path from there.</summary>
    public (RecordSource Source, SObjectType Type, string[] Path) Record(string[] path)
    {
        var user = schema.Find("User")!;
        return (path[0].ToUpperInvariant(), path.Length) switch
        {
            ("$USER", 2) => (User, user, path[1..]),
            ("$PROFILE", 2) => (User, user, ["Profile", path[1]]),
            ("$USERROLE", 2) => (User, user, ["UserRole", path[1]]),
            ("$ORGANIZATION", 2) => (Organization, schema.Find("Organization")!, path[1..]),
            ("$RECORDTYPE", 2) when root is not null => (static scope => scope.Record, root, ["RecordType", path[1]]),
            ("$SETUP", 3) when schema.Find(path[1]) is { CustomSetting: true } setting => (Setting(setting, path[2]), setting, path[2..]),
            ("$CUSTOMMETADATA", 4) when schema.Find(path[1]) is { } type && type.FindField("DeveloperName") is { } name =>
                (scope => scope.Environment.FindBy(type, name, path[2]), type, path[3..]),
            _ => throw new FormulaException($"the variable {string.Join('.', path)} is not supported by the emulator"),
        };

        FormulaRecord? User(FormulaScope scope) => scope.Environment.UserId is { } id ? scope.Environment.Find(user, id) : null;

        FormulaRecord? Organization(FormulaScope scope) =>
            scope.Environment.Find(schema.Find("Organization")!, SeedRecords.OrganizationId);
    }

    /// <summary>The user's own setting, that of the profile, or that of the org: the first that has a value.</summary>
    private RecordSource Setting(SObjectType setting, string fieldName)
    {
        var owner = setting.FindField("SetupOwnerId")!;
        var field = setting.FindField(fieldName);
        var user = schema.Find("User")!;
        return scope =>
        {
            var environment = scope.Environment;
            var userRecord = environment.UserId is { } id ? environment.Find(user, id) : null;
            object?[] owners = [environment.UserId, userRecord?.Column(user.FindField("ProfileId")!), SeedRecords.OrganizationId];
            return owners.OfType<string>()
                .Select(ownerId => environment.FindBy(setting, owner, ownerId))
                .FirstOrDefault(record => field is not null && record?.Column(field) is not null);
        };
    }

    [GeneratedRegex("^(?<service>Partner|Enterprise)_Server_URL_(?<version>[0-9]{2,3})$", RegexOptions.IgnoreCase)]
    private static partial Regex ServerUrl();
}
