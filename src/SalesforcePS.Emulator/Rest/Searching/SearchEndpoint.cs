using SalesforcePS.Emulator.Http;
using SalesforcePS.Emulator.Searching;

namespace SalesforcePS.Emulator.Rest.Searching;

internal sealed class SearchEndpoint(SearchService search)
{
    public Task SearchAsync(HttpContext context) => RunAsync(context, context.Request.Query["q"].ToString());

    /// <summary>Parameters in the address.</summary>
    public Task GetAsync(HttpContext context) => RunAsync(context, ParameterQuery.Read(context.Request.Query).ToSosl());

    /// <summary>Parameters in the body.</summary>
    public async Task PostAsync(HttpContext context)
    {
        using var body = await RestBody.ReadAsync(context);
        await RunAsync(context, ParameterBody.Read(body.Root).ToSosl());
    }

    private async Task RunAsync(HttpContext context, string sosl)
    {
        var call = RestCall.Of(context);
        var result = search.Search(call.User, sosl);
        using var body = new PooledStream();
        SearchJsonWriter.Write(body, result, call);
        await JsonResponse.SendAsync(context, StatusCodes.Status200OK, body);
    }
}
