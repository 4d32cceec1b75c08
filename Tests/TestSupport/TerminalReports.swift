/// What a terminal sends of itself, or as a late answer to another program's question: no keys.
package enum TerminalReports {
  package static let all: [String] =
    colors + devices + modes + mouse + strings

  private static let colors = [
    "\u{1B}]11;rgb:dddd/eeee/aaaa\u{1B}\\", "\u{1B}]11;rgb:dddd/eeee/aaaa\u{7}",
    "\u{1B}]4;1;rgb:cdcd/0000/0000\u{7}", "\u{1B}]52;c;ZHkK\u{1B}\\", "\u{1B}]lmydy\u{1B}\\",
    "\u{9D}10;rgb:dddd/eeee/aaaa\u{9C}",
  ]
  private static let devices = [
    "\u{1B}[?1;2c", "\u{1B}[?62;1;6;9;15;22c", "\u{1B}[>41;370;0c", "\u{1B}[=0c", "\u{1B}[0n",
    "\u{1B}[12;40R", "\u{1B}[1;5R", "\u{1B}[?12;40;1R", "\u{1B}[8;24;80t", "\u{1B}[4;600;800t",
    "\u{9B}?1;2c", "\u{1B}[2;1;1;112;112;1;0x",
  ]
  private static let modes = [
    "\u{1B}[?2026;2$y", "\u{1B}[4;1$y", "\u{1B}[I", "\u{1B}[O", "\u{1B}[?0u", "\u{1B}[?997;1n",
  ]
  private static let mouse = [
    "\u{1B}[<0;5;5M", "\u{1B}[<0;5;5m", "\u{1B}[<64;50;5M", "\u{1B}[32;5;5M", "\u{1B}[M dy",
    "\u{1B}[M !!", "\u{1B}[M#dq", "\u{1B}[M éd",
  ]
  private static let strings = [
    "\u{1B}P1$r0m\u{1B}\\", "\u{1B}P>|xterm(370)\u{1B}\\", "\u{1B}P!|00000000\u{1B}\\",
    "\u{1B}P0+r\u{1B}\\", "\u{1B}_Gi=31;OK\u{1B}\\", "\u{1B}^dy\r\u{1B}\\", "\u{1B}Xdy\r\u{1B}\\",
    "\u{90}1$r0m\u{9C}", "\u{98}dy\u{9C}", "\u{9E}dy\u{9C}", "\u{9F}dy\u{9C}",
  ]
}
