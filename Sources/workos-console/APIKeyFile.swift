import Foundation

/// A file with an API key in its first line that is not blank, which nobody else may read.
struct APIKeyFile {
  var path: String

  func read() throws(Refusal) -> String {
    // The file that is checked is the file that is read, whatever happens to its name meanwhile.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      throw Refusal("--api-key-file \(path): \(String(cString: strerror(errno)))")
    }
    let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw Refusal("--api-key-file \(path): not a file")
    }
    guard status.st_mode & 0o077 == 0 else {
      throw Refusal(
        "--api-key-file \(path): others may read it; first run: chmod 600 \(quotedPath)")
    }
    let data = (try? file.read(upToCount: 4096)) ?? Data()
    guard let line = String(decoding: data, as: UTF8.self).firstFilledLine else {
      throw Refusal("--api-key-file \(path): there is no key in it")
    }
    return line
  }

  /// The path as one word of a shell.
  private var quotedPath: String {
    "'" + path.replacingOccurrences(of: "'", with: #"'\''"#) + "'"
  }
}

extension String {
  /// The first line that is not blank.
  var firstFilledLine: String? {
    // Any line break: to Swift the one of Windows is another character than "\n".
    split(whereSeparator: \.isNewline).first { !$0.allSatisfy(\.isWhitespace) }.map(String.init)
  }
}
