import Foundation
import ViewModel

/// Tells when a file of a directory was saved, without ever looking for it.
@ConsoleActor
final class FolderWatch {
  private let descriptor: Int32
  private let loop: EventLoop

  /// Nil where the system watches nothing.
  init?(_ folder: String, in loop: EventLoop, onSave: @escaping () -> Void) {
    let descriptor = inotify_init1(Int32(IN_CLOEXEC | IN_NONBLOCK))
    guard descriptor >= 0 else { return nil }
    // An editor writes the file, or puts another in its place.
    let events = UInt32(IN_CLOSE_WRITE | IN_MOVED_TO)
    guard inotify_add_watch(descriptor, folder, events) >= 0 else {
      close(descriptor)
      return nil
    }
    (self.descriptor, self.loop) = (descriptor, loop)
    loop.watch(descriptor) {
      // What there is to tell is in the file.
      var buffer = [UInt8](repeating: 0, count: 4096)
      while read(descriptor, &buffer, buffer.count) > 0 {}
      onSave()
    }
  }

  isolated deinit {
    loop.forget(descriptor)
    close(descriptor)
  }
}
