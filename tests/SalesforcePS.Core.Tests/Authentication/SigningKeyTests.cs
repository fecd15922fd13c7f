using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using SalesforcePS.Core.Authentication;
using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Tests.Support;
using Xunit;

namespace SalesforcePS.Core.Tests.Authentication;

public sealed class SigningKeyTests : IDisposable
{
    private static readonly byte[] Content = [1, 2, 3];
    private readonly KeyFiles keys = new();

    [Fact]
    public void PemOfEachKind_SignsAsThePrivateKey()
    {
        AssertSigns(SigningKey.FromFile(keys.Pkcs1, null));
        AssertSigns(SigningKey.FromFile(keys.Pkcs8, null));
        AssertSigns(SigningKey.FromFile(keys.WithCertificate, null));
        AssertSigns(SigningKey.FromFile(keys.Encrypted, Secret.Of(KeyFiles.Password)));
    }

    [Fact]
    public void Pfx_SignsAsThePrivateKey() => AssertSigns(SigningKey.FromFile(keys.Pfx, Secret.Of(KeyFiles.Password)));

    [Fact]
    public void CertificateWithItsKey_SignsAsThePrivateKey()
    {
        using var certificate = keys.Certificate();

        AssertSigns(SigningKey.FromCertificate(certificate));
    }

    [Fact]
    public void CertificateWithoutItsKey_IsRefused()
    {
        using var withKey = keys.Certificate();
        using var certificate = X509Certificate2.CreateFromPem(withKey.ExportCertificatePem());

        var unusable = Assert.Throws<AuthenticationException>(() => SigningKey.FromCertificate(certificate));

        Assert.Equal("SIGNING_KEY_UNUSABLE", unusable.ErrorCode);
        Assert.StartsWith("The certificate 'CN=SalesforcePS' has no RSA private key", unusable.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void EncryptedFileWithoutPassword_AsksForIt()
    {
        AssertUnusable(keys.Encrypted, null, "If it is encrypted, give its password.");
        AssertUnusable(keys.Pfx, null, "If it is encrypted, give its password.");
    }

    [Fact]
    public void WrongPassword_SaysSoAndDoesNotShowIt()
    {
        AssertUnusable(keys.Encrypted, "open barley", "Check its password.");
        AssertUnusable(keys.Pfx, "open barley", "Check its password.");
    }

    [Fact]
    public void FileWithoutAnRsaPrivateKey_IsRefused()
    {
        AssertUnusable(keys.PublicOnly, null, "holds no RSA private key");
        AssertUnusable(keys.EllipticCurve, null, "holds no RSA private key");
        AssertUnusable(keys.Write("empty.pem", ""), null, "holds no RSA private key");
        AssertUnusable(keys.Write("text.pfx", "not a certificate"), null, "holds no RSA private key");
        AssertUnusable(Path.Combine(Path.GetDirectoryName(keys.Pkcs1)!, "missing.pem"), null, "missing.pem");
    }

    [Fact]
    public void ThumbprintThatNobodyHas_IsRefused()
    {
        var unusable = Assert.Throws<AuthenticationException>(() => SigningKey.FromStore("0000000000000000000000000000000000000000"));

        Assert.Equal("SIGNING_KEY_UNUSABLE", unusable.ErrorCode);
        Assert.Contains("No certificate with the thumbprint", unusable.Message, StringComparison.Ordinal);
    }

    public void Dispose() => keys.Dispose();

    private static void AssertUnusable(string path, string? password, string message)
    {
        var unusable = Assert.Throws<AuthenticationException>(() => SigningKey.FromFile(path, password is null ? null : Secret.Of(password)));
        Assert.Equal("SIGNING_KEY_UNUSABLE", unusable.ErrorCode);
        Assert.Contains(message, unusable.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(password ?? KeyFiles.Password, unusable.ToString(), StringComparison.Ordinal);
    }

    private void AssertSigns(SigningKey key) =>
        Assert.True(keys.PublicKey.VerifyData(Content, key.Sign(Content), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
}
