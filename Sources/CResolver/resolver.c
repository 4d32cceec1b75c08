#include "CResolver.h"

#include <arpa/inet.h>
#include <arpa/nameser.h>
#include <netdb.h>
#include <netinet/in.h>
#include <resolv.h>
#include <string.h>

/// Writes the character strings of a TXT record one behind another; 0 where they have no room, or are
/// not what they say.
static size_t write_record(const uint8_t *data, size_t length, uint8_t *out, size_t capacity) {
  if (capacity < 2) return 0;
  size_t written = 2;
  while (length > 0) {
    size_t count = data[0];
    if (count + 1 > length || count > capacity - written) return 0;
    memcpy(out + written, data + 1, count);
    written += count;
    data += count + 1;
    length -= count + 1;
  }
  if (written - 2 > UINT16_MAX) return 0;
  out[0] = (uint8_t)((written - 2) >> 8);
  out[1] = (uint8_t)(written - 2);
  return written;
}

/// What it means that there is no answer: to a name server that refuses, the C library says no more
/// than that to one that is silent, but leaves the header of what it said, and looks there itself.
static cresolver_outcome outcome_of(int error, const uint8_t *header) {
  if (error == HOST_NOT_FOUND) return cresolver_no_name;
  if (error == NO_DATA) return cresolver_no_record;
  int is_response = header[2] & 0x80;
  int code = header[3] & 0x0F;
  if (!is_response || code == ns_r_noerror) return cresolver_no_answer;
  switch (code) {
    case ns_r_servfail: return cresolver_failed;
    case ns_r_refused: return cresolver_refused;
    default: return cresolver_cannot_tell;
  }
}

cresolver_outcome cresolver_read(const uint8_t *answer, size_t length, uint8_t *records,
                                 size_t capacity, size_t *used, size_t *left_out) {
  *used = 0;
  *left_out = 0;
  ns_msg message;
  if (length > NS_MAXMSG || ns_initparse(answer, (int)length, &message) < 0) {
    return cresolver_no_answer;
  }
  int count = ns_msg_count(message, ns_s_an);
  int found = 0;
  for (int index = 0; index < count; index++) {
    ns_rr record;
    if (ns_parserr(&message, ns_s_an, index, &record) < 0) {
      // What comes behind cannot be found without it.
      *left_out += (size_t)(count - index);
      break;
    }
    if (ns_rr_type(record) != ns_t_txt || ns_rr_class(record) != ns_c_in) continue;
    found++;
    size_t written =
        write_record(ns_rr_rdata(record), ns_rr_rdlen(record), records + *used, capacity - *used);
    *used += written;
    if (written == 0) *left_out += 1;
  }
  return found > 0 || *left_out > 0 ? cresolver_records : cresolver_no_record;
}

cresolver_outcome cresolver_txt(const char *name, const char *server, uint16_t port, int seconds,
                                uint8_t *records, size_t capacity, size_t *used,
                                size_t *left_out) {
  *used = 0;
  *left_out = 0;
  struct __res_state state;
  memset(&state, 0, sizeof state);
  if (res_ninit(&state) != 0) return cresolver_no_answer;
  state.retrans = seconds;
  state.retry = 2;
  // Records of many senders are more than 512 bytes.
  state.options |= RES_USE_EDNS0;
  if (server != NULL) {
    struct sockaddr_in *address = &state.nsaddr_list[0];
    memset(address, 0, sizeof *address);
    address->sin_family = AF_INET;
    address->sin_port = htons(port);
    if (inet_pton(AF_INET, server, &address->sin_addr) != 1) {
      res_nclose(&state);
      return cresolver_no_answer;
    }
    state.nscount = 1;
  }
  uint8_t wire[NS_MAXCDNAME];
  uint8_t answer[NS_MAXMSG];
  memset(answer, 0, NS_HFIXEDSZ);
  cresolver_outcome outcome;
  if (ns_name_pton(name, wire, sizeof wire) < 0) {
    outcome = cresolver_bad_name;
  } else {
    int length = res_nquery(&state, name, ns_c_in, ns_t_txt, answer, (int)sizeof answer);
    if (length < 0) {
      outcome = outcome_of(state.res_h_errno, answer);
    } else {
      // A longer answer than there is room for is told by its full length.
      if (length > (int)sizeof answer) length = (int)sizeof answer;
      outcome = cresolver_read(answer, (size_t)length, records, capacity, used, left_out);
    }
  }
  res_nclose(&state);
  return outcome;
}
