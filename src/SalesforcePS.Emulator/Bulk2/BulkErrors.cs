using SalesforcePS.Emulator.Bulk;

namespace SalesforcePS.Emulator.Bulk2;

/// <summary>The refusals of Bulk API 2.0; their codes are those of Bulk API 1.0 in capitals.</summary>
internal static class BulkErrors
{
    public static ApiException UnknownEntity(string name) => new("INVALIDENTITY", $"Unable to find object: {name}");

    public static ApiException InvalidJob(string message) => new("INVALIDJOB", message);

    public static ApiException HardDeleteDenied() => new("FEATURENOTENABLED", BulkRights.HardDeleteDenied);

    public static ApiException InvalidState(string message) => new("INVALIDJOBSTATE", message);

    public static ApiException SecondUpload(BulkJob job) => new(
        "CLIENTINPUTERROR",
        $"Found multiple contents for job: <{job.Id}>, please 'Close' / 'Abort' / 'Delete' the current Job then create a new Job "
            + "and make sure you only do 'PUT' once on a given Job.");

    public static ApiException TooLarge(long limit) => new(
        "EXCEEDED_MAX_SIZE_REQUEST",
        FormattableString.Invariant($"The content is larger than {limit} bytes."),
        StatusCodes.Status413PayloadTooLarge);

    public static ApiException OtherVersion(BulkJob job) => new(
        "INVALIDVERSION",
        FormattableString.Invariant($"The job {job.Id} was created with API version {job.ApiVersion}.0; its results must be asked for with the same version."),
        StatusCodes.Status409Conflict);
}
