using SalesforcePS.Emulator.Records;

namespace SalesforcePS.Emulator.Rest;

/// <summary>What is known of a REST request once it has passed the gate.</summary>
internal sealed record RestCall(int Version, RequestUser User)
{
    /// <summary>For example "/services/data/v68.0".</summary>
    public string Root { get; } = FormattableString.Invariant($"{RestRoutes.Root}/v{Version}.0");

    public static RestCall Of(HttpContext context) =>
        context.Features.Get<RestCall>() ?? throw new InvalidOperationException("The request has not passed the REST gate.");
}
