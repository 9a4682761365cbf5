using System.Globalization;

namespace CloudletK8s.Api.Batch.V1.Cron;

/// <summary>The numbers that one field of a schedule names.</summary>
/// <param name="Any">The field holds a star without steps, so that it restricts nothing.</param>
internal readonly record struct CronField(ulong Bits, bool Any)
{
    public bool Has(int number) => (Bits & (1UL << number)) != 0;

    /// <summary>Says what is wrong with the text, or nothing.</summary>
    public static string? Parse(string text, CronRange range, out CronField field)
    {
        var bits = 0UL;
        var any = false;
        field = default;
        foreach (var part in text.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            if (ParsePart(part, range, ref bits, ref any) is { } wrong)
                return wrong;
        }

        field = new(bits, any);
        return null;
    }

    private static string? ParsePart(string part, CronRange range, ref ulong bits, ref bool any)
    {
        var steps = part.Split('/');
        var limits = steps[0].Split('-');
        var (first, last) = (range.Low, range.High);
        var star = limits[0] is "*" or "?";
        if (!star)
        {
            if (ParseNumber(limits[0], range, out first) is { } wrong)
                return wrong;
            last = first;
            if (limits.Length > 2)
                return $"too many hyphens: {part}";
            if (limits.Length == 2 && ParseNumber(limits[1], range, out last) is { } wrongEnd)
                return wrongEnd;
        }

        var step = 1;
        if (steps.Length > 2)
            return $"too many slashes: {part}";
        if (steps.Length == 2)
        {
            if (ParseNumber(steps[1], null, out step) is { } wrong)
                return wrong;

            // "5/10" runs from 5 to the end.
            if (limits.Length == 1)
                last = range.High;
        }

        if (first < range.Low)
            return $"beginning of range ({first}) below minimum ({range.Low}): {part}";
        if (last > range.High)
            return $"end of range ({last}) above maximum ({range.High}): {part}";
        if (first > last)
            return $"beginning of range ({first}) beyond end of range ({last}): {part}";
        if (step == 0)
            return $"step of range should be a positive number: {part}";

        for (long number = first; number <= last; number += step)
            bits |= 1UL << (int)number;
        any |= star && step == 1;
        return null;
    }

    private static string? ParseNumber(string text, CronRange? range, out int number)
    {
        number = range?.Named(text) ?? -1;
        if (number >= 0)
            return null;
        if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number))
            return $"failed to parse int from {text}: strconv.Atoi: parsing \"{text}\": invalid syntax";
        return number < 0 ? $"negative number ({number}) not allowed: {text}" : null;
    }
}
