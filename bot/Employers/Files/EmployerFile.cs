using System.Text.Json;
using System.Text.Json.Serialization;

namespace VpBot.Employers.Files;

/// <summary>What one file says: an employer as under "Employers", or that it leaves.</summary>
internal sealed class EmployerFile : EmployerSettings
{
    /// <summary>
    /// The employer's own key, once more, when it leaves; the rest of the file stays. A copied file never removes somebody else,
    /// and a file that is missing removes nobody.
    /// </summary>
    public string Removed { get; set; } = "";

    public bool IsRemoved => Removed.Length > 0;

    public static JsonSerializerOptions Shape { get; } = new()
    {
        Converters = { new JsonStringEnumConverter(allowIntegerValues: false) },
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        TypeInfoResolver = new System.Text.Json.Serialization.Metadata.DefaultJsonTypeInfoResolver(),
    };
}
