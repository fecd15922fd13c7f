using System.Net;
using SalesforcePS.Emulator.Tests.Bulk1;
using SalesforcePS.Emulator.Tests.Bulk2;
using SalesforcePS.Emulator.Tests.Support;
using Xunit;

namespace SalesforcePS.Emulator.Tests.Rights;

public sealed class BulkRightTests : IDisposable
{
    private const string HardDeleteDenied = "hardDelete operation requires special user profile permission, please contact your system administrator";

    private readonly UsersFixture users = new("""
        "objectPermissions": [ { "object": "Lead", "allowRead": false }, { "object": "Case", "allowCreate": false, "allowEdit": false } ],
        "fieldPermissions": [ { "field": "Account.Rating", "readable": false }, { "field": "Account.Industry", "editable": false } ]
        """);

    public void Dispose() => users.Dispose();

    [Fact]
    public async Task HardDelete_NeedsItsPermission()
    {
        await using var server = await users.StartAsync();

        var second = await server.PostAsync("jobs/ingest", new { @object = "Account", operation = "hardDelete" });
        UsersFixture.SignIn(server, "second@emulator.example");
        var allowed = await server.PostAsync("jobs/ingest", new { @object = "Account", operation = "hardDelete" });

        Assert.Equal(HttpStatusCode.BadRequest, second.Status);
        Assert.Equal(("FEATURENOTENABLED", HardDeleteDenied), (second.ErrorCode, second.ErrorMessage));
        Assert.Equal(HttpStatusCode.OK, allowed.Status);
    }

    [Fact]
    public async Task HardDeleteOfTheFirstVersion_NeedsItToo()
    {
        await using var client = new AsyncClient(await users.StartAsync());

        var answer = await client.SendAsync(HttpMethod.Post, "job", "{\"operation\":\"hardDelete\",\"object\":\"Account\",\"contentType\":\"CSV\"}", "application/json");

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(("FeatureNotEnabled", HardDeleteDenied), (answer.Json.GetProperty("exceptionCode").GetString(), answer.Json.GetProperty("exceptionMessage").GetString()));
    }

    [Fact]
    public async Task HiddenObjectsAndFields_AreUnknown()
    {
        await using var server = await users.StartAsync();

        var hiddenObject = await server.PostAsync("jobs/ingest", new { @object = "Lead", operation = "insert" });
        var hiddenField = await server.IngestAsync(new { @object = "Account", operation = "insert" }, "Name,Rating\nA,Hot\n");
        var query = await server.PostAsync("jobs/query", new { operation = "query", query = "SELECT Rating FROM Account" });

        Assert.Equal("INVALIDENTITY", hiddenObject.ErrorCode);
        Assert.Equal(("Failed", "InvalidBatch : Field name not found : Rating"), (hiddenField.State(), hiddenField.Json.GetProperty("errorMessage").GetString()));
        Assert.Equal("INVALID_FIELD", query.ErrorCode);
    }

    [Fact]
    public async Task UpsertByAKeyThatIsNotUnique_NeedsToSeeAllData()
    {
        await using var server = await users.StartAsync();

        var single = await server.PatchAsync("sobjects/Contact/Email/a@b.example", new { LastName = "L" });
        var job = await server.IngestAsync(new { @object = "Contact", operation = "upsert", externalIdFieldName = "Email" }, "LastName,Email\nL,a@b.example\n");
        UsersFixture.SignIn(server, "second@emulator.example");
        var allowed = await server.PatchAsync("sobjects/Contact/Email/a@b.example", new { LastName = "L" });

        Assert.Equal(HttpStatusCode.Forbidden, single.Status);
        Assert.Equal(("INSUFFICIENT_ACCESS", "Upsert requires view all data on a non-unique custom index"), (single.ErrorCode, single.ErrorMessage));
        Assert.Equal(
            ("Failed", "InvalidBatch : INSUFFICIENT_ACCESS: Upsert requires view all data on a non-unique custom index"),
            (job.State(), job.Json.GetProperty("errorMessage").GetString()));
        Assert.Equal(HttpStatusCode.Created, allowed.Status);
    }

    [Theory]
    [InlineData("Account", "Name,Industry\nA,Energy\n", "INVALID_FIELD_FOR_INSERT_UPDATE:Unable to create/update fields: Industry")]
    [InlineData("Case", "Subject\nA\n", "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY:entity type cannot be inserted: Case")]
    public async Task WhatMayNotBeWritten_FailsRowByRow(string type, string csv, string error)
    {
        await using var server = await users.StartAsync();

        var job = await server.IngestAsync(new { @object = type, operation = "insert" }, csv);

        Assert.Equal(("JobComplete", 1), (job.State(), job.Number("numberRecordsFailed")));
        Assert.Contains(error, (await server.ResultsAsync(job.Id, "failedResults"))[1], StringComparison.Ordinal);
    }
}
