"""Speaks TLS on a free port of 127.0.0.1, which it prints, and passes all on to a plain one:
tls-forward.py CERTIFICATE KEY PORT"""

import socket
import ssl
import sys
import threading


def passes_on(source, sink):
    try:
        while piece := source.recv(65536):
            sink.sendall(piece)
        sink.shutdown(socket.SHUT_WR)
    except OSError:
        # Who hung up does not matter: the other side is to hear of it.
        source.close()
        sink.close()


def serve(client, context, port):
    try:
        secure = context.wrap_socket(client, server_side=True)
    except OSError:
        # A client that does not trust the certificate.
        client.close()
        return
    plain = socket.create_connection(("127.0.0.1", port))
    threading.Thread(target=passes_on, args=(plain, secure), daemon=True).start()
    passes_on(secure, plain)


def main():
    certificate, key, port = sys.argv[1:]
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        print(listener.getsockname()[1], flush=True)
        while True:
            client, _ = listener.accept()
            threading.Thread(target=serve, args=(client, context, int(port)), daemon=True).start()


main()
