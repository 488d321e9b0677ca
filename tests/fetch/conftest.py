"""A local server that gives the documented answers and failures, in the order a test lists them."""

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import pytest


class Answers:
    """What the server will say: a list of answers in turn, or a function of the query; keeps what it was asked."""

    def __init__(self):
        self.turn, self.rule, self.asked, self.url = [], None, [], ""

    def then(self, status=200, body=b"", kind="application/json", headers=None, cut=False):
        body = body if isinstance(body, bytes) else body.encode() if isinstance(body, str) else json.dumps(body).encode()
        self.turn.append((status, body, kind, headers or {}, cut))
        return self

    def next(self, path, query):
        self.asked.append((path, query))
        if self.rule is not None:
            status, body = self.rule(path, query)
            return status, body if isinstance(body, bytes) else json.dumps(body).encode(), "application/json", {}, False
        return self.turn.pop(0) if len(self.turn) > 1 else self.turn[0]


@pytest.fixture
def server():
    answers = Answers()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self):
            parts = urlsplit(self.path)
            status, body, kind, headers, cut = answers.next(parts.path, {name: values[0] if len(values) == 1 else values for name, values in parse_qs(parts.query).items()})
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            if status != 204:
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(body) + (500 if cut else 0)))
            self.end_headers()
            if status != 204:
                self.wfile.write(body)
            if cut:
                self.wfile.flush()
                self.connection.close()
                self.close_connection = True

        def log_message(self, *_):
            pass

    service = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    service.daemon_threads = True
    threading.Thread(target=service.serve_forever, daemon=True).start()
    answers.url = f"http://127.0.0.1:{service.server_port}"
    yield answers
    service.shutdown()
    service.server_close()


@pytest.fixture
def waits():
    return []


@pytest.fixture
def client(waits):
    from helpers.fetch.client import Client

    now = [0.0]

    def sleep(seconds):
        waits.append(round(seconds, 3))
        now[0] += seconds

    return Client("Test", "exports", pause=1.0, timeout=5, sleep=sleep, clock=lambda: now[0])
