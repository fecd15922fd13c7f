using System.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using SalesforcePS.Core.Errors;

namespace SalesforcePS.Core.Authentication;

/// <summary>The RSA private key that signs JWT assertions: from a PEM file, a PFX file or a certificate.</summary>
public sealed class SigningKey
{
    private readonly RSA rsa;

    private SigningKey(RSA rsa) => this.rsa = rsa;

    internal byte[] Sign(byte[] content) => rsa.SignData(content, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    /// <summary>A key file: PEM (PKCS#1, PKCS#8, encrypted PKCS#8) or PKCS#12 (<c>.pfx</c>, <c>.p12</c>).</summary>
    /// <exception cref="AuthenticationException">The file cannot be read, its password is wrong, or it holds no RSA private key.</exception>
    public static SigningKey FromFile(string path, SecureString? password)
    {
        try
        {
            return Path.GetExtension(path).ToUpperInvariant() is ".PFX" or ".P12"
                ? FromCertificate(ReadPfx(path, password))
                : FromPem(File.ReadAllText(path), password);
        }
        catch (Exception exception) when (exception is CryptographicException or ArgumentException or IOException or UnauthorizedAccessException or NotSupportedException)
        {
            var remedy = password is null ? "If it is encrypted, give its password." : "Check its password.";
            throw Unusable($"'{path}' holds no RSA private key that can be used: {exception.Message} {remedy}", exception);
        }
    }

    /// <exception cref="AuthenticationException">The certificate has no RSA private key.</exception>
    public static SigningKey FromCertificate(X509Certificate2 certificate) =>
        new(certificate.GetRSAPrivateKey()
            ?? throw Unusable($"The certificate '{certificate.Subject}' has no RSA private key that can be used here. Give one with its private key."));

    /// <summary>Looks in the user's and then in the machine's personal store.</summary>
    /// <exception cref="AuthenticationException">No certificate with a private key has that thumbprint.</exception>
    public static SigningKey FromStore(string thumbprint)
    {
        foreach (var location in new[] { StoreLocation.CurrentUser, StoreLocation.LocalMachine })
        {
            if (FindInStore(thumbprint, location) is { } certificate)
                return FromCertificate(certificate);
        }
        throw Unusable($"No certificate with the thumbprint '{thumbprint}' is in the personal store of the user or the machine.");
    }

    private static SigningKey FromPem(string pem, SecureString? password)
    {
        var rsa = RSA.Create();
        if (password is null)
            rsa.ImportFromPem(pem);
        else
            rsa.ImportFromEncryptedPem(pem, password.Reveal());
        // A PEM file may hold the public key alone, which would fail no sooner than when it signs.
        _ = rsa.ExportParameters(includePrivateParameters: true);
        return new SigningKey(rsa);
    }

    private static X509Certificate2 ReadPfx(string path, SecureString? password) =>
#pragma warning disable SYSLIB0057 // X509CertificateLoader came with .NET 9; the module runs on .NET 8 too.
        new(path, password, OperatingSystem.IsMacOS() ? X509KeyStorageFlags.DefaultKeySet : X509KeyStorageFlags.EphemeralKeySet);
#pragma warning restore SYSLIB0057

    private static X509Certificate2? FindInStore(string thumbprint, StoreLocation location)
    {
        try
        {
            using var store = new X509Store(StoreName.My, location);
            store.Open(OpenFlags.ReadOnly | OpenFlags.OpenExistingOnly);
            return store.Certificates.Find(X509FindType.FindByThumbprint, thumbprint, validOnly: false)
                .FirstOrDefault(certificate => certificate.HasPrivateKey);
        }
        catch (CryptographicException)
        {
            // The store does not exist, which on Linux is the rule for the machine's.
            return null;
        }
    }

    private static AuthenticationException Unusable(string message, Exception? inner = null) =>
        new(message, inner) { ErrorCode = "SIGNING_KEY_UNUSABLE" };
}
