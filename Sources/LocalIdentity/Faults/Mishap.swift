/// What goes wrong with one request.
struct Mishap: Sendable, Equatable {
    /// How a request ends that does not end well.
    enum Ending: Sendable, Equatable {
        /// It is refused with this, and not carried out.
        case refused(ServiceFault)
        /// It is not carried out, and not answered.
        case lostBefore
        /// It is carried out, and its answer goes out like this.
        case delivered(Delivery)
    }

    /// How long the answer is held back.
    var delay = Duration.zero
    /// How it ends.
    var ending = Ending.delivered(.whole)
}
