namespace SalesforcePS.Emulator.Records.Owners;

/// <summary>The records that an option takes along: those of an sObject that name the record in one of these fields and fulfil the condition.</summary>
internal sealed record OwnerTransferRule(OwnerChangeOption Option, string Child, IReadOnlyList<string> Fields, string Condition)
{
    private const string Owned = "\"OwnerId\" = :old";

    public static readonly IReadOnlyList<OwnerTransferRule> All =
    [
        new(OwnerChangeOption.TransferContacts, "Contact", ["AccountId"], Owned),
        new(OwnerChangeOption.TransferContracts, "Contract", ["AccountId"], Owned),
        new(OwnerChangeOption.TransferOrders, "Order", ["AccountId"], $"{Owned} AND \"ContractId\" IS NULL AND \"StatusCode\" = 'Draft'"),
        new(OwnerChangeOption.TransferNotesAndAttachments, "Note", ["ParentId"], Owned),
        new(OwnerChangeOption.TransferNotesAndAttachments, "Attachment", ["ParentId"], Owned),
        new(OwnerChangeOption.TransferOpenActivities, "Task", ["WhatId", "WhoId"], $"{Owned} AND \"IsClosed\" = 0"),
        new(OwnerChangeOption.TransferOpenActivities, "Event", ["WhatId", "WhoId"], $"{Owned} AND \"EndDateTime\" >= :now"),
        new(OwnerChangeOption.TransferOwnedOpenOpportunities, "Opportunity", ["AccountId"], $"{Owned} AND \"IsClosed\" = 0"),
        new(OwnerChangeOption.TransferOthersOpenOpportunities, "Opportunity", ["AccountId"], "\"OwnerId\" <> :old AND \"IsClosed\" = 0"),
        new(OwnerChangeOption.TransferOwnedClosedOpportunities, "Opportunity", ["AccountId"], $"{Owned} AND \"IsClosed\" = 1"),
        new(OwnerChangeOption.TransferOwnedOpenCases, "Case", ["AccountId"], $"{Owned} AND \"IsClosed\" = 0"),
        new(OwnerChangeOption.TransferAllOwnedCases, "Case", ["AccountId"], Owned),
    ];
}
