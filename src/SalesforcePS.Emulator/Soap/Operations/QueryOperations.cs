using SalesforcePS.Emulator.Org;
using SalesforcePS.Emulator.Querying;

namespace SalesforcePS.Emulator.Soap.Operations;

internal sealed class QueryOperations(EmulatedOrg org)
{
    public void Query(SoapCall call) => Start(call, includeDeleted: false);

    public void QueryAll(SoapCall call) => Start(call, includeDeleted: true);

    public void QueryMore(SoapCall call) =>
        Write(call, org.Queries.QueryMore(call.User, call.ReadText("queryLocator"), call.Headers.BatchSize));

    private void Start(SoapCall call, bool includeDeleted)
    {
        var size = call.Headers.BatchSize ?? QueryService.MaximumBatchSize;
        Write(call, org.Queries.Query(call.User, call.ReadText("queryString"), includeDeleted, size));
    }

    private void Write(SoapCall call, QueryPage page)
    {
        call.Result.Start("result");
        new QueryRowWriter(call.Result, new BlobReader(org).Read).WritePage(page);
        call.Result.WriteEndElement();
    }
}
