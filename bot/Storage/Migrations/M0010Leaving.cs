using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace VpBot.Storage.Migrations;

/// <summary>Employers who were stated to be removed: since when, so that a mistake can still be taken back.</summary>
[DbContext(typeof(Database))]
[Migration("20261123000010_Leaving")]
internal sealed class M0010Leaving : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.CreateTable(
        "LeavingEmployers",
        table => new
        {
            Employer = table.Column<string>(nullable: false),
            Since = table.Column<long>(nullable: false),
            SeenAt = table.Column<long>(nullable: false),
        },
        constraints: table => table.PrimaryKey("PK_LeavingEmployers", row => row.Employer));
}
