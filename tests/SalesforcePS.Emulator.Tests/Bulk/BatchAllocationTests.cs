using SalesforcePS.Emulator.Bulk;
using SalesforcePS.Emulator.Tests.Records;
using Xunit;

namespace SalesforcePS.Emulator.Tests.Bulk;

public sealed class BatchAllocationTests
{
    [Fact]
    public void Batches_ComeFreeAfterADay()
    {
        var clock = new ManualTime();
        var allocation = new BatchAllocation(new BulkSettings(0) { DailyBatchLimit = 2 }, clock);

        Assert.True(allocation.TryTake());
        clock.Now += TimeSpan.FromHours(23);
        Assert.True(allocation.TryTake());
        Assert.False(allocation.TryTake());
        clock.Now += TimeSpan.FromHours(1);
        Assert.Equal(1, allocation.Used);
        Assert.True(allocation.TryTake());
    }
}
