"""The main job as an operator and another system see it, with nothing of ours but the binary.

Loads the files of a municipality into an empty database, runs the service, fills a session past its capacity through
the API, and reads the letters and their calendar entries with a second implementation of iCalendar.

    main_job.py BINARY
"""

import csv
import email
import email.policy
import html
import json
import os
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import unittest
import urllib.error
import urllib.parse
import urllib.request
from datetime import UTC, datetime, timedelta

import icalendar

BINARY = sys.argv[1] if len(sys.argv) > 1 else "target/debug/olievlek"
DATA = pathlib.Path(__file__).parents[2] / "src/demo/data"


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def wait_for(what, seconds=20):
    """The first true answer of `what`, or its last one when the time is over."""
    end = time.monotonic() + seconds
    while not (answer := what()) and time.monotonic() < end:
        time.sleep(0.1)
    return answer


class House:
    """A service of our own on an empty SQLite database, letters in a folder."""

    def __init__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="olievlek-outside-"))
        self.letters = self.folder / "mail"
        listen = f"127.0.0.1:{free_port()}"
        self.url = f"http://{listen}"
        self.environment = os.environ | {
            "OLIEVLEK_DATABASE_URL": f"sqlite://{self.folder}/olievlek.db",
            "OLIEVLEK_LISTEN": listen,
            "OLIEVLEK_BASE_URL": self.url,
            "OLIEVLEK_MAIL_DIR": str(self.letters),
            "OLIEVLEK_MAIL_FROM": "Olievlek <olievlek@gemeente.example>",
        }
        self.log = open(self.folder / "serve.log", "w+", encoding="utf-8")
        self.server = None
        self.token = None

    def run(self, *arguments):
        """One command to its end: what it printed and its exit code."""
        done = subprocess.run(
            [BINARY, *arguments], env=self.environment, cwd=self.folder, capture_output=True, text=True, timeout=120
        )
        return done.stdout, done.returncode, done.stderr

    def serve(self):
        self.server = subprocess.Popen(
            [BINARY, "serve"], env=self.environment, cwd=self.folder, stdout=self.log, stderr=subprocess.STDOUT
        )
        if not wait_for(self.ready):
            self.log.seek(0)
            raise RuntimeError(f"serve was not ready:\n{self.log.read()}")

    def ready(self):
        try:
            return urllib.request.urlopen(f"{self.url}/health/ready", timeout=2).status == 200
        except OSError:
            return False

    def call(self, method, path, body=None):
        """One request to the API: status and JSON."""
        request = urllib.request.Request(f"{self.url}/api/v1{path}", method=method)
        request.add_header("Authorization", f"Bearer {self.token}")
        if body is not None:
            request.add_header("Content-Type", "application/json")
            request.data = json.dumps(body).encode()
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                return answer.status, json.load(answer)
        except urllib.error.HTTPError as refused:
            return refused.code, json.load(refused)

    def letters_to(self, address):
        """The letters to this address, oldest first."""
        files = sorted(self.letters.glob("**/*.eml"), key=lambda file: file.stat().st_mtime_ns)
        letters = [email.message_from_bytes(file.read_bytes(), policy=email.policy.default) for file in files]
        return [letter for letter in letters if address in letter["To"]]

    def close(self):
        if self.server:
            self.server.send_signal(signal.SIGTERM)
            try:
                self.server.wait(30)
            except subprocess.TimeoutExpired:
                self.server.kill()
        self.log.close()
        shutil.rmtree(self.folder, ignore_errors=True)


class Browser:
    """Somebody who fills in forms, without scripts."""

    def __init__(self, url):
        self.url = url
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
        self.opener.addheaders = [("Sec-Fetch-Site", "same-origin")]

    def send(self, path, **fields):
        """Opens a page and sends its form to the same address: the text of what follows."""
        with self.opener.open(self.url + path, timeout=30) as page:
            key = re.search(r'name="key" value="([^"]+)"', page.read().decode())
        form = urllib.parse.urlencode(fields | ({"key": key[1]} if key else {})).encode()
        with self.opener.open(self.url + path, form, timeout=30) as answer:
            return html.unescape(answer.read().decode())


