using System.Reflection;
using Microsoft.Extensions.Logging;
using VpBot.Privacy;

namespace VpBot.Tests.Shape;

/// <summary>The log is an allow-list: generated messages whose parameters cannot hold a person's words.</summary>
public sealed partial class LogTests
{
    private static readonly Type[] Bot = typeof(Confidential).Assembly.GetTypes();

    [Fact]
    public void A_log_message_holds_counts_durations_and_names_of_ours() => Assert.Empty(Faults(Bot));

    [Fact]
    public void There_are_log_messages_to_judge() => Assert.NotEmpty(Messages(Bot));

    [Fact]
    public void A_planted_text_in_a_log_message_is_found()
    {
        Assert.Contains(Faults([typeof(PlantedLog)]), fault => fault.Contains("name", StringComparison.Ordinal));
        Assert.Contains(Faults([typeof(PlantedLog)]), fault => fault.Contains("fault", StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_is_logged_in_another_way() => Assert.Empty(LogsFreely(Bot));

    [Fact]
    public void A_planted_free_line_is_found() => Assert.Single(LogsFreely([typeof(PlantedLine)]));

    private static IEnumerable<MethodInfo> Messages(IEnumerable<Type> types) => types.SelectMany(Bodies.Methods).OfType<MethodInfo>()
        .Where(method => method.GetCustomAttribute<LoggerMessageAttribute>() is not null);

    private static IReadOnlyList<string> Faults(IEnumerable<Type> types) =>
    [
        .. from method in Messages(types)
           from parameter in method.GetParameters()
           where !IsAllowed(parameter)
           select $"{method.DeclaringType!.Name}.{method.Name}({parameter.ParameterType.Name} {parameter.Name})",
    ];

    private static bool IsAllowed(ParameterInfo parameter) =>
        typeof(ILogger).IsAssignableFrom(parameter.ParameterType) || parameter.ParameterType.IsEnum
        || parameter.ParameterType == typeof(int) || parameter.ParameterType == typeof(long) || parameter.ParameterType == typeof(bool)
        || parameter.ParameterType == typeof(TimeSpan) || (parameter.ParameterType == typeof(string) && parameter.Name == "faultType");

    /// <summary>Methods that call the logger themselves; generated messages carry the mark of their generator.</summary>
    private static IReadOnlyList<string> LogsFreely(IEnumerable<Type> types) =>
    [
        .. from type in types
           from method in Bodies.Methods(type)
           where method.GetCustomAttribute<LoggerMessageAttribute>() is null
           from member in Bodies.MembersOf(method)
           where member.DeclaringType == typeof(LoggerExtensions) || (member.DeclaringType == typeof(ILogger) && member.Name == nameof(ILogger.Log))
           select $"{type.Name}.{method.Name}",
    ];

    private static partial class PlantedLog
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Information, Message = "{name} came in")]
        public static partial void Met(ILogger logger, string name, Exception fault);
    }

    private static class PlantedLine
    {
        public static void Say(ILogger logger) => logger.LogInformation("Someone came in.");
    }
}
