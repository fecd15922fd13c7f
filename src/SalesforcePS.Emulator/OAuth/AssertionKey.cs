using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SalesforcePS.Emulator.OAuth;

/// <summary>The public key that a connected app was registered with.</summary>
internal sealed class AssertionKey
{
    private readonly RSAParameters parameters;

    private AssertionKey(RSA key) => parameters = key.ExportParameters(includePrivateParameters: false);

    public static AssertionKey Load(string pemFile)
    {
        var pem = File.ReadAllText(pemFile);
        if (pem.Contains("-----BEGIN CERTIFICATE-----", StringComparison.Ordinal))
        {
            using var certificate = X509Certificate2.CreateFromPem(pem);
            using var certified = certificate.GetRSAPublicKey() ?? throw new CryptographicException($"The certificate in {pemFile} has no RSA key.");
            return new AssertionKey(certified);
        }

        using var key = RSA.Create();
        try
        {
            key.ImportFromPem(pem);
        }
        catch (ArgumentException)
        {
            throw new CryptographicException($"{pemFile} holds neither a certificate nor an RSA key in PEM form.");
        }

        return new AssertionKey(key);
    }

    public bool Verifies(JwtAssertion assertion)
    {
        using var key = RSA.Create(parameters);
        return assertion.Algorithm == "RS256"
            && key.VerifyData(assertion.SignedBytes, assertion.Signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }
}
