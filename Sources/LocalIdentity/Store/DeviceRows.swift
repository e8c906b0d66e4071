/// The rows of a user's devices. They are numbered by the user's row and by how many devices the user had before, so
/// that they lie side by side, in the order in which they were made, and no number comes again.
struct DeviceRows {
    /// How many bits the number of a device takes.
    private static let numberBits: Int64 = 32

    private let user: Int64

    /// - Parameter user: The row of the user.
    init(user: Int64) {
        self.user = user
    }

    /// No device has this row, and all of the user's come after it.
    var before: Int64 { user << Self.numberBits }

    /// No device has this row, and all of the user's come before it.
    var end: Int64 { (user + 1) << Self.numberBits }

    /// The row of a device.
    ///
    /// - Parameter number: How many devices the user has had, with this one.
    func row(_ number: Int64) -> Int64 { before + number }
}
