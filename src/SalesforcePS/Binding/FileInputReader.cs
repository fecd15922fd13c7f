using System.Management.Automation;
using SalesforcePS.Core.Files;
using SalesforcePS.Errors;
using SalesforcePS.Resources;

namespace SalesforcePS.Binding;

/// <summary>Reads what is to be uploaded: paths, files from Get-ChildItem, contents, and objects that name them. Runs on the pipeline thread.</summary>
/// <param name="resolve">Makes a path of this location a full one.</param>
/// <param name="refuse">Told what cannot be read.</param>
internal sealed class FileInputReader(FileProperties properties, Func<string, string> resolve, Action<ErrorRecord> refuse)
{
    public FileInput? Object(PSObject input) => input.BaseObject switch
    {
        FileInfo file => Path(file.FullName, input.BaseObject),
        DirectoryInfo folder => Path(folder.FullName, input.BaseObject),
        string path => Path(resolve(path), path),
        _ => Properties(input, input.BaseObject is PSCustomObject ? input : input.BaseObject),
    };

    /// <param name="path">A full path.</param>
    public FileInput? Path(string path, object source, string? name = null)
    {
        try
        {
            if (!File.Exists(path))
            {
                refuse(ErrorRecords.Missing(nameof(Messages.PathNotFound), Messages.PathNotFound, source, path));
                return null;
            }
            return new FileInput(source, name ?? System.IO.Path.GetFileName(path), FileContent.FromFile(path));
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            refuse(ErrorRecords.FileNotReadable(failed, path, source));
            return null;
        }
    }

    public FileInput? Bytes(object content, string name, object source)
    {
        try
        {
            return content switch
            {
                byte[] bytes => new FileInput(source, name, FileContent.FromBytes(bytes)),
                Stream stream => new FileInput(source, name, FileContent.FromStream(stream)),
                // As Get-Content -AsByteStream gives them.
                object[] list when LanguagePrimitives.TryConvertTo<byte[]>(list, out var bytes) => new FileInput(source, name, FileContent.FromBytes(bytes)),
                _ => Refuse(nameof(Messages.AttachmentContentInvalid), Messages.AttachmentContentInvalid, source, name),
            };
        }
        catch (IOException failed)
        {
            refuse(ErrorRecords.FileNotReadable(failed, name, source));
            return null;
        }
    }

    private FileInput? Properties(PSObject input, object source)
    {
        var name = properties.Text(input, FileProperties.Name);
        var content = properties.Value(input, FileProperties.Content);
        FileInput? file;
        if (content is not null && name is not null)
            file = Bytes(content is string text ? Decoded(text) : content, name, source);
        else if (properties.Text(input, FileProperties.Path) is { } path)
            file = Path(resolve(path), source, name);
        else
            file = Refuse(nameof(Messages.AttachmentContentMissing), Messages.AttachmentContentMissing, source, source);
        return file is null ? null : file with
        {
            ParentId = properties.Text(input, FileProperties.ParentId),
            ContentDocumentId = properties.Text(input, FileProperties.ContentDocumentId),
            Description = properties.Text(input, FileProperties.Description),
            ContentType = properties.Text(input, FileProperties.ContentType),
            OwnerId = properties.Text(input, FileProperties.OwnerId),
        };
    }

    /// <summary>Base64, as Salesforce writes bodies; what is none is refused as the text that it is.</summary>
    private static object Decoded(string text)
    {
        var bytes = new byte[(text.Length * 3 / 4) + 3];
        return Convert.TryFromBase64String(text, bytes, out var length) ? bytes[..length] : text;
    }

    private FileInput? Refuse(string id, string message, object target, object argument)
    {
        refuse(ErrorRecords.Input(id, message, target, argument));
        return null;
    }
}
