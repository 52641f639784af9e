using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace VpBot.Storage.Migrations;

/// <summary>When a talk in an advisor's own calendar is looked at again, and what Graph tells us of those calendars.</summary>
[DbContext(typeof(Database))]
[Migration("20261123000003_Watching")]
internal sealed class M0003Watching : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<long>("LookAgainAt", "Appointments", nullable: true);
        migrationBuilder.CreateIndex("IX_Appointments_LookAgainAt", "Appointments", "LookAgainAt");
        // Talks that were arranged before are watched from now on. Which of them have an event lies sealed: the watch sees.
        migrationBuilder.Sql("UPDATE \"Appointments\" SET \"LookAgainAt\" = 0 WHERE \"Arranged\" IS NOT NULL");
        migrationBuilder.CreateTable(
            "GraphSubscriptions",
            table => new
            {
                Advisor = table.Column<string>(nullable: false),
                SubscriptionId = table.Column<string>(nullable: true),
                Address = table.Column<string>(nullable: false),
                ClientStateHash = table.Column<byte[]>(nullable: false),
                ExpiresAt = table.Column<long>(nullable: false),
                TendAt = table.Column<long>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_GraphSubscriptions", row => row.Advisor));
        migrationBuilder.CreateIndex("IX_GraphSubscriptions_TendAt", "GraphSubscriptions", "TendAt");
    }
}
