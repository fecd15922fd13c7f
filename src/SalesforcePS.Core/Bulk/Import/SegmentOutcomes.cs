using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SalesforcePS.Core.Bulk.Import;

/// <summary>The outcomes of a segment's rows, by the row's place in it; small, since several segments may wait for their turn.</summary>
internal sealed class SegmentOutcomes(int rows)
{
    private const int IdLength = 18;

    private readonly byte[] ids = new byte[rows * IdLength];
    private readonly RowState[] states = new RowState[rows];
    private readonly Dictionary<int, string> errors = [];
    private readonly Dictionary<string, string> distinctErrors = new(StringComparer.Ordinal);

    public int Rows => states.Length;

    /// <summary>The jobs that the segment went through, in their order.</summary>
    public List<string> JobIds { get; } = [];

    public int CountOf(RowState state) => MemoryMarshal.Cast<RowState, byte>(states).Count((byte)state);

    public RowState StateOf(int row) => states[row];

    /// <summary>The record's Id; empty where there is none.</summary>
    public ReadOnlySpan<byte> IdOf(int row) => ids.AsSpan(row * IdLength, IdLength).TrimEnd((byte)0);

    public string ErrorOf(int row) => errors.GetValueOrDefault(row, "");

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Succeed(int row, ReadOnlySpan<byte> id, bool created)
    {
        SetId(row, id);
        states[row] = created ? RowState.Created : RowState.Updated;
    }

    public void Fail(int row, ReadOnlySpan<byte> id, string error, RowState state = RowState.Failed)
    {
        SetId(row, id);
        states[row] = state;
        // Errors are few in kind, and many where something is wrong with all rows.
        if (!distinctErrors.TryAdd(error, error))
            error = distinctErrors[error];
        errors[row] = error;
    }

    public void FailPending(string error, RowState state)
    {
        for (var row = 0; row < states.Length; row++)
        {
            if (states[row] == RowState.Pending)
                Fail(row, [], error, state);
        }
    }

    private void SetId(int row, ReadOnlySpan<byte> id)
    {
        if (id.Length <= IdLength)
            id.CopyTo(ids.AsSpan(row * IdLength));
    }
}
