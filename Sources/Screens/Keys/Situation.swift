import TerminalUI

/// The contexts in which keys are looked up at one time, the most specific first: every situation that a screen can
/// be in.
enum Situation {
    static let picker: [KeyContext] = [.filterable, .copyable, .list, .session, .browse, .global]
    static let devices: [KeyContext] = [.devices, .filterable, .copyable, .list, .session, .browse, .global]
    static let tags: [KeyContext] = [.tags, .copyable, .list, .browse, .global]
    static let help: [KeyContext] = [.list, .browse, .global]
    static let entry: [KeyContext] = [.copyable, .list, .browse, .global]
    static let menu: [KeyContext] = [.menu, .global]
    static let menuInput: [KeyContext] = [.menuInput, .global]
    static let filterInput: [KeyContext] = [.filterInput, .global]
    static let form: [KeyContext] = [.form, .global]
    static let choice: [KeyContext] = [.choice, .form, .global]
    static let dialog: [KeyContext] = [.dialog, .global]

    /// All of them.
    static let all = [
        picker, devices, tags, help, entry, menu, menuInput, filterInput, form, choice, dialog,
    ]

    /// The contexts in which text is being typed, so that a key that types cannot mean anything else.
    static let typing: Set<KeyContext> = [.filterInput, .menuInput, .form]
}
