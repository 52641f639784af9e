using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace VpBot.Storage.Migrations;

/// <summary>The first tables. Moments are milliseconds since 1970 (UTC).</summary>
[DbContext(typeof(Database))]
[Migration("0001_First")]
internal sealed class M0001First : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "KeyRing",
            table => new { Name = table.Column<string>(nullable: false), Xml = table.Column<string>(nullable: false) },
            constraints: table => table.PrimaryKey("PK_KeyRing", row => row.Name));
        migrationBuilder.CreateTable(
            "Secrets",
            table => new { Name = table.Column<string>(nullable: false), Sealed = table.Column<byte[]>(nullable: false) },
            constraints: table => table.PrimaryKey("PK_Secrets", row => row.Name));
        migrationBuilder.CreateTable(
            "Outbox",
            table => new
            {
                Id = table.Column<string>(nullable: false),
                Kind = table.Column<string>(nullable: false),
                Employer = table.Column<string>(nullable: false),
                Sealed = table.Column<byte[]>(nullable: false),
                CreatedAt = table.Column<long>(nullable: false),
                NotBefore = table.Column<long>(nullable: false),
                Attempts = table.Column<int>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_Outbox", row => row.Id));
        migrationBuilder.CreateIndex("IX_Outbox_NotBefore", "Outbox", "NotBefore");
        migrationBuilder.CreateTable(
            "SeenActivities",
            table => new { Hash = table.Column<byte[]>(nullable: false), ForgetAt = table.Column<long>(nullable: false) },
            constraints: table => table.PrimaryKey("PK_SeenActivities", row => row.Hash));
        migrationBuilder.CreateIndex("IX_SeenActivities_ForgetAt", "SeenActivities", "ForgetAt");
        migrationBuilder.CreateTable(
            "AdvisorConversations",
            table => new { Advisor = table.Column<string>(nullable: false), Sealed = table.Column<byte[]>(nullable: false) },
            constraints: table => table.PrimaryKey("PK_AdvisorConversations", row => row.Advisor));
        UpRoom(migrationBuilder);
        UpAppointments(migrationBuilder);
    }

    private static void UpRoom(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "Tickets",
            table => new
            {
                Hash = table.Column<byte[]>(nullable: false),
                Employer = table.Column<string>(nullable: false),
                Sealed = table.Column<byte[]>(nullable: false),
                ForgetAt = table.Column<long>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_Tickets", row => row.Hash));
        migrationBuilder.CreateIndex("IX_Tickets_ForgetAt", "Tickets", "ForgetAt");
        migrationBuilder.CreateTable(
            "Sessions",
            table => new
            {
                TokenHash = table.Column<byte[]>(nullable: false),
                Employer = table.Column<string>(nullable: false),
                Sealed = table.Column<byte[]>(nullable: false),
                Revision = table.Column<int>(nullable: false),
                ForgetAt = table.Column<long>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_Sessions", row => row.TokenHash));
        migrationBuilder.CreateIndex("IX_Sessions_ForgetAt", "Sessions", "ForgetAt");
    }

    private static void UpAppointments(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "Appointments",
            table => new
            {
                Id = table.Column<string>(nullable: false),
                Employer = table.Column<string>(nullable: false),
                Advisor = table.Column<string>(nullable: false),
                Person = table.Column<string>(nullable: true),
                CodeHash = table.Column<byte[]>(nullable: false),
                StartsAt = table.Column<long>(nullable: false),
                Minutes = table.Column<int>(nullable: false),
                State = table.Column<int>(nullable: false),
                Round = table.Column<int>(nullable: false),
                DeliveredAt = table.Column<long>(nullable: true),
                CardId = table.Column<string>(nullable: true),
                Sealed = table.Column<byte[]>(nullable: false),
                Arranged = table.Column<byte[]>(nullable: true),
                CreatedAt = table.Column<long>(nullable: false),
                ForgetAt = table.Column<long>(nullable: false),
                Revision = table.Column<int>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_Appointments", row => row.Id));
        migrationBuilder.CreateIndex("IX_Appointments_CodeHash", "Appointments", "CodeHash", unique: true);
        migrationBuilder.CreateIndex("IX_Appointments_Employer_Person", "Appointments", ["Employer", "Person"]);
        migrationBuilder.CreateIndex("IX_Appointments_Advisor", "Appointments", "Advisor");
        migrationBuilder.CreateIndex("IX_Appointments_ForgetAt", "Appointments", "ForgetAt");
        migrationBuilder.CreateTable(
            "TimeCells",
            table => new
            {
                Advisor = table.Column<string>(nullable: false),
                Cell = table.Column<long>(nullable: false),
                Appointment = table.Column<string>(nullable: false),
                StartsAt = table.Column<long>(nullable: false),
                Minutes = table.Column<int>(nullable: false),
                HeldUntil = table.Column<long>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_TimeCells", row => new { row.Advisor, row.Cell }));
        migrationBuilder.CreateIndex("IX_TimeCells_Appointment", "TimeCells", "Appointment");
    }
}
