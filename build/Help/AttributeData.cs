using System.Reflection;

namespace SalesforcePS.Build.Help;

internal static class AttributeData
{
    public static CustomAttributeData? Data<T>(this MemberInfo member) where T : Attribute => member.AllData<T>().FirstOrDefault();

    public static IEnumerable<CustomAttributeData> AllData<T>(this MemberInfo member) where T : Attribute =>
        member.CustomAttributes.Where(attribute => attribute.AttributeType == typeof(T));

    public static T Named<T>(this CustomAttributeData attribute, string name, T fallback) =>
        attribute.NamedArguments.Where(argument => argument.MemberName == name)
            .Select(argument => (T)argument.TypedValue.Value!)
            .FirstOrDefault(fallback);

    /// <summary>The texts of a constructor that takes <c>params string[]</c>.</summary>
    public static IReadOnlyList<string> Texts(this CustomAttributeData attribute) =>
        attribute.ConstructorArguments is [{ Value: IReadOnlyCollection<CustomAttributeTypedArgument> values }]
            ? [.. values.Select(value => value.Value).OfType<string>()]
            : [];
}
