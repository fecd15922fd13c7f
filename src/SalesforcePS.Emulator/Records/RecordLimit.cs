namespace SalesforcePS.Emulator.Records;

internal static class RecordLimit
{
    public static void Check(int count)
    {
        if (count > DmlOptions.MaximumRecords)
            throw new ApiException("EXCEEDED_ID_LIMIT", $"record limit reached. cannot submit more than {DmlOptions.MaximumRecords} records into this call");
    }
}
