using System.Security.Cryptography;

namespace SalesforcePS.Emulator.Org;

internal static class RandomText
{
    private const string Alphanumeric = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    public static string Create(int length) => RandomNumberGenerator.GetString(Alphanumeric, length);

    public static string CreateHexadecimal(int length) => RandomNumberGenerator.GetString("0123456789ABCDEF", length);
}
