namespace RelationshipGraph.Indexing;

/// <summary>Lays out what was read as compressed sparse rows: count, sum up, put in place, sort each row.</summary>
internal static class SnapshotBuilder
{
    public static Snapshot Build(ReadGraph read)
    {
        var personAccess = read.PersonAccess.ToArray();
        var employeeActive = read.EmployeeActive.ToArray();
        var groupAccess = read.GroupAccess.ToArray();
        var sensitive = read.GroupSensitive.ToArray();
        var (arcStart, arcs) = LayArcs(read.Ties, personAccess);
        var (joiningStart, joinings) = LayJoinings(read.Memberships, personAccess.Length);
        var (memberStart, members) = LayMembers(read.Memberships, personAccess, groupAccess, sensitive);
        var publicArcEnd = new int[personAccess.Length];
        var bounds = new CostBounds[personAccess.Length];
        var publicMemberEnd = new int[groupAccess.Length];

        Parallel.For(0, personAccess.Length, person =>
        {
            var row = arcs.AsSpan(arcStart[person]..arcStart[person + 1]);
            row.Sort();
            var publicCount = PublicArcs(row);
            publicArcEnd[person] = arcStart[person] + publicCount;
            bounds[person] = CostBounds.Of(row, publicCount, other => other < employeeActive.Length && employeeActive[other]);
        });
        Parallel.For(0, groupAccess.Length, group =>
        {
            var row = members.AsSpan(memberStart[group]..memberStart[group + 1]);
            row.Sort();
            publicMemberEnd[group] = memberStart[group] + PublicMembers(row);
        });

        return new Snapshot
        {
            PersonIds = [.. read.PersonIds],
            EmployeeCount = read.EmployeeCount,
            EmployeeActive = employeeActive,
            PersonAccess = personAccess,
            ArcStart = arcStart,
            Arcs = arcs,
            PublicArcEnd = publicArcEnd,
            Bounds = bounds,
            JoiningStart = joiningStart,
            Joinings = joinings,
            GroupIds = [.. read.GroupIds],
            CompanyCount = read.CompanyCount,
            GroupAccess = groupAccess,
            GroupSensitive = sensitive,
            MemberStart = memberStart,
            Members = members,
            PublicMemberEnd = publicMemberEnd,
        };
    }

    /// <summary>How many arcs of a sorted row everyone may see.</summary>
    public static int PublicArcs(ReadOnlySpan<Arc> row)
    {
        var count = row.Length;
        while (count > 0 && !row[count - 1].IsPublic)
        {
            count--;
        }

        return count;
    }

    /// <summary>How many members of a sorted row everyone may see.</summary>
    public static int PublicMembers(ReadOnlySpan<Member> row)
    {
        var count = row.Length;
        while (count > 0 && !row[count - 1].IsPublic)
        {
            count--;
        }

        return count;
    }

    private static (int[] Start, Arc[] Arcs) LayArcs(GrowingTable<Tie> ties, int[] personAccess)
    {
        var start = new int[personAccess.Length + 1];
        for (var i = 0; i < ties.Count; i++)
        {
            ref readonly var tie = ref ties[i];
            start[tie.A + 1]++;
            start[tie.B + 1]++;
        }

        var next = SumUp(start);
        var arcs = new Arc[start[^1]];
        for (var i = 0; i < ties.Count; i++)
        {
            ref readonly var tie = ref ties[i];
            var cost = HopCost.Of(tie.Strength);
            var isPublic = tie.Access == 0 && personAccess[tie.A] == 0 && personAccess[tie.B] == 0;
            arcs[next[tie.A]++] = new Arc(cost, tie.B, i, isPublic, tie.HasPeriod);
            arcs[next[tie.B]++] = new Arc(cost, tie.A, i, isPublic, tie.HasPeriod);
        }

        return (start, arcs);
    }

    private static (int[] Start, Joining[] Joinings) LayJoinings(GrowingTable<ReadMembership> read, int personCount)
    {
        var start = new int[personCount + 1];
        for (var i = 0; i < read.Count; i++)
        {
            if (read[i].Member >= 0)
            {
                start[read[i].Member + 1]++;
            }
        }

        var next = SumUp(start);
        var joinings = new Joining[start[^1]];
        for (var i = 0; i < read.Count; i++)
        {
            ref readonly var one = ref read[i];
            if (one.Member >= 0)
            {
                joinings[next[one.Member]++] = one.Membership.To(one.Group);
            }
        }

        return (start, joinings);
    }

    private static (int[] Start, Member[] Members) LayMembers(
        GrowingTable<ReadMembership> read, int[] personAccess, int[] groupAccess, bool[] sensitive)
    {
        var start = new int[groupAccess.Length + 1];
        for (var i = 0; i < read.Count; i++)
        {
            start[read[i].Group + 1]++;
        }

        var next = SumUp(start);
        var members = new Member[start[^1]];
        for (var i = 0; i < read.Count; i++)
        {
            ref readonly var one = ref read[i];
            var memberAccess = one.Member >= 0 ? personAccess[one.Member] : groupAccess[~one.Member];
            members[next[one.Group]++] = one.Membership.Of(one.Member) with
            {
                IsPublic = one.Membership.Access == 0 && memberAccess == 0 && groupAccess[one.Group] == 0
                    && !sensitive[one.Group],
            };
        }

        return (start, members);
    }

    /// <summary>Turns counts at n + 1 into the starts of rows, and returns where each row is to be filled next.</summary>
    public static int[] SumUp(int[] start)
    {
        for (var i = 1; i < start.Length; i++)
        {
            start[i] += start[i - 1];
        }

        return start[..^1];
    }
}
