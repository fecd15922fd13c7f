using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Sessions;
using SalesforcePS.Core.Writing;

namespace SalesforcePS.Core.Files;

/// <summary>Records with files by REST multipart: one streamed by itself, several in a collection.</summary>
internal sealed class FileTransport(Action<long> sent) : IBatchTransport
{
    public RecordException? Check(EncodedRecord record, WriteOptions options) => FileLimits.Refusal(record.Record);

    public bool MayGoTogether(EncodedRecord first, EncodedRecord second, WriteOptions options) => true;

    public IRecordCall CreateCall(SalesforceConnection connection, WriteOptions options) => new FileCall(connection, options, sent);
}
