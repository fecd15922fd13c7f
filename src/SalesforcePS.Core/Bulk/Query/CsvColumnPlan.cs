using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Query;
using SalesforcePS.Core.Schema;
using SalesforcePS.Core.Sessions;
using SalesforcePS.Core.Soql;

namespace SalesforcePS.Core.Bulk.Query;

/// <summary>Gives the columns of a result their names, types and order: those of the select list, as over REST, where it is known.</summary>
internal sealed class CsvColumnPlan(SalesforceConnection connection, string objectType, SelectStatement? select)
{
    private readonly object gate = new();
    private IReadOnlyList<string>? known;
    private Task<CsvColumns>? columns;

    /// <exception cref="ProtocolException">The pages of one result have different columns.</exception>
    public Task<CsvColumns> ResolveAsync(IReadOnlyList<string> header, CancellationToken cancellation)
    {
        lock (gate)
        {
            if (known is not null && !header.SequenceEqual(known))
                throw new ProtocolException($"A result page has the columns {string.Join(", ", header)}; the first has {string.Join(", ", known)}.");
            known = header;
            return columns ??= BuildAsync(header, cancellation);
        }
    }

    private async Task<CsvColumns> BuildAsync(IReadOnlyList<string> header, CancellationToken cancellation)
    {
        var root = await connection.Schema.GetAsync(objectType, cancellation).ConfigureAwait(false);
        if (select is not null)
        {
            var shape = await new ShapeBuilder(connection.Schema, connection.RecordClasses).BuildAsync(select, objectType, null, cancellation).ConfigureAwait(false);
            if (MatchSelectList(shape, header, root) is { } slots)
                return new CsvColumns(shape.Class, slots, TypesOf(shape, slots));
        }
        var types = new FieldTypes(connection.Schema);
        var names = header.Select(column => string.Join('.', FieldTypes.PathOf(column, root))).ToList();
        var found = new FieldType[names.Count];
        for (var i = 0; i < found.Length; i++)
            found[i] = await types.OfAsync(names[i].Split('.'), root, cancellation).ConfigureAwait(false);
        return new CsvColumns(connection.RecordClasses.Get(root.Name, names), [.. Enumerable.Range(0, names.Count)], found);
    }

    /// <summary>
    /// The slot of each column; null where columns and select list do not go together (<c>FIELDS()</c>). A column that has no name of the
    /// list (<c>toLabel(Industry)</c>) is known by its place, which is that of the list from API version 50.0 on.
    /// </summary>
    private static int[]? MatchSelectList(RowShape shape, IReadOnlyList<string> header, ObjectDescription root)
    {
        if (header.Count != shape.Width)
            return null;
        int[] byName = [.. header.Select(column => shape.Class.Schema.IndexOf(string.Join('.', FieldTypes.PathOf(column, root))))];
        if (byName.All(static slot => slot >= 0) && byName.Distinct().Count() == byName.Length)
            return byName;
        return byName.Select(static (slot, index) => slot < 0 || slot == index).All(static fits => fits) ? [.. Enumerable.Range(0, byName.Length)] : null;
    }

    private static FieldType[] TypesOf(RowShape shape, int[] slots)
    {
        var bySlot = new FieldType[shape.Width];
        Collect(shape.Root);
        return [.. slots.Select(slot => bySlot[slot])];

        void Collect(ShapeNode node)
        {
            foreach (var entry in node.Entries)
            {
                if (entry.Parent is { } parent)
                    Collect(parent);
                else
                    bySlot[entry.Slot] = entry.Type;
            }
        }
    }
}
