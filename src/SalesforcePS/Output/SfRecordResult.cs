namespace SalesforcePS;

/// <summary>What became of one record that was written. Refused records are error records and have no result.</summary>
public sealed class SfRecordResult : IRecordIdentity
{
    public required string? Id { get; init; }

    /// <summary>Always true: a record that was not written is an error record.</summary>
    public bool Success { get; init; } = true;

    /// <summary>True where the record is new, by an insert or an upsert that found none.</summary>
    public required bool Created { get; init; }

    /// <summary>Insert, Update, Upsert, Delete or Undelete.</summary>
    public required string Operation { get; init; }

    /// <summary>The API name of the object; empty for a delete by a bare Id.</summary>
    public required string ObjectType { get; init; }

    /// <summary>The object that went in.</summary>
    public required object InputObject { get; init; }

    /// <summary>Empty: there for scripts that look at results and error details alike.</summary>
    public IReadOnlyList<string> Errors { get; init; } = [];

    /// <summary>The bulk job that wrote the record; null where no job took part.</summary>
    public string? JobId { get; init; }

    public override string ToString() => Id ?? ObjectType;
}
