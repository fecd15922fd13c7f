namespace SalesforcePS.Core.Bulk.Import;

/// <summary>Tells from the lengths in a journal what became of the result files.</summary>
internal static class ResultFinish
{
    /// <summary>True where the unfinished files have what the journal says they have; what they have beyond it is cut off.</summary>
    public static bool HasPartial(ResultPaths paths, JournalCheckpoint checkpoint) =>
        LengthOf(ResultPaths.Partial(paths.Success)) >= checkpoint.SuccessLength && LengthOf(ResultPaths.Partial(paths.Error)) >= checkpoint.ErrorLength;

    /// <summary>Gives complete files their names, where an earlier run has not.</summary>
    public static void Finish(ResultPaths paths, JournalCheckpoint checkpoint)
    {
        Finish(paths.Success, checkpoint.SuccessLength);
        Finish(paths.Error, checkpoint.ErrorLength);
    }

    private static void Finish(string path, long length)
    {
        if (LengthOf(ResultPaths.Partial(path)) == length)
            File.Move(ResultPaths.Partial(path), path, overwrite: true);
    }

    private static long LengthOf(string path) => File.Exists(path) ? new FileInfo(path).Length : -1;
}
