using System.Management.Automation;
using System.Net;
using System.Security;
using System.Security.Cryptography.X509Certificates;
using SalesforcePS.Binding;
using SalesforcePS.Core.Authentication;
using SalesforcePS.Core.Sessions;
using SalesforcePS.Errors;
using SalesforcePS.Resources;

namespace SalesforcePS.Pipeline;

/// <summary>The base of the cmdlets that sign in: every way that there is.</summary>
public abstract class SignInCommand : SfCmdlet
{
    private protected const string ByClientCredentials = "ClientCredentials";
    private protected const string ByKeyFile = "JwtKeyFile";
    private protected const string ByCertificate = "JwtCertificate";
    private protected const string ByThumbprint = "JwtThumbprint";
    private protected const string ByAccessToken = "AccessToken";
    private protected const string ByPassword = "SoapLogin";
    private protected const string ByFile = "CredentialFile";
    private protected const string ByBrowser = "Interactive";
    private protected const string ByRefreshToken = "RefreshToken";
    private protected const string ByOAuthPassword = "OAuthPassword";
    private protected const string BySfCli = "SfCli";

    /// <summary>The consumer key of the external client app or connected app.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByClientCredentials, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, ParameterSetName = ByKeyFile)]
    [Parameter(Mandatory = true, ParameterSetName = ByCertificate)]
    [Parameter(Mandatory = true, ParameterSetName = ByThumbprint)]
    [Parameter(Mandatory = true, ParameterSetName = ByBrowser)]
    [Parameter(Mandatory = true, ParameterSetName = ByRefreshToken)]
    [Parameter(Mandatory = true, ParameterSetName = ByOAuthPassword)]
    [ValidateNotNullOrEmpty]
    public string? ClientId { get; set; }

    /// <summary>The app's consumer secret; by browser and by refresh token only where the app requires it.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByClientCredentials, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, ParameterSetName = ByOAuthPassword)]
    [Parameter(ParameterSetName = ByBrowser)]
    [Parameter(ParameterSetName = ByRefreshToken)]
    [ValidateNotNull]
    public SecureString? ClientSecret { get; set; }

    /// <summary>The user to sign in as; by browser the name that the page shows.</summary>
    [Parameter(ParameterSetName = ByBrowser)]
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

    /// <summary>User name and password, for SOAP login; with a client id and secret for OAuth's password flow.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByPassword)]
    [Parameter(Mandatory = true, ParameterSetName = ByOAuthPassword)]
    [ValidateNotNull]
    public PSCredential? Credential { get; set; }

    /// <summary>The user's security token, where the network address is not trusted.</summary>
    [Parameter(ParameterSetName = ByPassword)]
    [Parameter(ParameterSetName = ByOAuthPassword)]
    [ValidateNotNull]
    public SecureString? SecurityToken { get; set; }

    /// <summary>Signs in with the browser of this machine.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByBrowser)]
    public SwitchParameter Interactive { get; set; }

    /// <summary>The port that the browser comes back to, as a callback URL of the app has it; a free one without it.</summary>
    [Parameter(ParameterSetName = ByBrowser)]
    [ValidateRange(1, 65535)]
    public int RedirectPort { get; set; }

    /// <summary>Shows the address to sign in at and opens no browser.</summary>
    [Parameter(ParameterSetName = ByBrowser)]
    public SwitchParameter NoBrowser { get; set; }

    /// <summary>Seconds that somebody may take to sign in.</summary>
    [Parameter(ParameterSetName = ByBrowser)]
    [ValidateRange(1, 86_400)]
    [Alias("TimeoutSec")]
    public int Timeout { get; set; } = 300;

    /// <summary>A refresh token of the app.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByRefreshToken)]
    [ValidateNotNull]
    public SecureString? RefreshToken { get; set; }

    /// <summary>Is run with each new refresh token, a SecureString, to keep it. It runs in a runspace of its own: variables come with $using:.</summary>
    [Parameter(ParameterSetName = ByBrowser)]
    [Parameter(ParameterSetName = ByRefreshToken)]
    [ValidateNotNull]
    public ScriptBlock? OnTokenRefresh { get; set; }

    /// <summary>An alias or user name that the Salesforce CLI (sf) is signed in with.</summary>
    [Parameter(Mandatory = true, ParameterSetName = BySfCli)]
    [ValidateNotNullOrEmpty]
    public string? SfCliAlias { get; set; }

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

    /// <summary>What each call says of its client in the call options header, as a partner has it from Salesforce.</summary>
    [Parameter]
    [ValidatePattern(@"^[\w./-]+$")]
    public string? ClientName { get; set; }

    /// <summary>The proxy to go through; the system's without it.</summary>
    [Parameter]
    [ValidateNotNull]
    public Uri? Proxy { get; set; }

    /// <summary>User name and password for the proxy.</summary>
    [Parameter]
    [ValidateNotNull]
    public PSCredential? ProxyCredential { get; set; }

    /// <summary>What was asked for, whichever way.</summary>
    private protected (SignInInput Input, ConnectionOptions Options) ReadInput()
    {
        RefuseRelative(LoginUrl, nameof(LoginUrl));
        RefuseRelative(InstanceUrl, nameof(InstanceUrl));
        RefuseRelative(Proxy, nameof(Proxy));
        var (input, apiVersion) = ParameterSetName == ByFile ? ReadFile() : (ReadParameters(), ApiVersion);
        return (input, new ConnectionOptions { ApiVersion = apiVersion, ClientName = ClientName, Proxy = CreateProxy() });
    }

    /// <summary>What an error of the sign-in is about where its input is at fault.</summary>
    private protected string? InputTarget => KeyPath ?? CertificateThumbprint ?? SfCliAlias ?? Path;

    private SignInInput ReadParameters() => new(LoginUrl)
    {
        ClientId = ClientId,
        ClientSecret = ClientSecret,
        UserName = UserName ?? Credential?.UserName,
        Password = Credential?.Password,
        SecurityToken = SecurityToken,
        AccessToken = AccessToken,
        InstanceUrl = InstanceUrl,
        RefreshToken = RefreshToken,
        SfCliAlias = SfCliAlias,
        Browser = Interactive ? CreateBrowserOptions() : null,
        OnTokenRefresh = CreateTokenScript(),
        IsOAuthPassword = ParameterSetName == ByOAuthPassword,
        Key = ParameterSetName switch
        {
            ByKeyFile => () => SigningKey.FromFile(Resolve(KeyPath!), KeyPassword),
            ByCertificate => () => SigningKey.FromCertificate(Certificate!),
            ByThumbprint => () => SigningKey.FromStore(CertificateThumbprint!),
            _ => null,
        },
    };

    private BrowserSignInOptions CreateBrowserOptions() => new()
    {
        RedirectPort = RedirectPort,
        Timeout = TimeSpan.FromSeconds(Timeout),
        UserName = UserName,
        OnTokenRefresh = CreateTokenScript(),
    };

    private Func<SecureString, CancellationToken, Task>? CreateTokenScript() =>
        OnTokenRefresh is null ? null : new TokenScript(OnTokenRefresh, SessionState).RunAsync;

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

    /// <summary>PowerShell takes any text for a URI, such as a host's bare name.</summary>
    private void RefuseRelative(Uri? address, string parameter)
    {
        if (address is { IsAbsoluteUri: false })
            ThrowTerminatingError(ErrorRecords.Input(nameof(Messages.AddressIncomplete), Messages.AddressIncomplete, address, parameter, address));
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
            ThrowTerminatingError(ErrorRecords.Missing(nameof(Messages.PathNotFound), Messages.PathNotFound, path, resolved));
        return resolved;
    }
}
