using System.Management.Automation;
using System.Net;
using System.Security;
using System.Security.Cryptography.X509Certificates;
using SalesforcePS.Binding;
using SalesforcePS.Core.Authentication;
using SalesforcePS.Core.Sessions;
using SalesforcePS.Errors;
using SalesforcePS.Pipeline;
using SalesforcePS.Resources;
using SalesforcePS.Sessions;

namespace SalesforcePS.Commands;

/// <summary>Signs in to an org and makes the session the runspace's current one.</summary>
[Cmdlet(VerbsCommunications.Connect, "Sf", DefaultParameterSetName = ByClientCredentials)]
[OutputType(typeof(SfSession))]
public sealed class ConnectSfCommand : SfCmdlet
{
    private const string ByClientCredentials = "ClientCredentials";
    private const string ByKeyFile = "JwtKeyFile";
    private const string ByCertificate = "JwtCertificate";
    private const string ByThumbprint = "JwtThumbprint";
    private const string ByAccessToken = "AccessToken";
    private const string ByPassword = "SoapLogin";
    private const string ByFile = "CredentialFile";

    /// <summary>The consumer key of the external client app or connected app.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByClientCredentials, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, ParameterSetName = ByKeyFile)]
    [Parameter(Mandatory = true, ParameterSetName = ByCertificate)]
    [Parameter(Mandatory = true, ParameterSetName = ByThumbprint)]
    [ValidateNotNullOrEmpty]
    public string? ClientId { get; set; }

    /// <summary>The app's consumer secret.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByClientCredentials, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNull]
    public SecureString? ClientSecret { get; set; }

    /// <summary>The user to sign in as.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByKeyFile)]
    [Parameter(Mandatory = true, ParameterSetName = ByCertificate)]
    [Parameter(Mandatory = true, ParameterSetName = ByThumbprint)]
    [ValidateNotNullOrEmpty]
    public string? UserName { get; set; }

    /// <summary>The private key: a PEM or PFX file.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByKeyFile)]
    [ValidateNotNullOrEmpty]
    public string? KeyPath { get; set; }

    /// <summary>The password of the key file.</summary>
    [Parameter(ParameterSetName = ByKeyFile)]
    [ValidateNotNull]
    public SecureString? KeyPassword { get; set; }

    /// <summary>A certificate with its private key.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByCertificate)]
    [ValidateNotNull]
    public X509Certificate2? Certificate { get; set; }

    /// <summary>The thumbprint of a certificate in the personal store of the user or the machine.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByThumbprint)]
    [ValidateNotNullOrEmpty]
    public string? CertificateThumbprint { get; set; }

    /// <summary>A session's token that something else got.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByAccessToken)]
    [ValidateNotNull]
    public SecureString? AccessToken { get; set; }

    /// <summary>The org's address, such as https://example.my.salesforce.com.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByAccessToken)]
    [ValidateNotNull]
    public Uri? InstanceUrl { get; set; }

    /// <summary>User name and password, for SOAP login.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByPassword)]
    [ValidateNotNull]
    public PSCredential? Credential { get; set; }

    /// <summary>The user's security token, where the network address is not trusted.</summary>
    [Parameter(ParameterSetName = ByPassword)]
    [ValidateNotNull]
    public SecureString? SecurityToken { get; set; }

    /// <summary>A credentials file in JSON.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByFile, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>Where to sign in: My Domain for client credentials; https://test.salesforce.com for a sandbox by the other ways.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Url")]
    [ValidateNotNull]
    public Uri LoginUrl { get; set; } = new("https://login.salesforce.com");

    /// <summary>The API version to use; without it the newest that the org offers.</summary>
    [Parameter]
    [ValidatePattern(@"^v?\d{2,3}(\.0)?$")]
    public string? ApiVersion { get; set; }

    /// <summary>The proxy to go through; the system's without it.</summary>
    [Parameter]
    [ValidateNotNull]
    public Uri? Proxy { get; set; }

    /// <summary>User name and password for the proxy.</summary>
    [Parameter]
    [ValidateNotNull]
    public PSCredential? ProxyCredential { get; set; }

    /// <summary>Puts out the session.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    protected override void ProcessRecord()
    {
        var (input, apiVersion) = ParameterSetName == ByFile ? ReadFile() : (ReadParameters(), ApiVersion);
        var signIn = CreateSignIn(input);
        if (signIn is SoapLoginSignIn)
            WriteWarning(Messages.SoapLoginEnds);
        var options = new ConnectionOptions { ApiVersion = apiVersion, Proxy = CreateProxy() };
        var session = new SfSession(Await(token => SalesforceConnection.OpenAsync(signIn, options, token), input.InstanceUrl ?? input.LoginUrl));
        CurrentSession.Set(session);
        WriteVerbose($"Signed in to {session.OrganizationName} as {session.UserName} by {session.SignIn}, API {session.ApiVersion}.");
        if (PassThru)
            WriteObject(session);
    }

    private SignInInput ReadParameters() => new(LoginUrl)
    {
        ClientId = ClientId,
        ClientSecret = ClientSecret,
        UserName = UserName ?? Credential?.UserName,
        Password = Credential?.Password,
        SecurityToken = SecurityToken,
        AccessToken = AccessToken,
        InstanceUrl = InstanceUrl,
        Key = ParameterSetName switch
        {
            ByKeyFile => () => SigningKey.FromFile(Resolve(KeyPath!), KeyPassword),
            ByCertificate => () => SigningKey.FromCertificate(Certificate!),
            ByThumbprint => () => SigningKey.FromStore(CertificateThumbprint!),
            _ => null,
        },
    };

    private (SignInInput Input, string? ApiVersion) ReadFile()
    {
        var path = Resolve(Path!);
        if (FileExposure.IsReadableByOthers(path))
            WriteWarning(string.Format(System.Globalization.CultureInfo.CurrentCulture, Messages.CredentialFileExposed, path));
        try
        {
            var file = new CredentialFile(path);
            return (file.ToInput(LoginUrl), ApiVersion ?? file.ApiVersion);
        }
        catch (PSArgumentException unusable)
        {
            ThrowTerminatingError(ErrorRecords.Input(nameof(Messages.CredentialFileUnusable), Messages.CredentialFileUnusable, path, path, unusable.Message));
            throw;
        }
    }

    private SignIn CreateSignIn(SignInInput input)
    {
        SignIn signIn = null!;
        try
        {
            Guard(() => signIn = input.CreateSignIn(), KeyPath ?? CertificateThumbprint ?? Path);
        }
        catch (PSArgumentException unusable)
        {
            ThrowTerminatingError(ErrorRecords.Input(nameof(Messages.CredentialFileUnusable), Messages.CredentialFileUnusable, Path, Path, unusable.Message));
        }
        return signIn;
    }

    private WebProxy? CreateProxy() => Proxy is null ? null : new WebProxy(Proxy)
    {
        Credentials = ProxyCredential?.GetNetworkCredential(),
        UseDefaultCredentials = ProxyCredential is null,
    };

    /// <summary>A path of PowerShell's (a drive, ~, relative to its location) as one of the file system.</summary>
    private string Resolve(string path)
    {
        var resolved = GetUnresolvedProviderPathFromPSPath(path);
        if (!File.Exists(resolved))
            ThrowTerminatingError(ErrorRecords.Input(nameof(Messages.PathNotFound), Messages.PathNotFound, path, resolved));
        return resolved;
    }
}
