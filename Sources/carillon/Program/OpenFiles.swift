import Glibc

/// How many files and connections the process may have open.
enum OpenFiles {
    /// Raises the limit as far as the system lets: the usual 1,024 are fewer than a server can have connections.
    static func raiseLimit() {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return }
        limit.rlim_cur = limit.rlim_max
        _ = setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    }
}
