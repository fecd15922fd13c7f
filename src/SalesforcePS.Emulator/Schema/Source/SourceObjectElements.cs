using System.Collections.Frozen;

namespace SalesforcePS.Emulator.Schema.Source;

/// <summary>The elements of an object's metadata that are read, and those that change nothing that the API shows of records.</summary>
internal static class SourceObjectElements
{
    public static readonly FrozenSet<string> Known = FrozenSet.ToFrozenSet(
        (string[])
        [
            "compactLayoutAssignment", "compactLayouts", "customSettingsType", "enableActivities", "enableSearch", "fields", "fullName",
            "label", "listViews", "nameField", "pluralLabel", "recordTypes", "validationRules", "webLinks",

            // Pages, searches, history, sharing, packaging and other clients.
            "actionOverrides", "allowInChatterGroups", "businessProcesses", "customHelp",
            "customHelpPage", "deploymentStatus", "deprecated", "description", "enableAdminOverride", "enableBulkApi",
            "enableChangeDataCapture", "enableDataTranslation", "enableEnhancedLookup", "enableFeeds", "enableHistory", "enableLicensing",
            "enableReports", "enableSharing", "enableStreamingApi", "eventType", "externalSharingModel", "fieldSets", "gender",
            "household", "indexes", "publishBehavior", "recordTypeTrackFeedHistory", "recordTypeTrackHistory",
            "searchLayouts", "sharingModel", "sharingReasons", "sharingRecalculations", "startsWith", "visibility",
        ],
        StringComparer.Ordinal);
}
