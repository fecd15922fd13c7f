using SalesforcePS.Emulator.Http;
using SalesforcePS.Emulator.Org;
using SalesforcePS.Emulator.Rest.Json;
using SalesforcePS.Emulator.Rest.Records;
using SalesforcePS.Emulator.Users;

namespace SalesforcePS.Emulator.Rest;

/// <summary>/sobjects/User/{id}/password.</summary>
internal sealed class PasswordEndpoint(EmulatedOrg org)
{
    private const string NewPassword = "NewPassword";

    private readonly PasswordChanger passwords = new(org);

    public Task ReadAsync(HttpContext context)
    {
        Find(context);
        return JsonResponse.WriteAsync(context, StatusCodes.Status200OK, writer =>
        {
            writer.WriteStartObject();
            writer.WriteBoolean("isExpired", org.SignIn.Current.IsPasswordExpired);
            writer.WriteEndObject();
        });
    }

    public async Task SetAsync(HttpContext context)
    {
        var account = Find(context);
        using var body = await RestBody.ReadAsync(context);
        passwords.Set(account, JsonMembers.Text(body.Root, NewPassword));
        await SaveAnswer.NoContentAsync(context);
    }

    public Task ResetAsync(HttpContext context)
    {
        var password = passwords.Reset(Find(context));
        return JsonResponse.WriteAsync(context, StatusCodes.Status200OK, writer =>
        {
            writer.WriteStartObject();
            writer.WriteString(NewPassword, password);
            writer.WriteEndObject();
        });
    }

    private UserAccount Find(HttpContext context) =>
        passwords.Find(RestCall.Of(context).User, context.Request.RouteValues["id"]!.ToString()!)
        ?? throw RestError.NotFound();
}
