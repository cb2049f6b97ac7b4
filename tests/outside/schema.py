"""Every operation of the API document, tried by schemathesis against a running demo.

    schema.py BINARY

The same requests every time, about a minute of them; with OLIEVLEK_TEST_LONG set, twenty times as many. What is not
checked, and why, stands in schemathesis.toml. An operation that was not tried counts as failed.
"""

import json
import os
import pathlib
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import urllib.request
import xml.etree.ElementTree

BINARY = os.path.abspath(sys.argv[1] if len(sys.argv) > 1 else "target/debug/olievlek")
HERE = pathlib.Path(__file__).parent
EXAMPLES = "200" if os.environ.get("OLIEVLEK_TEST_LONG") else "8"


class Demo:
    """The fictional municipality on a port of its own."""

    def __init__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="olievlek-schema-"))
        self.log = open(self.folder / "log", "w+", encoding="utf-8")
        self.process = subprocess.Popen(
            [BINARY, "demo", "--listen", "127.0.0.1:0", "--data", "town"],
            cwd=self.folder, stdout=subprocess.PIPE, stderr=self.log, text=True,
        )
        line = self.process.stdout.readline()
        self.url = re.search(r"http://\S+", line)[0] + "/api/v1"

    def token(self):
        """A token that may do everything, for the administrator of the demo."""
        database = self.folder / "town/olievlek.db"
        with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as rows:
            sql = "SELECT email FROM person JOIN role ON role.person_id = person.id WHERE role.kind = 'administrator'"
            address = rows.execute(sql).fetchone()[0]
        made = subprocess.run(
            [BINARY, "token", "create", "--for", address, "--scope", "admin"],
            env=os.environ | {"OLIEVLEK_DATABASE_URL": f"sqlite://{database}"},
            cwd=self.folder, capture_output=True, text=True, check=True,
        )
        return made.stdout.strip()

    def close(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(30)
        self.log.close()
        shutil.rmtree(self.folder, ignore_errors=True)


def attack(demo, document):
    """Lets schemathesis loose; its report, one case an operation."""
    report = demo.folder / "report.xml"
    command = [
        sys.executable, "-m", "schemathesis.cli", "--config-file", str(HERE / "schemathesis.toml"),
        "run", str(document), "--url", demo.url, "--checks", "all", "--phases", "examples,coverage,fuzzing",
        "--max-examples", EXAMPLES, "--generation-deterministic",
        "--continue-on-failure", "--no-shrink", "--no-color", "--warnings", "off",
        "--report-junit-path", str(report),
    ]
    environment = os.environ | {"OLIEVLEK_TOKEN": demo.token()}
    subprocess.run(command, env=environment, cwd=demo.folder, check=False)
    return xml.etree.ElementTree.parse(report).getroot().iter("testcase")


def main():
    demo = Demo()
    try:
        document = demo.folder / "openapi.json"
        with urllib.request.urlopen(f"{demo.url}/openapi.json", timeout=30) as answer:
            document.write_bytes(answer.read())
        paths = json.loads(document.read_bytes())["paths"]
        there = {f"{method.upper()} {path}" for path, methods in paths.items() for method in methods}
        tried, bad = set(), set()
        for case in attack(demo, document):
            tried.add(case.get("name"))
            if case.find("failure") is not None or case.find("error") is not None:
                bad.add(case.get("name"))
        missed = there - tried
        for name in sorted(missed):
            print(f"not tried: {name}")
        failed = len(bad) + len(missed)
        print(f"{len(there) - failed} passed, {failed} failed")
        return failed
    finally:
        demo.close()


if __name__ == "__main__":
    sys.exit(main() != 0)
