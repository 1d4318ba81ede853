namespace RelationshipGraph.Storage.Neo4j.Bolt;

/// <summary>The end of an answer, and what of its metadata we look at. One is used for all answers of a connection.</summary>
internal sealed class BoltSummary
{
    private readonly List<(string Role, BoltHost Host)> _members = [];

    public BoltOutcome Outcome { get; private set; }

    /// <summary>Whether more rows can be pulled.</summary>
    public bool HasMore { get; private set; }

    public string? Bookmark { get; private set; }

    public string? Database { get; private set; }

    /// <summary>As in <c>Neo4j/5.26.24</c>; in the answer to HELLO.</summary>
    public string? Agent { get; private set; }

    /// <summary>The server promises a sign of life this often while it owes an answer; in the answer to HELLO.</summary>
    public TimeSpan? ReceiveTimeout { get; private set; }

    /// <summary>The password must be changed first; in the answer to LOGON.</summary>
    public bool AreCredentialsExpired { get; private set; }

    /// <summary>The server's code of a failure.</summary>
    public string Code { get; private set; } = "";

    /// <summary>The server's text of a failure; may hold stored values.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The life of a routing table; in the answer to ROUTE.</summary>
    public TimeSpan TableLifetime { get; private set; }

    /// <summary>The members of a routing table with their role, READ, WRITE or ROUTE; in the answer to ROUTE.</summary>
    public IReadOnlyList<(string Role, BoltHost Host)> Members => _members;

    /// <summary>Reads the fields of a message that ends an answer.</summary>
    public void Read(byte tag, PackStreamReader reader)
    {
        HasMore = false;
        Bookmark = null;
        Database = null;
        Agent = null;
        ReceiveTimeout = null;
        AreCredentialsExpired = false;
        Code = "";
        Text = "";
        TableLifetime = TimeSpan.Zero;
        _members.Clear();
        switch (tag)
        {
            case BoltMessage.Success:
                Outcome = BoltOutcome.Success;
                ReadMetadata(reader);
                break;
            case BoltMessage.Failure:
                Outcome = BoltOutcome.Failure;
                ReadFailure(reader);
                break;
            case BoltMessage.Ignored:
                Outcome = BoltOutcome.Ignored;
                break;
            default:
                throw PackStreamReader.Garbage($"0x{tag:X2} is no message of a server.");
        }
    }

    private void ReadMetadata(PackStreamReader reader)
    {
        for (var entries = reader.ReadMapCount(); entries > 0; entries--)
        {
            var key = reader.ReadTextBytes();
            if (key.SequenceEqual("has_more"u8))
            {
                HasMore = reader.ReadBoolean();
            }
            else if (key.SequenceEqual("bookmark"u8))
            {
                Bookmark = reader.ReadText();
            }
            else if (key.SequenceEqual("db"u8))
            {
                Database = reader.TryReadNull() ? null : reader.ReadText();
            }
            else if (key.SequenceEqual("server"u8))
            {
                Agent = reader.ReadText();
            }
            else if (key.SequenceEqual("hints"u8))
            {
                ReadHints(reader);
            }
            else if (key.SequenceEqual("credentials_expired"u8))
            {
                AreCredentialsExpired = reader.ReadBoolean();
            }
            else if (key.SequenceEqual("rt"u8))
            {
                ReadRoutingTable(reader);
            }
            else
            {
                reader.Skip();
            }
        }
    }

    private void ReadHints(PackStreamReader reader)
    {
        for (var entries = reader.ReadMapCount(); entries > 0; entries--)
        {
            if (reader.ReadTextBytes().SequenceEqual("connection.recv_timeout_seconds"u8))
            {
                var seconds = reader.ReadInteger();
                ReceiveTimeout = seconds is > 0 and <= 86_400 ? TimeSpan.FromSeconds(seconds) : null;
            }
            else
            {
                reader.Skip();
            }
        }
    }

    // Up to 5.6 the code is called "code", from 5.7 on "neo4j_code".
    private void ReadFailure(PackStreamReader reader)
    {
        for (var entries = reader.ReadMapCount(); entries > 0; entries--)
        {
            var key = reader.ReadTextBytes();
            if (key.SequenceEqual("neo4j_code"u8) || key.SequenceEqual("code"u8))
            {
                Code = reader.ReadText();
            }
            else if (key.SequenceEqual("message"u8))
            {
                var text = reader.TryReadNull() ? "" : reader.ReadText();
                Text = text.Length <= BoltLimits.ErrorTextMax ? text : text[..BoltLimits.ErrorTextMax];
            }
            else
            {
                reader.Skip();
            }
        }
    }

    private void ReadRoutingTable(PackStreamReader reader)
    {
        for (var entries = reader.ReadMapCount(); entries > 0; entries--)
        {
            var key = reader.ReadTextBytes();
            if (key.SequenceEqual("ttl"u8))
            {
                TableLifetime = TimeSpan.FromSeconds(Math.Clamp(reader.ReadInteger(), 0, 86_400));
            }
            else if (key.SequenceEqual("servers"u8))
            {
                for (var servers = reader.ReadListCount(); servers > 0; servers--)
                {
                    ReadMembers(reader);
                }
            }
            else
            {
                reader.Skip();
            }
        }
    }

    private void ReadMembers(PackStreamReader reader)
    {
        var role = "";
        var hosts = new List<BoltHost>();
        for (var entries = reader.ReadMapCount(); entries > 0; entries--)
        {
            var key = reader.ReadTextBytes();
            if (key.SequenceEqual("role"u8))
            {
                role = reader.ReadText();
            }
            else if (key.SequenceEqual("addresses"u8))
            {
                for (var addresses = reader.ReadListCount(); addresses > 0; addresses--)
                {
                    hosts.Add(BoltHost.TryParse(reader.ReadText(), out var host)
                        ? host
                        : throw PackStreamReader.Garbage("The routing table holds something that is no address."));
                }
            }
            else
            {
                reader.Skip();
            }
        }

        _members.AddRange(hosts.Select(host => (role, host)));
        if (_members.Count > BoltLimits.MembersMax)
        {
            throw PackStreamReader.Garbage($"The routing table has more than {BoltLimits.MembersMax} addresses.");
        }
    }
}

/// <summary>How a request ended.</summary>
internal enum BoltOutcome : byte
{
    Success,
    Failure,

    /// <summary>Not done, because an earlier request failed.</summary>
    Ignored,
}
