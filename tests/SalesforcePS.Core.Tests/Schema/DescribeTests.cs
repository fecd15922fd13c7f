using System.Text.Json;
using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Schema;
using SalesforcePS.Core.Tests.Support;
using Xunit;

namespace SalesforcePS.Core.Tests.Schema;

public sealed class DescribeTests
{
    [Fact]
    public void RecordedDescribe_IsRead()
    {
        using var json = JsonDocument.Parse(ReferenceData.Read("recorded/restforce-json/spec__fixtures__sobject__sobject_describe_success_response.json"));

        var description = DescribeReader.Read(json.RootElement);

        Assert.Equal("Whizbang", description.Name);
        var id = description.FindField("ID")!;
        Assert.Equal((FieldType.Id, false, true), (id.Type, id.Updateable, id.IdLookup));
    }

    [Fact]
    public void NamesAndRelationships_AreFoundInAnyCase()
    {
        var task = StandardObjects.Task;

        Assert.Equal("Subject", task.FindField("SUBJECT")!.Name);
        Assert.Equal("WhoId", task.FindRelationship("who")!.Name);
        Assert.Equal("Contact", StandardObjects.Account.FindChildObject("contacts"));
        Assert.True(StandardObjects.Account.FindField("Code__c")!.CaseSensitive);
        Assert.Null(task.FindField("Nothing"));
    }

    [Fact]
    public async Task Describe_IsAskedForOnceAndAFailureIsNotRemembered()
    {
        var org = new FakeOrg();
        using var connection = await org.ConnectAsync();
        org.On = request => request.Path.EndsWith("/describe", StringComparison.Ordinal) ? Answers.Error(403, "INSUFFICIENT_ACCESS", "no") : null;
        await Assert.ThrowsAsync<SalesforceException>(async () => await connection.Schema.GetAsync("Account", CancellationToken.None));
        org.On = null;

        var first = await connection.Schema.GetAsync("Account", CancellationToken.None);
        var again = await connection.Schema.GetAsync("ACCOUNT", CancellationToken.None);

        Assert.Same(first, again);
        Assert.Equal(2, org.DescribeCalls);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("""{"name":"Account"}""")]
    [InlineData("<html>")]
    public async Task DescribeThatIsNone_IsAProtocolError(string body)
    {
        var org = new FakeOrg();
        org.Describes["Account"] = body;
        using var connection = await org.ConnectAsync();

        var wrong = await Assert.ThrowsAsync<ProtocolException>(async () => await connection.Schema.GetAsync("Account", CancellationToken.None));

        Assert.StartsWith("The answer of '/services/data/v68.0/sobjects/Account/describe' could not be read", wrong.Message, StringComparison.Ordinal);
    }
}
