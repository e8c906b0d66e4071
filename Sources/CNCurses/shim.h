#ifndef CARILLON_CNCURSES_H
#define CARILLON_CNCURSES_H

#define NCURSES_WIDECHAR 1
#include <langinfo.h>
#include <locale.h>
#include <ncurses.h>
#include <stdio.h>
#include <wchar.h>

/* Swift sees neither the globals that ncurses declares through macros nor the variadic and macro calls. */

static inline WINDOW *carillon_stdscr(void) { return stdscr; }
static inline WINDOW *carillon_curscr(void) { return curscr; }
static inline int carillon_colors(void) { return COLORS; }
static inline int carillon_color_pairs(void) { return COLOR_PAIRS; }

static inline attr_t carillon_bold(void) { return WA_BOLD; }
static inline attr_t carillon_dim(void) { return WA_DIM; }
static inline attr_t carillon_underline(void) { return WA_UNDERLINE; }
static inline attr_t carillon_reverse(void) { return WA_REVERSE; }
static inline attr_t carillon_italic(void) { return WA_ITALIC; }

static inline int carillon_put(WINDOW *window, int row, int column, const wchar_t *text, attr_t attributes,
                               short pair)
{
    cchar_t cell;
    if (setcchar(&cell, text, attributes, pair, NULL) == ERR)
        return ERR;
    return mvwadd_wch(window, row, column, &cell);
}

/* wchar.h declares it only where _XOPEN_SOURCE was set before the first system header. */
extern int wcwidth(wchar_t);
static inline int carillon_width(wchar_t character) { return wcwidth(character); }

static inline SCREEN *carillon_newterm(void) { return newterm(NULL, stdout, stdin); }
static inline char *carillon_codeset(void) { return nl_langinfo(CODESET); }

#endif
