namespace SalesforcePS.Emulator.Records.Owners;

/// <summary>What goes along when a record gets another owner (SOAP API guide, OwnerChangeOptions). Those without a rule change nothing here.</summary>
internal enum OwnerChangeOption
{
    EnforceNewOwnerHasReadAccess,
    KeepAccountTeam,
    KeepSalesTeam,
    KeepSalesTeamGrantCurrentOwnerReadWriteAccess,
    SendEmail,
    TransferAllOwnedCases,
    TransferArticleAllVersions,
    TransferArticleOwnedArchivedVersions,
    TransferArticleOwnedPublishedVersion,
    TransferContacts,
    TransferContracts,
    TransferNotesAndAttachments,
    TransferOpenActivities,
    TransferOrders,
    TransferOthersOpenOpportunities,
    TransferOwnedClosedOpportunities,
    TransferOwnedOpenCases,
    TransferOwnedOpenOpportunities,
}
