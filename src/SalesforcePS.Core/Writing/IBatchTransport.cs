using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Sessions;

namespace SalesforcePS.Core.Writing;

/// <summary>What is particular to an API that writes records in requests of up to 200.</summary>
internal interface IBatchTransport
{
    /// <summary>Null where the record may go into a request; a value that would cost the whole request its answer is refused before.</summary>
    RecordException? Check(EncodedRecord record, WriteOptions options);

    /// <summary>True where one request can hold both records.</summary>
    bool MayGoTogether(EncodedRecord first, EncodedRecord second, WriteOptions options);

    IRecordCall CreateCall(SalesforceConnection connection, WriteOptions options);
}
