namespace SalesforcePS.Emulator.Rest;

/// <summary>
/// The limits of a Developer Edition org that the emulator has no use for: nothing of them is ever used up (REST API guide, list
/// org limits).
/// </summary>
internal static class OrgLimits
{
    /// <summary>From here on the batches of both bulk versions are told under this name.</summary>
    public const int FirstVersionWithBatches = 49;

    public static readonly IReadOnlyList<KeyValuePair<string, long>> Unused =
    [
        new("ActiveScratchOrgs", 3),
        new("AnalyticsExternalDataSizeMB", 40_960),
        new("CdpAiInferenceApiMonthlyLimit", 500_000_000),
        new("ConcurrentAsyncGetReportInstances", 200),
        new("ConcurrentEinsteinDataInsightsStoryCreation", 5),
        new("ConcurrentEinsteinDiscoveryStoryCreation", 2),
        new("ConcurrentSyncReportRuns", 20),
        new("DailyAnalyticsDataflowJobExecutions", 60),
        new("DailyAnalyticsUploadedFilesSizeMB", 51_200),
        new("DailyAsyncApexExecutions", 250_000),
        new("DailyAsyncApexTests", 500),
        new("DailyDeliveredPlatformEvents", 10_000),
        new("DailyDurableGenericStreamingApiEvents", 10_000),
        new("DailyDurableStreamingApiEvents", 10_000),
        new("DailyEinsteinDataInsightsStoryCreation", 1_000),
        new("DailyEinsteinDiscoveryOptimizationJobRuns", 25),
        new("DailyEinsteinDiscoveryPredictAPICalls", 50_000),
        new("DailyEinsteinDiscoveryPredictionsByCDC", 500_000),
        new("DailyEinsteinDiscoveryStoryCreation", 100),
        new("DailyFunctionsApiCallLimit", 50_000),
        new("DailyGenericStreamingApiEvents", 10_000),
        new("DailyScratchOrgs", 6),
        new("DailyStandardVolumePlatformEvents", 10_000),
        new("DailyStreamingApiEvents", 10_000),
        new("DailyWorkflowEmails", 100_000),
        new("DurableStreamingApiConcurrentClients", 20),
        new("HourlyAsyncReportRuns", 1_200),
        new("HourlyDashboardRefreshes", 200),
        new("HourlyDashboardResults", 5_000),
        new("HourlyDashboardStatuses", 999_999_999),
        new("HourlyElevateAsyncReportRuns", 20_000),
        new("HourlyElevateSyncReportRuns", 5_000),
        new("HourlyLongTermIdMapping", 100_000),
        new("HourlyManagedContentPublicRequests", 50_000),
        new("HourlyODataCallout", 20_000),
        new("HourlyPublishedPlatformEvents", 50_000),
        new("HourlyPublishedStandardVolumePlatformEvents", 1_000),
        new("HourlyShortTermIdMapping", 100_000),
        new("HourlySyncReportRuns", 500),
        new("HourlyTimeBasedWorkflow", 1_000),
        new("MassEmail", 10),
        new("MaxContentDocumentsLimit", 30_000_000),
        new("MonthlyEinsteinDiscoveryStoryCreation", 500),
        new("Package2VersionCreates", 6),
        new("Package2VersionCreatesWithoutValidation", 500),
        new("PlatformEventTriggersWithParallelProcessing", 5),
        new("PrivateConnectOutboundCalloutHourlyLimitMB", 0),
        new("PublishCallbackUsageInApex", 5_242_880),
        new("SingleEmail", 5_000),
        new("StreamingApiConcurrentClients", 20),
    ];
}
