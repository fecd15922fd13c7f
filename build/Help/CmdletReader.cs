using System.Management.Automation;
using System.Reflection;

namespace SalesforcePS.Build.Help;

internal static class CmdletReader
{
    public static CmdletFacts Read(Type type)
    {
        var cmdlet = type.Data<CmdletAttribute>()!;
        var parameters = type.GetProperties()
            .Where(property => property.AllData<ParameterAttribute>().Any(use => !use.Named("DontShow", false)))
            .Select(ReadParameter);
        if (cmdlet.Named("SupportsShouldProcess", false))
            parameters = parameters.Concat(ShouldProcessText.Parameters);

        return new CmdletFacts(
            (string)cmdlet.ConstructorArguments[0].Value!,
            (string)cmdlet.ConstructorArguments[1].Value!,
            cmdlet.Named<string?>("DefaultParameterSetName", null),
            [.. parameters.OrderBy(parameter => parameter.Name, StringComparer.Ordinal)]);
    }

    private static ParameterFacts ReadParameter(PropertyInfo property) =>
        new(property.Name, NameOf(property.PropertyType), [.. property.AllData<ParameterAttribute>().Select(ReadUse)])
        {
            Aliases = property.Data<AliasAttribute>()?.Texts() ?? [],
            AcceptedValues = property.Data<ValidateSetAttribute>()?.Texts() ?? EnumNames(property.PropertyType),
            Wildcards = property.Data<SupportsWildcardsAttribute>() is not null,
        };

    private static ParameterUse ReadUse(CustomAttributeData use) => new(
        use.Named("ParameterSetName", CmdletFacts.AllSets),
        use.Named("Mandatory", false),
        use.Named("Position", int.MinValue),
        use.Named("ValueFromPipeline", false),
        use.Named("ValueFromPipelineByPropertyName", false));

    private static string NameOf(Type type)
    {
        if (type.IsArray)
            return NameOf(type.GetElementType()!) + "[]";
        if (Nullable.GetUnderlyingType(type) is { } value)
            return NameOf(value);

        return type.IsGenericType
            ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(NameOf))}>"
            : type.Name;
    }

    private static string[] EnumNames(Type type)
    {
        var single = type.IsArray ? type.GetElementType()! : type;
        single = Nullable.GetUnderlyingType(single) ?? single;
        return single.IsEnum ? Enum.GetNames(single) : [];
    }
}
