using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace VpBot.Storage.Migrations;

/// <summary>A talk can get another time: from the employee, or proposed by the advisor. An advisor is reminded once.</summary>
[DbContext(typeof(Database))]
[Migration("20261123000002_Moving")]
internal sealed class M0002Moving : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<long>("ProposedAt", "Appointments", nullable: true);
        migrationBuilder.AddColumn<bool>("AdvisorAgreed", "Appointments", nullable: false, defaultValue: false);
        migrationBuilder.AddColumn<long>("RemindAt", "Appointments", nullable: true);
        migrationBuilder.CreateIndex("IX_Appointments_RemindAt", "Appointments", "RemindAt");
    }
}
