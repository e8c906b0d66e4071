import TerminalUI

/// The words and columns of a picker.
struct PickerDescription<Row>: Sendable {
    /// What the rows are, in the plural, as the way here says it: `Users`.
    let title: String
    /// The columns.
    let columns: [ColumnLayout.Column]
    /// A row's cells.
    let fields: @Sendable (Row, Palette) -> [ListTable.Field]
    /// Said where there is nothing to pick from.
    let empty: SafeText
    /// What to do then.
    let emptyHint: SafeText
    /// What to do where the filter leaves no row.
    let filteredHint: SafeText
}
