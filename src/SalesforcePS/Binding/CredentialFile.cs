using System.Management.Automation;
using System.Security;
using System.Text.Json;
using SalesforcePS.Core.Authentication;

namespace SalesforcePS.Binding;

/// <summary>
/// A sign-in kept as JSON: <c>url</c>, <c>username</c>, <c>password</c>, <c>token</c>, <c>clientId</c>, <c>clientSecret</c>,
/// <c>keyFile</c>, <c>keyPassword</c>, <c>accessToken</c>, <c>instanceUrl</c>, <c>apiVersion</c>; names in any case.
/// </summary>
internal sealed class CredentialFile
{
    private static readonly string[] Known =
    [
        "url", "username", "password", "token", "securityToken", "clientId", "clientSecret", "keyFile", "keyPassword",
        "accessToken", "instanceUrl", "apiVersion",
        // What the local org prints beside these.
        "organizationId", "userId",
    ];

    private readonly Dictionary<string, string> values = new(StringComparer.OrdinalIgnoreCase);
    private readonly string folder;

    /// <exception cref="PSArgumentException">The file is no JSON object of text values, or has a name that means nothing.</exception>
    public CredentialFile(string path)
    {
        folder = Path.GetDirectoryName(path)!;
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllText(path), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            foreach (var property in json.RootElement.EnumerateObject())
            {
                if (!Known.Contains(property.Name, StringComparer.OrdinalIgnoreCase))
                    throw new PSArgumentException($"'{property.Name}' means nothing here; the names are {string.Join(", ", Known)}.");
                values[property.Name] = property.Value.GetString() ?? "";
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new PSArgumentException($"it is not a JSON object whose values are text ({exception.Message}).", exception);
        }
    }

    public string? ApiVersion => Text("apiVersion");

    public SignInInput ToInput(Uri defaultLoginUrl) => new(Address("url") ?? defaultLoginUrl)
    {
        ClientId = Text("clientId"),
        ClientSecret = Secret("clientSecret"),
        UserName = Text("username"),
        Password = Secret("password"),
        SecurityToken = Secret("token") ?? Secret("securityToken"),
        Key = Text("keyFile") is { } file ? () => SigningKey.FromFile(Path.Combine(folder, file), Secret("keyPassword")) : null,
        AccessToken = Secret("accessToken"),
        InstanceUrl = Address("instanceUrl") ?? Address("url"),
    };

    private string? Text(string name) => values.TryGetValue(name, out var value) && value.Length > 0 ? value : null;

    private Uri? Address(string name) =>
        Text(name) is not { } text ? null
        : Uri.TryCreate(text, UriKind.Absolute, out var address) ? address
        : throw new PSArgumentException($"'{text}' in '{name}' is not an address such as https://example.my.salesforce.com.");

    private SecureString? Secret(string name) => Text(name)?.ToSecureString();
}
