using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using SalesforcePS.Emulator.Identity;

namespace SalesforcePS.Emulator.Layouts;

/// <summary>Ids of parts of the user interface, which have no records: they follow from their names, so they never change.</summary>
internal static class PageId
{
    public const string Layout = "00h";
    public const string LayoutSection = "01B";
    public const string CompactLayout = "0AH";

    public static string Of(string keyPrefix, string name) =>
        SalesforceId.Create(keyPrefix, BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(name))));
}
