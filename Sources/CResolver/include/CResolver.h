#ifndef CRESOLVER_H
#define CRESOLVER_H

#include <stddef.h>
#include <stdint.h>

/// What the resolver of the C library says to a question for TXT records.
typedef enum {
  /// There are TXT records, as far as they could be read.
  cresolver_records = 0,
  /// The name exists, and has no TXT record.
  cresolver_no_record = 1,
  /// The name does not exist.
  cresolver_no_name = 2,
  /// No name server answered, or what it answered was no answer.
  cresolver_no_answer = 3,
  /// A name server answered that it will not tell (REFUSED).
  cresolver_refused = 4,
  /// It is no name that can be asked for.
  cresolver_bad_name = 5,
  /// A name server answered that it came to no answer (SERVFAIL), as for a zone that is broken.
  cresolver_failed = 6,
  /// A name server answered something else that tells nothing.
  cresolver_cannot_tell = 7,
} cresolver_outcome;

/// Asks for the TXT records of a fully qualified name, by `res_nquery`; blocks.
///
/// Each record is written as its length, two bytes with the higher first, and its bytes: any bytes at
/// all, of its character strings one behind another. What has no room is left out, and counted.
///
/// @param server an IPv4 address to ask in place of the system's name servers, or NULL.
/// @param port its port; not looked at without a server.
/// @param seconds how long a name server is waited for before it is asked again, once.
/// @param used how many bytes of `records` were written.
/// @param left_out how many records had no room, or could not be read.
cresolver_outcome cresolver_txt(const char *name, const char *server, uint16_t port, int seconds,
                                uint8_t *records, size_t capacity, size_t *used, size_t *left_out);

/// Reads the TXT records of an answer as a name server sent it, whatever bytes it is made of.
cresolver_outcome cresolver_read(const uint8_t *answer, size_t length, uint8_t *records,
                                 size_t capacity, size_t *used, size_t *left_out);

#endif
