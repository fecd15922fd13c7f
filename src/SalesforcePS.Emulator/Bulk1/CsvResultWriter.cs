using System.Buffers;
using SalesforcePS.Emulator.Bulk;
using SalesforcePS.Emulator.Records;

namespace SalesforcePS.Emulator.Bulk1;

/// <summary>The results of a batch of CSV records, in the order of the records.</summary>
internal static class CsvResultWriter
{
    public static void Write(IBufferWriter<byte> output, IEnumerable<SaveResult> results)
    {
        WriteRow(output, "Id", "Success", "Created", "Error");
        foreach (var result in results)
        {
            if (result.Success)
                WriteRow(output, result.Id!, "true", result.Created ? "true" : "false", "");
            else
                WriteRow(output, "", "false", "false", ErrorText.Of(result.Errors));
        }
    }

    private static void WriteRow(IBufferWriter<byte> output, params ReadOnlySpan<string> values)
    {
        for (var index = 0; index < values.Length; index++)
        {
            if (index > 0)
                CsvText.Append(output, (byte)',');
            CsvText.Append(output, values[index]);
        }

        CsvText.AppendLineEnding(output, LineEnding.LF);
    }
}
