using System.IO.Compression;
using System.Text;
using SalesforcePS.Emulator.Records.Files;
using SalesforcePS.Emulator.Records;
using SalesforcePS.Emulator.Schema;

namespace SalesforcePS.Emulator.Bulk1;

/// <summary>A batch with binary attachments: request.txt at the root, and the files that its fields name as #path.</summary>
internal sealed class ZipBatch : IDisposable
{
    private const string Request = "request.txt";
    private const long LargestContent = 20_000_000;
    private const int MostFiles = 1_000;
    private const int LongestName = 512;

    private readonly ZipArchive archive;

    private ZipBatch(ZipArchive archive) => this.archive = archive;

    public static ZipBatch Open(Stream content)
    {
        try
        {
            var batch = new ZipBatch(new ZipArchive(content, ZipArchiveMode.Read));
            batch.CheckLimits();
            return batch;
        }
        catch (InvalidDataException exception)
        {
            throw UnreadableBatch.Because(exception.Message);
        }
    }

    public byte[] ReadRequest() =>
        Read(Request) ?? throw UnreadableBatch.Because($"{Request} not found in the root folder of the zip file");

    /// <summary>Puts the bytes of the files in the place of their names.</summary>
    public RecordInput Fill(RecordInput record, SObjectType type) =>
        record.Fields.Any(field => IsPath(field, type))
            ? record with { Fields = [.. record.Fields.Select(field => IsPath(field, type) ? Fill(field) : field)] }
            : record;

    public void Dispose() => archive.Dispose();

    private static bool IsPath(FieldInput field, SObjectType type) =>
        field.Value is string text && text.StartsWith('#') && type.FindField(field.Name)?.Type == FieldType.Base64;

    private FieldInput Fill(FieldInput field)
    {
        var path = ((string)field.Value!)[1..];
        return field with { Value = Read(path) is { } bytes ? FileBody.Of(bytes) : throw UnreadableBatch.Because($"{path} not found in the zip file") };
    }

    private byte[]? Read(string path)
    {
        if (archive.GetEntry(path.Replace('\\', '/')) is not { } entry)
            return null;
        using var source = entry.Open();
        var bytes = new byte[entry.Length];
        source.ReadExactly(bytes);
        return bytes;
    }

    private void CheckLimits()
    {
        if (archive.Entries.Count > MostFiles)
            throw UnreadableBatch.Because(FormattableString.Invariant($"the zip file holds more than {MostFiles} files"));
        if (archive.Entries.Sum(entry => entry.Length) > LargestContent)
            throw UnreadableBatch.Because(FormattableString.Invariant($"the zip file holds more than {LargestContent} bytes"));
        if (archive.Entries.FirstOrDefault(entry => Encoding.UTF8.GetByteCount(entry.FullName) > LongestName) is { } entry)
            throw UnreadableBatch.Because(FormattableString.Invariant($"the file name {entry.FullName} is longer than {LongestName} bytes"));
    }
}
