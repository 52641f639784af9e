using VpBot.Employers;

namespace VpBot.Tests.Shape
{
    public sealed class ArrowTests
    {
        private static readonly Type[] Bot = typeof(Employer).Assembly.GetTypes();

        [Fact]
        public void A_folder_knows_only_the_folders_that_its_arrows_point_to() =>
            Assert.Empty(Arrows.Faults(Bot, Arrows.Folder, typeof(Employer).Assembly));

        [Fact]
        public void Every_folder_stands_in_the_table() =>
            Assert.Equal(Bot.Select(Arrows.Folder).OfType<string>().Distinct().Order(), Arrows.Allowed.Keys.Order());

        [Fact]
        public void No_arrows_lead_back_to_where_they_began() => Assert.Empty(Arrows.Circles(Arrows.Allowed));

        [Fact]
        public void A_planted_reference_in_a_method_body_is_found()
        {
            var here = typeof(ArrowTests).Assembly;
            var planted = here.GetTypes().Where(type => type.Namespace?.StartsWith("VpBot.Tests.Shape.Planted.", StringComparison.Ordinal) == true);

            var faults = Arrows.Faults(planted, type => Arrows.Below(type, "VpBot.Tests.Shape.Planted."), here);

            Assert.Contains(faults, fault => fault.StartsWith("Language may not know Storage", StringComparison.Ordinal));
            Assert.Contains(faults, fault => fault.StartsWith("Teams may not know Room", StringComparison.Ordinal));
            Assert.DoesNotContain(faults, fault => fault.Contains("Tickets", StringComparison.Ordinal));
        }

        [Fact]
        public void A_planted_circle_is_found() =>
            Assert.Equal(["A", "B"], Arrows.Circles(new Dictionary<string, string[]> { ["A"] = ["B"], ["B"] = ["A"], ["C"] = ["A"] }));
    }
}

namespace VpBot.Tests.Shape.Planted.Language
{
    internal sealed class KnowsTheDatabase
    {
        public static object Look() => new Storage.Shelf();
    }
}

namespace VpBot.Tests.Shape.Planted.Teams
{
    internal sealed class OpensMoreThanTheDoor
    {
        public static object[] Open() => [new Room.Tickets(), new Room.Drawer()];
    }
}

namespace VpBot.Tests.Shape.Planted.Room
{
    internal sealed class Tickets;

    internal sealed class Drawer;
}

namespace VpBot.Tests.Shape.Planted.Storage
{
    internal sealed class Shelf;
}
