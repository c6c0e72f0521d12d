# SPDX-License-Identifier: GPL-3.0-or-later
"""One command measured: time, memory and, of rotacost, the work that --verbose tells."""
import os
import re
import signal
import subprocess
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

SAMPLE_S = 0.05


@dataclass
class Measured:
    cpu_s: float  # user + system, with all descendants that were waited for
    wall_s: float
    peak_mb: float  # most memory at a time, all processes together: see memory_mb
    status: int  # of the command; negative: the signal
    finished: bool  # within the limit
    stdout: str
    stderr: str
    work: dict = field(default_factory=dict)


def tree(pid):
    """The process and its descendants."""
    pids = [pid]
    for parent in pids:
        try:
            for task in Path(f"/proc/{parent}/task").iterdir():
                pids += [int(child) for child in (task / "children").read_text().split()]
        except OSError:
            pass  # it has just ended
    return pids


def memory_mb(pid):
    """Sum of the proportional set sizes (PSS: a page that n processes share counts 1/n in each) of a process tree."""
    sum_kb = 0
    for member in tree(pid):
        try:
            text = Path(f"/proc/{member}/smaps_rollup").read_text()
            sum_kb += int(re.search(r"^Pss: +(\d+)", text, re.M).group(1))
        except (OSError, AttributeError):
            pass
    return sum_kb / 1024


def cpu_s(pid):
    """User and system time of a process tree so far, with children that have ended."""
    ticks = 0
    for member in tree(pid):
        try:
            ticks += sum(map(int, Path(f"/proc/{member}/stat").read_text().rpartition(")")[2].split()[11:15]))
        except OSError:
            pass
    return ticks / os.sysconf("SC_CLK_TCK")


def watch(process, limit_s):
    """Waits for it: its status and usage, the most memory seen, and whether it ended by itself within so much CPU."""
    peak, finished = 0.0, True
    while True:
        pid, status, usage = os.wait4(process.pid, os.WNOHANG)
        if pid:
            break
        if finished and cpu_s(process.pid) > limit_s:
            os.killpg(process.pid, signal.SIGKILL)
            finished = False
        peak = max(peak, memory_mb(process.pid))
        time.sleep(SAMPLE_S)
    process.returncode = os.waitstatus_to_exitcode(status)
    return usage, peak, finished


def run(command, limit_s=600, folder=None):
    with tempfile.TemporaryFile("w+") as out, tempfile.TemporaryFile("w+") as err:
        start = time.monotonic()
        process = subprocess.Popen([str(word) for word in command], cwd=folder, stdin=subprocess.DEVNULL, stdout=out,
                                   stderr=err, start_new_session=True)
        try:
            usage, peak, finished = watch(process, limit_s)
        except BaseException:  # Ctrl-C must not leave it behind
            os.killpg(process.pid, signal.SIGKILL)
            raise
        wall = time.monotonic() - start
        out.seek(0), err.seek(0)
        if wall < 10 * SAMPLE_S:
            peak = usage.ru_maxrss / 1024  # too short to be sampled: the largest process
        return Measured(usage.ru_utime + usage.ru_stime, wall, peak, process.returncode, finished, out.read(), err.read())


def work_of(stderr):
    """What --verbose tells: a line for each programme solved, and last a summary, whose sums count where there is one. Words
    that are new do no harm."""
    work = {"solves": 0, "pivots": 0, "rows": 0, "hits": 0, "solve_s": 0.0}
    for line in stderr.splitlines():
        if told := re.search(r"(\d+) models solved", line):
            work["solves"] = int(told.group(1))
            work["pivots"] = int(re.search(r"(\d+) pivots\b", line).group(1))
            work["hits"] = sum(map(int, re.findall(r"(\d+) (?:[a-z]+ )*(?:hits?|known|from the store)\b", line)))
        elif "pivots" in (counts := {name: int(count) for count, name in re.findall(r"(\d+) (rows|pivots)\b", line)}):
            work["solves"] += 1
            work["pivots"] += counts["pivots"]
            work["rows"] += counts.get("rows", 0)
            seconds = re.search(r"(\d+\.\d+) s\b", line)
            work["solve_s"] += float(seconds.group(1)) if seconds else 0
    return work


def rotacost(binary, scenario, output, limit_s=600, options=()):
    """A whole run, its results into `output`."""
    measured = run([binary, "run", *options, "--verbose", "--lang", "en", "-o", output, scenario], limit_s)
    measured.work = work_of(measured.stderr)
    return measured
