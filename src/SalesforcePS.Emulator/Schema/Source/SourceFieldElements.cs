using System.Collections.Frozen;

namespace SalesforcePS.Emulator.Schema.Source;

/// <summary>The elements of a field's metadata that are read, and those that change nothing that the API shows of records.</summary>
internal static class SourceFieldElements
{
    public static readonly FrozenSet<string> Known = FrozenSet.ToFrozenSet(
        (string[])
        [
            "caseSensitive", "defaultValue", "deleteConstraint", "displayFormat", "displayLocationInDecimal", "externalId", "formula",
            "formulaTreatBlanksAs", "fullName", "inlineHelpText", "label", "length", "lookupFilter", "maskChar", "maskType", "picklist",
            "precision", "referenceTo", "relationshipName", "relationshipOrder", "reparentableMasterDetail", "required", "scale",
            "startingNumber", "summarizedField", "summaryFilterItems", "summaryForeignKey", "summaryOperation", "type", "unique",
            "valueSet", "visibleLines", "writeRequiresMasterRead",

            // Documentation, pages, history, reports, compliance and packaging.
            "businessOwnerGroup", "businessOwnerUser", "businessStatus", "complianceGroup", "customDataType", "deprecated", "description",
            "encryptionScheme", "escapeMarkup", "fieldManageability", "gender", "indexed", "isAIPredictionField", "isConvertLeadDisabled",
            "isFilteringDisabled", "isNameField", "isSortingDisabled", "metadataRelationshipControllingField", "populateExistingRows",
            "relationshipLabel", "restrictedAdminField", "securityClassification", "startsWith", "stripMarkup", "trackFeedHistory",
            "trackHistory", "trackTrending", "trueValueIndexed",
        ],
        StringComparer.Ordinal);
}
