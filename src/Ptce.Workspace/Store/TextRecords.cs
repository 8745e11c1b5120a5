using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace Ptce.Workspace;

/// <summary>Records written as text, one a line: fields apart by TAB, each record ended by LF, an absent value is "-".</summary>
/// <remarks>In texts \ TAB LF CR are written \\ \t \n \r, and a text "-" is \-. It is also how PostgreSQL's COPY reads rows.</remarks>
public sealed class TextRecords
{
    private const int Room = 32; // bytes: more than any whole number and its TAB take

    private static ReadOnlySpan<byte> Signs => "\\\t\n\r"u8;
    private static ReadOnlySpan<byte> Written => "\\tnr"u8; // after a \, in the same order

    private static readonly SearchValues<byte> Sought = SearchValues.Create(Signs);

    private byte[] _bytes = new byte[4096];
    private int _length, _record;

    /// <summary>Where each field of the record begins, its TAB left out.</summary>
    private readonly List<int> _fields = [];

    public ReadOnlyMemory<byte> All => _bytes.AsMemory(0, _length);

    public void Clear() => _length = _record = 0;

    /// <summary>Begins a record with its first field.</summary>
    public void Begin(ReadOnlySpan<byte> name)
    {
        _record = _length;
        _fields.Clear();
        _fields.Add(_length);
        Append(name);
    }

    public void Add(ReadOnlySpan<byte> text, bool isNull = false)
    {
        Next();
        if (isNull) Append("-"u8);
        else if (text is [(byte)'-']) Append("\\-"u8);
        else if (!text.ContainsAny(Sought)) Append(text);
        else Append(Escape(text));
    }

    /// <summary>A value of the row under the cursor.</summary>
    public void Add(Cursor row, int column)
    {
        var text = row[column];
        Add(text, isNull: text.IsEmpty && row.IsNull(column));
    }

    public void Add(string? text)
    {
        if (text is null) Add(default, isNull: true);
        else Add(Encoding.UTF8.GetBytes(text));
    }

    public void Add(long? number)
    {
        if (number is not { } n)
        {
            Add(default, isNull: true);
            return;
        }
        Next();
        Grow(Room);
        Utf8Formatter.TryFormat(n, _bytes.AsSpan(_length), out var written);
        _length += written;
    }

    /// <summary>Ends the record.</summary>
    /// <returns>The record from its second field on, with the TAB before it and the LF.</returns>
    public ReadOnlySpan<byte> End()
    {
        _fields.Add(_length + 1);
        Append("\n"u8);
        return _bytes.AsSpan(_fields[1] - 1, _length - _fields[1] + 1);
    }

    /// <summary>Fields of the record that was ended last, as they are written, with the TABs between them.</summary>
    public ReadOnlySpan<byte> Fields(int first, int last) => _bytes.AsSpan(_fields[first], _fields[last + 1] - 1 - _fields[first]);

    public ReadOnlySpan<byte> Field(int field) => Fields(field, field);

    /// <summary>Puts one more field behind the record that was ended last.</summary>
    public void Extend(ReadOnlySpan<byte> text)
    {
        _length--;
        Append("\t"u8);
        Append(text);
        _fields.Add(_length + 1);
        Append("\n"u8);
    }

    /// <summary>Takes the last record back.</summary>
    public void TakeBack() => _length = _record;

    private void Next()
    {
        Append("\t"u8);
        _fields.Add(_length);
    }

    private void Append(ReadOnlySpan<byte> bytes)
    {
        Grow(bytes.Length);
        bytes.CopyTo(_bytes.AsSpan(_length));
        _length += bytes.Length;
    }

    private void Grow(int more)
    {
        if (_length + more > _bytes.Length) Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + more));
    }

    private static byte[] Escape(ReadOnlySpan<byte> text)
    {
        var field = new List<byte>(text.Length + 8);
        foreach (var sign in text)
        {
            var at = Signs.IndexOf(sign);
            if (at < 0) field.Add(sign);
            else field.AddRange([(byte)'\\', Written[at]]);
        }
        return [.. field];
    }

    /// <summary>The text that was written as a field.</summary>
    public static byte[] Unescape(ReadOnlySpan<byte> field)
    {
        var text = new List<byte>(field.Length);
        for (var i = 0; i < field.Length; i++)
            text.Add(field[i] != '\\' ? field[i] : Written.IndexOf(field[++i]) is >= 0 and var at ? Signs[at] : field[i]);
        return [.. text];
    }

    /// <summary>The same as a string; null for "-".</summary>
    public static string? Read(ReadOnlySpan<byte> field) => field is [(byte)'-'] ? null : Encoding.UTF8.GetString(field.Contains((byte)'\\') ? Unescape(field) : field);
}
