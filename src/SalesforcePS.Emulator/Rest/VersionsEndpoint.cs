using System.Globalization;
using SalesforcePS.Emulator.Http;
using SalesforcePS.Emulator.OAuth;
using SalesforcePS.Emulator.Org;

namespace SalesforcePS.Emulator.Rest;

internal sealed class VersionsEndpoint(EmulatedOrg org)
{
    private static readonly string[] Resources = ["composite", "jobs", "limits", "parameterizedSearch", "query", "queryAll", "recent", "search", "sobjects"];

    public static Task ListAsync(HttpContext context) =>
        JsonResponse.WriteAsync(context, StatusCodes.Status200OK, writer =>
        {
            writer.WriteStartArray();
            for (var version = ApiVersions.Oldest; version <= ApiVersions.Newest; version++)
            {
                var number = string.Create(CultureInfo.InvariantCulture, $"{version}.0");
                writer.WriteStartObject();
                writer.WriteString("label", ApiVersions.Label(version));
                writer.WriteString("url", $"{RestRoutes.Root}/v{number}");
                writer.WriteString("version", number);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        });

    public Task ResourcesAsync(HttpContext context)
    {
        var root = RestCall.Of(context).Root;
        return JsonResponse.WriteAsync(context, StatusCodes.Status200OK, writer =>
        {
            writer.WriteStartObject();
            foreach (var resource in Resources)
                writer.WriteString(resource, $"{root}/{resource}");
            writer.WriteString("identity", IdentityEndpoint.Url(RequestUrl.Base(context.Request), org.Users.Require(RestCall.Of(context).User.UserId).Identity));
            writer.WriteEndObject();
        });
    }
}
