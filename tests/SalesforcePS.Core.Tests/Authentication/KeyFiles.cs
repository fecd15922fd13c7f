using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using SalesforcePS.Core.Authentication;

namespace SalesforcePS.Core.Tests.Authentication;

/// <summary>One key pair in all the files that keys come in, in a folder of its own.</summary>
internal sealed class KeyFiles : IDisposable
{
    public const string Password = "open sesame";
    private readonly RSA rsa = RSA.Create(2048);
    private readonly string folder = Directory.CreateTempSubdirectory("SalesforcePS").FullName;

    public RSA PublicKey => rsa;

    public SigningKey Key => SigningKey.FromFile(Pkcs8, null);

    public string Pkcs1 => Write("pkcs1.pem", rsa.ExportRSAPrivateKeyPem());

    public string Pkcs8 => Write("pkcs8.key", rsa.ExportPkcs8PrivateKeyPem());

    public string Encrypted => Write(
        "encrypted.pem", rsa.ExportEncryptedPkcs8PrivateKeyPem(Password, new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000)));

    public string WithCertificate => Write("both.pem", Certificate().ExportCertificatePem() + "\n" + rsa.ExportPkcs8PrivateKeyPem());

    public string PublicOnly => Write("public.pem", rsa.ExportSubjectPublicKeyInfoPem());

    public string EllipticCurve
    {
        get
        {
            using var curve = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            return Write("ec.pem", curve.ExportPkcs8PrivateKeyPem());
        }
    }

    public string Pfx
    {
        get
        {
            var path = Path.Combine(folder, "key.pfx");
            File.WriteAllBytes(path, Certificate().Export(X509ContentType.Pkcs12, Password));
            return path;
        }
    }

    public X509Certificate2 Certificate() => new CertificateRequest("CN=SalesforcePS", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
        .CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));

    public string Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    public void Dispose()
    {
        Directory.Delete(folder, recursive: true);
        rsa.Dispose();
    }
}
