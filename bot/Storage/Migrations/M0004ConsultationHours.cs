using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace VpBot.Storage.Migrations;

/// <summary>The lines of consultation hours: numbers, and nothing about anyone.</summary>
[DbContext(typeof(Database))]
[Migration("20261123000004_ConsultationHours")]
internal sealed class M0004ConsultationHours : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "ConsultationPlaces",
            table => new
            {
                Advisor = table.Column<string>(nullable: false),
                StartsAt = table.Column<long>(nullable: false),
                Number = table.Column<int>(nullable: false),
                CodeHash = table.Column<byte[]>(nullable: true),
                State = table.Column<int>(nullable: false),
                CalledAt = table.Column<long>(nullable: true),
                ForgetAt = table.Column<long>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_ConsultationPlaces", row => new { row.Advisor, row.StartsAt, row.Number }));
        migrationBuilder.CreateIndex("IX_ConsultationPlaces_CodeHash", "ConsultationPlaces", "CodeHash", unique: true);
        migrationBuilder.CreateIndex("IX_ConsultationPlaces_ForgetAt", "ConsultationPlaces", "ForgetAt");
    }
}
