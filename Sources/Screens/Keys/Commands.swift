import TerminalUI

extension Command {
    /// Ends the program.
    public static let quit = Command(rawValue: "quit")
    /// Goes back to the screen below; does nothing on the first screen.
    public static let back = Command(rawValue: "back")
    /// Goes back to the screen below; on the first screen it ends the program.
    public static let leave = Command(rawValue: "leave")
    /// Shows every key.
    public static let help = Command(rawValue: "help")
    /// Reads everything again.
    public static let refresh = Command(rawValue: "refresh")
    /// Chooses the profile.
    public static let chooseProfile = Command(rawValue: "session.profile")
    /// Chooses the region.
    public static let chooseRegion = Command(rawValue: "session.region")
    /// Shows what was changed and what went wrong.
    public static let activity = Command(rawValue: "activity")
    /// Runs a command by its name.
    public static let commandPalette = Command(rawValue: "command-palette")
    /// Copies something of what the cursor is on.
    public static let copy = Command(rawValue: "copy")
    /// Opens what the cursor is on.
    public static let open = Command(rawValue: "open")
    /// Moves one row down.
    public static let down = Command(rawValue: "list.down")
    /// Moves one row up.
    public static let up = Command(rawValue: "list.up")
    /// Moves a screenful down.
    public static let pageDown = Command(rawValue: "list.page-down")
    /// Moves a screenful up.
    public static let pageUp = Command(rawValue: "list.page-up")
    /// Moves to the first row.
    public static let first = Command(rawValue: "list.first")
    /// Moves to the last row.
    public static let last = Command(rawValue: "list.last")
    /// Starts typing a filter.
    public static let filter = Command(rawValue: "list.filter")
    /// Sorts by the next column.
    public static let sortByNextColumn = Command(rawValue: "list.sort")
    /// Turns the order round.
    public static let reverseSort = Command(rawValue: "list.reverse-sort")
    /// Marks a row or takes its mark away.
    public static let mark = Command(rawValue: "list.mark")
    /// Marks every row that is shown.
    public static let markAll = Command(rawValue: "list.mark-all")
    /// Takes all marks away.
    public static let clearMarks = Command(rawValue: "list.clear-marks")
    /// Takes back the last change.
    public static let undo = Command(rawValue: "undo")
    /// Mutes a device or lets it receive messages.
    public static let toggleAllow = Command(rawValue: "device.toggle-allow")
    /// Renames a device.
    public static let rename = Command(rawValue: "device.rename")
    /// Registers a device.
    public static let register = Command(rawValue: "device.register")
    /// Registers a device anew, corrected.
    public static let repair = Command(rawValue: "device.repair")
    /// Deregisters a device.
    public static let deregister = Command(rawValue: "device.deregister")
    /// Shows or masks device tokens.
    public static let revealTokens = Command(rawValue: "device.reveal-tokens")
    /// Opens the tag editor.
    public static let tags = Command(rawValue: "user.tags")
    /// Adds a tag.
    public static let addTag = Command(rawValue: "tag.add")
    /// Edits a tag's value.
    public static let editTag = Command(rawValue: "tag.edit")
    /// Marks a tag for removal.
    public static let removeTag = Command(rawValue: "tag.remove")
    /// Saves all changes of tags.
    public static let saveTags = Command(rawValue: "tag.save")
    /// Goes to the next field.
    public static let nextField = Command(rawValue: "form.next")
    /// Goes to the previous field.
    public static let previousField = Command(rawValue: "form.previous")
    /// Accepts what was entered.
    public static let accept = Command(rawValue: "form.accept")
    /// Drops what was entered.
    public static let cancel = Command(rawValue: "form.cancel")
    /// Takes the next choice of a field.
    public static let nextChoice = Command(rawValue: "form.next-choice")
    /// Takes the previous choice of a field.
    public static let previousChoice = Command(rawValue: "form.previous-choice")
    /// Moves the focus to the other button.
    public static let switchButton = Command(rawValue: "dialog.switch")
    /// Presses the button that has the focus.
    public static let pressButton = Command(rawValue: "dialog.press")
    /// Goes ahead.
    public static let yes = Command(rawValue: "dialog.yes")
}

extension KeyContext {
    /// Works everywhere.
    public static let global = KeyContext(rawValue: "global")
    /// Works where nothing is being typed.
    public static let browse = KeyContext(rawValue: "browse")
    /// Works where profile and region can be chosen.
    public static let session = KeyContext(rawValue: "session")
    /// Works in every list.
    public static let list = KeyContext(rawValue: "list")
    /// Works in lists that can be filtered.
    public static let filterable = KeyContext(rawValue: "filterable")
    /// Works where there is something to copy.
    public static let copyable = KeyContext(rawValue: "copyable")
    /// Works in menus.
    public static let menu = KeyContext(rawValue: "menu")
    /// Works in the command palette.
    public static let menuInput = KeyContext(rawValue: "menu-input")
    /// Works in the list of devices.
    public static let devices = KeyContext(rawValue: "devices")
    /// Works in the tag editor.
    public static let tags = KeyContext(rawValue: "tags")
    /// Works while a filter is being typed.
    public static let filterInput = KeyContext(rawValue: "filter-input")
    /// Works in forms.
    public static let form = KeyContext(rawValue: "form")
    /// Works on a form's field with a list of choices.
    public static let choice = KeyContext(rawValue: "choice")
    /// Works in dialogs.
    public static let dialog = KeyContext(rawValue: "dialog")
}
