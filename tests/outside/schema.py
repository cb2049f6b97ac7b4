"""Every operation of the API document, tried by schemathesis against a running demo.

    schema.py BINARY

The same requests every time, about a minute of them; with OLIEVLEK_TEST_LONG set, twenty times as many. What is not
checked, and why, stands in schemathesis.toml; with which ids and bodies the house is asked what it says yes to, in
schema_demo.py. An operation that was not tried, or to which the house never said yes, counts as failed.
"""

import collections
import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import urllib.request
import xml.etree.ElementTree

import schema_demo

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

    @property
    def database(self):
        return self.folder / "town/olievlek.db"

    def token(self, address):
        """A token that may do everything that this person may."""
        made = subprocess.run(
            [BINARY, "token", "create", "--for", address, "--scope", "admin"],
            env=os.environ | {"OLIEVLEK_DATABASE_URL": f"sqlite://{self.database}"},
            cwd=self.folder, capture_output=True, text=True, check=True,
        )
        return made.stdout.strip()

    def tokens(self):
        """Of the administrator, and of somebody with certificates: those are for nobody else."""
        town = schema_demo.Town(self.database)
        boss, graduate = (self.token(town.one(f"SELECT email FROM person WHERE id = ({who})")) for who in schema_demo.WHO)
        return {"OLIEVLEK_TOKEN": boss, "OLIEVLEK_TOKEN_OF_GRADUATE": graduate}

    def get(self, address, token=None):
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        with urllib.request.urlopen(urllib.request.Request(self.url + address, headers=headers), timeout=30) as answer:
            return json.load(answer)

    def close(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(30)
        self.log.close()
        shutil.rmtree(self.folder, ignore_errors=True)


def attack(demo, document, tokens):
    """Lets schemathesis loose; gives what it tried, where it found a failure, and to what the house said yes."""
    report, log = demo.folder / "report.xml", demo.folder / "report.ndjson"
    command = [
        sys.executable, "-m", "schemathesis.cli", "--config-file", str(HERE / "schemathesis.toml"),
        "run", str(document), "--url", demo.url, "--checks", "all", "--phases", "examples,coverage,fuzzing,stateful",
        "--max-examples", EXAMPLES, "--generation-deterministic",
        "--continue-on-failure", "--no-shrink", "--no-color", "--warnings", "off",
        "--report-junit-path", str(report), "--report-ndjson-path", str(log),
    ]
    subprocess.run(command, env=os.environ | tokens, cwd=demo.folder, check=False)
    cases = list(xml.etree.ElementTree.parse(report).getroot().iter("testcase"))
    tried = {case.get("name") for case in cases}
    bad = {case.get("name") for case in cases if case.find("failure") is not None or case.find("error") is not None}
    return tried, bad, welcome(log)


def welcome(log):
    """The operations that answered with 2xx, and how often."""
    found = collections.Counter()
    for line in log.read_text(encoding="utf-8").splitlines():
        recorder = json.loads(line).get("ScenarioFinished", {}).get("recorder", {})
        for one in recorder.get("interactions", {}).values():
            if (one.get("response") or {}).get("status_code", 0) // 100 == 2:
                found[recorder["label"]] += 1
    return found


def main():
    demo = Demo()
    try:
        document, tokens = demo.get("/openapi.json"), demo.tokens()
        there = {f"{method.upper()} {path}" for path, methods in document["paths"].items() for method in methods}
        own = lambda operation: tokens["OLIEVLEK_TOKEN_OF_GRADUATE" if "certificate" in operation else "OLIEVLEK_TOKEN"]
        ask = lambda path, operation: demo.get(path, own(operation))
        schema_demo.seed(document, schema_demo.things(demo.database), ask)
        (demo.folder / "openapi.json").write_text(json.dumps(document), encoding="utf-8")
        tried, bad, welcomed = attack(demo, demo.folder / "openapi.json", tokens)
        missed = [f"not tried: {name}" for name in sorted(there - tried)]
        refused = [f"never answered with 2xx: {name}" for name in sorted(there & tried - set(welcomed))]
        print("\n".join(missed + refused))
        failed = len(bad | there - tried | there - set(welcomed))
        print(f"{len(there) - failed} passed, {failed} failed")
        return failed
    finally:
        demo.close()


if __name__ == "__main__":
    sys.exit(main() != 0)
