using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace VpBot.Storage.Migrations;

/// <summary>Questions of advisors to each other: sealed, short, and on no request.</summary>
[DbContext(typeof(Database))]
[Migration("20261123000007_SoundingBoard")]
internal sealed class M0007SoundingBoard : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "ColleagueQuestions",
            table => new
            {
                Id = table.Column<string>(nullable: false),
                Colleague = table.Column<string>(nullable: false),
                AskerHash = table.Column<byte[]>(nullable: false),
                State = table.Column<int>(nullable: false),
                Sealed = table.Column<byte[]>(nullable: false),
                ForgetAt = table.Column<long>(nullable: false),
                Revision = table.Column<int>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_ColleagueQuestions", row => row.Id));
        migrationBuilder.CreateIndex("IX_ColleagueQuestions_Colleague", "ColleagueQuestions", "Colleague");
        migrationBuilder.CreateIndex("IX_ColleagueQuestions_AskerHash", "ColleagueQuestions", "AskerHash");
        migrationBuilder.CreateIndex("IX_ColleagueQuestions_ForgetAt", "ColleagueQuestions", "ForgetAt");
    }
}
