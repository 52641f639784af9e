using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Options;
using VpBot.Privacy;
using VpBot.Storage.Direct;

namespace VpBot.Storage;

public static class StorageSetup
{
    /// <summary>The database, the key ring in it, sealing and the outbox.</summary>
    public static WebApplicationBuilder AddStorage(this WebApplicationBuilder builder)
    {
        var settings = builder.Configuration.GetSection("Storage").Get<StorageSettings>() ?? new();
        if (string.IsNullOrWhiteSpace(settings.ConnectionString))
            throw new OptionsValidationException("Storage", typeof(StorageSettings), ["Storage:ConnectionString is empty. Write \"Data Source=vpbot.db\", or a PostgreSQL connection string."]);
        if (settings.IsNewFile)
            ModelAhead.BeginNow(settings);
        builder.Services.AddHostedService<ModelAhead>();
        builder.Services.AddPooledDbContextFactory<Database>(options => Use(options, settings));
        builder.Services.AddSingleton<IEngine>(_ => settings.IsPostgreSql ? new PostgreSqlEngine(settings.ConnectionString) : new SqliteEngine(settings.ConnectionString)).AddSingleton<GroupCommit>();
        builder.Services.AddSingleton(TimeProvider.System);
        var dataProtection = builder.Services.AddDataProtection().SetApplicationName("VpBot");
        builder.Services.AddSingleton<StoredKeys>();
        builder.Services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(services =>
            new ConfigureOptions<KeyManagementOptions>(options => options.XmlRepository = services.GetRequiredService<StoredKeys>()));
        builder.Services.AddSingleton(KeyRing.Wrap(builder, dataProtection));
        builder.Services.AddSingleton<Sealing>();
        builder.Services.AddSingleton(services => HashKey.Read(
            services.GetRequiredService<IDbContextFactory<Database>>(), services.GetRequiredService<IEngine>(), services.GetRequiredService<Sealing>(), services.GetRequiredService<ILogger<KeyedHash>>()));
        builder.Services.AddSingleton(services => new Outbox(
            services.GetRequiredService<Sealing>(), services.GetRequiredService<GroupCommit>(), services.GetRequiredService<TimeProvider>()));
        builder.Services.AddSingleton<OutboxCarrying>().AddHostedService<OutboxWorker>().AddSingleton<IForgetful, OutboxForgetting>();
        builder.Services.AddSingleton<StorageWatch>().AddHostedService(services => services.GetRequiredService<StorageWatch>());
        builder.Services.AddSingleton<Forgetting>().AddHostedService(services => services.GetRequiredService<Forgetting>());
        return builder;
    }

    /// <summary>Brings the database to this version before the first turn.</summary>
    public static async Task<WebApplication> MigrateAsync(this WebApplication app)
    {
        await FirstStart.RunAsync(
            app.Services.GetRequiredService<IDbContextFactory<Database>>(), app.Services.GetRequiredService<IEngine>(), () => app.Services.GetRequiredService<KeyedHash>());
        return app;
    }

    public static void Use(DbContextOptionsBuilder options, StorageSettings settings)
    {
        if (settings.IsPostgreSql)
            options.UseNpgsql(settings.ConnectionString);
        else
            options.UseSqlite(settings.ConnectionString).AddInterceptors(new SqliteManners());
        // The migrations are written by hand; a test compares the model with a migrated database instead of a snapshot.
        options.ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning));
        options.EnableSensitiveDataLogging(false);
    }
}
