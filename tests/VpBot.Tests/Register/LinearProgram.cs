namespace VpBot.Tests.Register;

/// <summary>A number without rounding; one that becomes too large for it stops the test.</summary>
internal readonly record struct Fraction
{
    private readonly long above;
    private readonly long below;

    private Fraction(long above, long below)
    {
        var (one, other) = (Math.Abs(above), Math.Abs(below));
        while (other != 0)
            (one, other) = (other, one % other);
        (this.above, this.below) = below < 0 ? (-above / one, -below / one) : (above / one, below / one);
    }

    public static Fraction Zero => 0;

    public int Sign => Math.Sign(above);

    public static implicit operator Fraction(int whole) => new(whole, 1);

    public static Fraction operator +(Fraction one, Fraction other) => new(checked((one.above * other.below) + (other.above * one.below)), checked(one.below * other.below));

    public static Fraction operator -(Fraction one, Fraction other) => new(checked((one.above * other.below) - (other.above * one.below)), checked(one.below * other.below));

    public static Fraction operator *(Fraction one, Fraction other) => new(checked(one.above * other.above), checked(one.below * other.below));

    public static Fraction operator /(Fraction one, Fraction other) => new(checked(one.above * other.below), checked(one.below * other.above));

    public static bool operator <(Fraction one, Fraction other) => (one - other).Sign < 0;

    public static bool operator >(Fraction one, Fraction other) => (one - other).Sign > 0;

    public override string ToString() => below == 1 ? $"{above}" : $"{above}/{below}";
}

/// <summary>
/// The largest and smallest value that one unknown can have while sums of unknowns are known and none is below zero: the simplex
/// method in two phases with Bland's rule, without rounding.
/// </summary>
internal sealed class LinearProgram(int unknowns)
{
    private readonly List<(int[] Of, int Sum)> equations = [];

    public void Add(IEnumerable<int> of, int sum) => equations.Add(([.. of], sum));

    public (Fraction Least, Fraction Most) Range(int unknown) => (Fraction.Zero - Most(unknown, -1), Most(unknown, 1));

    private Fraction Most(int unknown, int direction)
    {
        var rows = equations.Count;
        var columns = unknowns + rows;
        var table = new Fraction[rows + 1, columns + 1];
        var basis = new int[rows];
        for (var row = 0; row <= rows; row++)
            for (var column = 0; column <= columns; column++)
                table[row, column] = Fraction.Zero;
        for (var row = 0; row < rows; row++)
        {
            foreach (var of in equations[row].Of)
                table[row, of] = 1;
            table[row, unknowns + row] = 1;
            table[row, columns] = equations[row].Sum;
            basis[row] = unknowns + row;
        }

        // First: everything that was put in to begin with, out again.
        for (var column = 0; column < unknowns || column == columns; column = column == unknowns - 1 ? columns : column + 1)
            for (var row = 0; row < rows; row++)
                table[rows, column] -= table[row, column];
        Solve(table, basis, columns);
        if (table[rows, columns].Sign != 0)
            throw new InvalidOperationException("No table fits what was published.");
        for (var column = 0; column <= columns; column++)
            table[rows, column] = Fraction.Zero;
        table[rows, unknown] = -direction;
        for (var row = 0; row < rows; row++)
            if (basis[row] == unknown)
                Add(table, rows, row, direction, columns);
        Solve(table, basis, unknowns);
        return table[rows, columns];
    }

    private static void Solve(Fraction[,] table, int[] basis, int usable)
    {
        var (rows, last) = (basis.Length, table.GetLength(1) - 1);
        while (Enumerable.Range(0, usable).Where(column => table[rows, column].Sign < 0).Cast<int?>().FirstOrDefault() is { } enters)
        {
            var leaves = -1;
            for (var row = 0; row < rows; row++)
            {
                if (table[row, enters].Sign <= 0)
                    continue;
                var step = leaves < 0 ? 1 : ((table[row, last] * table[leaves, enters]) - (table[leaves, last] * table[row, enters])).Sign;
                if (leaves < 0 || step < 0 || (step == 0 && basis[row] < basis[leaves]))
                    leaves = row;
            }

            if (leaves < 0)
                throw new InvalidOperationException("Nothing bounds it.");
            var pivot = table[leaves, enters];
            for (var column = 0; column <= last; column++)
                table[leaves, column] /= pivot;
            for (var row = 0; row <= rows; row++)
                if (row != leaves && table[row, enters].Sign != 0)
                    Add(table, row, leaves, Fraction.Zero - table[row, enters], last);
            basis[leaves] = enters;
        }
    }

    private static void Add(Fraction[,] table, int to, int from, Fraction times, int last)
    {
        for (var column = 0; column <= last; column++)
            table[to, column] += table[from, column] * times;
    }
}
