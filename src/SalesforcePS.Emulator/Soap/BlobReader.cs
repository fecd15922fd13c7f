using SalesforcePS.Emulator.Identity;
using SalesforcePS.Emulator.Org;

namespace SalesforcePS.Emulator.Soap;

/// <summary>SOAP gives the content of a blob field where REST gives its address.</summary>
internal sealed class BlobReader(EmulatedOrg org)
{
    public byte[] Read(string id, string fieldName)
    {
        var type = org.Schema.FindByKeyPrefix(SalesforceId.KeyPrefix(id))!;
        return org.Reader.Retrieve(type, [type.FindField(fieldName)!], [id])[0]?.Values[0] is long number ? org.Blobs.ReadAll(number) : [];
    }
}
