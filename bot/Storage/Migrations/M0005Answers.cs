using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace VpBot.Storage.Migrations;

/// <summary>Until when somebody must have answered, and an advisor's proposal that leaves the old time standing.</summary>
[DbContext(typeof(Database))]
[Migration("20261123000005_Answers")]
internal sealed class M0005Answers : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<long>("AnswerBy", "Appointments", nullable: true);
        migrationBuilder.AddColumn<bool>("KeepsOldTime", "Appointments", nullable: false, defaultValue: false);
        migrationBuilder.CreateIndex("IX_Appointments_AnswerBy", "Appointments", "AnswerBy");
        // Requests that nobody answered before this version go on two hours before their talk.
        migrationBuilder.Sql(
            "UPDATE \"Appointments\" SET \"AnswerBy\" = \"StartsAt\" - 7200000 WHERE \"State\" IN (0, 1, 2, 3)");
    }
}
