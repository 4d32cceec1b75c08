#!/usr/bin/env python3
"""Writes Sources/Cells/WideRanges.swift from the tables of the Python package wcwidth.

usage: pip install wcwidth==0.7.0; Tests/CellsTests/generate-wide-ranges.py > Sources/Cells/WideRanges.swift
"""
from wcwidth.table_wide import WIDE_EASTASIAN

version, ranges = list(WIDE_EASTASIAN.items())[-1]
bounds = [f"0x{bound:X}" for pair in ranges for bound in pair]

print(f"""\
/// The scalars that take two columns (East Asian Width W and F, emoji included), Unicode {version}.
///
/// Made by `Tests/CellsTests/generate-wide-ranges.py`; do not edit.
enum WideRanges {{
  /// First and last scalar of each range, ascending.
  static let bounds: [UInt32] = [""")
for start in range(0, len(bounds), 10):
    print("    " + ", ".join(bounds[start:start + 10]) + ",")
print("""\
  ]

  static func contains(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.value >= bounds[0] else { return false }
    var low = 0
    var high = bounds.count
    while low < high {
      let middle = (low + high) / 2
      if bounds[middle] <= scalar.value { low = middle + 1 } else { high = middle }
    }
    // An odd number of bounds at or below the scalar: it is inside a range, unless just past its last.
    return low % 2 == 1 || bounds[low - 1] == scalar.value
  }
}""")
