import TerminalUI
import ViewModels

/// A screen of this program.
public protocol AppScreen: Screen where Effect == ViewModels.Effect, Message == ViewModels.Message {}
