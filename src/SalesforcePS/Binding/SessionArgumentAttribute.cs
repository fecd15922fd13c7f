using System.Management.Automation;
using SalesforcePS.Sessions;

namespace SalesforcePS.Binding;

/// <summary>Takes a session, or the name that Connect-Sf gave to one of this runspace.</summary>
public sealed class SessionArgumentAttribute : ArgumentTransformationAttribute
{
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        if ((inputData is PSObject wrapped ? wrapped.BaseObject : inputData) is not string name)
            return inputData;
        return RunspaceSessions.Find(name)
            ?? throw new ArgumentTransformationMetadataException($"No session of this runspace has the name '{name}'{Known()}. Use Connect-Sf with -Name, or give the session itself.");
    }

    private static string Known()
    {
        var names = string.Join(", ", RunspaceSessions.All.Select(session => session.Name).OfType<string>());
        return names.Length == 0 ? "" : $"; there are: {names}";
    }
}
