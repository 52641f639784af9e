using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace VpBot.Storage.Migrations;

/// <summary>Messages beside a talk, aftercare at an agreed distance, and the neutral nudge.</summary>
[DbContext(typeof(Database))]
[Migration("20261123000008_Aftercare")]
internal sealed class M0008Aftercare : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<int>("AftercareWeeks", "Appointments", nullable: true);
        migrationBuilder.AddColumn<byte[]>("AftercareAnswer", "Appointments", nullable: true);
        migrationBuilder.CreateTable(
            "Correspondence",
            table => new
            {
                Appointment = table.Column<string>(nullable: false),
                Employer = table.Column<string>(nullable: false),
                Advisor = table.Column<string>(nullable: false),
                Sealed = table.Column<byte[]>(nullable: false),
                Revision = table.Column<int>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_Correspondence", row => row.Appointment));
        migrationBuilder.CreateIndex("IX_Correspondence_Advisor", "Correspondence", "Advisor");
        migrationBuilder.CreateTable(
            "Nudges",
            table => new
            {
                Appointment = table.Column<string>(nullable: false),
                Employer = table.Column<string>(nullable: false),
                LookAt = table.Column<long>(nullable: false),
                Sealed = table.Column<byte[]>(nullable: false),
                Revision = table.Column<int>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_Nudges", row => row.Appointment));
        migrationBuilder.CreateIndex("IX_Nudges_LookAt", "Nudges", "LookAt");
    }
}