def text(letter):
    """The plain text of a letter."""
    return letter.get_body(("plain",)).get_content()


def calendar_parts(letter):
    """Pairs of (method in the header, the calendar) in a letter."""
    parts = [part for part in letter.walk() if part.get_content_type() == "text/calendar"]
    return [
        (part.get_param("method"), icalendar.Calendar.from_ical(part.get_payload(decode=True))) for part in parts
    ]


def employed():
    """Mail addresses of people of the HR file without an end date."""
    with open(DATA / "people-hr.csv", encoding="cp1252", newline="") as file:
        rows = csv.DictReader(file, delimiter=";")
        return [row["E-mail werk"] for row in rows if row["E-mail werk"] and not row["Datum uit dienst"]]


class MainJob(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.house = House()
        cls.addClassCleanup(cls.house.close)
        cls.imports = {
            kind: cls.house.run("import", kind, str(DATA / file), "--yes")
            for kind, file in [
                ("departments", "departments.csv"),
                ("people", "people-hr.csv"),
                ("workshops", "workshops.csv"),
            ]
        }
        cls.addresses = employed()[:4]
        cls.secret, code, said = cls.house.run("token", "create", "--for", cls.addresses[0], "--scope", "admin")
        assert code == 0, said
        cls.house.token = cls.secret.strip()
        cls.house.serve()
        _, workshops = cls.house.call("GET", "/workshops?limit=200")
        cls.workshops = {workshop["code"]: workshop["id"] for workshop in workshops["items"]}
        cls.people = [cls.house.call("GET", f"/people?email={address}")[1]["items"][0] for address in cls.addresses]

    def session(self, starts_in, capacity, workshop):
        """A session of one meeting of two hours, `starts_in` from now."""
        start = (datetime.now(UTC) + starts_in).replace(microsecond=0)
        meeting = {"start": start.isoformat(), "end": (start + timedelta(hours=2)).isoformat(), "location": "Raadzaal"}
        body = {"workshopId": self.workshops[workshop], "capacity": capacity, "meetings": [meeting]}
        status, made = self.house.call("POST", "/sessions", body)
        self.assertEqual(status, 201, made)
        return made["id"], start

    def enrol(self, session, person):
        status, enrolment = self.house.call("POST", f"/sessions/{session}/enrolments", {"personId": person["id"]})
        self.assertEqual(status, 201, enrolment)
        return enrolment

    def enrolments(self, session):
        return {item["id"]: item for item in self.house.call("GET", f"/sessions/{session}/enrolments")[1]["items"]}

    def wait_letters(self, address, number):
        wait_for(lambda: len(self.house.letters_to(address)) >= number)
        letters = self.house.letters_to(address)
        self.assertGreaterEqual(len(letters), number, f"letters to {address}")
        return letters

    def test_1_the_files_of_a_municipality_load_clean(self):
        for kind, (printed, code, said) in self.imports.items():
            self.assertEqual(code, 0, f"{kind}: {printed}{said}")
        self.assertEqual(len(self.workshops), 24)

    def test_2_a_token_is_printed_alone(self):
        self.assertEqual(len(self.secret.split()), 1, self.secret)

    def test_3_who_comes_after_the_last_place_waits_and_moves_up(self):
        session, start = self.session(timedelta(hours=26), 3, "W01")
        made = [self.enrol(session, person) for person in self.people]
        self.assertEqual([one["status"] for one in made], ["confirmed"] * 3 + ["waiting"])
        self.assertEqual(made[3]["position"], 1)
        self.calendar_says(self.addresses[1], "REQUEST", start)
        status, withdrawn = self.house.call("POST", f"/enrolments/{made[0]['id']}/withdrawal")
        self.assertEqual((status, withdrawn["status"]), (200, "withdrawn"))
        self.assertEqual(self.enrolments(session)[made[3]["id"]]["status"], "confirmed")

        letters = self.wait_letters(self.addresses[3], 2)
        self.assertEqual(calendar_parts(letters[0]), [], "who waits gets no calendar entry")
        self.calendar_says(self.addresses[3], "REQUEST", start)
        asked = self.entries(self.addresses[0], "REQUEST")[0]
        cancelled = self.calendar_says(self.addresses[0], "CANCEL", start)
        self.assertEqual(cancelled["UID"], asked["UID"])
        self.assertGreater(cancelled["SEQUENCE"], asked["SEQUENCE"])
        self.assertEqual(cancelled["STATUS"], "CANCELLED")

    def test_4_long_before_the_start_a_free_place_is_offered(self):
        session, _ = self.session(timedelta(days=30), 1, "W03")
        first, second = (self.enrol(session, person) for person in self.people[:2])
        self.house.call("POST", f"/enrolments/{first['id']}/withdrawal")
        self.assertEqual(self.enrolments(session)[second["id"]]["status"], "offered")

    def test_5_the_calendar_address_of_a_person_reads_as_a_calendar(self):
        session, start = self.session(timedelta(days=9), 5, "W08")
        self.enrol(session, self.people[2])
        browser = Browser(self.house.url)
        browser.send("/sign-in", email=self.addresses[2])
        letter = wait_for(lambda: [one for one in self.house.letters_to(self.addresses[2]) if "/sign-in/link/" in text(one)])
        browser.send(re.search(r"/sign-in/link/[\w-]+", text(letter[-1]))[0])
        made = browser.send("/me/calendar")
        address = re.search(r"https?://[^\s\"<]+(/calendar/[\w.-]+)", made)
        self.assertIsNotNone(address, made)
        with urllib.request.urlopen(self.house.url + address[1], timeout=30) as answer:
            self.assertEqual(answer.headers.get_content_type(), "text/calendar")
            feed = icalendar.Calendar.from_ical(answer.read())
        self.assertEqual(feed.errors, [])
        self.assertNotIn("METHOD", feed, "a feed is no invitation")
        self.assertIn(start, [entry["DTSTART"].dt for entry in feed.walk("VEVENT")])
        invited = {str(entry["UID"]) for entry in self.entries(self.addresses[2], "REQUEST")}
        self.assertIn([str(one["UID"]) for one in feed.walk("VEVENT") if one["DTSTART"].dt == start][0], invited)

    def entries(self, address, method):
        """The calendar entries of this method in the letters to an address."""
        found = []
        for letter in self.house.letters_to(address):
            for said, calendar in calendar_parts(letter):
                self.assertEqual(calendar["METHOD"], said, "METHOD in the header and in the calendar")
                if said == method:
                    events = calendar.walk("VEVENT")
                    self.assertEqual(len(events), 1, "one entry a message")
                    found += events
        return found

    def calendar_says(self, address, method, start):
        """Waits for an entry of `method` at `start` and checks what every calendar program needs."""
        entries = wait_for(lambda: [one for one in self.entries(address, method) if one["DTSTART"].dt == start])
        self.assertTrue(entries, f"no {method} for {address} at {start}")
        entry = entries[-1]
        for name in ("DTSTART", "DTEND", "DTSTAMP"):
            self.assertEqual(entry[name].dt.utcoffset(), timedelta(0), f"{name} is in UTC")
        for name in ("UID", "SEQUENCE", "SUMMARY", "ORGANIZER", "ATTENDEE"):
            self.assertIn(name, entry)
        self.assertIn(address, str(entry["ATTENDEE"]).lower())
        self.assertNotIn("token", entry.to_ical().decode().lower(), "people share calendars: no personal link inside")
        return entry


if __name__ == "__main__":
    result = unittest.main(argv=sys.argv[:1], exit=False, verbosity=2).result
    wrong = len(result.failures) + len(result.errors)
    print(f"{max(result.testsRun - wrong, 0)} passed, {wrong} failed")
    sys.exit(wrong != 0)
