import Glibc

/// A descriptor that a program begins with, unless whoever begins it has closed it.
enum StandardStream: Int32, CaseIterable {
  case input, output, errors

  /// Why a text was not written, or not all of it.
  struct Failure: Error, CustomStringConvertible {
    var stream: StandardStream
    var number: Int32

    var description: String {
      number == EBADF
        ? "\(stream.name) is closed" : "\(stream.name): \(String(cString: strerror(number)))"
    }
  }

  /// Keeps the number of each that is closed from a file or socket; call before anything is opened.
  ///
  /// What takes its place cannot be read, nor written to: that goes on being an error.
  static func holdClosed() {
    for stream in allCases where fcntl(stream.rawValue, F_GETFD) < 0 && errno == EBADF {
      // It gets the lowest number that is free, which is this one.
      _ = open("/dev/null", stream == .input ? O_WRONLY : O_RDONLY)
    }
  }

  /// Writes a text at once; false when whoever reads it has read enough.
  @discardableResult
  func print(_ text: String) throws(Failure) -> Bool {
    // Not FileHandle, which crashes where the terminal has gone, or nobody reads the pipe any more.
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(rawValue, $0.baseAddress, $0.count) }
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno == EPIPE {
        return false
      } else if errno != EINTR {
        throw Failure(stream: self, number: errno)
      }
    }
    return true
  }

  private var name: String {
    switch self {
    case .input: "standard input"
    case .output: "standard output"
    case .errors: "standard error"
    }
  }
}
