using System.Text;
using SalesforcePS.Emulator.Identity;
using SalesforcePS.Emulator.Records;

namespace SalesforcePS.Emulator.Bulk;

/// <summary>Outcomes as bytes: 19 for a record that was written.</summary>
internal static class OutcomeCodec
{
    private const byte Success = 1;
    private const byte Created = 2;
    private const byte HasId = 4;

    public static byte[] Encode(IReadOnlyList<SaveResult> outcomes)
    {
        using var bytes = new MemoryStream(outcomes.Count * 20);
        using var writer = new BinaryWriter(bytes);
        Span<byte> id = stackalloc byte[SalesforceId.Length];
        foreach (var outcome in outcomes)
        {
            writer.Write((byte)((outcome.Success ? Success : 0) | (outcome.Created ? Created : 0) | (outcome.Id is null ? 0 : HasId)));
            if (outcome.Id is not null)
            {
                Encoding.ASCII.GetBytes(outcome.Id, id);
                writer.Write(id);
            }

            if (!outcome.Success)
                WriteErrors(writer, outcome.Errors);
        }

        return bytes.ToArray();
    }

    public static SaveResult[] Decode(byte[] bytes, int count)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes, writable: false));
        var outcomes = new SaveResult[count];
        for (var index = 0; index < count; index++)
        {
            var flags = reader.ReadByte();
            var id = (flags & HasId) == 0 ? null : Encoding.ASCII.GetString(reader.ReadBytes(SalesforceId.Length));
            var isSuccess = (flags & Success) != 0;
            outcomes[index] = new SaveResult(id, isSuccess, (flags & Created) != 0, isSuccess ? [] : ReadErrors(reader));
        }

        return outcomes;
    }

    private static void WriteErrors(BinaryWriter writer, IReadOnlyList<RecordError> errors)
    {
        writer.Write7BitEncodedInt(errors.Count);
        foreach (var error in errors)
        {
            writer.Write(error.StatusCode);
            writer.Write(error.Message);
            writer.Write7BitEncodedInt(error.Fields.Count);
            foreach (var field in error.Fields)
                writer.Write(field);
        }
    }

    private static RecordError[] ReadErrors(BinaryReader reader)
    {
        var errors = new RecordError[reader.Read7BitEncodedInt()];
        for (var index = 0; index < errors.Length; index++)
        {
            var (statusCode, message) = (reader.ReadString(), reader.ReadString());
            var fields = new string[reader.Read7BitEncodedInt()];
            for (var field = 0; field < fields.Length; field++)
                fields[field] = reader.ReadString();
            errors[index] = new RecordError(statusCode, message, fields);
        }

        return errors;
    }
}
