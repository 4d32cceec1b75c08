#!/usr/bin/env python3
"""Times the console beside ncdu and tig, from outside, in one run.

    swift build -c release && apt-get install ncdu tig
    Tests/Benchmarks/beside-peers.py .build/release/workos-console

Each program runs in a pseudo-terminal of 40×120, five times, beside the others. Printed are medians
over the runs: from the start to the first full frame, the bytes written in three seconds at rest,
and the peak of resident memory; and over all keys, from a down arrow to the last byte of its answer.
A person's keys are far apart, and between them the processor forgets: each program gets one every
300 ms, in turn with the others, so that all see the same machine.
"""
import fcntl
import os
import pty
import re
import select
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time

RUNS, KEYS, PAUSE, REST, GAP = 5, 60, 0.3, 3.0, 0.008


class Program:
    def __init__(self, command, ready, home):
        self.started = time.perf_counter()
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            environment = {
                "PATH": os.environ["PATH"], "HOME": home, "XDG_STATE_HOME": home,
                "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "TZ": "UTC",
            }
            # The window has its size before the program looks.
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
            os.execvpe(command[0], command, environment)
        self.ready = self.read_until(ready)
        self.drain(0.3)

    def read(self, seconds):
        if not select.select([self.terminal], [], [], seconds)[0]:
            return b""
        try:
            return os.read(self.terminal, 65536)
        except OSError:
            return b""

    def read_until(self, pattern, seconds=30):
        seen, end = b"", time.perf_counter() + seconds
        while time.perf_counter() < end:
            seen += self.read(0.05)
            if re.search(pattern, seen):
                return time.perf_counter() - self.started
        sys.exit(f"never ready: {seen[-2000:]!r}")

    def drain(self, seconds):
        count, end = 0, time.perf_counter() + seconds
        while (left := end - time.perf_counter()) > 0:
            count += len(self.read(left))
        return count

    def key(self, bytes):
        sent = last = time.perf_counter()
        os.write(self.terminal, bytes)
        wait = 0.2
        while self.read(wait):
            last, wait = time.perf_counter(), GAP
        return last - sent

    def peak_memory(self):
        with open(f"/proc/{self.pid}/status") as status:
            return next(int(line.split()[1]) for line in status if line.startswith("VmHWM")) / 1024

    def quit(self):
        os.write(self.terminal, b"q")
        self.drain(0.2)
        os.close(self.terminal)
        os.waitpid(self.pid, 0)


def measure(commands, home, figures, keys):
    programs = {name: Program(*command, home) for name, command in commands.items()}
    for _ in range(KEYS):
        for name, program in programs.items():
            time.sleep(PAUSE / len(programs))
            keys[name].append(program.key(b"\x1bOB") * 1000)
    for name, program in programs.items():
        program.drain(0.5)
        rest = program.drain(REST)
        figures[name].append((program.ready * 1000, rest, program.peak_memory()))
        program.quit()


def git(folder, *words):
    subprocess.run(["git", "-C", folder, *words], check=True, stdout=subprocess.DEVNULL)


def prepare(folder):
    """A repository of 10,000 commits for tig, and a folder of 10,000 files for ncdu."""
    repository, files = os.path.join(folder, "commits"), os.path.join(folder, "files")
    os.makedirs(repository), os.makedirs(files)
    git(repository, "init", "-q")
    stream = "".join(
        f"commit refs/heads/main\ncommitter A <a@example.com> {1700000000 + n} +0000\n"
        f"data {len(str(n)) + 7}\ncommit {n}\n" for n in range(10000))
    subprocess.run(
        ["git", "-C", repository, "fast-import", "--quiet"], input=stream.encode(), check=True)
    git(repository, "symbolic-ref", "HEAD", "refs/heads/main")
    for n in range(10000):
        open(os.path.join(files, f"file-{n}"), "w").close()
    return repository, files


def main():
    console = os.path.abspath(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        repository, files = prepare(folder)
        os.chdir(repository)
        programs = {
            "workos-console --sandbox": ([console, "--sandbox"], rb"Halcyon|rows 1"),
            "ncdu, 10,000 files": (["ncdu", files], rb"Total disk usage"),
            "tig, 10,000 commits": (["tig"], rb"commit 999\d"),
        }
        figures, keys = {name: [] for name in programs}, {name: [] for name in programs}
        for _ in range(RUNS):
            measure(programs, folder, figures, keys)
    print("| | first full frame | key, median | key, p99 | bytes at rest | peak memory |")
    print("|---|---|---|---|---|---|")
    for name, runs in figures.items():
        ready, rest, memory = (statistics.median(values) for values in zip(*runs))
        pressed = sorted(keys[name])
        key, slowest = statistics.median(pressed), pressed[len(pressed) * 99 // 100]
        print(
            f"| {name} | {ready:.0f} ms | {key:.2f} ms | {slowest:.2f} ms | {rest:.0f} "
            f"| {memory:.1f} MiB |")


main()
