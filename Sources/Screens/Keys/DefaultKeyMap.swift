import TerminalUI

extension KeyMap {
    /// The keys as they are without configuration.
    public static let standard = KeyMap([
        Binding(.global, [.control("c")], .quit, help: "Quit"),
        Binding(
            .browse, [.character("?"), .function(1)], .help, help: "Show every key", hint: "help",
            priority: 190),
        Binding(
            .browse, [.character("r"), .function(5)], .refresh, help: "Refresh now", hint: "refresh",
            priority: 5),
        Binding(
            .browse, [.character("q")], .leave, help: "Go back; on the first screen, quit", hint: "back",
            priority: 200),
        Binding(.browse, [.escape, .left, .character("h")], .back, help: "Go back"),
        Binding(
            .browse, [.character(":")], .commandPalette, help: "Find a command by typing", hint: "commands",
            priority: 55),
        Binding(
            .browse, [.character("E")], .activity, help: "Activity: every change and error", hint: "activity",
            priority: 4),
        Binding(.session, [.control("p")], .chooseProfile, help: "Choose the profile"),
        Binding(.session, [.control("o")], .chooseRegion, help: "Choose the region"),

        Binding(.list, [.character("j"), .down], .down, help: "Move down"),
        Binding(.list, [.character("k"), .up], .up, help: "Move up"),
        Binding(.list, [.pageDown], .pageDown, help: "Move a screenful down"),
        Binding(.list, [.pageUp], .pageUp, help: "Move a screenful up"),
        Binding(.list, [.character("g"), .home], .first, help: "Move to the first row"),
        Binding(.list, [.character("G"), .end], .last, help: "Move to the last row"),
        Binding(
            .list, [.enter, .right, .character("l")], .open, help: "Open", hint: "open", priority: 60),
        Binding(
            .filterable, [.character("/")], .filter,
            help: "Filter: text, !text, /regex/ or column:value; among users an id or ARN opens that user",
            hint: "filter", priority: 50),
        Binding(
            .filterable, [.character("o")], .sortByNextColumn, help: "Sort by the next column", hint: "sort",
            priority: 30),
        Binding(.filterable, [.character("O")], .reverseSort, help: "Turn the order round"),

        Binding(
            .copyable, [.character("y")], .copy, help: "Copy an id, ARN, name, token or JSON", hint: "copy",
            priority: 20),

        Binding(
            .devices, [.character(" ")], .mark, help: "Mark the device, or take its mark away", hint: "mark",
            priority: 40),
        Binding(.devices, [.character("*")], .markAll, help: "Mark all devices that are shown"),
        Binding(.devices, [.character("\\")], .clearMarks, help: "Take all marks away"),
        Binding(
            .devices, [.character("a")], .toggleAllow,
            help: "AllowMessages ALL ⇄ NONE of the device, or of all marked; asks first for those",
            hint: "allow/mute", priority: 100),
        Binding(
            .devices, [.character("t")], .tags, help: "Edit the tags of this user", hint: "tags", priority: 90
        ),
        Binding(
            .devices, [.character("n")], .rename, help: "Rename the device", hint: "rename", priority: 80),
        Binding(
            .devices, [.character("+")], .register, help: "Register a device", hint: "register", priority: 70),
        Binding(
            .devices, [.character("R")], .repair,
            help: "Repair an INACTIVE device: register it anew, corrected",
            hint: "repair", priority: 63),
        Binding(
            .devices, [.character("D")], .deregister,
            help: "Deregister the device, or all marked; asks first",
            hint: "deregister", priority: 65),
        Binding(.devices, [.character("u")], .undo, help: "Undo the last change", hint: "undo", priority: 62),
        Binding(
            .devices, [.character("v")], .revealTokens, help: "Reveal or mask device tokens",
            hint: "tokens", priority: 10),

        Binding(.tags, [.character("+")], .addTag, help: "Add a tag", hint: "add", priority: 100),
        Binding(
            .tags, [.enter, .character("l"), .right], .editTag, help: "Edit the value", hint: "edit",
            priority: 90),
        Binding(
            .tags, [.character("D")], .removeTag, help: "Mark for removal, or take the mark away",
            hint: "remove", priority: 80),
        Binding(.tags, [.control("s")], .saveTags, help: "Save all changes", hint: "save", priority: 110),
        Binding(
            .tags, [.character("u")], .undo, help: "Undo the last saved change", hint: "undo", priority: 40),

        Binding(.menu, [.character("j"), .down], .down, help: "Move down", hint: "move", priority: 80),
        Binding(.menu, [.character("k"), .up], .up, help: "Move up"),
        Binding(
            .menu, [.enter, .character("y"), .character("l")], .accept, help: "Take it", hint: "take",
            priority: 100),
        Binding(
            .menu, [.escape, .character("q"), .character("h")], .cancel, help: "Close the menu",
            hint: "close",
            priority: 90),
        Binding(.menuInput, [.enter], .accept, help: "Run the command", hint: "run", priority: 100),
        Binding(.menuInput, [.escape], .cancel, help: "Close", hint: "close", priority: 90),
        Binding(
            .menuInput, [.down, .control("n"), .tab], .down, help: "Move down", hint: "move", priority: 80),
        Binding(.menuInput, [.up, .control("p"), .backTab], .up, help: "Move up"),
        Binding(.menuInput, [.pageDown], .pageDown, help: "Move a screenful down"),
        Binding(.menuInput, [.pageUp], .pageUp, help: "Move a screenful up"),

        Binding(.filterInput, [.enter], .accept, help: "Keep the filter", hint: "keep", priority: 100),
        Binding(.filterInput, [.escape], .cancel, help: "Clear the filter", hint: "clear", priority: 90),
        Binding(.filterInput, [.down], .down, help: "Move down", hint: "move", priority: 80),
        Binding(.filterInput, [.up], .up, help: "Move up"),

        Binding(.form, [.tab, .down], .nextField, help: "Next field", hint: "next field", priority: 80),
        Binding(.form, [.backTab, .up], .previousField, help: "Previous field"),
        Binding(.form, [.enter], .accept, help: "Accept", hint: "accept", priority: 100),
        Binding(.form, [.escape], .cancel, help: "Cancel", hint: "cancel", priority: 90),
        Binding(
            .choice, [.right, .character(" ")], .nextChoice, help: "Next choice", hint: "choose",
            priority: 95),
        Binding(.choice, [.left], .previousChoice, help: "Previous choice"),

        Binding(
            .dialog, [.tab, .backTab, .left, .right, .character("h"), .character("l")], .switchButton,
            help: "Move to the other button", hint: "other button", priority: 80),
        Binding(
            .dialog, [.enter, .character(" ")], .pressButton, help: "Press the button", hint: "press",
            priority: 100),
        Binding(.dialog, [.down, .character("j")], .down, help: "See what is further down"),
        Binding(.dialog, [.up, .character("k")], .up, help: "See what is further up"),
        Binding(.dialog, [.pageDown], .pageDown, help: "See the next screenful"),
        Binding(.dialog, [.pageUp], .pageUp, help: "See the previous screenful"),
        Binding(.dialog, [.character("y")], .yes, help: "Go ahead", hint: "go ahead", priority: 90),
        Binding(
            .dialog, [.escape, .character("n"), .character("q")], .cancel, help: "Cancel", hint: "cancel",
            priority: 95),
    ])
}
