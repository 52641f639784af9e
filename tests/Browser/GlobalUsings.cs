global using Microsoft.Playwright;
global using VpBot.Browser.Support;
global using VpBot.Playground;
global using Xunit;
global using static Microsoft.Playwright.Assertions;
