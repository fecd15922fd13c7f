using SalesforcePS.Emulator.Http;
using SalesforcePS.Emulator.Org;
using SalesforcePS.Emulator.Records;
using SalesforcePS.Emulator.Rest.Json;

namespace SalesforcePS.Emulator.Rest.Records;

/// <summary>/sobjects/X and /sobjects/X/id.</summary>
internal sealed class RecordEndpoint(EmulatedOrg org)
{
    public async Task CreateAsync(HttpContext context)
    {
        var type = RouteTarget.Type(context, org.Schema);
        using var body = await RestBody.ReadAsync(context);
        var input = JsonRecordReader.Read(body.Root, type.Name);
        var result = org.Writer.Create(RestCall.Of(context).User, [input], RestOptions.Read(context.Request))[0];
        if (result.Success)
            await SaveAnswer.CreatedAsync(context, type, result);
        else
            await SaveAnswer.RefusedAsync(context, type, result);
    }

    public Task ReadAsync(HttpContext context)
    {
        var type = RouteTarget.Type(context, org.Schema);
        return WriteRecordAsync(context, org, type, RouteTarget.Id(context, type));
    }

    public async Task UpdateAsync(HttpContext context)
    {
        var type = RouteTarget.Type(context, org.Schema);
        var id = RouteTarget.Id(context, type);
        using var body = await RestBody.ReadAsync(context);
        var input = JsonRecordReader.Read(body.Root, type.Name);
        if (input.Id is not null)
            throw new ApiException("INVALID_FIELD", "The Id field should not be specified in the sobject data.") { Fields = ["Id"] };
        var result = org.Writer.Update(RestCall.Of(context).User, [input with { Id = id }], RestOptions.Read(context.Request))[0];
        if (result.Success)
            await SaveAnswer.NoContentAsync(context);
        else
            await SaveAnswer.RefusedAsync(context, type, result);
    }

    public Task DeleteAsync(HttpContext context)
    {
        var type = RouteTarget.Type(context, org.Schema);
        var id = RouteTarget.Id(context, type);
        var result = org.Remover.Delete(RestCall.Of(context).User, [id], DmlOptions.Default)[0];
        return result.Success ? SaveAnswer.NoContentAsync(context) : SaveAnswer.RefusedAsync(context, type, result);
    }

    public static Task WriteRecordAsync(HttpContext context, EmulatedOrg org, Schema.SObjectType type, string id)
    {
        var fields = RouteTarget.Fields(type, context.Request.Query["fields"].ToString());
        var record = org.Reader.Retrieve(type, fields, [id])[0] ?? throw RestError.NotFound();
        var root = RestCall.Of(context).Root;
        return JsonResponse.WriteAsync(context, StatusCodes.Status200OK, writer => JsonRecordWriter.Write(writer, record, root));
    }
}
