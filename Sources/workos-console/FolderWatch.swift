import Foundation

/// Tells when a file of a directory was saved, without ever looking for it.
@MainActor
final class FolderWatch {
  private let source: any DispatchSourceRead

  /// Nil where the system watches nothing.
  init?(_ folder: String, onSave: @escaping @MainActor () -> Void) {
    let descriptor = inotify_init1(Int32(IN_CLOEXEC | IN_NONBLOCK))
    guard descriptor >= 0 else { return nil }
    // An editor writes the file, or puts another in its place.
    let events = UInt32(IN_CLOSE_WRITE | IN_MOVED_TO)
    guard inotify_add_watch(descriptor, folder, events) >= 0 else {
      close(descriptor)
      return nil
    }
    source = DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: .main)
    source.setEventHandler {
      // What there is to tell is in the file.
      var buffer = [UInt8](repeating: 0, count: 4096)
      while read(descriptor, &buffer, buffer.count) > 0 {}
      MainActor.assumeIsolated(onSave)
    }
    source.setCancelHandler { close(descriptor) }
    source.activate()
  }

  isolated deinit {
    source.cancel()
  }
}
