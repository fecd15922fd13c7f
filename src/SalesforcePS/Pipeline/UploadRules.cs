using System.Management.Automation;
using SalesforcePS.Commands;
using SalesforcePS.Errors;
using SalesforcePS.Resources;

namespace SalesforcePS.Pipeline;

/// <summary>Which options of an upload do not go together: an option is refused by name, never passed over.</summary>
internal static class UploadRules
{
    public static ErrorRecord? Refusal(AddSfAttachmentCommand upload, bool isClassic) => upload switch
    {
        { Api: SfApi.Soap or SfApi.Bulk } => Refuse($"{nameof(upload.Api)} {upload.Api}", "files", "they go by Rest, or by Bulk1 as attachments in zips"),
        { Api: SfApi.Bulk1 } when !isClassic => Refuse($"{nameof(upload.Api)} {upload.Api}", "Salesforce Files", "Bulk 1.0 takes attachments only; add -Classic"),
        { Api: SfApi.Bulk1, Id: not null } => Refuse(nameof(upload.Id), $"-{nameof(upload.Api)} {upload.Api}", "a single body is replaced by REST"),
        { ShareType: not null } when isClassic => Refuse(nameof(upload.ShareType), "-Classic", "attachments are seen with their record"),
        { Visibility: not null } when isClassic => Refuse(nameof(upload.Visibility), "-Classic", "attachments are seen with their record"),
        { ContentDocumentId: not null } when isClassic => Refuse(nameof(upload.ContentDocumentId), "-Classic", "attachments have no versions; -Id replaces the body of one"),
        { ContentType: not null } when !isClassic => Refuse(nameof(upload.ContentType), "Salesforce Files", "the org finds their type itself; it is for -Classic"),
        { Id: not null, ParentId: not null } => Refuse(nameof(upload.ParentId), "-Id", "an attachment stays on its record"),
        _ => null,
    };

    private static ErrorRecord Refuse(string option, string other, string reason) =>
        ErrorRecords.Input(nameof(Messages.OptionsExclude), Messages.OptionsExclude, option, option, other, reason);
}
