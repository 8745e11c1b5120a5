namespace Ptce.Workspace;

/// <summary>How a list is read: <see cref="Db.Read{T}"/>, or <see cref="Tx.Read{T}"/> inside a command. For what both ask in the same words.</summary>
public delegate Task<IReadOnlyList<T>> Reads<T>(string sql, object? args = null);
