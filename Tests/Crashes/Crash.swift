import Foundation

/// A way to crash for good, as opposed to being sent the signal of one.
enum Crash: String {
  case outOfBounds, forceUnwrap, fatalError, precondition
  case abort, doubleFree, badAddress, stackOverflow
  case trapOnThread, stackOverflowOnThread

  func happen() -> Never {
    // Not known to the compiler, or it would refuse what is certain to fail.
    let one = CommandLine.arguments.count - 1
    switch self {
    case .outOfBounds: print([1][one])
    case .forceUnwrap: print(Int("no number \(one)")!)
    case .fatalError: Swift.fatalError("nothing can be done about it")
    case .precondition: Swift.precondition(one != 1, "one is not one")
    case .abort: Glibc.abort()
    case .doubleFree:
      let memory = malloc(1000)
      free(memory)
      free(memory)
    case .badAddress: print(UnsafePointer<Int>(bitPattern: 8 * one)?.pointee ?? 0)
    case .stackOverflow: print(depth(one))
    case .trapOnThread: happenOnThread(.outOfBounds)
    case .stackOverflowOnThread: happenOnThread(.stackOverflow)
    }
    exit(0)
  }

  private func happenOnThread(_ crash: Crash) {
    Thread.detachNewThread { crash.happen() }
    while true { pause() }
  }

  /// Not a loop to the compiler, as each call has something left to do.
  private func depth(_ number: Int) -> Int {
    number == 0 ? 0 : depth(number + 1) + number
  }
}
