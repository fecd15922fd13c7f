using SalesforcePS.Emulator.Http;
using SalesforcePS.Emulator.Org;
using SalesforcePS.Emulator.Records;
using SalesforcePS.Emulator.Rest.Files;
using SalesforcePS.Emulator.Rest.Json;
using SalesforcePS.Emulator.Schema;

namespace SalesforcePS.Emulator.Rest.Records;

/// <summary>/sobjects/X and /sobjects/X/id, and what else leads to one record.</summary>
internal sealed class RecordEndpoint(EmulatedOrg org)
{
    private readonly RecordPreconditions preconditions = new(org);

    public async Task CreateAsync(HttpContext context)
    {
        var type = RouteTarget.Type(context, org.Schema);
        using var upload = await RecordUpload.ReadAsync(context, org.Blobs, UploadLimits.Of(type));
        var input = upload.Fill(JsonRecordReader.Read(upload.Root, type.Name), upload.Root);
        var user = RestCall.Of(context).User;
        var results = org.Writer.Create(user, [input], RestOptions.Read(context.Request));
        upload.Keep([input], results);
        var result = results[0];
        if (!result.Success)
        {
            await SaveAnswer.RefusedAsync(context, type, result);
            return;
        }

        org.Recent.Add(user, [result.Id!]);
        await SaveAnswer.CreatedAsync(context, type, result);
    }

    public Task ReadAsync(HttpContext context)
    {
        var type = RouteTarget.Type(context, org.Schema);
        return ReadAsync(context, type, RouteTarget.Id(context, type));
    }

    public Task UpdateAsync(HttpContext context)
    {
        var type = RouteTarget.Type(context, org.Schema);
        return UpdateAsync(context, type, RouteTarget.Id(context, type));
    }

    public Task DeleteAsync(HttpContext context)
    {
        var type = RouteTarget.Type(context, org.Schema);
        return DeleteAsync(context, type, RouteTarget.Id(context, type));
    }

    public Task ReadAsync(HttpContext context, SObjectType type, string id)
    {
        var fields = RouteTarget.Fields(type, context.Request.Query["fields"].ToString());
        var record = org.Reader.Retrieve(type, fields, [id])[0] ?? throw RestError.NotFound();
        if (!preconditions.AllowRead(context, type, id))
            return SaveAnswer.NotModifiedAsync(context);
        var root = RestCall.Of(context).Root;
        return JsonResponse.WriteAsync(context, StatusCodes.Status200OK, writer => JsonRecordWriter.Write(writer, record, root));
    }

    public async Task UpdateAsync(HttpContext context, SObjectType type, string id)
    {
        using var upload = await RecordUpload.ReadAsync(context, org.Blobs, UploadLimits.Of(type));
        var input = upload.Fill(JsonRecordReader.Read(upload.Root, type.Name), upload.Root);
        if (input.Id is not null)
            throw new ApiException("INVALID_FIELD", "The Id field should not be specified in the sobject data.") { Fields = ["Id"] };
        preconditions.CheckWrite(context, type, id);
        var user = RestCall.Of(context).User;
        var results = org.Writer.Update(user, [input with { Id = id }], RestOptions.Read(context.Request));
        upload.Keep([input], results);
        var result = results[0];
        if (!result.Success)
        {
            await SaveAnswer.RefusedAsync(context, type, result);
            return;
        }

        org.Recent.Add(user, [id]);
        await SaveAnswer.NoContentAsync(context);
    }

    public Task DeleteAsync(HttpContext context, SObjectType type, string id)
    {
        var result = org.Remover.Delete(RestCall.Of(context).User, [id], DmlOptions.Default)[0];
        return result.Success ? SaveAnswer.NoContentAsync(context) : SaveAnswer.RefusedAsync(context, type, result);
    }
}
