#ifndef CNCURSES_SHIM_H
#define CNCURSES_SHIM_H
#ifndef NCURSES_WIDECHAR
#define NCURSES_WIDECHAR 1 /* declares the wide-character functions */
#endif
#define NCURSES_NOMACROS 1 /* real functions, which Swift can import */
#include <curses.h>
#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <sys/eventfd.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <term.h>
#include <wchar.h>

/* Swift 6 rejects mutable C globals: read them through functions. */
static inline WINDOW *ncurses_screen(void) { return stdscr; }
static inline int ncurses_colors(void) { return COLORS; }

/* Macros with arguments are not imported: re-export them as constants. */
static const attr_t ncurses_bold = A_BOLD, ncurses_dim = A_DIM,
                    ncurses_underline = A_UNDERLINE, ncurses_reverse = A_REVERSE,
                    ncurses_italic = A_ITALIC;
static inline int ncurses_function_key(int number) { return KEY_F(number); }

/* prctl takes a variable number of arguments, which Swift cannot pass. */
static inline int process_forbid_dumps(void) { return prctl(PR_SET_DUMPABLE, 0, 0, 0, 0); }

/* Not declared to Swift by Glibc's module, nor by wchar.h without _XOPEN_SOURCE. */
extern int wcwidth(wchar_t);
extern int dup3(int, int, int);
extern int pipe2(int[2], int);
extern int memfd_create(const char *, unsigned int);
static const unsigned int memory_file_close_on_exec = 1; /* MFD_CLOEXEC */
#endif
