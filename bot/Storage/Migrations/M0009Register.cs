using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace VpBot.Storage.Migrations;

/// <summary>Counts that name nobody, one sealed piece for a year of an employer, and the reports that were released.</summary>
[DbContext(typeof(Database))]
[Migration("20261123000009_Register")]
internal sealed class M0009Register : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "Register",
            table => new
            {
                Employer = table.Column<string>(nullable: false),
                Year = table.Column<int>(nullable: false),
                Sealed = table.Column<byte[]>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_Register", row => new { row.Employer, row.Year }));
        migrationBuilder.CreateTable(
            "YearlyReports",
            table => new
            {
                Employer = table.Column<string>(nullable: false),
                Year = table.Column<int>(nullable: false),
                Sealed = table.Column<byte[]>(nullable: false),
                ForgetAt = table.Column<long>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_YearlyReports", row => new { row.Employer, row.Year }));
        migrationBuilder.CreateIndex("IX_YearlyReports_ForgetAt", "YearlyReports", "ForgetAt");
    }
}
