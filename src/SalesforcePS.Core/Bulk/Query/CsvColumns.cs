using System.Runtime.CompilerServices;
using CsvHelper;
using SalesforcePS.Core.Records;
using SalesforcePS.Core.Schema;

namespace SalesforcePS.Core.Bulk.Query;

/// <summary>How a CSV row becomes a record: the class, and for each column its slot and type.</summary>
internal sealed class CsvColumns(RecordClass recordClass, int[] slots, FieldType[] types)
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public SalesforceRecord ReadRow(CsvReader csv)
    {
        var values = new object?[slots.Length];
        for (var i = 0; i < slots.Length; i++)
            values[slots[i]] = CsvValue.Read(csv, i, types[i]);
        return recordClass.Create(values);
    }
}
