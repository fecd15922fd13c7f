namespace SalesforcePS.Architecture.Tests;

public sealed class PublicSurfaceTests
{
    // PowerShell reads these types before the module can say where the engine lies.
    [Fact]
    public void ExportedType_IsNotBuiltOnTheEngine() =>
        Problems.AssertNone(
            from type in ModuleTypes.Load().Assembly.GetExportedTypes()
            from part in Parts(type).Distinct()
            where part.Assembly.GetName().Name == "SalesforcePS.Core"
            select $"{type} is built on {part}");

    private static IEnumerable<Type> Parts(Type type)
    {
        var direct = type.GetInterfaces().AsEnumerable();
        if (type.BaseType is { } parent)
            direct = direct.Append(parent).Concat(Parts(parent));

        return direct.Concat(direct.SelectMany(Closed).ToList());
    }

    private static IEnumerable<Type> Closed(Type type) =>
        type.GetGenericArguments().SelectMany(argument => Closed(argument).Append(argument));
}
