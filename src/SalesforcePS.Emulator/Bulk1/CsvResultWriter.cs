using SalesforcePS.Emulator.Bulk;
using SalesforcePS.Emulator.Http;
using SalesforcePS.Emulator.Records;

namespace SalesforcePS.Emulator.Bulk1;

/// <summary>The results of a batch of CSV records, in the order of the records.</summary>
internal static class CsvResultWriter
{
    public static void Write(PooledStream output, IEnumerable<SaveResult> results)
    {
        output.Write("\"Id\",\"Success\",\"Created\",\"Error\"\n"u8);
        foreach (var result in results)
        {
            CsvText.Append(output, result.Success ? result.Id! : "");
            if (result.Success)
            {
                output.Write(result.Created ? ",\"true\",\"true\",\"\"\n"u8 : ",\"true\",\"false\",\"\"\n"u8);
                continue;
            }

            output.Write(",\"false\",\"false\","u8);
            CsvText.Append(output, ErrorText.Of(result.Errors));
            output.Write("\n"u8);
        }
    }
}
