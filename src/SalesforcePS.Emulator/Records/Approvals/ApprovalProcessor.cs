using SalesforcePS.Emulator.Storage;

namespace SalesforcePS.Emulator.Records.Approvals;

/// <summary>Submits records for approval and takes the answers. Each request is a transaction: one that fails leaves the others alone (SOAP API guide, process).</summary>
internal sealed class ApprovalProcessor(OrgDatabase database, TimeProvider time)
{
    public ProcessResult Process(RequestUser user, ProcessRequest request, DmlOptions options)
    {
        ProcessResult? result = null;
        database.WriteUnlessRefused(() =>
        {
            result = Run(WriteContext.Start(database, user, options, time), request);
            return result.Success;
        });
        return result!;
    }

    private static ProcessResult Run(WriteContext context, ProcessRequest request)
    {
        try
        {
            return request is SubmitRequest submission
                ? new Submission(context).Run(submission)
                : new WorkitemAnswer(context).Run((WorkitemRequest)request);
        }
        catch (ApprovalRefusedException refusal)
        {
            return ProcessResult.Failed(refusal.Error);
        }
    }
}
