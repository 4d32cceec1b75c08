#ifndef CNCURSES_SHIM_H
#define CNCURSES_SHIM_H
#ifndef NCURSES_WIDECHAR
#define NCURSES_WIDECHAR 1 /* declares the wide-character functions */
#endif
#define NCURSES_NOMACROS 1 /* real functions, which Swift can import */
#include <curses.h>
#include <locale.h>
#include <wchar.h>
#endif
