using System.Security.Cryptography;
using VpBot.Employers;

namespace VpBot.Packaging;

public static class PackageCommand
{
    /// <summary>
    /// <c>dotnet run --project bot -- package --employer duinrand [--output duinrand.zip]</c> writes the app package for one
    /// employer; <c>--provider</c> instead of an employer writes the one for the provider's own advisors.
    /// </summary>
    public static bool IsAsked(string[] args) => args is ["package", ..];

    public static async Task<int> RunAsync(IServiceProvider services, string[] args)
    {
        var (directory, package) = (services.GetRequiredService<EmployerDirectory>(), services.GetRequiredService<AppPackage>());
        if (HolderOf(args, directory, package) is not { } holder)
        {
            await Console.Error.WriteLineAsync($"Say for whom: package --employer <key> or package --provider, and if you like --output <file>. Employers: {string.Join(", ", directory.Employers.Select(employer => employer.Key))}.");
            return 1;
        }

        var faults = package.Faults(holder).ToList();
        foreach (var fault in faults)
            await Console.Error.WriteLineAsync($"- {fault}");
        if (faults.Count > 0)
            return 1;
        var (file, bytes) = (Output(args) ?? $"vpbot-{holder.Key}-{AppManifest.Version}.zip", package.For(holder));
        await File.WriteAllBytesAsync(file, bytes);
        await Console.Out.WriteLineAsync($"sha256 {Convert.ToHexStringLower(SHA256.HashData(bytes))}  {file}");
        return 0;
    }

    /// <summary>Null for anything but the two forms above.</summary>
    private static Holder? HolderOf(string[] args, EmployerDirectory directory, AppPackage package) =>
        (args is [.. var asked, "--output", _] ? asked : args) switch
        {
            [_, "--employer", var key] when directory.ByKey(key) is { } employer => package.Of(employer),
            [_, "--provider"] => package.OfProvider(),
            _ => null,
        };

    private static string? Output(string[] args) => args is [.., "--output", var file] ? file : null;
}
