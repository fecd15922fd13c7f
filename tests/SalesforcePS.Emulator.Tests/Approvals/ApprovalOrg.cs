using System.Net;
using System.Text.Json;
using SalesforcePS.Emulator.Hosting;
using SalesforcePS.Emulator.Tests.Schema.Source;
using SalesforcePS.Emulator.Tests.Support;
using Xunit;

namespace SalesforcePS.Emulator.Tests.Approvals;

/// <summary>
/// An org whose accounts are approved: a representative has a manager, and the manager a director. None of them is an
/// administrator. A test adds the parts of the process that it is about.
/// </summary>
internal sealed class ApprovalOrg : IAsyncDisposable
{
    public const string Everyone = "<allowedSubmitters><type>allInternalUsers</type></allowedSubmitters>";
    public const string ByHierarchy = "<approver><type>userHierarchyField</type></approver>";
    public const string ByManager = "<nextAutomatedApprover><useApproverFieldOfRecordOwner>false</useApproverFieldOfRecordOwner><userHierarchyField>Manager</userHierarchyField></nextAutomatedApprover>";

    private readonly SourceProject project;

    private ApprovalOrg(SourceProject project, EmulatorServer server)
    {
        this.project = project;
        Server = server;
    }

    public EmulatorServer Server { get; }

    public string Representative => IdOf("rep");

    public string Manager => IdOf("manager");

    public string Director => IdOf("director");

    public static string Step(string name, string approvers, string children = "", string multiple = "") =>
        $"<approvalStep>{children}<assignedApprover>{approvers}{multiple}</assignedApprover><label>{name} label</label><name>{name}</name></approvalStep>";

    public static string User(string name) => $"<approver><name>{name}@emulator.example</name><type>user</type></approver>";

    /// <summary>The folder, for tests that only load it.</summary>
    public static SourceProject Project(string children, string workflow = "", string editability = "AdminOnly", string objectName = "Account", string name = "Check") => new SourceProject()
        .WithField("Account", "State__c", "<type>Text</type><length>20</length>")
        .WithField("Account", "Size__c", "<type>Number</type><precision>8</precision><scale>0</scale>")
        .WithField("Account", "Reviewer__c", "<type>Lookup</type><referenceTo>User</referenceTo><relationshipName>Reviewed</relationshipName>")
        .With($"workflows/{objectName}.workflow-meta.xml", "Workflow", workflow)
        .With(
            $"approvalProcesses/{objectName}.{name}.approvalProcess-meta.xml",
            "ApprovalProcess",
            $"<active>true</active>{children}<label>{name} it</label><recordEditability>{editability}</recordEditability>");

    public static Task<ApprovalOrg> StartAsync(string children, string workflow = "", string editability = "AdminOnly", TimeProvider? clock = null) =>
        StartAsync(Project(children, workflow, editability), clock);

    public static async Task<ApprovalOrg> StartAsync(SourceProject project, TimeProvider? clock = null, string database = ":memory:")
    {
        project.With("users.json", """
            {"profiles":[{"name":"Clerk"}],"users":[
              {"username":"rep@emulator.example","password":"p","profile":"Clerk"},
              {"username":"manager@emulator.example","password":"p","profile":"Clerk"},
              {"username":"director@emulator.example","password":"p","profile":"Clerk"}]}
            """);
        var options = new EmulatorOptions { Schema = project.FolderPath, UsersFile = Path.Combine(project.FolderPath, "users.json"), Database = database };
        var org = new ApprovalOrg(project, await EmulatorServer.StartAsync(options, clock));
        await org.Server.PatchAsync($"sobjects/User/{org.Representative}", new { ManagerId = org.Manager });
        await org.Server.PatchAsync($"sobjects/User/{org.Manager}", new { ManagerId = org.Director });
        return org;
    }

    public void SignIn(string name) => UsersFixture.SignIn(Server, $"{name}@emulator.example");

    public void SignInAsAdministrator() => Server.SessionId = Server.Org.Sessions.Create(Server.Org.User).Id;

    /// <summary>A record of the representative, who stays signed in.</summary>
    public Task<string> CreateAsync(object record)
    {
        SignIn("rep");
        return Server.CreateAsync("Account", record);
    }

    public Task<JsonElement> SubmitAsync(string id, object? more = null) => ProcessAsync(new { actionType = "Submit", contextId = id }, more);

    public Task<JsonElement> AnswerAsync(string action, string workitemId, object? more = null) => ProcessAsync(new { actionType = action, contextId = workitemId }, more);

    public static string WorkitemOf(JsonElement result) => result.GetProperty("newWorkitemIds")[0].GetString()!;

    public static string? Status(JsonElement result) => result.GetProperty("instanceStatus").GetString();

    public static (string?, string?) Error(JsonElement result) =>
        (result.GetProperty("errors")[0].GetProperty("statusCode").GetString(), result.GetProperty("errors")[0].GetProperty("message").GetString());

    public static string[] Actors(JsonElement result) => [.. result.GetProperty("actorIds").EnumerateArray().Select(id => id.GetString()!)];

    public async Task<JsonElement> QueryAsync(string soql)
    {
        var answer = await Server.GetAsync($"query?q={Uri.EscapeDataString(soql)}");
        Assert.True(answer.Status == HttpStatusCode.OK, answer.Text);
        return answer.Json.GetProperty("records");
    }

    public async Task<string?> FieldAsync(string id, string field) => (await Server.GetAsync($"sobjects/Account/{id}?fields={field}")).Json.GetProperty(field).ToString();

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        project.Dispose();
    }

    private string IdOf(string name) => Server.Org.Users.FindByName($"{name}@emulator.example")!.Id;

    private async Task<JsonElement> ProcessAsync(object request, object? more)
    {
        var members = new[] { request, more }.OfType<object>().SelectMany(part => JsonSerializer.SerializeToElement(part).EnumerateObject()).ToDictionary(member => member.Name, member => member.Value);
        return (await Server.PostAsync("process/approvals", new { requests = new[] { members } })).Json[0];
    }
}
