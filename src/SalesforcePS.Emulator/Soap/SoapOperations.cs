using SalesforcePS.Emulator.Org;
using SalesforcePS.Emulator.Soap.Operations;

namespace SalesforcePS.Emulator.Soap;

internal sealed class SoapOperations
{
    public const string Login = "login";

    private const string SetPassword = "setPassword";
    private const string ChangeOwnPassword = "changeOwnPassword";

    private readonly Dictionary<string, SoapOperation> operations;

    private SoapOperations() => operations = [];

    public SoapOperations(EmulatedOrg org)
    {
        var save = new SaveOperations(org);
        var remove = new RemoveOperations(org.Remover);
        var describe = new DescribeOperations(org.Schema);
        var query = new QueryOperations(org);
        var user = new UserOperations(org);
        var password = new PasswordOperations(org);
        var replication = new ReplicationOperations(org);
        operations = new Dictionary<string, SoapOperation>(StringComparer.Ordinal)
        {
            [Login] = new LoginOperation(org).Login,
            ["logout"] = user.Logout,
            ["invalidateSessions"] = user.InvalidateSessions,
            ["getUserInfo"] = user.GetUserInfo,
            ["getServerTimestamp"] = user.GetServerTimestamp,
            [SetPassword] = password.SetPassword,
            [ChangeOwnPassword] = password.ChangeOwnPassword,
            ["resetPassword"] = password.ResetPassword,
            ["create"] = save.Create,
            ["update"] = save.Update,
            ["upsert"] = save.Upsert,
            ["delete"] = remove.Delete,
            ["undelete"] = remove.Undelete,
            ["emptyRecycleBin"] = remove.EmptyRecycleBin,
            ["merge"] = new MergeOperation(org).Merge,
            ["convertLead"] = new ConvertLeadOperation(org).ConvertLead,
            ["process"] = new ProcessOperation(org.Approvals).Process,
            ["getUpdated"] = replication.GetUpdated,
            ["getDeleted"] = replication.GetDeleted,
            ["query"] = query.Query,
            ["queryAll"] = query.QueryAll,
            ["queryMore"] = query.QueryMore,
            ["search"] = new SearchOperation(org).Search,
            ["retrieve"] = new RetrieveOperation(org).Retrieve,
            ["describeSObject"] = describe.DescribeSObject,
            ["describeSObjects"] = describe.DescribeSObjects,
            ["describeGlobal"] = describe.DescribeGlobal,
            ["describeLayout"] = describe.DescribeLayout,
        };
    }

    /// <summary>What the other SOAP APIs of an org (metadata, enterprise, Apex) have here.</summary>
    public static SoapOperations None { get; } = new();

    /// <summary>What a session does whose password has expired.</summary>
    public static bool RenewsPassword(string operation) => operation is SetPassword or ChangeOwnPassword;

    public SoapOperation Find(SoapRequest request) =>
        request.OperationNamespace == SoapNames.Partner && operations.TryGetValue(request.Operation, out var operation)
            ? operation
            : throw new SoapException("Client", $"No operation available for request {{{request.OperationNamespace}}}{request.Operation}, please check the WSDL for the service.");
}
