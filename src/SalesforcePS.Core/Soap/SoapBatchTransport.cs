using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Sessions;
using SalesforcePS.Core.Writing;

namespace SalesforcePS.Core.Soap;

/// <summary>The partner API: records of all objects in one request, and a wrong value costs its own record alone.</summary>
internal sealed class SoapBatchTransport : IBatchTransport
{
    public RecordException? Check(EncodedRecord record, WriteOptions options) => null;

    public bool MayGoTogether(EncodedRecord first, EncodedRecord second, WriteOptions options) => true;

    public IRecordCall CreateCall(SalesforceConnection connection, WriteOptions options) => new SoapRecordCall(connection, options);
}
