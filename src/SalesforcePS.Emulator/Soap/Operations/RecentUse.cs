using SalesforcePS.Emulator.Org;

namespace SalesforcePS.Emulator.Soap.Operations;

/// <summary>SOAP notes recently used records only where the MruHeader asks for it (SOAP API guide, MruHeader).</summary>
internal static class RecentUse
{
    public static void Note(EmulatedOrg org, SoapCall call, IReadOnlyList<string> ids)
    {
        if (call.Headers.UpdateMru && ids.Count > 0)
            org.Recent.Add(call.User, ids);
    }
}
