using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace VpBot.Storage.Migrations;

/// <summary>What advisors set themselves at the desk, sealed, one row for each.</summary>
[DbContext(typeof(Database))]
[Migration("20261123000006_OwnChoices")]
internal sealed class M0006OwnChoices : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "OwnChoices",
            table => new
            {
                Advisor = table.Column<string>(nullable: false),
                Sealed = table.Column<byte[]>(nullable: false),
                Revision = table.Column<long>(nullable: false),
                ForgetAt = table.Column<long>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_OwnChoices", row => row.Advisor));
        migrationBuilder.CreateIndex("IX_OwnChoices_ForgetAt", "OwnChoices", "ForgetAt");
    }
}
